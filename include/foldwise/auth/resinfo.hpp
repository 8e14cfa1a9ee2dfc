#ifndef FOLDWISE_AUTH_RESINFO_HPP
#define FOLDWISE_AUTH_RESINFO_HPP

#include <foldwise/auth/propspec.hpp>
#include <foldwise/auth/record_reader.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/comments.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

struct resinfo_parts {
    std::string_view raw;
    std::size_t offset = 0; // where raw starts in the field's value
    std::string_view method;
    unsigned method_version = 1;
    std::string_view result;
    optional<recorded_value> reason;
    std::string_view properties;
};

/// Reads an authres-version or a method-version of at most 9999.
///     method-version = 1*DIGIT [CFWS]
constexpr optional<unsigned> version_of(std::string_view digits) noexcept {
    auto const version = read_decimal(digits, 9999);
    return version ? optional{static_cast<unsigned>(*version)} : std::nullopt;
}

} // namespace detail

/// The comments in a field in which a receiver recorded its checks. Unlike in `comments`, "[" does
/// not start a domain-literal, which would hide comments: `a=[b (c)` has the comment "c".
using record_comments = comments_among<detail::record_comment_stops>;

/// The result of one authentication method (RFC 8601 section 2.2):
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
/// Case does not count in methods and results: compare them with `is` and `result_is`. Borrows the
/// field's bytes.
class resinfo {
  public:
    constexpr resinfo() = default;

    /// Reads `raw`, the octets between two semicolons outside of comments and quoted-strings.
    /// Offsets of diagnostics count from the start of the field's value, in which `raw` starts at
    /// `offset`. The error covers `raw`: it is authres_result_missing if `raw` contains only white
    /// space and comments, or authres_result_malformed if `raw` does not start with a method and
    /// its result. Reads no further than the reason.
    static constexpr foldwise::result<resinfo> read(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                                                    std::size_t offset = 0) noexcept;
    template <owning_temporary T>
    static foldwise::result<resinfo> read( // it would dangle: keep the string in a variable first
        T&&, std::size_t = 0) = delete;

    /// All octets between the semicolons.
    constexpr std::string_view raw() const noexcept { return parts_.raw; }

    /// The method, such as "dkim", "spf", "dmarc" or "arc". To compare it, use `is`.
    constexpr std::string_view method() const noexcept { return parts_.method; }

    /// Whether the method is `method`; ASCII case does not count.
    ///     r.is("dkim")
    constexpr bool is(std::string_view method) const noexcept {
        return ascii_iequals(parts_.method, method);
    }

    /// 1 if no version is given. The meaning of a result of another version is unknown.
    constexpr unsigned method_version() const noexcept { return parts_.method_version; }

    /// The result, such as "pass", "fail" or "none". To compare it, use `result_is`.
    constexpr std::string_view result() const noexcept { return parts_.result; }

    /// Whether the result is `result`; ASCII case does not count.
    ///     r.result_is("pass")
    constexpr bool result_is(std::string_view result) const noexcept {
        return ascii_iequals(parts_.result, result);
    }

    /// A text for people that directly follows the result. If the reason cannot be read, its
    /// diagnostic is among the properties.
    constexpr optional<recorded_value> reason() const noexcept { return parts_.reason; }

    /// The properties of the message that the method evaluated. A second reason, or a reason that
    /// does not directly follow the result, is a property without a ptype.
    constexpr propspecs properties() const noexcept {
        auto const text = parts_.properties;
        return propspecs{
            detail::propspec_walker{text, parts_.offset + offset_of(parts_.raw, text)}};
    }

    /// The first property for which `is(ptype, property)` is true. Properties that cannot be read
    /// are skipped. O(raw).
    ///     r.find("smtp", "mailfrom")
    constexpr optional<propspec> find(std::string_view ptype,
                                      std::string_view property) const noexcept {
        for (auto const each : properties())
            if (each && each->is(ptype, property)) return *each;
        return std::nullopt;
    }

    /// All comments.
    constexpr record_comments comments() const noexcept { return record_comments{parts_.raw}; }

    /// Calls `report` with a diagnostic for each problem of the reason and the properties, in
    /// order. Offsets count as in `read`. O(raw).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (auto const text = reason())
            if (!text->is_quoted() && !detail::is_token(text->raw()))
                report(diagnostic{diagnostic_code::authres_value_unquoted,
                                  parts_.offset + offset_of(parts_.raw, text->raw()),
                                  text->raw().size()});
        for (auto const each : properties()) {
            if (!each)
                report(each.error());
            else if (auto const problem = each->deviation())
                report(*problem);
        }
    }

    /// The gravest problem of the reason and the properties. O(raw).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    explicit constexpr resinfo(detail::resinfo_parts const& parts) noexcept : parts_{parts} {}

    detail::resinfo_parts parts_;
};

constexpr foldwise::result<resinfo> resinfo::read(std::string_view raw,
                                                  std::size_t offset) noexcept {
    using enum diagnostic_code;
    record_reader in{raw};
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
    if (reason.reading != value_reading::one) return resinfo{parts};
    parts.reason = recorded_value{reason.raw};
    parts.properties = in.rest();
    return resinfo{parts};
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
