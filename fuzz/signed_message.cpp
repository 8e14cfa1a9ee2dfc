// Properties of the ARC chain of a message: each ARC field is in the set of its instance, or else a
// problem says why not; a chain that can pass has no problem; a seal changes nothing about older
// sets. Properties of what signatures cover: the names of h= select fields from the bottom up; what
// is said to be covered is what is hashed; a field on top is covered only by an oversigned name. LF
// and CRLF make no difference.

#include "parts.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/arc_chain.hpp>
#include <foldwise/dkim/body_coverage.hpp>
#include <foldwise/dkim/canonical_field.hpp>
#include <foldwise/dkim/dkim_signature.hpp>
#include <foldwise/dkim/sealed_header.hpp>
#include <foldwise/dkim/signed_body.hpp>
#include <foldwise/dkim/signed_fields.hpp>
#include <foldwise/dkim/signed_header.hpp>
#include <foldwise/message/message.hpp>

#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;
using fuzz::covered_by;

constexpr arc_member members[] = {arc_member::authentication_results, arc_member::message_signature,
                                  arc_member::seal};

std::string_view name_of(arc_member kind) {
    if (kind == arc_member::seal) return "ARC-Seal";
    return kind == arc_member::message_signature ? "ARC-Message-Signature"
                                                 : "ARC-Authentication-Results";
}

result<unsigned> instance_of(arc_member kind, field const& f) {
    if (kind == arc_member::seal) return arc_seal{f}.instance();
    if (kind == arc_member::message_signature) return arc_message_signature{f}.instance();
    return arc_authentication_results{f}.instance();
}

/// What diagnose() reports, and where.
std::map<std::size_t, std::vector<diagnostic_code>> problems_by_offset(arc_chain const& chain) {
    std::map<std::size_t, std::vector<diagnostic_code>> found;
    chain.diagnose(
        [&](diagnostic const& problem) { found[problem.offset].push_back(problem.code); });
    return found;
}

void each_field_is_in_its_set(message const& m, arc_chain const& chain) {
    using enum diagnostic_code;
    auto const problems = problems_by_offset(chain);
    auto const has = [&](field const& f, diagnostic_code code) {
        auto const at = problems.find(m.offset_of(f.raw()));
        if (at == problems.end()) return false;
        for (auto const each : at->second)
            if (each == code) return true;
        return false;
    };
    unsigned highest = 0;
    bool has_stray = false;
    for (auto const kind : members) {
        std::map<unsigned, bool> seen;
        for (auto const f : m.header().find_all(name_of(kind))) {
            if (f.has_byte_order_mark()) continue;
            auto const instance = instance_of(kind, f);
            REQUIRE_PROPERTY(has(f, arc_field_without_set) == !instance);
            has_stray = has_stray || !instance;
            if (!instance) continue;
            REQUIRE_PROPERTY(*instance >= 1 && *instance <= arc_chain::most_sets);
            highest = *instance > highest ? *instance : highest;
            auto const set = chain.set(*instance);
            auto const member = set.find(kind);
            REQUIRE_PROPERTY(set.instance() == *instance && member.has_value());
            bool const is_upper = !seen[*instance];
            seen[*instance] = true;
            REQUIRE_PROPERTY((member->raw().data() == f.raw().data()) == is_upper);
            REQUIRE_PROPERTY(has(f, arc_set_duplicate) == !is_upper);
            if (!is_upper) REQUIRE_PROPERTY(set.has_duplicate() && !set.is_complete());
        }
    }
    REQUIRE_PROPERTY(chain.size() == highest && chain.has_stray_fields() == has_stray);
    REQUIRE_PROPERTY(chain.empty() == (highest == 0));
    REQUIRE_PROPERTY(chain.set(0).empty() && chain.set(highest + 1).empty());
}

void a_chain_that_can_pass_has_no_problem(message const& m, arc_chain const& chain) {
    fuzz::problems_lie_in(m.header().raw(), chain);
    auto const status = chain.recorded_status();
    if (!status) covered_by(m.header().raw(), status.error());
    unsigned instance = 0;
    for (auto const& set : chain) {
        REQUIRE_PROPERTY(set.instance() == ++instance);
        if (chain.can_pass()) REQUIRE_PROPERTY(set.is_complete() && !set.has_duplicate());
        if (set.is_complete())
            REQUIRE_PROPERTY(set.authentication_results() && set.message_signature() && set.seal());
        if (auto const oldest = set.oldest_pass(); oldest && *oldest)
            REQUIRE_PROPERTY(**oldest <= arc_chain::most_sets);
    }
    REQUIRE_PROPERTY(instance == chain.size());
    if (!chain.can_pass()) return;
    REQUIRE_PROPERTY(!chain.empty() && !chain.deviation() && !chain.has_stray_fields());
    auto const expected = chain.size() == 1 ? arc_chain_status::none : arc_chain_status::pass;
    REQUIRE_PROPERTY(status == result<arc_chain_status>{expected});
}

/// A complete set above a chain is its newest set, and leaves the others as they are.
void another_set_extends_the_chain(message const& m, arc_chain const& chain) {
    if (chain.size() == arc_chain::most_sets || m.raw().starts_with("\xEF\xBB\xBF")) return;
    if (m.raw().starts_with(' ') || m.raw().starts_with('\t')) return; // would continue the set
    auto const i = std::to_string(chain.size() + 1);
    auto const status = chain.size() == 0 ? "none" : "pass";
    auto const longer =
        std::string{"ARC-Seal: i="}.append(i).append("; cv=").append(status).append(
            "; a=x-y; b=QQ==; d=a.b; s=c\nARC-Message-Signature: i=") +
        i + "; a=x-y; b=QQ==; bh=QQ==; d=a.b; s=c; h=From\nARC-Authentication-Results: i=" + i +
        "; a; none\n" + std::string{m.raw()};
    message const extended{longer};
    arc_chain const again{extended};
    REQUIRE_PROPERTY(again.size() == chain.size() + 1 && again.newest().is_complete());
    for (auto const& set : chain)
        for (auto const kind : members) {
            auto const other = again.set(set.instance()).find(kind);
            REQUIRE_PROPERTY(other.has_value() == set.find(kind).has_value());
            if (other) REQUIRE_PROPERTY(other->raw() == set.find(kind)->raw());
        }
    if (chain.can_pass()) REQUIRE_PROPERTY(again.can_pass());
    if (again.can_pass()) REQUIRE_PROPERTY(chain.can_pass() || chain.empty());
}

/// What a seal covers is the text of the sets up to its own, or of that alone if the chain failed.
void a_seal_covers_the_sets_in_order(message const& m, arc_chain const& chain) {
    auto const lf = bare_lf_in(m.raw());
    for (unsigned instance = 1; instance <= chain.size() && instance <= 3; ++instance) {
        sealed_header const sealed{chain, instance, m};
        auto const status = chain.recorded_status(instance);
        bool has_all = status.has_value() && chain.set(instance).is_complete();
        std::string text;
        bool const is_alone = status && *status == arc_chain_status::fail;
        for (auto i = is_alone ? instance : 1; i <= instance; ++i)
            for (auto const kind : members) {
                auto const f = chain.set(i).find(kind);
                has_all = has_all && f && !chain.set(i).has_duplicate();
                bool const is_own = i == instance && kind == arc_member::seal;
                if (f && !is_own)
                    text += canonical_field{*f, canonical_form::relaxed, lf}.to_string();
            }
        REQUIRE_PROPERTY(sealed.problem().has_value() == !has_all);
        if (sealed.problem()) covered_by(m.header().raw(), *sealed.problem());
        REQUIRE_PROPERTY(sealed.empty() == !has_all);
        if (has_all) REQUIRE_PROPERTY(sealed.to_string() == text + sealed.own().to_string());
    }
}

std::string summary_of(arc_chain const& chain) {
    auto const status = chain.recorded_status();
    std::string text = status ? std::to_string(static_cast<int>(*status)) : "?";
    text += chain.can_pass() ? " can pass" : "";
    for (auto const& set : chain) {
        text.append("\n").append(std::to_string(set.instance()));
        for (auto const kind : members) text += set.find(kind) ? '+' : '-';
        text += set.has_duplicate() ? "!" : "";
    }
    fuzz::append_problems(text, chain);
    return text;
}

// ---- What signatures cover

/// The fields that h= selects, found by looking at all fields above for each name.
std::vector<field> selected_one_by_one(message const& m, field const& own,
                                       signature_tags const& signature) {
    std::vector<field> const all(m.header().begin(),
                                 std::ranges::next(m.header().begin(), m.header().end()));
    std::vector<bool> used(all.size());
    std::vector<field> selected; // a field without octets for a name that selects nothing
    for (auto const name : signature.header_names()) {
        if (!name) continue;
        field found;
        for (auto i = all.size(); i-- != 0;) {
            if (used[i] || !all[i].is(*name) || all[i].has_byte_order_mark()) continue;
            if (all[i].raw().data() == own.raw().data()) continue;
            used[i] = true;
            found = all[i];
            break;
        }
        selected.push_back(found);
    }
    return selected;
}

void coverage_agrees_with_the_selection(message const& m, field const& own,
                                        signed_fields const& covered,
                                        std::vector<field> const& selected) {
    auto const is_selected = [&](field const& f) {
        for (auto const& each : selected)
            if (each.raw().data() == f.raw().data()) return true;
        return false;
    };
    for (auto const f : m.header())
        REQUIRE_PROPERTY(covered.is_signed(f) ==
                         (is_selected(f) || f.raw().data() == own.raw().data()));
    for (auto const& each : covered.shown()) {
        std::size_t unsigned_count = 0;
        std::size_t signed_count = 0;
        for (auto const f : m.header()) {
            if (!f.is(each.name())) continue;
            REQUIRE_PROPERTY(is_selected(f) || signed_count == 0); // those not signed are above
            ++(is_selected(f) ? signed_count : unsigned_count);
        }
        REQUIRE_PROPERTY(each.signed_count() == signed_count);
        REQUIRE_PROPERTY(each.unsigned_count() == unsigned_count);
        REQUIRE_PROPERTY(each.uppermost().has_value() == (each.count() != 0));
        auto const again = covered.coverage_of(each.name());
        REQUIRE_PROPERTY(again.listed_count() == each.listed_count());
        REQUIRE_PROPERTY(again.signed_count() == signed_count && again.count() == each.count());
    }
    fuzz::problems_lie_in(m.raw(), covered);
}

/// A field on top of the message changes what is hashed only if a name is oversigned.
void a_field_on_top_is_covered_if_oversigned(message const& m, field const& own,
                                             signed_fields const& covered,
                                             signed_header const& text) {
    auto const raw = m.raw();
    if (raw.starts_with("\xEF\xBB\xBF") || raw.starts_with(' ') || raw.starts_with('\t')) return;
    auto const& subject = covered.shown()[1];
    std::string longer = bare_lf_in(raw) == bare_lf::crlf ? "Subject: x\n" : "Subject: x\r\n";
    auto const offset = m.offset_of(own.raw()) + longer.size();
    longer.append(raw);
    message const other{longer};
    for (auto const f : other.header()) {
        if (other.offset_of(f.raw()) != offset) continue;
        dkim_signature const signature{f};
        signed_header const again{signature, f, other};
        REQUIRE_PROPERTY(again.problem() == text.problem());
        if (text.problem()) return;
        bool const is_same = again.to_string() == text.to_string();
        REQUIRE_PROPERTY(is_same == !subject.is_oversigned());
        return;
    }
    REQUIRE_PROPERTY(false); // the field is lost
}

void a_body_is_covered_up_to_its_limit(message const& m, dkim_signature const& signature) {
    auto const coverage = body_coverage::read(signature, m);
    auto const body = signed_body(signature, m);
    REQUIRE_PROPERTY(coverage.has_value() == body.has_value());
    if (!coverage) return;
    canonical_body const all{m.body(), signature.canonical_forms()->body, bare_lf_in(m.raw())};
    auto const size = all.length();
    REQUIRE_PROPERTY(body->length() + coverage->unsigned_octets() == size);
    REQUIRE_PROPERTY(coverage->is_beyond_body() == (coverage->limit().value_or(0) > size));
    REQUIRE_PROPERTY(!coverage->is_whole() || body->length() == size);
    fuzz::problems_lie_in(m.raw(), *coverage);
}

void properties_of_signature(message const& m, field const& own) {
    dkim_signature const signature{own};
    auto const selected = selected_one_by_one(m, own, signature);
    if (selected.size() > signed_fields::most_names) return;
    signed_fields const covered{signature, m};
    signed_header const text{signature, own, m};
    std::size_t i = 0;
    for (auto const f : covered.selected()) {
        REQUIRE_PROPERTY(i < selected.size() && f.raw() == selected[i].raw());
        REQUIRE_PROPERTY(f.raw().empty() || f.raw().data() == selected[i].raw().data());
        ++i;
    }
    REQUIRE_PROPERTY(i == selected.size() && !covered.has_more_names());
    coverage_agrees_with_the_selection(m, own, covered, selected);
    a_field_on_top_is_covered_if_oversigned(m, own, covered, text);
    a_body_is_covered_up_to_its_limit(m, signature);
}

void properties_of(std::string_view bytes) {
    message const m{bytes};
    arc_chain const chain{m};
    each_field_is_in_its_set(m, chain);
    a_chain_that_can_pass_has_no_problem(m, chain);
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [&] { another_set_extends_the_chain(m, chain); },
        [&] { a_seal_covers_the_sets_in_order(m, chain); },
        [&] {
            for (auto const f : m.header().find_all("DKIM-Signature")) {
                if (f.has_byte_order_mark()) continue;
                properties_of_signature(m, f);
                break; // one is enough: it is quadratic
            }
        },
        [bytes] {
            auto const lf = fuzz::with_lf(bytes);
            auto const crlf = fuzz::with_crlf(lf);
            REQUIRE_PROPERTY(summary_of(arc_chain{message{lf}}) ==
                             summary_of(arc_chain{message{crlf}}));
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
