#ifndef FOLDWISE_DKIM_DETAIL_SIGNATURE_TAGS_HPP
#define FOLDWISE_DKIM_DETAIL_SIGNATURE_TAGS_HPP

#include <foldwise/auth/colon_list.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/dkim/canonical_form.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise {

/// a=: the key type and the hash of an algorithm, such as "rsa" and "sha256", or "ed25519" and
/// "sha256" (RFC 8463). Case counts (RFC 6376 section 3.2).
struct dkim_algorithm {
    std::string_view key;
    std::string_view hash;
};

/// c=: how the header and the body were canonicalized: "simple", "relaxed" or another word. Case
/// counts (RFC 6376 section 3.2).
struct dkim_canonicalization {
    std::string_view header;
    std::string_view body;
};

namespace detail {

struct halves {
    std::string_view first;
    std::string_view second; // empty if there is no separator
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

/// The tags that have the same meaning in DKIM-Signature, ARC-Message-Signature and ARC-Seal (RFC
/// 6376 section 3.5, RFC 8617 section 4.1.3).
///
/// Each member searches the list for its tag: O(list). The error is tag_missing if a required tag
/// is missing, and tag_value_octet or tag_value_malformed if a tag cannot be read. A missing
/// optional tag has its default. Offsets count from the start of raw(). Borrows the field's bytes;
/// allocates nothing.
class seal_tags {
  public:
    constexpr seal_tags() = default;
    explicit constexpr seal_tags(tag_list const& tags) noexcept : tags_{tags} {}

    /// The value of the field, unchanged.
    constexpr std::string_view raw() const noexcept { return tags_.raw(); }

    /// All tags, including unknown ones.
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

    /// b=, required: base64. The white space in its raw() is left out.
    ///     sig-b-tag-data = base64string
    constexpr result<text_without_fws> signature() const noexcept {
        return detail::base64_of(tags_, "b");
    }

    /// d=, required: the domain that takes responsibility. To compare it, use `is_domain`. "_" and
    /// U-labels are accepted.
    ///     domain-name = sub-domain 1*("." sub-domain)
    constexpr result<std::string_view> domain() const noexcept {
        return detail::text_of(tags_, "d",
                               [](std::string_view v) { return detail::is_domain_name(v, 2); });
    }

    /// Whether d= is the domain `name`; ASCII case does not count. False if d= cannot be read.
    ///     s.is_domain("example.net")
    constexpr bool is_domain(std::string_view name) const noexcept {
        auto const d = domain();
        return d && ascii_iequals(*d, name);
    }

    /// s=, required: the name of the domain's key. "_" and U-labels are accepted.
    ///     selector = sub-domain *( "." sub-domain )
    constexpr result<std::string_view> selector() const noexcept {
        return detail::text_of(tags_, "s",
                               [](std::string_view v) { return detail::is_domain_name(v, 1); });
    }

    /// t=, optional: when the signature was made, in seconds since 1970.
    ///     sig-t-tag = %x74 [FWS] "=" [FWS] 1*12DIGIT
    constexpr result<optional<std::uint64_t>> timestamp() const noexcept {
        return detail::number_of(tags_, "t", 12);
    }

  protected:
    tag_list tags_;
};

/// seal_tags, and the other tags that have the same meaning in DKIM-Signature and
/// ARC-Message-Signature (RFC 6376 section 3.5, RFC 8617 section 4.1.2).
class signature_tags : public seal_tags {
  public:
    using seal_tags::seal_tags;

    /// bh=, required: base64. The white space in its raw() is left out.
    constexpr result<text_without_fws> body_hash() const noexcept {
        return detail::base64_of(tags_, "bh");
    }

    /// c=, optional: "simple" by default, both for the header and for the body.
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

    /// c= as the forms that it names. The error is that of canonicalization(), or
    /// dkim_canonicalization_unknown if a form is neither "simple" nor "relaxed".
    ///     dkim_signature{"c=relaxed"}.forms()->body  ->  canonical_form::simple
    constexpr result<canonical_forms> forms() const noexcept {
        auto const c = canonicalization();
        if (!c) return c.error();
        auto const is_known = [](std::string_view word) {
            return word == "simple" || word == "relaxed";
        };
        if (!is_known(c->header) || !is_known(c->body))
            return detail::problem_at(tags_, diagnostic_code::dkim_canonicalization_unknown,
                                      *tags_.find("c"));
        auto const form_of = [](std::string_view word) {
            return word == "relaxed" ? canonical_form::relaxed : canonical_form::simple;
        };
        return canonical_forms{form_of(c->header), form_of(c->body)};
    }

    /// h=, required: the names of the signed fields, in order. If h= is missing or cannot be read,
    /// the diagnostic is the only element.
    ///     sig-h-tag = %x68 [FWS] "=" [FWS] hdr-name *( [FWS] ":" [FWS] hdr-name )
    ///     for (auto const name : s.header_names()) name ? use(*name) : report(name.error());
    constexpr colon_list header_names() const noexcept {
        return detail::items_of(tags_, tags_.find("h"));
    }

    /// Whether a field with this name is signed; ASCII case does not count.
    constexpr bool signs(std::string_view name) const noexcept {
        for (auto const each : header_names())
            if (each && ascii_iequals(*each, name)) return true;
        return false;
    }

    /// A dkim_header_names_limit if h= has more than 128 names, so that signed_header cannot be
    /// determined. Malformed items do not count.
    constexpr optional<diagnostic> names_problem() const noexcept {
        std::size_t count = 0;
        for (auto const name : header_names())
            if (name && ++count > most_names)
                return detail::problem_at(tags_, diagnostic_code::dkim_header_names_limit,
                                          *tags_.find("h"));
        return std::nullopt;
    }

    /// How many names of h= a signed_header reads. Signatures in real mail have less than half as
    /// many.
    static constexpr std::size_t most_names = 128;

    /// l=, optional: the number of octets of the body that are signed, if not all of them are. The
    /// error is tag_value_malformed if the number does not fit in 64 bits.
    ///     sig-l-tag = %x6c [FWS] "=" [FWS] 1*76DIGIT
    constexpr result<optional<std::uint64_t>> body_length() const noexcept {
        return detail::number_of(tags_, "l", 76);
    }

    /// q=: how to get the public key, the preferred method first; "dns/txt" by default.
    ///     sig-q-tag-method = "dns/txt" / x-sig-q-tag-type ["/" x-sig-q-tag-args]
    constexpr colon_list query_methods() const noexcept {
        auto const found = tags_.find("q");
        if (detail::is_missing(found)) return colon_list{std::string_view{"dns/txt"}};
        return detail::items_of(tags_, found);
    }

    /// x=, optional: when the signature expires, in seconds since 1970.
    constexpr result<optional<std::uint64_t>> expiration() const noexcept {
        return detail::number_of(tags_, "x", 12);
    }

    /// z=, optional: copies of header fields, still encoded, without white space. They serve only
    /// for diagnosis, and may differ from the fields of the message.
    constexpr result<optional<text_without_fws>> copied_headers() const noexcept {
        using optional_text = optional<text_without_fws>;
        auto const found = tags_.find("z");
        if (detail::is_missing(found)) return optional_text{};
        return found.transform([](tag const& t) { return optional_text{t.value_without_fws()}; });
    }

  protected:
    /// Calls `check` with the value of each known tag except z=.
    template <class Check>
    constexpr void check_values(Check const& check) const {
        check(algorithm());
        check(signature());
        check(body_hash());
        check(forms());
        check(domain());
        for (auto const name : header_names()) check(name);
        check(body_length());
        for (auto const method : query_methods()) check(method);
        check(selector());
        check(timestamp());
        check(expiration());
    }

    /// Calls `report` with dkim_algorithm_historic, dkim_from_unsigned, dkim_header_names_limit and
    /// dkim_expiration_before_timestamp if they apply.
    template <class Report>
    constexpr void report_contents(Report& report) const {
        using enum diagnostic_code;
        if (auto const a = algorithm(); a && a->hash == "sha1")
            report(detail::problem_at(tags_, dkim_algorithm_historic, *tags_.find("a")));
        if (auto const h = tags_.find("h"); h && !signs("From"))
            report(detail::problem_at(tags_, dkim_from_unsigned, *h));
        if (auto const problem = names_problem()) report(*problem);
        auto const t = timestamp();
        auto const x = expiration();
        if (t && x && *t && *x && **x <= **t)
            report(detail::problem_at(tags_, dkim_expiration_before_timestamp, *tags_.find("x")));
    }
};

} // namespace foldwise

#endif
