// Properties of the ARC chain of a message: each ARC field is in the set of its instance, or else a
// problem says why not; a chain that can pass has no problem; a seal changes nothing about older
// sets; LF and CRLF make no difference.

#include "parts.hpp"

#include <foldwise/auth/arc.hpp>
#include <foldwise/auth/arc_chain.hpp>
#include <foldwise/message/message.hpp>

#include <map>
#include <optional>
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

void properties_of(std::string_view bytes) {
    message const m{bytes};
    arc_chain const chain{m};
    each_field_is_in_its_set(m, chain);
    a_chain_that_can_pass_has_no_problem(m, chain);
    another_set_extends_the_chain(m, chain);
    auto const lf = fuzz::with_lf(bytes);
    auto const crlf = fuzz::with_crlf(lf);
    REQUIRE_PROPERTY(summary_of(arc_chain{message{lf}}) == summary_of(arc_chain{message{crlf}}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
