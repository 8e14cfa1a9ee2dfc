#ifndef FOLDWISE_BENCH_HOSTILE_HPP
#define FOLDWISE_BENCH_HOSTILE_HPP

// Mailboxes that are made to slow a reader down. Each repeats one pattern, so the cost per octet
// must not depend on the size.

#include "mailbox.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace bench {

enum class hostile_kind : unsigned char {
    one_folded_field,    ///< a header of one field, folded every two octets
    one_blank_field,     ///< the same, with nothing but white space in its value
    lines_without_colon, ///< a header of lines without a colon
    quote_runs,          ///< a body of `>`: one run over half of it, then many runs
    near_separators,     ///< a body of empty lines, each followed by "Fro "
    empty_lines,         ///< millions of empty lines, before the `From ` line and in the body
    from_lines,          ///< nothing but lines "From "; the first one starts the only message
    from_lines_any,      ///< the same, read with the rule `any`: each is an entry
    from_lines_dated,    ///< lines of 999 octets, almost dated; every second one ends with a date
};

namespace detail {

inline constexpr std::string_view first_line = "From foe@sample.net Mon Dec 15 10:00:00 2014\n";

/// Writes the `From ` line of the first message and `header`, then repeats `unit` until there are
/// `size` octets. Counts the message, but nothing in it.
inline mailbox repeated(std::string_view header, std::string_view unit, std::size_t size) {
    mailbox result;
    result.bytes.append(first_line).append(header);
    while (result.bytes.size() < size) result.bytes.append(unit);
    result.put.messages = 1;
    result.put.message_octets = result.bytes.size() - first_line.size();
    return result;
}

/// Ends a header section of one field, after its name `Folded` has been written.
inline void end_one_field(mailbox& box, std::size_t folds, std::size_t leading) {
    constexpr std::size_t name = 6;
    box.bytes.append("\n");
    box.put.message_octets += 1;
    box.put.fields = 1;
    box.put.name_octets = name;
    box.put.raw_value_octets = box.put.message_octets - name - 2;
    box.put.value_octets = box.put.raw_value_octets - folds - leading;
}

inline mailbox one_folded_field(std::size_t size) {
    auto box = repeated("Folded:", " x\n", size - 2);
    box.bytes.append(" x");
    box.put.message_octets += 2;
    auto const folds = (box.put.message_octets - 7 - 2) / 3;
    end_one_field(box, folds, 1);
    return box;
}

inline mailbox one_blank_field(std::size_t size) {
    auto box = repeated("Folded:", " \n", size - 1);
    box.bytes.append("\t");
    box.put.message_octets += 1;
    end_one_field(box, 0, 0);
    box.put.value_octets = 0;
    return box;
}

/// Lines of 1 to 64 octets that could be a name, without a colon.
inline mailbox lines_without_colon(std::size_t size) {
    auto box = repeated("", "", 0);
    std::string const name(64, 'n');
    for (std::size_t i = 0; box.bytes.size() < size; ++i) {
        auto const length = i % name.size() + 1;
        box.bytes.append(name, 0, length).append("\n");
        box.put.raw_value_octets += length;
        ++box.put.fields;
    }
    box.put.value_octets = box.put.raw_value_octets;
    box.put.message_octets = box.bytes.size() - first_line.size();
    return box;
}

inline mailbox quote_runs(std::size_t size) {
    auto box = repeated("\n", ">", size / 2);
    box.bytes.append("From one\n");
    box.put.quotes = 1;
    std::string const run(64, '>');
    for (std::size_t i = 0; box.bytes.size() < size; ++i) {
        box.bytes.append(run, 0, i % run.size() + 1).append(i % 3 == 0 ? "From two\n" : "\n");
        box.put.quotes += i % 3 == 0 ? 1u : 0u;
    }
    box.put.message_octets = box.bytes.size() - first_line.size();
    box.put.body_octets = box.put.message_octets - 1;
    return box;
}

inline mailbox near_separators(std::size_t size) {
    auto box = repeated("\n", "\n\nFro ", size);
    box.put.body_octets = box.put.message_octets - 1;
    return box;
}

inline mailbox empty_lines(std::size_t size) {
    auto box = repeated("\n", "\n", size / 2);
    box.bytes.insert(0, size / 2, '\n');
    --box.put.message_octets; // the last empty line is the entry's
    box.put.body_octets = box.put.message_octets - 1;
    return box;
}

inline mailbox from_lines(std::size_t size) {
    constexpr std::string_view line = "From \n";
    mailbox box;
    box.read_as.separator =
        foldwise::mbox_separator::after_empty_line; // for `likely`, no separator
    while (box.bytes.size() < size) box.bytes.append(line);
    auto const count = box.bytes.size() / line.size() - 1;
    box.put = {.messages = 1,
               .message_octets = count * line.size(),
               .fields = count,
               .raw_value_octets = count * (line.size() - 1),
               .value_octets = count * (line.size() - 2)};
    return box;
}

inline mailbox from_lines_any(std::size_t size) {
    auto box = from_lines(size);
    box.read_as.separator = foldwise::mbox_separator::any;
    box.put = {.messages = box.put.fields + 1};
    return box;
}

inline mailbox from_lines_dated(std::size_t size) {
    constexpr std::size_t length = 999;
    constexpr std::string_view near = "Mon Dec 15 10:00:00 CET ";
    constexpr std::string_view end = "Mon Dec 15 10:00:00 2014\n";
    std::string line = "From foe@sample.net ";
    while (line.size() < length - end.size()) line.append(near);
    line.resize(length - end.size() - 1, 'x');
    line.append(" ").append(end);
    auto undated = line;
    undated[length - 2] = 'x';
    mailbox box;
    box.read_as.separator = foldwise::mbox_separator::dated;
    while (box.bytes.size() < size) {
        box.bytes.append(line).append(undated);
        ++box.put.messages;
    }
    box.put.fields = box.put.messages;
    box.put.message_octets = box.put.messages * length;
    box.put.raw_value_octets = box.put.messages * (length - 1);
    box.put.value_octets = box.put.raw_value_octets;
    return box;
}

} // namespace detail

inline mailbox make_mailbox(hostile_kind kind, std::size_t size) {
    switch (kind) {
    case hostile_kind::one_folded_field: return detail::one_folded_field(size);
    case hostile_kind::one_blank_field: return detail::one_blank_field(size);
    case hostile_kind::lines_without_colon: return detail::lines_without_colon(size);
    case hostile_kind::quote_runs: return detail::quote_runs(size);
    case hostile_kind::near_separators: return detail::near_separators(size);
    case hostile_kind::empty_lines: return detail::empty_lines(size);
    case hostile_kind::from_lines: return detail::from_lines(size);
    case hostile_kind::from_lines_any: return detail::from_lines_any(size);
    case hostile_kind::from_lines_dated: return detail::from_lines_dated(size);
    }
    return {};
}

} // namespace bench

#endif
