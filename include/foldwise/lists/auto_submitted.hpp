#ifndef FOLDWISE_LISTS_AUTO_SUBMITTED_HPP
#define FOLDWISE_LISTS_AUTO_SUBMITTED_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/token.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The keywords of Auto-Submitted (RFC 3834 section 5.1, RFC 5436 section 2.7.1).
enum class auto_submitted_keyword : unsigned char {
    no,             ///< sent by a person, as if there were no such field
    auto_generated, ///< sent by a program on its own, not as an answer
    auto_replied,   ///< sent by a program as an answer to a message, such as an absence note
    auto_notified,  ///< sent as a notification by a Sieve script
    other,          ///< an extension; sent by a program
};

/// An Auto-Submitted field: whether a person or a program sent the message (RFC 3834 section 5).
///
///     auto-notified; owner-email="foe@sample.net"
///
///     |-----------|                                  word()
///                    |--------------------------|    parameters()
///
///     auto-submitted-field = "Auto-Submitted:" [CFWS] auto-submitted [CFWS] CRLF
///     auto-submitted       = ( "no" / "auto-generated" / "auto-replied" / extension )
///                            opt-parameter-list
///     extension            = token                                ; RFC 2045 section 5.1
///     opt-parameter-list   = *( [CFWS] ";" [CFWS] parameter )
///     auto_submitted::read("auto-generated (failure)")->keyword()  ->  auto_generated
///
/// Programs that answer automatically should answer only messages without this field or with the
/// keyword `no` (RFC 3834 section 2), and no message whose field cannot be read. Borrows the value;
/// trivially copyable.
class auto_submitted {
  public:
    constexpr auto_submitted() = default;

    /// Reads a field's raw_value(). An error (keyword_malformed, which covers the value) if it does
    /// not start with a token, or if anything but a semicolon follows the token. Comments around
    /// the token are ignored. O(value).
    static constexpr result<auto_submitted>
    read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        constexpr auto token = vchar - char_class{"()<>@,;:\\\"/[]?="};
        lexer in{value};
        in.skip_comments();
        auto const rest = in.rest();
        auto const size = scan::not_in(token, rest, 0);
        lexer after_word{rest.substr(size)};
        bool const is_closed = after_word.skip_comments().is_closed();
        auto const next = after_word.next();
        if (size == 0 || !is_closed || !(next.is(token_kind::end) || next.is(';')))
            return whole_value(diagnostic_code::keyword_malformed, value);
        return auto_submitted{value, rest.substr(0, size), trim_fws(after_word.rest())};
    }
    static constexpr result<auto_submitted> read(field const& f) noexcept {
        return read(f.raw_value());
    }
    template <owning_temporary T>
    static result<auto_submitted>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The meaning of the keyword.
    constexpr auto_submitted_keyword keyword() const noexcept {
        using enum auto_submitted_keyword;
        if (is("no")) return no;
        if (is("auto-generated")) return auto_generated;
        if (is("auto-replied")) return auto_replied;
        if (is("auto-notified")) return auto_notified;
        return other;
    }

    /// Whether a program sent the message: true for every keyword but `no`.
    constexpr bool is_automatic() const noexcept { return keyword() != auto_submitted_keyword::no; }

    /// The keyword as written. Compare it with is(): case does not count.
    constexpr std::string_view word() const noexcept { return word_; }

    /// Whether word() is `keyword` when the case of ASCII letters is ignored.
    constexpr bool is(std::string_view keyword) const noexcept {
        return ascii_iequals(word_, keyword);
    }

    /// The text after the first semicolon, not interpreted, without white space at both ends; empty
    /// if there is none.
    constexpr std::string_view parameters() const noexcept { return parameters_; }

    /// Always empty: a value that is read has no deviations.
    constexpr optional<diagnostic> deviation() const noexcept { return std::nullopt; }

    /// Reports nothing: there are no deviations.
    template <class Report>
    constexpr void diagnose(Report&&) const noexcept {}

  private:
    constexpr auto_submitted(std::string_view raw, std::string_view word,
                             std::string_view parameters) noexcept
        : raw_{raw}, word_{word}, parameters_{parameters} {}

    std::string_view raw_;
    std::string_view word_;
    std::string_view parameters_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
