#ifndef FOLDWISE_TOOLS_AUTH_COLLECTOR_HPP
#define FOLDWISE_TOOLS_AUTH_COLLECTOR_HPP

#include "auth_facts.hpp"
#include "auth_trust.hpp"
#include "field_text.hpp"
#include "found.hpp"
#include "options.hpp"

#include <foldwise/diagnostic/result.hpp>
#include <foldwise/dkim/arc_chain.hpp>
#include <foldwise/dkim/body_coverage.hpp>
#include <foldwise/dkim/dkim_signature.hpp>
#include <foldwise/dkim/signed_fields.hpp>
#include <foldwise/dmarc/alignment.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/trace/received.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Collects what is recorded about the authentication of a message. Nothing is verified.
class auth_collector {
  public:
    auth_collector(options const& options, auth_trust const& trust)
        : decoder_{options.fallback}, trust_{trust} {}

    /// Collects everything: the results, and what was signed. `label` names the message.
    auth_facts collect(found const& found, std::string label) {
        auto facts = collect_results(found);
        facts.label = std::move(label);
        foldwise::entity const root{found.entry};
        auto const message = found.entry.message(); // finds the end of the header section
        foldwise::field_index const fields{root.header(), room_};
        for (auto const field : fields.find_all("From"))
            facts.from.append(facts.from.empty() ? "" : "; ").append(field_text(decoder_, field));
        for (auto const field : fields.find_all("DKIM-Signature"))
            add_signature(facts, "DKIM", foldwise::dkim_signature{field}, message);
        add_recorded(facts);
        add_chain(facts, foldwise::arc_chain{root.header()}, message);
        return facts;
    }

    /// Collects the recorded results and what follows from them, and whether anything was signed,
    /// but not what.
    auth_facts collect_results(found const& found) {
        auth_facts facts;
        foldwise::entity const root{found.entry};
        for (auto const field : root.header()) add_results(facts, field);
        judge(facts, foldwise::alignment{found.entry.message(), trust_.alignment_options()});
        facts.basis = trust_.basis();
        return facts;
    }

  private:
    // More are only counted: to compare each with all fields would take quadratic time.
    static constexpr std::size_t most_signatures_ = 30;

    static void add_results(auth_facts& facts, foldwise::field const& field) {
        auth_source source;
        source.place = field.raw();
        if (field.is("Authentication-Results")) {
            foldwise::authentication_results const results{field};
            source.by = server_of(results);
            source.checks = checks_of(results);
        } else if (field.is("Received-SPF")) {
            foldwise::received_spf const spf{field};
            auto const result = spf.result();
            auto const receiver = spf.find("receiver");
            source.is_spf_field = true;
            if (receiver) source.by = receiver->value().text().to_string();
            auth_check check;
            check.method = "spf";
            check.result = result ? spf_result_names[static_cast<std::size_t>(*result)] : "?";
            check.domain = domain_of(spf);
            check.note = note_of(spf);
            check.place = field.raw();
            source.checks.push_back(std::move(check));
        } else {
            for (std::string_view const name :
                 {"DKIM-Signature", "ARC-Seal", "ARC-Message-Signature",
                  "ARC-Authentication-Results"})
                facts.has_signature = facts.has_signature || field.is(name);
            return;
        }
        facts.sources.push_back(std::move(source));
    }

    /// Adds what follows from the results: each step of `alignment`, to the field or the result
    /// that it is about, and the verdict.
    void judge(auth_facts& facts, foldwise::alignment const& alignment) const {
        auto const& author = alignment.author();
        if (auto const& name = author.name()) facts.from_domain = name->text();
        if (facts.from_domain.empty()) {
            facts.no_domain = spaced(name_of(author.finding()));
            facts.why_no_domain = text_of(author.finding());
        }
        if (!trust_.is_given()) {
            facts.verdict = "No verdict. --trust ID names a server whose results you trust: one of "
                            "your own, which removes such fields from the mail that comes in.";
            return;
        }
        for (auto& source : facts.sources) {
            source.trusted = answer::no;
            source.why = source.is_spf_field ? "only Authentication-Results can be trusted" : "";
        }
        auto at = facts.sources.begin();
        std::size_t check = 0; // in *at
        bool is_recorded = false;
        for (auto const step : alignment.steps()) {
            using enum foldwise::alignment_finding;
            auto const field = step.field();
            if (step.finding() == trust_boundary && field) {
                auto const by = foldwise::received{*field}.by();
                facts.boundary = by ? by->name().to_string() : "an unnamed host";
            }
            if (!field || !field->is("Authentication-Results")) continue;
            while (at != facts.sources.end() && at->place.data() < field->raw().data()) ++at;
            if (at == facts.sources.end() || at->place.data() != field->raw().data()) continue;
            if (auto const result = step.result()) {
                auto& checks = at->checks;
                while (check != checks.size() && checks[check].place.data() < result->raw().data())
                    ++check;
                if (check != checks.size()) judge(checks[check], step);
                is_recorded = is_recorded || !is_of_other_method(step.finding());
            } else {
                check = 0;
                at->trusted = step.finding() == results_trusted ? answer::yes : answer::no;
                if (at->trusted == answer::no && step.finding() != results_by_others)
                    at->why = text_of(step.finding());
                if (step.finding() >= results_doubtful && step.finding() < other_method)
                    at->doubt = at->why;
            }
        }
        facts.alignment = alignment.is_aligned() ? answer::yes : answer::no;
        facts.verdict = verdict(facts, alignment, is_recorded);
    }

    static bool is_of_other_method(foldwise::alignment_finding finding) {
        return finding >= foldwise::alignment_finding::other_method &&
               finding <= foldwise::alignment_finding::dmarc_of_another_author;
    }

    static void judge(auth_check& check, foldwise::alignment_step const& step) {
        if (step.finding() == foldwise::alignment_finding::dmarc_of_another_author)
            check.why = text_of(step.finding());
        if (is_of_other_method(step.finding())) return;
        check.alignment = step.is_aligned() ? answer::yes : answer::no;
        check.why = step.finding() != foldwise::alignment_finding::identifier_missing
                        ? why_of(step.finding())
                    : check.method == "dkim" ? "header.d, the domain that signed, is not recorded"
                                             : "smtp.mailfrom is not recorded";
        if (auto const& domain = step.domain()) check.domain = domain->text();
    }

    /// What text_of() says, but shorter for the usual findings.
    static std::string_view why_of(foldwise::alignment_finding finding) {
        using enum foldwise::alignment_finding;
        switch (finding) {
        case not_passed: return "it did not pass";
        case domains_differ: return "not the domain of From";
        case organizational_domain_unknown: return "not identical to the domain of From";
        case strict_alignment: return "the domain of From";
        case relaxed_alignment: return "the same organizational domain as From";
        default: return text_of(finding);
        }
    }

    static std::string verdict(auth_facts const& facts, foldwise::alignment const& alignment,
                               bool is_recorded) {
        if (auto const step = alignment.aligned_step()) {
            auto const by = foldwise::authentication_results{*step->field()};
            return "Aligned with " + facts.from_domain + ", as " + server_of(by) +
                   " recorded: " + lower(step->result()->method()) + "=pass for " +
                   std::string{step->domain()->text()} + '.';
        }
        if (facts.from_domain.empty()) return "Not aligned: " + facts.why_no_domain + '.';
        for (auto const step : alignment.steps())
            if (step.finding() == foldwise::alignment_finding::contradicted_by_dmarc)
                return "Not aligned: " + std::string{text_of(step.finding())} + '.';
        if (!is_recorded) {
            for (auto const& source : facts.sources)
                if (!source.doubt.empty())
                    return "Not aligned: the results of " + source.by +
                           " do not count: " + source.doubt + '.';
            return "Not aligned: no trusted server recorded results of SPF or DKIM.";
        }
        return "Not aligned: no trusted result of SPF or DKIM that passed is for " +
               facts.from_domain + '.';
    }

    static std::string spaced(std::string_view name) {
        std::string text{name};
        for (auto& octet : text)
            if (octet == '_') octet = ' ';
        return text;
    }

    void add_chain(auth_facts& facts, foldwise::arc_chain const& chain,
                   foldwise::message const& message) {
        constexpr std::string_view names[] = {"none", "fail", "pass"};
        for (auto const& set : chain) {
            arc_set_facts of;
            of.instance = set.instance();
            if (auto const results = set.authentication_results()) {
                of.by = server_of(results->results());
                of.checks = checks_of(results->results());
            }
            if (auto const seal = set.seal()) {
                if (auto const domain = seal->domain()) of.sealer = lower(*domain);
                if (auto const status = seal->chain_status())
                    of.chain_status = names[static_cast<std::size_t>(*status)];
            }
            of.problem = set.empty()           ? "missing"
                         : set.has_duplicate() ? "a field occurs twice"
                         : !set.is_complete()  ? missing_of(set)
                                               : "";
            if (auto const signature = set.message_signature())
                add_signature(facts, "ARC " + std::to_string(set.instance()), *signature, message);
            facts.arc.push_back(std::move(of));
        }
        chain.diagnose([&facts](foldwise::diagnostic const& problem) {
            add_once(facts.arc_problems, problem.text());
        });
    }

    /// Adds a text unless it is there. O(texts), which are at most as many as the kinds of
    /// problems.
    static void add_once(std::vector<std::string>& to, std::string_view text) {
        if (std::find(to.begin(), to.end(), text) == to.end()) to.emplace_back(text);
    }

    static std::string missing_of(foldwise::arc_set const& set) {
        std::string names;
        auto const add = [&names](bool has, std::string_view name) {
            if (!has) names.append(names.empty() ? "" : ", ").append(name);
        };
        add(set.seal().has_value(), "ARC-Seal");
        add(set.message_signature().has_value(), "ARC-Message-Signature");
        add(set.authentication_results().has_value(), "ARC-Authentication-Results");
        return names + " missing";
    }

    template <class Signature>
    void add_signature(auth_facts& facts, std::string kind, Signature const& signature,
                       foldwise::message const& message) {
        if (facts.signatures.size() == most_signatures_) {
            ++facts.more_signatures;
            return;
        }
        signature_facts of;
        of.kind = std::move(kind);
        if (auto const domain = signature.domain()) of.domain = lower(*domain);
        if (auto const selector = signature.selector()) of.selector = *selector;
        if (auto const a = signature.algorithm())
            of.algorithm = std::string{a->key_type}.append("-").append(a->hash);
        if (auto const c = signature.canonicalization())
            of.canonicalization = std::string{c->header}.append("/").append(c->body);
        if (auto const b = signature.signature()) of.b = b->to_string();
        add_coverage(of, foldwise::signed_fields{signature, message});
        of.body = body_text(signature, message);
        signature.diagnose([&of](foldwise::diagnostic const& problem) {
            if (problem.severity() == foldwise::severity::note) return;
            add_once(of.problems, problem.text());
        });
        facts.signatures.push_back(std::move(of));
    }

    /// Adds to each DKIM signature the result that a trusted server recorded for it. A result that
    /// may be about several signatures does not count, and neither do results for one signature
    /// that contradict each other.
    static void add_recorded(auth_facts& facts) {
        if (facts.more_signatures != 0) return; // any result may be meant for those, too
        for (auto const& source : facts.sources) {
            if (source.trusted != answer::yes) continue;
            for (auto const& check : source.checks) {
                signature_facts* only = nullptr;
                std::size_t count = 0;
                for (auto& of : facts.signatures) {
                    if (!may_be_meant(check, of)) continue;
                    ++count;
                    only = &of;
                    if (of.possible_result.empty()) of.possible_result = check.result;
                    of.is_disputed = of.is_disputed || of.possible_result != check.result;
                }
                if (count != 1 || !only->recorded.empty()) continue;
                only->recorded = check.result;
                only->recorded_by = source.by;
            }
        }
        for (auto& of : facts.signatures) {
            if (!of.is_disputed) continue;
            of.recorded.clear();
            of.recorded_by.clear();
        }
    }

    /// Whether a result may be about the signature, as far as its properties tell.
    static bool may_be_meant(auth_check const& check, signature_facts const& of) {
        return check.method == "dkim" && check.domain == of.domain && !of.b.empty() &&
               of.b.starts_with(check.b_start) &&
               (check.selector.empty() || foldwise::ascii_iequals(check.selector, of.selector));
    }

    static void add_coverage(signature_facts& of, foldwise::signed_fields const& fields) {
        for (auto const each : fields.selected())
            (each.field() ? of.names : of.absent).emplace_back(each.name());
        for (auto const& each : fields.shown()) {
            if (each.unsigned_count() == 0) continue;
            of.unsigned_shown.push_back(
                {std::string{each.name()}, each.unsigned_count(), each.count()});
        }
    }

    /// How much of the body a signature covers, if it is valid.
    static std::string body_text(foldwise::signature_tags const& signature,
                                 foldwise::message const& message) {
        auto const length = signature.body_length();
        if (!length) return "an unknown part of the body";
        if (!*length) return "the body";
        auto const octets = std::to_string(**length);
        auto const coverage = foldwise::body_coverage::read(signature, message);
        if (!coverage) return "an unknown part of the body";
        if (coverage->is_beyond_body())
            return "nothing of the body, which has fewer octets than l=" + octets +
                   ": no such signature is valid";
        return (coverage->is_whole() ? "the body, which has " + octets + " octets"
                                     : "the first " + octets + " octets of the body") +
               ", after which anybody can add text";
    }

    text_decoder decoder_;
    auth_trust const& trust_;
    foldwise::field_slot room_[64]; // for the fields of a message
};

} // namespace tool

#endif
