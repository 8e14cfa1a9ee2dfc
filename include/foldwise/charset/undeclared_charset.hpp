#ifndef FOLDWISE_CHARSET_UNDECLARED_CHARSET_HPP
#define FOLDWISE_CHARSET_UNDECLARED_CHARSET_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/detail/utf8_decoder.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Checks whether a text is UTF-8 (RFC 3629), piece by piece. A piece may end inside a character.
///     utf8_check check;
///     check.take("caf\xC3");
///     check.take("\xA9");
///     check.finish();          // the end of the text
///     check.is_valid()     ->  true
/// After `finish`, another text may follow; is_valid() then tells whether all of them are UTF-8.
/// Allocates nothing. O(text); octets after the first malformed one are not read. Total.
class utf8_check {
  public:
    /// Takes the next octets of the text.
    constexpr void take(std::string_view octets) noexcept {
        for (std::size_t at = 0; is_valid() && at < octets.size();) {
            at = decoder_.plain_end(octets, at);
            if (at == octets.size()) break;
            char unused[room] = {};
            detail::utf8_writer to{unused, 0, malformed_};
            decoder_.take(octets[at++], to);
        }
    }
    /// Ends the text: a character that is not complete makes it malformed.
    constexpr void finish() noexcept {
        char unused[room] = {};
        detail::utf8_writer to{unused, 0, malformed_};
        decoder_.finish(to);
    }

    /// Whether everything so far is UTF-8. Before `finish`, the last character may be incomplete.
    constexpr bool is_valid() const noexcept { return malformed_.count == 0; }

  private:
    static constexpr std::size_t room = 16; // for what one octet completes
    detail::utf8_decoder decoder_;
    detail::replaced_places malformed_;
};

/// The charset of a text that declares none, or that declares US-ASCII, which says nothing about
/// octets above 127: UTF-8 if the text is valid UTF-8, else `fallback`.
///     undeclared_charset("caf\xC3\xA9", charset::windows_1252)  ->  utf_8
///     undeclared_charset("caf\xE9", charset::windows_1252)      ->  windows_1252
/// Everything that reads text for people decides with this function. An address, an identifier or a
/// boundary is never read in a fallback. O(octets).
constexpr charset undeclared_charset(utf8_check const& text, charset fallback) noexcept {
    return text.is_valid() ? charset::utf_8 : fallback;
}
constexpr charset undeclared_charset(std::string_view octets, charset fallback) noexcept {
    utf8_check text;
    text.take(octets);
    text.finish();
    return undeclared_charset(text, fallback);
}

/// The charset that a byte order mark at the start of a text indicates (WHATWG Encoding Standard,
/// section 6, "BOM sniff", and the marks of UTF-32). It counts only in a body that declares no
/// charset.
///     EF BB BF     ->  utf_8
///     FE FF        ->  utf_16be       00 00 FE FF  ->  utf_32be
///     FF FE        ->  utf_16le       FF FE 00 00  ->  utf_32le
/// O(1).
constexpr optional<charset> byte_order_mark_charset(std::string_view octets) noexcept {
    if (octets.starts_with(utf8_byte_order_mark)) return charset::utf_8;
    if (octets.starts_with(octets_at("\x00\x00\xFE\xFF", 4))) return charset::utf_32be;
    if (octets.starts_with(octets_at("\xFF\xFE\x00\x00", 4))) return charset::utf_32le;
    if (octets.starts_with("\xFE\xFF")) return charset::utf_16be;
    if (octets.starts_with("\xFF\xFE")) return charset::utf_16le;
    return std::nullopt;
}

namespace detail {

/// Drops the byte order mark at the start of a text that arrives in blocks of UTF-8, each of which
/// consists of whole characters.
class start_mark_filter {
  public:
    /// Returns `block` without the mark.
    constexpr std::string_view operator()(std::string_view block) noexcept {
        if (is_passed_ || block.empty()) return block;
        is_passed_ = true;
        if (block.starts_with(utf8_byte_order_mark))
            return block.substr(utf8_byte_order_mark.size());
        return block;
    }

  private:
    bool is_passed_ = false; // whether the start of the text has been seen
};

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif
