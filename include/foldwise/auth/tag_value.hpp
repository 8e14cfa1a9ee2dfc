#ifndef FOLDWISE_AUTH_TAG_VALUE_HPP
#define FOLDWISE_AUTH_TAG_VALUE_HPP

#include <foldwise/auth/colon_list.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// Readers of tag values, for types such as dkim_signature. Each function that takes a list and a
/// name searches for the tag: O(list). Its result borrows the list's bytes. Offsets of diagnostics
/// count from the start of the list.
namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether `text` is a domain-name or a selector (RFC 6376 section 3.5): at least `least`
/// sub-domains (RFC 5321 section 4.1.2), separated by dots. "_", which signers use, and the
/// U-labels of RFC 8616 are accepted.
inline constexpr octet_table label_octets{alpha + digit + char_class{"_-"} + utf8_non_ascii};
constexpr bool is_domain_name(std::string_view text, std::size_t least) noexcept {
    for (std::size_t labels = 1;; ++labels) {
        auto const dot = text.find('.');
        auto const label = text.substr(0, dot);
        if (label.empty() || label.front() == '-' || label.back() == '-') return false;
        if (label_octets.not_in(label, 0) != label.size()) return false;
        if (dot == text.npos) return labels >= least;
        text.remove_prefix(dot + 1);
    }
}

/// Whether `text` is a hyphenated-word (RFC 6376 section 2.10).
constexpr bool is_hyphenated_word(std::string_view text) noexcept {
    constexpr auto let_dig = alpha + digit;
    constexpr auto ldh = let_dig + char_class{"-"};
    return !text.empty() && alpha.contains(text.front()) && let_dig.contains(text.back()) &&
           scan::not_in(ldh, text, 0) == text.size();
}

/// Whether `text` is a base64string (RFC 6376 section 2.10).
constexpr bool is_base64(text_without_fws const& text) noexcept {
    constexpr auto alphadigitps = alpha + digit + char_class{"+/"};
    std::size_t padding = 0;
    for (char const octet : text) {
        if (octet == '=' ? ++padding > 2 : padding > 0 || !alphadigitps.contains(octet))
            return false;
    }
    return !text.empty() && *text.begin() != '=';
}

/// Whether `text` looks like a URI (RFC 3986): a scheme, a colon, and one or more octets that are
/// allowed in a URI, where two hexadecimal digits follow each "%".
constexpr bool is_uri(std::string_view text) noexcept {
    constexpr auto octets = alpha + digit + char_class{"-._~:/?#[]@!$&'()*+,;=%"};
    auto const colon = scan::not_in(alpha + digit + char_class{"+-."}, text, 0);
    if (colon == 0 || !alpha.contains(text.front()) || colon + 1 >= text.size()) return false;
    if (text[colon] != ':' || scan::not_in(octets, text, colon) != text.size()) return false;
    for (auto at = scan::octet(text, '%', 0); at < text.size(); at = scan::octet(text, '%', at + 1))
        if (at + 2 >= text.size() || !hexdig.contains(text[at + 1]) ||
            !hexdig.contains(text[at + 2]))
            return false;
    return true;
}

/// Whether `domain` is `parent` or one of its subdomains (RFC 6376 section 3.5); ASCII case does
/// not count.
constexpr bool is_in_domain(std::string_view domain, std::string_view parent) noexcept {
    if (domain.size() < parent.size()) return false;
    auto const below = domain.substr(0, domain.size() - parent.size());
    return ascii_iequals(domain.substr(below.size()), parent) &&
           (below.empty() || below.ends_with('.'));
}

template <class T>
constexpr bool is_missing(result<T> const& found) noexcept {
    return !found && found.error().code == diagnostic_code::tag_missing;
}

/// `read`, or `otherwise` if the tag is missing.
template <class T>
constexpr result<T> or_if_missing(result<T> const& read,
                                  std::type_identity_t<result<T>> const& otherwise) noexcept {
    if (is_missing(read)) return otherwise;
    return read;
}

/// Returns a function that calls `report` with the error of a result, if it has one, except for
/// tag_value_octet, which tag_list::diagnose reports. Its second argument is the code that takes
/// the place of tag_missing, and says which tag is missing; the diagnostic covers the whole value,
/// so that it is clear in which field the tag is missing.
template <class Report>
constexpr auto report_tag_problem(Report& report) noexcept {
    using enum diagnostic_code;
    return [&report](auto const& read, diagnostic_code missing = tag_missing) {
        if (read || read.error().code == tag_value_octet) return;
        auto const& problem = read.error();
        if (problem.code == tag_missing) // at the end of the value
            report(diagnostic{missing, 0, problem.offset});
        else
            report(problem);
    };
}

/// The diagnostic `code` that covers the value of a tag of `list`.
constexpr diagnostic problem_at(tag_list const& list, diagnostic_code code, tag const& t) noexcept {
    auto const value = trim_fws(t.raw_value());
    return {code, offset_of(list.raw(), value), value.size()};
}

constexpr diagnostic malformed(tag_list const& list, tag const& t) noexcept {
    return problem_at(list, diagnostic_code::tag_value_malformed, t);
}

/// The value of the tag, without white space at both ends, if `is_valid` accepts it. Otherwise the
/// error is tag_value_malformed.
template <class F>
constexpr result<std::string_view> text_of(tag_list const& list, std::string_view name,
                                           F is_valid) noexcept {
    auto const found = list.find(name);
    if (!found) return found.error();
    auto const value = trim_fws(found->raw_value());
    return is_valid(value) ? result<std::string_view>{value} : malformed(list, *found);
}

/// The enumerator whose number is the index of the tag's value in `words`; ASCII case does not
/// count. The error is tag_value_malformed if the value is not in `words`.
template <class Enum, std::size_t N>
constexpr result<Enum> one_of(tag_list const& list, std::string_view name,
                              std::string_view const (&words)[N]) noexcept {
    auto const found = list.find(name);
    if (!found) return found.error();
    auto const value = trim_fws(found->raw_value());
    for (std::size_t i = 0; i < N; ++i)
        if (ascii_iequals(value, words[i])) return static_cast<Enum>(i);
    return malformed(list, *found);
}

/// The value of the first tag, if the tag is v= and the value is `wanted`; case counts. Otherwise
/// the error has the code `otherwise` and covers the first tag.
constexpr result<std::string_view> version_tag(tag_list const& list, std::string_view wanted,
                                               diagnostic_code otherwise) noexcept {
    if (list.empty()) return diagnostic{otherwise, 0, 0};
    auto const first = *list.begin();
    if (!first) return diagnostic{otherwise, first.error().offset, first.error().length};
    auto const value = trim_fws(first->raw_value());
    if (first->name() == "v" && value == wanted) return value;
    return diagnostic{otherwise, offset_of(list.raw(), first->raw()), first->raw().size()};
}

constexpr result<text_without_fws> base64_of(tag_list const& list, std::string_view name) noexcept {
    auto const found = list.find(name);
    if (!found) return found.error();
    auto const value = found->value_without_fws();
    return is_base64(value) ? result<text_without_fws>{value} : malformed(list, *found);
}

/// A number of at most `most_digits` digits that fits in 64 bits; empty if the tag is missing.
constexpr result<optional<std::uint64_t>> number_of(tag_list const& list, std::string_view name,
                                                    std::size_t most_digits) noexcept {
    auto const found = list.find(name);
    if (is_missing(found)) return optional<std::uint64_t>{};
    if (!found) return found.error();
    auto const digits = trim_fws(found->raw_value());
    if (digits.size() > most_digits) return malformed(list, *found);
    auto const value = read_decimal(digits);
    if (!value) return malformed(list, *found);
    return value;
}

/// The items of the tag, or the error of `found` as the only element.
constexpr colon_list items_of(tag_list const& list, result<tag> const& found) noexcept {
    if (!found) return colon_list{found.error()};
    return colon_list{found->raw_value(), offset_of(list.raw(), found->raw_value())};
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
