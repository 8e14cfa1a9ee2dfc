#ifndef FOLDWISE_DIAGNOSTIC_DIAGNOSTIC_KIND_HPP
#define FOLDWISE_DIAGNOSTIC_DIAGNOSTIC_KIND_HPP

#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/diagnostic/severity.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The properties of a code, which all its diagnostics share.
struct diagnostic_kind {
    diagnostic_code code;        ///< which problem it is
    std::string_view name;       ///< the name of the enumerator, which the tool prints
    foldwise::severity severity; ///< how grave it is
    /// Number and section, such as "5322 2.3"; empty if no RFC defines this.
    std::string_view rfc;
    /// What is wrong and what foldwise does about it, for people who do not know the RFC. The part
    /// after "but" says what other programs may do.
    std::string_view text;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
