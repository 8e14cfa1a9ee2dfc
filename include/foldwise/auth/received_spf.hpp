#ifndef FOLDWISE_AUTH_RECEIVED_SPF_HPP
#define FOLDWISE_AUTH_RECEIVED_SPF_HPP

#include <foldwise/auth/record_reader.hpp>
#include <foldwise/auth/recorded_value.hpp>
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
#include <foldwise/syntax/comments.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The results of SPF (RFC 7208 section 2.6).
enum class spf_result : unsigned char {
    none,
    neutral,
    pass,
    fail,
    softfail,
    temperror,
    permerror,
};

/// A key and its value in a Received-SPF field (RFC 7208 section 9.1).
///     key-value-pair = key [CFWS] "=" ( dot-atom / quoted-string )
///     key            = "client-ip" / "envelope-from" / "helo" / "problem" / "receiver" /
///                      "identity" / "mechanism" / name
/// Case does not count in keys: compare them with `is`. Borrows the field's bytes; trivially
/// copyable.
class spf_pair {
  public:
    constexpr spf_pair() = default;
    /// A pair whose parts have been found, in the order in which they are written.
    constexpr spf_pair(std::string_view raw, std::string_view key, recorded_value value,
                       optional<diagnostic> const& deviation) noexcept
        : raw_{raw}, key_{key}, value_{value}, deviation_{deviation} {}

    /// All octets between the semicolons.
    constexpr std::string_view raw() const noexcept { return raw_; }
    constexpr std::string_view key() const noexcept { return key_; }
    constexpr recorded_value value() const noexcept { return value_; }

    /// Whether the key is `key`; ASCII case does not count.
    constexpr bool is(std::string_view key) const noexcept { return ascii_iequals(key_, key); }

    /// spf_value_unquoted if the value should be quoted but is not: an address such as a@b, an IPv6
    /// address, or an empty value. Covers the value; its offset counts from the start of the
    /// field's value.
    constexpr optional<diagnostic> deviation() const noexcept { return deviation_; }

  private:
    std::string_view raw_;
    std::string_view key_;
    recorded_value value_;
    optional<diagnostic> deviation_;
};

namespace detail {

class spf_pair_walker {
  public:
    constexpr spf_pair_walker() = default;
    constexpr spf_pair_walker(std::string_view value, std::size_t first) noexcept
        : at_{value, first} {}

    constexpr bool at_end() const noexcept { return at_.at_end(); }
    constexpr result<spf_pair> current() const noexcept {
        using enum diagnostic_code;
        auto const raw = at_.raw();
        diagnostic const malformed{spf_pair_malformed, at_.first(), raw.size()};
        record_reader in{raw};
        in.skip_cfws();
        // name (RFC 7208 section 7.1): ALPHA *( ALPHA / DIGIT / "-" / "_" / "." )
        auto const key = in.take_while(keyword_class + char_class{"."});
        if (key.empty() || !alpha.contains(key.front())) return malformed;
        in.skip_cfws();
        if (!in.skip('=')) return malformed;
        auto const taken = in.take_value();
        if (taken.reading == value_reading::not_closed)
            return diagnostic{auth_not_closed, at_.first(), raw.size()};
        in.skip_cfws();
        if (taken.reading != value_reading::one || !in.rest().empty()) return malformed;
        recorded_value const value{taken.raw};
        optional<diagnostic> deviation;
        if (!value.is_quoted() && !is_dot_atom(taken.raw))
            deviation = diagnostic{spf_value_unquoted, at_.first() + offset_of(raw, taken.raw),
                                   taken.raw.size()};
        return spf_pair{raw, key, value, deviation};
    }
    constexpr void advance() noexcept { at_.advance(); }
    constexpr std::size_t position() const noexcept { return at_.first(); }

  private:
    semicolon_cutter at_;
};

} // namespace detail

/// A Received-SPF field, in which a server recorded its SPF check (RFC 7208 section 9.1):
///
///     pass (mx: permitted) client-ip=192.0.2.1; helo=a.example
///
///     |--|                                                      result()
///          |-------------|                                      comment()
///                          |-----------------|  |------------|  elements, each an spf_pair
///
///     header-field   = "Received-SPF:" [CFWS] result FWS [comment FWS]
///                      [ key-value-list ] CRLF
///     key-value-list = key-value-pair *( ";" [CFWS] key-value-pair ) [";"]
///
///     received_spf const r{"pass (mx: permitted) client-ip=192.0.2.1; helo=a.example"};
///     r.result()           ->  spf_result::pass
///     r.comment()->text()  ->  "mx: permitted"
///     r.find("client-ip")->value().text()  ->  "192.0.2.1"
///     for (auto const p : r) p ? use(p->key(), p->value()) : report(p.error());
/// Nothing is verified: anybody can write such a field.
///
/// The list of pairs is split at each ";" outside of comments and quoted-strings. Each element is
/// an `spf_pair`, or the diagnostic that says why it is not one: spf_pair_malformed or
/// auth_not_closed, which cover all octets between the semicolons. A malformed pair does not affect
/// the others. If the result cannot be read, there are no pairs. A forward, borrowed range over the
/// caller's bytes; allocates nothing; O(value). Each member reads the value again. Offsets count
/// from the start of raw(). Total: accepts any bytes.
class received_spf {
  public:
    using iterator = walk_iterator<detail::spf_pair_walker>;

    constexpr received_spf() = default;

    /// `value` is the field's raw_value(), which may be folded.
    explicit constexpr received_spf(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : value_{value} {}
    template <owning_temporary T>
    explicit received_spf(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The field may have any name. Borrows the bytes that the field borrows.
    explicit constexpr received_spf(field const& f) noexcept : value_{f.raw_value()} {}

    constexpr std::string_view raw() const noexcept { return value_; }

    /// The result; ASCII case does not count. The error is spf_result_unknown if the first word is
    /// not an spf_result.
    constexpr foldwise::result<spf_result> result() const noexcept {
        record_reader in{value_};
        in.skip_cfws();
        auto const word = in.take_while(detail::keyword_octets);
        bool const ends = in.rest().empty() || in.rest().front() == ';' || in.skip_cfws();
        if (auto const known = ends ? result_of(word) : std::nullopt) return *known;
        return diagnostic{diagnostic_code::spf_result_unknown, offset_of(value_, word),
                          word.size()};
    }

    /// The first comment between the result and the pairs, which tells people the reason.
    constexpr optional<token> comment() const noexcept {
        auto const list = value_.substr(pairs());
        auto const found = comments{list}.first();
        record_reader in{list};
        in.skip_cfws();
        bool const is_before =
            found && offset_of(list, found->raw()) < list.size() - in.rest().size();
        return is_before ? found : std::nullopt;
    }

    constexpr iterator begin() const noexcept {
        if (!result()) return {};
        return iterator{detail::spf_pair_walker{value_, pairs()}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// The first pair with this key; ASCII case does not count. Pairs that cannot be read are
    /// skipped. O(value).
    ///     r.find("envelope-from")
    constexpr optional<spf_pair> find(std::string_view key) const noexcept {
        for (auto const each : *this)
            if (each && each->is(key)) return *each;
        return std::nullopt;
    }

    /// Calls `report` with a diagnostic for each problem, in this order: of the result; of each
    /// pair; auth_not_closed. O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (auto const r = result(); !r) report(r.error());
        for (auto const each : *this) {
            if (!each && each.error().code != diagnostic_code::auth_not_closed)
                report(each.error());
            if (each && each->deviation()) report(*each->deviation());
        }
        auto const open = find_not_closed(value_, 0);
        if (open < value_.size())
            report(diagnostic{diagnostic_code::auth_not_closed, open, value_.size() - open});
    }

    /// The gravest problem. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    /// The offset of the text after the result: the comment and the pairs.
    constexpr std::size_t pairs() const noexcept {
        record_reader in{value_};
        in.skip_cfws();
        in.take_while(detail::keyword_octets);
        return value_.size() - in.rest().size();
    }

    static constexpr optional<spf_result> result_of(std::string_view word) noexcept {
        using enum spf_result;
        constexpr std::string_view names[] = {"none",     "neutral",   "pass",     "fail",
                                              "softfail", "temperror", "permerror"};
        for (std::size_t i = 0; i < std::size(names); ++i)
            if (ascii_iequals(word, names[i])) return static_cast<spf_result>(i);
        return std::nullopt;
    }

    std::string_view value_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::received_spf> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::received_spf> = true;

#endif
