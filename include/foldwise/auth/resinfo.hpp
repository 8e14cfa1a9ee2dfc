#ifndef FOLDWISE_AUTH_RESINFO_HPP
#define FOLDWISE_AUTH_RESINFO_HPP

#include <foldwise/auth/detail/record_reader.hpp>
#include <foldwise/auth/propspec.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/comments.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

struct resinfo_parts {
    std::string_view raw;
    std::size_t offset = 0; // of raw in the value
    std::string_view method;
    unsigned method_version = 1;
    std::string_view result;
    std::optional<recorded_value> reason;
    std::string_view properties;
};

/// authres-version and method-version, not more than 9999.
///     method-version = 1*DIGIT [CFWS]
constexpr std::optional<unsigned> version_of(std::string_view digits) noexcept {
    unsigned version = 0;
    for (char const octet : digits) {
        if (!digit.contains(octet)) return std::nullopt;
        version = version * 10 + static_cast<unsigned>(octet - '0');
        if (version > 9999) return std::nullopt;
    }
    return digits.empty() ? std::nullopt : std::optional{version};
}

} // namespace detail

/// The comments of what a receiver recorded. As `comments`, but there are no domain-literals:
/// of `a=[b (c)` the comment is "c".
using record_comments = comments_among<detail::record_comment_stops>;

/// What one authentication method said (RFC 8601 section 2.2):
///
///     ; dkim/1 = fail reason="bad signature" (2048-bit) header.d=a.example ;
///      |------------------------------------------------------------------|   raw()
///       |--|                                                                  method()
///            |                                                                method_version()
///                |--|                                                         result()
///                            |-------------|                                  reason()
///                                           |-----------------------------|   properties()
///
///     resinfo    = [CFWS] ";" methodspec [ CFWS reasonspec ] [ CFWS 1*propspec ]
///     methodspec = [CFWS] method [CFWS] "=" [CFWS] result
///     method     = Keyword [ [CFWS] "/" [CFWS] method-version ]
///     reasonspec = "reason" [CFWS] "=" [CFWS] value
///
/// method and result are keywords: compare them without case. Borrows the field's bytes.
class resinfo {
  public:
    constexpr resinfo() = default;

    /// From parts that were read.
    explicit constexpr resinfo(detail::resinfo_parts const& parts) noexcept : parts_{parts} {}

    /// All between the semicolons.
    constexpr std::string_view raw() const noexcept { return parts_.raw; }

    /// "dkim", "spf", "dmarc", "arc" or another.
    constexpr std::string_view method() const noexcept { return parts_.method; }

    /// Whether that is the method; ASCII case does not count.
    constexpr bool is(std::string_view method) const noexcept {
        return ascii_iequals(parts_.method, method);
    }

    /// 1 where nothing is said. Of another version it is not known what a result means.
    constexpr unsigned method_version() const noexcept { return parts_.method_version; }

    /// "pass", "fail", "none" or another.
    constexpr std::string_view result() const noexcept { return parts_.result; }

    /// A text for people, directly behind the result. One that cannot be read stands among
    /// the properties, as a diagnostic.
    constexpr std::optional<recorded_value> reason() const noexcept { return parts_.reason; }

    /// What the method looked at. Costs the first property. A second reason, or one that
    /// does not directly follow the result, is a property without a ptype.
    constexpr propspecs properties() const noexcept {
        auto const text = parts_.properties;
        return propspecs{
            detail::propspec_walker{text, parts_.offset + offset_of(parts_.raw, text)}};
    }

    /// The first property of these names, if it can be read; ASCII case does not count.
    /// `ptype` is empty for one that has none. O(raw).
    ///     r.find("smtp", "mailfrom")
    constexpr std::optional<propspec> find(std::string_view ptype,
                                           std::string_view property) const noexcept {
        for (auto const each : properties())
            if (each && each->is(ptype, property)) return *each;
        return std::nullopt;
    }

    /// The comments that lie anywhere in it.
    constexpr record_comments comments() const noexcept { return record_comments{parts_.raw}; }

  private:
    detail::resinfo_parts parts_;
};

/// The result that `raw` is: what lies between two semicolons of a field that stand outside
/// of comments and quoted-strings, and starts at `offset`. For all of `raw`
/// authres_result_malformed where there is no method with its result; authres_result_missing
/// where there are comments at most. Costs the method, the result and the reason.
constexpr result<resinfo> read_resinfo(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                                       std::size_t offset) noexcept {
    using enum diagnostic_code;
    detail::record_reader in{raw};
    in.skip_cfws();
    if (in.rest().empty()) return diagnostic{authres_result_missing, offset, raw.size()};
    diagnostic const malformed{authres_result_malformed, offset, raw.size()};
    detail::resinfo_parts parts;
    parts.raw = raw;
    parts.offset = offset;
    parts.method = in.take_while(detail::keyword_octets);
    in.skip_cfws();
    if (in.skip('/')) {
        in.skip_cfws();
        auto const version = detail::version_of(in.take_while(digit));
        if (!version) return malformed;
        parts.method_version = *version;
        in.skip_cfws();
    }
    if (!detail::is_keyword(parts.method) || !in.skip('=')) return malformed;
    in.skip_cfws();
    parts.result = in.take_while(detail::keyword_octets);
    parts.properties = in.rest();
    bool const ends = in.skip_cfws() || in.rest().empty();
    if (!detail::is_keyword(parts.result) || !ends) return malformed;
    bool const is_reason = ascii_iequals(in.take_while(detail::keyword_octets), "reason");
    in.skip_cfws();
    if (!is_reason || !in.skip('=')) return resinfo{parts};
    auto const reason = in.take_value();
    if (reason.reading != detail::value_reading::one) return resinfo{parts};
    parts.reason = recorded_value{reason.raw};
    parts.properties = in.rest();
    return resinfo{parts};
}
template <owning_temporary T>
result<resinfo> read_resinfo(T&&, std::size_t) = delete;

} // namespace foldwise

#endif
