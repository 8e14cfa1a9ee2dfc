#ifndef FOLDWISE_TRANSFER_BASE64_HPP
#define FOLDWISE_TRANSFER_BASE64_HPP

#include <foldwise/transfer/decoded.hpp>
#include <foldwise/transfer/detail/base64_blocks.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The value of an octet, from 0 to 63; 64 or more if it is not in the alphabet.
constexpr std::uint32_t base64_sextet(char octet) noexcept {
    return base64_table.at[0].of[static_cast<unsigned char>(octet)] >> 2;
}

/// The state of a quantum, which is four sextets or three octets, while it is read sextet by
/// sextet.
class base64_quantum {
  public:
    /// How many sextets the quantum has so far, from 0 to 3.
    constexpr unsigned sextets() const noexcept { return sextets_; }

    /// The bits of the last sextet that belong to no octet yet.
    constexpr unsigned left_over() const noexcept {
        return sextets_ == 0 ? 0 : last_ & (63u >> (2 * (sextets_ - 1)));
    }

    /// Adds a sextet, and returns the octet that it completes; the first one completes none.
    constexpr char take(std::uint32_t sextet) noexcept {
        auto const octet = last_ << (2 * sextets_) | sextet >> (6 - 2 * sextets_);
        last_ = sextet;
        sextets_ = (sextets_ + 1) % 4;
        return static_cast<char>(static_cast<unsigned char>(octet & 0xFF));
    }
    constexpr void end() noexcept { sextets_ = 0; }

  private:
    std::uint32_t last_ = 0;
    unsigned sextets_ = 0;
};

class base64_walker {
  public:
    constexpr base64_walker() = default;
    explicit constexpr base64_walker(std::string_view text) noexcept : text_{text} { find(); }

    constexpr bool at_end() const noexcept { return at_ == text_.size(); }
    constexpr char current() const noexcept { return current_; }
    constexpr void advance() noexcept {
        ++at_;
        find();
    }
    constexpr std::size_t position() const noexcept { return at_; }

  private:
    /// Moves to the next sextet that completes an octet.
    constexpr void find() noexcept {
        for (; at_ < text_.size(); ++at_) {
            if (auto const sextet = base64_sextet(text_[at_]); sextet < 64) {
                bool const is_first = quantum_.sextets() == 0;
                current_ = quantum_.take(sextet);
                if (!is_first) return;
            } else if (text_[at_] == '=') {
                quantum_.end();
            }
        }
    }
    std::string_view text_;
    std::size_t at_ = 0; // at the sextet that completes current_
    base64_quantum quantum_;
    char current_ = 0;
};

} // namespace detail

/// The maximum number of octets that `size` octets of base64 decode to. O(1).
///     base64_decoded_size_limit(8)  ->  6
constexpr std::size_t base64_decoded_size_limit(std::size_t size) noexcept {
    return size / 4 * 3 + (size % 4 == 0 ? 0 : size % 4 - 1);
}

/// Decodes base64 (RFC 2045 section 6.8, RFC 4648 section 4) that arrives piece by piece.
///     base64_decoder in;
///     while (read_some(piece))
///         while (!piece.empty()) {
///             auto const done = in.decode(piece, buffer, sizeof buffer);
///             write(buffer, done.written);
///             piece.remove_prefix(done.read);
///         }
/// Each octet is written as soon as its bits are known. Total: the text is always read to its end.
///     an octet outside of the alphabet  is ignored, as the RFC requires
///     padding                           ends the quantum; another one may follow
///     "=" that is not padding           is ignored
///     an incomplete quantum             is decoded to the octets whose bits it has
/// Readers differ when data follows padding: some read on, some stop there, some reject the whole
/// text. This one reads on, so that nothing is hidden. `diagnose_base64` reports each deviation.
/// Allocates nothing.
class base64_decoder {
  public:
    /// Decodes one octet after the other.
    using walker = detail::base64_walker;

    /// See base64_decoded_size_limit.
    static constexpr std::size_t size_limit(std::size_t size) noexcept {
        return base64_decoded_size_limit(size);
    }

    /// Decodes `text`, the next piece, to `to`, at most `count` octets. All of `text` is read
    /// unless the room runs out. `to` must not overlap `text`. Octets of `to` after the decoded
    /// ones, up to `count`, may be overwritten. O(text).
    constexpr transcoded decode(std::string_view text, char* to, std::size_t count) noexcept {
        transcoded done;
        for (;;) {
            if (quantum_.sextets() == 0) {
                auto const blocks = detail::base64_blocks::decode(
                    text.substr(done.read), to + done.written, count - done.written);
                done.read += blocks.read;
                done.written += blocks.written;
            }
            if (done.read == text.size()) return done;
            char const octet = text[done.read];
            if (auto const sextet = detail::base64_sextet(octet); sextet < 64) {
                bool const is_first = quantum_.sextets() == 0;
                if (!is_first && done.written == count) return done;
                char const completed = quantum_.take(sextet);
                if (!is_first) to[done.written++] = completed;
            } else if (octet == '=') {
                quantum_.end();
            }
            ++done.read;
        }
    }

    /// Ends the text. Writes nothing and returns 0: no octets are left. Another text may follow.
    constexpr std::size_t finish(char*, std::size_t) noexcept {
        quantum_.end();
        return 0;
    }

    /// Decodes a whole text; see decode_base64.
    static constexpr transcoded decode_all(std::string_view text, char* to,
                                           std::size_t count) noexcept {
        return base64_decoder{}.decode(text, to, count);
    }

  private:
    detail::base64_quantum quantum_;
};

/// Decodes all of `text` to `to`, at most `count` octets. base64_decoded_size_limit(text.size()) is
/// always enough. See base64_decoder.
///     char octets[6];
///     decode_base64("SGVsbG8=", octets, 6)  ->  read 8, written 5, "Hello"
constexpr transcoded decode_base64(std::string_view text, char* to, std::size_t count) noexcept {
    return base64_decoder::decode_all(text, to, count);
}

/// A text in base64, decoded as it is read.
using base64_decoded = decoded<base64_decoder>;

} // namespace foldwise::inline FOLDWISE_ABI

#endif
