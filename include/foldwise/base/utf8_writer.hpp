#ifndef FOLDWISE_BASE_UTF8_WRITER_HPP
#define FOLDWISE_BASE_UTF8_WRITER_HPP

#include <foldwise/base/copy_ascii.hpp>
#include <foldwise/base/octet_vector.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI::detail {

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

    /// Copies the octets from `at` on that are ASCII, and none of `others`. Returns where they end.
    /// Needs room for `octets`, even if fewer are copied.
    template <char... others>
    constexpr std::size_t copy_ascii(std::string_view octets, std::size_t at) noexcept {
        auto const end = detail::copy_ascii<others...>(octets, at, to_ + size_);
        size_ += end - at;
        offset_ += end - at;
        return end;
    }

    /// Where the next octet is written, for a loop that writes by itself and then calls `wrote`.
    constexpr char* end() const noexcept { return to_ + size_; }
    /// Records that the octets up to `end` were written for another `read` octets.
    constexpr void wrote(char const* end, std::size_t read) noexcept {
        size_ = static_cast<std::size_t>(end - to_);
        offset_ += read;
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

/// Decodes octets with a `Decoder`, which has
///     copy_plain(octets, at, writer)  copies the octets from `at` on that are the same in UTF-8,
///                                     and returns where they end
///     take_run(octets, at, writer)    optional: decodes characters from `at` on in a fast loop, as
///                                     far as it can, and returns where they end
///     take(octet, writer)             decodes any octet
///     finish(writer)                  ends the text; the caller calls it, because more octets may
///                                     follow
template <class Decoder>
constexpr void decode(Decoder& decoder, std::string_view octets, utf8_writer& to) noexcept {
    for (std::size_t at = 0; at < octets.size();) {
        auto const start = at;
        at = decoder.copy_plain(octets, at, to);
        if constexpr (requires { decoder.take_run(octets, at, to); }) {
            at = decoder.take_run(octets, at, to);
            if (at != start) continue;
        }
        if (at == octets.size()) break;
        to.pass(1);
        decoder.take(octets[at++], to);
    }
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
