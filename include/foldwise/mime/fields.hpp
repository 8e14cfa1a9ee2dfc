#ifndef FOLDWISE_MIME_FIELDS_HPP
#define FOLDWISE_MIME_FIELDS_HPP

#include <foldwise/message/get.hpp>
#include <foldwise/mime/mime_version.hpp>
#include <foldwise/trace/message_id.hpp>

namespace foldwise::inline FOLDWISE_ABI {

// The types of MIME-Version and Content-ID (RFC 2045 sections 4 and 7).

template <>
struct field_type<"MIME-Version"> : field_as<mime_version> {};
template <>
struct field_type<"Content-ID"> : field_as<message_ids> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
