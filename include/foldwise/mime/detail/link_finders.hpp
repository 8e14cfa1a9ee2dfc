#ifndef FOLDWISE_MIME_DETAIL_LINK_FINDERS_HPP
#define FOLDWISE_MIME_DETAIL_LINK_FINDERS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/text_hash.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Hashes of the identifiers in "cid" URLs (RFC 2392) and of other URLs (RFC 2557). A sender can
/// construct identifiers with the same hash, but gains nothing: the same parts could be referred
/// to.
class link_hashes {
  public:
    /// Adds a hash unless there are `most` already.
    constexpr void add(std::uint64_t hash) noexcept {
        auto& slot = hashes_[slot_of(hash)];
        if (slot == hash || count_ == most) return;
        slot = hash;
        ++count_;
    }
    constexpr bool has(std::uint64_t hash) const noexcept {
        return hash != 0 && hashes_[slot_of(hash)] == hash;
    }
    constexpr bool empty() const noexcept { return count_ == 0; }

    static constexpr std::size_t most = 96;

  private:
    static constexpr std::size_t slot_count = 128; // more than `most`, so that look-ups are short

    /// The slot with the hash, or the free slot for it. 0 marks a free slot.
    constexpr std::size_t slot_of(std::uint64_t hash) const noexcept {
        auto slot = static_cast<std::size_t>((hash * 0x9E3779B97F4A7C15) >> 57);
        while (hashes_[slot] != 0 && hashes_[slot] != hash) slot = (slot + 1) % slot_count;
        return slot;
    }

    std::uint64_t hashes_[slot_count] = {};
    std::size_t count_ = 0;
};

/// Where the hash of a URL that is not a "cid" URL starts, so that no identifier has the same one.
constexpr text_hash url_hash() noexcept { return text_hash{}.add('\n'); }

/// Decodes character references in HTML, which arrives octet by octet: those of ASCII characters by
/// number ("&#64;", "&#x40;"), and "&amp;", "&quot;", "&apos;", "&lt;" and "&gt;". Others are left
/// unchanged.
class html_octets {
  public:
    /// Takes the next octet. Calls `use` with each decoded octet; it may come later than `octet`.
    template <class Use>
    constexpr void take(char octet, Use use) {
        if (octet == ';' && size_ != 0) {
            auto const decoded = value_of(octets_at(reference_ + 1, size_ - 1));
            if (decoded != 0) {
                size_ = 0;
                use(decoded);
                return;
            }
        }
        bool const goes_on = size_ != 0 && size_ < sizeof reference_ && names.contains(octet);
        if (!goes_on) flush(use);
        if (goes_on || octet == '&')
            reference_[size_++] = octet;
        else
            use(octet);
    }
    /// Ends the document.
    template <class Use>
    constexpr void flush(Use use) {
        auto const size = size_;
        size_ = 0;
        for (char const octet : octets_at(reference_, size)) use(octet);
    }

  private:
    static constexpr char_class names = alpha + digit + char_class{"#"};

    /// 0 if the name is unknown.
    static constexpr char value_of(std::string_view name) noexcept {
        struct {
            std::string_view name;
            char value;
        } constexpr known[] = {
            {"amp", '&'}, {"quot", '"'}, {"apos", '\''}, {"lt", '<'}, {"gt", '>'}};
        for (auto const& each : known)
            if (each.name == name) return each.value;
        if (!name.starts_with('#')) return 0;
        name.remove_prefix(1);
        bool const is_hexadecimal = name.starts_with('x') || name.starts_with('X');
        if (is_hexadecimal) name.remove_prefix(1);
        unsigned value = 0;
        for (char const octet : name) {
            if (!(is_hexadecimal ? hexdig : digit).contains(octet)) return 0;
            value = value * (is_hexadecimal ? 16U : 10U) + hex_digit_value(octet);
            if (value > 127) return 0;
        }
        return static_cast<char>(value);
    }

    char reference_[8] = {};
    std::size_t size_ = 0;
};

/// Finds "cid" URLs in HTML, which arrives octet by octet: "cid:" after a quote, a parenthesis, an
/// equals sign or white space. After a quote, the identifier ends at the same quote, else at any of
/// those octets, and always at "<" or ">". White space in it is ignored.
///     <img src="cid:foo4%40bar.net">    <div style="background: url(cid:foo4@bar.net)">
class cid_finder {
  public:
    constexpr explicit cid_finder(link_hashes& found) noexcept : found_{found} {}

    constexpr void take(char octet) noexcept {
        constexpr std::string_view scheme = "cid:";
        if (matched_ == scheme.size()) {
            if (!ends_identifier(octet)) return take_identifier(octet);
            finish();
        } else if (matched_ != none && ascii_lower(octet) == scheme[matched_]) {
            ++matched_;
            return;
        }
        bool const is_after_quote = matched_ == 0 && white.contains(octet);
        if (!is_after_quote) quote_ = octet == '"' || octet == '\'' ? octet : '\0';
        matched_ = ends.contains(octet) ? 0 : none;
    }

    /// Ends a document or an identifier.
    constexpr void finish() noexcept {
        flush_escape();
        if (size_ != 0) {
            found_.add(decoded_.value());
            found_.add(raw_.value());
        }
        raw_ = decoded_ = {};
        size_ = 0;
        matched_ = none;
    }

  private:
    static constexpr char_class white{" \t\r\n"};
    static constexpr char_class ends{"\"'()=<> \t\r\n"};
    static constexpr std::size_t none = 100;

    constexpr bool ends_identifier(char octet) const noexcept {
        if (quote_ == '\0') return ends.contains(octet);
        return octet == quote_ || octet == '<' || octet == '>';
    }
    constexpr void take_identifier(char octet) noexcept {
        if (white.contains(octet)) return;
        ++size_;
        raw_.add(octet);
        if (escaped_ == 0 && octet != '%') {
            decoded_.add(octet);
            return;
        }
        if (escaped_ != 0 && !hexdig.contains(octet)) {
            flush_escape();
            if (octet != '%') return void(decoded_.add(octet));
        }
        escape_[escaped_++] = octet;
        if (escaped_ < 3) return;
        escaped_ = 0;
        auto const value = hex_digit_value(escape_[1]) * 16 + hex_digit_value(escape_[2]);
        auto const decoded = static_cast<char>(static_cast<unsigned char>(value));
        if (!white.contains(decoded)) decoded_.add(decoded);
    }
    /// Takes an incomplete escape unchanged.
    constexpr void flush_escape() noexcept {
        decoded_.add(octets_at(escape_, escaped_));
        escaped_ = 0;
    }

    link_hashes& found_;
    std::size_t matched_ = none; // octets of the scheme
    char quote_ = '\0';          // before the scheme
    std::size_t size_ = 0;       // of the identifier
    text_hash raw_;
    text_hash decoded_;
    char escape_[3] = {};
    std::size_t escaped_ = 0; // octets of an escape
};

/// Finds the URLs of pictures in HTML, which arrives octet by octet: the values of the attributes
/// `src` and `background`, and `url(...)`. White space in them is ignored. A URL is added to
/// `found` if it is in `wanted`, either unchanged or with the directory of the document before it.
class url_finder {
  public:
    /// `directory` is the hash of the URL of the document up to its last slash.
    constexpr url_finder(link_hashes const& wanted, text_hash const& directory,
                         link_hashes& found) noexcept
        : wanted_{wanted}, directory_{directory}, found_{found} {}

    constexpr void take(char octet) noexcept {
        bool const is_white = white.contains(octet);
        bool const is_quote = octet == '"' || octet == '\'';
        if (place_ == place::before_url) {
            if (is_white) return;
            place_ = place::in_url;
            quote_ = is_quote ? octet : '\0';
            if (is_quote) return;
        }
        if (place_ == place::in_url) return ends_url(octet) ? finish() : take_url(octet);
        if (place_ == place::after_name && is_white) return;
        if (place_ == place::after_name) {
            place_ = octet == '=' ? place::before_url : place::text;
            if (octet == '=') return;
        }
        take_text(octet);
    }

    /// Ends a document or a URL.
    constexpr void finish() noexcept {
        place_ = place::text;
        if (size_ == 0) return;
        for (auto const hash : {url_.value(), relative_.value()})
            if (wanted_.has(hash)) found_.add(hash);
        size_ = 0;
    }

  private:
    static constexpr char_class white{" \t\r\n"};
    enum class place : unsigned char { text, after_name, before_url, in_url };

    /// Reads words, and looks for the names.
    constexpr void take_text(char octet) noexcept {
        if (alpha.contains(octet)) {
            if (word_size_ < sizeof word_) word_[word_size_++] = ascii_lower(octet);
            return;
        }
        auto const word = octets_at(word_, word_size_);
        word_size_ = 0;
        bool const is_name = word == "src" || word == "background";
        is_function_ = octet == '(' && word == "url";
        if (is_function_ || (is_name && octet == '='))
            place_ = place::before_url;
        else if (is_name && white.contains(octet))
            place_ = place::after_name;
    }

    constexpr bool ends_url(char octet) const noexcept {
        if (quote_ != '\0') return octet == quote_;
        return octet == '>' || (is_function_ ? octet == ')' : white.contains(octet));
    }
    constexpr void take_url(char octet) noexcept {
        if (white.contains(octet)) return;
        if (size_ == 0) {
            url_ = url_hash();
            relative_ = directory_;
        }
        ++size_;
        url_.add(octet);
        relative_.add(octet);
    }

    link_hashes const& wanted_;
    text_hash directory_;
    link_hashes& found_;
    place place_ = place::text;
    char word_[11] = {}; // one more than "background" has
    std::size_t word_size_ = 0;
    bool is_function_ = false; // whether the URL is in "url(...)"
    char quote_ = '\0';
    std::size_t size_ = 0; // of the URL
    text_hash url_;
    text_hash relative_;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
