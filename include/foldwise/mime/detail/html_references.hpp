#ifndef FOLDWISE_MIME_DETAIL_HTML_REFERENCES_HPP
#define FOLDWISE_MIME_DETAIL_HTML_REFERENCES_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/text_hash.hpp>
#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/trace/message_id.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::detail {

/// Hashes of the identifiers in "cid" URLs (RFC 2392). A sender can construct identifiers with the
/// same hash, but gains nothing: the same parts could be referred to.
class cid_hashes {
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
    static constexpr std::size_t slots = 128; // more than `most`, so that look-ups are short

    /// The slot with the hash, or the free slot for it. 0 marks a free slot.
    constexpr std::size_t slot_of(std::uint64_t hash) const noexcept {
        auto slot = static_cast<std::size_t>((hash * 0x9E3779B97F4A7C15) >> 57);
        while (hashes_[slot] != 0 && hashes_[slot] != hash) slot = (slot + 1) % slots;
        return slot;
    }

    std::uint64_t hashes_[slots] = {};
    std::size_t count_ = 0;
};

/// Finds "cid" URLs in HTML, which arrives octet by octet: "cid:" after a quote, a parenthesis, an
/// equals sign or white space, and then everything up to one of these, or to "<" or ">".
///     <img src="cid:foo4%40bar.net">    <div style="background: url(cid:foo4@bar.net)">
class cid_finder {
  public:
    constexpr explicit cid_finder(cid_hashes& found) noexcept : found_{found} {}

    constexpr void take(char octet) noexcept {
        constexpr std::string_view scheme = "cid:";
        if (matched_ == scheme.size()) {
            if (!ends.contains(octet)) return take_identifier(octet);
            finish();
        } else if (matched_ != none && ascii_lower(octet) == scheme[matched_]) {
            ++matched_;
            return;
        }
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
    static constexpr char_class ends{"\"'()=<> \t\r\n"};
    static constexpr std::size_t none = 100;

    constexpr void take_identifier(char octet) noexcept {
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
        decoded_.add(static_cast<char>(static_cast<unsigned char>(value)));
    }
    /// Takes an incomplete escape as it is.
    constexpr void flush_escape() noexcept {
        decoded_.add(octets_at(escape_, escaped_));
        escaped_ = 0;
    }

    cid_hashes& found_;
    std::size_t matched_ = none; // octets of the scheme
    std::size_t size_ = 0;       // of the identifier
    text_hash raw_;
    text_hash decoded_;
    char escape_[3] = {};
    std::size_t escaped_ = 0; // octets of an escape
};

/// The Content-IDs that the HTML of a message refers to; of attached messages and attached HTML,
/// nothing counts. Content-IDs after the first 48 may be left out. O(root.raw()).
constexpr cid_hashes html_references(entity const& root) noexcept {
    cid_hashes found;
    std::size_t in_message = deepest_entity + 1; // deeper parts are in an attached message
    for (auto const part : root.walk()) {
        if (part.depth() > in_message) continue;
        in_message = part.kind() == entity_kind::message ? part.depth() : deepest_entity + 1;
        if (!part.is_leaf() || !is_html(part.content_type()) || is_said_to_be_attachment(part))
            continue;
        cid_finder finder{found};
        part.decoded().for_each_block([&](std::string_view block) {
            for (char const octet : block) finder.take(octet);
        });
        finder.finish();
    }
    return found;
}

/// Whether the references contain the Content-ID of the part. O(header).
constexpr bool refer_to(cid_hashes const& references, entity const& part) noexcept {
    auto const id = content_id(part);
    if (!id) return false;
    text_hash hash;
    for (char const octet : id->text()) hash.add(octet);
    return references.has(hash.value());
}

} // namespace foldwise::detail

#endif
