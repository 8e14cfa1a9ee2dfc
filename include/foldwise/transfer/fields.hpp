#ifndef FOLDWISE_TRANSFER_FIELDS_HPP
#define FOLDWISE_TRANSFER_FIELDS_HPP

#include <foldwise/message/get.hpp>
#include <foldwise/transfer/content_transfer_encoding.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// RFC 2045 section 6. If the field is missing, content_transfer_encoding{} is the encoding.
template <>
struct field_type<"Content-Transfer-Encoding"> : field_as<content_transfer_encoding> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
