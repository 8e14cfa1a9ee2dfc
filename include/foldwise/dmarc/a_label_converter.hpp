#ifndef FOLDWISE_DMARC_A_LABEL_CONVERTER_HPP
#define FOLDWISE_DMARC_A_LABEL_CONVERTER_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/dmarc/domain_name.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// The interface of converters of internationalized domain names, which need the tables of Unicode
/// (RFC 5891). The caller supplies one, for example over libidn2. DMARC compares names with
/// A-labels (RFC 9989 section 5.3.1, RFC 8616 section 6).
class a_label_converter {
  public:
    /// `name` with each U-label converted to an A-label. Empty if a label is not a U-label or an
    /// A-label (RFC 5890 section 2.3.2.1), or the result is not a domain name. An answer that is
    /// not ASCII counts as empty, too.
    ///     convert("b\u00FCcher.example")  ->  "xn--bcher-kva.example"
    virtual constexpr optional<domain_name> convert(domain_name const& name) const noexcept = 0;

  protected:
    constexpr a_label_converter() = default;
    constexpr a_label_converter(a_label_converter const&) = default;
    constexpr a_label_converter& operator=(a_label_converter const&) = default;
    constexpr ~a_label_converter() = default; // nobody owns one through its base
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
