#ifndef FOLDWISE_TRANSCRIPT_CARRIED_MESSAGE_HPP
#define FOLDWISE_TRANSCRIPT_CARRIED_MESSAGE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/octets_of.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Iterates over the longest stretches of a transcript that are octets of one message.
class carried_piece_walker {
  public:
    constexpr carried_piece_walker() = default;
    /// The lines of the message are from `first` on, and start before `last`.
    constexpr carried_piece_walker(transcript_line_walker const& first, std::size_t last) noexcept
        : at_{first}, last_{last} {
        advance();
    }

    constexpr bool at_end() const noexcept { return piece_.empty(); }
    constexpr std::string_view current() const noexcept { return piece_; }
    constexpr void advance() noexcept {
        piece_ = {};
        for (; !at_.at_end() && at_.position() < last_; at_.advance()) {
            auto const octets = at_.carried();
            if (octets.empty()) continue;
            if (piece_.empty())
                piece_ = octets;
            else if (piece_.data() + piece_.size() == octets.data())
                piece_ = octets_at(piece_.data(), piece_.size() + octets.size());
            else
                break;
        }
    }
    constexpr char const* position() const noexcept { return piece_.data(); }

  private:
    transcript_line_walker at_; // the first line after the piece
    std::size_t last_ = 0;
    std::string_view piece_;
};

} // namespace detail

/// The message that a transaction of a transcript carries, after DATA or in chunks after BDAT,
/// without stuffed dots (RFC 5321 section 4.5.2), marks and commands:
///     C: Subject: dots          "Subject: dots\r\n"
///     C:                        "\r\n"
///     C: ...and more            "..and more\r\n"
///     C: .
/// Line endings are those of the transcript.
///
///     if (auto const bytes = carried.contiguous()) use(message{*bytes});
///     else if (carried.copy_to(buffer, sizeof buffer) < sizeof buffer) ...
/// Borrows the transcript's bytes; trivially copyable; allocates only in `to_string` and
/// `append_to`. pieces() finds the first piece; a traversal is O(message).
class carried_message : public pieced_text<carried_message> {
  public:
    using iterator = walk_iterator<detail::octets_of<detail::carried_piece_walker>>;
    using piece_range = walk_range<detail::carried_piece_walker>;

    constexpr carried_message() = default;
    constexpr carried_message(detail::transcript_line_walker const& first, std::size_t last,
                              bool is_whole) noexcept
        : first_{first}, last_{last}, is_whole_{is_whole} {}

    /// The longest stretches of the transcript that the message consists of, none of them empty.
    constexpr piece_range pieces() const noexcept {
        return piece_range{detail::carried_piece_walker{first_, last_}};
    }

    /// The whole message as one view of the caller's bytes, if neither a stuffed dot, nor a mark,
    /// nor a command between chunks interrupts it. (A dot or a mark before the first line does
    /// not.) O(message).
    constexpr optional<std::string_view> contiguous() const noexcept {
        return detail::only_piece(detail::carried_piece_walker{first_, last_});
    }

    /// Whether the end of the message is in the transcript: the "." after the data, or all octets
    /// of the chunks up to that with LAST. O(1).
    constexpr bool is_whole() const noexcept { return is_whole_; }

    /// The octets one by one.
    constexpr iterator begin() const noexcept {
        return iterator{detail::octets_of<detail::carried_piece_walker>{
            detail::carried_piece_walker{first_, last_}}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

    /// Whether no octet of the message is in the transcript.
    constexpr bool empty() const noexcept { return pieces().empty(); }

  private:
    detail::transcript_line_walker first_;
    std::size_t last_ = 0;
    bool is_whole_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::carried_message> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::carried_message> = true;

#endif
