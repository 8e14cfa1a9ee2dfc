#ifndef FOLDWISE_WORDS_FIELDS_HPP
#define FOLDWISE_WORDS_FIELDS_HPP

#include <foldwise/message/get.hpp>
#include <foldwise/words/decoded_text.hpp>

namespace foldwise::inline FOLDWISE_ABI {

// Unstructured fields (RFC 5322 sections 2.2.1 and 3.6.5, RFC 2045 section 8).

template <>
struct field_type<"Subject"> : field_as<decoded_text> {};
template <>
struct field_type<"Comments"> : field_as<decoded_text> {};
template <>
struct field_type<"Content-Description"> : field_as<decoded_text> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
