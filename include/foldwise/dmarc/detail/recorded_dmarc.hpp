#ifndef FOLDWISE_DMARC_DETAIL_RECORDED_DMARC_HPP
#define FOLDWISE_DMARC_DETAIL_RECORDED_DMARC_HPP

#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/dmarc/alignment_finding.hpp>
#include <foldwise/dmarc/alignment_options.hpp>
#include <foldwise/dmarc/detail/aligned_domains.hpp>
#include <foldwise/dmarc/detail/checked_identifier.hpp>
#include <foldwise/dmarc/domain_name.hpp>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The domain in header.from, which some servers write as an address, with or without brackets. A
/// dot at the end names the same domain.
constexpr optional<domain_name> recorded_author(recorded_value const& value) noexcept {
    auto raw = value.raw();
    if (raw.starts_with('<') && raw.ends_with('>')) raw = raw.substr(1, raw.size() - 2);
    if (raw.ends_with('.')) raw.remove_suffix(1);
    return domain_of_address(recorded_value{raw});
}

/// What a result of a method other than SPF and DKIM means: dmarc_failed or dmarc_of_another_author
/// if it is one of DMARC that contradicts every alignment, else other_method. A header.from that
/// cannot be read is that of another author. O(result).
constexpr alignment_finding judge_other_method(resinfo const& r, alignment_reference const& author,
                                               alignment_options const& options) noexcept {
    using enum alignment_finding;
    if (!r.is("dmarc")) return other_method;
    if (r.result_is("fail")) return dmarc_failed;
    if (!author.name) return other_method;
    for (auto const each : r.properties()) {
        if (!each || !each->is("header", "from")) continue;
        auto const domain = recorded_author(each->value());
        auto const converted = domain ? with_a_labels(*domain, options) : std::nullopt;
        if (!converted || *converted != *author.name) return dmarc_of_another_author;
    }
    return other_method;
}

/// Whether the finding is that of a result of DMARC which contradicts every alignment.
constexpr bool is_objection(alignment_finding finding) noexcept {
    return finding == alignment_finding::dmarc_failed ||
           finding == alignment_finding::dmarc_of_another_author;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
