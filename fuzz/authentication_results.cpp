// Properties of the fields in which receivers record their checks: the elements come in order and
// are inside the value; no octet between them is lost; nothing inside a comment or a quoted-string
// is a result; a result that is written from its parts is read as the same; LF and CRLF make no
// difference.

#include "parts.hpp"

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/dkim/arc.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace foldwise;
using fuzz::append_problems;
using fuzz::covered_by;
using fuzz::parts_in_order;
using fuzz::problems_lie_in;

/// The kind of each octet of a value, found by counting only quotes and parentheses.
class kinds_of_octets {
  public:
    explicit kinds_of_octets(std::string_view value) : value_{value} {
        char kind = 'x'; // '"' in a quoted-string, '(' in a comment, 'x' elsewhere
        std::size_t depth = 0;
        for (std::size_t i = 0; i < value.size(); ++i) {
            char const octet = value[i];
            if (kind == 'x' && octet == '"') {
                kinds_ += kind = '"';
                continue;
            }
            if (kind == 'x' && octet == '(') kind = '(';
            kinds_ += kind;
            if (kind != 'x' && octet == '\\' && i + 1 < value.size()) {
                kinds_ += kind;
                ++i;
            } else if (kind == '"' && octet == '"') {
                kind = 'x';
            } else if (kind == '(') {
                if (octet == '(') ++depth;
                if (octet == ')' && --depth == 0) kind = 'x';
            }
        }
        REQUIRE_PROPERTY(kinds_.size() == value.size());
    }

    std::string_view of(std::string_view part) const {
        auto const at = offset_of(value_, part);
        REQUIRE_PROPERTY(at <= value_.size() && part.size() <= value_.size() - at);
        return std::string_view{kinds_}.substr(at, part.size());
    }
    bool are_outside(std::string_view part) const {
        return of(part).find_first_not_of('x') == std::string_view::npos;
    }
    bool are_cfws(std::string_view part) const {
        for (char const& octet : part) {
            std::string_view const one{&octet, 1};
            if (of(one) != "(" && one.find_first_of(" \t\r\n") != 0) return false;
        }
        return true;
    }

  private:
    std::string_view value_;
    std::string kinds_;
};

// ---- Written from the parts

/// A value that is read as the same. A quoted one has a backslash before each octet that could have
/// a meaning.
std::string written(recorded_value const& value) {
    if (!value.is_quoted()) return std::string{value.raw()};
    std::string text = "\"";
    for (char const octet : value.text()) {
        if (std::string_view{"\"\\\r\n \t"}.find(octet) != std::string_view::npos) text += '\\';
        text += octet;
    }
    return text + '"';
}

std::string written(propspec const& p) {
    std::string text{p.ptype()};
    if (!text.empty()) text += '.';
    return text.append(p.property()).append("=").append(written(p.value()));
}

/// A property that cannot be read is written as "!", which cannot be read either.
std::string written(resinfo const& r) {
    std::string text{r.method()};
    if (r.method_version() != 1) text.append("/").append(std::to_string(r.method_version()));
    text.append("=").append(r.result());
    if (r.reason()) text.append(" reason=").append(written(*r.reason()));
    for (auto const p : r.properties()) text.append(" ").append(p ? written(*p) : "!");
    return text;
}

std::optional<diagnostic_code> code_of(std::optional<diagnostic> const& problem) {
    return problem ? std::optional{problem->code} : std::nullopt;
}

void reads_as(recorded_value const& got, recorded_value const& wanted) {
    REQUIRE_PROPERTY(got.is_quoted() == wanted.is_quoted());
    REQUIRE_PROPERTY(got.text() == wanted.text().to_string());
    if (!wanted.is_quoted()) REQUIRE_PROPERTY(got.raw() == wanted.raw());
}

void reads_as(resinfo const& got, resinfo const& wanted) {
    REQUIRE_PROPERTY(got.method() == wanted.method());
    REQUIRE_PROPERTY(got.method_version() == wanted.method_version());
    REQUIRE_PROPERTY(got.result() == wanted.result());
    REQUIRE_PROPERTY(got.reason().has_value() == wanted.reason().has_value());
    if (got.reason()) reads_as(*got.reason(), *wanted.reason());
    auto other = got.properties().begin();
    for (auto const p : wanted.properties()) {
        REQUIRE_PROPERTY(other != std::default_sentinel);
        auto const same = *other++;
        REQUIRE_PROPERTY(p.has_value() == same.has_value());
        if (!p) continue;
        REQUIRE_PROPERTY(p->ptype() == same->ptype() && p->property() == same->property());
        REQUIRE_PROPERTY(code_of(p->deviation()) == code_of(same->deviation()));
        reads_as(same->value(), p->value());
    }
    REQUIRE_PROPERTY(other == std::default_sentinel);
}

void written_again_it_is_the_same(resinfo const& r) {
    auto const text = std::string{"a; "}.append(written(r));
    authentication_results const again{text};
    auto it = again.begin();
    REQUIRE_PROPERTY(it != again.end() && (*it).has_value());
    reads_as(**it, r);
    REQUIRE_PROPERTY(++it == again.end());
}

// ---- Authentication-Results

/// The parts of a result come in order, with only CFWS and punctuation between them.
void properties_of_one(std::string_view value, kinds_of_octets const& kinds, resinfo const& r) {
    parts_in_order parts{value};
    parts.take(r.raw().substr(0, 0));
    REQUIRE_PROPERTY(kinds.are_cfws(parts.take(r.method())));
    REQUIRE_PROPERTY(!r.method().empty() && kinds.are_outside(r.method()));
    parts.take(r.result());
    REQUIRE_PROPERTY(!r.result().empty() && kinds.are_outside(r.result()));
    if (r.reason()) parts.take(r.reason()->raw());
    for (auto const p : r.properties()) {
        auto const raw = p ? p->raw() : covered_by(value, p.error());
        REQUIRE_PROPERTY(!raw.empty());
        REQUIRE_PROPERTY(kinds.are_cfws(parts.take(raw)));
        if (!p) continue;
        parts_in_order of_property{raw};
        if (!p->ptype().empty()) {
            of_property.take(p->ptype());
            REQUIRE_PROPERTY(kinds.are_outside(p->ptype()));
        }
        of_property.take(p->property());
        of_property.take(p->value().raw());
        REQUIRE_PROPERTY(of_property.rest().empty());
        REQUIRE_PROPERTY(kinds.are_outside(p->property()));
        REQUIRE_PROPERTY(kinds.of(p->value().raw()).find('(') == std::string_view::npos);
    }
    auto const end = offset_of(value, r.raw()) + r.raw().size();
    auto const rest = parts.rest();
    REQUIRE_PROPERTY(kinds.are_cfws(rest.substr(0, rest.size() - (value.size() - end))));
}

void comments_are_all_there_are(kinds_of_octets const& kinds, resinfo const& r) {
    parts_in_order parts{r.raw()};
    for (auto const comment : r.comments()) {
        REQUIRE_PROPERTY(kinds.of(parts.take(comment.raw())).find('(') == std::string_view::npos);
        REQUIRE_PROPERTY(kinds.of(comment.raw()).find_first_not_of('(') == std::string_view::npos);
    }
    REQUIRE_PROPERTY(kinds.of(parts.rest()).find('(') == std::string_view::npos);
}

void finding_agrees_with_looking(authentication_results const& ar) {
    std::size_t methods = 0;
    for (auto const r : ar) {
        if (!r || r->method_version() != 1 || ++methods > 8) continue; // as find() is linear
        auto const found = ar.find(r->method());
        REQUIRE_PROPERTY(found && found->is(r->method()) && found->method_version() == 1);
        REQUIRE_PROPERTY(found->raw().data() <= r->raw().data());
    }
}

void properties_of_results(std::string_view value) {
    authentication_results const ar{value};
    problems_lie_in(value, ar);
    if (ar.is_none()) REQUIRE_PROPERTY(ar.empty());
    if (ar.version() != result<unsigned>{1u}) {
        auto it = ar.begin();
        REQUIRE_PROPERTY(!*it && (*it).error().code == diagnostic_code::authres_version_unknown);
        REQUIRE_PROPERTY(++it == ar.end());
        return;
    }
    if (ar.empty()) return;
    kinds_of_octets const kinds{value};
    parts_in_order parts{value};
    bool is_first = true;
    for (auto const r : ar) {
        auto const raw = r ? r->raw() : covered_by(value, r.error());
        auto const between = parts.take(raw);
        REQUIRE_PROPERTY(is_first || between == ";");
        is_first = false;
        if (!r && r.error().code == diagnostic_code::authres_result_missing)
            REQUIRE_PROPERTY(kinds.are_cfws(raw));
        if (!r) continue;
        properties_of_one(value, kinds, *r);
        comments_are_all_there_are(kinds, *r);
        written_again_it_is_the_same(*r);
    }
    REQUIRE_PROPERTY(parts.rest().empty() || parts.rest().front() == ';');
    REQUIRE_PROPERTY(kinds.are_cfws(parts.rest().empty() ? "" : parts.rest().substr(1)));
    finding_agrees_with_looking(ar);
}

std::string summary(authentication_results const& ar) {
    auto const id = ar.authserv_id();
    std::string text = id ? id->to_string() : std::string{id.error().name()};
    text.append(ar.is_none() ? ";none" : "");
    for (auto const r : ar) {
        text += ';';
        if (!r) {
            text.append(r.error().name());
            continue;
        }
        text.append(r->method()).append("=").append(r->result());
        if (r->reason()) text.append(" reason=").append(r->reason()->text().to_string());
        for (auto const p : r->properties())
            text.append(" ").append(p ? std::string{p->ptype()}
                                            .append(p->property())
                                            .append("=")
                                            .append(p->value().text().to_string())
                                      : std::string{p.error().name()});
        for (auto const comment : r->comments()) text += comment.text().to_string();
    }
    append_problems(text, ar);
    return text;
}

// ---- ARC

void properties_of_arc(std::string_view value) {
    problems_lie_in(value, arc_authentication_results{value});
    problems_lie_in(value, arc_message_signature{value});
    problems_lie_in(value, arc_seal{value});
    REQUIRE_PROPERTY(arc_seal{value}.instance() == arc_message_signature{value}.instance());
    auto const first = arc_authentication_results{value}.instance();
    if (first) REQUIRE_PROPERTY(arc_seal{value}.instance() == first);
    if (first) REQUIRE_PROPERTY(*first >= 1 && *first <= 50);

    // With an instance before it, a value has the same meaning.
    auto const with_instance = std::string{"i=7;"}.append(value);
    arc_authentication_results const aar{with_instance};
    REQUIRE_PROPERTY(aar.instance() == result<unsigned>{7u});
    REQUIRE_PROPERTY(aar.raw() == with_instance && aar.results().raw() == with_instance);
    REQUIRE_PROPERTY(summary(aar.results()) == summary(authentication_results{value}));
    arc_seal const seal{with_instance};
    auto other = seal.tags().begin();
    for (auto const t : tag_list{value}) {
        REQUIRE_PROPERTY(other != std::default_sentinel);
        auto const same = *other++;
        REQUIRE_PROPERTY(t.has_value() == same.has_value());
        if (t) REQUIRE_PROPERTY(t->raw() == same->raw());
        if (!t) REQUIRE_PROPERTY(t.error().offset + 4 == same.error().offset);
    }
    REQUIRE_PROPERTY(other == std::default_sentinel);
}

// ---- Received-SPF

void properties_of_spf(std::string_view value) {
    received_spf const spf{value};
    problems_lie_in(value, spf);
    REQUIRE_PROPERTY(spf.result() || spf.empty());
    kinds_of_octets const kinds{value};
    parts_in_order parts{value};
    std::string text = "pass ";
    bool is_first = true;
    for (auto const p : spf) {
        auto const raw = p ? p->raw() : covered_by(value, p.error());
        auto const between = parts.take(raw);
        REQUIRE_PROPERTY(is_first || between == ";");
        if (is_first && spf.comment())
            REQUIRE_PROPERTY(kinds.of(spf.comment()->raw()).find_first_not_of('(') ==
                             std::string_view::npos);
        is_first = false;
        if (p) REQUIRE_PROPERTY(!p->key().empty() && kinds.are_outside(p->key()));
        if (p) text.append(p->key()).append("=").append(written(p->value()));
        text.append(p ? ";" : "!;");
    }
    received_spf const again{text};
    auto other = again.begin();
    for (auto const p : spf) {
        REQUIRE_PROPERTY(other != again.end());
        auto const same = *other++;
        REQUIRE_PROPERTY(p.has_value() == same.has_value());
        if (!p) continue;
        REQUIRE_PROPERTY(p->key() == same->key());
        REQUIRE_PROPERTY(code_of(p->deviation()) == code_of(same->deviation()));
        reads_as(same->value(), p->value());
    }
    REQUIRE_PROPERTY(other == again.end());
}

std::string summary(received_spf const& spf) {
    std::string text = spf.result() ? std::to_string(static_cast<int>(*spf.result())) : "?";
    if (spf.comment()) text += spf.comment()->text().to_string();
    for (auto const p : spf) {
        text += ';';
        if (p) text.append(p->key()).append("=").append(p->value().text().to_string());
    }
    append_problems(text, spf);
    return text;
}

void properties_of(std::string_view value) {
    fuzz::dice dice{value};
    auto const summed_up = [](auto const& view) { return summary(view); };
    fuzz::try_one(
        dice, [value] { properties_of_results(value); }, [value] { properties_of_arc(value); },
        [value] {
            fuzz::passes_agree(authentication_results{value});
            fuzz::passes_agree(received_spf{value});
        },
        [value] { properties_of_spf(value); },
        [&] { fuzz::reads_lf_and_crlf_alike<authentication_results>(value, summed_up); },
        [&] { fuzz::reads_lf_and_crlf_alike<received_spf>(value, summed_up); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
