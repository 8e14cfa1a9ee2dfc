// Properties of canonical forms: they are those of a simple reader, octet by octet; relaxed of
// relaxed is itself; pieces and characters agree; a body in chunks of any size gives the same
// octets; LF stands for CRLF; what a signature covers is the canonical form of its fields.

#include "properties.hpp"

#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/canonical_body.hpp>
#include <foldwise/dkim/canonical_body_stream.hpp>
#include <foldwise/dkim/canonical_field.hpp>
#include <foldwise/dkim/dkim_signature.hpp>
#include <foldwise/dkim/signed_body.hpp>
#include <foldwise/dkim/signed_fields.hpp>
#include <foldwise/dkim/signed_header.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

constexpr canonical_form forms[] = {canonical_form::simple, canonical_form::relaxed};
constexpr bare_lf meanings[] = {bare_lf::data, bare_lf::crlf};

/// The octets of the text, of which every member tells the same.
template <class Text>
std::string octets_of(Text const& text) {
    std::string octets;
    for (auto const piece : text.pieces()) {
        REQUIRE_PROPERTY(!piece.empty());
        octets.append(piece);
    }
    REQUIRE_PROPERTY(std::ranges::equal(text, octets));
    REQUIRE_PROPERTY(text == octets && text.to_string() == octets);
    REQUIRE_PROPERTY(text.length() == octets.size() && text.empty() == octets.empty());
    REQUIRE_PROPERTY(!text.contiguous() || *text.contiguous() == octets);
    return octets;
}

/// The lines of a body without their line endings; the last one is what follows the last ending.
std::vector<std::string> lines_of(std::string_view body, bare_lf lf) {
    std::vector<std::string> lines(1);
    for (char const octet : body) {
        auto& line = lines.back();
        if (octet != '\n' || (lf == bare_lf::data && !line.ends_with('\r'))) {
            line += octet;
            continue;
        }
        if (line.ends_with('\r')) line.pop_back();
        lines.emplace_back();
    }
    return lines;
}

/// The text with one SP for each run of white space.
std::string reduced(std::string_view text) {
    std::string with_one;
    for (char const octet : text) {
        bool const is_run = is_wsp(octet) && with_one.ends_with(' ');
        if (!is_run) with_one += is_wsp(octet) ? ' ' : octet;
    }
    return with_one;
}

/// RFC 6376 sections 3.4.3 and 3.4.4, step by step.
std::string body_by_the_letter(std::string_view body, canonical_form form, bare_lf lf) {
    auto lines = lines_of(body, lf);
    if (form == canonical_form::relaxed)
        for (auto& line : lines) {
            line = reduced(line);
            if (line.ends_with(' ')) line.pop_back();
        }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    std::string text;
    for (auto const& line : lines) text.append(line).append("\r\n");
    return text.empty() && form == canonical_form::simple ? "\r\n" : text;
}

void a_body_has_its_canonical_forms(std::string_view bytes) {
    fuzz::dice dice{bytes};
    fuzz::try_one_of(dice, forms, [&](canonical_form form) {
        fuzz::try_one_of(dice, meanings, [&](bare_lf lf) {
            canonical_body const body{bytes, form, lf};
            auto const octets = octets_of(body);
            REQUIRE_PROPERTY(octets == body_by_the_letter(bytes, form, lf));

            canonical_body const again{octets, form};
            REQUIRE_PROPERTY(again == octets && (again.empty() || again.contiguous()));

            auto const count = dice.roll(octets.size() + 1);
            REQUIRE_PROPERTY(octets_of(body.first(count)) == octets.substr(0, count));

            std::string streamed;
            std::string limited;
            canonical_body_stream stream{form, lf};
            canonical_body_stream limited_stream{form, lf, count};
            auto const append = [&](std::string_view piece) { streamed.append(piece); };
            auto const append_limited = [&](std::string_view piece) { limited.append(piece); };
            auto const most = 1 + dice.roll(40);
            for (auto rest = bytes; !rest.empty();) {
                auto const chunk = rest.substr(0, dice.roll(most));
                stream.update(chunk, append);
                limited_stream.update(chunk, append_limited);
                rest.remove_prefix(chunk.size());
            }
            stream.finish(append);
            limited_stream.finish(append_limited);
            REQUIRE_PROPERTY(streamed == octets);
            REQUIRE_PROPERTY(limited == octets.substr(0, count));
            REQUIRE_PROPERTY(limited_stream.left() == count - limited.size());
        });
    });
}

void lf_stands_for_crlf(std::string_view bytes) {
    auto const lf = fuzz::with_lf(bytes);
    auto const crlf = fuzz::with_crlf(lf);
    for (auto const form : forms) {
        canonical_body const body{crlf, form};
        REQUIRE_PROPERTY((canonical_body{lf, form, bare_lf::crlf}) == body);
        REQUIRE_PROPERTY((canonical_field{field{lf}, form, bare_lf::crlf}) ==
                         canonical_field(field{crlf}, form));
    }
    if (!lf.empty() && bare_lf_in(lf) == bare_lf::crlf)
        REQUIRE_PROPERTY((canonical_body{lf, canonical_form::simple, bare_lf_in(lf)}) ==
                         (canonical_body{crlf, canonical_form::simple, bare_lf_in(crlf)}));
}

void a_field_has_its_canonical_forms(field const& f) {
    for (auto const lf : meanings) {
        auto const simple = octets_of(canonical_field{f, canonical_form::simple, lf});
        auto const relaxed = octets_of(canonical_field{f, canonical_form::relaxed, lf});
        REQUIRE_PROPERTY(simple.ends_with("\r\n") && relaxed.ends_with("\r\n"));
        if (f.raw().ends_with("\r\n") && lf == bare_lf::data) REQUIRE_PROPERTY(simple == f.raw());
        if (lf == bare_lf::crlf)
            REQUIRE_PROPERTY(fuzz::with_lf(simple).starts_with(fuzz::with_lf(f.raw())));

        // Nothing is left for another pass.
        if (!f.has_name()) continue; // without its folds, it may have one
        field const again{relaxed};
        REQUIRE_PROPERTY(again.has_name() || f.has_byte_order_mark());
        REQUIRE_PROPERTY(canonical_field(again, canonical_form::relaxed) == relaxed);
        if (!again.has_name()) continue;
        auto const value = again.raw_value();
        REQUIRE_PROPERTY(value.find("  ") == value.npos && value.find('\t') == value.npos);
        REQUIRE_PROPERTY(value.find("\r\n ") == value.npos && !value.starts_with(' '));
        REQUIRE_PROPERTY(!value.ends_with(' '));
        for (char const octet : again.name()) REQUIRE_PROPERTY(octet < 'A' || octet > 'Z');

        // Only white space and the case of the name have changed.
        auto const visible = [](std::string_view text) {
            std::string rest;
            for (char const octet : text)
                if (static_cast<unsigned char>(octet) > ' ') rest += ascii_lower(octet);
            return rest;
        };
        REQUIRE_PROPERTY(visible(relaxed) == visible(f.raw()));
        REQUIRE_PROPERTY(visible(simple) == visible(f.raw()));
    }
}

/// Whether one of the names in h= selects the field `f`.
bool selects(signed_header const& header, field const& f) {
    for (auto const each : header.fields())
        if (each.field() && each.raw().data() == f.raw().data()) return true;
    return false;
}

template <class Signature>
void a_signature_covers_its_fields(message const& m, field const& own) {
    Signature const s{own};
    signed_header const header{s, own, m};
    auto const octets = octets_of(header);
    auto const lf = bare_lf_in(m.raw());

    std::string wanted;
    std::size_t names = 0;
    for (auto const each : header.fields()) {
        ++names;
        auto const f = each.field();
        if (!f) continue;
        REQUIRE_PROPERTY(f->is(each.name()) && f->raw().data() != own.raw().data());
        wanted += canonical_field{*f, header.form(), lf}.to_string();
    }
    REQUIRE_PROPERTY(names <= signed_header::most_names);
    auto const own_text = octets_of(header.own());
    REQUIRE_PROPERTY(octets == (header.problem() ? "" : wanted + own_text));
    REQUIRE_PROPERTY(header.problem() || names > 0 || octets == own_text);
    if (!header.problem()) {
        REQUIRE_PROPERTY(!own_text.ends_with("\r\n") || !own.raw().ends_with("\r\n"));
        signed_fields const coverage{s, m};
        for (auto const f : m.header())
            if (f.raw().data() != own.raw().data())
                REQUIRE_PROPERTY(selects(header, f) == coverage.is_signed(f));
    }

    // The value of b= is empty, and everything else as it was.
    if (auto const b = s.tags().find("b"); b && !own.has_byte_order_mark()) {
        auto const at = offset_of(own.raw(), b->raw_value());
        std::string without{own.raw()};
        without.erase(at, b->raw_value().size());
        field const f{without};
        auto text = canonical_field{f, header.form(), lf}.to_string();
        REQUIRE_PROPERTY(own_text == text.substr(0, text.size() - 2));
    }
    if (auto const body = signed_body(s, m)) {
        auto const l = s.body_length();
        REQUIRE_PROPERTY(!*l || body->length() <= **l);
    }
}

void fields_have_their_forms(std::string_view bytes) {
    for (auto const lf : meanings) // not a field that a header section has
        for (auto const form : forms) octets_of(canonical_field{field{bytes}, form, lf});
    message const m{bytes};
    std::size_t signatures = 0;
    for (auto const f : m.header()) {
        a_field_has_its_canonical_forms(f);
        if (!f.is("DKIM-Signature") && !f.is("ARC-Message-Signature")) continue;
        if (++signatures > 2) break;
        a_signature_covers_its_fields<dkim_signature>(m, f);
        a_signature_covers_its_fields<arc_message_signature>(m, f);
    }
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [bytes] { a_body_has_its_canonical_forms(bytes); },
        [bytes] { lf_stands_for_crlf(bytes); }, [bytes] { fields_have_their_forms(bytes); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
