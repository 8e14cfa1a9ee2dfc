#ifndef FOLDWISE_TOOLS_FIELD_TEXT_HPP
#define FOLDWISE_TOOLS_FIELD_TEXT_HPP

#include "decoded_text.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/address/unread_address.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/lists/list_id.hpp>
#include <foldwise/lists/phrase_list.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <string>
#include <string_view>

namespace tool {

/// Where a field may have encoded-words in its value (RFC 2047 section 5).
enum class field_kind : unsigned char {
    unstructured, ///< anywhere; also all unknown fields
    addresses,    ///< in names and comments
    phrases,      ///< in each phrase
    list_id,      ///< in the description of the list
    other,        ///< nowhere
};

/// The kind of a field, by its name.
inline field_kind kind_of(foldwise::field const& field) {
    struct {
        std::string_view name;
        field_kind kind;
    } static constexpr fields[] = {
        {"From", field_kind::addresses},
        {"Sender", field_kind::addresses},
        {"Reply-To", field_kind::addresses},
        {"To", field_kind::addresses},
        {"Cc", field_kind::addresses},
        {"Bcc", field_kind::addresses},
        {"Resent-From", field_kind::addresses},
        {"Resent-Sender", field_kind::addresses},
        {"Resent-Reply-To", field_kind::addresses},
        {"Resent-To", field_kind::addresses},
        {"Resent-Cc", field_kind::addresses},
        {"Resent-Bcc", field_kind::addresses},
        {"Apparently-To", field_kind::addresses},
        {"Mail-Followup-To", field_kind::addresses},
        {"Mail-Reply-To", field_kind::addresses},
        {"Disposition-Notification-To", field_kind::addresses},
        {"Return-Receipt-To", field_kind::addresses},
        {"Errors-To", field_kind::addresses},
        {"Keywords", field_kind::phrases},
        {"List-ID", field_kind::list_id},
        {"Date", field_kind::other},
        {"Resent-Date", field_kind::other},
        {"Delivery-Date", field_kind::other},
        {"Expires", field_kind::other},
        {"Message-ID", field_kind::other},
        {"Resent-Message-ID", field_kind::other},
        {"In-Reply-To", field_kind::other},
        {"References", field_kind::other},
        {"Return-Path", field_kind::other},
        {"Received", field_kind::other},
        {"Delivered-To", field_kind::other},
        {"MIME-Version", field_kind::other},
        {"Content-Type", field_kind::other},
        {"Content-Transfer-Encoding", field_kind::other},
        {"Content-Disposition", field_kind::other},
        {"Content-ID", field_kind::other},
        {"List-Help", field_kind::other},
        {"List-Unsubscribe", field_kind::other},
        {"List-Unsubscribe-Post", field_kind::other},
        {"List-Subscribe", field_kind::other},
        {"List-Post", field_kind::other},
        {"List-Owner", field_kind::other},
        {"List-Archive", field_kind::other},
        {"Archived-At", field_kind::other},
        {"Auto-Submitted", field_kind::other},
        {"Authentication-Results", field_kind::other},
        {"Received-SPF", field_kind::other},
        {"DKIM-Signature", field_kind::other},
        {"ARC-Seal", field_kind::other},
        {"ARC-Message-Signature", field_kind::other},
        {"ARC-Authentication-Results", field_kind::other},
        {"BIMI-Selector", field_kind::other},
    };
    for (auto const& row : fields)
        if (field.is(row.name)) return row.kind;
    return field.has_name() ? field_kind::unstructured : field_kind::other;
}

/// A list of addresses for people, in one line, with its names and comments decoded. If there is a
/// `mark`, an element that is not an address is shown as its decoded text with the mark after it;
/// otherwise the value keeps its syntax.
inline std::string addresses_text(text_decoder& decoder, std::string_view value,
                                  std::string_view mark) {
    structured_text text{decoder, value};
    auto const add_other = [&](std::string_view list, foldwise::diagnostic const& problem) {
        foldwise::unread_address const element{list, problem};
        if (mark.empty())
            text.add_phrase(element.raw());
        else
            text.add_other(element.raw(), decoder.text(element.text()).append(mark));
    };
    auto const add_name = [&text](foldwise::mailbox const& m) {
        if (auto const name = m.display_name()) text.add_phrase(name->raw());
    };
    for (auto const element : foldwise::address_list{value}) {
        if (!element) {
            add_other(value, element.error());
            continue;
        }
        if (auto const m = element->mailbox()) add_name(*m);
        auto const group = element->group();
        if (!group) continue;
        text.add_phrase(group->name().raw());
        for (auto const member : group->members())
            if (member)
                add_name(*member);
            else
                add_other(group->raw(), member.error());
    }
    return text.finish();
}

/// The value of a field for people, in one line. Encoded-words are decoded where the field may have
/// them. `mark` comes after text in the place of an address (see addresses_text).
inline std::string field_text(text_decoder& decoder, foldwise::field const& field,
                              std::string_view mark = {}) {
    auto const value = field.raw_value();
    structured_text text{decoder, value};
    switch (kind_of(field)) {
    case field_kind::unstructured: return decoder.text(foldwise::decoded_text{value});
    case field_kind::addresses: return addresses_text(decoder, value, mark);
    case field_kind::phrases:
        for (auto const phrase : foldwise::phrase_list{value}) text.add_phrase(phrase.raw());
        return text.finish();
    case field_kind::list_id:
        if (auto const id = foldwise::list_id::read(value))
            if (auto const phrase = id->description()) text.add_phrase(phrase->raw());
        return text.finish();
    case field_kind::other: break;
    }
    return field.value().to_string();
}

} // namespace tool

#endif
