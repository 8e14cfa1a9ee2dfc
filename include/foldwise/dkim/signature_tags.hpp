#ifndef FOLDWISE_DKIM_SIGNATURE_TAGS_HPP
#define FOLDWISE_DKIM_SIGNATURE_TAGS_HPP

#include <foldwise/auth/colon_list.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/dkim/canonical_form.hpp>
#include <foldwise/dkim/seal_tags.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// c=: how the header and the body were canonicalized: "simple", "relaxed" or another word. Case
/// counts (RFC 6376 section 3.2).
struct dkim_canonicalization {
    std::string_view header; ///< of the fields
    std::string_view body;   ///< of the body
};

/// seal_tags, and the other tags that have the same meaning in DKIM-Signature and
/// ARC-Message-Signature (RFC 6376 section 3.5, RFC 8617 section 4.1.2).
class signature_tags : public seal_tags {
  public:
    /// Reads the tags of a list.
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
    ///     dkim_signature{"c=relaxed"}.canonical_forms()->body  ->  canonical_form::simple
    constexpr result<foldwise::canonical_forms> canonical_forms() const noexcept {
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
        return foldwise::canonical_forms{form_of(c->header), form_of(c->body)};
    }

    /// h=, required: the names of the signed fields, in order. If h= is missing or cannot be read,
    /// the diagnostic is the only element.
    ///     sig-h-tag = %x68 [FWS] "=" [FWS] hdr-name *( [FWS] ":" [FWS] hdr-name )
    ///     for (auto const name : s.header_names()) name ? use(*name) : report(name.error());
    constexpr colon_list header_names() const noexcept {
        return detail::items_of(tags_, tags_.find("h"));
    }

    /// Whether h= has this name; ASCII case does not count. This does not mean that each field of
    /// that name is signed, or any: see signed_fields.
    constexpr bool lists(std::string_view name) const noexcept {
        for (auto const each : header_names())
            if (each && ascii_iequals(*each, name)) return true;
        return false;
    }

    /// A dkim_header_names_limit if h= has more than 128 names, so that the text of signed_header
    /// cannot be determined. Malformed items do not count. O(list).
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
    constexpr result<optional<text_without_fws>> copied_fields() const noexcept {
        using optional_text = optional<text_without_fws>;
        auto const found = tags_.find("z");
        if (detail::is_missing(found)) return optional_text{};
        return found.transform([](tag const& t) { return optional_text{t.value_without_fws()}; });
    }

  protected:
    /// Calls `check` with the value of each known tag, and with the code for a required one that is
    /// missing.
    template <class Check>
    constexpr void check_values(Check const& check) const {
        using enum diagnostic_code;
        check(algorithm(), dkim_algorithm_missing);
        check(signature(), dkim_signature_data_missing);
        check(body_hash(), dkim_body_hash_missing);
        check(canonical_forms());
        check(domain(), dkim_domain_missing);
        for (auto const name : header_names()) check(name, dkim_header_names_missing);
        check(body_length());
        check(checked_query_methods());
        check(selector(), dkim_selector_missing);
        check(timestamp());
        check(expiration());
        check(checked_copied_fields());
    }

  private:
    /// A tag_value_malformed if q= is there without "dns/txt", which each signature must list.
    constexpr result<std::string_view> checked_query_methods() const noexcept {
        for (auto const method : query_methods()) {
            if (!method) return method.error();
            if (ascii_iequals(*method, "dns/txt")) return *method;
        }
        return detail::malformed(tags_, *tags_.find("q"));
    }

    /// A tag_value_malformed if z= is there and is not a list of copied fields.
    ///     sig-z-tag-copy = hdr-name [FWS] ":" qp-hdr-value
    constexpr result<std::string_view> checked_copied_fields() const noexcept {
        auto const found = tags_.find("z");
        if (detail::is_missing(found)) return std::string_view{};
        if (!found) return found.error();
        auto const value = found->raw_value();
        constexpr auto upper_hex = digit + char_class{"ABCDEF"};
        bool is_in_name = true;
        std::size_t name_size = 0;
        bool is_valid = true;
        for (std::size_t at = 0; at < value.size(); ++at) {
            char const octet = value[at];
            if (fws_octets.contains(octet)) continue;
            if (octet == '|') {
                is_valid = is_valid && !is_in_name;
                is_in_name = true;
                name_size = 0;
            } else if (!is_in_name) {
                auto const digits = value.substr(at + 1, 2);
                if (octet == '=')
                    is_valid = is_valid && digits.size() == 2 && upper_hex.contains(digits[0]) &&
                               upper_hex.contains(digits[1]);
            } else if (octet == ':') {
                is_valid = is_valid && name_size != 0;
                is_in_name = false;
            } else {
                ++name_size;
            }
        }
        if (!is_valid || is_in_name) return detail::malformed(tags_, *found);
        return value;
    }

  protected:
    /// Calls `report` with dkim_algorithm_historic, dkim_from_unsigned, dkim_header_names_limit and
    /// dkim_expiration_before_timestamp if they apply.
    template <class Report>
    constexpr void report_contents(Report& report) const {
        using enum diagnostic_code;
        if (auto const a = algorithm(); a && a->hash == "sha1")
            report(detail::problem_at(tags_, dkim_algorithm_historic, *tags_.find("a")));
        if (auto const h = tags_.find("h"); h && !lists("From"))
            report(detail::problem_at(tags_, dkim_from_unsigned, *h));
        if (auto const problem = names_problem()) report(*problem);
        auto const t = timestamp();
        auto const x = expiration();
        if (t && x && *t && *x && **x <= **t)
            report(detail::problem_at(tags_, dkim_expiration_before_timestamp, *tags_.find("x")));
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
