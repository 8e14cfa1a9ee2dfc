#ifndef FOLDWISE_DMARC_DETAIL_SENDER_TEXT_HPP
#define FOLDWISE_DMARC_DETAIL_SENDER_TEXT_HPP

#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/dmarc/alignment_finding.hpp>
#include <foldwise/dmarc/detail/doubt.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

/// Signs that text of the sender, such as the name of the client or the local part of an address,
/// has started or ended a comment, a quoted-string or a result in an Authentication-Results field
/// into which a server copied it unchanged:
///     spf=none smtp.helo=x;dkim=pass(a)header.d=b.example
///     spf=pass (domain of "a) ; dkim=pass header.d=b.example (b"@c.example) smtp.mailfrom=...
/// Servers write white space beside comments and after semicolons, so that a delimiter elsewhere is
/// not theirs. The sender's delimiters separate the server's from each other, too, so that some of
/// the server's text is in a comment or a quoted-string where it does not belong.
namespace foldwise::inline FOLDWISE_ABI::detail {

inline constexpr octet_table not_delimiters{any_octet - char_class{";\"()\\"}};
inline constexpr octet_table not_delimiters_in_comments{any_octet - char_class{"\"()\\"}};
inline constexpr char_class gap{" \t\r\n"};

/// Whether `at` is the end of `text`, or has one of `octets`.
constexpr bool ends_before(std::string_view text, std::size_t at, char_class octets) noexcept {
    return at >= text.size() || octets.contains(text[at]);
}

/// Whether the text has a property of a known type, such as "smtp.mailfrom=". O(n).
constexpr bool has_property(std::string_view text) noexcept {
    constexpr std::string_view types[] = {"smtp", "header", "body", "policy"};
    for (auto dot = scan::octet(text, '.', 0); dot < text.size();
         dot = scan::octet(text, '.', dot + 1)) {
        auto const end = keyword_octets.not_in(text, dot + 1);
        if (end == text.size() || text[end] != '=') continue;
        for (auto const type : types)
            if (dot >= type.size() &&
                ascii_iequals(text.substr(dot - type.size(), type.size()), type))
                return true;
    }
    return false;
}

/// Whether the text before `at` is a method and its result, at the start of an element.
///     ; dmarc=pass(p=reject)
constexpr bool is_after_result(std::string_view value, std::size_t at) noexcept {
    auto const skip_keyword = [&] {
        auto const end = at;
        while (at != 0 && keyword_octets.contains(value[at - 1])) --at;
        return at != end;
    };
    if (!skip_keyword() || at == 0 || value[at - 1] != '=') return false;
    --at;
    if (!skip_keyword()) return false;
    while (at != 0 && gap.contains(value[at - 1])) --at;
    return at != 0 && value[at - 1] == ';';
}

/// Whether each quote in the comment stands like one around a whole word or sentence.
///     ("body hash did not verify")   (domain of "a=b@c.example" designates 192.0.2.1)
constexpr bool has_usual_quotes(std::string_view comment) noexcept {
    bool is_open = false;
    for (std::size_t at = 1; at + 1 < comment.size(); ++at) {
        at = not_delimiters_in_comments.not_in(comment, at);
        if (at + 1 >= comment.size()) break;
        if (comment[at] != '"') return false; // a parenthesis or a backslash
        bool const is_usual = is_open ? ends_before(comment, at + 1, gap + char_class{",;)"})
                                      : ends_before(comment, at - 1, gap + char_class{"(="});
        if (!is_usual) return false;
        is_open = !is_open;
    }
    return !is_open;
}

/// Whether the comment at `at` looks like one of a server: white space, a semicolon or a result
/// stands before it, white space or a semicolon after it, and its text has no parenthesis, no
/// backslash, no odd quote and no property.
constexpr bool is_usual_comment(std::string_view value, std::size_t at,
                                std::string_view comment) noexcept {
    bool const has_start = at == 0 || gap.contains(value[at - 1]) || value[at - 1] == ';' ||
                           is_after_result(value, at);
    return has_start && ends_before(value, at + comment.size(), gap + char_class{";"}) &&
           has_usual_quotes(comment) && !has_property(comment);
}

/// Whether the quoted-string at `at` is a value or a local part, and its text has no property.
constexpr bool is_usual_quoted_string(std::string_view value, std::size_t at,
                                      std::string_view quoted) noexcept {
    bool const has_start = at == 0 || gap.contains(value[at - 1]) || value[at - 1] == '=';
    return has_start && ends_before(value, at + quoted.size(), gap + char_class{";@"}) &&
           !has_property(quoted);
}

/// The first sign of text of the sender in `value`, the value of an Authentication-Results field in
/// which all comments and quoted-strings are closed. O(value).
constexpr optional<doubt> find_sender_text(std::string_view value) noexcept {
    using enum alignment_finding;
    bool is_in_head = true; // the authserv-id and the version
    for (auto at = not_delimiters.not_in(value, 0); at < value.size();) {
        auto const rest = value.substr(at);
        auto place = rest.substr(0, 1);
        if (place == "(" || place == "\"") place = lexer{rest}.peek().raw();
        switch (place.front()) {
        case ';':
            if (!is_in_head && !ends_before(value, at + 1, gap + char_class{";"}))
                return doubt{results_with_odd_semicolon, place};
            is_in_head = false;
            break;
        case '(':
            if (!is_usual_comment(value, at, place)) return doubt{results_with_odd_comment, place};
            break;
        case '"':
            if (!is_usual_quoted_string(value, at, place))
                return doubt{results_with_odd_quotes, place};
            break;
        case ')': return doubt{results_with_odd_comment, place};
        default: return doubt{results_with_odd_quotes, place}; // a backslash
        }
        at = not_delimiters.not_in(value, at + place.size());
    }
    return std::nullopt;
}

/// Whether the authserv-id is a quoted-string, or after a comment. RFC 8601 allows both, but
/// programs that remove forged fields may look for the plain name only. O(value).
constexpr bool has_unusual_name(std::string_view value) noexcept {
    auto const at = scan::not_in(gap, value, 0);
    return at < value.size() && (value[at] == '"' || value[at] == '(');
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
