#ifndef FOLDWISE_INSPECT_DETAIL_FIELD_READERS_HPP
#define FOLDWISE_INSPECT_DETAIL_FIELD_READERS_HPP

#include <foldwise/address/fields.hpp>
#include <foldwise/auth/fields.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/date/fields.hpp>
#include <foldwise/dkim/fields.hpp>
#include <foldwise/dmarc/fields.hpp>
#include <foldwise/inspect/detail/diagnostic_sink.hpp>
#include <foldwise/inspect/detail/names_in_addresses.hpp>
#include <foldwise/lists/fields.hpp>
#include <foldwise/lists/list_uris.hpp>
#include <foldwise/lists/phrase_list.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/field_name.hpp>
#include <foldwise/message/get.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/mime/fields.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/fields.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/fields.hpp>
#include <foldwise/trace/message_id.hpp>
#include <foldwise/transfer/fields.hpp>
#include <foldwise/words/fields.hpp>
#include <foldwise/words/text_options.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reports the problems of the value of a field that is read as a T. Also reports those of the
/// texts for people in it, which the value's own diagnose() does not check: names and comments of
/// addresses, names of files. `report` counts offsets from the start of the field's raw_value().
template <class T, class Report>
constexpr void diagnose_value(field const& f, Report const& report, text_options const& options) {
    auto const value = field_as<T>::read(f);
    if constexpr (std::is_same_v<T, address_list> || std::is_same_v<T, mailbox>)
        diagnose_names(address_list{f}, report, options);
    if constexpr (requires { value.error(); }) {
        if (value)
            value->diagnose(report);
        else
            report(value.error());
    } else if constexpr (requires { value.diagnose(report, options); }) {
        value.diagnose(report, options);
    } else {
        value.diagnose(report);
    }
    if constexpr (requires { value.parameters(); })
        for (std::string_view const name : {"filename", "name"})
            if (auto const found = value.parameters().find(name))
                decoded_parameter{*found}.diagnose(report, options);
}

/// How the value of a field of a name is diagnosed.
template <class Report>
struct field_reader {
    std::string_view name;
    bool needs_value; // whether a value of white space and comments is reported as value_empty
    void (*diagnose)(field const&, Report const&, text_options const&);
};

/// Whether a field that is read as a T must have at least one address, identifier, phrase or URI.
/// `name` is in lower case. Bcc may be empty (RFC 5322 section 3.6.3). Other types report an empty
/// value themselves.
template <class T>
constexpr bool is_list_of_one_or_more(std::string_view name) noexcept {
    return (std::is_same_v<T, address_list> && !name.ends_with("bcc")) ||
           std::is_same_v<T, message_ids> || std::is_same_v<T, phrase_list> ||
           std::is_same_v<T, list_uris>;
}

template <class Report, field_name Name>
constexpr field_reader<Report> field_reader_of() noexcept {
    using value_type = typename read_result<Name>::value_type;
    static_assert(std::is_base_of_v<field_as<value_type>, field_type<Name>>);
    return {Name.text(), is_list_of_one_or_more<value_type>(Name.text()),
            diagnose_value<value_type, Report>};
}

/// Every name that has a field_type, shorter ones first: a test compares the list with the rooms'
/// fields.hpp.
template <class Report>
inline constexpr field_reader<Report> field_readers[] = {
    field_reader_of<Report, "To">(),
    field_reader_of<Report, "Cc">(),
    field_reader_of<Report, "Bcc">(),
    field_reader_of<Report, "From">(),
    field_reader_of<Report, "Date">(),
    field_reader_of<Report, "Sender">(),
    field_reader_of<Report, "Subject">(),
    field_reader_of<Report, "List-ID">(),
    field_reader_of<Report, "Expires">(),
    field_reader_of<Report, "Received">(),
    field_reader_of<Report, "Reply-To">(),
    field_reader_of<Report, "Comments">(),
    field_reader_of<Report, "Keywords">(),
    field_reader_of<Report, "ARC-Seal">(),
    field_reader_of<Report, "Priority">(),
    field_reader_of<Report, "List-Help">(),
    field_reader_of<Report, "Errors-To">(),
    field_reader_of<Report, "List-Post">(),
    field_reader_of<Report, "Resent-To">(),
    field_reader_of<Report, "Resent-Cc">(),
    field_reader_of<Report, "Message-ID">(),
    field_reader_of<Report, "Content-ID">(),
    field_reader_of<Report, "References">(),
    field_reader_of<Report, "List-Owner">(),
    field_reader_of<Report, "Importance">(),
    field_reader_of<Report, "X-Priority">(),
    field_reader_of<Report, "Precedence">(),
    field_reader_of<Report, "Resent-Bcc">(),
    field_reader_of<Report, "Return-Path">(),
    field_reader_of<Report, "In-Reply-To">(),
    field_reader_of<Report, "Archived-At">(),
    field_reader_of<Report, "Envelope-To">(),
    field_reader_of<Report, "Resent-Date">(),
    field_reader_of<Report, "Resent-From">(),
    field_reader_of<Report, "MIME-Version">(),
    field_reader_of<Report, "Content-Type">(),
    field_reader_of<Report, "Received-SPF">(),
    field_reader_of<Report, "Delivered-To">(),
    field_reader_of<Report, "List-Archive">(),
    field_reader_of<Report, "BIMI-Selector">(),
    field_reader_of<Report, "Delivery-Date">(),
    field_reader_of<Report, "X-Original-To">(),
    field_reader_of<Report, "X-Envelope-To">(),
    field_reader_of<Report, "Apparently-To">(),
    field_reader_of<Report, "Resent-Sender">(),
    field_reader_of<Report, "Mail-Reply-To">(),
    field_reader_of<Report, "DKIM-Signature">(),
    field_reader_of<Report, "List-Subscribe">(),
    field_reader_of<Report, "Auto-Submitted">(),
    field_reader_of<Report, "Resent-Reply-To">(),
    field_reader_of<Report, "List-Unsubscribe">(),
    field_reader_of<Report, "Mail-Followup-To">(),
    field_reader_of<Report, "X-MSMail-Priority">(),
    field_reader_of<Report, "Return-Receipt-To">(),
    field_reader_of<Report, "Resent-Message-ID">(),
    field_reader_of<Report, "Content-Disposition">(),
    field_reader_of<Report, "Content-Description">(),
    field_reader_of<Report, "ARC-Message-Signature">(),
    field_reader_of<Report, "List-Unsubscribe-Post">(),
    field_reader_of<Report, "Authentication-Results">(),
    field_reader_of<Report, "Content-Transfer-Encoding">(),
    field_reader_of<Report, "ARC-Authentication-Results">(),
    field_reader_of<Report, "Disposition-Notification-To">(),
};

inline constexpr std::size_t longest_typed_name = 27;

/// Where in `field_readers` the names of each length start. Most fields of mail have no type, or
/// one of few names: to compare a name with all others would take longer than to read the value.
struct field_reader_index {
    unsigned char first[longest_typed_name + 2] = {};

    template <class Report, std::size_t Count>
    static constexpr field_reader_index of(field_reader<Report> const (&readers)[Count]) noexcept {
        field_reader_index made;
        unsigned char at = 0;
        for (std::size_t size = 0; size < sizeof made.first; ++size) {
            while (at < Count && readers[at].name.size() < size) ++at;
            made.first[size] = at;
        }
        return made;
    }
};

/// Reports the problems of the value of a field, if its name has a type. `report` counts offsets
/// from the start of the field's raw_value(). O(field).
template <class Report>
constexpr void diagnose_typed_value(field const& f, Report const& report,
                                    text_options const& options) {
    constexpr auto index = field_reader_index::of(field_readers<Report>);
    auto const name = f.name();
    if (name.size() > longest_typed_name) return;
    for (std::size_t at = index.first[name.size()]; at < index.first[name.size() + 1]; ++at) {
        auto const& reader = field_readers<Report>[at];
        if (!ascii_iequals(reader.name, name)) continue;
        if (reader.needs_value && lexer{f.raw_value()}.next_outside_comments().is(token_kind::end))
            report(whole_value(diagnostic_code::value_empty, f.raw_value()));
        return reader.diagnose(f, report, options);
    }
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
