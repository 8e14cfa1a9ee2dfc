#ifndef FOLDWISE_BASE_UTF8_WRITER_HPP
#define FOLDWISE_BASE_UTF8_WRITER_HPP

#include <foldwise/base/octet_vector.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace foldwise::detail {

/// The places where U+FFFD replaced octets that are not a character. Offsets count from the start
/// of the text that is read.
struct replaced_places {
    std::size_t count = 0;
    std::size_t first = 0; // where the first place starts
    std::size_t last = 0;  // where the last place ends

    constexpr void add(std::size_t from, std::size_t to, std::size_t how_many) noexcept {
        if (count == 0) first = from;
        last = to;
        count += how_many;
    }
};

/// Writes characters as UTF-8 (RFC 3629 section 3), each in the shortest form, to a buffer that
/// has room for them. It also counts the octets that were read, to record which were replaced.
class utf8_writer {
  public:
    constexpr utf8_writer(char* to, std::size_t offset, replaced_places& replaced) noexcept
        : to_{to}, offset_{offset}, replaced_{&replaced} {}

    /// Counts another `count` octets as read.
    constexpr void pass(std::size_t count) noexcept { offset_ += count; }

    /// Writes octets that are UTF-8 already.
    constexpr void copy(std::string_view utf8) noexcept {
        utf8.copy(to_ + size_, utf8.size());
        size_ += utf8.size();
    }

    /// Writes a code point, which must not be a surrogate.
    constexpr void put(char32_t c) noexcept { size_ += write_utf8(c, to_ + size_); }

    /// Writes U+FFFD in place of the octets from `offset - first` to `offset - last`, where
    /// `offset` is the number of octets read so far.
    constexpr void replace(std::size_t first, std::size_t last) noexcept {
        replaced_->add(offset_ - first, offset_ - last, 1);
        put(0xFFFD);
    }

    /// How many octets were written.
    constexpr std::size_t size() const noexcept { return size_; }

  private:
    char* to_;
    std::size_t size_ = 0;
    std::size_t offset_; // after the last octet that was read
    replaced_places* replaced_;
};

/// The offset of the first octet from `at` on that is not ASCII; octets.size() if there is none.
constexpr std::size_t ascii_end(std::string_view octets, std::size_t at) noexcept {
    if (!std::is_constant_evaluated()) {
#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
        for (octet_vector many[4]; octets.size() - at >= sizeof many; at += sizeof many) {
            for (std::size_t i = 0; i < 4; ++i) many[i] = load(octets.data() + at + 16 * i);
            if (first_high(many[0] | many[1] | many[2] | many[3]) != 16) break;
        }
#endif
        constexpr std::uint64_t beyond = 0x8080808080808080;
        for (std::uint64_t eight = 0; octets.size() - at >= sizeof eight; at += sizeof eight) {
            std::memcpy(&eight, octets.data() + at, sizeof eight);
            if ((eight & beyond) == 0) continue;
            if constexpr (std::endian::native == std::endian::little)
                return at + static_cast<std::size_t>(std::countr_zero(eight & beyond)) / 8;
            break;
        }
    }
    while (at < octets.size() && static_cast<unsigned char>(octets[at]) < 0x80) ++at;
    return at;
}

/// The offset of the first octet from `at` on that is not ASCII, or that is one of `others`;
/// octets.size() if there is none.
template <char... others>
constexpr std::size_t ascii_end_before(std::string_view octets, std::size_t at) noexcept {
#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    if (!std::is_constant_evaluated()) {
        auto const hits = [&octets](std::size_t from) noexcept {
            auto const sixteen = load(octets.data() + from);
            return (reinterpret_cast<octet_mask>(sixteen) < 0) | (... | (sixteen == others));
        };
        for (; octets.size() - at >= 64; at += 64) {
            octet_mask const held[] = {hits(at), hits(at + 16), hits(at + 32), hits(at + 48)};
            if (bits_of((held[0] | held[1]) | (held[2] | held[3])) != 0) break;
        }
        for (; octets.size() - at >= 16; at += 16)
            if (auto const bits = bits_of(hits(at))) return at + first_of(bits);
    }
#endif
    while (at < octets.size() && static_cast<unsigned char>(octets[at]) < 0x80 &&
           !((octets[at] == others) || ...))
        ++at;
    return at;
}

/// Decodes octets with a `Decoder`, which has
///     plain_end(octets, at)   the end of the octets from `at` on that are UTF-8 already, in the
///                             current state of the decoder
///     take(octet, writer)     decodes any octet
///     finish(writer)          ends the text; the caller calls it, because more octets may follow
template <class Decoder>
constexpr void decode(Decoder& decoder, std::string_view octets, utf8_writer& to) noexcept {
    for (std::size_t at = 0; at < octets.size();) {
        auto const end = decoder.plain_end(octets, at);
        to.pass(end - at);
        to.copy(octets.substr(at, end - at));
        at = end;
        if (at == octets.size()) break;
        to.pass(1);
        decoder.take(octets[at++], to);
    }
}

} // namespace foldwise::detail

#endif
