#ifndef FOLDWISE_MIME_PART_FILE_NAME_HPP
#define FOLDWISE_MIME_PART_FILE_NAME_HPP

#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/parameter.hpp>

#include <optional>

namespace foldwise {

/// What the file in a part should be called: the `filename` of its Content-Disposition (RFC 2183
/// section 2.3), else the `name` of its Content-Type, where older programs have it. An empty one
/// is none.
///     if (auto const name = file_name(part)) decoded_parameter{*name}.to_string()
/// It is what a stranger wrote: `safe_file_name` makes one of it that a file can have. Borrows the
/// message's bytes. O(header).
constexpr std::optional<parameter> file_name(entity const& part) noexcept {
    if (auto const disposition = part.content_disposition())
        if (auto const name = disposition->filename(); name && !name->text().empty()) return *name;
    if (auto const name = part.content_type().parameters().find("name");
        name && !name->text().empty())
        return *name;
    return std::nullopt;
}

} // namespace foldwise

#endif
