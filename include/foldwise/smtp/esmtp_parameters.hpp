#ifndef FOLDWISE_SMTP_ESMTP_PARAMETERS_HPP
#define FOLDWISE_SMTP_ESMTP_PARAMETERS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/dsn_parameters.hpp>
#include <foldwise/smtp/esmtp_parameter.hpp>
#include <foldwise/smtp/xtext.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// What the lines of a message consist of: the value of BODY (RFC 6152, RFC 3030).
enum class smtp_body : unsigned char {
    seven_bit,      ///< 7BIT: ASCII
    eight_bit_mime, ///< 8BITMIME: any octets, in lines
    binary_mime,    ///< BINARYMIME: any octets; sent with BDAT, because lines have no meaning
};

/// The parameters of a MAIL or RCPT command (RFC 5321 section 4.1.2).
///     Mail-parameters = esmtp-param *(SP esmtp-param)
///     esmtp_parameters{"SIZE=1024 BODY=8BITMIME"}.message_size()  ->  1024
///     for (auto const p : parameters) p ? use(p->keyword(), p->value()) : report(p.error());
/// Each element is an esmtp_parameter, or an esmtp_parameter_malformed that covers it; a malformed
/// one does not affect the others.
///
/// Members with the name of a parameter read its value. The error is esmtp_parameter_missing, at
/// the end of the list, if there is no such parameter, and esmtp_parameter_malformed, which covers
/// the parameter, if it has no value or one that it must not have. Of several parameters with the
/// same keyword, the first one is read: see diagnose(). Each searches for its parameter: O(list).
///
/// A forward, borrowed range over the caller's bytes; allocates nothing; O(list). Offsets count
/// from the start of raw(). Total: accepts any bytes.
class esmtp_parameters {
  public:
    using iterator = walk_iterator<detail::esmtp_parameter_walker>;

    constexpr esmtp_parameters() = default;
    /// `raw` is the text after the path.
    explicit constexpr esmtp_parameters(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{raw} {}
    template <owning_temporary T>
    explicit esmtp_parameters(T&&) = delete; // it would dangle: keep the string in a variable first

    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept {
        return iterator{detail::esmtp_parameter_walker{raw_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// The first parameter with this keyword, or esmtp_parameter_missing. ASCII case does not
    /// count.
    constexpr result<esmtp_parameter> find(std::string_view keyword) const noexcept {
        for (detail::esmtp_parameter_walker at{raw_}; !at.at_end(); at.advance())
            if (has_keyword(at.raw(), keyword)) return at.current();
        return diagnostic{diagnostic_code::esmtp_parameter_missing, raw_.size(), 0};
    }

    /// SIZE: how many octets the client says that the message has (RFC 1870 section 5).
    constexpr result<std::uint64_t> message_size() const noexcept {
        auto const value = value_of("SIZE");
        if (!value) return value.error();
        auto const number = read_decimal(*value);
        if (!number || value->size() > 20) return malformed("SIZE", *value);
        return *number;
    }

    /// BODY (RFC 6152, RFC 3030).
    constexpr result<smtp_body> body() const noexcept {
        auto const value = value_of("BODY");
        if (!value) return value.error();
        if (ascii_iequals(*value, "7BIT")) return smtp_body::seven_bit;
        if (ascii_iequals(*value, "8BITMIME")) return smtp_body::eight_bit_mime;
        if (ascii_iequals(*value, "BINARYMIME")) return smtp_body::binary_mime;
        return malformed("BODY", *value);
    }

    /// Whether there is an SMTPUTF8 (RFC 6531 section 3.4), which must not have a value: with one,
    /// it does not count.
    constexpr bool has_smtputf8() const noexcept {
        auto const found = find("SMTPUTF8");
        return found && !found->value();
    }

    /// RET: how much of the message a bounce returns (RFC 3461 section 4.3).
    constexpr result<dsn_return> ret() const noexcept {
        auto const value = value_of("RET");
        if (!value) return value.error();
        if (ascii_iequals(*value, "FULL")) return dsn_return::full;
        if (ascii_iequals(*value, "HDRS")) return dsn_return::headers;
        return malformed("RET", *value);
    }

    /// ENVID: an identifier that reports return as Original-Envelope-Id (RFC 3461 section 4.4).
    constexpr result<xtext> envid() const noexcept {
        auto const value = value_of("ENVID");
        if (!value) return value.error();
        return xtext{*value};
    }

    /// NOTIFY: when reports about the recipient are sent (RFC 3461 section 4.1).
    constexpr result<dsn_notify> notify() const noexcept {
        auto const value = value_of("NOTIFY");
        if (!value) return value.error();
        auto const read = dsn_notify::read(*value);
        if (!read) return malformed("NOTIFY", *value);
        return read;
    }

    /// ORCPT: the recipient that the sender first wrote (RFC 3461 section 4.2).
    constexpr result<original_recipient> orcpt() const noexcept {
        auto const value = value_of("ORCPT");
        if (!value) return value.error();
        auto const read = original_recipient::read(*value);
        if (!read) return malformed("ORCPT", *value);
        return read;
    }

    /// AUTH: the mailbox that submitted the message, or "<>" if the client does not know it or does
    /// not vouch for it (RFC 4954 section 5). Only servers that trust the client may believe it.
    constexpr result<xtext> auth() const noexcept {
        auto const value = value_of("AUTH");
        if (!value) return value.error();
        return xtext{*value};
    }

    /// Calls `report` with a diagnostic for each problem, in order:
    ///
    ///     smtp_white_space           anything but one SP between parameters
    ///     esmtp_parameter_malformed  an element that is not a parameter, or a parameter above with
    ///                                a value that it must not have
    ///     esmtp_parameter_duplicate  a second SIZE, BODY, SMTPUTF8, RET, ENVID, NOTIFY, ORCPT or
    ///                                AUTH
    ///     esmtp_parameter_too_long   the octets after the limit: 100 for ENVID and 500 for ORCPT,
    ///                                with the keyword and "=" (RFC 3461 section 5.4)
    ///     esmtp_value_octet          an octet that must not be in a value, such as a second "="
    ///     xtext_malformed, xtext_lower_case, xtext_control_character    see xtext
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        unsigned seen = 0;
        std::size_t end = 0; // of the element before
        for (detail::esmtp_parameter_walker at{raw_}; !at.at_end(); at.advance()) {
            auto const raw = at.raw();
            auto const first = at.position();
            if (first != end && (end == 0 || raw_[end] != ' ' || first - end != 1))
                report(diagnostic{smtp_white_space, end, first - end});
            end = first + raw.size();
            auto const index = index_of(raw);
            if (index != keyword_count && (seen >> index & 1u) != 0)
                report(diagnostic{esmtp_parameter_duplicate, first, raw.size()});
            seen |= 1u << index;
            if (raw.size() > longest(index))
                report(diagnostic{esmtp_parameter_too_long, first + longest(index),
                                  raw.size() - longest(index)});
            if (esmtp_parameters{raw}.is_malformed(index))
                report(diagnostic{esmtp_parameter_malformed, first, raw.size()});
            else
                diagnose_value(*at.current(), index, report);
        }
        if (end != raw_.size()) report(diagnostic{smtp_white_space, end, raw_.size() - end});
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    static constexpr unsigned keyword_count = 8;
    static constexpr std::string_view keywords[] = {"SIZE",   "BODY",  "SMTPUTF8", "RET",
                                                    "NOTIFY", "ORCPT", "ENVID",    "AUTH"};
    static constexpr unsigned orcpt_index = 5;
    static constexpr unsigned first_xtext_index = 6;
    static constexpr unsigned envid_index = 6;

    /// The limit of the parameter with this index.
    static constexpr std::size_t longest(unsigned index) noexcept {
        if (index == orcpt_index) return 500;
        return index == envid_index ? 100 : static_cast<std::size_t>(-1);
    }

    /// The value of the first parameter with this keyword, or an error.
    constexpr result<std::string_view> value_of(std::string_view keyword) const noexcept {
        auto const found = find(keyword);
        if (!found) return found.error();
        if (auto const value = found->value()) return *value;
        return diagnostic{diagnostic_code::esmtp_parameter_malformed, offset_of(raw_, found->raw()),
                          found->raw().size()};
    }
    /// The error of a parameter whose value cannot be read. It covers the keyword and the value.
    constexpr diagnostic malformed(std::string_view keyword,
                                   std::string_view value) const noexcept {
        auto const size = keyword.size() + 1;
        return {diagnostic_code::esmtp_parameter_malformed, offset_of(raw_, value) - size,
                value.size() + size};
    }

    /// Whether the text of an element up to its "=" is `keyword`.
    static constexpr bool has_keyword(std::string_view raw, std::string_view keyword) noexcept {
        return ascii_iequals(raw.substr(0, scan::octet(raw, '=', 0)), keyword);
    }
    /// The index of the element's keyword in `keywords`; keyword_count if it is another one.
    static constexpr unsigned index_of(std::string_view raw) noexcept {
        unsigned at = 0;
        while (at != keyword_count && !has_keyword(raw, keywords[at])) ++at;
        return at;
    }

    /// Whether a list of one element has an error, where `index` is that of its keyword.
    constexpr bool is_malformed(unsigned index) const noexcept {
        auto const element = detail::esmtp_parameter_walker{raw_}.current();
        if (!element) return true;
        switch (index) {
        case 0: return !message_size();
        case 1: return !body();
        case 2: return !has_smtputf8();
        case 3: return !ret();
        case 4: return !notify();
        case orcpt_index: return !orcpt();
        case keyword_count: return false;
        default: return !element->value();
        }
    }

    template <class Report>
    constexpr void diagnose_value(esmtp_parameter const& parameter, unsigned index,
                                  Report& report) const {
        auto const value = parameter.value();
        if (!value) return;
        auto const start = offset_of(raw_, *value);
        bool const is_xtext = index == orcpt_index ? !original_recipient::read(*value)->is("utf-8")
                                                   : index >= first_xtext_index;
        if (is_xtext && index != keyword_count) {
            xtext{*value}.diagnose([&](diagnostic problem) {
                problem.offset += start;
                report(problem);
            });
            return;
        }
        constexpr auto proper = vchar + utf8_non_ascii - char_class{"="};
        for (auto at = scan::not_in(proper, *value, 0); at < value->size();
             at = scan::not_in(proper, *value, at + 1))
            report(diagnostic{diagnostic_code::esmtp_value_octet, start + at, 1});
    }

    std::string_view raw_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::esmtp_parameters> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::esmtp_parameters> = true;

#endif
