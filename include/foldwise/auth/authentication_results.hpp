#ifndef FOLDWISE_AUTH_AUTHENTICATION_RESULTS_HPP
#define FOLDWISE_AUTH_AUTHENTICATION_RESULTS_HPP

#include <foldwise/auth/record_reader.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

class resinfo_walker {
  public:
    constexpr resinfo_walker() = default;
    constexpr resinfo_walker(std::string_view value, std::size_t first) noexcept
        : at_{value, first} {}
    explicit constexpr resinfo_walker(diagnostic const& error) noexcept
        : at_{";", 0}, error_{error} {}

    constexpr bool at_end() const noexcept { return at_.at_end(); }
    constexpr result<resinfo> current() const noexcept {
        if (error_) return *error_;
        return resinfo::read(at_.raw(), at_.first());
    }
    constexpr void advance() noexcept { at_.advance(); }
    constexpr std::size_t position() const noexcept { return at_.first(); }

    /// Where the element ends: at its semicolon, or at the end of the value.
    constexpr std::size_t last() const noexcept { return at_.last(); }

    /// Whether the element is the word "none" and no element follows.
    constexpr bool is_none() const noexcept {
        if (at_end()) return false;
        record_reader in{at_.raw()};
        in.skip_cfws();
        if (!ascii_iequals(in.take_while(keyword_octets), "none")) return false;
        in.skip_cfws();
        auto next = at_;
        next.advance();
        return in.rest().empty() && next.at_end();
    }

  private:
    semicolon_cutter at_;
    optional<diagnostic> error_; // if set, it is the only element
};

/// The text before the results: the authserv-id and the version.
struct authres_head {
    result<token_text> id;
    result<unsigned> version;
    optional<diagnostic> unknown_version; // if the version is not 1
    optional<diagnostic> text_after_id;
    std::size_t end;     // the semicolon after the head, or the end of the value
    std::size_t results; // where the first result starts; value.size() + 1 if there is none
};

/// Whether the text starts with a method and "=". Then it is a result and not an authserv-id.
constexpr bool is_methodspec(record_reader in) noexcept {
    in.skip_cfws();
    if (!is_keyword(in.take_while(keyword_octets))) return false;
    in.skip_cfws();
    if (in.skip('/')) {
        in.skip_cfws();
        in.take_while(digit);
        in.skip_cfws();
    }
    return in.skip('=');
}

constexpr authres_head read_authres_head(std::string_view value, std::size_t first) noexcept {
    using enum diagnostic_code;
    auto const end = find_semicolon(value, first);
    record_reader in{value.substr(first, end - first)};
    diagnostic const missing{authres_authserv_id_missing, first, end - first};
    authres_head head{missing, 1u, {}, {}, end, end + 1};
    if (is_methodspec(in)) {
        head.id = diagnostic{authres_authserv_id_missing, first, 0};
        head.results = first;
        return head;
    }
    auto const taken = in.take_value();
    recorded_value const id{taken.raw};
    if (taken.reading == value_reading::not_closed)
        head.id = diagnostic{auth_not_closed, first, end - first};
    if (taken.reading != value_reading::one || !(id.is_quoted() || is_token(id.raw()))) return head;
    head.id = id.is_quoted() ? lexer{id.raw()}.peek().text() : token_text{id.raw()};
    in.skip_cfws();
    auto const rest = in.rest();
    auto const place = offset_of(value, rest);
    auto const word = in.take_run();
    in.skip_cfws();
    if (!word.empty() && in.rest().empty() && scan::not_in(digit, word, 0) == word.size()) {
        diagnostic const unknown{authres_version_unknown, place, word.size()};
        auto const version = version_of(word);
        head.version = version ? result<unsigned>{*version} : unknown;
        if (!version || *version != 1) head.unknown_version = unknown;
    } else if (!word.empty()) {
        head.text_after_id = diagnostic{authres_text_after_id, place, rest.size()};
    }
    return head;
}

} // namespace detail

/// The results of the checks that a receiving server made of a message (RFC 8601 section 2.2):
///
///     mx.a.example; spf=pass smtp.helo=b.example; dkim=fail header.d=c.example
///
///     |----------|                                                              authserv_id()
///                   |--------------------------|                                an element
///                   |-|                                                           method()
///                       |--|                                                      result()
///                            |-----------------|                                  properties()
///                                                 |--------------------------|  an element
///
///     authres-payload = [CFWS] authserv-id [ CFWS authres-version ]
///                       ( no-result / 1*resinfo ) [CFWS]
///     no-result       = [CFWS] ";" [CFWS] "none"
///
///     authentication_results const ar{f};
///     if (ar.is_by("mx.a.example"))
///         for (auto const r : ar) r ? use(r->method(), r->result()) : report(r.error());
///     if (auto const spf = ar.find("spf")) use(spf->result_is("pass"));
///
/// Nothing is verified. Anybody can write such a field. Trust only fields with an authserv_id()
/// that your own servers use and remove from incoming mail (RFC 8601 section 5).
///
/// The value is split at each ";" outside of comments and quoted-strings, so nothing inside them is
/// ever a result. A comment or quoted-string that is not closed extends to the end of the value.
/// Each element is a `resinfo`, or the diagnostic that says why it is not one. A malformed result
/// does not affect the others. The elements and the semicolons between them make up the value,
/// except for the authserv-id and the version, and for white space and comments after the last
/// semicolon.
///
/// Special cases:
/// - If is_none(), there are no elements.
/// - If the version is unknown, the meaning of the rest is unknown, too, and
///   authres_version_unknown is the only element.
/// - If a value starts with a result, as Microsoft writes it, the result is the first element, and
///   authserv_id() is an error.
///
/// A forward, borrowed range over the caller's bytes; allocates nothing; O(value). Each member
/// reads the value again. Offsets count from the start of raw(). Total: accepts any bytes.
class authentication_results {
  public:
    using iterator = walk_iterator<detail::resinfo_walker>;

    constexpr authentication_results() = default;

    /// `value` is the field's raw_value(), which may be folded. The octets before `first`, such as
    /// the instance of an ARC-Authentication-Results field, are skipped.
    explicit constexpr authentication_results(std::string_view value FOLDWISE_LIFETIMEBOUND,
                                              std::size_t first = 0) noexcept
        : value_{value}, first_{first < value.size() ? first : value.size()} {}
    template <owning_temporary T>
    explicit authentication_results( // it would dangle: keep the string in a variable first
        T&&, std::size_t = 0) = delete;

    /// The field may have any name. Borrows the bytes that the field borrows.
    explicit constexpr authentication_results(field const& f) noexcept : value_{f.raw_value()} {}

    /// The whole value, including skipped octets.
    constexpr std::string_view raw() const noexcept { return value_; }

    /// The name of the server or organization that made the checks: a token, or the text of a
    /// quoted-string. To compare it, use `is_by`. The error is authres_authserv_id_missing or
    /// auth_not_closed.
    constexpr result<token_text> authserv_id() const noexcept { return head().id; }

    /// Whether authserv_id() is `name`. ASCII case does not count, since an authserv-id is
    /// commonly a domain name (RFC 8601 section 2.5).
    constexpr bool is_by(std::string_view name) const noexcept {
        auto const id = authserv_id();
        return id && detail::text_iequals(*id, name);
    }

    /// 1 if no version is given. The error is authres_version_unknown if the number is above 9999.
    /// Text that is not a number is skipped; diagnose() reports it.
    constexpr result<unsigned> version() const noexcept { return head().version; }

    /// Whether the field says that nothing was checked: it has the word "none" instead of results.
    constexpr bool is_none() const noexcept {
        auto const start = head();
        return !start.unknown_version && detail::resinfo_walker{value_, start.results}.is_none();
    }

    constexpr iterator begin() const noexcept {
        auto const start = head();
        if (start.unknown_version) return iterator{detail::resinfo_walker{*start.unknown_version}};
        detail::resinfo_walker const first{value_, start.results};
        return iterator{first.is_none() ? detail::resinfo_walker{} : first};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// The first result of `method` in version 1; ASCII case does not count. No other version of a
    /// method exists, and RFC 8601 section 2.6 tells readers to ignore others. O(value).
    ///     ar.find("spf")
    constexpr optional<resinfo> find(std::string_view method) const noexcept {
        for (auto const each : *this)
            if (each && each->is(method) && each->method_version() == 1) return *each;
        return std::nullopt;
    }

    /// Calls `report` with a diagnostic for each problem, in this order: of the authserv-id and the
    /// version; of each result and its properties; authres_result_missing if there is no result, or
    /// none after the last semicolon; auth_not_closed. O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        auto const start = head();
        auto const check = [&report](diagnostic const& problem) {
            if (problem.code != auth_not_closed) report(problem); // reported at the end
        };
        if (!start.id) check(start.id.error());
        if (start.text_after_id) report(*start.text_after_id);
        if (start.unknown_version) {
            report(*start.unknown_version);
        } else {
            auto last = start.end;
            detail::resinfo_walker at{value_, start.results};
            if (at.is_none()) {
                last = at.last();
                at.advance();
            }
            for (; !at.at_end(); at.advance()) {
                last = at.last();
                auto const each = at.current();
                if (!each) check(each.error());
                if (each) each->diagnose(check);
            }
            if (last < value_.size() || start.results > value_.size())
                report(diagnostic{authres_result_missing, last, value_.size() - last});
        }
        auto const open = find_not_closed(value_, first_);
        if (open < value_.size()) report(diagnostic{auth_not_closed, open, value_.size() - open});
    }

    /// The gravest problem. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr detail::authres_head head() const noexcept {
        return detail::read_authres_head(value_, first_);
    }

    std::string_view value_;
    std::size_t first_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::authentication_results> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::authentication_results> = true;

#endif
