#ifndef FOLDWISE_MAIL_DATA_BDAT_CONTENT_HPP
#define FOLDWISE_MAIL_DATA_BDAT_CONTENT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/octets_of.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/mail_data/detail/bdat_walker.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Iterates over the contents of the chunks that have one.
class bdat_piece_walker {
  public:
    constexpr bdat_piece_walker() = default;
    explicit constexpr bdat_piece_walker(bdat_walker const& chunks) noexcept : chunks_{chunks} {
        pass_empty();
    }

    constexpr bool at_end() const noexcept { return chunks_.at_end(); }
    constexpr std::string_view current() const noexcept { return chunks_.content(); }
    constexpr void advance() noexcept {
        chunks_.advance();
        pass_empty();
    }
    constexpr std::size_t position() const noexcept { return chunks_.position(); }

  private:
    constexpr void pass_empty() noexcept {
        while (!at_end() && current().empty()) chunks_.advance();
    }
    bdat_walker chunks_;
};

} // namespace detail

/// The message that BDAT commands carry (RFC 3030): the octets of all chunks, joined, as a lazy
/// text.
///     bdat_content{"BDAT 5\r\nHelloBDAT 2 LAST\r\n!!"}  ->  "Hello!!"
/// Borrows the bytes; allocates only in `to_string` and `append_to`; a traversal is O(n). Total:
/// ends where bdat_chunks ends.
class bdat_content : public pieced_text<bdat_content> {
  public:
    using iterator = walk_iterator<detail::octets_of<detail::bdat_piece_walker>>;
    /// The contents of the chunks that have one.
    using piece_range = walk_range<detail::bdat_piece_walker>;

    constexpr bdat_content() = default;
    /// Reads the chunks in `raw`; `ending` is the ending of the lines of commands.
    explicit constexpr bdat_content(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                                    line_ending ending = line_ending::crlf) noexcept
        : raw_{raw}, ending_{ending} {}
    template <owning_temporary T>
    explicit bdat_content( // it would dangle: keep the string in a variable first
        T&&, line_ending = line_ending::crlf) = delete;

    /// The commands and their octets, and perhaps other commands after them.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept {
        return iterator{detail::octets_of<detail::bdat_piece_walker>{piece_walker()}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return piece_walker().at_end(); }

    /// The contents of the chunks that have one.
    constexpr piece_range pieces() const noexcept { return piece_range{piece_walker()}; }

    /// The whole message as one view of the caller's bytes, if only one chunk has octets.
    /// O(chunks).
    constexpr optional<std::string_view> contiguous() const noexcept {
        return detail::only_piece(piece_walker());
    }

  private:
    constexpr detail::bdat_piece_walker piece_walker() const noexcept {
        return detail::bdat_piece_walker{detail::bdat_walker{raw_, ending_}};
    }
    std::string_view raw_;
    line_ending ending_ = line_ending::crlf;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::bdat_content> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::bdat_content> = true;

#endif
