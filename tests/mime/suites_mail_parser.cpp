// Expectations of the test suite of Stalwart Labs' mail-parser: NAME.json has the contents of
// NAME.eml, NAME.crlf.json those of NAME.eml with CRLF, and tables have Content-Type and
// unstructured fields. Addresses, dates and identifiers are not compared here.

#include <foldwise/mime/entity.hpp>
#include <foldwise/words/decoded_text.hpp>

#include "../support.hpp"
#include "suites.hpp"

namespace {

using test::entity_facts;
using test::json_value;
using facts_map = std::map<std::string, std::string>;

std::string lower(std::string_view text) {
    std::string copy{text};
    for (char& octet : copy) octet = foldwise::ascii_lower(octet);
    return copy;
}

/// A single space for each run of white space and line endings, none at the ends: the suite keeps
/// some folds and replaces others by a single space.
std::string with_single_spaces(std::string_view text) {
    constexpr foldwise::char_class white_space{" \t\r\n"};
    std::string single;
    for (char const octet : text) {
        bool const is_space = white_space.contains(octet);
        if (!is_space || !single.ends_with(' ')) single += is_space ? ' ' : octet;
    }
    while (single.ends_with(' ')) single.pop_back();
    return single.starts_with(' ') ? single.substr(1) : single;
}

/// Appends `text`, after a bar if `to` is not empty.
void add_text(std::string& to, std::string_view text) {
    to.append(to.empty() ? "" : " | ").append(with_single_spaces(text));
}

std::string listing(facts_map const& parameters) {
    std::string text;
    for (auto const& [name, value] : parameters)
        text.append(text.empty() ? "" : "; ").append(name).append("=").append(value);
    return text;
}

// ---- The expectations of the suite

std::optional<json_value> json_in(std::string const& file) {
    auto const octets = test::corpus_octets(file);
    if (octets.empty()) return std::nullopt;
    auto const json = test::strict_json::read(test::plain_json(octets));
    REQUIRE_SAME(file, json.has_value(), true);
    return json;
}

std::string type_in(json_value const& said) {
    auto const& subtype = said["c_subtype"].text;
    return lower(said["c_type"].text + (subtype.empty() ? "" : "/") + subtype);
}
std::string parameters_in(json_value const& said) {
    facts_map parameters;
    for (auto const& pair : said["attributes"].items) {
        bool const is_object = pair.kind == test::json_kind::object;
        auto const& name = is_object ? pair["name"].text : pair.items[0].text;
        parameters.emplace(lower(name), is_object ? pair["value"].text : pair.items[1].text);
    }
    return listing(parameters);
}

/// The name of a field: a known word such as content_type, or an object with another name.
std::string name_in(json_value const& said) {
    if (said.kind == test::json_kind::object) return lower(said["other"].text);
    auto name = said.text;
    std::ranges::replace(name, '_', '-');
    return name;
}

std::string octets_in(json_value const& body) {
    for (auto const* const kind : {"Text", "Html"})
        if (!body[kind].is_null()) return body[kind].text;
    std::string octets;
    for (auto const* const kind : {"Binary", "InlineBinary"})
        for (auto const& octet : body[kind].items) octets += static_cast<char>(octet.number());
    return octets;
}

facts_map facts_in(json_value const& part) {
    facts_map facts;
    auto& fields = facts["fields"];
    for (auto const& field : part["headers"].items) {
        auto const name = name_in(field["name"]);
        for (auto const* const offset : {"offset_field", "offset_start", "offset_end"})
            fields.append(field[offset].text).append(" ");
        auto const& value = field["value"];
        if (auto const& type = value["ContentType"]; !type.is_null()) {
            facts[name] = type_in(type);
            facts[name + " parameters"] = parameters_in(type);
        } else if (auto const& text = value["Text"]; !text.is_null() && !name.ends_with("-id") &&
                                                     name != "return-path" &&
                                                     name != "in-reply-to") {
            add_text(facts[name], text.text);
        }
    }
    for (auto const* const offset : {"offset_header", "offset_body", "offset_end"})
        facts["places"].append(part[offset].text).append(" ");
    return facts;
}

/// Adds the part at `index` of a message, and all parts inside of it.
void add_part(std::vector<entity_facts>& to, json_value const& parts, std::size_t index,
              std::string const& place) {
    auto const& part = parts.items[index];
    auto const& body = part["body"];
    to.push_back({place, "octets", facts_in(part)});
    if (auto const& message = body["Message"]; !message.is_null()) {
        to.back().kind = "message";
        add_part(to, message["parts"], 0, place + ".1");
    } else if (auto const& inner = body["Multipart"]; !inner.is_null()) {
        to.back().kind = "parts";
        for (std::size_t i = 0; i < inner.items.size(); ++i)
            add_part(to, parts, inner.items[i].number(), place + "." + std::to_string(i + 1));
    } else {
        to.back().facts["body"] = octets_in(body);
    }
}

// ---- The results of foldwise

std::string parameters_of(foldwise::parameters const& list) {
    facts_map parameters;
    for (auto const segment : list.segments()) {
        if (!segment) continue;
        auto const named = list.find(segment->name());
        if (!named) continue;
        auto const name = lower(segment->name());
        parameters.emplace(name, test::text_of(named));
        if (!named->language().empty())
            parameters.emplace(name + "-language", std::string{named->language()});
    }
    return listing(parameters);
}
std::string type_of(foldwise::content_type const& type) {
    if (!type.is_readable()) return "";
    return lower(std::string{type.type()}.append("/").append(type.subtype()));
}

facts_map facts_of(std::string_view message, foldwise::entity const& part) {
    facts_map facts;
    auto const at = [message](char const* octet) {
        return std::to_string(octet - message.data()) + " ";
    };
    foldwise::cjk_converter converter;
    for (auto const field : part.header()) {
        auto const name = lower(field.name());
        facts["fields"] += at(field.raw().data()) + at(field.raw_value().data()) +
                           at(field.raw().data() + field.raw().size());
        if (name == "content-type") {
            foldwise::content_type const type{field};
            facts[name] = type_of(type);
            facts[name + " parameters"] = parameters_of(type.parameters());
        } else if (name == "content-disposition") {
            foldwise::content_disposition const disposition{field};
            facts[name] = lower(disposition.word());
            facts[name + " parameters"] = parameters_of(disposition.parameters());
        } else if (!name.empty()) {
            add_text(facts[name], foldwise::decoded_text{field.raw_value()}.to_string(
                                      {.converter = &converter}));
        }
    }
    auto const raw = part.raw();
    facts["places"] = at(raw.data()) + at(part.raw_body().data()) + at(raw.data() + raw.size());
    bool const is_text = part.content_type().is("text");
    if (part.is_leaf()) facts["body"] = is_text ? test::text_of(part) : part.decoded().to_string();
    return facts;
}

TEST_CASE("mail-parser: the parts of its messages, except for the listed differences") {
    test::suite suite{"suite-mail-parser"};
    for (std::string const folder : {"rfc", "malformed", "thirdparty"})
        for (auto const& file : test::corpus_files("stalwart-mail-parser/eml/" + folder, ".json")) {
            auto const name = file.substr(file.rfind('/') + 1);
            bool const has_crlf = name.ends_with(".crlf.json");
            auto const number = name.substr(0, name.find('.'));
            auto message =
                test::corpus_octets(file.substr(0, file.rfind('/') + 1) + number + ".eml");
            message = has_crlf ? test::with_crlf_throughout(message) : test::with_lf(message);
            auto const json = json_in(file);
            if (!json) continue;
            std::vector<entity_facts> said;
            add_part(said, (*json)["parts"], 0, "1");
            suite.compare(folder + " " + number + (has_crlf ? " CRLF" : ""), said,
                          test::entities_of(message, [&message](foldwise::entity const& part) {
                              return facts_of(message, part);
                          }));
        }
    suite.finish();
}

/// The value of the field at the start of a row, which may have further fields.
std::string field_in(std::string_view header) {
    auto const lines = std::string{"X:"}.append(header);
    return std::string{(*foldwise::header_section{lines}.begin()).raw_value()};
}

TEST_CASE("mail-parser: its tables of fields, except for the listed differences") {
    test::suite suite{"suite-mail-parser-fields"};
    std::string const folder = "stalwart-mail-parser/";
    if (auto const table = json_in(folder + "content_type.json"))
        for (auto const& row : table->items) {
            auto const value = field_in(row["header"].text);
            auto const& said = row["expected"];
            bool const is_type = !said["c_subtype"].is_null() || said.is_null();
            foldwise::content_type const type{value};
            foldwise::content_disposition const disposition{value};
            auto const read = is_type ? type_of(type) : lower(disposition.word());
            auto const parameters = is_type ? type.parameters() : disposition.parameters();
            suite.compare(value, type_in(said) + " " + parameters_in(said),
                          read + " " + parameters_of(parameters));
        }
    if (auto const table = json_in(folder + "unstructured.json"))
        for (auto const& row : table->items) {
            auto const value = field_in(row["header"].text);
            suite.compare(value, with_single_spaces(row["expected"].text),
                          with_single_spaces(foldwise::decoded_text{value}.to_string()));
        }
    suite.finish();
}

} // namespace
