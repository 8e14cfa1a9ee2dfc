#ifndef FOLDWISE_DMARC_ALIGNMENT_OPTIONS_HPP
#define FOLDWISE_DMARC_ALIGNMENT_OPTIONS_HPP

#include <foldwise/dmarc/a_label_converter.hpp>
#include <foldwise/dmarc/dmarc_record.hpp>
#include <foldwise/dmarc/name_list.hpp>
#include <foldwise/dmarc/organizational_domain_finder.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// What `alignment` has to know from its caller. By default nothing is trusted, so that nothing
/// aligns. Everything that the options refer to must live as long as the `alignment`.
struct alignment_options {
    /// The authserv-ids of the caller's own servers, and of others whose results it trusts. ASCII
    /// case does not count. Those servers must remove fields with these ids from incoming mail (RFC
    /// 8601 section 5). An empty name is never trusted.
    name_list authserv_ids{};

    /// The names of the caller's own hosts, as their Received fields name them after "by". If there
    /// are any, results count only above the first Received field that another host wrote. A sender
    /// can add Received fields with these names, or none at all: this is no substitute for removing
    /// forged results.
    name_list own_hosts{};

    /// How closely the domains must match: adkim= and aspf= of the DMARC record of the author
    /// domain (`dmarc_record`). Relaxed by default, as in RFC 9989 section 4.7.
    dmarc_alignment_mode dkim = dmarc_alignment_mode::relaxed;
    dmarc_alignment_mode spf = dmarc_alignment_mode::relaxed;

    /// Finds organizational domains; if null, only identical domains align.
    organizational_domain_finder const* organizational_domain = nullptr;

    /// Converts U-labels to A-labels; if null, a name with U-labels aligns only with a name that
    /// has the same octets; ASCII case does not count.
    a_label_converter const* converter = nullptr;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
