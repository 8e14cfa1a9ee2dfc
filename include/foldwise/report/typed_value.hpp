#ifndef FOLDWISE_REPORT_TYPED_VALUE_HPP
#define FOLDWISE_REPORT_TYPED_VALUE_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/comments.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// A value that says of what type it is (RFC 3464 section 2.1.2): the name of a server, what a
/// server said, an address.
///
///     dns; mx.sample.net (192.0.2.1)
///
///     |-|                                type()
///          |-----------------------|     raw_text(), text()
///          |-----------|                 without_comments()
///
/// read_typed_value gives it. Borrows the value; trivially copyable.
class typed_value {
  public:
    constexpr typed_value() = default;
    constexpr typed_value(std::string_view type FOLDWISE_LIFETIMEBOUND,
                          std::string_view raw_text FOLDWISE_LIFETIMEBOUND) noexcept
        : type_{type}, raw_text_{raw_text} {}

    /// As it is written; empty where there is none.
    constexpr std::string_view type() const noexcept { return type_; }

    /// Whether that is the type; ASCII case does not count.
    ///     value.is("smtp")
    constexpr bool is(std::string_view type) const noexcept { return ascii_iequals(type_, type); }

    /// What stands behind the first ";", without white space at both ends, folded as it stands.
    constexpr std::string_view raw_text() const noexcept { return raw_text_; }

    /// raw_text() unfolded. What another server said may have anything in it, parentheses too.
    constexpr unfolded text() const noexcept { return unfolded{raw_text_}; }

    /// What the text means where parentheses are comments (RFC 3464 section 2.1.1), as of the
    /// name of a server.
    constexpr phrase without_comments() const noexcept { return phrase{raw_text_}; }
    constexpr foldwise::comments comments() const noexcept { return foldwise::comments{raw_text_}; }

    /// typed_value_without_type, where there is none.
    constexpr std::optional<diagnostic_code> deviation() const noexcept {
        if (!type_.empty()) return std::nullopt;
        return diagnostic_code::typed_value_without_type;
    }

  private:
    std::string_view type_;
    std::string_view raw_text_;
};

/// The type and the text in a field such as Reporting-MTA or Diagnostic-Code (RFC 3464); `value`
/// is its raw_value().
///     reporting-mta-field   = "Reporting-MTA" ":" mta-name-type ";" mta-name
///     diagnostic-code-field = "Diagnostic-Code" ":" diagnostic-type ";" *text
///     mta-name-type         = atom
///     read_typed_value("smtp; 550 no such user")->text()  ->  "550 no such user"
/// A value that has no ";" is read as a text without a type. Without a value where no atom alone
/// is before the first ";", and where nothing is there at all: typed_value_malformed, which
/// covers the value. O(value), nothing is allocated.
constexpr result<typed_value>
read_typed_value(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
    lexer in{value};
    auto const type = in.next_outside_comments().raw();
    in.skip_comments();
    if (scan::not_in(atext, type, 0) == type.size() && in.peek().is(';'))
        return typed_value{type, trim_fws(in.rest().substr(1))};
    auto const text = trim_fws(value);
    if (text.empty() || text.find(';') != text.npos)
        return diagnostic{diagnostic_code::typed_value_malformed, 0, value.size()};
    return typed_value{{}, text};
}
template <owning_temporary T>
result<typed_value> read_typed_value(T&&) = delete;

} // namespace foldwise

#endif
