#ifndef FOLDWISE_LISTS_FIELDS_HPP
#define FOLDWISE_LISTS_FIELDS_HPP

#include <foldwise/lists/archived_at.hpp>
#include <foldwise/lists/auto_submitted.hpp>
#include <foldwise/lists/list_id.hpp>
#include <foldwise/lists/list_uris.hpp>
#include <foldwise/lists/one_click.hpp>
#include <foldwise/lists/phrase_list.hpp>
#include <foldwise/lists/precedence.hpp>
#include <foldwise/lists/priority.hpp>
#include <foldwise/message/get.hpp>

namespace foldwise::inline FOLDWISE_ABI {

// For get<>: the types of the fields of mailing lists (RFC 2369, RFC 2919, RFC 5064, RFC 8058), of
// Keywords, and of the fields that say how urgent a message is and what sent it.

template <>
struct field_type<"Keywords"> : field_as<phrase_list> {};
template <>
struct field_type<"List-ID"> : field_as<list_id> {};
template <>
struct field_type<"List-Help"> : field_as<list_uris> {};
template <>
struct field_type<"List-Unsubscribe"> : field_as<list_uris> {};
template <>
struct field_type<"List-Subscribe"> : field_as<list_uris> {};
template <>
struct field_type<"List-Post"> : field_as<list_uris> {};
template <>
struct field_type<"List-Owner"> : field_as<list_uris> {};
template <>
struct field_type<"List-Archive"> : field_as<list_uris> {};
template <>
struct field_type<"Archived-At"> : field_as<archived_at> {};
template <>
struct field_type<"List-Unsubscribe-Post"> : field_as<one_click> {};
template <>
struct field_type<"Importance"> : field_as<importance> {};
template <>
struct field_type<"Priority"> : field_as<priority> {};
template <>
struct field_type<"X-Priority"> : field_as<x_priority> {};
template <>
struct field_type<"X-MSMail-Priority"> : field_as<x_msmail_priority> {};
template <>
struct field_type<"Precedence"> : field_as<precedence> {};
template <>
struct field_type<"Auto-Submitted"> : field_as<auto_submitted> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
