#ifndef FOLDWISE_FIELDS_HPP
#define FOLDWISE_FIELDS_HPP

#include <foldwise/auth/arc.hpp>
#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/bimi_record.hpp>
#include <foldwise/auth/dkim_signature.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/base/diagnostic.hpp>
#include <foldwise/base/result.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/field_name.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/mime/content_disposition.hpp>
#include <foldwise/mime/content_type.hpp>
#include <foldwise/mime/transfer_encoding.hpp>
#include <foldwise/structured/addr_spec.hpp>
#include <foldwise/structured/address_list.hpp>
#include <foldwise/structured/archived_at.hpp>
#include <foldwise/structured/auto_submitted.hpp>
#include <foldwise/structured/date_time.hpp>
#include <foldwise/structured/list_id.hpp>
#include <foldwise/structured/list_uri.hpp>
#include <foldwise/structured/list_uris.hpp>
#include <foldwise/structured/mailbox.hpp>
#include <foldwise/structured/message_id.hpp>
#include <foldwise/structured/mime_version.hpp>
#include <foldwise/structured/one_click.hpp>
#include <foldwise/structured/path.hpp>
#include <foldwise/structured/phrase_list.hpp>
#include <foldwise/structured/precedence.hpp>
#include <foldwise/structured/priority.hpp>
#include <foldwise/structured/received.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace foldwise {

/// What a field of a name is: a specialisation has a static function `read`, which takes a
/// `field` and gives what is to be had of it, or a result where that can fail. Those of the
/// RFCs are below; a project adds its own in the same way:
///     template <>
///     struct foldwise::field_type<"X-Spam-Level"> {
///         static constexpr std::size_t read(foldwise::field const& f) noexcept {
///             return f.value().length();
///         }
///     };
template <field_name Name>
struct field_type;

/// A name that has a type.
template <field_name Name>
concept typed_field = requires(field const& f) {
    { field_type<Name>::read(f) } noexcept;
};

namespace detail {

template <class T>
struct as_result {
    using type = result<T>;
};
template <class T>
struct as_result<result<T>> {
    using type = result<T>;
};

template <field_name Name>
using read_type = decltype(field_type<Name>::read(std::declval<field const&>()));

template <field_name Name>
using read_result = typename as_result<read_type<Name>>::type;

template <field_name Name>
constexpr read_result<Name> read_found(std::optional<field> const& found) noexcept {
    if (!found) return diagnostic{diagnostic_code::field_missing, 0, 0};
    return field_type<Name>::read(*found);
}

/// Reads the fields that `Fields` goes over.
template <field_name Name, walker Fields>
class typed_field_walker {
  public:
    constexpr typed_field_walker() = default;
    explicit constexpr typed_field_walker(Fields fields) noexcept : fields_{fields} {}

    constexpr bool at_end() const noexcept { return fields_.at_end(); }
    constexpr read_type<Name> current() const noexcept {
        return field_type<Name>::read(fields_.current());
    }
    constexpr void advance() noexcept { fields_.advance(); }
    constexpr std::size_t position() const noexcept { return fields_.position(); }

  private:
    Fields fields_;
};

/// For fields that any value is fine for, and for those that a function reads.
template <class T>
struct viewed_as {
    static constexpr T read(field const& f) noexcept { return T{f.raw_value()}; }
};
template <class T, result<T> (*function)(std::string_view) noexcept>
struct read_with {
    static constexpr result<T> read(field const& f) noexcept { return function(f.raw_value()); }
};
struct unstructured {
    static constexpr unfolded read(field const& f) noexcept { return f.value(); }
};

} // namespace detail

/// The first field of a name, as what it is:
///     if (auto const from = get<"From">(m))
///         for (auto const a : from->mailboxes()) use(a.local_part(), a.domain());
///     if (auto const when = get<"Date">(m)) use(when->unix_seconds());
/// Without a value: field_missing, or why it cannot be read; offsets of diagnostics count from
/// the start of the field's raw_value(). A name that has no type does not compile. A second
/// field of the name may be a deception: see `all`. Borrows the message's bytes, allocates
/// nothing; O(header) at most.
template <field_name Name>
    requires typed_field<Name>
constexpr detail::read_result<Name> get(header_section const& header) noexcept {
    return detail::read_found<Name>(header.find(Name.text()));
}
template <field_name Name>
    requires typed_field<Name>
constexpr detail::read_result<Name> get(message const& m) noexcept {
    return get<Name>(m.header());
}
template <field_name Name>
    requires typed_field<Name>
constexpr detail::read_result<Name> get(field_index const& index) noexcept {
    return detail::read_found<Name>(index.find(Name.text()));
}

/// The first fields of several names, found in one walk: a std::tuple of what get<> of each gives.
///     auto const [from, date] = get<"From", "Date">(m);
///     if (date) use(date->unix_seconds());
template <field_name... Names>
    requires(sizeof...(Names) > 1 && (typed_field<Names> && ...))
constexpr std::tuple<detail::read_result<Names>...> get(header_section const& header) noexcept {
    auto const read = [](auto const&... found) noexcept {
        return std::tuple{detail::read_found<Names>(found)...};
    };
    return std::apply(read, header.find_many(Names.text()...));
}
template <field_name... Names>
    requires(sizeof...(Names) > 1 && (typed_field<Names> && ...))
constexpr std::tuple<detail::read_result<Names>...> get(message const& m) noexcept {
    return get<Names...>(m.header());
}

/// All fields of a name, as what they are, in order: a forward, borrowed range. Costs the
/// search for the first one; a field is read when it is asked for.
///     for (auto const hop : all<"Received">(m)) use(hop.by());
template <field_name Name>
    requires typed_field<Name>
constexpr auto all(header_section const& header) noexcept {
    return walk_range{detail::typed_field_walker<Name, detail::named_field_walker>{
        {detail::field_walker{header.raw()}, Name.text()}}};
}
template <field_name Name>
    requires typed_field<Name>
constexpr auto all(message const& m) noexcept {
    return all<Name>(m.header());
}
template <field_name Name>
    requires typed_field<Name>
constexpr auto all(field_index const& index) noexcept {
    return walk_range{detail::typed_field_walker<Name, detail::named_indexed_field_walker>{
        {{index.slots(), index.rest()}, Name.text()}}};
}

// ---- RFC 5322 section 3.6: what a message says of itself. A Sender that is a group (RFC
// 6854) names no one mailbox.

template <>
struct field_type<"Date"> : detail::read_with<date_time, read_date_time> {};
template <>
struct field_type<"Resent-Date"> : detail::read_with<date_time, read_date_time> {};
template <>
struct field_type<"Sender"> : detail::read_with<mailbox, read_mailbox> {};
template <>
struct field_type<"Resent-Sender"> : detail::read_with<mailbox, read_mailbox> {};
template <>
struct field_type<"From"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Reply-To"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"To"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Cc"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Bcc"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Resent-From"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Resent-Reply-To"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Resent-To"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Resent-Cc"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Resent-Bcc"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Message-ID"> : detail::viewed_as<message_ids> {};
template <>
struct field_type<"Resent-Message-ID"> : detail::viewed_as<message_ids> {};
template <>
struct field_type<"In-Reply-To"> : detail::viewed_as<message_ids> {};
template <>
struct field_type<"References"> : detail::viewed_as<message_ids> {};
template <>
struct field_type<"Subject"> : detail::unstructured {};
template <>
struct field_type<"Comments"> : detail::unstructured {};
template <>
struct field_type<"Keywords"> : detail::viewed_as<phrase_list> {};

// ---- RFC 5321 section 4.4 and RFC 9228: the way that a message took, and their relatives.

template <>
struct field_type<"Return-Path"> : detail::read_with<path, read_path> {};
template <>
struct field_type<"Received"> : detail::viewed_as<received> {};
template <>
struct field_type<"Delivered-To"> : detail::read_with<addr_spec, read_delivered_to> {};
template <>
struct field_type<"X-Original-To"> : detail::read_with<addr_spec, read_delivered_to> {};
template <>
struct field_type<"Envelope-To"> : detail::read_with<addr_spec, read_delivered_to> {};
template <>
struct field_type<"X-Envelope-To"> : detail::read_with<addr_spec, read_delivered_to> {};
template <>
struct field_type<"Apparently-To"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Delivery-Date"> : detail::read_with<date_time, read_date_time> {};

// ---- RFC 2045, RFC 2369, RFC 2919, RFC 5064, RFC 8058: MIME, and lists.

template <>
struct field_type<"MIME-Version"> : detail::read_with<mime_version, read_mime_version> {};
template <>
struct field_type<"Content-ID"> : detail::viewed_as<message_ids> {};
template <>
struct field_type<"Content-Description"> : detail::unstructured {};
template <>
struct field_type<"List-ID"> : detail::read_with<list_id, read_list_id> {};
template <>
struct field_type<"List-Help"> : detail::viewed_as<list_uris> {};
template <>
struct field_type<"List-Unsubscribe"> : detail::viewed_as<list_uris> {};
template <>
struct field_type<"List-Subscribe"> : detail::viewed_as<list_uris> {};
template <>
struct field_type<"List-Post"> : detail::viewed_as<list_uris> {};
template <>
struct field_type<"List-Owner"> : detail::viewed_as<list_uris> {};
template <>
struct field_type<"List-Archive"> : detail::viewed_as<list_uris> {};
template <>
struct field_type<"Archived-At"> : detail::read_with<list_uri, read_archived_at> {};
template <>
struct field_type<"List-Unsubscribe-Post"> {
    static constexpr bool read(field const& f) noexcept { return is_one_click(f.raw_value()); }
};

// ---- RFC 2156, RFC 3834, RFC 8098: how urgent it is, and what it asks for in return.

template <>
struct field_type<"Importance"> : detail::read_with<message_priority, read_importance> {};
template <>
struct field_type<"Priority"> : detail::read_with<message_priority, read_priority> {};
template <>
struct field_type<"X-Priority"> : detail::read_with<message_priority, read_x_priority> {};
template <>
struct field_type<"X-MSMail-Priority">
    : detail::read_with<message_priority, read_x_msmail_priority> {};
template <>
struct field_type<"Precedence"> : detail::read_with<precedence, read_precedence> {};
template <>
struct field_type<"Auto-Submitted"> : detail::read_with<auto_submitted, read_auto_submitted> {};
template <>
struct field_type<"Expires"> : detail::read_with<date_time, read_date_time> {};
template <>
struct field_type<"Disposition-Notification-To"> : detail::viewed_as<address_list> {};
template <>
struct field_type<"Return-Receipt-To"> : detail::viewed_as<address_list> {};

// ---- RFC 6376, RFC 7208, RFC 8601, RFC 8617: what was signed, and what a receiver found.

template <>
struct field_type<"Authentication-Results"> : detail::viewed_as<authentication_results> {};
template <>
struct field_type<"Received-SPF"> : detail::viewed_as<received_spf> {};
template <>
struct field_type<"DKIM-Signature"> : detail::viewed_as<dkim_signature> {};
template <>
struct field_type<"ARC-Seal"> : detail::viewed_as<arc_seal> {};
template <>
struct field_type<"ARC-Message-Signature"> : detail::viewed_as<arc_message_signature> {};
template <>
struct field_type<"ARC-Authentication-Results"> : detail::viewed_as<arc_authentication_results> {};
template <>
struct field_type<"BIMI-Selector"> : detail::viewed_as<bimi_selector> {};

// ---- RFC 2045, RFC 2183: what a body is. Where the first is missing, content_type{} is meant, and
// content_transfer_encoding{} where the last is.

template <>
struct field_type<"Content-Type"> : detail::viewed_as<content_type> {};
template <>
struct field_type<"Content-Disposition"> : detail::viewed_as<content_disposition> {};
template <>
struct field_type<"Content-Transfer-Encoding"> : detail::viewed_as<content_transfer_encoding> {};

} // namespace foldwise

#endif
