#ifndef FOLDWISE_AUTH_DETAIL_SIGNATURE_TAGS_HPP
#define FOLDWISE_AUTH_DETAIL_SIGNATURE_TAGS_HPP

#include <foldwise/auth/detail/colon_list.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>

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

namespace detail {

struct halves {
    std::string_view first;
    std::string_view second; // empty without a separator
};

constexpr halves cut(std::string_view text, char separator) noexcept {
    auto const at = text.find(separator);
    if (at == text.npos) return {text, {}};
    return {text.substr(0, at), text.substr(at + 1)};
}

/// x-sig-a-tag-k and x-sig-a-tag-h (RFC 6376 section 3.5).
constexpr bool is_algorithm_word(std::string_view text) noexcept {
    return is_hyphenated_word(text) && text.find('-') == text.npos;
}

} // namespace detail

/// The tags that mean the same in DKIM-Signature, ARC-Message-Signature and ARC-Seal (RFC
/// 6376 section 3.5, RFC 8617 section 4.1.3).
///
/// Each member looks for its tag in the list anew: O(list). Where the tag is required and
/// missing, the result is tag_missing, where it cannot be read tag_value_octet or
/// tag_value_malformed; where an optional one is missing, its default. Offsets count from
/// the start of the value. Borrows the field's bytes; allocates nothing.
class seal_tags {
  public:
    constexpr seal_tags() = default;
    explicit constexpr seal_tags(tag_list const& tags) noexcept : tags_{tags} {}

    /// All tags, unknown ones as well.
    constexpr tag_list const& tags() const noexcept { return tags_; }

    /// a=, required.
    ///     sig-a-tag-alg = sig-a-tag-k "-" sig-a-tag-h
    constexpr result<dkim_algorithm> algorithm() const noexcept {
        return detail::text_of(tags_, "a",
                               [](std::string_view v) {
                                   auto const a = detail::cut(v, '-');
                                   return detail::is_algorithm_word(a.first) &&
                                          detail::is_algorithm_word(a.second);
                               })
            .transform([](std::string_view v) {
                auto const a = detail::cut(v, '-');
                return dkim_algorithm{a.first, a.second};
            });
    }

    /// b=, required: base64 without white space; its raw() is as it stands.
    ///     sig-b-tag-data = base64string
    constexpr result<text_without_fws> signature() const noexcept {
        return detail::base64_of(tags_, "b");
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

    /// t=: seconds since 1970, if it is said.
    ///     sig-t-tag = %x74 [FWS] "=" [FWS] 1*12DIGIT
    constexpr result<std::optional<std::uint64_t>> timestamp() const noexcept {
        return detail::number_of(tags_, "t", 12);
    }

  protected:
    tag_list tags_;
};

/// The tags that mean the same in DKIM-Signature and ARC-Message-Signature (RFC 6376 section
/// 3.5, RFC 8617 section 4.1.2). As seal_tags.
class signature_tags : public seal_tags {
  public:
    using seal_tags::seal_tags;

    /// bh=, required: base64 without white space; its raw() is as it stands.
    constexpr result<text_without_fws> body_hash() const noexcept {
        return detail::base64_of(tags_, "bh");
    }

    /// c=; "simple" where nothing else is said.
    ///     sig-c-tag = %x63 [FWS] "=" [FWS] sig-c-tag-alg ["/" sig-c-tag-alg]
    constexpr result<dkim_canonicalization> canonicalization() const noexcept {
        auto const found = detail::text_of(tags_, "c", [](std::string_view v) {
            auto const c = detail::cut(v, '/');
            bool const one = v.find('/') == v.npos;
            return detail::is_hyphenated_word(c.first) &&
                   (one || detail::is_hyphenated_word(c.second));
        });
        if (detail::is_missing(found)) return dkim_canonicalization{"simple", "simple"};
        return found.transform([](std::string_view v) {
            auto const c = detail::cut(v, '/');
            return dkim_canonicalization{c.first, c.second.empty() ? "simple" : c.second};
        });
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

  protected:
    /// Calls `check` with each value.
    template <class Check>
    constexpr void check_values(Check const& check) const {
        check(algorithm());
        check(signature());
        check(body_hash());
        check(canonicalization());
        check(domain());
        for (auto const name : header_names()) check(name);
        check(body_length());
        for (auto const method : query_methods()) check(method);
        check(selector());
        check(timestamp());
        check(expiration());
    }

    /// Calls `report` with dkim_algorithm_historic, dkim_from_unsigned and
    /// dkim_expiration_before_timestamp where they are true.
    template <class Report>
    constexpr void report_contents(Report const& report) const {
        using enum diagnostic_code;
        if (auto const a = algorithm(); a && a->hash == "sha1")
            report(detail::problem_at(tags_, dkim_algorithm_historic, *tags_.find("a")));
        if (auto const h = tags_.find("h"); h && !signs("From"))
            report(detail::problem_at(tags_, dkim_from_unsigned, *h));
        auto const t = timestamp();
        auto const x = expiration();
        if (t && x && *t && *x && **x <= **t)
            report(detail::problem_at(tags_, dkim_expiration_before_timestamp, *tags_.find("x")));
    }
};

} // namespace foldwise

#endif
