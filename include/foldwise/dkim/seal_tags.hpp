#ifndef FOLDWISE_DKIM_SEAL_TAGS_HPP
#define FOLDWISE_DKIM_SEAL_TAGS_HPP

#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/result.hpp>

#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// a=: the key type and the hash of an algorithm, such as "rsa" and "sha256", or "ed25519" and
/// "sha256" (RFC 8463). Case counts (RFC 6376 section 3.2).
struct dkim_algorithm {
    std::string_view key_type; ///< such as "rsa"
    std::string_view hash;     ///< such as "sha256"
};

namespace detail {

/// The text before and after a separator.
struct halves {
    std::string_view first;
    std::string_view second; // empty if there is no separator
};

/// Cuts `text` at the first `separator`.
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
    /// Reads the tags of a list.
    explicit constexpr seal_tags(tag_list const& tags) noexcept : tags_{tags} {}

    /// The value of the field, unchanged.
    constexpr std::string_view raw() const noexcept { return tags_.raw(); }

    /// All tags, including unknown ones.
    constexpr tag_list tags() const noexcept { return tags_; }

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

} // namespace foldwise::inline FOLDWISE_ABI

#endif
