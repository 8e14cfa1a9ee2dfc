#ifndef FOLDWISE_MIME_BASE64_HPP
#define FOLDWISE_MIME_BASE64_HPP

#include <foldwise/mime/decoded.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace foldwise {

/// RFC 2045 section 6.8, table 1: what stands for 0 to 63.
inline constexpr std::string_view base64_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

namespace detail {

/// What each octet adds to the three octets of a quantum, the first one of them lowest, at
/// each of the four places; of octets outside of the alphabet, a bit above all three.
struct base64_tables {
    static constexpr std::uint32_t outside = std::uint32_t{1} << 24;

    constexpr base64_tables() noexcept {
        for (auto& place : at)
            for (auto& bits : place) bits = outside;
        for (std::uint32_t sextet = 0; sextet < 64; ++sextet) {
            auto const octet = static_cast<unsigned char>(base64_alphabet[sextet]);
            at[0][octet] = sextet << 2;
            at[1][octet] = sextet >> 4 | (sextet & 15) << 12;
            at[2][octet] = sextet >> 2 << 8 | (sextet & 3) << 22;
            at[3][octet] = sextet << 16;
        }
    }
    std::uint32_t at[4][256] = {};
};
inline constexpr base64_tables base64_table{};

/// What an octet stands for; 64 and more outside of the alphabet.
constexpr std::uint32_t base64_sextet(char octet) noexcept {
    return base64_table.at[0][static_cast<unsigned char>(octet)] >> 2;
}

/// The quantum that is being read: how many sextets it has, from 0 to 3, and the last one.
class base64_quantum {
  public:
    constexpr unsigned sextets() const noexcept { return sextets_; }

    /// The bits of the last sextet that belong to no octet yet.
    constexpr unsigned left_over() const noexcept {
        return sextets_ == 0 ? 0 : last_ & (63u >> (2 * (sextets_ - 1)));
    }

    /// Takes a sextet, and gives the octet that it completes: none if it is the first.
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
    /// The next sextet that completes an octet.
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
    std::size_t at_ = 0; // where the sextet is that completes the octet
    base64_quantum quantum_;
    char current_ = 0;
};

} // namespace detail

/// The most octets that `size` octets of base64 hold.
///     base64_decoded_size_limit(8)  ->  6
constexpr std::size_t base64_decoded_size_limit(std::size_t size) noexcept {
    return size / 4 * 3 + (size % 4 == 0 ? 0 : size % 4 - 1);
}

/// Decodes base64 (RFC 2045 section 6.8, RFC 4648 section 4) that comes piece by piece.
///     base64_decoder in;
///     while (read_some(piece))
///         while (!piece.empty()) {
///             auto const done = in.decode(piece, buffer, sizeof buffer);
///             write(buffer, done.written);
///             piece.remove_prefix(done.read);
///         }
/// Each octet is written as soon as its bits are known. Total, and reads on to the end
/// whatever comes:
///     an octet outside of the alphabet  is passed over, as the RFC says
///     padding                           ends the quantum; what follows begins a new one
///     "=" where no padding belongs      is passed over
///     a quantum without its end         gives the octets that are complete
/// Readers differ in what follows padding: some go on as here, which hides nothing, some stop
/// there, some refuse all of it. `diagnose_base64` says where a text deviates. Allocates
/// nothing.
class base64_decoder {
  public:
    using walker = detail::base64_walker;

    /// See base64_decoded_size_limit.
    static constexpr std::size_t size_limit(std::size_t size) noexcept {
        return base64_decoded_size_limit(size);
    }

    /// Reads on in `text` and writes to `to`, at most `count` octets. Not all of `text` is read
    /// only where there is no room for what it holds. `to` must not overlap `text`; what of it is
    /// behind the octets that are written, within `count`, may change. O(text).
    constexpr transcoded decode(std::string_view text, char* to, std::size_t count) noexcept {
        transcoded done;
        for (;;) {
            if (quantum_.sextets() == 0) decode_quanta(text, to, count, done);
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

    /// The text ends here: nothing is left to write. Another text may follow.
    constexpr std::size_t finish(char*, std::size_t) noexcept {
        quantum_.end();
        return 0;
    }

    /// All of a text, as far as there is room.
    static constexpr transcoded decode_all(std::string_view text, char* to,
                                           std::size_t count) noexcept {
        return base64_decoder{}.decode(text, to, count);
    }

  private:
    /// Whole quanta and the line endings between them, as many as there are.
    static constexpr void decode_quanta(std::string_view text, char* to, std::size_t count,
                                        transcoded& done) noexcept {
        for (;;) {
            auto const in_text = (text.size() - done.read) / 4;
            auto const in_room = (count - done.written) / 3;
            auto const most = in_text < in_room ? in_text : in_room;
            auto const quanta = decode_quanta(text.data() + done.read, to + done.written, most);
            done.read += quanta * 4;
            done.written += quanta * 3;
            auto const before = done.read;
            while (done.read < text.size() && (text[done.read] == '\r' || text[done.read] == '\n'))
                ++done.read;
            if (done.read == before) return;
        }
    }

    /// At most `most` quanta, up to the first that has anything else in it; gives how many.
    static constexpr std::size_t decode_quanta(char const* text, char* to,
                                               std::size_t most) noexcept {
        auto left = most;
        for (; left > 2; left -= 2, text += 8, to += 6) { // there is room for the two octets more
            auto const first = quantum_at(text);
            auto const second = quantum_at(text + 4);
            if ((first | second) >= detail::base64_tables::outside) break;
            put_eight(first | std::uint64_t{second} << 24, to);
        }
        for (; left > 0; --left, text += 4, to += 3) {
            auto const quantum = quantum_at(text);
            if (quantum >= detail::base64_tables::outside) break;
            to[0] = octet_of(quantum);
            to[1] = octet_of(quantum >> 8);
            to[2] = octet_of(quantum >> 16);
        }
        return most - left;
    }

    static constexpr std::uint32_t quantum_at(char const* text) noexcept {
        auto const& table = detail::base64_table.at;
        return table[0][static_cast<unsigned char>(text[0])] |
               table[1][static_cast<unsigned char>(text[1])] |
               table[2][static_cast<unsigned char>(text[2])] |
               table[3][static_cast<unsigned char>(text[3])];
    }
    /// Eight octets, the lowest first.
    static constexpr void put_eight(std::uint64_t octets, char* to) noexcept {
        if (std::is_constant_evaluated() || std::endian::native != std::endian::little)
            for (int i = 0; i < 8; ++i) to[i] = octet_of(octets >> (8 * i));
        else
            std::memcpy(to, &octets, sizeof octets);
    }
    static constexpr char octet_of(std::uint64_t bits) noexcept {
        return static_cast<char>(static_cast<unsigned char>(bits & 0xFF));
    }
    detail::base64_quantum quantum_;
};

/// Decodes `text`, all of it, to `to`: at most `count` octets, for which
/// base64_decoded_size_limit(text.size()) are always enough. See base64_decoder.
///     char octets[6];
///     decode_base64("SGVsbG8=", octets, 6)  ->  read 8, written 5, "Hello"
constexpr transcoded decode_base64(std::string_view text, char* to, std::size_t count) noexcept {
    return base64_decoder::decode_all(text, to, count);
}

/// A text in base64, decoded as it is read.
using base64_decoded = decoded<base64_decoder>;

} // namespace foldwise

#endif
