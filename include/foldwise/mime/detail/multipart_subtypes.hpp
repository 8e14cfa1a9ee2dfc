#ifndef FOLDWISE_MIME_DETAIL_MULTIPART_SUBTYPES_HPP
#define FOLDWISE_MIME_DETAIL_MULTIPART_SUBTYPES_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/parameters/content_type.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// What is wrong with a multipart that lacks a parameter which its subtype requires (RFC 1847
/// sections 2.1 and 2.2, RFC 2387 section 3.1, RFC 6522 section 3); nothing if it has them all. The
/// boundary, which every multipart needs, is not sought. O(value).
///     multipart/signed; boundary=b; protocol=a/b  ->  security_parameter_missing: no micalg
FOLDWISE_COLD constexpr optional<diagnostic_code>
missing_parameter(content_type const& type) noexcept {
    using enum diagnostic_code;
    auto const lacks = [&type](std::string_view name) { return !type.parameters().find(name); };
    bool const is_signed = type.is("multipart", "signed");
    if (is_signed || type.is("multipart", "encrypted")) {
        if (lacks("protocol") || (is_signed && lacks("micalg"))) return security_parameter_missing;
    } else if (type.is("multipart", "report")) {
        if (lacks("report-type")) return report_type_missing;
    } else if (type.is("multipart", "related")) {
        if (lacks("type")) return related_type_missing;
    }
    return std::nullopt;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
