#ifndef FOLDWISE_LISTS_LIST_URIS_HPP
#define FOLDWISE_LISTS_LIST_URIS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/lists/detail/angle_size.hpp>
#include <foldwise/lists/list_uri.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/keyword.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

class list_uri_walker {
  public:
    constexpr list_uri_walker() = default;
    explicit constexpr list_uri_walker(std::string_view value) noexcept : value_{value} {
        if (!ascii_iequals(lone_atom(value), "NO")) in_ = lexer{value};
        advance();
    }

    constexpr bool at_end() const noexcept { return start_ == value_.size(); }
    constexpr result<list_uri> current() const noexcept { return current_; }
    constexpr std::size_t position() const noexcept { return start_; }
    constexpr void advance() noexcept {
        comment_ = {};
        start_ = here();
        take_comments();
        while (in_.peek().is(',')) {
            in_.next();
            is_separated_ = true;
            comment_ = {};
            start_ = here();
            take_comments();
        }
        if (in_.rest().empty())
            start_ = value_.size();
        else if (in_.rest().front() == '<')
            take_bracketed();
        else
            take_bare();
        is_separated_ = false;
    }

  private:
    constexpr std::size_t here() const noexcept { return value_.size() - in_.rest().size(); }
    constexpr void pass(std::size_t size) noexcept { in_ = lexer{in_.rest().substr(size)}; }

    /// Skips closed comments. Returns the end of the last one, or `end` if there is none.
    constexpr std::size_t take_comments(std::size_t end = 0) noexcept {
        for (;;) {
            auto const next = in_.peek();
            if (!next.is(token_kind::comment) || !next.is_closed()) return end;
            comment_ = next.raw();
            end = here() + comment_.size();
            in_.next();
        }
    }

    /// Takes an element that starts with "<".
    constexpr void take_bracketed() noexcept {
        auto const open = here();
        auto const size = angle_size(in_.rest());
        if (size == 0) return give_up();
        auto const inside = value_.substr(open + 1, size - 2);
        auto const uri = trim(inside, fws_octets);
        pass(size);
        auto const last = take_comments(open + size);
        auto const raw = value_.substr(start_, last - start_);
        if (!can_be_uri(uri)) {
            current_ = diagnostic{diagnostic_code::list_uri_malformed, start_, raw.size()};
            return;
        }
        optional<diagnostic> deviation;
        auto const octet = scan::not_in(uri_char + fws_octets, uri, 0);
        if (!is_separated_)
            deviation = diagnostic{diagnostic_code::list_uri_without_comma, open - start_, size};
        else if (octet != uri.size())
            deviation = diagnostic{diagnostic_code::list_uri_octet, offset_of(raw, uri) + octet, 1};
        else if (scan::in(fws_octets, inside, 0) != inside.size())
            deviation = diagnostic{diagnostic_code::list_uri_with_white_space, open - start_, size};
        current_ = list_uri{{raw, uri, comment_}, deviation};
    }

    /// Takes a URI without brackets: one word that only comments follow. It must not contain commas
    /// or parentheses, which could belong to the URI or to the field.
    constexpr void take_bare() noexcept {
        constexpr auto plain = uri_char - char_class{"(),"};
        auto const open = here();
        auto const uri = in_.rest().substr(0, scan::not_in(plain, in_.rest(), 0));
        auto const end = open + uri.size();
        bool const is_alone = end == value_.size() || fws_octets.contains(value_[end]);
        pass(uri.size());
        auto const last = take_comments(end);
        if (!is_separated_ || !is_alone || !in_.rest().empty() || !can_be_uri(uri))
            return give_up();
        current_ = list_uri{
            {value_.substr(start_, last - start_), uri, comment_},
            diagnostic{diagnostic_code::list_uri_without_brackets, open - start_, uri.size()}};
    }

    /// Ends the list: the current element covers the rest of the value.
    constexpr void give_up() noexcept {
        auto const rest = trim_fws(value_.substr(start_));
        current_ = diagnostic{diagnostic_code::list_uri_malformed, start_, rest.size()};
        in_ = {};
    }

    std::string_view value_;
    lexer in_;
    std::size_t start_ = 0;
    bool is_separated_ = true; // whether a comma, or nothing, is before the element
    std::string_view comment_;
    result<list_uri> current_{list_uri{}};
};

} // namespace detail

/// The URIs of List-Help, List-Unsubscribe, List-Subscribe, List-Post, List-Owner and
/// List-Archive (RFC 2369 sections 2 and 3), folded or not, in their order of preference.
///     list_uris{"<https://a.example/>,\r\n <mailto:b@c> (by mail)"}
///       ->  https://a.example/   mailto:b@c
///     for (auto const u : list_uris{value}) if (u && u->has_scheme("mailto")) use(u->text());
/// Each element is a list_uri, or list_uri_malformed with its offset from the start of the value.
/// Brackets that contain no URI make only their own element malformed. Any other text that is
/// neither a URI in brackets nor a comment ends the list, as RFC 2369 section 2 requires: the
/// malformed element covers the rest of the value, which is not read. So no URI is taken from a
/// comment, a quoted-string or an encoded-word, or after an unclosed bracket or comment.
///
/// Malformed URIs with only one meaning are read nevertheless, and their deviation() reports the
/// problem:
///
///     <a:b> <c:d>        no comma between them; other readers stop before the second one
///     https://a.example  no brackets: one word without commas and parentheses, at the end
///     <a:b|c>            octets that a URI must not contain
///     <a:\r\n b>         white space, which is ignored
///
/// Empty elements are skipped (RFC 822 section 2.7). A message may have each of these fields once.
/// A forward range that borrows the value. Total. A traversal is O(value); the constructor reads
/// the first element. Nothing is allocated.
class list_uris : public walk_range<detail::list_uri_walker> {
  public:
    constexpr list_uris() = default;
    /// Reads a field's raw_value().
    explicit constexpr list_uris(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : walk_range{detail::list_uri_walker{value}}, raw_{value} {}
    explicit constexpr list_uris(field const& f) noexcept : list_uris{f.raw_value()} {}
    template <owning_temporary T>
    explicit list_uris(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Whether the value is "NO": in List-Post, it means that nobody may post (RFC 2369 section
    /// 3.4). This value has no elements. O(value).
    ///     list_uris{"NO (posting not allowed on this list)"}.says_no()  ->  true
    constexpr bool says_no() const noexcept { return ascii_iequals(detail::lone_atom(raw_), "NO"); }

    /// The first URI with this scheme; ASCII case does not count. O(value).
    constexpr optional<list_uri> find(std::string_view scheme) const noexcept {
        for (auto const each : *this)
            if (each && each->has_scheme(scheme)) return *each;
        return std::nullopt;
    }

    /// Calls `report` with the problem of each element that has one, in order. Offsets count from
    /// the start of raw(). O(value).
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        for (auto const each : *this)
            if (!each) {
                report(each.error());
            } else if (auto problem = each->deviation()) {
                problem->offset += offset_of(raw_, each->raw());
                report(*problem);
            }
    }

    /// The gravest of the problems that diagnose() reports, and the first of equally grave ones.
    /// O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view raw_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::list_uris> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::list_uris> = true;

#endif
