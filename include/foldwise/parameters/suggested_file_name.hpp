#ifndef FOLDWISE_PARAMETERS_SUGGESTED_FILE_NAME_HPP
#define FOLDWISE_PARAMETERS_SUGGESTED_FILE_NAME_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/parameter.hpp>

#include <concepts>

namespace foldwise::inline FOLDWISE_ABI {

/// A part of a message, such as an `entity`: it has a content type, and perhaps a disposition.
template <class T>
concept described_part = requires(T const& part) {
    { part.content_type() } noexcept -> std::convertible_to<content_type>;
    { part.content_disposition() } noexcept -> std::same_as<optional<content_disposition>>;
};

/// The file name that the sender of a part chose: the `filename` of its Content-Disposition
/// (RFC 2183 section 2.3), otherwise the `name` of its Content-Type, where older programs put it,
/// otherwise one of the two in the other field, where some programs put it by mistake (see
/// other_filename() of both fields). There is no value if all are missing or empty.
///     if (auto const name = suggested_file_name(part)) show(decoded_parameter{*name}.to_string());
/// The name may contain a path, or anything else: to save a file, use `safe_file_name`. Borrows the
/// message's bytes. O(header).
template <described_part Part>
constexpr optional<parameter> suggested_file_name(Part const& part) noexcept {
    auto const disposition = part.content_disposition();
    if (disposition)
        if (auto const name = disposition->filename(); name && !name->text().empty()) return *name;
    content_type const type = part.content_type();
    if (auto const name = type.parameters().find("name"); name && !name->text().empty())
        return *name;
    if (auto const name = type.other_filename(); name && !name->text().empty()) return name;
    if (!disposition) return std::nullopt;
    if (auto const name = disposition->other_filename(); name && !name->text().empty()) return name;
    return std::nullopt;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
