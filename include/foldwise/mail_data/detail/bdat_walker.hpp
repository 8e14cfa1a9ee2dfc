#ifndef FOLDWISE_MAIL_DATA_DETAIL_BDAT_WALKER_HPP
#define FOLDWISE_MAIL_DATA_DETAIL_BDAT_WALKER_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/mail_data/bdat_chunk.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether `bytes` start with a BDAT command, well-formed or not.
constexpr bool starts_with_bdat(std::string_view bytes) noexcept {
    if (!ascii_istarts_with(bytes, "BDAT")) return false;
    return bytes.size() == 4 || fws_octets.contains(bytes[4]);
}

/// Iterates over the chunks of a message. (It has no result<bdat_chunk>: if one is assigned here,
/// g++ 12 with -O3 loses the values of its union.)
class bdat_walker {
  public:
    constexpr bdat_walker() = default;
    constexpr bdat_walker(std::string_view bytes, line_ending ending) noexcept
        : rest_{bytes}, ending_{ending} {
        read();
    }

    constexpr bool at_end() const noexcept { return state_ == state::end; }
    constexpr result<bdat_chunk> current() const noexcept {
        if (state_ == state::malformed) return problem_;
        return chunk_;
    }
    constexpr void advance() noexcept {
        bool const is_last = state_ == state::malformed || chunk_.is_last();
        if (state_ == state::chunk) rest_.remove_prefix(chunk_.raw().size());
        state_ = state::end;
        if (!is_last) read();
    }
    constexpr std::size_t position() const noexcept { return rest_.size() + (at_end() ? 0 : 1); }

    /// The octets from the chunk on.
    constexpr std::string_view rest() const noexcept { return rest_; }
    /// The octets of the message in the chunk; empty if it is malformed.
    constexpr std::string_view content() const noexcept {
        return state_ == state::chunk ? chunk_.content() : std::string_view{};
    }

  private:
    enum class state : unsigned char { chunk, malformed, end };

    constexpr void read() noexcept {
        if (!starts_with_bdat(rest_)) return;
        auto const found = bdat_chunk::read(rest_, ending_);
        if (found)
            chunk_ = *found;
        else
            problem_ = found.error();
        state_ = found ? state::chunk : state::malformed;
    }
    std::string_view rest_;
    bdat_chunk chunk_;
    diagnostic problem_;
    line_ending ending_ = line_ending::crlf;
    state state_ = state::end;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
