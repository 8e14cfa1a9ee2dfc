#ifndef FOLDWISE_TRANSFER_FIELDS_HPP
#define FOLDWISE_TRANSFER_FIELDS_HPP

#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>

#include <string_view>

namespace foldwise {

// Content-Transfer-Encoding (RFC 2045 section 6). Where it is missing, content_transfer_encoding{}
// is meant.

template <>
struct field_type<"Content-Transfer-Encoding"> : field_as<content_transfer_encoding> {};

} // namespace foldwise

#endif
