#ifndef FOLDWISE_STORE_MBOX_SPLITTER_HPP
#define FOLDWISE_STORE_MBOX_SPLITTER_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/config.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foldwise {

/// Whether bytes can still follow a window of a stream.
enum class mbox_input : unsigned char { continues, ended };

namespace detail {

/// No separator line of `mbox_separator::dated` is longer, its ending included: RFC
/// 5322 section 2.1.1 allows 998 octets, and a CRLF follows them.
inline constexpr std::size_t longest_dated_line = 998 + 2;

/// Where the line starts that the line feed at `line_feed` ends, if that line is
/// empty; otherwise the octet behind that line feed.
constexpr std::size_t back_over_empty_line(std::string_view bytes, std::size_t line_feed) noexcept {
    auto start = line_feed;
    if (start > 0 && bytes[start - 1] == '\r') --start;
    return start == 0 || bytes[start - 1] == '\n' ? start : line_feed + 1;
}

/// Whether the line that starts at `at` separates by itself, whatever is before it.
constexpr bool is_from_line(std::string_view bytes, std::size_t at, mbox_separator rule,
                            mbox_input input) noexcept {
    auto const rest = bytes.substr(at);
    if (!rest.starts_with("From ")) return false;
    if (rule != mbox_separator::dated) return true;
    auto const reach = rest.substr(0, longest_dated_line);
    auto const line_feed = scan::line_feed(reach, 0);
    bool const is_whole =
        line_feed < reach.size() || (reach.size() == rest.size() && input == mbox_input::ended);
    auto const line = without_ending(reach.substr(0, line_feed + 1));
    return is_whole && line.size() <= longest_dated_line - 2 && from_line{line}.is_dated();
}

/// Whether more bytes behind `bytes` could make the line that starts at `at`
/// what it is not yet, a separator.
constexpr bool may_become_from_line(std::string_view bytes, std::size_t at,
                                    mbox_separator rule) noexcept {
    auto const rest = bytes.substr(at);
    if (rest.size() < 5) return std::string_view{"From "}.starts_with(rest);
    return rule == mbox_separator::dated && rest.starts_with("From ") &&
           rest.size() < longest_dated_line && scan::line_feed(rest, 0) == rest.size();
}

/// The next separator line that starts behind the line feed at `from` or behind
/// a later one; bytes.size() when there is none.
constexpr std::size_t find_separator(std::string_view bytes, std::size_t from, mbox_separator rule,
                                     mbox_input input) noexcept {
    for (auto at = scan::octet_pair<'\n', 'F'>(bytes, from); at < bytes.size();
         at = scan::octet_pair<'\n', 'F'>(bytes, at + 1)) {
        if (!is_from_line(bytes, at + 1, rule, input)) continue;
        if (rule != mbox_separator::after_empty_line || back_over_empty_line(bytes, at) <= at)
            return at + 1;
    }
    return bytes.size();
}

/// Where to go on with find_separator when more bytes have come behind `bytes`:
/// at the last line feed, if what follows it may become a separator.
constexpr std::size_t resume_separator(std::string_view bytes, mbox_separator rule) noexcept {
    auto const reach = rule == mbox_separator::dated ? longest_dated_line : std::size_t{5};
    auto const first = bytes.size() - (bytes.size() < reach ? bytes.size() : reach);
    auto const line_feed = bytes.substr(first).rfind('\n');
    if (line_feed == std::string_view::npos) return bytes.size();
    auto const at = first + line_feed;
    return may_become_from_line(bytes, at + 1, rule) ? at : bytes.size();
}

} // namespace detail

/// Cuts an mbox into entries that is not in memory as a whole but comes in
/// windows: from a pipe, from an object store.
///     mbox_splitter splitter;
///     do {
///         read_more_behind(window);       // keeps what is left in it
///         while (auto const entry = splitter.next(window, input)) use(*entry);
///     } while (input == mbox_input::continues && !splitter.done());
/// An entry is given once it is whole in the window, so the window must be able
/// to grow to the longest entry (with formats that go by Content-Length, to as
/// much as such a field claims); `next` gives nothing when it needs more bytes.
/// No octet is searched twice, however small the pieces in which they come, but
/// for a line at the end of a window that may become a separator (5 octets, or
/// 1,000 for `dated`). The results are those of `mbox` over the same bytes.
///
/// With a `byte_range`, only entries whose `From ` line starts in it are given,
/// and the stream need not start before the range: it may start at any octet
/// `stream_offset` that is at least 3 before it, unless the format goes by
/// Content-Length (then entries are only known from the start of the file).
///
/// Borrows the window for as long as an entry is used. Allocates nothing.
class mbox_splitter {
  public:
    explicit constexpr mbox_splitter(mbox_options options = {}, byte_range range = {},
                                     std::uint64_t stream_offset = 0) noexcept
        : options_{options}, range_{range}, offset_{stream_offset},
          state_{stream_offset == 0 ? state::at_file_start : state::before_range} {
        FOLDWISE_ASSERT(stream_offset == 0 ||
                        (stream_offset + lookbehind <= range.first && !goes_by_content_length()));
    }

    /// How many octets before a range decide whether an entry starts with it: the
    /// line ending of an empty line, and the line feed before it.
    static constexpr std::uint64_t lookbehind = 3;

    /// The next entry, taken off the front of `window`. Nothing: `window` has to
    /// grow at its end, or, when the input has ended, there are no more entries.
    /// What is left in `window` must stand at the front of the next one.
    constexpr std::optional<mbox_entry> next(std::string_view& window, mbox_input input) noexcept;

    /// The same for who has more to do with a header section than to find its end:
    /// `find(bytes, from)` gives what find_header_end gives. It is not asked of each entry.
    template <class FindHeaderEnd>
    constexpr std::optional<mbox_entry> next(std::string_view& window, mbox_input input,
                                             FindHeaderEnd&& find) noexcept {
        if (state_ == state::at_file_start) look_at_file_start(window, input);
        if (state_ == state::before_range) look_for_range(window, input);
        if (state_ == state::no_mbox) return take_whole(window, input);
        while (state_ == state::in_mbox) {
            if (window.empty() || offset_ + parts_.from_line >= range_.last) {
                if (!window.empty() || input == mbox_input::ended) state_ = state::done;
                break;
            }
            auto const end = find_end(window, input, find);
            if (end == 0) break;
            bool const wanted = range_.contains(offset_ + parts_.from_line);
            auto const entry = take(window, end);
            if (wanted) return entry;
        }
        return std::nullopt;
    }

    /// Whether no further entry can come, so that nothing more need be read.
    constexpr bool done() const noexcept { return state_ == state::done; }

  private:
    enum class state : unsigned char { at_file_start, before_range, no_mbox, in_mbox, done };

    constexpr bool goes_by_content_length() const noexcept {
        return options_.format == mbox_format::mboxcl || options_.format == mbox_format::mboxcl2;
    }

    constexpr bool starts_after_empty_line() const noexcept {
        return options_.separator == mbox_separator::after_empty_line;
    }

    /// A file whose first line that is not empty is no separator is no mbox.
    constexpr void look_at_file_start(std::string_view window, mbox_input input) noexcept {
        while (auto const size = empty_line_size(window, resume_)) resume_ += size;
        auto const rest = window.substr(resume_);
        if (detail::is_from_line(window, resume_, options_.separator, input)) {
            parts_.from_line = resume_;
            bool const skips = range_.first > resume_ && !goes_by_content_length();
            state_ = skips ? state::before_range : state::in_mbox;
        } else if (input == mbox_input::ended ||
                   !(rest == "\r" ||
                     detail::may_become_from_line(window, resume_, options_.separator))) {
            state_ = state::no_mbox;
        }
    }

    /// Drops what lies before the first separator of the range.
    constexpr void look_for_range(std::string_view& window, mbox_input input) noexcept {
        // A separator at range_.first comes after a line feed one octet before it.
        auto const first = range_.first - 1 > offset_ ? range_.first - 1 - offset_ : 0;
        if (first > resume_) resume_ = first < window.size() ? first : window.size();
        auto const at = detail::find_separator(window, resume_, options_.separator, input);
        if (at < window.size()) {
            drop(window, at);
            parts_ = {};
            resume_ = 0;
            state_ = state::in_mbox;
        } else if (input == mbox_input::ended) {
            drop(window, window.size());
            state_ = state::done;
        } else {
            resume_ = detail::resume_separator(window, options_.separator);
            auto const unneeded = resume_ > lookbehind ? resume_ - lookbehind : 0;
            drop(window, unneeded);
            resume_ -= unneeded;
            if (offset_ >= range_.last) state_ = state::done;
        }
    }

    constexpr std::optional<mbox_entry> take_whole(std::string_view& window,
                                                   mbox_input input) noexcept {
        bool const wanted = range_.contains(0);
        if (input == mbox_input::continues && wanted) return std::nullopt;
        state_ = state::done;
        if (window.empty() || !wanted) return std::nullopt;
        mbox_entry const entry{window, {0, 0, window.size(), false}, offset_, options_.format};
        drop(window, window.size());
        return entry;
    }

    /// The end of the entry at the front of `window`; 0 when it is not known yet.
    template <class FindHeaderEnd>
    constexpr std::size_t find_end(std::string_view window, mbox_input input,
                                   FindHeaderEnd&& find) noexcept {
        if (parts_.message == 0) {
            auto const from = resume_ > parts_.from_line ? resume_ : parts_.from_line;
            auto const line_feed = scan::line_feed(window, from);
            resume_ = line_feed;
            if (line_feed == window.size() && input == mbox_input::continues) return 0;
            parts_.message = line_feed == window.size() ? line_feed : line_feed + 1;
            body_search_ = goes_by_content_length() || starts_after_empty_line()
                               ? body_search::header
                               : body_search::separator;
        }
        if (body_search_ == body_search::header && !find_header(window, input, find)) return 0;
        if (body_search_ == body_search::body) {
            auto const end = find_end_by_content_length(window, input);
            if (body_search_ == body_search::body) return end;
        }
        auto const end = detail::find_separator(window, resume_, options_.separator, input);
        if (end == window.size() && input == mbox_input::continues) {
            resume_ = detail::resume_separator(window, options_.separator);
            return 0;
        }
        // The empty line before a separator, or at the end of the file, is not the message's.
        parts_.message_end = end;
        if (end > parts_.message && window[end - 1] == '\n')
            parts_.message_end = detail::back_over_empty_line(window, end - 1);
        return end;
    }

    /// Whether the end of the message's header section is known now, or that it has none. No
    /// separator that comes after an empty line is before that; others may be.
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
        if (starts_after_empty_line())
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

    /// Whether a separator stands in a header section, which ends `until_body`.
    constexpr bool separates_within(std::string_view until_body) const noexcept {
        auto const from = parts_.message != 0 ? parts_.message - 1 : 0;
        return detail::find_separator(until_body, from, options_.separator, mbox_input::ended) !=
               until_body.size();
    }

    /// As find_end, by the message's Content-Length. Where that does not lead to
    /// the next separator or the end of the file, body_search_ is `separator` after it.
    constexpr std::size_t find_end_by_content_length(std::string_view window,
                                                     mbox_input input) noexcept {
        // What may follow the body: an empty line, and then a separator.
        auto const needed =
            2 + (options_.separator == mbox_separator::dated ? detail::longest_dated_line + 1
                                                             : std::size_t{5});
        if (input == mbox_input::continues &&
            (window.size() < needed || window.size() - needed < parts_.message_end))
            return 0;
        if (parts_.message_end <= window.size()) {
            auto const end = parts_.message_end + empty_line_size(window, parts_.message_end);
            if (end == window.size() ||
                detail::is_from_line(window, end, options_.separator, input))
                return end;
        }
        body_search_ = body_search::separator;
        return 0;
    }

    constexpr mbox_entry take(std::string_view& window, std::size_t end) noexcept {
        parts_.has_from_line = true;
        // The message has not the empty line that its header section was seen to end with?
        if (parts_.header && parts_.message + parts_.header->position >= parts_.message_end)
            parts_.header = header_end{};
        mbox_entry const entry{{window.data(), end}, parts_, offset_, options_.format};
        drop(window, end);
        parts_ = {};
        resume_ = 0;
        return entry;
    }

    constexpr void drop(std::string_view& window, std::size_t size) noexcept {
        window.remove_prefix(size);
        offset_ += size;
    }

    /// How the end of the entry is being looked for.
    enum class body_search : unsigned char { header, body, separator };

    mbox_options options_;
    byte_range range_;
    std::uint64_t offset_; // of the window, in the file
    state state_;

    // What is known of the entry at the front of the window.
    mbox_entry::layout parts_;
    body_search body_search_ = body_search::header;
    std::size_t resume_ = 0; // the window is searched up to here

    // The empty line at the start of the message or behind that, if it has been found, and where it
    // is in the file; or up to where it has been looked for. It may end the header section of a
    // later message: a separator may be before it.
    header_end empty_line_;
    std::uint64_t empty_line_at_ = 0;
};

constexpr std::optional<mbox_entry> mbox_splitter::next(std::string_view& window,
                                                        mbox_input input) noexcept {
    return next(window, input, find_header_end);
}

} // namespace foldwise

#endif
