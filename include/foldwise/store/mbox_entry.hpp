#ifndef FOLDWISE_STORE_MBOX_ENTRY_HPP
#define FOLDWISE_STORE_MBOX_ENTRY_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/from_quotes.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/store/content_length.hpp>
#include <foldwise/store/detail/mmdf_marks.hpp>
#include <foldwise/store/detail/separators.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// One entry of an mbox: a `From ` line, a message, and the empty line before the next entry. For
/// an entry that starts at byte 1000 of the file:
///
///     1000  From foe@sample.net Mon Dec 15 10:00:00 2014 LF    offset(), from_line()
///     1045  Subject: hello LF                                  message_offset(), message()
///     1060  LF
///     1061  Hello, world! LF                                   body()
///     1075  LF                                                 not part of the message
///     1076  From ...                                           the next entry
///
/// raw() is the whole entry, including the last empty line. A file that is not an mbox is one entry
/// that has no `From ` line and consists only of the message. Empty lines before the first `From `
/// line of a file belong to the raw() of the first entry. In an MMDF file, the lines of four
/// Control-A belong to raw() but not to the message, and an entry need not have a `From ` line.
///
/// Borrows the bytes of the file, or of the window that was passed to `mbox_splitter`.
class mbox_entry {
  public:
    /// Where the parts of an entry are, in bytes from its start.
    struct layout {
        std::size_t from_line = 0;   ///< the `From ` line
        std::size_t message = 0;     ///< the message
        std::size_t message_end = 0; ///< the end of the message
        bool has_from_line = false;  ///< whether there is a `From ` line
        /// The end of the header section, if it is known.
        optional<header_end> header = std::nullopt;
    };

    constexpr mbox_entry() = default;
    /// An entry whose parts have been found; `offset` is where it starts in the file.
    constexpr mbox_entry(std::string_view raw FOLDWISE_LIFETIMEBOUND, layout parts,
                         std::uint64_t offset, mbox_format format) noexcept
        : raw_{raw}, parts_{parts}, offset_{offset}, format_{format} {}

    /// All bytes of the entry. Concatenating the raw() of all entries gives the file.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Where raw() starts, in bytes from the start of the file.
    constexpr std::uint64_t offset() const noexcept { return offset_; }

    /// The `From ` line; none if the file is not an mbox, perhaps also none in MMDF. O(line).
    constexpr optional<foldwise::from_line> from_line() const noexcept {
        if (!parts_.has_from_line) return std::nullopt;
        return foldwise::from_line{
            raw_.substr(parts_.from_line, parts_.message - parts_.from_line)};
    }

    /// Whether the file is not an mbox but consists of this message alone.
    constexpr bool is_alone() const noexcept { return !parts_.has_from_line && !is_mmdf(); }

    /// Whether the file is an MMDF file, so that raw() has its marks.
    constexpr bool is_mmdf() const noexcept { return format_ == mbox_format::mmdf; }

    /// The bytes of the message; its body is still quoted.
    constexpr std::string_view message_bytes() const noexcept {
        return raw_.substr(parts_.message, parts_.message_end - parts_.message);
    }

    /// Where the message starts, in bytes from the start of the file.
    constexpr std::uint64_t message_offset() const noexcept { return offset_ + parts_.message; }

    /// The message; its body is still quoted. To decode its parts without the quotes, see quotes().
    /// O(1) with mbox_separator::likely and after_empty_line, because
    /// the search for the end of the entry finds the end of the header section on the way;
    /// otherwise O(header).
    constexpr foldwise::message message() const noexcept {
        return parts_.header ? foldwise::message{message_bytes(), *parts_.header}
                             : foldwise::message{message_bytes()};
    }

    /// The quotes that the format adds to lines of the body; none if the file is not an mbox.
    ///     entity{entry}                             the message; its bodies are decoded without
    ///     entity{entry.message(), entry.quotes()}   the quotes, also those of its parts
    constexpr from_quotes quotes() const noexcept {
        return {parts_.has_from_line ? quoting_of(format_) : from_quoting::none};
    }

    /// The body of the message, without the quotes of the format; still encoded. Costs the same as
    /// message().
    constexpr unquoted body() const noexcept { return unquoted{message().body(), quotes()}; }

    /// The size of the body according to its Content-Length field, for mboxcl and mboxcl2. An
    /// error: content_length_mismatch if the body has another size, because a length that does not
    /// lead to the next separator was ignored; otherwise the error of foldwise::content_length.
    /// O(header).
    constexpr result<std::size_t> content_length() const noexcept {
        auto const whole = message();
        auto const length = foldwise::content_length(whole);
        if (!length || *length == whole.body().size()) return length;
        auto const field = whole.header().find("Content-Length")->raw();
        return diagnostic{diagnostic_code::content_length_mismatch, whole.offset_of(field),
                          field.size()};
    }

  private: // before diagnose(), so that clang can evaluate that at compile time
    /// Reports the marks of MMDF before and after the message, unless there is one.
    template <class Report>
    constexpr void check_marks(Report& report) const {
        auto const start = parts_.has_from_line ? parts_.from_line : parts_.message;
        auto before = raw_.substr(0, start);
        if (before.starts_with(utf8_byte_order_mark))
            before.remove_prefix(utf8_byte_order_mark.size());
        auto const after = raw_.substr(parts_.message_end);
        for (auto const marks : {before, after})
            if (!detail::is_one_mark(marks))
                report(
                    diagnostic{diagnostic_code::mmdf_marks, offset_of(raw_, marks), marks.size()});
    }

    /// Reports a Content-Length that is not the size of the body, or that cannot be read: programs
    /// that use it end the message elsewhere.
    template <class Report>
    constexpr void check_length(Report& report) const {
        auto const length = content_length();
        if (length || length.error().code == diagnostic_code::content_length_missing) return;
        auto problem = length.error();
        auto const whole = message();
        auto const counted = foldwise::content_length(whole);
        auto const body = raw_.size() - (parts_.message + whole.offset_of(whole.body()));
        if (counted && *counted == body) return; // with the empty line after the message
        problem.offset += parts_.message;
        report(problem);
    }

    /// Reports the lines of the body that could start an entry.
    template <class Report>
    constexpr void check_unquoted(Report& report) const {
        auto const text = raw_.substr(0, parts_.message_end);
        auto const body = message().body();
        bool const is_delimited = format_ == mbox_format::mboxcl2 && content_length();
        if (body.empty() || is_delimited) return;
        auto const before = offset_of(raw_, body) - 1; // the LF of the separator
        for (auto at = scan::octet_pair<'\n', 'F'>(text, before); at < text.size();
             at = scan::octet_pair<'\n', 'F'>(text, at + 1)) {
            auto const line = text.substr(at + 1);
            if (!line.starts_with("From ") ||
                detail::is_from_field(text, at + 1, mbox_input::ended) == detail::verdict::yes)
                continue;
            auto const size = without_ending(line.substr(0, scan::line_feed(line, 0) + 1)).size();
            report(diagnostic{diagnostic_code::from_line_unquoted, at + 1, size});
        }
    }

    /// Reports the lines of the body whose quotes programs take off differently.
    template <class Report>
    constexpr void check_quoted_twice(Report& report) const {
        auto const text = raw_.substr(0, parts_.message_end);
        auto const body = message().body();
        if (body.empty() || quotes().quoting == from_quoting::none) return;
        auto const before = offset_of(raw_, body) - 1; // the LF of the separator
        for (auto at = scan::octet_pair<'\n', '>'>(text, before); at < text.size();
             at = scan::octet_pair<'\n', '>'>(text, at + 1)) {
            auto const end = scan::not_in(char_class{">"}, text, at + 1);
            if (end - at > 2 && text.substr(end).starts_with("From "))
                report(diagnostic{diagnostic_code::from_line_quoted_twice, at + 1, end - at - 1});
        }
    }

  public:
    /// Calls `report` with a diagnostic for each problem of the entry that is not one of its
    /// message:
    ///
    ///     byte_order_mark         before its first line, which starts the file
    ///     those of from_line()
    ///     mmdf_marks              in an MMDF file, not exactly one mark before or after it
    ///     content_length_...      in an mbox, the error of content_length(), unless there is no
    ///                             such field: programs that go by it end the message elsewhere
    ///     from_line_unquoted      in an mbox, a line `From ` in the body that starts no entry
    ///     from_line_quoted_twice  in an mbox, a line of the body like `>>From `, of which mboxrd
    ///                             takes off a `>`, and mboxo none
    ///
    /// Offsets count from the start of raw(). O(entry).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (parts_.message != 0 && raw_.starts_with(utf8_byte_order_mark))
            report(diagnostic{diagnostic_code::byte_order_mark, 0, utf8_byte_order_mark.size()});
        if (auto const line = from_line())
            line->diagnose([&](diagnostic problem) {
                problem.offset += parts_.from_line;
                report(problem);
            });
        if (is_mmdf()) check_marks(report);
        if (!parts_.has_from_line || is_mmdf()) return;
        check_length(report);
        check_unquoted(report);
        check_quoted_twice(report);
    }

    /// The gravest problem that `diagnose` reports, if any.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view raw_;
    layout parts_;
    std::uint64_t offset_ = 0;
    mbox_format format_ = mbox_format::mboxrd;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
