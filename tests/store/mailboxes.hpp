#ifndef FOLDWISE_TESTS_STORE_MAILBOXES_HPP
#define FOLDWISE_TESTS_STORE_MAILBOXES_HPP

// Mailboxes and their messages: one table for mbox and mbox_splitter, which must agree.

#include "../support.hpp"

#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <string_view>

namespace test {

struct mailbox_row {
    std::string_view from; // the source of the case
    std::string_view bytes;
    foldwise::mbox_options options;
    std::size_t count;            // entries
    std::string_view messages[4]; // the octets of the messages
};

inline constexpr foldwise::mbox_options rd{{}, foldwise::mbox_separator::after_empty_line};
inline constexpr foldwise::mbox_options cl2{foldwise::mbox_format::mboxcl2,
                                            foldwise::mbox_separator::after_empty_line};
inline constexpr foldwise::mbox_options likely{};
inline constexpr foldwise::mbox_options cl2_likely{foldwise::mbox_format::mboxcl2, {}};
inline constexpr foldwise::mbox_options mmdf{foldwise::mbox_format::mmdf, {}};
inline constexpr foldwise::mbox_options any{{}, foldwise::mbox_separator::any};
inline constexpr foldwise::mbox_options dated{{}, foldwise::mbox_separator::dated};
inline constexpr foldwise::mbox_options cl2_any{foldwise::mbox_format::mboxcl2,
                                                foldwise::mbox_separator::any};
inline constexpr foldwise::mbox_options cl2_dated{foldwise::mbox_format::mboxcl2,
                                                  foldwise::mbox_separator::dated};

// With LF; each is checked with CRLF as well.
inline constexpr mailbox_row mailboxes[] = {
    {"no bytes, no entries", "", rd, 0, {}},
    {"DESIGN section 3, two entries",
     "From a\nA: 1\n\nx\n\nFrom b\nB: 2\n\ny\n\n",
     rd,
     2,
     {"A: 1\n\nx\n", "B: 2\n\ny\n"}},
    {"no empty line at the end",
     "From a\nA: 1\n\nx\n\nFrom b\nB: 2\n\ny\n",
     rd,
     2,
     {"A: 1\n\nx\n", "B: 2\n\ny\n"}},
    {"no line ending at the end",
     "From a\nA: 1\n\nx\n\nFrom b\nB: 2\n\ny",
     rd,
     2,
     {"A: 1\n\nx\n", "B: 2\n\ny"}},
    {"only one empty line does not belong to the message",
     "From a\nA: 1\n\nx\n\n\nFrom b\n\n\n\n",
     rd,
     2,
     {"A: 1\n\nx\n\n", "\n\n"}},
    {"From in the middle of a paragraph",
     "From a\n\nx\nFrom here\n\ny\n",
     rd,
     1,
     {"\nx\nFrom here\n\ny\n"}},
    {"From with a space before it", "From a\n\nx\n\n From b\n", rd, 1, {"\nx\n\n From b\n"}},
    {"From without a space after it",
     "From a\n\nx\n\nFrom\n\nFrom:b\n",
     rd,
     1,
     {"\nx\n\nFrom\n\nFrom:b\n"}},
    {"a line of white space is not empty", "From a\n\nx\n \nFrom b\n", rd, 1, {"\nx\n \nFrom b\n"}},
    {"a bare CR is no empty line", "From a\n\nx\n\r\rFrom b\n", rd, 1, {"\nx\n\r\rFrom b\n"}},
    {"From lines alone", "From a\n\nFrom b\n\nFrom c\n", rd, 3, {"", "", ""}},
    {"From lines back to back are one entry",
     "From a\nFrom b\nFrom c\n",
     rd,
     1,
     {"From b\nFrom c\n"}},
    {"a From line without an ending", "From a", rd, 1, {""}},
    {"no mbox: a message", "A: 1\n\nx\n\nFrom b\n\ny\n\n", rd, 1, {"A: 1\n\nx\n\nFrom b\n\ny\n\n"}},
    {"no mbox: an empty line", "\n", rd, 1, {"\n"}},
    {"no mbox: empty lines", "\n\n\n", rd, 1, {"\n\n\n"}},
    {"no mbox: From in small letters", "from a\n\nFrom b\n", rd, 1, {"from a\n\nFrom b\n"}},
    {"no mbox: a start of From", "Fro", rd, 1, {"Fro"}},
    {"no mbox: octets", {"\0\xFF", 2}, rd, 1, {{"\0\xFF", 2}}},
    {"empty lines before the first From line",
     "\n\nFrom a\nA: 1\n\nFrom b\n",
     rd,
     2,
     {"A: 1\n", ""}},
    {"any: no empty lines needed",
     "From a\nA: 1\n\nx\nFrom b\nB: 2\n",
     any,
     2,
     {"A: 1\n\nx\n", "B: 2\n"}},
    {"any: an empty line before a separator is omitted as well",
     "From a\n\nx\n\nFrom b\nFrom c\n",
     any,
     3,
     {"\nx\n", "", ""}},
    {"any: only at the start of a line",
     "From a\n\nx From b\n>From c\n",
     any,
     1,
     {"\nx From b\n>From c\n"}},
    {"any: no mbox", "A: 1\nFrom b\n", any, 1, {"A: 1\nFrom b\n"}},
    {"dated: only with address and date",
     "From a Fri Jan  2 10:00:00 2015\n\nx\n\nFrom here on\n\ny\nFrom b Fri Jan 2 10:00 2015\nB: "
     "2\n",
     dated,
     2,
     {"\nx\n\nFrom here on\n\ny\n", "B: 2\n"}},
    {"dated: five digits are not a year",
     "From a Fri Jan  2 10:00:00 2015\nFrom b Fri Jan  2 10:00:00 20155\n\ny\n",
     dated,
     1,
     {"From b Fri Jan  2 10:00:00 20155\n\ny\n"}},
    {"dated: no mbox without a date",
     "From a\n\nFrom b Fri Jan  2 10:00:00 2015\n",
     dated,
     1,
     {"From a\n\nFrom b Fri Jan  2 10:00:00 2015\n"}},
    {"dated: the date ends with the file",
     "From a Fri Jan  2 10:00:00 2015\nFrom b Fri Jan  2 10:00:00 2015",
     dated,
     2,
     {"", ""}},
    {"dated: a zone of two words, a year of two digits, no sender",
     "From a Fri Jan  2 10:00:00 MET DST 2015\nA: 1\nFrom b Fri Jan  2 10:00 96\nB: 2\n\nx\nFrom  "
     "Fri "
     "Jan  2 10:00:00 GMT 15\nC: 3\n",
     dated,
     3,
     {"A: 1\n", "B: 2\n\nx\n", "C: 3\n"}},
    {"RFC 5322 section 4.5: a field From is not a separator by any rule",
     "From a\n\nx\n\nFrom : a@b\n\nFrom  \t: c\nFrom x: d\n",
     any,
     2,
     {"\nx\n\nFrom : a@b\n\nFrom  \t: c\n", ""}},
    {"no mbox: a field From, after an empty line",
     "\nFrom : a@b\n\nFrom c\n",
     rd,
     1,
     {"\nFrom : a@b\n\nFrom c\n"}},
    {"no mbox: a dated field From",
     "From : a Fri Jan  2 10:00:00 2015\nA: 1\n",
     dated,
     1,
     {"From : a Fri Jan  2 10:00:00 2015\nA: 1\n"}},
    {"likely: postmarks",
     "From a Fri Jan  2 10:00:00 2015\n\nx\n\nFrom b Fri Jan  2 10:00:00 2015\n\nFrom  Fri Jan  2 "
     "10:00:00 MET DST 96",
     likely,
     3,
     {"\nx\n", "", ""}},
    {"likely: a field on the next line",
     "From a\nA: 1\n\nx\n\nFrom \nB : 2\n\nFrom -\nC:\n",
     likely,
     3,
     {"A: 1\n\nx\n", "B : 2\n", "C:\n"}},
    {"likely: prose that starts with From",
     "From a\nA: 1\n\nFrom my point of view\nthis is fine.\n\nFrom Monday on\n\nFrom here:\n a: "
     "b\n",
     likely,
     1,
     {"A: 1\n\nFrom my point of view\nthis is fine.\n\nFrom Monday on\n\nFrom here:\n a: b\n"}},
    {"likely: a URL is not a field",
     "From a\nA: 1\n\nFrom the archive\nhttp://x.example/\n\nFrom b\nhttp:/x\n",
     likely,
     2,
     {"A: 1\n\nFrom the archive\nhttp://x.example/\n", "http:/x\n"}},
    {"likely: not without an empty line before it",
     "From a\nA: 1\n\nx\nFrom b Fri Jan  2 10:00:00 2015\nB: 2\n",
     likely,
     1,
     {"A: 1\n\nx\nFrom b Fri Jan  2 10:00:00 2015\nB: 2\n"}},
    {"likely: the file must start with a separator",
     "From my point of view\n\nFrom b\nB: 2\n",
     likely,
     1,
     {"From my point of view\n\nFrom b\nB: 2\n"}},
    {"likely: a next line without the end of a name",
     "From a\nA: 1\n\nFrom b\nSubject",
     likely,
     1,
     {"A: 1\n\nFrom b\nSubject"}},
    {"likely: a next line that ends with the colon",
     "From a\nA: 1\n\nFrom b\nB:",
     likely,
     2,
     {"A: 1\n", "B:"}},
    {"likely: a next line that ends with a slash",
     "From a\nA: 1\n\nFrom b\nB:/",
     likely,
     2,
     {"A: 1\n", "B:/"}},
    {"likely: a From line at the end", "From a\nA: 1\n\nFrom b\n", likely, 1, {"A: 1\n\nFrom b\n"}},
    {"a byte order mark at the start of the file",
     "\xEF\xBB\xBF"
     "From a\nA: 1\n\nFrom b\nB: 2\n",
     likely,
     2,
     {"A: 1\n", "B: 2\n"}},
    {"a byte order mark, and empty lines",
     "\xEF\xBB\xBF\n\nFrom a\nA: 1\n\nFrom b\nB: 2\n",
     likely,
     2,
     {"A: 1\n", "B: 2\n"}},
    {"a byte order mark after a From line is the message's",
     "From a\n\xEF\xBB\xBF"
     "A: 1\n\nFrom b\n\xEF\xBB\xBF"
     "B: 2\n\nFrom c\n\xEF\xBB"
     "C: 3\n",
     likely,
     2,
     {"\xEF\xBB\xBF"
      "A: 1\n",
      "\xEF\xBB\xBF"
      "B: 2\n\nFrom c\n\xEF\xBB"
      "C: 3\n"}},
    {"a byte order mark later is text",
     "From a\nA: 1\n\n\xEF\xBB\xBF"
     "From b\nB: 2\n",
     any,
     1,
     {"A: 1\n\n\xEF\xBB\xBF"
      "From b\nB: 2\n"}},
    {"no mbox: a byte order mark", "\xEF\xBB\xBF", likely, 1, {"\xEF\xBB\xBF"}},
    {"no mbox: a byte order mark and a message",
     "\xEF\xBB\xBF"
     "A: 1\n\nFrom b\nB: 2\n",
     likely,
     1,
     {"\xEF\xBB\xBF"
      "A: 1\n\nFrom b\nB: 2\n"}},
    {"MMDF",
     "\1\1\1\1\nA: 1\n\nx\n\n\1\1\1\1\n\1\1\1\1\nB: 2\n\nFrom c\nC: 3\n\1\1\1\1\n",
     likely,
     2,
     {"A: 1\n\nx\n\n", "B: 2\n\nFrom c\nC: 3\n"}},
    {"MMDF: From lines",
     "\1\1\1\1\nFrom a\nA: 1\n\1\1\1\1\n\1\1\1\1\nFrom b\n\1\1\1\1\n\1\1\1\1\nFrom : c\n\1\1\1\1\n",
     mmdf,
     3,
     {"A: 1\n", "", "From : c\n"}},
    {"MMDF: marks that are missing or doubled, empty lines between marks",
     "\n\1\1\1\1\n\1\1\1\1\nA: 1\n\1\1\1\1\nB: 2\n\1\1\1\1\n\n\1\1\1\1\nC: 3\n\1\1\1\1\n\n",
     mmdf,
     3,
     {"A: 1\n", "B: 2\n", "C: 3\n"}},
    {"MMDF: other lines are text",
     "\1\1\1\1\nA: 1\n\n\1\1\1\nx\n\1\1\1\1\1\n \1\1\1\1\n\1\1\1\1 \n\1\1\1\1",
     mmdf,
     1,
     {"A: 1\n\n\1\1\1\nx\n\1\1\1\1\1\n \1\1\1\1\n\1\1\1\1 \n"}},
    {"MMDF: no end", "\1\1\1\1\nA: 1\n\nx", mmdf, 1, {"A: 1\n\nx"}},
    {"MMDF without a message is read as one",
     "\1\1\1\1\n\1\1\1\1\n",
     mmdf,
     1,
     {"\1\1\1\1\n\1\1\1\1\n"}},
    {"a start of a mark", "\1\1\1", likely, 1, {"\1\1\1"}},
    {"not MMDF, as the options say",
     "From a\nA: 1\n\1\1\1\1\n",
     mmdf,
     1,
     {"From a\nA: 1\n\1\1\1\1\n"}},
};

// Their Content-Length holds for one kind of line ending only.
inline constexpr mailbox_row mailboxes_with_lengths[] = {
    {"mboxcl2: From lines inside of a body",
     "From a\nContent-Length: 15\n\nx\n\nFrom b\n\ny\n\n\n\nFrom c\nContent-Length: 0\n\n",
     cl2,
     2,
     {"Content-Length: 15\n\nx\n\nFrom b\n\ny\n\n\n", "Content-Length: 0\n\n"}},
    {"mboxcl2, CRLF",
     "From a\r\nContent-Length: 17\r\n\r\nx\r\n\r\nFrom b\r\n\r\n\r\n\r\nFrom c\r\n",
     cl2,
     2,
     {"Content-Length: 17\r\n\r\nx\r\n\r\nFrom b\r\n\r\n\r\n", ""}},
    {"mboxcl2: directly before a separator",
     "From a\nContent-Length: 2\n\nx\nFrom b\n",
     cl2,
     2,
     {"Content-Length: 2\n\nx\n", ""}},
    {"mboxcl2: a body without a last line ending",
     "From a\nContent-Length: 1\n\nx\nFrom b\n",
     cl2,
     2,
     {"Content-Length: 1\n\nx", ""}},
    {"mboxcl2: up to the end of the file",
     "From a\nContent-Length: 11\n\nx\n\nFrom b\n\n",
     cl2,
     1,
     {"Content-Length: 11\n\nx\n\nFrom b\n\n"}},
    {"mboxcl2: an empty line before the end of the file",
     "From a\nContent-Length: 2\n\nx\n\n",
     cl2,
     1,
     {"Content-Length: 2\n\nx\n"}},
    {"a length that leads into a line is not followed",
     "From a\nContent-Length: 1\n\nxy\n\nFrom b\n",
     cl2,
     2,
     {"Content-Length: 1\n\nxy\n", ""}},
    {"a length that leads out of the file is not followed",
     "From a\nContent-Length: 99\n\nxy\n\nFrom b\n",
     cl2,
     2,
     {"Content-Length: 99\n\nxy\n", ""}},
    {"a length that overflows is not followed",
     "From a\nContent-Length: 18446744073709551615\n\nxy\n\nFrom b\n",
     cl2,
     2,
     {"Content-Length: 18446744073709551615\n\nxy\n", ""}},
    {"lengths that differ are not followed",
     "From a\nContent-Length: 11\nContent-Length: 2\n\nx\n\nFrom b\n\n",
     cl2,
     2,
     {"Content-Length: 11\nContent-Length: 2\n\nx\n", ""}},
    {"no length", "From a\n\nx\n\nFrom b\n\n", cl2, 2, {"\nx\n", ""}},
    {"no end of the header section",
     "From a\nContent-Length: 3\nx",
     cl2,
     1,
     {"Content-Length: 3\nx"}},
    {"by default, Content-Length is ignored",
     "From a\nContent-Length: 11\n\nx\n\nFrom b\n\n",
     rd,
     2,
     {"Content-Length: 11\n\nx\n", ""}},
    {"mboxcl2: a length that ends in the middle of a line is not followed",
     "From a\nA: 1\nContent-Length: 1\n\nxFrom here\nB: 2\n\nFrom c\nC: 3\n",
     cl2_likely,
     2,
     {"A: 1\nContent-Length: 1\n\nxFrom here\nB: 2\n", "C: 3\n"}},
    {"mboxcl2: a length that ends in the middle of a CRLF is not followed",
     "From a Fri Jan  2 10:00:00 2015\r\nContent-Length: 2\r\n\r\nx\r\nFrom b Fri Jan  2 10:00:00 "
     "2015\r\nContent-Length: 2\r\n\r\ny\r\n",
     cl2_dated,
     2,
     {"Content-Length: 2\r\n\r\nx\r\n", "Content-Length: 2\r\n\r\ny\r\n"}},
    {"mboxcl2, likely: the length must lead to a likely separator",
     "From a\nA: 1\nContent-Length: 2\n\nx\n\nFrom here\n\ny\n\nFrom b\nB: 2\n",
     cl2_likely,
     2,
     {"A: 1\nContent-Length: 2\n\nx\n\nFrom here\n\ny\n", "B: 2\n"}},
    {"mboxcl2, likely: without an empty line before the separator",
     "From a\nA: 1\nContent-Length: 17\n\n\nFrom c\nC: 3\n\nx\n\nFrom b\nB: 2\n",
     cl2_likely,
     2,
     {"A: 1\nContent-Length: 17\n\n\nFrom c\nC: 3\n\nx\n\n", "B: 2\n"}},
    {"mboxcl2, any: a separator in a header section ends the entry before its length counts",
     "From a\nA: b\nFrom b\nFrom c\nContent-Length: 8\n\nx\nFrom \n",
     cl2_any,
     3,
     {"A: b\n", "", "Content-Length: 8\n\nx\nFrom \n"}},
    {"mboxcl2, dated: the length must lead to a dated line",
     "From a Fri Jan  2 10:00:00 2015\nContent-Length: 2\n\nx\n\nFrom b\n\ny\n",
     cl2_dated,
     1,
     {"Content-Length: 2\n\nx\n\nFrom b\n\ny\n"}},
    {"mboxcl2, dated",
     "From a Fri Jan  2 10:00:00 2015\nContent-Length: 2\n\nx\nFrom b Fri Jan  2 10:00:00 2015\n",
     cl2_dated,
     2,
     {"Content-Length: 2\n\nx\n", ""}},
};

enum class written_with : unsigned char { lf, crlf };

/// Calls `check(row, bytes, written)` for every mailbox and line ending, or only for the rows of
/// `mailboxes` from `first` to before `last`, so that a compiler need not evaluate all at once.
template <class Check>
constexpr void for_each_mailbox(Check check, std::size_t first = 0, std::size_t last = SIZE_MAX) {
    for (auto i = first; i < last && i < std::size(mailboxes); ++i) {
        auto const& row = mailboxes[i];
        check(row, row.bytes, written_with::lf);
        check(row, std::string_view{with_crlf(row.bytes)}, written_with::crlf);
    }
    if (last <= std::size(mailboxes)) return;
    for (auto const& row : mailboxes_with_lengths) check(row, row.bytes, written_with::lf);
}

/// The octets of a message of the row, with the line endings of `written`.
constexpr text_buffer message_of(mailbox_row const& row, std::size_t index, written_with written) {
    if (written == written_with::crlf) return with_crlf(row.messages[index]);
    text_buffer same;
    same.append(row.messages[index]);
    return same;
}

} // namespace test

#endif
