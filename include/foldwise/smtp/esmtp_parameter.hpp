#ifndef FOLDWISE_SMTP_ESMTP_PARAMETER_HPP
#define FOLDWISE_SMTP_ESMTP_PARAMETER_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// One parameter of a MAIL or RCPT command (RFC 5321 section 4.1.2), or one attribute of XCLIENT.
///     SIZE=1024  ->  keyword() "SIZE", value() "1024"
///     SMTPUTF8   ->  keyword() "SMTPUTF8", no value()
///
///     esmtp-param   = esmtp-keyword ["=" esmtp-value]
///     esmtp-keyword = (ALPHA / DIGIT) *(ALPHA / DIGIT / "-")
///     esmtp-value   = 1*(%d33-60 / %d62-126 / UTF8-non-ascii)
///
/// Borrows the command's bytes; trivially copyable; every member is O(1), except is().
class esmtp_parameter {
  public:
    constexpr esmtp_parameter() = default;
    /// `raw` is a keyword of that size, and perhaps "=" and a value after it.
    constexpr esmtp_parameter(std::string_view raw, std::size_t keyword_size) noexcept
        : raw_{raw}, keyword_size_{keyword_size} {}

    /// The whole parameter.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The keyword as written. To compare it, use is().
    constexpr std::string_view keyword() const noexcept { return {raw_.data(), keyword_size_}; }

    /// Whether the keyword is `keyword`; ASCII case does not count (RFC 5321 section 2.4).
    constexpr bool is(std::string_view keyword) const noexcept {
        return ascii_iequals(this->keyword(), keyword);
    }

    /// The text after the "=", unchanged; never empty. Absent if there is no "=".
    constexpr optional<std::string_view> value() const noexcept {
        if (keyword_size_ == raw_.size()) return std::nullopt;
        return raw_.substr(keyword_size_ + 1);
    }

  private:
    std::string_view raw_;
    std::size_t keyword_size_ = 0;
};

namespace detail {

/// Iterates over the parameters of a list, which white space separates.
class esmtp_parameter_walker {
  public:
    constexpr esmtp_parameter_walker() = default;
    explicit constexpr esmtp_parameter_walker(std::string_view list) noexcept : list_{list} {
        cut();
    }

    constexpr bool at_end() const noexcept { return first_ == list_.size(); }
    constexpr result<esmtp_parameter> current() const noexcept {
        constexpr auto let_dig = alpha + digit;
        auto const raw = this->raw();
        auto const size = scan::not_in(let_dig + char_class{"-"}, raw, 0);
        bool const is_keyword = size != 0 && let_dig.contains(raw[0]);
        bool const has_value = size + 1 < raw.size() && raw[size] == '=';
        if (!is_keyword || (size != raw.size() && !has_value))
            return diagnostic{diagnostic_code::esmtp_parameter_malformed, first_, raw.size()};
        return esmtp_parameter{raw, size};
    }
    constexpr void advance() noexcept {
        first_ = last_;
        cut();
    }
    constexpr std::size_t position() const noexcept { return first_; }

    /// The octets of the element, even if it is not a parameter.
    constexpr std::string_view raw() const noexcept { return list_.substr(first_, last_ - first_); }

  private:
    constexpr void cut() noexcept {
        first_ = scan::not_in(wsp, list_, first_);
        last_ = scan::in(wsp, list_, first_);
    }
    std::string_view list_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
};

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif
