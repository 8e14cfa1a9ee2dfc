#ifndef FOLDWISE_SMTP_EHLO_LINE_HPP
#define FOLDWISE_SMTP_EHLO_LINE_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/detail/word_walker.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The service extensions of SMTP that a server announces in its answer to EHLO, and the commands
/// that it announces in the same way. The comment of each has its keyword and RFC.
enum class smtp_extension : unsigned char {
    auth,                  ///< AUTH, RFC 4954
    atrn,                  ///< ATRN, RFC 2645
    binary_mime,           ///< BINARYMIME, RFC 3030
    burl,                  ///< BURL, RFC 4468
    chunking,              ///< CHUNKING, RFC 3030
    deliver_by,            ///< DELIVERBY, RFC 2852
    dsn,                   ///< DSN, RFC 3461
    eight_bit_mime,        ///< 8BITMIME, RFC 6152
    enhanced_status_codes, ///< ENHANCEDSTATUSCODES, RFC 2034
    etrn,                  ///< ETRN, RFC 1985
    expn,                  ///< EXPN, RFC 5321
    future_release,        ///< FUTURERELEASE, RFC 4865
    help,                  ///< HELP, RFC 5321
    limits,                ///< LIMITS, RFC 9422
    mt_priority,           ///< MT-PRIORITY, RFC 6710
    no_soliciting,         ///< NO-SOLICITING, RFC 3865
    pipelining,            ///< PIPELINING, RFC 2920
    require_tls,           ///< REQUIRETLS, RFC 8689
    rrvs,                  ///< RRVS, RFC 7293
    size,                  ///< SIZE, RFC 1870
    smtp_utf8,             ///< SMTPUTF8, RFC 6531
    start_tls,             ///< STARTTLS, RFC 3207
    verp,                  ///< VERP, of Postfix
    vrfy,                  ///< VRFY, RFC 5321
    xclient,               ///< XCLIENT, of Postfix
    xforward,              ///< XFORWARD, of Postfix
    other,                 ///< any other keyword
};

namespace detail {

/// The keywords of smtp_extension, in the same order.
inline constexpr std::string_view ehlo_keywords[] = {
    "AUTH",          "ATRN",       "BINARYMIME",
    "BURL",          "CHUNKING",   "DELIVERBY",
    "DSN",           "8BITMIME",   "ENHANCEDSTATUSCODES",
    "ETRN",          "EXPN",       "FUTURERELEASE",
    "HELP",          "LIMITS",     "MT-PRIORITY",
    "NO-SOLICITING", "PIPELINING", "REQUIRETLS",
    "RRVS",          "SIZE",       "SMTPUTF8",
    "STARTTLS",      "VERP",       "VRFY",
    "XCLIENT",       "XFORWARD",
};

} // namespace detail

/// The parameters after a keyword, as a forward, borrowed range of std::string_view.
using ehlo_parameters = walk_range<detail::word_walker>;

/// The extension that one line of an answer to EHLO announces: the line's text() after the code
/// (RFC 5321 section 4.1.1.1).
///
///     AUTH PLAIN LOGIN
///     |--|                  keyword()       is("auth"), extension() smtp_extension::auth
///          |---| |---|      parameters()
///
///     ehlo-line    = ehlo-keyword *( SP ehlo-param )
///     ehlo-keyword = (ALPHA / DIGIT) *(ALPHA / DIGIT / "-")
///     ehlo-param   = 1*(%d33-126)
///
/// The first line of the answer has no keyword, but the name of the server. Borrows the text;
/// trivially copyable.
class ehlo_line {
  public:
    /// Reads the text of a line. The keyword ends at the first white space or "="; after "=", the
    /// first parameter follows, as in the historic "AUTH=LOGIN". diagnose() reports the "=", other
    /// octets in the keyword, and other white space than one space. The error is
    /// ehlo_keyword_missing, which covers the text, if it is empty or starts with "=" or white
    /// space. O(keyword).
    static constexpr result<ehlo_line> read(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept {
        constexpr auto ends = wsp + char_class{"="};
        auto const size = scan::in(ends, text, 0);
        if (size == 0) return diagnostic{diagnostic_code::ehlo_keyword_missing, 0, text.size()};
        return ehlo_line{text, size};
    }
    template <owning_temporary T>
    static result<ehlo_line>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole text, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The keyword as written. To compare it, use is() or extension().
    constexpr std::string_view keyword() const noexcept { return raw_.substr(0, keyword_size_); }

    /// Whether the keyword is `keyword`; ASCII case does not count.
    constexpr bool is(std::string_view keyword) const noexcept {
        return ascii_iequals(this->keyword(), keyword);
    }

    /// The extension that the keyword stands for.
    constexpr smtp_extension extension() const noexcept {
        std::size_t index = 0;
        for (auto const known : detail::ehlo_keywords) {
            if (is(known)) break;
            ++index;
        }
        return static_cast<smtp_extension>(index);
    }

    /// The parameters.
    ///     for (auto const mechanism : line.parameters()) use(mechanism);
    constexpr ehlo_parameters parameters() const noexcept {
        auto const after = raw_.substr(keyword_size_);
        return ehlo_parameters{detail::word_walker{after.substr(after.starts_with('=') ? 1 : 0)}};
    }

    /// Whether there is a parameter `word`; ASCII case does not count. O(text).
    ///     ehlo_line::read("AUTH PLAIN LOGIN")->has("login")  ->  true
    constexpr bool has(std::string_view word) const noexcept {
        for (auto const parameter : parameters())
            if (ascii_iequals(parameter, word)) return true;
        return false;
    }

    /// Calls `report` with a diagnostic for each problem: ehlo_keyword_octet, ehlo_keyword_equals,
    /// ehlo_white_space, ehlo_parameter_octet. O(text).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        constexpr auto alphanumeric = alpha + digit;
        constexpr auto in_keyword = alphanumeric + char_class{"-"};
        auto const word = keyword();
        auto const bad = alphanumeric.contains(word[0]) ? scan::not_in(in_keyword, word, 1) : 0;
        if (bad < word.size()) report(diagnostic{ehlo_keyword_octet, bad, 1});
        auto at = keyword_size_;
        if (at < raw_.size() && raw_[at] == '=') report(diagnostic{ehlo_keyword_equals, at++, 1});
        while (at < raw_.size()) {
            auto const start = scan::not_in(wsp, raw_, at);
            bool const is_space = start == at || (start == at + 1 && raw_[at] == ' ');
            if (!is_space || start == raw_.size())
                report(diagnostic{ehlo_white_space, at, start - at});
            at = scan::in(wsp, raw_, start);
            auto const octet = scan::not_in(vchar, raw_.substr(0, at), start);
            if (octet < at) report(diagnostic{ehlo_parameter_octet, octet, 1});
        }
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr ehlo_line(std::string_view raw, std::size_t keyword_size) noexcept
        : raw_{raw}, keyword_size_{keyword_size} {}

    std::string_view raw_;
    std::size_t keyword_size_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
