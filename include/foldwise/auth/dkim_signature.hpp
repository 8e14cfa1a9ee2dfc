#ifndef FOLDWISE_AUTH_DKIM_SIGNATURE_HPP
#define FOLDWISE_AUTH_DKIM_SIGNATURE_HPP

#include <foldwise/auth/colon_list.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/diagnostic.hpp>
#include <foldwise/base/result.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foldwise {

/// a=: the key and the hash of an algorithm, "rsa" and "sha256", or "ed25519" and "sha256"
/// (RFC 8463), or what is to come.
struct dkim_algorithm {
    std::string_view key;
    std::string_view hash;
};

/// c=: how header and body were canonicalized, "simple", "relaxed" or what is to come.
struct dkim_canonicalization {
    std::string_view header;
    std::string_view body;
};

/// i=: on whose behalf the domain signed. The local part may be empty, and stands in
/// dkim-quoted-printable (RFC 6376 section 2.11), not decoded.
struct dkim_identity {
    text_without_fws local_part;
    std::string_view domain;
};

namespace detail {

/// x-sig-a-tag-k and x-sig-a-tag-h (RFC 6376 section 3.5).
constexpr bool is_algorithm_word(std::string_view text) noexcept {
    return is_hyphenated_word(text) && text.find('-') == text.npos;
}

} // namespace detail

/// What a DKIM-Signature field says (RFC 6376 section 3.5, RFC 8301, RFC 8463): a typed
/// view on its tag_list.
///     dkim_signature const s{"v=1; a=rsa-sha256; d=example.net; s=brisbane; ..."};
///     s.domain()            ->  "example.net"
///     s.algorithm()->hash   ->  "sha256"
///     s.canonicalization()  ->  "simple", "simple": the default, as there is no c=
/// It is only read: nothing is verified, and what it says may be a lie.
///
/// Each member looks for its tag in the list anew: O(list). Where the tag is required and
/// missing, the result is tag_missing, where it cannot be read tag_value_octet or
/// tag_value_malformed; where an optional one is missing, its default. Offsets count from
/// the start of the value. Of two tags of a name, the first is read, but a verifier rejects
/// such a list: see `diagnose`. To go over a text that a result holds, keep the result. Total. Borrows the field's bytes; allocates nothing.
class dkim_signature {
  public:
    constexpr dkim_signature() = default;

    /// `value` is the field's raw_value(), folded as it stands.
    explicit constexpr dkim_signature(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : tags_{value} {}
    template <owning_temporary T>
    explicit dkim_signature(T&&) = delete;

    /// Whatever the field's name is. Borrows what the field borrows.
    explicit constexpr dkim_signature(field const& f) noexcept : tags_{f.raw_value()} {}

    /// All tags, unknown ones as well.
    constexpr tag_list const& tags() const noexcept { return tags_; }

    /// v=, required: "1", or what is to come.
    ///     sig-v-tag = %x76 [FWS] "=" [FWS] 1*DIGIT
    constexpr result<std::string_view> version() const noexcept {
        return detail::text_of(tags_, "v", [](std::string_view v) {
            return !v.empty() && scan::not_in(digit, v, 0) == v.size();
        });
    }

    /// a=, required.
    ///     sig-a-tag-alg = sig-a-tag-k "-" sig-a-tag-h
    constexpr result<dkim_algorithm> algorithm() const noexcept {
        return detail::text_of(tags_, "a",
                               [](std::string_view v) {
                                   auto const a = cut(v, '-');
                                   return detail::is_algorithm_word(a.first) &&
                                          detail::is_algorithm_word(a.second);
                               })
            .transform([](std::string_view v) {
                auto const a = cut(v, '-');
                return dkim_algorithm{a.first, a.second};
            });
    }

    /// b=, required: base64 without white space; its raw() is as it stands.
    ///     sig-b-tag-data = base64string
    constexpr result<text_without_fws> signature() const noexcept {
        return detail::base64_of(tags_, "b");
    }

    /// bh=, required: base64 without white space; its raw() is as it stands.
    constexpr result<text_without_fws> body_hash() const noexcept {
        return detail::base64_of(tags_, "bh");
    }

    /// c=; "simple" where nothing else is said.
    ///     sig-c-tag = %x63 [FWS] "=" [FWS] sig-c-tag-alg ["/" sig-c-tag-alg]
    constexpr result<dkim_canonicalization> canonicalization() const noexcept {
        auto const found = detail::text_of(tags_, "c", [](std::string_view v) {
            auto const c = cut(v, '/');
            bool const one = v.find('/') == v.npos;
            return detail::is_hyphenated_word(c.first) &&
                   (one || detail::is_hyphenated_word(c.second));
        });
        if (detail::is_missing(found)) return dkim_canonicalization{"simple", "simple"};
        return found.transform([](std::string_view v) {
            auto const c = cut(v, '/');
            return dkim_canonicalization{c.first, c.second.empty() ? "simple" : c.second};
        });
    }

    /// d=, required: the domain that claims responsibility; "_" and U-labels are taken.
    ///     domain-name = sub-domain 1*("." sub-domain)
    constexpr result<std::string_view> domain() const noexcept {
        return detail::text_of(tags_, "d",
                               [](std::string_view v) { return detail::is_domain_name(v, 2); });
    }

    /// s=, required: which of the domain's keys; "_" and U-labels are taken.
    ///     selector = sub-domain *( "." sub-domain )
    constexpr result<std::string_view> selector() const noexcept {
        return detail::text_of(tags_, "s",
                               [](std::string_view v) { return detail::is_domain_name(v, 1); });
    }

    /// h=, required: the names of the signed fields, in order. Where there is no h= to read,
    /// the one element is the diagnostic.
    ///     sig-h-tag = %x68 [FWS] "=" [FWS] hdr-name *( [FWS] ":" [FWS] hdr-name )
    ///     for (auto const name : s.header_names()) name ? use(*name) : report(name.error());
    constexpr colon_list header_names() const noexcept {
        return detail::items_of(tags_, tags_.find("h"));
    }

    /// Whether a field of that name is signed; ASCII case does not count.
    constexpr bool signs(std::string_view name) const noexcept {
        for (auto const each : header_names())
            if (each && ascii_iequals(*each, name)) return true;
        return false;
    }

    /// i=; an empty local part at domain() where there is none. The domain is what stands
    /// behind the last "@", and may not be folded or encoded.
    ///     sig-i-tag = %x69 [FWS] "=" [FWS] [ Local-part ] "@" domain-name
    constexpr result<dkim_identity> identity() const noexcept {
        auto const found = tags_.find("i");
        if (detail::is_missing(found))
            return domain().transform([](std::string_view d) { return dkim_identity{{}, d}; });
        if (!found) return found.error();
        auto const raw = trim_fws(found->raw_value());
        auto const at = raw.rfind('@');
        if (at == raw.npos) return detail::malformed(tags_, *found);
        auto const local_part = trim_fws(raw.substr(0, at));
        bool const is_quoted = local_part.starts_with('"');
        if (!is_quoted && local_part.find('@') != local_part.npos)
            return detail::malformed(tags_, *found);
        auto const name = raw.substr(at + 1);
        if (!detail::is_domain_name(name, 2)) return detail::malformed(tags_, *found);
        return dkim_identity{text_without_fws{local_part}, name};
    }

    /// l=: how many octets of the body are signed, where not all are. More than 64 bits
    /// hold cannot be read.
    ///     sig-l-tag = %x6c [FWS] "=" [FWS] 1*76DIGIT
    constexpr result<std::optional<std::uint64_t>> body_length() const noexcept {
        return detail::number_of(tags_, "l", 76);
    }

    /// q=: how the key is found, the best way first; "dns/txt" where nothing is said.
    ///     sig-q-tag-method = "dns/txt" / x-sig-q-tag-type ["/" x-sig-q-tag-args]
    constexpr colon_list query_methods() const noexcept {
        auto const found = tags_.find("q");
        if (detail::is_missing(found)) return colon_list{std::string_view{"dns/txt"}};
        return detail::items_of(tags_, found);
    }

    /// t=: seconds since 1970, if it is said.
    ///     sig-t-tag = %x74 [FWS] "=" [FWS] 1*12DIGIT
    constexpr result<std::optional<std::uint64_t>> timestamp() const noexcept {
        return detail::number_of(tags_, "t", 12);
    }

    /// x=: seconds since 1970, if it is said.
    constexpr result<std::optional<std::uint64_t>> expiration() const noexcept {
        return detail::number_of(tags_, "x", 12);
    }

    /// z=: copies of the header fields, still encoded, without white space; its raw() is as
    /// it stands. For diagnosis only: they are not the fields of the message.
    constexpr result<std::optional<text_without_fws>> copied_headers() const noexcept {
        using optional_text = std::optional<text_without_fws>;
        auto const found = tags_.find("z");
        if (detail::is_missing(found)) return optional_text{};
        return found.transform([](tag const& t) { return optional_text{t.value_without_fws()}; });
    }

    /// Calls `report` with a diagnostic for each problem: those of the tag list with its
    /// duplicates, in order; then those of the tags that are required or known, a
    /// tag_missing for each that is not there; then dkim_version, dkim_algorithm_historic,
    /// dkim_from_unsigned, dkim_identity_outside_domain, dkim_expiration_before_timestamp.
    /// Offsets count from the start of the value. O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report,
                       {"v", "a", "b", "bh", "c", "d", "h", "i", "l", "q", "s", "t", "x", "z"});
        auto const check = [&report](auto const& read) {
            // What no value may hold is known of the list already.
            if (!read && read.error().code != diagnostic_code::tag_value_octet)
                report(read.error());
        };
        auto const v = version();
        auto const a = algorithm();
        auto const d = domain();
        auto const i = identity();
        auto const t = timestamp();
        auto const x = expiration();
        check(v);
        check(a);
        check(signature());
        check(body_hash());
        check(canonicalization());
        check(d);
        for (auto const name : header_names()) check(name);
        if (!detail::is_missing(tags_.find("i"))) check(i); // else it is d's
        check(body_length());
        for (auto const method : query_methods()) check(method);
        check(selector());
        check(t);
        check(x);

        using enum diagnostic_code;
        if (v && *v != "1") report(detail::problem_at(tags_, dkim_version, *tags_.find("v")));
        if (a && a->hash == "sha1")
            report(detail::problem_at(tags_, dkim_algorithm_historic, *tags_.find("a")));
        if (auto const h = tags_.find("h"); h && !signs("From"))
            report(detail::problem_at(tags_, dkim_from_unsigned, *h));
        if (d && i && !detail::is_in_domain(i->domain, *d))
            report(detail::problem_at(tags_, dkim_identity_outside_domain, *tags_.find("i")));
        if (t && x && *t && *x && **x <= **t)
            report(detail::problem_at(tags_, dkim_expiration_before_timestamp, *tags_.find("x")));
    }

  private:
    struct halves {
        std::string_view first;
        std::string_view second; // empty without a separator
    };
    static constexpr halves cut(std::string_view text, char separator) noexcept {
        auto const at = text.find(separator);
        if (at == text.npos) return {text, {}};
        return {text.substr(0, at), text.substr(at + 1)};
    }

    tag_list tags_;
};

} // namespace foldwise

#endif
