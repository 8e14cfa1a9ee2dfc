#ifndef FOLDWISE_SYNTAX_UNSPACED_HPP
#define FOLDWISE_SYNTAX_UNSPACED_HPP

#include <foldwise/base/spliced.hpp>
#include <foldwise/base/white_space_runs.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// A text with all white space removed: SP, HTAB, CR and LF. Identifiers and URIs are read this
/// way, because mailers fold them at any column (RFC 2369 section 2, RFC 2919 section 3).
///     unspaced{"a@\r\n b"}  ->  "a@b"
/// White space at the end of the octets stays, so remove it first with `trim`. Borrows the octets.
/// begin() is O(1), a traversal O(n), nothing is allocated.
using unspaced = spliced<white_space_runs>;

} // namespace foldwise::inline FOLDWISE_ABI

#endif
