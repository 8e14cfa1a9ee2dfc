#ifndef FOLDWISE_DMARC_DETAIL_RESULT_DOUBTS_HPP
#define FOLDWISE_DMARC_DETAIL_RESULT_DOUBTS_HPP

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/propspec.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/dmarc/alignment_finding.hpp>
#include <foldwise/dmarc/alignment_options.hpp>
#include <foldwise/dmarc/detail/aligned_domains.hpp>
#include <foldwise/dmarc/detail/checked_identifier.hpp>
#include <foldwise/dmarc/detail/doubt.hpp>
#include <foldwise/dmarc/domain_name.hpp>

#include <cstddef>
#include <string_view>

/// Results that follow the grammar but contradict themselves or others, as they do if the sender
/// wrote a part of them.
namespace foldwise::detail {

constexpr bool has_address(propspec const& p) noexcept {
    return p.value().raw().find('@') != std::string_view::npos;
}

/// Whether `p` may be a property of DKIM or SPF: it has one of the types of the method, and its
/// value is no address unless it is a property that may be one.
constexpr bool is_property_of(propspec const& p, bool is_spf) noexcept {
    auto const has_type = [&p](std::string_view type) { return ascii_iequals(p.ptype(), type); };
    bool const is_known =
        has_type("policy") || has_type(is_spf ? "smtp" : "header") || (!is_spf && has_type("body"));
    bool const may_be_address =
        is_spf ? p.is("smtp", "mailfrom") || p.is("smtp", "mail") : p.is("header", "i");
    return is_known && (may_be_address || !has_address(p));
}

/// Why a result of SPF or DKIM that passed contradicts itself, if it does. `domain` is the one that
/// was checked. O(result).
constexpr optional<doubt> find_result_doubt(resinfo const& r, bool is_spf,
                                            domain_name const& domain,
                                            alignment_options const& options) noexcept {
    using enum alignment_finding;
    constexpr std::string_view of_spf[] = {"helo", "mail"};
    constexpr std::string_view of_dkim[] = {"i", "s", "b", "a"};
    std::size_t counts[4] = {};
    optional<propspec> signer;
    for (auto const each : r.properties()) {
        if (!each) continue; // the field is doubtful
        if (!is_property_of(*each, is_spf)) return doubt{property_misplaced, each->raw()};
        for (std::size_t i = 0; i < (is_spf ? 2u : 4u); ++i) {
            auto const type = is_spf ? std::string_view{"smtp"} : std::string_view{"header"};
            if (!each->is(type, is_spf ? of_spf[i] : of_dkim[i])) continue;
            if (++counts[i] == 2) return doubt{property_repeated, each->raw()};
            if (!is_spf && i == 0) signer = *each;
        }
    }
    if (is_spf) return std::nullopt;
    for (auto const comment : r.comments())
        if (scan::in(char_class{"@="}, comment.raw(), 0) < comment.raw().size())
            return doubt{comment_misplaced, comment.raw()};
    if (!signer) return std::nullopt;
    auto const read = domain_of(signer->value(), true);
    auto const converted = read ? with_a_labels(*read, options) : std::nullopt;
    if (!converted || !converted->is_in(domain.text()))
        return doubt{signer_outside_domain, signer->raw()};
    return std::nullopt;
}

/// The second of two different values of MAIL FROM among the properties of all results. O(value).
constexpr optional<doubt> find_second_sender(authentication_results const& ar) noexcept {
    optional<recorded_value> first;
    optional<domain_name> first_domain;
    for (auto const r : ar) {
        if (!r) continue;
        for (auto const p : r->properties()) {
            if (!p || !(p->is("smtp", "mailfrom") || p->is("smtp", "mail"))) continue;
            auto const domain = domain_of(p->value(), true);
            if (!first) {
                first = p->value();
                first_domain = domain;
                continue;
            }
            bool const is_same = domain && first_domain
                                     ? *domain == *first_domain
                                     : ascii_iequals(p->value().raw(), first->raw());
            if (!is_same) return doubt{alignment_finding::results_for_two_senders, p->raw()};
        }
    }
    return std::nullopt;
}

} // namespace foldwise::detail

#endif
