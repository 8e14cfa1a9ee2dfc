#ifndef FOLDWISE_REPORT_STATUS_CODE_HPP
#define FOLDWISE_REPORT_STATUS_CODE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The first number of a status code, which says whether it is worth sending the message again (RFC
/// 3463 section 3.1).
enum class status_class : unsigned char {
    success = 2,
    persistent_transient_failure = 4,
    permanent_failure = 5,
};

/// The value of a Status field: the outcome of a delivery, as three numbers (RFC 3463 section 2,
/// RFC 3464 section 2.3.4).
///     status-field = "Status" ":" status-code              ; a comment may follow
///     status-code  = DIGIT "." 1*3DIGIT "." 1*3DIGIT
///
///     5.1.1  ->  code_class() permanent_failure, subject() 1 (the address), detail() 1 (no such
///                mailbox)
///
/// `==` and is() compare the numbers: "5.01.1" is equal to "5.1.1". Borrows the value, but only for
/// raw(); trivially copyable.
class status_code {
  public:
    /// A code of these three numbers.
    constexpr status_code(status_class first, int subject, int detail) noexcept
        : class_{first}, subject_{subject}, detail_{detail} {}

    /// Reads a field's raw_value().
    ///     status_code::read("5.0.0 (permanent failure)")  ->  5.0.0
    /// Leading zeros and text after the code are ignored; diagnose() reports them. The error is
    /// status_code_malformed, which covers the value, if the value does not start with a code, or
    /// if its class is not a status_class. O(value).
    static constexpr result<status_code>
    read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        lexer before{value};
        before.skip_comments();
        cursor in{before.rest()};
        int numbers[3] = {};
        bool has_leading_zero = false;
        bool is_code = true;
        for (int& number : numbers) {
            if (&number != numbers) is_code = in.skip('.') && is_code;
            auto const digits = in.take_while(digit);
            is_code = is_code && !digits.empty() && digits.size() <= (&number == numbers ? 1u : 3u);
            if (!is_code) return malformed(value);
            if (digits.size() > 1 && digits.front() == '0') has_leading_zero = true;
            number = decimal_value(digits);
        }
        bool const is_known = numbers[0] == 2 || numbers[0] == 4 || numbers[0] == 5;
        lexer after{in.rest()};
        bool const ends = in.at_end() || after.position() != 0 || in.sees('(');
        if (!is_known || !ends) return malformed(value);
        bool const is_closed = after.skip_comments().is_closed();
        status_code code{static_cast<status_class>(numbers[0]), numbers[1], numbers[2]};
        code.raw_ = value;
        code.has_leading_zero_ = has_leading_zero;
        code.has_text_after_ = !is_closed || !after.rest().empty();
        return code;
    }
    static constexpr result<status_code> read(field const& f) noexcept {
        return read(f.raw_value());
    }
    template <owning_temporary T>
    static result<status_code>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged; empty if the code was not read from a field.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The first number.
    constexpr status_class code_class() const noexcept { return class_; }
    constexpr int subject() const noexcept { return subject_; } ///< 0 to 999
    constexpr int detail() const noexcept { return detail_; }   ///< 0 to 999

    /// Whether the code is `code`.
    ///     status.is("5.1.1")
    constexpr bool is(std::string_view code) const noexcept {
        auto const other = read(code);
        return other && *other == *this;
    }

    /// The code without leading zeros. Allocates.
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }
    constexpr void append_to(std::string& text) const {
        append_number(text, static_cast<int>(class_));
        text += '.';
        append_number(text, subject_);
        text += '.';
        append_number(text, detail_);
    }

    /// Calls `report` with a diagnostic for each problem: status_code_text_after,
    /// which covers that text, and status_code_leading_zero, which covers the code.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        if (!has_text_after_ && !has_leading_zero_) return;
        constexpr auto octets = digit + char_class{"."};
        lexer before{raw_};
        before.skip_comments();
        auto const code = before.rest().substr(0, scan::not_in(octets, before.rest(), 0));
        lexer after{before.rest().substr(code.size())};
        after.skip_comments();
        auto const note = [&](diagnostic_code problem, std::string_view at) {
            report(diagnostic{problem, offset_of(raw_, at), at.size()});
        };
        if (has_text_after_) note(status_code_text_after, trim_fws(after.rest()));
        if (has_leading_zero_) note(status_code_leading_zero, code);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

    friend constexpr bool operator==(status_code const& left, status_code const& right) noexcept {
        return left.class_ == right.class_ && left.subject_ == right.subject_ &&
               left.detail_ == right.detail_;
    }

  private:
    static constexpr diagnostic malformed(std::string_view value) noexcept {
        return whole_value(diagnostic_code::status_code_malformed, value);
    }
    static constexpr void append_number(std::string& text, int number) {
        if (number >= 100) text += static_cast<char>('0' + number / 100);
        if (number >= 10) text += static_cast<char>('0' + number / 10 % 10);
        text += static_cast<char>('0' + number % 10);
    }

    std::string_view raw_;
    status_class class_;
    int subject_;
    int detail_;
    bool has_leading_zero_ = false;
    bool has_text_after_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

/// The hash of the three numbers, which operator== compares. Different codes have different hashes.
template <>
struct std::hash<foldwise::status_code> {
    constexpr std::size_t operator()(foldwise::status_code const& code) const noexcept {
        auto const number = [](auto part) { return static_cast<std::size_t>(part); };
        return (number(code.code_class()) * 1000 + number(code.subject())) * 1000 +
               number(code.detail());
    }
};

#endif
