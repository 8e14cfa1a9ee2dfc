#ifndef FOLDWISE_DMARC_DETAIL_ALIGNED_DOMAINS_HPP
#define FOLDWISE_DMARC_DETAIL_ALIGNED_DOMAINS_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/dmarc/alignment_finding.hpp>
#include <foldwise/dmarc/alignment_options.hpp>
#include <foldwise/dmarc/dmarc_record.hpp>
#include <foldwise/dmarc/domain_name.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// `name` with A-labels; unchanged if it is ASCII or if there is no converter. Empty if it cannot
/// be converted.
constexpr optional<domain_name> with_a_labels(domain_name const& name,
                                              alignment_options const& options) noexcept {
    if (name.is_ascii() || options.converter == nullptr) return name;
    auto const converted = options.converter->convert(name);
    return converted && converted->is_ascii() ? converted : std::nullopt;
}

/// How many octets at the end of `name` are its organizational domain; 0 if that is not known.
constexpr std::size_t organizational_size(domain_name const& name,
                                          alignment_options const& options) noexcept {
    if (options.organizational_domain == nullptr || !name.is_ascii() || name.labels() < 2) return 0;
    auto const found = options.organizational_domain->find(name.text());
    bool const is_usable = found && found->find('.') != found->npos && name.is_in(*found);
    return is_usable ? found->size() : 0;
}

/// The author domain, and what is compared with it.
struct alignment_reference {
    optional<domain_name> name;          // with A-labels, if there is a converter
    std::size_t organizational_size = 0; // octets at the end of name; 0 if not known
};

/// Whether `checked`, which with_a_labels() returned, aligns with the author domain (RFC 9989
/// section 4.10.2).
constexpr alignment_finding compare_domains(alignment_reference const& author,
                                            domain_name const& checked, dmarc_alignment_mode mode,
                                            alignment_options const& options) noexcept {
    using enum alignment_finding;
    if (!author.name) return without_author;
    if (checked == *author.name) return strict_alignment;
    if (!checked.is_ascii() || !author.name->is_ascii()) return identifier_needs_converter;
    if (mode == dmarc_alignment_mode::strict) return domains_differ;
    auto const size = author.organizational_size;
    auto const checked_size = size == 0 ? 0 : organizational_size(checked, options);
    if (checked_size == 0) return organizational_domain_unknown;
    auto const end_of = [](std::string_view text, std::size_t count) {
        return text.substr(text.size() - count);
    };
    bool const is_same = end_of(author.name->text(), size) == end_of(checked.text(), checked_size);
    return is_same ? relaxed_alignment : domains_differ;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
