#ifndef FOLDWISE_MAIL_DATA_BDAT_CHUNKS_HPP
#define FOLDWISE_MAIL_DATA_BDAT_CHUNKS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/mail_data/bdat_chunk.hpp>
#include <foldwise/mail_data/bdat_content.hpp>
#include <foldwise/mail_data/detail/bdat_walker.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The BDAT commands that carry one message (RFC 3030), each with its octets, as a client sends
/// them without waiting for replies:
///     BDAT 5 CRLF Hello BDAT 2 LAST CRLF !! QUIT CRLF
///     |---------------| |-----------------|      the chunks; content() is "Hello!!"
/// The range ends after the chunk that is marked LAST, before a command that is not BDAT, or with
/// the bytes. If a BDAT command is malformed, its element is the diagnostic, and it is the last
/// one: where the next command starts is not known.
///
/// A forward, borrowed range of result<bdat_chunk>. Borrows the bytes; allocates nothing. A
/// traversal reads only the lines of the commands; with line_ending::lf, it reads all octets.
/// Total.
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

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::bdat_chunks> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::bdat_chunks> = true;

#endif
