#ifndef FOLDWISE_WORDS_DETAIL_SEGMENT_OCTETS_HPP
#define FOLDWISE_WORDS_DETAIL_SEGMENT_OCTETS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/config.hpp>
#include <foldwise/transfer/base64.hpp>
#include <foldwise/words/encoded_word.hpp>
#include <foldwise/words/word_segments.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether an octet is a hexadecimal digit, as in an escape of the Q encoding.
constexpr bool is_q_digit(char octet) noexcept { return hex_octet('0', octet) < 256; }

/// The size of an escape at the end of `text` in the Q encoding that is cut off: 1 for "=", 2 for
/// "=" and a digit, 0 if there is none.
constexpr std::size_t open_escape_size(std::string_view text) noexcept {
    auto const size = text.size();
    if (size != 0 && text[size - 1] == '=') return 1;
    return size >= 2 && text[size - 2] == '=' && is_q_digit(text[size - 1]) ? 2 : 0;
}

/// Reads the octets of segments: those of an encoded-word decoded, those of other text unchanged.
class segment_octets {
  public:
    /// Starts with a segment, after all octets of the last one have been taken.
    constexpr void start(word_segment const& next) noexcept {
        rest_ = next.octets;
        if (!next.is_word()) {
            coding_ = coding::none;
        } else if (next.encoding == word_encoding::b) {
            coding_ = coding::b;
            if (!next.continues) base64_ = {};
        } else {
            coding_ = coding::q;
            if (escape_size_ != 0 || next.is_continued) join_escape(next.is_continued);
        }
    }

    /// Whether everything has been taken. If not, the rest may still encode no octet.
    constexpr bool at_end() const noexcept { return rest_.empty() && joined_size_ == 0; }

    /// Takes the next octets, at most `count`, which is not 0. Decoded octets are written to `to`;
    /// octets that are not encoded are returned as a view of the segment. Empty if no octets are
    /// left.
    constexpr std::string_view take(char* to, std::size_t count) noexcept {
        switch (coding_) {
        case coding::none: break;
        case coding::b: {
            auto const done = base64_.decode(rest_, to, count);
            rest_.remove_prefix(done.read);
            return octets_at(to, done.written);
        }
        case coding::q: {
            if (joined_size_ != 0) return take_joined(to);
            auto const rest = rest_;
            auto const limit = rest.size() < count ? rest.size() : count;
            std::size_t size = 0;
            std::size_t at = 0;
            for (; at < limit; ++size) {
                auto const next = read_q_octet(rest, at);
                at += next.size;
                to[size] = next.octet;
            }
            rest_.remove_prefix(at);
            return octets_at(to, size);
        }
        }
        auto const taken = rest_.substr(0, count);
        rest_.remove_prefix(taken.size());
        return taken;
    }

    /// How many octets of the segment are left.
    constexpr std::size_t position() const noexcept { return rest_.size() + joined_size_; }

  private:
    enum class coding : unsigned char { none, b, q };

    /// Joins an escape that started in the segment before with the start of this one, and keeps the
    /// start of an escape at the end of this one.
    FOLDWISE_NOINLINE constexpr void join_escape(bool is_continued) noexcept {
        while (escape_size_ != 0 && !rest_.empty()) {
            bool const is_digit = is_q_digit(rest_[0]);
            if (is_digit && escape_size_ == 1) {
                escape_[escape_size_++] = rest_[0];
                rest_.remove_prefix(1);
            } else if (is_digit) {
                joined_[0] =
                    static_cast<char>(static_cast<unsigned char>(hex_octet(escape_[1], rest_[0])));
                joined_size_ = 1;
                escape_size_ = 0;
                rest_.remove_prefix(1);
            } else {
                end_escape();
            }
        }
        if (escape_size_ != 0) {
            if (!is_continued) end_escape();
        } else if (is_continued) {
            escape_size_ = open_escape_size(rest_);
            rest_.substr(rest_.size() - escape_size_).copy(escape_, escape_size_);
            rest_.remove_suffix(escape_size_);
        }
    }

    FOLDWISE_NOINLINE constexpr std::string_view take_joined(char* to) noexcept {
        to[0] = joined_[0];
        joined_[0] = joined_[1];
        --joined_size_;
        return octets_at(to, 1);
    }

    /// Makes text of an escape that is cut off.
    constexpr void end_escape() noexcept {
        joined_[0] = escape_[0];
        joined_[1] = escape_[1];
        joined_size_ = escape_size_;
        escape_size_ = 0;
    }

    std::string_view rest_;
    coding coding_ = coding::none;
    base64_decoder base64_;
    char escape_[2] = {}; // the start of an escape that the next segment may complete
    char joined_[2] = {}; // octets before rest_
    std::size_t escape_size_ = 0;
    std::size_t joined_size_ = 0;
};

/// How long a text in base64 is, and whether it can be complete. It is taken in pieces.
class base64_extent {
  public:
    constexpr void add(std::string_view text) noexcept {
        for (char const octet : text) {
            if (fws_octets.contains(octet)) continue;
            ++size_;
            has_padding_ |= octet == '=';
            last_ = octet;
        }
    }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool has_padding() const noexcept { return has_padding_; }

    /// Whether the text ends at the end of an octet. Writers that leave out the padding end it
    /// there; those that cut a longer text anywhere mostly do not.
    constexpr bool is_whole() const noexcept {
        auto const over = size_ % 4;
        if (has_padding_ || over == 0) return over != 1;
        auto const sextet = base64_sextet(last_);
        return over != 1 && (sextet & (over == 2 ? 15u : 3u)) == 0;
    }

  private:
    std::size_t size_ = 0;
    bool has_padding_ = false;
    char last_ = 0;
};

/// Walks over segments, and finds out where the encoded text of a word goes on in the next word,
/// which RFC 2047 section 5 forbids. Words of one charset and encoding are joined if nothing is
/// between them except white space, and
/// - in Q, an escape is cut off at the end of the first word, and digits at the start of the second
///   one complete it;
/// - in B, the first word has no "=", its length is not a multiple of four, and that of both
/// together
///   is. Up to four words are joined if only all of them together have such a length, and one of
///   them is not a whole number of octets.
template <walker Segments>
class joined_segments {
  public:
    constexpr joined_segments() = default;
    explicit constexpr joined_segments(Segments const& first) noexcept : at_{first} { read(); }

    constexpr bool at_end() const noexcept { return at_.at_end(); }
    /// The segment; the last one at the end.
    constexpr word_segment const& current() const noexcept { return current_; }
    constexpr void advance() noexcept {
        at_.advance();
        read();
    }
    constexpr auto position() const noexcept { return at_.position(); }

  private:
    constexpr void read() noexcept {
        if (at_.at_end()) return;
        bool const continues = current_.is_continued;
        current_ = at_.current();
        if (!current_.is_word()) return;
        current_.continues = continues || current_.piece == word_piece::later;
        bool const may_go_on = current_.encoding == word_encoding::b
                                   ? current_.octets.size() % 4 != 0 || words_to_join_ != 0 ||
                                         current_.piece != word_piece::whole
                                   : continues || open_escape_size(current_.octets) != 0;
        if (may_go_on) look_ahead();
    }

    FOLDWISE_NOINLINE constexpr void look_ahead() noexcept {
        auto ahead = at_;
        ahead.advance();
        auto const next = ahead.at_end() ? word_segment{} : ahead.current();
        bool const is_same_word = next.piece == word_piece::later;
        if (current_.encoding == word_encoding::q) {
            current_.is_continued = note_open_escape() && is_joined_with(next) &&
                                    (is_same_word || completes_escape(next.octets));
            return;
        }
        if (current_.piece != word_piece::later) base64_ = {};
        base64_.add(current_.octets);
        if (is_same_word) return;
        if (words_to_join_ == 0) words_to_join_ = find_words_to_join(ahead);
        if (words_to_join_ == 0) return;
        --words_to_join_;
        current_.is_continued = true;
    }

    constexpr bool is_joined_with(word_segment const& next) const noexcept {
        return next.is_word() && next.encoding == current_.encoding &&
               next.stated == current_.stated && current_.is_decoded_with(next);
    }

    /// Notes how much of an escape there is if it is cut off at the end of the segment; the escape
    /// may have begun before the segment. Returns whether there is one.
    constexpr bool note_open_escape() noexcept {
        auto const octets = current_.octets;
        bool const goes_on =
            current_.continues && escape_size_ == 1 && octets.size() == 1 && is_q_digit(octets[0]);
        escape_size_ = goes_on ? 2 : open_escape_size(octets);
        return escape_size_ != 0;
    }
    constexpr bool completes_escape(std::string_view text) const noexcept {
        if (text.empty() || !is_q_digit(text[0])) return false;
        return escape_size_ == 2 || text.size() == 1 || is_q_digit(text[1]);
    }

    /// How many of the words from `ahead` on are joined with this one.
    constexpr unsigned find_words_to_join(Segments ahead) const noexcept {
        if (base64_.has_padding() || base64_.size() % 4 == 0) return 0;
        auto size = base64_.size();
        bool is_whole = base64_.is_whole();
        for (unsigned count = 1; count <= 3; ++count) {
            if (ahead.at_end() || !is_joined_with(ahead.current())) return 0;
            base64_extent next;
            do {
                next.add(ahead.current().octets);
                ahead.advance();
            } while (!ahead.at_end() && ahead.current().piece == word_piece::later);
            size += next.size();
            is_whole = is_whole && next.is_whole();
            if (size % 4 == 0) return count == 1 || !is_whole ? count : 0;
            if (next.has_padding()) return 0;
        }
        return 0;
    }

    Segments at_;
    word_segment current_;
    base64_extent base64_;        // of the current word up to the current segment
    std::size_t escape_size_ = 0; // at the end of the current segment, if it has been looked for
    unsigned words_to_join_ = 0;  // how many of the next words are joined with the current one
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
