// Properties of alignment: if it says that a domain aligns, a simple strict check says so, too; a
// second From field, no trust, own hosts and strict alignment never make it align; each step is
// about a part of the message, in order; LF and CRLF make no difference; text of the sender in the
// results of a careless server never makes another domain align.

#include "interpolated.hpp"
#include "parts.hpp"

#include <foldwise/dmarc/alignment.hpp>

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

optional<std::string_view> last_two_labels(std::string_view domain) {
    auto const dot = domain.rfind('.');
    if (dot == domain.npos || dot == 0) return std::nullopt;
    auto const before = domain.rfind('.', dot - 1);
    return before == domain.npos ? domain : domain.substr(before + 1);
}

organizational_domain_by const finder{last_two_labels};
std::string_view const ids[] = {"mx.a", "mx.b"};
std::string_view const hosts[] = {"mx.a", "mx.b"};

// ---- The strict check, with nothing of the library but the finder

std::string lower(std::string_view text) {
    std::string copy;
    for (char const octet : text)
        copy += octet >= 'A' && octet <= 'Z' ? static_cast<char>(octet + 32) : octet;
    return copy;
}

std::string without_blanks(std::string_view text) {
    std::string copy;
    for (char const octet : text)
        if (octet != ' ' && octet != '\t' && octet != '\r' && octet != '\n') copy += octet;
    return copy;
}

/// The lines of the header section, without their endings. Empty if a line is neither a field nor a
/// continuation, or if there is a CR elsewhere.
std::vector<std::string> strict_lines(std::string_view bytes) {
    std::vector<std::string> lines;
    while (!bytes.empty()) {
        auto const end = bytes.find('\n');
        auto line = bytes.substr(0, end);
        bytes = end == bytes.npos ? std::string_view{} : bytes.substr(end + 1);
        if (end != line.npos && line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) break;
        if (line.find('\r') != line.npos) return {};
        bool const is_continuation = line[0] == ' ' || line[0] == '\t';
        if (is_continuation && lines.empty()) return {};
        std::size_t at = 0;
        while (at < line.size() && line[at] > ' ' && line[at] < 127 && line[at] != ':') ++at;
        while (at != 0 && at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
        bool const is_field = at != 0 && at < line.size() && line[at] == ':';
        bool const is_from_line = lines.empty() && line.starts_with("From ");
        if (!is_continuation && !is_field && !is_from_line) return {};
        if (is_continuation)
            lines.back() += line;
        else
            lines.emplace_back(line);
    }
    return lines;
}

/// `text` without comments and, if asked, without the content of quoted-strings.
std::string without_comments(std::string_view text, bool keeps_quoted) {
    std::string rest;
    std::size_t depth = 0;
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const octet = text[i];
        if (octet == '\\' && (is_quoted || depth != 0)) {
            if (is_quoted && keeps_quoted) rest += text.substr(i, 2);
            ++i;
        } else if (octet == '"' && depth == 0) {
            is_quoted = !is_quoted;
            rest += octet;
        } else if (is_quoted) {
            if (keeps_quoted) rest += octet;
        } else if (octet == '(') {
            ++depth;
            rest += ' ';
        } else if (octet == ')' && depth != 0) {
            --depth;
        } else if (depth == 0) {
            rest += octet;
        }
    }
    return is_quoted || depth != 0 ? std::string{} : rest;
}

/// The texts between semicolons outside of quoted-strings.
std::vector<std::string> elements_of(std::string_view text) {
    std::vector<std::string> elements(1);
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && is_quoted && i + 1 < text.size()) {
            elements.back() += text.substr(i++, 2);
            continue;
        }
        if (text[i] == '"') is_quoted = !is_quoted;
        if (text[i] == ';' && !is_quoted)
            elements.emplace_back();
        else
            elements.back() += text[i];
    }
    return elements;
}

bool is_field(std::string_view line, std::string_view name) {
    return lower(line.substr(0, name.size())) == name && line.substr(name.size()).starts_with(':');
}

/// The domain after the last "@" of the only From field; empty if there is not exactly one.
std::string strict_author_domain(std::vector<std::string> const& lines) {
    std::string_view value;
    std::size_t count = 0;
    for (auto const& line : lines) {
        auto const name = lower(without_blanks(line.substr(0, line.find(':'))));
        if (name != "from" || line.find(':') == line.npos) continue;
        ++count;
        if (is_field(line, "from")) value = std::string_view{line}.substr(5);
    }
    auto const text = without_comments(value, false);
    auto const at = text.rfind('@');
    if (count != 1 || at == text.npos) return {};
    auto const domain = text.substr(at + 1, text.find_first_of(">,", at) - at - 1);
    return lower(without_blanks(domain));
}

bool strictly_agrees(std::string_view author, std::string_view domain, bool is_relaxed) {
    if (author.empty()) return false;
    if (author == domain) return true;
    auto const one = last_two_labels(author);
    return is_relaxed && one && one == last_two_labels(domain);
}

/// The value of the property, with blanks around its parts; empty if it is not there exactly once.
std::string property_of(std::string const& element, std::string_view name) {
    auto const text = without_blanks(element);
    auto const at = lower(text).find(name);
    if (at == text.npos || lower(text).find(name, at + 1) != text.npos) return "?";
    auto value = text.substr(at + name.size());
    if (value.starts_with('"') && value.find("\"@") == value.npos)
        return value.substr(1, value.find('"', 1) - 1);
    if (value.starts_with('"')) value = value.substr(value.rfind("\"@") + 1);
    return value;
}

/// Whether some result of a trusted server is a pass for a domain that agrees.
bool strict_check(std::string_view bytes, bool is_relaxed, std::string_view method,
                  std::string_view domain) {
    auto const lines = strict_lines(bytes);
    auto const author = strict_author_domain(lines);
    if (!strictly_agrees(author, domain, is_relaxed)) return false;
    for (auto const& line : lines) {
        if (!is_field(line, "authentication-results")) continue;
        auto const value = without_comments(std::string_view{line}.substr(23), true);
        auto const elements = elements_of(value);
        auto id = lower(without_blanks(elements[0]));
        bool const has_version = id.find('1') != id.npos;
        if (has_version) id = id.substr(0, id.find_last_not_of("01") + 1);
        bool const is_trusted = id == "mx.a" || id == "mx.b" || id.starts_with('"');
        if (!is_trusted) continue;
        for (std::size_t i = 1; i < elements.size(); ++i) {
            auto const text = lower(without_blanks(elements[i]));
            auto const equals = text.find('=');
            bool const is_method = text.starts_with(method) && equals != text.npos &&
                                   text.substr(equals).starts_with("=pass");
            if (!is_method) continue;
            for (std::string_view const name : {"header.d=", "smtp.mailfrom=", "smtp.helo="}) {
                auto const found = lower(property_of(elements[i], name));
                auto const at = found.rfind('@');
                auto const start = at == found.npos ? found : found.substr(at + 1);
                bool const is_same = start.starts_with(domain);
                if (is_same && (name[0] == 'h') == (method == "dkim")) return true;
            }
        }
    }
    return false;
}

// ---- The properties

std::string summary(alignment const& a) {
    std::string text;
    for (auto const step : a.steps()) {
        text.append(" ").append(name_of(step.finding()));
        if (step.domain()) text.append(":").append(step.domain()->text());
        if (auto const problem = step.problem()) text.append("!").append(problem->name());
    }
    return text;
}

void steps_are_about_the_message(std::string_view bytes, alignment const& a, bool has_author) {
    std::size_t count = 0;
    std::size_t end = 0; // of the field of the last step
    bool is_aligned = false;
    for (auto const step : a.steps()) {
        REQUIRE_PROPERTY((count == 0) ==
                         (step.finding() <= alignment_finding::author_domain_not_converted));
        if (auto const problem = step.problem()) fuzz::covered_by(bytes, *problem);
        if (auto const f = step.field(); f && count != 0) {
            auto const at = offset_of(bytes, f->raw());
            REQUIRE_PROPERTY(at + f->raw().size() >= end);
            end = at + f->raw().size();
            if (auto const r = step.result()) (void)offset_of(f->raw(), r->raw());
            if (auto const p = step.property()) (void)offset_of(step.result()->raw(), p->raw());
            if (!step.place().empty())
                REQUIRE_PROPERTY(offset_of(f->raw(), step.place()) < f->raw().size());
        }
        is_aligned = is_aligned || step.is_aligned();
        if (step.is_aligned()) REQUIRE_PROPERTY(has_author && step.result() && step.domain());
        ++count;
    }
    REQUIRE_PROPERTY(count >= 1 && count <= bytes.size() + 1);
    REQUIRE_PROPERTY(is_aligned == a.is_aligned());
    REQUIRE_PROPERTY(a.aligned_step().has_value() == is_aligned);
}

/// Less trust aligns no more than more trust; what aligns is also aligned by a simple strict check.
void a_strict_check_agrees(std::string_view bytes, alignment_options const& options) {
    message const m{bytes};
    alignment const relaxed{m, options};
    auto strict_options = options;
    strict_options.dkim = strict_options.spf = dmarc_alignment_mode::strict;
    alignment const strict{m, strict_options};
    auto own_options = options;
    own_options.own_hosts = hosts;
    alignment const above{m, own_options};
    steps_are_about_the_message(bytes, above, above.author().name().has_value());
    for (auto const* const each : {&strict, &above}) {
        REQUIRE_PROPERTY(!each->is_spf_aligned() || relaxed.is_spf_aligned());
        REQUIRE_PROPERTY(!each->is_dkim_aligned() || relaxed.is_dkim_aligned());
    }
    REQUIRE_PROPERTY(!alignment(m, {}).is_aligned());

    for (auto const* const each : {&strict, &relaxed})
        for (auto const step : each->steps()) {
            if (!step.is_aligned()) continue;
            bool const is_relaxed = each == &relaxed;
            REQUIRE_PROPERTY(is_relaxed || step.finding() == alignment_finding::strict_alignment);
            REQUIRE_PROPERTY(strict_check(bytes, is_relaxed, lower(step.result()->method()),
                                          step.domain()->text()));
        }
}

/// A second From field at either end of the header section makes nothing align.
void a_second_author_aligns_nothing(std::string_view bytes, alignment_options const& options) {
    for (auto const at : {std::size_t{0}, message{bytes}.header().raw().size()}) {
        bool const has_line = at == 0 || bytes[at - 1] == '\n';
        auto text = std::string{bytes.substr(0, at)}.append(has_line ? "" : "\n");
        text.append("From : x@y.a\n").append(bytes.substr(at));
        REQUIRE_PROPERTY(!alignment(message{std::string_view{text}}, options).is_aligned());
    }
}

void lf_and_crlf_align_alike(std::string_view bytes, alignment_options options) {
    options.own_hosts = hosts;
    auto const lf = fuzz::with_lf(bytes);
    auto const crlf = fuzz::with_crlf(lf);
    alignment const with_lf{message{std::string_view{lf}}, options};
    alignment const with_crlf{message{std::string_view{crlf}}, options};
    REQUIRE_PROPERTY(summary(with_lf) == summary(with_crlf));
}

void text_of_the_sender_aligns_nothing(std::string_view bytes, alignment_options const& options) {
    auto const mail = fuzz::interpolated{bytes}.message();
    alignment const tried{message{std::string_view{mail}}, options};
    steps_are_about_the_message(mail, tried, true);
    REQUIRE_PROPERTY(!tried.is_aligned());
}

void properties_of(std::string_view bytes) {
    alignment_options options;
    options.authserv_ids = ids;
    options.organizational_domain = &finder;
    message const m{bytes};
    alignment const relaxed{m, options};
    steps_are_about_the_message(bytes, relaxed, relaxed.author().name().has_value());
    // What aligns is rare, and is tried with everything that is about it.
    if (relaxed.is_aligned()) {
        a_strict_check_agrees(bytes, options);
        a_second_author_aligns_nothing(bytes, options);
    }
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [&] { a_strict_check_agrees(bytes, options); },
        [&] { lf_and_crlf_align_alike(bytes, options); },
        [&] { text_of_the_sender_aligns_nothing(bytes, options); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
