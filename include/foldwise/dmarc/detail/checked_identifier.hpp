#ifndef FOLDWISE_DMARC_DETAIL_CHECKED_IDENTIFIER_HPP
#define FOLDWISE_DMARC_DETAIL_CHECKED_IDENTIFIER_HPP

#include <foldwise/auth/propspec.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/dmarc/alignment_finding.hpp>
#include <foldwise/dmarc/domain_name.hpp>

#include <cstddef>
#include <string_view>

/// The domain that a result is about: the Authenticated Identifier of RFC 9989 section 3.2.1.
namespace foldwise::inline FOLDWISE_ABI::detail {

/// The properties of one name in a result.
struct found_property {
    optional<propspec> first;
    std::size_t count = 0;
};

/// The properties of `r` with the name `ptype.property`. O(result).
constexpr found_property find_property(resinfo const& r, std::string_view ptype,
                                       std::string_view property) noexcept {
    found_property found;
    for (auto const each : r.properties())
        if (each && each->is(ptype, property) && found.count++ == 0) found.first = *each;
    return found;
}

/// Whether the value is the null path: nothing, or `<>`, in quotes or not.
constexpr bool is_null_path(recorded_value const& value) noexcept {
    return value.text().empty() || value.text() == "<>";
}

/// The domain in a value that is a domain or an address.
///     a.example  @a.example  b@a.example  "b c"@a.example  "b@a.example"
/// A value with a second "@" is not read, nor is a quoted one with backslashes, folding or a local
/// part that needs quotes, since the value may be two addresses.
constexpr optional<domain_name> domain_of_address(recorded_value const& value) noexcept {
    auto const raw = value.raw();
    auto const text = value.is_quoted() ? raw.substr(1, raw.size() - 2) : raw;
    auto const at = text.find('@');
    if (text.rfind('@') != at) return std::nullopt;
    if (at == text.npos) return domain_name::read(text);
    bool const is_one = !value.is_quoted() || at == 0 || is_dot_atom(text.substr(0, at));
    return is_one ? domain_name::read(text.substr(at + 1)) : std::nullopt;
}

/// The domain in a value that is a domain, in quotes or not.
constexpr optional<domain_name> domain_of_name(recorded_value const& value) noexcept {
    if (value.raw().find('@') != std::string_view::npos) return std::nullopt;
    return domain_of_address(value);
}

/// What a result says about the domain that was checked.
struct checked_identifier {
    optional<alignment_finding> problem; // why `domain` must not be compared; empty if it may
    optional<propspec> property;
    optional<domain_name> domain;
};

/// `domain_in(value)` is domain_of_name or domain_of_address.
template <class Domain>
constexpr checked_identifier read_identifier(found_property const& found,
                                             Domain domain_in) noexcept {
    using enum alignment_finding;
    checked_identifier id;
    id.property = found.first;
    if (found.count != 1) {
        id.problem = found.count == 0 ? identifier_missing : identifier_repeated;
        return id;
    }
    id.domain = domain_in(found.first->value());
    if (!id.domain) id.problem = identifier_malformed;
    return id;
}

/// The signing domain of a DKIM result: header.d (RFC 8601 section 2.7.1). header.i is a part of
/// the signature that says nothing about who signed.
constexpr checked_identifier dkim_identifier(resinfo const& r) noexcept {
    return read_identifier(find_property(r, "header", "d"), domain_of_name);
}

/// The domain of the MAIL FROM identity that SPF checked (RFC 9989 section 4.4.2): that of
/// smtp.mailfrom, or that of smtp.helo if smtp.mailfrom is there and null (RFC 7208 section 2.4).
/// A result with only smtp.helo is about the HELO identity, which DMARC does not use.
constexpr checked_identifier spf_identifier(resinfo const& r) noexcept {
    using enum alignment_finding;
    auto const mail_from = find_property(r, "smtp", "mailfrom");
    if (mail_from.count == 1 && is_null_path(mail_from.first->value()))
        return read_identifier(find_property(r, "smtp", "helo"), domain_of_name);
    if (mail_from.count != 0) return read_identifier(mail_from, domain_of_address);
    auto const helo = find_property(r, "smtp", "helo");
    checked_identifier id;
    id.problem = helo.first ? spf_for_helo : identifier_missing;
    id.property = helo.first;
    if (helo.first) id.domain = domain_of_name(helo.first->value());
    return id;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
