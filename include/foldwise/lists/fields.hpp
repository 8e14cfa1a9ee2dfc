#ifndef FOLDWISE_LISTS_FIELDS_HPP
#define FOLDWISE_LISTS_FIELDS_HPP

#include <foldwise/diagnostic/result.hpp>
#include <foldwise/lists/archived_at.hpp>
#include <foldwise/lists/auto_submitted.hpp>
#include <foldwise/lists/list_id.hpp>
#include <foldwise/lists/list_uri.hpp>
#include <foldwise/lists/list_uris.hpp>
#include <foldwise/lists/one_click.hpp>
#include <foldwise/lists/phrase_list.hpp>
#include <foldwise/lists/precedence.hpp>
#include <foldwise/lists/priority.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>

#include <string_view>

namespace foldwise {

// Fields of mailing lists (RFC 2369, RFC 2919, RFC 5064, RFC 8058), Keywords, and fields that say
// how urgent a message is and who sends it.

template <>
struct field_type<"Keywords"> : field_as<phrase_list> {};
template <>
struct field_type<"List-ID"> {
    static constexpr result<list_id> read(field const& f) noexcept {
        return read_list_id(f.raw_value());
    }
};
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
struct field_type<"Archived-At"> {
    static constexpr result<list_uri> read(field const& f) noexcept {
        return read_archived_at(f.raw_value());
    }
};
template <>
struct field_type<"List-Unsubscribe-Post"> {
    static constexpr bool read(field const& f) noexcept { return is_one_click(f.raw_value()); }
};
template <>
struct field_type<"Importance"> {
    static constexpr result<message_priority> read(field const& f) noexcept {
        return read_importance(f.raw_value());
    }
};
template <>
struct field_type<"Priority"> {
    static constexpr result<message_priority> read(field const& f) noexcept {
        return read_priority(f.raw_value());
    }
};
template <>
struct field_type<"X-Priority"> {
    static constexpr result<message_priority> read(field const& f) noexcept {
        return read_x_priority(f.raw_value());
    }
};
template <>
struct field_type<"X-MSMail-Priority"> {
    static constexpr result<message_priority> read(field const& f) noexcept {
        return read_x_msmail_priority(f.raw_value());
    }
};
template <>
struct field_type<"Precedence"> {
    static constexpr result<precedence> read(field const& f) noexcept {
        return read_precedence(f.raw_value());
    }
};
template <>
struct field_type<"Auto-Submitted"> {
    static constexpr result<auto_submitted> read(field const& f) noexcept {
        return read_auto_submitted(f.raw_value());
    }
};

} // namespace foldwise

#endif
