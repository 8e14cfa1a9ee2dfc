#ifndef FOLDWISE_STORE_MBOX_SPLITTER_HPP
#define FOLDWISE_STORE_MBOX_SPLITTER_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/config.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/content_length.hpp>
#include <foldwise/store/detail/mbox_start.hpp>
#include <foldwise/store/detail/mmdf_marks.hpp>
#include <foldwise/store/detail/separators.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Splits an mbox into entries when it is not completely in memory but arrives in windows, such as
/// from a pipe or an object store.
///     mbox_splitter splitter;
///     do {
///         append_more(window);            // after the bytes that are left in it
///         while (auto const entry = splitter.next(window, input)) use(*entry);
///     } while (input == mbox_input::continues && !splitter.done());
/// next() returns an entry if all of it is in the window, and nothing if it needs more bytes. So
/// the window must be able to grow to the size of the longest entry (with formats that use
/// Content-Length, to the size that a field claims). No byte is searched twice, however small the
/// windows are, except for lines at the end of a window that may become a separator (5 bytes, or
/// 2,000 for `likely` and `dated`). The entries are the same as those of `mbox` for the same bytes.
///
/// With a `byte_range`, next() returns only the entries whose separator line starts in the range.
/// The stream may then start at any offset `stream_offset` at least `lookbehind` bytes before the
/// range. Formats that use Content-Length must be read from the start of the file, and so must
/// MMDF, unless the options say mbox_format::mmdf.
///
/// An entry borrows the window's bytes. Nothing is allocated.
class mbox_splitter {
  public:
    /// Finds the entries that start in `range`. The first window starts at `stream_offset`.
    explicit constexpr mbox_splitter(mbox_options options = {}, byte_range range = {},
                                     std::uint64_t stream_offset = 0) noexcept
        : options_{options}, range_{range}, offset_{stream_offset},
          state_{stream_offset == 0 ? state::at_file_start : state::before_range} {
        FOLDWISE_ASSERT(stream_offset == 0 ||
                        (stream_offset + lookbehind <= range.first && !goes_by_content_length()));
    }

    /// How many bytes before a range are needed to decide whether an entry starts at its first
    /// byte: the CRLF of an empty line and the line feed before it.
    static constexpr std::size_t lookbehind = 3;

    /// Returns the next entry and removes it from the front of `window`. If there is none, more
    /// bytes are needed at the end of `window`, or, if the input has ended, there are no more
    /// entries. The next window must start with the bytes that are left in `window`.
    constexpr optional<mbox_entry> next(std::string_view& window, mbox_input input) noexcept;

    /// The same, for callers that do more with a header section than find its end. `find(bytes,
    /// from)` must return the same as find_header_end. It is not necessarily called for every
    /// entry.
    template <class FindHeaderEnd>
    constexpr optional<mbox_entry> next(std::string_view& window, mbox_input input,
                                        FindHeaderEnd&& find) noexcept {
        if (state_ == state::at_file_start) look_at_file_start(window, input);
        if (state_ == state::before_range) look_for_range(window, input);
        if (state_ == state::no_mbox) return take_whole(window, input);
        while (state_ == state::in_mbox) {
            auto const start = offset_ + separator_;
            if (window.empty() || start >= range_.last) {
                if (!window.empty() || input == mbox_input::ended) state_ = state::done;
                break;
            }
            auto const end =
                is_mmdf() ? find_end_of_mmdf(window, input) : find_end(window, input, find);
            if (end == 0) break;
            bool const wanted = range_.contains(start);
            auto const entry = take(window, end);
            if (wanted) return entry;
        }
        return std::nullopt;
    }

    /// Whether there are no further entries, so that the rest of the stream need not be read.
    constexpr bool done() const noexcept { return state_ == state::done; }

  private:
    enum class state : unsigned char { at_file_start, before_range, no_mbox, in_mbox, done };

    constexpr bool goes_by_content_length() const noexcept {
        return options_.format == mbox_format::mboxcl || options_.format == mbox_format::mboxcl2;
    }

    constexpr bool is_mmdf() const noexcept { return options_.format == mbox_format::mmdf; }

    constexpr void look_at_file_start(std::string_view window, mbox_input input) noexcept {
        auto const start = detail::find_mbox_start(window, resume_, options_, input);
        options_.format = start.format;
        resume_ = start.position;
        if (start.is_mbox == detail::verdict::undecided) return;
        separator_ = start.position;
        bool const skips = range_.first > separator_ && !goes_by_content_length();
        state_ = start.is_mbox == detail::verdict::no ? state::no_mbox
                 : skips                              ? state::before_range
                                                      : state::in_mbox;
    }

    constexpr detail::found_line find_start(std::string_view window,
                                            mbox_input input) const noexcept {
        return is_mmdf() ? detail::find_opening_mark(window, resume_, input)
                         : detail::find_separator(window, resume_, options_.separator, input);
    }

    /// Drops the bytes before the first separator of the range.
    constexpr void look_for_range(std::string_view& window, mbox_input input) noexcept {
        // A separator at range_.first is preceded by a line feed at range_.first - 1.
        auto const first = range_.first - 1 > offset_ ? range_.first - 1 - offset_ : 0;
        if (first > resume_)
            resume_ = first < window.size() ? static_cast<std::size_t>(first) : window.size();
        // A separator of the range starts before its end. Of the bytes after that, at most the
        // separator line and a part of the next one count.
        constexpr std::uint64_t deciding = 4096;
        auto const reach = range_.last - offset_;
        bool const is_cut = reach < window.size() && window.size() - reach > deciding;
        auto const searched =
            is_cut ? window.substr(0, static_cast<std::size_t>(reach + deciding)) : window;
        auto const found = find_start(searched, is_cut ? mbox_input::continues : input);
        if (found.is_wanted == detail::verdict::yes) {
            drop(window, found.position);
            start_entry();
            state_ = state::in_mbox;
        } else if (input == mbox_input::ended && !is_cut) {
            drop(window, window.size());
            state_ = state::done;
        } else {
            resume_ = found.resume();
            auto const unneeded = resume_ > lookbehind ? resume_ - lookbehind : 0;
            drop(window, unneeded);
            resume_ -= unneeded;
            if (offset_ >= range_.last) state_ = state::done;
        }
    }

    /// A file that is not an mbox is one entry.
    constexpr optional<mbox_entry> take_whole(std::string_view& window, mbox_input input) noexcept {
        bool const wanted = range_.contains(0);
        if (input == mbox_input::continues && wanted) return std::nullopt;
        state_ = state::done;
        if (window.empty() || !wanted) return std::nullopt;
        mbox_entry const entry{window, {0, 0, window.size(), false}, offset_, {}};
        drop(window, window.size());
        return entry;
    }

    /// Notes where the message starts, after a line that starts at `at`. Returns false if the end
    /// of the line has not arrived.
    constexpr bool pass_line(std::string_view window, std::size_t at, mbox_input input) noexcept {
        auto const line_feed =
            scan::one_of<'\n'>(window, resume_ > at ? resume_ : at); // it is near
        resume_ = line_feed;
        if (line_feed == window.size() && input == mbox_input::continues) return false;
        parts_.message = line_feed == window.size() ? line_feed : line_feed + 1;
        return true;
    }

    /// The end of the entry at the front of `window`; 0 if it is not known yet.
    template <class FindHeaderEnd>
    constexpr std::size_t find_end(std::string_view window, mbox_input input,
                                   FindHeaderEnd&& find) noexcept {
        if (parts_.message == 0) {
            parts_.from_line = separator_;
            parts_.has_from_line = true;
            if (!pass_line(window, separator_, input)) return 0;
            bool const seeks_header =
                goes_by_content_length() || detail::follows_empty_line(options_.separator);
            body_search_ = seeks_header ? body_search::header : body_search::separator;
        }
        if (body_search_ == body_search::header && !find_header(window, input, find)) return 0;
        if (body_search_ == body_search::body) {
            auto const end = find_end_by_content_length(window, input);
            if (body_search_ == body_search::body) return end;
        }
        auto const next = detail::find_separator(window, resume_, options_.separator, input);
        if (next.is_wanted != detail::verdict::yes && input == mbox_input::continues) {
            resume_ = next.resume();
            return 0;
        }
        // The empty line before a separator, or at the end of the file, is not part of the message.
        auto const end = next.position;
        parts_.message_end = end;
        if (end > parts_.message && window[end - 1] == '\n')
            parts_.message_end = detail::back_over_empty_line(window, end - 1);
        return end;
    }

    /// The same for an MMDF file. A `From ` line may be at the start of each message.
    constexpr std::size_t find_end_of_mmdf(std::string_view window, mbox_input input) noexcept {
        if (parts_.message == 0) {
            auto const start = detail::mark_end(window, separator_);
            auto const from_line = detail::is_separator(window, start, mbox_separator::any, input);
            if (from_line == detail::verdict::undecided) return 0;
            parts_.has_from_line = from_line == detail::verdict::yes;
            parts_.from_line = start;
            if (!parts_.has_from_line) parts_.message = start;
            if (parts_.has_from_line && !pass_line(window, start, input)) return 0;
            resume_ = parts_.message - 1;
        }
        if (parts_.message_end == 0) {
            auto const close = detail::find_mark(window, resume_, input);
            resume_ = close.resume();
            if (close.is_wanted != detail::verdict::yes && input == mbox_input::continues) return 0;
            parts_.message_end = close.position;
            resume_ = close.position - 1;
        }
        auto const next = detail::find_opening_mark(window, resume_, input);
        resume_ = next.resume();
        bool const is_known = next.is_wanted == detail::verdict::yes || input == mbox_input::ended;
        return is_known ? next.position : 0;
    }

    /// Finds the end of the message's header section. Returns false if that needs more bytes. A
    /// separator that must follow an empty line cannot be in a header section, others can.
    template <class FindHeaderEnd>
    constexpr bool find_header(std::string_view window, mbox_input input,
                               FindHeaderEnd&& find) noexcept {
        auto const start = offset_ + parts_.message;
        if (!empty_line_.found() || empty_line_at_ < start) {
            auto const passed = empty_line_at_ > start ? empty_line_at_ - start : 0;
            std::string_view const message{window.data() + parts_.message,
                                           window.size() - parts_.message};
            empty_line_ = find(message, static_cast<std::size_t>(passed));
            empty_line_at_ = start + empty_line_.position;
        }
        if (!empty_line_.found() && input == mbox_input::continues) return false;
        header_end const header{static_cast<std::size_t>(empty_line_at_ - start),
                                empty_line_.separator_size};
        parts_.header = header;
        body_search_ = body_search::separator;
        auto const body = parts_.message + header.position + header.separator_size;
        if (detail::follows_empty_line(options_.separator))
            resume_ = header.found() ? body - 1 : window.size();
        else if (separates_within(window.substr(0, body)))
            parts_.header = header_end{};
        if (parts_.header->found() && goes_by_content_length()) {
            auto const length = content_length(foldwise::message{
                window.substr(parts_.message, header.position + header.separator_size), header});
            if (length && *length <= SIZE_MAX - body) {
                body_search_ = body_search::body;
                parts_.message_end = body + *length;
            }
        }
        return true;
    }

    /// Whether there is a separator in the message's header section. `until_body` is the window up
    /// to the start of the body.
    constexpr bool separates_within(std::string_view until_body) const noexcept {
        auto const from = parts_.message != 0 ? parts_.message - 1 : 0;
        auto const found =
            detail::find_separator(until_body, from, options_.separator, mbox_input::ended);
        return found.is_wanted == detail::verdict::yes;
    }

    /// The end of the entry by the message's Content-Length; 0 if it is not known yet. If the
    /// length leads neither to a separator nor to the end of the file, sets body_search_ to
    /// `separator`. One line ending, but not half of a CRLF, may be between the body and the
    /// separator: of an empty line, or of a last line that the writer has ended.
    constexpr std::size_t find_end_by_content_length(std::string_view window,
                                                     mbox_input input) noexcept {
        bool const ended = input == mbox_input::ended;
        auto const at = parts_.message_end;
        if (!ended && (at > window.size() || window.size() - at < 2)) return 0;
        if (at <= window.size()) {
            auto const size = empty_line_size(window, at);
            auto const end = at + size;
            bool const splits_crlf = size == 1 && window[at - 1] == '\r';
            if (end == window.size() ? !splits_crlf : window[end - 1] == '\n' && !splits_crlf) {
                if (end == window.size()) return ended ? end : 0;
                switch (detail::is_separator(window, end, options_.separator, input)) {
                case detail::verdict::yes: return end;
                case detail::verdict::undecided: return 0;
                case detail::verdict::no: break;
                }
            }
        }
        body_search_ = body_search::separator;
        return 0;
    }

    constexpr mbox_entry take(std::string_view& window, std::size_t end) noexcept {
        // If the separator is before the empty line that was found, the header section extends to
        // the end of the message.
        if (parts_.header && parts_.message + parts_.header->position >= parts_.message_end)
            parts_.header = header_end{};
        mbox_entry const entry{{window.data(), end}, parts_, offset_, options_.format};
        drop(window, end);
        start_entry();
        return entry;
    }

    constexpr void start_entry() noexcept {
        parts_ = {};
        separator_ = 0;
        resume_ = 0;
    }

    constexpr void drop(std::string_view& window, std::size_t size) noexcept {
        window.remove_prefix(size);
        offset_ += size;
    }

    /// The next step to find the end of an entry.
    enum class body_search : unsigned char {
        header,    ///< find the end of the header section
        body,      ///< skip the body by its Content-Length
        separator, ///< find the next separator
    };

    mbox_options options_;
    byte_range range_;
    std::uint64_t offset_; // where the window starts in the file
    state state_;

    // The part of the entry at the front of the window that is known so far.
    mbox_entry::layout parts_;
    std::size_t separator_ = 0; // where its separator line starts
    body_search body_search_ = body_search::header;
    std::size_t resume_ = 0; // where in the window the search continues

    // The first empty line at or after the start of the message. empty_line_at_ is its offset in
    // the file or, if it has not been found, the offset at which the search continues. If a
    // separator comes before the empty line, the line may end the header section of a later
    // message.
    header_end empty_line_;
    std::uint64_t empty_line_at_ = 0;
};

constexpr optional<mbox_entry> mbox_splitter::next(std::string_view& window,
                                                   mbox_input input) noexcept {
    return next(window, input, find_header_end);
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
