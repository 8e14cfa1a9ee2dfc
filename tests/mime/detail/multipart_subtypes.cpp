#include <foldwise/mime/detail/multipart_subtypes.hpp>

#include "../../support.hpp"

namespace {

using foldwise::diagnostic_code;
using enum foldwise::diagnostic_code;

struct row {
    std::string_view value;
    foldwise::optional<diagnostic_code> missing;
};

constexpr row table[] = {
    {"multipart/signed; boundary=b; protocol=a/b; micalg=sha256", {}},
    {"Multipart/Signed; BOUNDARY=b; PROTOCOL=a/b; MICALG=sha256", {}},
    {"multipart/signed; boundary=b; protocol=a/b", security_parameter_missing},
    {"multipart/signed; boundary=b; micalg=sha256", security_parameter_missing},
    {"multipart/encrypted; boundary=b; protocol=a/b", {}},
    {"multipart/encrypted; boundary=b; micalg=sha256", security_parameter_missing},
    {"multipart/report; boundary=b; report-type=delivery-status", {}},
    {"multipart/report; boundary=b; type=a/b; protocol=a/b", report_type_missing},
    {"multipart/related; boundary=b; type=\"text/html\"", {}},
    {"multipart/related; boundary=b; report-type=a", related_type_missing},
    {"multipart/mixed; boundary=b", {}},
    {"multipart/signed2", {}},
    {"application/signed", {}},
};

constexpr bool parameters_are_required() {
    for (auto const& [value, missing] : table) {
        auto const found = foldwise::detail::missing_parameter(foldwise::content_type{value});
        REQUIRE_SAME(value, found == missing, true);
    }
    return true;
}
CASE("multipart_subtypes: parameters that must be there", parameters_are_required)

} // namespace
