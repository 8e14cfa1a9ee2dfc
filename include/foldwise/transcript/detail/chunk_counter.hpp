#ifndef FOLDWISE_TRANSCRIPT_DETAIL_CHUNK_COUNTER_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_CHUNK_COUNTER_HPP

#include <foldwise/config.hpp>

#include <cstddef>
#include <cstdint>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Counts the octets of a chunk (RFC 3030 section 2) in the lines of a transcript.
class chunk_counter {
  public:
    /// The part of a line that belongs to the chunk.
    struct part {
        std::size_t size; ///< how many octets of the line's text
        bool goes_on;     ///< whether its line ending belongs to the chunk, too, or a part of it
    };

    constexpr chunk_counter() = default;
    explicit constexpr chunk_counter(std::uint64_t size) noexcept : left_{size} {}

    /// Whether more octets follow.
    constexpr bool is_open() const noexcept { return left_ != 0; }

    /// Takes a line: `text` octets, and a line ending of `ending` octets. That of the protocol has
    /// two, also if the transcript has LF in its place.
    constexpr part take(std::size_t text, std::size_t ending) noexcept {
        bool const goes_on = text < left_;
        auto const size = goes_on ? text : static_cast<std::size_t>(left_);
        auto const all = text + ending;
        left_ -= all < left_ ? all : left_;
        return {size, goes_on};
    }

  private:
    std::uint64_t left_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
