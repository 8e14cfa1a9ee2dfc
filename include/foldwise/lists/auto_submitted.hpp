#ifndef FOLDWISE_LISTS_AUTO_SUBMITTED_HPP
#define FOLDWISE_LISTS_AUTO_SUBMITTED_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// The keywords of Auto-Submitted (RFC 3834 section 5.1, RFC 5436 section 2.7.1).
enum class auto_submitted_keyword : unsigned char {
    no,             ///< by a human, as if the field were not there
    auto_generated, ///< by a process that runs on its own, not as an answer
    auto_replied,   ///< as an answer to another message, such as an absence note
    auto_notified,  ///< by the notifications of Sieve
    other,          ///< an extension, which is automatic too
};

/// What an Auto-Submitted field says: who or what sent the message (RFC 3834 section 5):
///
///     auto-notified; owner-email="foe@sample.net"
///
///     |-----------|                                  word()
///                    |--------------------------|    parameters()
///
/// read_auto_submitted gives it. Borrows the value; trivially copyable.
class auto_submitted {
  public:
    constexpr auto_submitted() = default;
    constexpr auto_submitted(std::string_view word FOLDWISE_LIFETIMEBOUND,
                             std::string_view parameters FOLDWISE_LIFETIMEBOUND) noexcept
        : word_{word}, parameters_{parameters} {}

    constexpr auto_submitted_keyword keyword() const noexcept {
        using enum auto_submitted_keyword;
        if (ascii_iequals(word_, "no")) return no;
        if (ascii_iequals(word_, "auto-generated")) return auto_generated;
        if (ascii_iequals(word_, "auto-replied")) return auto_replied;
        if (ascii_iequals(word_, "auto-notified")) return auto_notified;
        return other;
    }

    /// Whether it was sent by itself: every keyword but `no`.
    constexpr bool is_automatic() const noexcept { return keyword() != auto_submitted_keyword::no; }

    /// The keyword as it is written.
    constexpr std::string_view word() const noexcept { return word_; }

    /// What stands behind the first semicolon, not read, without white space at both ends;
    /// empty where nothing does.
    constexpr std::string_view parameters() const noexcept { return parameters_; }

  private:
    std::string_view word_;
    std::string_view parameters_;
};

/// The keyword of an Auto-Submitted field and its parameters; `value` is its raw_value().
///     auto-submitted-field = "Auto-Submitted:" [CFWS] auto-submitted [CFWS] CRLF
///     auto-submitted       = ( "no" / "auto-generated" / "auto-replied" / extension )
///                            opt-parameter-list
///     extension            = token                                ; RFC 2045 section 5.1
///     opt-parameter-list   = *( [CFWS] ";" [CFWS] parameter )
///     read_auto_submitted("auto-generated (failure)")->keyword()  ->  auto_generated
/// Without a value where no token comes first, or where anything but a semicolon follows:
/// keyword_malformed, which covers the value. Those who answer automatically should answer
/// nothing but `no` (RFC 3834 section 2), and so leave a field without a value alone as well.
/// O(value), nothing is allocated.
constexpr result<auto_submitted>
read_auto_submitted(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
    constexpr auto token = vchar - char_class{"()<>@,;:\\\"/[]?="};
    lexer in{value};
    in.skip_comments();
    auto const rest = in.rest();
    auto const size = scan::not_in(token, rest, 0);
    lexer behind{rest.substr(size)};
    bool const is_closed = behind.skip_comments().is_closed();
    auto const next = behind.next();
    if (size == 0 || !is_closed || !(next.is(token_kind::end) || next.is(';')))
        return diagnostic{diagnostic_code::keyword_malformed, 0, value.size()};
    return auto_submitted{rest.substr(0, size), trim_fws(behind.rest())};
}
template <owning_temporary T>
result<auto_submitted> read_auto_submitted(T&&) = delete;

} // namespace foldwise

#endif
