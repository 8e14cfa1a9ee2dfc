#ifndef FOLDWISE_MAIL_DATA_BDAT_HPP
#define FOLDWISE_MAIL_DATA_BDAT_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/octets_of.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/mail_data/bdat_chunk.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

namespace detail {

/// Whether `bytes` start with a BDAT command, well-formed or not.
constexpr bool starts_with_bdat(std::string_view bytes) noexcept {
    if (!ascii_iequals(bytes.substr(0, 4), "BDAT")) return false;
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

/// The message that BDAT commands carry: the octets of all chunks, joined, as a lazy text. Borrows
/// the bytes; allocates only in `to_string` and `append_to`; a traversal is O(n). Total: ends where
/// bdat_chunks ends.
class bdat_content : public pieced_text<bdat_content> {
  public:
    using iterator = walk_iterator<detail::octets_of<detail::bdat_piece_walker>>;
    /// The contents of the chunks that have one.
    using piece_range = walk_range<detail::bdat_piece_walker>;

    constexpr bdat_content() = default;
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
    constexpr piece_range pieces() const noexcept { return piece_range{piece_walker()}; }

    /// The whole message as one view of the caller's bytes, if only one chunk has octets. O(chunks).
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

/// The BDAT commands that carry one message (RFC 3030), each with its octets, as a client sends
/// them without waiting for replies:
///     BDAT 5 CRLF Hello BDAT 2 LAST CRLF !! QUIT CRLF
///     |---------------| |-----------------|      the chunks; content() is "Hello!!"
/// The range ends after the chunk that is marked LAST, before a command that is not BDAT, or with
/// the bytes. If a BDAT command is malformed, its element is the diagnostic, and it is the last one:
/// where the next command starts is not known.
///
/// A forward, borrowed range of result<bdat_chunk>. Borrows the bytes; allocates nothing; a
/// traversal is O(commands). Total.
class bdat_chunks {
  public:
    using iterator = walk_iterator<detail::bdat_walker>;

    constexpr bdat_chunks() = default;
    /// `ending`: see bdat_chunk::read.
    explicit constexpr bdat_chunks(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                                   line_ending ending = line_ending::crlf) noexcept
        : raw_{raw}, ending_{ending} {}
    template <owning_temporary T>
    explicit bdat_chunks( // it would dangle: keep the string in a variable first
        T&&, line_ending = line_ending::crlf) = delete;

    /// The bytes, with everything after the last chunk.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept {
        return iterator{detail::bdat_walker{raw_, ending_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// The message.
    constexpr bdat_content content() const noexcept { return bdat_content{raw_, ending_}; }

    /// The bytes after the last chunk: the next command, or a malformed one. O(chunks).
    constexpr std::string_view rest() const noexcept {
        detail::bdat_walker chunks{raw_, ending_};
        while (!chunks.at_end() && chunks.current()) chunks.advance();
        return chunks.rest();
    }

    /// Whether all octets of all chunks are there, up to one that is marked LAST. O(chunks).
    constexpr bool is_complete() const noexcept {
        for (auto const chunk : *this)
            if (!chunk || !chunk->is_complete() || chunk->is_last())
                return chunk && chunk->is_complete();
        return false;
    }

    /// Reports the problems of each chunk's command (see bdat_command), bdat_malformed, and
    /// bdat_incomplete if the message is not complete for another reason. Offsets count from the
    /// start of raw().
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        std::size_t offset = 0;
        auto const shifted = [&](diagnostic problem) {
            problem.offset += offset;
            report(problem);
        };
        for (auto const chunk : *this) {
            if (!chunk) return shifted(chunk.error());
            chunk->diagnose(shifted);
            if (!chunk->is_complete() || chunk->is_last()) return;
            offset += chunk->raw().size();
        }
        report(diagnostic{diagnostic_code::bdat_incomplete, offset, 0});
    }
    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view raw_;
    line_ending ending_ = line_ending::crlf;
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::bdat_content> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::bdat_content> = true;
template <>
inline constexpr bool std::ranges::enable_view<foldwise::bdat_chunks> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::bdat_chunks> = true;

#endif
