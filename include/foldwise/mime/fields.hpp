#ifndef FOLDWISE_MIME_FIELDS_HPP
#define FOLDWISE_MIME_FIELDS_HPP

#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>
#include <foldwise/mime/mime_version.hpp>
#include <foldwise/trace/message_id.hpp>

#include <string_view>

namespace foldwise {

// MIME-Version and Content-ID (RFC 2045 sections 4 and 7).

template <>
struct field_type<"MIME-Version"> {
    static constexpr result<mime_version> read(field const& f) noexcept {
        return read_mime_version(f.raw_value());
    }
};
template <>
struct field_type<"Content-ID"> : field_as<message_ids> {};

} // namespace foldwise

#endif
