#ifndef FOLDWISE_AUTH_AUTHENTICATION_RESULTS_HPP
#define FOLDWISE_AUTH_AUTHENTICATION_RESULTS_HPP

#include <foldwise/auth/detail/record_reader.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

namespace foldwise {

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
        return read_resinfo(at_.raw(), at_.first());
    }
    constexpr void advance() noexcept { at_.advance(); }
    constexpr std::size_t position() const noexcept { return at_.first(); }

    /// Where the element ends: at its semicolon, or the end of the value.
    constexpr std::size_t last() const noexcept { return at_.last(); }

    /// Whether the element is the word "none", and the last one.
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
    std::optional<diagnostic> error_; // the only element, where there is one
};

/// What is before the results.
struct authres_head {
    result<token_text> id;
    result<unsigned> version;
    std::optional<diagnostic> unknown_version; // of a number that is not 1
    std::optional<diagnostic> text_after_id;
    std::size_t end;     // its semicolon, or the end of the value
    std::size_t results; // where the first one starts; beyond the value: there is none
};

/// Whether the text starts as a result does, and not as an authserv-id.
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

/// What a receiver recorded of its checks (RFC 8601 section 2.2):
///     authres-payload = [CFWS] authserv-id [ CFWS authres-version ]
///                       ( no-result / 1*resinfo ) [CFWS]
///     no-result       = [CFWS] ";" [CFWS] "none"
///
///     authentication_results const ar{"mx.a.example; spf=pass smtp.mailfrom=b.example;\r\n"
///                                     " dkim=fail (bad) header.d=c.example"};
///     ar.authserv_id()->to_string()  ->  "mx.a.example"
///     ar.find("dkim")->result()      ->  "fail"
///     for (auto const r : ar) r ? use(r->method(), r->result()) : report(r.error());
///
/// It is only read: anybody can write such a field, and only those with an authserv_id()
/// that the reader's own servers write, and remove from mail that comes in, mean anything.
///
/// The value is cut at each ";" outside of comments and quoted-strings, and nothing inside
/// of these is ever a result; one that is not closed takes the rest. Each element is a
/// `resinfo`, or the diagnostic that says why there is none, which costs no other element;
/// see read_resinfo. So the elements and the semicolons between them are the value, but
/// for the authserv-id and for white space and comments behind the last semicolon.
/// There are no elements where is_none(), and only one where the version is not known:
/// authres_version_unknown, since nobody can tell what the rest means.
/// Where a value starts with a result, as with Microsoft, it is read; authserv_id() is not
/// there then. Text behind the authserv-id is no result.
///
/// A forward, borrowed range over the caller's bytes; allocates nothing; O(value), and each
/// member looks at the value anew. Offsets count from the start of the value. Total.
class authentication_results {
  public:
    using iterator = walk_iterator<detail::resinfo_walker>;

    constexpr authentication_results() = default;

    /// `value` is the field's raw_value(), folded as it stands. What is before `first` is
    /// passed over.
    explicit constexpr authentication_results(std::string_view value FOLDWISE_LIFETIMEBOUND,
                                              std::size_t first = 0) noexcept
        : value_{value}, first_{first < value.size() ? first : value.size()} {}
    template <owning_temporary T>
    explicit authentication_results(T&&, std::size_t = 0) = delete;

    /// Whatever the field's name is. Borrows what the field borrows.
    explicit constexpr authentication_results(field const& f) noexcept : value_{f.raw_value()} {}

    constexpr std::string_view raw() const noexcept { return value_.substr(first_); }

    /// Who did the checks: a token or a quoted-string, which is unquoted. Where there is
    /// none: authres_authserv_id_missing, auth_not_closed.
    constexpr result<token_text> authserv_id() const noexcept { return head().id; }

    /// 1 where nothing is said. Where it is no number up to 9999: authres_version_unknown.
    /// Other text in its place is passed over; `diagnose` tells of it.
    constexpr result<unsigned> version() const noexcept { return head().version; }

    /// Whether it says that nothing was checked: "none" instead of results.
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

    /// The first result of that method, in its version 1, which is the only one that there
    /// is (section 2.6 has readers ignore others); ASCII case does not count. O(value).
    ///     ar.find("spf")
    constexpr std::optional<resinfo> find(std::string_view method) const noexcept {
        for (auto const each : *this)
            if (each && each->is(method) && each->method_version() == 1) return *each;
        return std::nullopt;
    }

    /// Calls `report` with a diagnostic for each problem: of the authserv-id and the
    /// version, then of each result with its properties, in order; authres_result_missing
    /// where there is no result, or none behind the last semicolon; auth_not_closed.
    /// O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        auto const start = head();
        auto const check = [&report](diagnostic const& problem) {
            if (problem.code != auth_not_closed) report(problem); // it comes at the end
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
                if (each) diagnose_values(*each, check);
            }
            if (last < value_.size() || start.results > value_.size())
                report(diagnostic{authres_result_missing, last, value_.size() - last});
        }
        auto const open = detail::find_not_closed(value_, first_);
        if (open < value_.size()) report(diagnostic{auth_not_closed, open, value_.size() - open});
    }

  private:
    constexpr detail::authres_head head() const noexcept {
        return detail::read_authres_head(value_, first_);
    }

    template <class Report>
    constexpr void diagnose_values(resinfo const& info, Report const& report) const {
        auto const problem = [this](diagnostic_code code, std::string_view raw) {
            return diagnostic{code, offset_of(value_, raw), raw.size()};
        };
        if (auto const reason = info.reason())
            if (!reason->is_quoted() && !detail::is_token(reason->raw()))
                report(problem(diagnostic_code::authres_value_unquoted, reason->raw()));
        for (auto const each : info.properties()) {
            if (!each)
                report(each.error());
            else if (auto const deviation = each->deviation())
                report(problem(*deviation, each->raw()));
        }
    }

    std::string_view value_;
    std::size_t first_ = 0;
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::authentication_results> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::authentication_results> = true;

#endif
