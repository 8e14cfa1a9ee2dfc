#ifndef FOLDWISE_TOOLS_JSON_HEADER_PROPERTY_HPP
#define FOLDWISE_TOOLS_JSON_HEADER_PROPERTY_HPP

#include <foldwise/base/ascii.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace tool {

/// The forms of a field's value in JMAP (RFC 8621 section 4.1.2). Raw is the one without a suffix.
enum class header_form : unsigned char {
    raw,
    text,
    addresses,
    grouped_addresses,
    message_ids,
    date,
    urls
};

struct header_form_row {
    std::string_view name;
    header_form form;
};
inline constexpr header_form_row header_forms[] = {
    {"Raw", header_form::raw},
    {"Text", header_form::text},
    {"Addresses", header_form::addresses},
    {"GroupedAddresses", header_form::grouped_addresses},
    {"MessageIds", header_form::message_ids},
    {"Date", header_form::date},
    {"URLs", header_form::urls},
};

/// A property that stands for fields with a name (RFC 8621 section 4.1.3):
///     header:{header-field-name}[:as{header-form}][:all]
///     "header:List-Post:asURLs"
struct header_property {
    std::string_view key; ///< of its value in an Email object: as it was asked for
    std::string_view field_name;
    header_form form = header_form::raw;
    bool is_of_all = false; ///< an array with the value of each field, not only the last one's
};

/// Whether a form may be asked for of the fields with a name. Of a field that RFC 5322 or RFC 2369
/// defines, RFC 8621 allows only the form that suits it.
inline bool is_form_of(header_form form, std::string_view field_name) {
    using enum header_form;
    constexpr header_form_row fields[] = {
        // RFC 5322 sections 3.6 and 4.5
        {"Date", date},
        {"From", addresses},
        {"Sender", addresses},
        {"Reply-To", addresses},
        {"To", addresses},
        {"Cc", addresses},
        {"Bcc", addresses},
        {"Message-ID", message_ids},
        {"In-Reply-To", message_ids},
        {"References", message_ids},
        {"Subject", text},
        {"Comments", text},
        {"Keywords", text},
        {"Resent-Date", date},
        {"Resent-From", addresses},
        {"Resent-Sender", addresses},
        {"Resent-Reply-To", addresses},
        {"Resent-To", addresses},
        {"Resent-Cc", addresses},
        {"Resent-Bcc", addresses},
        {"Resent-Message-ID", message_ids},
        {"Return-Path", raw},
        {"Received", raw},
        // RFC 2369 section 3
        {"List-Help", urls},
        {"List-Unsubscribe", urls},
        {"List-Subscribe", urls},
        {"List-Post", urls},
        {"List-Owner", urls},
        {"List-Archive", urls},
    };
    auto const* const row =
        std::find_if(std::begin(fields), std::end(fields), [&](auto const& each) {
            return foldwise::ascii_iequals(each.name, field_name);
        });
    if (form == raw || row == std::end(fields)) return true;
    return row->form == (form == grouped_addresses ? addresses : form);
}

/// Reads the name of a property. It may ask for a form that is not one of its field's.
inline std::optional<header_property> read_header_property(std::string_view property) {
    auto rest = property;
    auto const take = [&rest](std::string_view word) {
        bool const is_next = rest.starts_with(word);
        if (is_next) rest.remove_prefix(word.size());
        return is_next;
    };
    if (!take("header:")) return std::nullopt;
    header_property found{.key = property, .field_name = rest.substr(0, rest.find(':'))};
    bool const is_name = std::all_of(found.field_name.begin(), found.field_name.end(),
                                     [](char octet) { return octet > ' ' && octet < '\x7F'; });
    if (found.field_name.empty() || !is_name) return std::nullopt;
    rest.remove_prefix(found.field_name.size());
    if (take(":as")) {
        auto const name = rest.substr(0, rest.find(':'));
        auto const* const row = std::find_if(std::begin(header_forms), std::end(header_forms),
                                             [&](auto const& each) { return each.name == name; });
        if (row == std::end(header_forms)) return std::nullopt;
        found.form = row->form;
        rest.remove_prefix(name.size());
    }
    found.is_of_all = take(":all");
    if (!rest.empty()) return std::nullopt;
    return found;
}

} // namespace tool

#endif
