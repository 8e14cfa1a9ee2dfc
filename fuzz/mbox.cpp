// Properties of an mbox, with each format and separator: no byte is lost; each entry is in exactly
// one range of a partition; a stream that is read in pieces has the same entries as the file; LF
// and CRLF make no difference; both readings of an ambiguity are in the entry.

#include "parts.hpp"

#include <foldwise/base/utf8.hpp>
#include <foldwise/inspect/ambiguity.hpp>
#include <foldwise/store/emlx.hpp>
#include <foldwise/store/indexed_mbox.hpp>
#include <foldwise/store/mbox.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

/// An entry. The texts are views of the whole mbox.
struct seen {
    std::uint64_t offset;
    std::uint64_t message_offset;
    std::string_view raw;
    std::string_view message;
    friend bool operator==(seen const&, seen const&) = default;
};

using mailbox = std::vector<seen>;

void add(mailbox& to, mbox_entry const& entry) {
    to.push_back({entry.offset(), entry.message_offset(), entry.raw(), entry.message_bytes()});
}

mailbox read(std::string_view bytes, mbox_options options, byte_range range = {}) {
    mailbox box;
    for (auto const entry : mbox{bytes, options, range}) add(box, entry);
    return box;
}

/// Whether the line is a separator by the rule, whatever is before it. `next` is the line after it.
bool is_separator(std::string_view text, std::string_view next, mbox_separator rule) {
    if (!text.starts_with("From ")) return false;
    auto const after = text.substr(4);
    if (after.find_first_not_of(" \t") != after.npos &&
        after[after.find_first_not_of(" \t")] == ':')
        return false;
    if (rule == mbox_separator::any || rule == mbox_separator::after_empty_line) return true;
    if (text.size() > 998) return false;
    if (from_line{text}.is_dated()) return true;
    if (rule == mbox_separator::dated) return false;
    if (next.starts_with(utf8_byte_order_mark)) next.remove_prefix(3);
    field const following{next.substr(0, next.find('\n'))};
    return following.has_name() && !following.raw_value().starts_with("//");
}

/// The offsets of the messages of an mbox, found line by line.
std::vector<std::uint64_t> split_mbox(std::string_view bytes, mbox_separator rule) {
    std::vector<std::uint64_t> messages;
    bool after_empty_line = true;
    bool const needs_empty_line =
        rule == mbox_separator::likely || rule == mbox_separator::after_empty_line;
    for (auto const l : lines{bytes}) {
        auto const end = offset_of(bytes, l.raw()) + l.raw().size();
        if ((!needs_empty_line || after_empty_line || messages.empty()) &&
            is_separator(l.text(), bytes.substr(end), rule))
            messages.push_back(end);
        else if (messages.empty() && !l.text().empty())
            return {0}; // not an mbox: one message
        after_empty_line = l.text().empty() && l.ending() != line_ending::none;
    }
    if (messages.empty() && !bytes.empty()) messages.push_back(0);
    return messages;
}

/// The same for an MMDF file.
std::vector<std::uint64_t> split_mmdf(std::string_view bytes) {
    std::vector<line> all;
    for (auto const l : lines{bytes}) all.push_back(l);
    auto const is_mark = [&](std::size_t i) {
        return i >= all.size() || all[i].text() == "\1\1\1\1";
    };
    auto const is_empty = [&](std::size_t i) { return i < all.size() && all[i].text().empty(); };
    std::vector<std::uint64_t> messages;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_mark(i) || is_mark(i + 1) || (is_empty(i + 1) && is_mark(i + 2))) continue;
        auto const has_from_line = is_separator(all[i + 1].text(), "", mbox_separator::any);
        auto const& last = all[has_from_line ? i + 1 : i];
        messages.push_back(offset_of(bytes, last.raw()) + last.raw().size());
    }
    if (messages.empty()) messages.push_back(0);
    return messages;
}

/// The line that says whether a file is MMDF: its first one that is not empty.
std::string_view first_line(std::string_view bytes) {
    for (auto const l : lines{bytes})
        if (!l.text().empty()) return l.text();
    return {};
}

/// The offsets of the messages, found line by line.
std::vector<std::uint64_t> plainly_split(std::string_view bytes, mbox_separator rule) {
    auto const rest = bytes.substr(bytes.starts_with(utf8_byte_order_mark) ? 3 : 0);
    auto found = first_line(rest) == "\1\1\1\1" ? split_mmdf(rest) : split_mbox(rest, rule);
    if (found.empty() && !bytes.empty()) found.push_back(0);
    for (auto& message : found)
        if (message != 0) message += bytes.size() - rest.size();
    return found;
}

void the_separators_are_where_lines_say(std::string_view bytes, mbox_options options) {
    if (options.format == mbox_format::mboxcl || options.format == mbox_format::mboxcl2) return;
    std::vector<std::uint64_t> found;
    for (auto const entry : mbox{bytes, options}) found.push_back(entry.message_offset());
    REQUIRE_PROPERTY(found == plainly_split(bytes, options.separator));
}

void the_entries_are_the_file(std::string_view bytes, mbox_options options) {
    std::size_t end = 0;
    for (auto const entry : mbox{bytes, options}) {
        REQUIRE_PROPERTY(entry.raw().data() == bytes.data() + end);
        REQUIRE_PROPERTY(!entry.raw().empty());
        auto const message = entry.message_bytes();
        auto const after = entry.raw().substr(offset_of(entry.raw(), message) + message.size());
        bool const is_marked = after.starts_with("\1\1\1\1");
        REQUIRE_PROPERTY(after.empty() || after == "\n" || after == "\r\n" || is_marked);
        if (auto const line = entry.from_line()) {
            REQUIRE_PROPERTY(line->text().starts_with("From "));
            REQUIRE_PROPERTY(line->text().find('\n') == std::string_view::npos);
            REQUIRE_PROPERTY(offset_of(bytes, line->raw()) + line->raw().size() ==
                             entry.message_offset());
        } else {
            auto const before = entry.raw().substr(0, offset_of(entry.raw(), message));
            REQUIRE_PROPERTY((end == 0 && message == bytes) ||
                             without_ending(before).ends_with("\1\1\1\1"));
        }
        foldwise::message const searched{message};
        REQUIRE_PROPERTY(entry.message().header().raw() == searched.header().raw());
        REQUIRE_PROPERTY(entry.message().separator() == searched.separator());
        static_cast<void>(entry.content_length());
        end += entry.raw().size();
    }
    REQUIRE_PROPERTY(end == bytes.size());
}

void an_index_on_the_way_is_the_same(std::string_view bytes, mbox_options options,
                                     fuzz::dice dice) {
    field_slot room[4];
    auto const first = dice.roll(bytes.size());
    for (auto const range : {byte_range{}, byte_range{first, first + dice.roll(bytes.size())}}) {
        mailbox box;
        for (auto const [entry, fields] :
             indexed_mbox{bytes, std::span{room}.first(dice.roll(4)), options, range}) {
            add(box, entry);
            REQUIRE_PROPERTY(
                std::ranges::equal(fields, entry.message().header(), {}, &field::raw, &field::raw));
        }
        REQUIRE_PROPERTY(box == read(bytes, options, range));
    }
}

void any_partition_gives_each_entry_once(std::string_view bytes, mbox_options options,
                                         fuzz::dice dice) {
    std::size_t cuts[] = {0, dice.roll(bytes.size()), dice.roll(bytes.size()),
                          dice.roll(bytes.size()), bytes.size()};
    std::ranges::sort(cuts);
    mailbox parts;
    for (std::size_t i = 0; i + 1 < std::size(cuts); ++i)
        for (auto& entry : read(bytes, options, {cuts[i], cuts[i + 1]})) parts.push_back(entry);
    REQUIRE_PROPERTY(parts == read(bytes, options));

    mailbox shards;
    auto const n = 1 + dice.roll(4);
    for (std::size_t k = 0; k < n; ++k)
        for (auto& entry : read(bytes, options, shard(bytes.size(), k, n))) shards.push_back(entry);
    REQUIRE_PROPERTY(shards == parts);
}

void a_stream_gives_what_the_file_gives(std::string_view bytes, mbox_options options,
                                        fuzz::dice dice) {
    auto const first = dice.roll(bytes.size());
    byte_range const range{first, first + dice.roll(bytes.size())};
    for (auto const wanted : {byte_range{}, range}) {
        mailbox box;
        mbox_splitter splitter{options, wanted};
        std::string buffer;
        std::size_t at = 0;
        for (auto input = mbox_input::continues;
             input == mbox_input::continues && !splitter.done();) {
            auto const piece = bytes.substr(at, 1 + dice.roll(64));
            if (piece.empty()) input = mbox_input::ended;
            at += piece.size();
            buffer = std::string{buffer}.append(piece);
            std::string_view window{buffer};
            while (auto const entry = splitter.next(window, input)) {
                auto const raw = bytes.substr(entry->offset(), entry->raw().size());
                auto const message =
                    bytes.substr(entry->message_offset(), entry->message_bytes().size());
                REQUIRE_PROPERTY(entry->raw() == raw && entry->message_bytes() == message);
                box.push_back({entry->offset(), entry->message_offset(), raw, message});
            }
            buffer.erase(0, buffer.size() - window.size());
        }
        REQUIRE_PROPERTY(box == read(bytes, options, wanted));
    }
}

void lf_and_crlf_read_alike(std::string_view bytes, mbox_options options) {
    if (options.format == mbox_format::mboxcl || options.format == mbox_format::mboxcl2)
        return; // a Content-Length is right for LF or for CRLF, but not for both
    auto const lf = fuzz::with_lf(bytes);
    auto const crlf = fuzz::with_crlf(lf);
    auto const one = read(lf, options);
    auto const other = read(crlf, options);
    REQUIRE_PROPERTY(one.size() == other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        REQUIRE_PROPERTY(one[i].raw == fuzz::with_lf(other[i].raw));
        REQUIRE_PROPERTY(one[i].message == fuzz::with_lf(other[i].message));
    }
}

/// Unquoting removes the quotes that a writer of mboxrd adds to a body of these bytes.
void unquoting_undoes_quoting(std::string_view bytes) {
    std::string quoted;
    for (auto const l : lines{bytes}) {
        auto const text = l.raw().substr(scan::not_in(char_class{">"}, l.raw(), 0));
        if (text.starts_with("From ")) quoted += '>';
        quoted += l.raw();
    }
    unquoted const body{quoted};
    REQUIRE_PROPERTY(body == bytes);
    REQUIRE_PROPERTY(body.to_string() == bytes);
    REQUIRE_PROPERTY(std::ranges::equal(body, bytes));
    for (auto const quoting : {from_quoting::none, from_quoting::mboxrd, from_quoting::mboxo}) {
        unquoted const any{bytes, {quoting}};
        REQUIRE_PROPERTY(std::ranges::equal(any, any.to_string()));
        REQUIRE_PROPERTY(any.length() == any.to_string().size());
    }
}

/// What is wrong with an entry is in it, and so are both readings of each ambiguity.
void problems_are_inside(std::string_view bytes, mbox_options options) {
    for (auto const entry : mbox{bytes, options})
        entry.diagnose([&entry](diagnostic const& problem) {
            auto const size = entry.raw().size();
            auto const is_inside = [size](std::size_t offset, std::size_t length) {
                return offset <= size && length <= size - offset;
            };
            REQUIRE_PROPERTY(is_inside(problem.offset, problem.length));
            // That of a byte order mark is in the message, if the entry is one.
            if (problem.code == diagnostic_code::byte_order_mark) return;
            bool const is_ambiguity = problem.severity() == severity::ambiguity;
            auto const found = ambiguity_of(entry, problem);
            REQUIRE_PROPERTY(found.has_value() == is_ambiguity);
            if (!found) return;
            for (auto const& one : {found->first(), found->second()})
                REQUIRE_PROPERTY(is_inside(one.offset, one.length) && !one.text.empty());
        });
}

void properties_with(std::string_view bytes, mbox_options options) {
    problems_are_inside(bytes, options);
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice,
        [&] {
            the_entries_are_the_file(bytes, options);
            the_separators_are_where_lines_say(bytes, options);
            fuzz::passes_agree(mbox{bytes, options});
        },
        [&] { an_index_on_the_way_is_the_same(bytes, options, dice); },
        [&] { any_partition_gives_each_entry_once(bytes, options, dice); },
        [&] { a_stream_gives_what_the_file_gives(bytes, options, dice); },
        [&] { lf_and_crlf_read_alike(bytes, options); });
}

/// The parts of an .emlx file are the file. Its message is a whole entry if it has no `From ` line.
void an_emlx_file_is_its_parts(std::string_view bytes) {
    auto const file = emlx::read(bytes);
    if (!file) {
        REQUIRE_PROPERTY(file.error().offset == 0 && file.error().length <= bytes.size());
        return;
    }
    auto const first = bytes.substr(0, file->message_offset());
    auto const joined = std::string{first}.append(file->message_bytes());
    REQUIRE_PROPERTY(joined + std::string{file->property_list()} == bytes);
    REQUIRE_PROPERTY(first.ends_with('\n') && first[0] >= '0' && first[0] <= '9');
    REQUIRE_PROPERTY(file->message().raw() == file->message_bytes());
    if (!file->deviation()) {
        auto const size = std::to_string(file->message_bytes().size()) + "\n";
        auto const again = size + joined.substr(first.size()) + std::string{file->property_list()};
        auto const same = emlx::read(again);
        REQUIRE_PROPERTY(same && !same->deviation());
        REQUIRE_PROPERTY(same->message_bytes() == file->message_bytes());
    }
}

constexpr mbox_format formats[] = {mbox_format::mboxrd, mbox_format::mboxo, mbox_format::mboxcl,
                                   mbox_format::mboxcl2};
constexpr mbox_separator separators[] = {mbox_separator::likely, mbox_separator::after_empty_line,
                                         mbox_separator::any, mbox_separator::dated};

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    properties_with(bytes, {});
    fuzz::try_one_of(dice, formats, [&](mbox_format format) {
        fuzz::try_one_of(dice, separators, [&](mbox_separator separator) {
            properties_with(bytes, {format, separator});
        });
    });
    unquoting_undoes_quoting(bytes);
    an_emlx_file_is_its_parts(bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
