#ifndef FOLDWISE_REPORT_TYPED_VALUE_HPP
#define FOLDWISE_REPORT_TYPED_VALUE_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/comments.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A value that starts with its type (RFC 3464 section 2.1.2): the name of a server, the reply of
/// a server, or an address. It is the value of fields such as Reporting-MTA and Diagnostic-Code:
///
///     dns; mx.sample.net (192.0.2.1)
///
///     |-|                                type()
///          |-----------------------|     raw_text(), text()
///          |-----------|                 without_comments()
///
///     reporting-mta-field   = "Reporting-MTA" ":" mta-name-type ";" mta-name
///     mta-name-type         = atom
///     diagnostic-code-field = "Diagnostic-Code" ":" diagnostic-type ";" *text
///
/// Borrows the value; trivially copyable.
class typed_value {
  public:
    constexpr typed_value() = default;

    /// Reads a field's raw_value().
    ///     typed_value::read("smtp; 550 no such user")->text()  ->  "550 no such user"
    /// A value without ";" is a text without a type. The error is typed_value_malformed, which
    /// covers the value, if the value is empty, or if the text before its first ";" is not an atom.
    /// O(value).
    static constexpr result<typed_value>
    read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        typed_value read;
        read.raw_ = value;
        lexer in{value};
        auto const type = in.next_outside_comments().raw();
        in.skip_comments();
        if (scan::not_in(atext, type, 0) == type.size() && in.peek().is(';')) {
            read.type_ = type;
            read.raw_text_ = trim_fws(in.rest().substr(1));
            return read;
        }
        read.raw_text_ = trim_fws(value);
        if (read.raw_text_.empty() || read.raw_text_.find(';') != value.npos)
            return whole_value(diagnostic_code::typed_value_malformed, value);
        return read;
    }
    static constexpr result<typed_value> read(field const& f) noexcept {
        return read(f.raw_value());
    }
    template <owning_temporary T>
    static result<typed_value>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The type as written; empty if there is none. To compare it, use is().
    constexpr std::string_view type() const noexcept { return type_; }

    /// Whether the type is `type`; ASCII case does not count.
    ///     value.is("smtp")
    constexpr bool is(std::string_view type) const noexcept { return ascii_iequals(type_, type); }

    /// Everything after the ";" that follows the type, or the whole value if there is no type;
    /// without white space at both ends, not unfolded.
    constexpr std::string_view raw_text() const noexcept { return raw_text_; }

    /// raw_text() unfolded. The reply of a server may contain anything, even parentheses.
    constexpr unfolded text() const noexcept { return unfolded{raw_text_}; }

    /// The text without comments, for values that may have comments, such as names of servers (RFC
    /// 3464 section 2.1.1).
    constexpr phrase without_comments() const noexcept { return phrase{raw_text_}; }
    constexpr foldwise::comments comments() const noexcept { return foldwise::comments{raw_text_}; }

    /// Calls `report` with typed_value_without_type, which covers the value, if there is no type.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (type_.empty()) report(whole_value(diagnostic_code::typed_value_without_type, raw_));
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view raw_;
    std::string_view type_;
    std::string_view raw_text_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
