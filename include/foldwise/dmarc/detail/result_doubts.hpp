#ifndef FOLDWISE_DMARC_DETAIL_RESULT_DOUBTS_HPP
#define FOLDWISE_DMARC_DETAIL_RESULT_DOUBTS_HPP

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/propspec.hpp>
#include <foldwise/auth/recorded_value.hpp>
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
namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether the value of `p` may be an address: it has an "@".
constexpr bool has_address(propspec const& p) noexcept {
    return p.value().raw().find('@') != std::string_view::npos;
}

/// Whether `p` may be a property of SPF: it has one of the types of the method, and its value is no
/// address unless it is a property that may be one.
constexpr bool is_property_of_spf(propspec const& p) noexcept {
    bool const is_known = ascii_iequals(p.ptype(), "smtp") || ascii_iequals(p.ptype(), "policy");
    bool const may_be_address = p.is("smtp", "mailfrom") || p.is("smtp", "mail");
    return is_known && (may_be_address || !has_address(p));
}

/// The same for DKIM.
constexpr bool is_property_of_dkim(propspec const& p) noexcept {
    bool const is_known = ascii_iequals(p.ptype(), "header") || ascii_iequals(p.ptype(), "body") ||
                          ascii_iequals(p.ptype(), "policy");
    return is_known && (p.is("header", "i") || !has_address(p));
}

/// The second property with the name `type.name`, if there is one. O(result).
constexpr optional<doubt> find_repeated(resinfo const& r, std::string_view type,
                                        std::string_view name) noexcept {
    bool is_found = false;
    for (auto const each : r.properties()) {
        if (!each || !each->is(type, name)) continue;
        if (is_found) return doubt{alignment_finding::property_repeated, each->raw()};
        is_found = true;
    }
    return std::nullopt;
}

/// Why a result of SPF that passed contradicts itself, if it does. O(result).
constexpr optional<doubt> find_spf_doubt(resinfo const& r) noexcept {
    for (auto const each : r.properties()) // one that cannot be read makes the field doubtful
        if (each && !is_property_of_spf(*each))
            return doubt{alignment_finding::property_misplaced, each->raw()};
    constexpr std::string_view names[] = {"helo", "mail"};
    for (auto const name : names)
        if (auto const found = find_repeated(r, "smtp", name)) return found;
    return std::nullopt;
}

/// Why a result of DKIM that passed contradicts itself, if it does. `domain` is the signing domain.
/// O(result).
constexpr optional<doubt> find_dkim_doubt(resinfo const& r, domain_name const& domain,
                                          alignment_options const& options) noexcept {
    using enum alignment_finding;
    for (auto const each : r.properties()) // one that cannot be read makes the field doubtful
        if (each && !is_property_of_dkim(*each)) return doubt{property_misplaced, each->raw()};
    constexpr std::string_view names[] = {"i", "s", "b", "a"};
    for (auto const name : names)
        if (auto const found = find_repeated(r, "header", name)) return found;
    for (auto const comment : r.comments())
        if (scan::in(char_class{"@="}, comment.raw(), 0) < comment.raw().size())
            return doubt{comment_misplaced, comment.raw()};
    auto const signer = find_property(r, "header", "i").first;
    if (!signer) return std::nullopt;
    auto const read = domain_of_address(signer->value());
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
            auto const domain = domain_of_address(p->value());
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

/// Whether one of two texts is the start of the other. O(texts).
template <class Text>
constexpr bool is_start_of_other(Text const& left, Text const& right) noexcept {
    auto l = left.begin();
    auto r = right.begin();
    for (; l != left.end() && r != right.end(); ++l, ++r)
        if (*l != *r) return false;
    return true;
}

/// Finds two results of one signature, one of which passed and one of which did not, and returns
/// the header.b of the second. A header.b has the first octets of a signature, and how many is up
/// to the server (RFC 6008 section 4); so results are of one signature if one header.b is the start
/// of the other. Remembers 16 results. If there are more, the header.b of the next one is returned,
/// since its signature is perhaps that of a result that is not remembered. O(value).
constexpr optional<doubt> find_second_verdict(authentication_results const& ar) noexcept {
    struct signature_result {
        recorded_value signature;
        bool has_passed = false;
    };
    constexpr std::size_t most = 16;
    signature_result seen[most];
    std::size_t count = 0;
    for (auto const r : ar) {
        if (!r || !r->is("dkim")) continue;
        auto const b = r->find("header", "b");
        if (!b || b->value().raw().empty()) continue;
        signature_result const next{b->value(), r->result_is("pass")};
        bool is_doubtful = count == most;
        for (std::size_t i = 0; i < count && !is_doubtful; ++i)
            is_doubtful = seen[i].has_passed != next.has_passed &&
                          is_start_of_other(seen[i].signature.text(), next.signature.text());
        if (is_doubtful) return doubt{alignment_finding::results_for_one_signature, b->raw()};
        seen[count++] = next;
    }
    return std::nullopt;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
