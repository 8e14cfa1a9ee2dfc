// Properties of parameters and of the fields that have them: segments come in order; segments and
// problems are inside the value; LF and CRLF make no difference; a text is not longer than the
// value; a name without encoded-words and backslashes is the text, except that a byte order mark at
// its start is not shown; the number of problems is bounded; safe file names are safe.

#include "parts.hpp"
#include "properties.hpp"
#include "utf8.hpp"

#include <foldwise/base/utf8.hpp>
#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/parameters/safe_file_name.hpp>
#include <foldwise/transfer/content_transfer_encoding.hpp>

#include <string>
#include <string_view>

namespace {

using namespace foldwise;

void segments_lie_in_order(std::string_view bytes) {
    fuzz::parts_in_order parts{bytes};
    for (auto const s : parameters{bytes}.segments()) {
        parts.take(s ? s->raw() : bytes.substr(s.error().offset, s.error().length));
        if (!s) continue;
        REQUIRE_PROPERTY(!s->raw_name().empty() && s->raw().starts_with(s->raw_name()));
        REQUIRE_PROPERTY(offset_of(s->raw(), s->raw_value()) > s->raw_name().size());
        REQUIRE_PROPERTY(s->raw_name().starts_with(s->name()) && !s->name().empty());
        REQUIRE_PROPERTY(scan::not_in(mime_token, s->raw_name(), 0) == s->raw_name().size());
        REQUIRE_PROPERTY(s->text().length() <= s->raw_value().size());
        REQUIRE_PROPERTY(s->encoded_text().length() <= s->text().length());
    }
}

/// The text that find() returns consists of the segments with the name, and is not longer than the
/// value.
void texts_are_those_of_the_segments(std::string_view bytes) {
    parameters const list{bytes};
    std::size_t names = 0;
    for (auto const s : list.segments()) {
        if (!s || ++names > 8) continue; // only a few, since find() is linear
        auto const found = list.find(s->name());
        if (!found) {
            REQUIRE_PROPERTY(found.error().code == diagnostic_code::parameter_section_missing);
            REQUIRE_PROPERTY(s->section().value_or(0) != 0);
            continue;
        }
        REQUIRE_PROPERTY(found->first().is(s->name()));
        auto const text = found->text();
        auto const copy = text.to_string();
        REQUIRE_PROPERTY(copy.size() <= bytes.size() && text == copy);
        REQUIRE_PROPERTY(text.length() == copy.size() && text.empty() == copy.empty());
        REQUIRE_PROPERTY(!text.contiguous() || *text.contiguous() == copy);
        REQUIRE_PROPERTY(text == list.find(s->name())->text());
        auto const name = found->name_text().to_string();
        REQUIRE_PROPERTY(name.size() <= bytes.size() && name.size() >= copy.size());
        if (copy.find('\\') == copy.npos && name.find('\\') == name.npos)
            REQUIRE_PROPERTY(name == copy);
        decoded_parameter const shown{*found};
        auto const text_shown = shown.to_string();
        std::string lazily;
        for (char const octet : shown) lazily += octet;
        REQUIRE_PROPERTY(lazily == text_shown && text_shown.size() <= 3 * bytes.size());
        bool is_reported = false;
        found->diagnose([&](diagnostic const& problem) {
            is_reported |= problem.code == diagnostic_code::parameter_encoded_word;
        });
        std::string_view without_mark{name};
        if (name.starts_with(utf8_byte_order_mark))
            without_mark.remove_prefix(utf8_byte_order_mark.size());
        if (text_shown != without_mark && found->charset().empty() && fuzz::is_utf8(name))
            REQUIRE_PROPERTY(is_reported);
        std::string raw;
        std::uint32_t section = 0;
        for (auto const part : found->segments()) {
            REQUIRE_PROPERTY(part.section().value_or(0) == section++);
            part.encoded_text().append_to(raw);
        }
        REQUIRE_PROPERTY(copy.size() <= raw.size());
        REQUIRE_PROPERTY(raw.find('%') != raw.npos || copy == raw);
    }
}

std::string summary(parameters const& list) {
    std::string text;
    std::size_t names = 0;
    for (auto const s : list.segments()) {
        text.append(s ? s->raw_name() : s.error().name()).append("|");
        if (!s || ++names > 8) continue;
        s->text().append_to(text += '=');
        text.append("|").append(s->charset()).append("|").append(s->language());
        // Texts with an encoded LF are left out, since with_crlf() does not change the encoded LF.
        auto const found = list.find(s->name());
        if (!found) continue;
        auto const value = found->text().to_string();
        if (value.find('\n') == value.npos) text.append("|").append(value);
    }
    fuzz::append_problems(text, list);
    return text;
}

std::string summary_of_type(content_type const& type) {
    std::string text{type.type()};
    text.append("/").append(type.subtype()).append(type.boundary() ? "|" : "");
    fuzz::append_problems(text, type);
    return text;
}

std::string summary_of_disposition(content_disposition const& read) {
    std::string text{read.word()};
    fuzz::append_problems(text, read);
    return text;
}

std::string summary_of_encoding(content_transfer_encoding const& read) {
    std::string text{read.name()};
    return text.append("|").append(read.deviation() ? read.deviation()->name() : "");
}

/// There are at most a few problems for each octet, all of them inside the value.
template <class View>
void problems_are_bounded(std::string_view bytes, View const& view) {
    std::size_t count = 0;
    view.diagnose([&](diagnostic const& problem) {
        fuzz::covered_by(bytes, problem);
        ++count;
    });
    REQUIRE_PROPERTY(count <= 4 * bytes.size() + 20);
}

void fields_say_only_what_stands_there(std::string_view bytes) {
    content_type const type{bytes};
    REQUIRE_PROPERTY(!type.type().empty() && !type.subtype().empty());
    REQUIRE_PROPERTY(!type.is("text") || type.charset());
    if (auto const boundary = type.boundary()) REQUIRE_PROPERTY(!boundary->empty());
    content_disposition const disposition{bytes};
    REQUIRE_PROPERTY(disposition.is_attachment() || ascii_iequals(disposition.word(), "inline"));
    problems_are_bounded(bytes, parameters{bytes});
    problems_are_bounded(bytes, type);
    problems_are_bounded(bytes, disposition);
    content_transfer_encoding const encoding{bytes};
    REQUIRE_PROPERTY(encoding.encoding() == transfer_encoding::other ||
                     encoding.encoding() == transfer_encoding_of(encoding.name()));
    if (auto const problem = encoding.deviation()) fuzz::covered_by(bytes, *problem);
}

void file_names_are_safe(std::string_view bytes) {
    auto const name = safe_file_name{bytes}.to_string();
    REQUIRE_PROPERTY(!name.empty() && name.size() <= 255);
    REQUIRE_PROPERTY(name.find_first_of("/\\:") == name.npos);
    REQUIRE_PROPERTY(scan::in(ctl, name, 0) == name.size());
    REQUIRE_PROPERTY(std::string_view{". -~"}.find(name.front()) == std::string_view::npos);
    REQUIRE_PROPERTY(name.back() != '.' && name.back() != ' ');
    for (std::size_t at = 0; at < name.size();) {
        auto const next = utf8_character_at(name, at);
        REQUIRE_PROPERTY(next.is_well_formed);
        at += next.size;
    }
    REQUIRE_PROPERTY(safe_file_name{std::string_view{name}}.to_string() == name);
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    segments_lie_in_order(bytes);
    fuzz::try_one(
        dice, [bytes] { texts_are_those_of_the_segments(bytes); },
        [bytes] { fields_say_only_what_stands_there(bytes); },
        [bytes] { file_names_are_safe(bytes); },
        [bytes] {
            fuzz::passes_agree(parameters{bytes}.segments());
            fuzz::reads_lf_and_crlf_alike<parameters>(bytes, summary);
        },
        [bytes] { fuzz::reads_lf_and_crlf_alike<content_type>(bytes, summary_of_type); },
        [bytes] {
            fuzz::reads_lf_and_crlf_alike<content_disposition>(bytes, summary_of_disposition);
            fuzz::reads_lf_and_crlf_alike<content_transfer_encoding>(bytes, summary_of_encoding);
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
