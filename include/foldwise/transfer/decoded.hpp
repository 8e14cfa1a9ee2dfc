#ifndef FOLDWISE_TRANSFER_DECODED_HPP
#define FOLDWISE_TRANSFER_DECODED_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The result of one step of a decoder: how many octets it has read and written.
struct transcoded {
    std::size_t read = 0;    ///< octets read
    std::size_t written = 0; ///< octets written

    friend constexpr bool operator==(transcoded const&, transcoded const&) = default;
};

/// A text in a transfer encoding of MIME (RFC 2045 section 6), decoded as it is read.
///     base64_decoded{"SGVs\r\nbG8="}         ->  "Hello"
///     quoted_printable_decoded{"caf=C3=\n=A9"}  ->  "caf\xC3\xA9"
/// `Decoder` is base64_decoder, quoted_printable_decoder or uuencode_decoder; see there for
/// malformed text. A forward, borrowed range of char; begin() finds the first octet, a traversal is
/// O(text). The members decode in blocks, which is several times as fast. Borrows the text;
/// allocates only in `to_string` and `append_to`.
template <class Decoder>
class decoded : public walk_range<typename Decoder::walker> {
  public:
    constexpr decoded() = default;
    explicit constexpr decoded(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : walk_range<typename Decoder::walker>{typename Decoder::walker{raw}}, raw_{raw} {}
    template <owning_temporary T>
    explicit decoded(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The encoded text, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// An upper bound of length(), computed from the size of raw(). O(1).
    constexpr std::size_t size_limit() const noexcept { return Decoder::size_limit(raw_.size()); }

    /// The size of the decoded text. O(text), uses up to 4 KiB of stack.
    constexpr std::size_t length() const noexcept {
        char block[2048] = {};
        std::size_t sum = 0;
        Decoder decoder;
        for (auto rest = raw_; !rest.empty();) {
            auto const done = decoder.decode(rest, block, sizeof block);
            rest.remove_prefix(done.read);
            sum += done.written;
        }
        for (;;) {
            auto const written = decoder.finish(block, sizeof block);
            sum += written;
            if (written < sizeof block) return sum;
        }
    }

    /// Decodes to `to`, at most `count` octets, and returns how many were written. O(text).
    constexpr std::size_t copy_to(char* to, std::size_t count) const noexcept {
        return Decoder::decode_all(raw_, to, count).written;
    }

    /// Appends the decoded text to `text`. Allocates size_limit() octets, or length() if that may
    /// be much less.
    constexpr void append_to(std::string& text) const {
        auto const before = text.size();
        auto const room = size_limit() <= raw_.size() ? size_limit() : length();
        text.resize(before + room);
        text.resize(before + copy_to(text.data() + before, room));
    }

    /// The decoded text as a string. Allocates.
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

  private:
    std::string_view raw_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <class Decoder>
inline constexpr bool std::ranges::enable_view<foldwise::decoded<Decoder>> = true;
template <class Decoder>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::decoded<Decoder>> = true;

#endif
