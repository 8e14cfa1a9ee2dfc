#ifndef FOLDWISE_DMARC_DETAIL_ALIGNMENT_WALKER_HPP
#define FOLDWISE_DMARC_DETAIL_ALIGNMENT_WALKER_HPP

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/dmarc/alignment_finding.hpp>
#include <foldwise/dmarc/alignment_options.hpp>
#include <foldwise/dmarc/alignment_step.hpp>
#include <foldwise/dmarc/author_domain.hpp>
#include <foldwise/dmarc/detail/aligned_domains.hpp>
#include <foldwise/dmarc/detail/checked_identifier.hpp>
#include <foldwise/dmarc/detail/doubt.hpp>
#include <foldwise/dmarc/detail/field_structure.hpp>
#include <foldwise/dmarc/detail/recorded_dmarc.hpp>
#include <foldwise/dmarc/detail/result_doubts.hpp>
#include <foldwise/dmarc/detail/sender_text.hpp>
#include <foldwise/dmarc/name_list.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/received.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether a Received field certainly says that one of `hosts` wrote it: it has exactly one by
/// clause, nothing is beside the name, and no program can read the field in another way. O(value),
/// and the name is compared with each of `hosts`.
constexpr bool is_received_by(field const& f, name_list const& hosts) noexcept {
    if (find_structure_problem(f)) return false;
    lexer in{f.raw_value()};
    for (auto found = in.next(); !found.is(token_kind::end); found = in.next())
        if (!found.is_closed()) return false;
    received const r{f};
    optional<received_clause> by;
    for (auto const clause : r.clauses()) {
        if (clause.kind() != clause_kind::by) continue;
        if (by) return false;
        by = clause;
    }
    if (!by || by->raw_value().empty() || !by->unexpected().empty()) return false;
    for (auto const host : hosts)
        if (by->is(host)) return true;
    return false;
}

/// The gravest problem that makes all results of a field doubtful: with the authserv-id or the
/// version, text that is neither a result nor a property, or a comment or quoted-string that is not
/// closed. The sender may have chosen such text, as a local part or a host name that the server
/// wrote without quotes. A property without a type, or a value that needs quotes, makes only its
/// own result doubtful. The offset counts from the start of raw_value().
constexpr optional<diagnostic> find_results_problem(authentication_results const& ar) noexcept {
    using enum diagnostic_code;
    gravest worst;
    ar.diagnose([&worst](diagnostic const& problem) {
        bool const is_of_result = problem.code == authres_property_without_ptype ||
                                  problem.code == authres_value_unquoted;
        if (!is_of_result && problem.severity() > severity::obsolete) worst(problem);
    });
    return worst.found();
}

/// Iterates over the steps of an alignment.
class alignment_walker {
  public:
    constexpr alignment_walker() = default;
    constexpr alignment_walker(message const& m, author_domain const& author,
                               alignment_options const& options) noexcept
        : message_{m}, options_{options}, fields_{entity{m}.header().begin()}, is_at_end_{false} {
        start(author);
    }

    constexpr bool at_end() const noexcept { return is_at_end_; }
    constexpr alignment_step current() const noexcept { return step_; }
    constexpr std::size_t position() const noexcept { return passed_; }
    constexpr void advance() noexcept {
        ++passed_;
        if (is_in_results_ && take_result()) return;
        is_in_results_ = false;
        for (; fields_ != std::default_sentinel; ++fields_) {
            auto const f = *fields_;
            bool const is_read = take_received(f) || take_results(f);
            if (!is_read) continue;
            ++fields_;
            return;
        }
        is_at_end_ = true;
    }

  private:
    /// The methods that a trusted server has recorded in a field above. A bit stands for an
    /// authserv-id of the options; the last one stands for all from there on.
    struct seen_methods {
        std::uint64_t spf = 0;
        std::uint64_t dkim = 0;
    };

    /// The step about the author.
    constexpr void start(author_domain const& author) noexcept {
        step_.finding_ = author.finding();
        step_.field_ = author.field();
        step_.problem_ = author.problem();
        if (author.finding() == alignment_finding::author_has_route)
            step_.place_ = author.author()->route();
        if (author.finding() == alignment_finding::author_local_part_doubtful)
            step_.place_ = author.author()->addr_spec().raw();
        if (author.finding() == alignment_finding::author_name_doubtful)
            step_.place_ = author.author()->raw();
        if (!author.name()) return;
        reference_.name = with_a_labels(*author.name(), options_);
        step_.domain_ = reference_.name ? reference_.name : author.name();
        if (!reference_.name) {
            step_.finding_ = alignment_finding::author_domain_not_converted;
            return;
        }
        bool const is_relaxed = options_.dkim == dmarc_alignment_mode::relaxed ||
                                options_.spf == dmarc_alignment_mode::relaxed;
        if (is_relaxed)
            reference_.organizational_size = organizational_size(*reference_.name, options_);
        is_contradicted_ = find_objection();
    }

    /// Whether a trusted server recorded a result of DMARC that contradicts every alignment. It
    /// counts in any of its fields, even if the field is doubtful or superseded.
    constexpr bool find_objection() const noexcept {
        bool const has_boundary = !options_.own_hosts.empty();
        for (auto at = fields_; at != std::default_sentinel; ++at) {
            auto const f = *at;
            if (has_boundary && f.is("Received") && !is_received_by(f, options_.own_hosts)) break;
            if (!f.is("Authentication-Results")) continue;
            authentication_results const ar{f};
            auto const id = ar.authserv_id();
            if (!id || bit_of(*id) == 0) continue;
            for (auto const r : ar)
                if (r && is_objection(judge_other_method(*r, reference_, options_))) return true;
        }
        return false;
    }

    constexpr void begin_step(field const& f, alignment_finding finding) noexcept {
        step_ = alignment_step{};
        step_.field_ = f;
        step_.finding_ = finding;
    }

    constexpr bool take_received(field const& f) noexcept {
        if (options_.own_hosts.empty() || is_below_boundary_ || !f.is("Received")) return false;
        is_below_boundary_ = !is_received_by(f, options_.own_hosts);
        begin_step(f, is_below_boundary_ ? alignment_finding::trust_boundary
                                         : alignment_finding::own_host);
        return true;
    }

    constexpr bool take_results(field const& f) noexcept {
        if (!f.is("Authentication-Results")) return false;
        begin_step(f, alignment_finding::results_trusted);
        step_.finding_ = judge_results(f);
        if (step_.finding_ == alignment_finding::results_trusted) {
            results_ = authentication_results{f}.begin();
            is_in_results_ = true;
            seen_above_ = seen_;
        }
        return true;
    }

    constexpr alignment_finding judge_results(field const& f) noexcept {
        using enum alignment_finding;
        authentication_results const ar{f};
        auto const id = ar.authserv_id();
        if (!id) return results_by_nobody;
        id_bit_ = bit_of(*id);
        if (id_bit_ == 0) return results_by_others;
        if (is_below_boundary_) return results_below_boundary;
        auto const above = seen_;
        mark(seen_.spf); // in case the results cannot be read
        mark(seen_.dkim);
        auto const version = ar.version();
        if (!version || *version != 1) return results_of_unknown_version;
        auto problem = find_structure_problem(f);
        auto offset = message_.offset_of(f.raw());
        if (!problem) {
            problem = find_results_problem(ar);
            offset = message_.offset_of(f.raw_value());
        }
        if (problem) {
            problem->offset += offset;
            step_.problem_ = problem;
            return results_doubtful;
        }
        if (has_unusual_name(f.raw_value())) return results_by_unusual_name;
        if (auto const found = find_sender_text(f.raw_value())) return because_of(*found);
        if (auto const found = find_second_sender(ar)) return because_of(*found);
        if (auto const found = find_second_verdict(ar)) return because_of(*found);
        seen_ = above;
        return results_trusted;
    }

    constexpr alignment_finding because_of(doubt const& found) noexcept {
        step_.place_ = found.place;
        return found.finding;
    }

    /// The bit of the trusted authserv-id that `id` is, or 0.
    constexpr std::uint64_t bit_of(token_text const& id) const noexcept {
        constexpr std::size_t last = 63;
        std::size_t index = 0;
        for (auto const name : options_.authserv_ids) {
            if (!name.empty() && text_iequals(id, name))
                return std::uint64_t{1} << (index < last ? index : last);
            ++index;
        }
        return 0;
    }
    constexpr void mark(std::uint64_t& seen) const noexcept { seen |= id_bit_; }

    /// Goes to the next result of the current field that can be read.
    constexpr bool take_result() noexcept {
        while (results_ != std::default_sentinel) {
            auto const r = *results_;
            ++results_;
            if (!r) continue; // nothing between two semicolons; other errors are results_doubtful
            auto const f = *step_.field_;
            begin_step(f, alignment_finding::other_method);
            step_.result_ = *r;
            step_.finding_ = judge_result(*r);
            return true;
        }
        return false;
    }

    constexpr alignment_finding judge_result(resinfo const& r) noexcept {
        using enum alignment_finding;
        bool const is_spf = r.is("spf");
        if (!is_spf && !r.is("dkim")) return judge_other_method(r, reference_, options_);
        mark(is_spf ? seen_.spf : seen_.dkim);
        if (r.method_version() != 1) return method_version_unknown;
        auto const id = is_spf ? spf_identifier(r) : dkim_identifier(r);
        auto const converted = id.domain ? with_a_labels(*id.domain, options_) : std::nullopt;
        step_.property_ = id.property;
        step_.domain_ = converted ? converted : id.domain;
        if (((is_spf ? seen_above_.spf : seen_above_.dkim) & id_bit_) != 0)
            return result_superseded;
        if (!r.result_is("pass")) return not_passed;
        if (auto problem = r.deviation(); problem && problem->severity() > severity::obsolete) {
            problem->offset += message_.offset_of(step_.field_->raw_value());
            step_.problem_ = problem;
            return result_doubtful;
        }
        if (id.problem) return *id.problem;
        if (!converted) return identifier_not_converted;
        auto const found = is_spf ? find_spf_doubt(r) : find_dkim_doubt(r, *converted, options_);
        if (found) return because_of(*found);
        auto const finding = compare_domains(reference_, *converted,
                                             is_spf ? options_.spf : options_.dkim, options_);
        return is_contradicted_ && is_aligned(finding) ? contradicted_by_dmarc : finding;
    }

    message message_;
    alignment_options options_;
    alignment_reference reference_;
    header_section::iterator fields_;          // the next field
    authentication_results::iterator results_; // the next result of the step's field
    bool is_in_results_ = false;
    bool is_below_boundary_ = false;
    bool is_contradicted_ = false;
    bool is_at_end_ = true;
    std::uint64_t id_bit_ = 0; // of the step's field
    seen_methods seen_;        // in all fields so far
    seen_methods seen_above_;  // in the fields above the step's field
    alignment_step step_;
    std::size_t passed_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
