#ifndef FOLDWISE_TOOLS_PASSED_OVER_HPP
#define FOLDWISE_TOOLS_PASSED_OVER_HPP

#include "conversion.hpp"
#include "counted.hpp"
#include "options.hpp"

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tool {

/// Counts the lines `From ` of a file that were not taken for separators although they look like
/// separators: they are postmarks, or a header field follows. Sees the entries of the file one by
/// one. MMDF files and bodies that a Content-Length delimits may hold such lines, and do not count.
class passed_over {
  public:
    explicit passed_over(foldwise::mbox_options options) : options_{options} {}

    /// Looks at the lines of an entry. O(entry).
    void see(foldwise::mbox_entry const& entry) {
        bool const is_alone = entry.is_alone();
        auto const from_line = entry.from_line();
        using enum foldwise::mbox_format;
        bool const is_mmdf =
            !is_alone && (!from_line || (options_.format != mboxcl2 &&
                                         entry.quotes().quoting == foldwise::from_quoting::none));
        if (is_mmdf || options_.separator == foldwise::mbox_separator::any) {
            if (!is_alone || is_mmdf) return;
        }
        if ((options_.format == mboxcl || options_.format == mboxcl2) && entry.content_length())
            return;
        auto const text = entry.message_bytes();
        for (auto at = foldwise::scan::octet_pair<'\n', 'F'>(text, 0); at < text.size();
             at = foldwise::scan::octet_pair<'\n', 'F'>(text, at + 1))
            see_line(text, at + 1, entry);
        if (!is_alone) return;
        auto const header = entry.message().header();
        starts_with_field_ = !header.empty() && (*header.begin()).has_name();
        is_alone_ = true;
    }

    /// Adds what was counted in the entries that come after.
    void add(passed_over const& later) {
        if (count_ == 0) first_ = later.first_;
        count_ += later.count_;
        dated_ += later.dated_;
        after_empty_line_ += later.after_empty_line_;
        is_alone_ = is_alone_ || later.is_alone_;
        starts_with_field_ = starts_with_field_ || later.starts_with_field_;
    }

    /// What to say about the file `path`; none if there is no such line.
    std::optional<std::string> what(std::string_view path, options const& options) const {
        if (count_ == 0) return std::nullopt;
        if (is_alone_ && starts_with_field_ && after_empty_line_ == 0) return std::nullopt;
        auto const lines = counted(count_, "line") + " `From ` that look" +
                           (count_ == 1 ? "s" : "") + " like " +
                           (count_ == 1 ? "a separator" : "separators");
        if (!is_alone_)
            return "passed over " + lines + "; --separator " +
                   (dated_ == count_              ? "dated"
                    : after_empty_line_ == count_ ? "likely"
                                                  : "any") +
                   (count_ == 1 ? " takes it" : " takes them");
        if (starts_with_field_)
            return "read as one message, because it does not begin with a separator; passed over " +
                   lines + "; to split it: " + conversion("(echo From -; cat FILE)", path, options);
        return "read as one message, because there is junk before its first separator; passed "
               "over " +
               lines + "; to split it: " +
               conversion("tail -c +" + std::to_string(first_ + 1) + " FILE", path, options);
    }

  private:
    /// Whether a line is the first one of a patch by git format-patch, which starts no message.
    static bool is_patch(foldwise::from_line const& line) {
        return line.date_text() == "Mon Sep 17 00:00:00 2001";
    }

    /// The line at `at`, with its ending; at most the octets of the longest separator.
    static std::string_view line_at(std::string_view text, std::size_t at) {
        auto const rest = text.substr(at, longest_line + 2);
        return rest.substr(0, foldwise::scan::line_feed(rest, 0) + 1);
    }

    void see_line(std::string_view text, std::size_t at, foldwise::mbox_entry const& entry) {
        auto const line = line_at(text, at);
        if (!line.starts_with("From ") || foldwise::field{line}.has_name()) return;
        if (foldwise::without_ending(line).size() > longest_line) return;
        foldwise::from_line const postmark{line};
        if (entry.is_alone() && is_patch(postmark)) return;
        foldwise::field const next{line_at(text, at + line.size())};
        bool const is_before_field = next.has_name() && !next.raw_value().starts_with("//");
        if (!postmark.is_dated() && !is_before_field) return;
        auto const before = text.substr(0, at);
        if (count_++ == 0) first_ = entry.message_offset() + at;
        if (postmark.is_dated()) ++dated_;
        if (before.ends_with("\n\n") || before.ends_with("\n\r\n")) ++after_empty_line_;
    }

    static constexpr std::size_t longest_line = 998; // as long as a separator may be

    foldwise::mbox_options options_;
    std::uint64_t count_ = 0;
    std::uint64_t dated_ = 0;
    std::uint64_t after_empty_line_ = 0;
    std::uint64_t first_ = 0; // the offset of the first line in the file
    bool is_alone_ = false;
    bool starts_with_field_ = false;
};

} // namespace tool

#endif
