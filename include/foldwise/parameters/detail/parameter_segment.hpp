#ifndef FOLDWISE_PARAMETERS_DETAIL_PARAMETER_SEGMENT_HPP
#define FOLDWISE_PARAMETERS_DETAIL_PARAMETER_SEGMENT_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/mime_token.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Whether a value is in quotes.
enum class parameter_quoting : unsigned char {
    bare,        ///< a backslash is a backslash
    quoted,      ///< as in a quoted-string: a backslash quotes the next octet
    quoted_name, ///< as in the quotes of a file name: a backslash quotes only a DQUOTE or backslash
};

/// The octets of a value that are not part of its text: folding, and in quotes the backslashes of
/// quoted-pairs. The cuts of a `spliced`.
struct parameter_value_cuts {
    parameter_quoting quoting = parameter_quoting::bare;

    constexpr std::size_t cut_at(std::string_view bytes, std::size_t at) const noexcept {
        using enum parameter_quoting;
        if (quoting == quoted) return quoted_pairs{}.cut_at(bytes, at);
        if (quoting == bare || at == bytes.size() || bytes[at] != '\\')
            return folds{}.cut_at(bytes, at);
        bool const is_pair =
            at + 1 < bytes.size() && (bytes[at + 1] == '"' || bytes[at + 1] == '\\');
        return is_pair ? 1 : 0;
    }
    constexpr std::size_t find_cut(std::string_view bytes, std::size_t from) const noexcept {
        using enum parameter_quoting;
        if (quoting == quoted) return quoted_pairs{}.find_cut(bytes, from);
        if (quoting == bare) return folds{}.find_cut(bytes, from);
        constexpr char_class starts{"\\\r\n"};
        if (from == bytes.size()) return from;
        for (auto at = scan::in(starts, bytes, from + 1); at < bytes.size();
             at = scan::in(starts, bytes, at + 1))
            if (cut_at(bytes, at) != 0) return at;
        return bytes.size();
    }
};

namespace detail {

/// A set of codes from parameter_not_closed to parameter_white_space, one bit each.
class segment_deviations {
  public:
    constexpr void add(diagnostic_code code) noexcept {
        bits_ = static_cast<std::uint16_t>(bits_ | 1u << number(code));
    }
    constexpr bool has(diagnostic_code code) const noexcept {
        return (bits_ >> number(code) & 1u) != 0;
    }
    /// Calls `use` with each code, in the order of diagnostic_code.
    template <class Use>
    constexpr void for_each(Use&& use) const {
        for (unsigned i = 0; i < 16; ++i)
            if ((bits_ >> i & 1u) != 0) use(static_cast<diagnostic_code>(first + i));
    }

  private:
    using enum diagnostic_code;
    static constexpr auto first = static_cast<unsigned>(parameter_not_closed);
    static_assert(static_cast<unsigned>(parameter_white_space) - first < 16);

    static constexpr unsigned number(diagnostic_code code) noexcept {
        return static_cast<unsigned>(code) - first;
    }
    std::uint16_t bits_ = 0;
};

/// The name of a parameter, split into its components (RFC 2231 section 7).
struct parameter_name {
    std::string_view base;
    optional<std::uint32_t> section;
    bool is_extended = false;
    bool is_malformed = false;

    constexpr parameter_name() = default;
    explicit constexpr parameter_name(std::string_view name) noexcept : base{name} {
        auto rest = name;
        if (rest.ends_with('*')) rest.remove_suffix(1);
        bool const has_mark = rest.size() != name.size();
        auto const asterisk = rest.find('*');
        is_malformed = true; // unless the asterisks are in order
        if (asterisk == rest.npos) {
            is_malformed = rest.empty();
        } else if (auto const digits = rest.substr(asterisk + 1);
                   asterisk != 0 && is_section(digits)) {
            section = static_cast<std::uint32_t>(decimal_value(digits));
            rest = rest.substr(0, asterisk);
            is_malformed = false;
        }
        if (is_malformed) return;
        base = rest;
        is_extended = has_mark;
    }

  private:
    static constexpr bool is_section(std::string_view digits) noexcept {
        return !digits.empty() && digits.size() < 10 && (digits[0] != '0' || digits.size() == 1) &&
               scan::not_in(digit, digits, 0) == digits.size();
    }
};

} // namespace detail

/// One name and value of a field (RFC 2045 section 5.1, RFC 2231 section 7), which may be a whole
/// parameter or one section of it:
///
///     filename*1*="na%C3%AFve.txt"
///
///     |--------------------------|   raw()
///     |---------|                    raw_name()
///     |------|                       name()         "filename"
///              |                     section()      1
///               ^                    is_extended()  true, because of this asterisk
///                 |--------------|   raw_value()
///                                    text()         "na%C3%AFve.txt", without the quotes
///
///     parameter             := regular-parameter / extended-parameter
///     regular-parameter     := attribute [section] "=" value
///     extended-parameter    := attribute [section] "*" "=" extended-value
///     section               := "*0" / "*" ("1" - "9") *DIGIT
///     value                 := token / quoted-string
///
/// An element of `parameters::segments`. Borrows the field's bytes; trivially copyable.
class parameter_segment {
  public:
    constexpr parameter_segment() = default;
    constexpr parameter_segment(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                                std::string_view raw_name FOLDWISE_LIFETIMEBOUND,
                                std::string_view raw_value FOLDWISE_LIFETIMEBOUND,
                                detail::segment_deviations deviations) noexcept
        : raw_{raw}, raw_name_{raw_name}, raw_value_{raw_value}, name_{raw_name},
          deviations_{deviations} {
        add_deviations();
    }

    /// The segment unchanged, from its name on. Includes text that wrongly follows the value.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The name as it is written, and without section and asterisks. Its case has no meaning:
    /// compare with `is`.
    constexpr std::string_view raw_name() const noexcept { return raw_name_; }
    constexpr std::string_view name() const noexcept { return name_.base; }
    constexpr bool is(std::string_view name) const noexcept {
        return ascii_iequals(name_.base, name);
    }

    /// The number of the section, from 0 to 999999999.
    constexpr optional<std::uint32_t> section() const noexcept { return name_.section; }

    /// Whether the text is percent-encoded. In the first section, a charset and a language precede
    /// it.
    constexpr bool is_extended() const noexcept { return name_.is_extended; }

    /// The value unchanged, and the value with quotes and folding undone, but nothing decoded.
    constexpr std::string_view raw_value() const noexcept { return raw_value_; }
    constexpr spliced<parameter_value_cuts> text() const noexcept { return text_of(content()); }

    /// The charset and the language of an extended value: the text before its first apostrophe,
    /// and between the first and the second one. Empty if there are none.
    ///     extended-initial-value := [charset] "'" [language] "'" extended-other-values
    constexpr std::string_view charset() const noexcept {
        return content().substr(0, prefix().charset);
    }
    constexpr std::string_view language() const noexcept {
        auto const found = prefix();
        if (found.size == 0) return {};
        return content().substr(found.charset + 1, found.size - found.charset - 2);
    }

    /// text() without charset and language.
    constexpr spliced<parameter_value_cuts> encoded_text() const noexcept {
        return text_of(content().substr(prefix().size));
    }

    /// encoded_text() as a part of a file name. In quotes, a backslash quotes only a DQUOTE or a
    /// backslash, because many programs write "C:\Users\file.txt".
    constexpr spliced<parameter_value_cuts> encoded_name() const noexcept {
        using enum parameter_quoting;
        return spliced<parameter_value_cuts>{content().substr(prefix().size),
                                             {is_quoted() ? quoted_name : bare}};
    }

    /// Calls `report` with a diagnostic for each problem, which covers all of raw().
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        deviations_.for_each(
            [&](diagnostic_code code) { report(diagnostic{code, 0, raw_.size()}); });
    }

    /// The gravest problem that `diagnose` reports, if any.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    struct value_prefix {
        std::size_t charset = 0;
        std::size_t size = 0; // with both apostrophes; 0: there is no prefix
    };

    constexpr bool is_quoted() const noexcept { return raw_value_.starts_with('"'); }
    constexpr bool has_charset() const noexcept {
        return name_.is_extended && name_.section.value_or(0) == 0;
    }

    /// The value without its quotes. The closing quote may be missing.
    constexpr std::string_view content() const noexcept {
        return is_quoted() ? lexer{raw_value_}.peek().text().raw() : raw_value_;
    }
    constexpr spliced<parameter_value_cuts> text_of(std::string_view content) const noexcept {
        using enum parameter_quoting;
        return spliced<parameter_value_cuts>{content, {is_quoted() ? quoted : bare}};
    }

    constexpr value_prefix prefix() const noexcept {
        constexpr auto label = mime_token - char_class{"*'%"};
        if (!has_charset()) return {};
        auto const text = content();
        auto const charset = scan::not_in(label, text, 0);
        if (charset == text.size() || text[charset] != '\'') return {};
        auto const language = scan::not_in(label, text, charset + 1);
        if (language == text.size() || text[language] != '\'') return {};
        return {charset, language + 1};
    }

    constexpr void add_deviations() noexcept {
        using enum diagnostic_code;
        if (name_.is_malformed) deviations_.add(parameter_section_malformed);
        if (raw_value_.empty()) deviations_.add(parameter_value_empty);
        if (is_quoted() && has_needless_backslash()) deviations_.add(parameter_quoted_pair);
        if (name_.is_extended) {
            if (is_quoted()) deviations_.add(parameter_extended_quoted);
            if (has_charset() && prefix().size == 0) deviations_.add(parameter_charset_missing);
            if (has_percent(percent::malformed)) deviations_.add(parameter_percent_malformed);
        } else {
            if (has_encoded_word()) deviations_.add(parameter_encoded_word);
            if (name_.section && has_percent(percent::encoded))
                deviations_.add(parameter_percent_unmarked);
        }
    }

    enum class percent : unsigned char { malformed, encoded };

    constexpr bool has_percent(percent kind) const noexcept {
        auto const text = content();
        for (auto at = scan::octet(text, '%', 0); at < text.size();
             at = scan::octet(text, '%', at + 1)) {
            bool const is_encoded = scan::not_in(hexdig, text.substr(at + 1, 2), 0) == 2;
            if (is_encoded == (kind == percent::encoded)) return true;
        }
        return false;
    }
    constexpr bool has_needless_backslash() const noexcept {
        auto const text = content();
        for (auto at = scan::octet(text, '\\', 0); at + 1 < text.size();
             at = scan::octet(text, '\\', at + 2))
            if (text[at + 1] != '"' && text[at + 1] != '\\') return true;
        return false;
    }
    constexpr bool has_encoded_word() const noexcept {
        auto const text = content();
        for (auto at = text.find("=?"); at != text.npos; at = text.find("=?", at + 1))
            if (encoded_word_size(text.substr(at)) != 0) return true;
        return false;
    }

    std::string_view raw_;
    std::string_view raw_name_;
    std::string_view raw_value_;
    detail::parameter_name name_;
    detail::segment_deviations deviations_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
