#ifndef FOLDWISE_WORDS_DETAIL_PLAIN_WORDS_HPP
#define FOLDWISE_WORDS_DETAIL_PLAIN_WORDS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/config.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/transfer/base64.hpp>
#include <foldwise/words/detail/segment_octets.hpp>
#include <foldwise/words/encoded_word.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Decodes a text that consists of encoded-words in the form that most programs write:
///
///     =?utf-8?Q?Andr=C3=A9?=      =?UTF-8?B?w4l0w6k=?= =?UTF-8?B?IQ==?=
///
///     plain-words = plain-word *(FWS plain-word)
///     plain-word  = "=?utf-8?" ("B" / "Q") "?" *(atext / ".") "?="
///
/// Each word has whole quanta of base64, or whole escapes, and is UTF-8 by itself; all of them have
/// at most `most` octets. Every place of encoded-words (see word_places.hpp) reads such a text in
/// the same way. Other texts are left to the rest of `decoded_words`, which finds the same in these
/// texts, but more slowly. Holds the text; allocates nothing. O(raw).
class plain_words {
  public:
    static constexpr std::size_t most = 512;

    explicit constexpr plain_words(std::string_view raw) noexcept
        : is_read_{!raw.empty() && raw.size() <= most && raw.back() == '=' && read(raw)} {}

    /// Whether the text has this form.
    constexpr bool is_read() const noexcept { return is_read_; }

    /// If so: the decoded text, which may be empty.
    constexpr std::string_view text() const noexcept { return octets_at(octets_, size_); }

  private:
    constexpr bool read(std::string_view raw) noexcept {
        for (std::size_t at = 0;;) {
            auto const size = take_word(octets_at(raw.data() + at, raw.size() - at));
            if (size == 0) return false;
            at += size;
            if (at == raw.size()) return !starts_with_mark();
            auto const word_end = at;
            while (at != raw.size() && is_wsp(raw[at])) ++at;
            at += folds{}.cut_at(raw, at);
            while (at != raw.size() && is_wsp(raw[at])) ++at;
            if (at == word_end) return false;
        }
    }

    constexpr bool starts_with_mark() const noexcept {
        return size_ != 0 && octets_[0] == utf8_byte_order_mark[0] &&
               text().starts_with(utf8_byte_order_mark);
    }

    /// Decodes the word at the start of `rest`, and returns its size; 0 if there is none.
    constexpr std::size_t take_word(std::string_view rest) noexcept {
        constexpr std::size_t text = 10; // where the encoded-text starts
        bool const is_word = rest.size() > text && rest[0] == '=' && rest[1] == '?' &&
                             ascii_iequals(octets_at(rest.data() + 2, 5), octets_at("utf-8", 5)) &&
                             rest[7] == '?' && rest[9] == '?';
        if (!is_word) return 0;
        auto const end = scan::octet(rest, '?', text);
        if (rest.size() - end < 2 || rest[end + 1] != '=') return 0;
        auto const first = size_;
        if (!decode(octets_at(rest.data() + text, end - text), rest[8])) return 0;
        return is_utf8_from(first) ? end + 2 : 0;
    }

    constexpr bool is_utf8_from(std::size_t at) const noexcept {
        for (; at != size_; ++at) {
            auto const lead = static_cast<unsigned char>(octets_[at]);
            if (lead < 0x80) continue;
            bool const is_pair = lead >= 0xC2 && lead < 0xE0 && at + 1 != size_ &&
                                 (static_cast<unsigned char>(octets_[at + 1]) & 0xC0) == 0x80;
            if (is_pair) { // the usual characters of two octets
                ++at;
                continue;
            }
            auto const next = utf8_character_at(text(), at);
            if (!next.is_well_formed) return false;
            at += next.size - 1;
        }
        return true;
    }

    constexpr bool decode(std::string_view encoded, char encoding) noexcept {
        if (encoding == 'B' || encoding == 'b') return decode_b(encoded);
        return (encoding == 'Q' || encoding == 'q') && decode_q(encoded);
    }

    /// Decodes whole quanta, of which only the last one may be padded.
    constexpr bool decode_b(std::string_view encoded) noexcept {
        auto const size = encoded.size();
        if (size % 4 != 0) return false;
        bool const is_padded = encoded.ends_with('=');
        auto const whole = is_padded ? size - 4 : size;
        if (!take_quanta(octets_at(encoded.data(), whole))) return false;
        if (!is_padded) return true;
        auto const* const last = encoded.data() + whole;
        bool const has_one = last[2] == '='; // one octet, not two
        char const quantum[] = {last[0], last[1], has_one ? 'A' : last[2], 'A'};
        if (!take_quanta(octets_at(quantum, 4))) return false;
        size_ -= has_one ? 2 : 1;
        return true;
    }
    FOLDWISE_NOINLINE constexpr bool take_quanta(std::string_view quanta) noexcept {
        auto const written = decode_base64(quanta, octets_ + size_, most - size_).written;
        size_ += written;
        return written == quanta.size() / 4 * 3; // nothing but digits
    }

    constexpr bool decode_q(std::string_view encoded) noexcept {
        auto* to = octets_ + size_;
        for (std::size_t at = 0; at != encoded.size(); ++at) {
            char const octet = encoded[at];
            if (octet == '=') {
                auto const next = read_q_octet(encoded, at);
                *to++ = next.octet;
                at += next.size - 1;
            } else {
                if (!atom_octets.contains(octet) && octet != '.') return false;
                *to++ = octet == '_' ? ' ' : octet;
            }
        }
        size_ = static_cast<std::size_t>(to - octets_);
        return open_escape_size(encoded) == 0;
    }

    std::size_t size_ = 0;
    char octets_[most]; // only the first size_ of them have values
    bool is_read_;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
