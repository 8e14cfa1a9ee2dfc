#ifndef FOLDWISE_TOOLS_LINT_READINGS_HPP
#define FOLDWISE_TOOLS_LINT_READINGS_HPP

#include "paragraph.hpp"
#include "terminal.hpp"
#include "json/writer.hpp"

#include <foldwise/inspect/ambiguity.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace tool {

/// The readings of an ambiguous place, with offsets that count from the octet `start` of its file,
/// for people:
///     read here as: the first field of that name (0-18), as by Go net/mail 1.19.8
///     could also be read as: the later field, which counts (18-36), as by Ruby mail 2.7.1
/// For a program that the tests of foldwise did not run, the source is named after it.
inline void append_readings(std::string& to, terminal const& terminal, std::size_t indent,
                            foldwise::ambiguity const& place, std::uint64_t start) {
    auto const add = [&](std::string text, foldwise::reading const& one) {
        text.append(one.text).append(" (").append(std::to_string(start + one.offset));
        text.append("-").append(std::to_string(start + one.offset + one.length)).append(")");
        auto before = ", as by ";
        for (auto const each : one.readers) {
            text.append(before).append(each.name);
            if (each.source != "tests/readers") text.append(" (").append(each.source).append(")");
            before = ", ";
        }
        to.append(indent, ' ');
        append_paragraph(to, terminal, "", text, {terminal.width(), indent, indent + 2});
    };
    add("read here as: ", place.first());
    add("could also be read as: ", place.second());
}

/// The same for programs: an array of two objects.
inline void write_readings(json_writer& json, foldwise::ambiguity const& place,
                           std::uint64_t start) {
    json.key("readings").open('[');
    for (auto const& one : {place.first(), place.second()}) {
        json.open('{').key("offset").value(start + one.offset).key("length").value(one.length);
        json.key("text").value(one.text).key("readers").open('[');
        for (auto const each : one.readers)
            json.open('{').key("name").value(each.name).key("source").value(each.source).close('}');
        json.close(']').close('}');
    }
    json.close(']');
}

} // namespace tool

#endif
