#ifndef FOLDWISE_DMARC_FIELDS_HPP
#define FOLDWISE_DMARC_FIELDS_HPP

#include <foldwise/dmarc/bimi_selector.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

// The choice of a BIMI record.

template <>
struct field_type<"BIMI-Selector"> : field_as<bimi_selector> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
