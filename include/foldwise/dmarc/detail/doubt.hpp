#ifndef FOLDWISE_DMARC_DETAIL_DOUBT_HPP
#define FOLDWISE_DMARC_DETAIL_DOUBT_HPP

#include <foldwise/dmarc/alignment_finding.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Why a field or a result must not count, although it follows the grammar, and the octets in
/// question.
struct doubt {
    alignment_finding finding;
    std::string_view place;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
