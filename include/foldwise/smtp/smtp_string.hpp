#ifndef FOLDWISE_SMTP_SMTP_STRING_HPP
#define FOLDWISE_SMTP_SMTP_STRING_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The argument of VRFY, EXPN, HELP or NOOP (RFC 5321 section 4.1.2).
///     String         = Atom / Quoted-string
///     Quoted-string  = DQUOTE *QcontentSMTP DQUOTE
///     QcontentSMTP   = qtextSMTP / quoted-pairSMTP
///     quoted-pairSMTP = "\" ( SP to "~" )
///     smtp_string{"\"Foe, \\\"A\\\"\""}.text()  ->  Foe, "A"
/// After SMTPUTF8, it may also have characters beyond ASCII (RFC 6531 section 3.7.4.2). Borrows the
/// text; trivially copyable. Total: other text is read unchanged, and reported.
class smtp_string {
  public:
    constexpr smtp_string() = default;
    explicit constexpr smtp_string(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{raw} {}
    template <owning_temporary T>
    explicit smtp_string(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The argument unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Whether the argument is one Quoted-string. O(n).
    constexpr bool is_quoted() const noexcept { return quoted_size(raw_) == raw_.size(); }

    /// The argument; a Quoted-string without its quotes and backslashes. Other text, such as that
    /// of "a\b" without quotes, is unchanged. O(n).
    constexpr phrase text() const noexcept {
        return is_quoted() ? phrase{raw_} : phrase{raw_, raw_};
    }

    /// Whether there is no argument.
    constexpr bool empty() const noexcept { return raw_.empty(); }

    /// Calls `report` with smtp_string_malformed if there is an argument that does not have the
    /// form of String. O(n).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        constexpr auto in_atom = atext + utf8_non_ascii;
        if (scan::not_in(in_atom, raw_, 0) != raw_.size() && !is_quoted())
            report(diagnostic{diagnostic_code::smtp_string_malformed, 0, raw_.size()});
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    /// The size of the Quoted-string at the start of `text`; npos if there is none.
    static constexpr std::size_t quoted_size(std::string_view text) noexcept {
        constexpr auto graphic = vchar + char_class{" "};
        constexpr auto unescaped = qtext + utf8_non_ascii + char_class{" "};
        if (!text.starts_with('"')) return text.npos;
        for (std::size_t at = 1;;) {
            at = scan::not_in(unescaped, text, at);
            if (at == text.size()) return text.npos;
            if (text[at] == '"') return at + 1;
            bool const is_pair =
                text[at] == '\\' && at + 1 != text.size() && graphic.contains(text[at + 1]);
            if (!is_pair) return text.npos;
            at += 2;
        }
    }

    std::string_view raw_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
