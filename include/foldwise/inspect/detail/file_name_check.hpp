#ifndef FOLDWISE_INSPECT_DETAIL_FILE_NAME_CHECK_HPP
#define FOLDWISE_INSPECT_DETAIL_FILE_NAME_CHECK_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/equal_octets.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reports file_names_differ: a part has a `filename` in Content-Disposition and a `name` in
/// Content-Type, and as texts for people they are not the same. It covers the one that
/// suggested_file_name() does not return: its parameter, or the first segment of that. Offsets
/// count from the start of `whole`, which `part` is in. O(header).
///     Content-Type: image/png; name="=?utf-8?q?=C3=A9?="
///     Content-Disposition: attachment; filename*=utf-8''%C3%A9     the same
template <class Report>
constexpr void diagnose_file_names(std::string_view whole, entity const& part, Report& report) {
    auto const disposition = part.content_disposition();
    if (!disposition) return;
    auto const type = part.content_type();
    auto const filename = disposition->filename();
    auto const name = type.parameters().find("name");
    if (!filename || !name) return;
    if (equal_octets(decoded_parameter{*filename}, decoded_parameter{*name})) return;
    auto const& unused = filename->text().empty() ? *filename : *name;
    auto const covered = unused.first().raw();
    report(
        diagnostic{diagnostic_code::file_names_differ, offset_of(whole, covered), covered.size()});
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
