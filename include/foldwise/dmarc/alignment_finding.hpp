#ifndef FOLDWISE_DMARC_ALIGNMENT_FINDING_HPP
#define FOLDWISE_DMARC_ALIGNMENT_FINDING_HPP

#include <foldwise/config.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// What a step of `alignment` has found. The first step is about the author domain, and has one of
/// the findings from author_found to author_domain_not_converted. The others are about a Received
/// field (own_host, trust_boundary), about an Authentication-Results field (results_...), or about
/// one result in a trusted field (other_method and those after it). Only the last two align.
enum class alignment_finding : unsigned char {
    // The author domain
    author_found,
    from_missing,
    from_repeated,
    header_doubtful,
    from_doubtful,
    author_unreadable,
    author_in_group,
    authors_several,
    author_has_route,
    author_local_part_doubtful,
    author_name_doubtful,
    author_domain_literal,
    author_domain_malformed,
    author_domain_single_label,
    author_domain_not_converted,

    // A Received field
    own_host,
    trust_boundary,

    // An Authentication-Results field
    results_trusted,
    results_below_boundary,
    results_by_nobody,
    results_by_others,
    results_of_unknown_version,
    results_doubtful,
    results_by_unusual_name,
    results_with_odd_comment,
    results_with_odd_quotes,
    results_with_odd_semicolon,
    results_for_two_senders,
    results_for_one_signature,

    // One result
    other_method,
    dmarc_failed,
    dmarc_of_another_author,
    method_version_unknown,
    result_superseded,
    not_passed,
    result_doubtful,
    identifier_missing,
    identifier_repeated,
    identifier_malformed,
    spf_for_helo,
    without_author,
    identifier_needs_converter,
    identifier_not_converted,
    property_misplaced,
    property_repeated,
    comment_misplaced,
    signer_outside_domain,
    contradicted_by_dmarc,
    organizational_domain_unknown,
    domains_differ,
    relaxed_alignment,
    strict_alignment,
};

/// Whether the finding is that a domain aligns.
constexpr bool is_aligned(alignment_finding finding) noexcept {
    return finding >= alignment_finding::relaxed_alignment;
}

namespace detail {

/// The name of a finding, the RFC that covers it, and what it means, for people.
struct alignment_finding_kind {
    alignment_finding finding;
    std::string_view name;
    std::string_view rfc;
    std::string_view text;
};

using std::literals::string_view_literals::operator""sv;

/// In the order of the enum.
inline constexpr alignment_finding_kind alignment_findings[] = {
    {alignment_finding::author_found, "author_found"sv, "9989 5.3.1"sv,
     "the From field has one author with a domain"sv},
    {alignment_finding::from_missing, "from_missing"sv, "9989 4.4"sv,
     "the message has no From field"sv},
    {alignment_finding::from_repeated, "from_repeated"sv, "9989 4.4"sv,
     "the message has several From fields, and programs may show any of them"sv},
    {alignment_finding::header_doubtful, "header_doubtful"sv, "9989 4.4"sv,
     "programs may read the header section in different ways, and find another From field"sv},
    {alignment_finding::from_doubtful, "from_doubtful"sv, "9989 4.4"sv,
     "the From field breaks the rules, and programs may read it in different ways"sv},
    {alignment_finding::author_unreadable, "author_unreadable"sv, "9989 4.4"sv,
     "the From field has text that is not an address, or no address"sv},
    {alignment_finding::author_in_group, "author_in_group"sv, "9989 5.3.1"sv,
     "the From field has a group of addresses"sv},
    {alignment_finding::authors_several, "authors_several"sv, "9989 11.5"sv,
     "the From field has several addresses"sv},
    {alignment_finding::author_has_route, "author_has_route"sv, "5322 4.4"sv,
     "the author's address has a route before it, in which programs may find another address"sv},
    {alignment_finding::author_local_part_doubtful, "author_local_part_doubtful"sv, "5322 3.4.1"sv,
     "the author's address has, before its domain, an @, a control character or an encoded-word, "
     "in which programs may find another address"sv},
    {alignment_finding::author_name_doubtful, "author_name_doubtful"sv, "5322 3.4"sv,
     "the author's name, or a comment, has an address in angle brackets or before a comma in it, "
     "which programs may take for the author's"sv},
    {alignment_finding::author_domain_literal, "author_domain_literal"sv, "9989 5.3.1"sv,
     "the author's address has an IP address in brackets in place of a domain"sv},
    {alignment_finding::author_domain_malformed, "author_domain_malformed"sv, "9989 5.3.1"sv,
     "the domain of the author's address is not a valid domain name"sv},
    {alignment_finding::author_domain_single_label, "author_domain_single_label"sv, "9989 5.3.1"sv,
     "the domain of the author's address has only one label"sv},
    {alignment_finding::author_domain_not_converted, "author_domain_not_converted"sv,
     "9989 5.3.1"sv, "the internationalized domain of the author's address cannot be converted"sv},
    {alignment_finding::own_host, "own_host"sv, "5321 4.4"sv,
     "the caller's own host received it"sv},
    {alignment_finding::trust_boundary, "trust_boundary"sv, "8601 5"sv,
     "another host wrote this field, so nothing below is trusted"sv},
    {alignment_finding::results_trusted, "results_trusted"sv, "8601 5"sv,
     "a trusted server recorded these results"sv},
    {alignment_finding::results_below_boundary, "results_below_boundary"sv, "8601 5"sv,
     "results below a field of another host are not trusted"sv},
    {alignment_finding::results_by_nobody, "results_by_nobody"sv, "8601 2.5"sv,
     "results without the name of the server that recorded them are not trusted"sv},
    {alignment_finding::results_by_others, "results_by_others"sv, "8601 2.5"sv,
     "results of a server that the caller does not trust"sv},
    {alignment_finding::results_of_unknown_version, "results_of_unknown_version"sv, "8601 2.6"sv,
     "results of an unknown version of the field"sv},
    {alignment_finding::results_doubtful, "results_doubtful"sv, "8601 2.2"sv,
     "the field breaks the rules, and programs may find different results in it"sv},
    {alignment_finding::results_by_unusual_name, "results_by_unusual_name"sv, "8601 5"sv,
     "the server's name is in quotes, or after a comment: servers that remove forged fields may "
     "not recognize it"sv},
    {alignment_finding::results_with_odd_comment, "results_with_odd_comment"sv, "8601 7.1"sv,
     "a parenthesis stands where text of the sender may have opened or closed a comment"sv},
    {alignment_finding::results_with_odd_quotes, "results_with_odd_quotes"sv, "8601 7.1"sv,
     "a quote or a backslash stands where text of the sender may have opened or closed quotes"sv},
    {alignment_finding::results_with_odd_semicolon, "results_with_odd_semicolon"sv, "8601 7.1"sv,
     "no white space is after a semicolon, which may be in text of the sender"sv},
    {alignment_finding::results_for_two_senders, "results_for_two_senders"sv, "8601 7.1"sv,
     "the field has two different addresses of MAIL FROM, one of which the sender may have "
     "written"sv},
    {alignment_finding::results_for_one_signature, "results_for_one_signature"sv, "8601 7.1"sv,
     "the field says of one signature both that it passed and that it did not, or has results of "
     "more than 16 signatures; the sender may have written one of the results"sv},
    {alignment_finding::other_method, "other_method"sv, "9989 4.3"sv,
     "DMARC does not use this method"sv},
    {alignment_finding::dmarc_failed, "dmarc_failed"sv, "9989 5.3.5"sv,
     "the server recorded that DMARC failed, so no result aligns"sv},
    {alignment_finding::dmarc_of_another_author, "dmarc_of_another_author"sv, "8601 2.7.4"sv,
     "the server found another author domain in From, so no result aligns"sv},
    {alignment_finding::method_version_unknown, "method_version_unknown"sv, "8601 2.6"sv,
     "a result of an unknown version of the method"sv},
    {alignment_finding::result_superseded, "result_superseded"sv, "8601 5"sv,
     "a field above, of the same server, has results of the same method; only those count"sv},
    {alignment_finding::not_passed, "not_passed"sv, "9989 5.3.3"sv, "the check did not pass"sv},
    {alignment_finding::result_doubtful, "result_doubtful"sv, "8601 2.2"sv,
     "the result breaks the rules, and programs may read it in different ways"sv},
    {alignment_finding::identifier_missing, "identifier_missing"sv, "9989 5.3.3"sv,
     "the result does not say which domain was checked"sv},
    {alignment_finding::identifier_repeated, "identifier_repeated"sv, "8601 2.2"sv,
     "the result says twice which domain was checked"sv},
    {alignment_finding::identifier_malformed, "identifier_malformed"sv, "9989 5.3.3"sv,
     "the domain that was checked is not a valid domain name"sv},
    {alignment_finding::spf_for_helo, "spf_for_helo"sv, "9989 4.4.2"sv,
     "SPF checked the name in HELO, which counts only if MAIL FROM is empty"sv},
    {alignment_finding::without_author, "without_author"sv, "9989 5.3.1"sv,
     "the check passed, but there is no author domain to compare its domain with"sv},
    {alignment_finding::identifier_needs_converter, "identifier_needs_converter"sv, "8616 6"sv,
     "internationalized domains cannot be compared without a converter"sv},
    {alignment_finding::identifier_not_converted, "identifier_not_converted"sv, "8616 6"sv,
     "the internationalized domain that was checked cannot be converted"sv},
    {alignment_finding::property_misplaced, "property_misplaced"sv, "8601 7.1"sv,
     "the result has a property, or an address in a property, that its method does not have; the "
     "sender may have written it"sv},
    {alignment_finding::property_repeated, "property_repeated"sv, "8601 7.1"sv,
     "the result has the same property twice, one of which the sender may have written"sv},
    {alignment_finding::comment_misplaced, "comment_misplaced"sv, "8601 7.1"sv,
     "a comment has an address or an equals sign in it, as in results of another method"sv},
    {alignment_finding::signer_outside_domain, "signer_outside_domain"sv, "6376 3.5"sv,
     "the signer in header.i is not in the domain in header.d, so that no such signature is "
     "valid"sv},
    {alignment_finding::contradicted_by_dmarc, "contradicted_by_dmarc"sv, "9989 5.3.5"sv,
     "the domain is aligned, but a trusted server recorded that DMARC failed, or found another "
     "author"sv},
    {alignment_finding::organizational_domain_unknown, "organizational_domain_unknown"sv,
     "9989 4.10.2"sv,
     "the domains are not identical, and their organizational domains are not known"sv},
    {alignment_finding::domains_differ, "domains_differ"sv, "9989 4.4"sv,
     "the domain that was checked is not aligned with the author domain"sv},
    {alignment_finding::relaxed_alignment, "relaxed_alignment"sv, "9989 3.2.10.1"sv,
     "the domain that was checked has the same organizational domain as the author domain"sv},
    {alignment_finding::strict_alignment, "strict_alignment"sv, "9989 3.2.10.2"sv,
     "the domain that was checked is the author domain"sv},
};

} // namespace detail

/// The name of the enumerator, such as "strict_alignment".
constexpr std::string_view name_of(alignment_finding finding) noexcept {
    return detail::alignment_findings[static_cast<std::size_t>(finding)].name;
}

/// What the finding means, for people who do not know the RFCs.
constexpr std::string_view text_of(alignment_finding finding) noexcept {
    return detail::alignment_findings[static_cast<std::size_t>(finding)].text;
}

/// Number and section of the RFC that covers the finding, such as "9989 4.4".
constexpr std::string_view rfc_of(alignment_finding finding) noexcept {
    return detail::alignment_findings[static_cast<std::size_t>(finding)].rfc;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
