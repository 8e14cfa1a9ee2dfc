#ifndef FOLDWISE_MIME_MIME_VERSION_HPP
#define FOLDWISE_MIME_MIME_VERSION_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/token.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The value of a MIME-Version field (RFC 2045 section 4). The only version is 1.0.
///     version := "MIME-Version" ":" 1*DIGIT "." 1*DIGIT
///     mime_version::read("1.(produced by MetaSend Vx.x)0")  ->  1.0
/// `==` and is() compare the numbers and ignore how they are written. Borrows the value, but only
/// for raw(); trivially copyable.
class mime_version {
  public:
    constexpr mime_version() = default;
    /// A version that is not read from a field.
    constexpr mime_version(int major, int minor) noexcept : major_{major}, minor_{minor} {}

    /// Reads a field's raw_value(). Comments and folding may be before and after each number. A
    /// version other than 1.0 is read, too, although no RFC defines one: see deviation(). An error
    /// (mime_version_malformed, which covers the value) for any other text, and for numbers of more
    /// than nine digits. O(value).
    static constexpr result<mime_version>
    read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        lexer in{value};
        auto const major = next_number(in);
        bool const has_dot = in.next_outside_comments().is('.');
        auto const minor = next_number(in);
        bool const is_closed = in.skip_comments().is_closed();
        if (!major || !has_dot || !minor || !is_closed || !in.next().is(token_kind::end))
            return whole_value(diagnostic_code::mime_version_malformed, value);
        mime_version read{*major, *minor};
        read.raw_ = value;
        return read;
    }
    static constexpr result<mime_version> read(field const& f) noexcept {
        return read(f.raw_value());
    }
    template <owning_temporary T>
    static result<mime_version>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged; empty if the version was not read from a field.
    constexpr std::string_view raw() const noexcept { return raw_; }

    // Not major() and minor(), which are macros of some C libraries.
    constexpr int major_number() const noexcept { return major_; } ///< 0 to 999999999
    constexpr int minor_number() const noexcept { return minor_; } ///< 0 to 999999999

    /// Whether `version` is the same version; false if it is malformed.
    ///     version.is("1.0")
    constexpr bool is(std::string_view version) const noexcept {
        auto const other = read(version);
        return other && *other == *this;
    }

    /// A mime_version_unknown, which covers raw(), if the version is not 1.0.
    constexpr optional<diagnostic> deviation() const noexcept {
        if (*this == mime_version{}) return std::nullopt;
        return whole_value(diagnostic_code::mime_version_unknown, raw_);
    }
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (auto const problem = deviation()) report(*problem);
    }

    friend constexpr bool operator==(mime_version const& left, mime_version const& right) noexcept {
        return left.major_ == right.major_ && left.minor_ == right.minor_;
    }

  private:
    /// Takes the next token and the comments before it. Returns its value if it is a number.
    static constexpr optional<int> next_number(lexer& in) noexcept {
        auto const digits = in.next_outside_comments().raw();
        if (digits.empty() || digits.size() > 9) return std::nullopt;
        if (scan::not_in(digit, digits, 0) != digits.size()) return std::nullopt;
        return decimal_value(digits);
    }

    std::string_view raw_;
    int major_ = 1;
    int minor_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
