#ifndef FOLDWISE_ADDRESS_ADDR_SPEC_CHECK_HPP
#define FOLDWISE_ADDRESS_ADDR_SPEC_CHECK_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Checks a text against the grammar of an addr-spec. Each function passes the element that its
/// name says; if it cannot, it returns false and sets problem_.
class addr_spec_checker {
  public:
    explicit constexpr addr_spec_checker(std::string_view text) noexcept : in_{text} {}

    constexpr optional<diagnostic> check() noexcept {
        return local_part() && at_sign() && domain() && end() ? obsolete_ : problem_;
    }

  private:
    /// local-part     = dot-atom / quoted-string / obs-local-part
    /// obs-local-part = word *("." word)
    constexpr bool local_part() noexcept {
        if (!cfws()) return false;
        for (;;) {
            bool const is_quoted = in_.sees('"');
            if (!(is_quoted ? enclosed(qtext, '"') : atom()) || !obsolete_cfws()) return false;
            auto const dot = in_.position();
            if (!in_.skip('.')) return true;
            if (is_quoted || in_.sees('"')) note(dot);
            if (!obsolete_cfws()) return false;
        }
    }

    constexpr bool at_sign() noexcept {
        if (!in_.skip('@')) return fail();
        has_at_ = true;
        return obsolete_cfws();
    }

    /// domain     = dot-atom / domain-literal / obs-domain
    /// obs-domain = atom *("." atom)
    constexpr bool domain() noexcept {
        if (in_.sees('[')) return enclosed(dtext, ']') && cfws();
        for (;;) {
            if (!atom()) return false;
            auto const gap = in_.position();
            if (!cfws()) return false;
            if (!in_.sees('.')) return true;
            if (gap != in_.position()) note(gap);
            in_.skip('.');
            if (!obsolete_cfws()) return false;
        }
    }

    constexpr bool end() noexcept { return in_.at_end() || fail(); }

    /// 1*atext
    FOLDWISE_COLD constexpr bool atom() noexcept {
        if (in_.rest().starts_with("=?"))
            return fail(diagnostic_code::address_encoded_word, in_.position(), 2);
        auto const start = in_.position();
        while (in_.skip(atext) || non_ascii()) {
        }
        return in_.position() != start || fail();
    }

    /// CFWS = (1*([FWS] comment) [FWS]) / FWS
    FOLDWISE_COLD constexpr bool cfws() noexcept {
        for (fws(); in_.sees('('); fws())
            if (!enclosed(ctext, ')')) return false;
        return true;
    }

    /// CFWS in a place where only section 4.4 allows it.
    FOLDWISE_COLD constexpr bool obsolete_cfws() noexcept {
        auto const start = in_.position();
        if (!cfws()) return false;
        if (in_.position() != start) note(start);
        return true;
    }

    /// FWS     = ([*WSP CRLF] 1*WSP) / obs-FWS
    /// obs-FWS = 1*([CRLF] WSP)         ; erratum 1908
    FOLDWISE_COLD constexpr void fws() noexcept {
        for (bool is_folded = false;;) {
            in_.take_while(wsp);
            auto const fold = folds{}.cut_at(in_.rest(), 0);
            if (fold == 0) return;
            auto const start = in_.position();
            in_.take(fold);
            if (is_folded) note(start);
            is_folded = true;
        }
    }

    /// *([FWS] content) [FWS] between delimiters; a comment may contain comments.
    ///     content = one of `text` / quoted-pair
    FOLDWISE_COLD constexpr bool enclosed(char_class const& text, char closing) noexcept {
        auto const start = in_.position();
        in_.take(1);
        for (std::size_t depth = 1; depth != 0;) {
            fws();
            if (in_.at_end()) return not_closed(start);
            if (in_.skip(closing))
                --depth;
            else if (closing == ')' && in_.skip('('))
                ++depth;
            else if (in_.sees('\\') ? !quoted_pair(closing) : !content(text))
                return fail();
        }
        return true;
    }

    /// obs-qtext = obs-ctext = obs-NO-WS-CTL
    /// obs-dtext = obs-NO-WS-CTL / quoted-pair
    constexpr bool content(char_class const& text) noexcept {
        auto const start = in_.position();
        if (in_.skip(text) || non_ascii()) return true;
        if (!in_.skip(obs_no_ws_ctl)) return false;
        note(start);
        return true;
    }

    /// quoted-pair = ("\" (VCHAR / WSP)) / obs-qp
    /// obs-qp      = "\" (%d0 / obs-NO-WS-CTL / LF / CR)
    FOLDWISE_COLD constexpr bool quoted_pair(char closing) noexcept {
        constexpr auto proper = vchar + wsp;
        constexpr auto obsolete = obs_no_ws_ctl + char_class::range(0, 0);
        auto const start = in_.position();
        in_.skip('\\');
        if (in_.at_end()) return true; // enclosed() finds that it is not closed
        if (in_.skip(proper) || non_ascii()) {
            if (closing == ']') note(start);
            return true;
        }
        if (in_.skip(obsolete) || bare_cr() || folds{}.cut_at(in_.rest(), 0) != 0) {
            note(start);
            return true;
        }
        return false;
    }

    constexpr bool bare_cr() noexcept { return !in_.rest().starts_with("\r\n") && in_.skip('\r'); }

    /// UTF8-non-ascii
    FOLDWISE_COLD constexpr bool non_ascii() noexcept {
        if (!in_.sees(utf8_non_ascii)) return false;
        auto const next = utf8_character_at(in_.rest(), 0);
        if (next.is_well_formed) in_.take(next.size);
        return next.is_well_formed;
    }

    /// Notes an obsolete form, which was passed since `start`. The first one is kept.
    FOLDWISE_COLD constexpr void note(std::size_t start) noexcept {
        if (!obsolete_)
            obsolete_ =
                diagnostic{diagnostic_code::address_obsolete, start, in_.position() - start};
    }

    constexpr bool fail(diagnostic_code code, std::size_t start, std::size_t size) noexcept {
        problem_ = diagnostic{code, start, size};
        return false;
    }

    /// Fails at the octet that comes next, or at the end.
    FOLDWISE_COLD constexpr bool fail() noexcept {
        if (in_.at_end() && !has_at_)
            return fail(diagnostic_code::address_without_at, in_.position(), 0);
        return fail(diagnostic_code::address_malformed, in_.position(), in_.at_end() ? 0u : 1u);
    }

    constexpr bool not_closed(std::size_t start) noexcept {
        return fail(diagnostic_code::address_not_closed, start, in_.position() - start);
    }

    cursor in_;
    bool has_at_ = false;
    optional<diagnostic> problem_;
    optional<diagnostic> obsolete_;
};

} // namespace detail

/// Checks whether `text` is an addr-spec by the strict grammar (RFC 5322 section 3.4.1, with
/// RFC 6532). It may be folded.
///     check_addr_spec("a.foe@sample.net")      ->  no diagnostic
///     check_addr_spec("\"a\" . b@sample.net")  ->  address_obsolete, offset 3, length 1
///     check_addr_spec("a..b@sample.net")       ->  address_malformed, offset 2, length 1
/// Returns no diagnostic if it is one, otherwise the first problem, with its place in `text`:
///
///     address_obsolete      a form that only section 4 allows: comments or white space next to a
///                           dot or the "@" (which section 3.4.1 says SHOULD NOT be used), quotes
///                           next to a dot, two folds in a row, control characters that are text,
///                           a quoted-pair in a domain-literal
///     address_without_at    the text ends before an "@"
///     address_not_closed    a quote, comment or bracket is not closed; from its start
///     address_encoded_word  an atom starts with "=?" (RFC 2047 section 5); the "=?"
///     address_malformed     everything else; the octet that must not be there
///
/// Any other problem takes precedence over address_obsolete. Octets beyond ASCII must be UTF-8.
/// addr_spec::read() reads every addr-spec, obsolete or not, and some texts that are not
/// addr-specs. Total; O(text), no recursion, allocates nothing.
constexpr optional<diagnostic> check_addr_spec(std::string_view text) noexcept {
    return detail::addr_spec_checker{text}.check();
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
