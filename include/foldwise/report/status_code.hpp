#ifndef FOLDWISE_REPORT_STATUS_CODE_HPP
#define FOLDWISE_REPORT_STATUS_CODE_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/token.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace foldwise {

/// Whether to try again (RFC 3463 section 3.1).
enum class status_class : unsigned char {
    success = 2,
    persistent_transient_failure = 4,
    permanent_failure = 5,
};

/// What became of a message, as a code (RFC 3463 section 2): read_status_code gives it.
///     5.1.1  ->  permanent_failure, subject() 1: the address, detail() 1: no such mailbox
/// Borrows nothing; trivially copyable.
class status_code {
  public:
    constexpr status_code(status_class first, int subject, int detail,
                          std::optional<diagnostic_code> deviation = {}) noexcept
        : class_{first}, subject_{subject}, detail_{detail}, deviation_{deviation} {}

    constexpr status_class code_class() const noexcept { return class_; }
    constexpr int subject() const noexcept { return subject_; } ///< 0 to 999
    constexpr int detail() const noexcept { return detail_; }   ///< 0 to 999

    /// The code in its shortest form. Allocates.
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

    /// In what the text is not as RFC 3464 section 2.3.4 has it, yet has one meaning:
    /// status_code_text_after, status_code_leading_zero.
    constexpr std::optional<diagnostic_code> deviation() const noexcept { return deviation_; }

    /// Whether both are the same code, however it was written.
    friend constexpr bool operator==(status_code const& left, status_code const& right) noexcept {
        return left.class_ == right.class_ && left.subject_ == right.subject_ &&
               left.detail_ == right.detail_;
    }

  private:
    static constexpr void append_number(std::string& text, int number) {
        if (number >= 100) text += static_cast<char>('0' + number / 100);
        if (number >= 10) text += static_cast<char>('0' + number / 10 % 10);
        text += static_cast<char>('0' + number % 10);
    }

    status_class class_;
    int subject_;
    int detail_;
    std::optional<diagnostic_code> deviation_;
};

/// The code in a Status field (RFC 3464 section 2.3.4); `value` is its raw_value().
///     status-code = DIGIT "." 1*3DIGIT "." 1*3DIGIT     ; a comment may follow
///     read_status_code("5.0.0 (permanent failure)")  ->  5.0.0
/// Other text behind it, and zeros in front of a number, are passed over and told by
/// deviation(). Without a value where no code comes first, or one of a class that RFC 3463 does
/// not know: status_code_malformed, which covers the value. O(value), nothing is allocated, and
/// nothing of `value` is kept.
constexpr result<status_code> read_status_code(std::string_view value) noexcept {
    using enum diagnostic_code;
    lexer before{value};
    before.skip_comments();
    cursor in{before.rest()};
    int numbers[3] = {};
    std::optional<diagnostic_code> deviation;
    bool is_code = true;
    for (int& number : numbers) {
        if (&number != numbers) is_code = in.skip('.') && is_code;
        auto const digits = in.take_while(digit);
        is_code = is_code && !digits.empty() && digits.size() <= (&number == numbers ? 1u : 3u);
        if (!is_code) return diagnostic{status_code_malformed, 0, value.size()};
        if (digits.size() > 1 && digits.front() == '0') deviation = status_code_leading_zero;
        number = decimal_value(digits);
    }
    bool const is_known = numbers[0] == 2 || numbers[0] == 4 || numbers[0] == 5;
    lexer behind{in.rest()};
    bool const ends = in.at_end() || behind.position() != 0 || in.sees('(');
    if (!is_known || !ends) return diagnostic{status_code_malformed, 0, value.size()};
    bool const is_closed = behind.skip_comments().is_closed();
    if (!is_closed || !behind.rest().empty()) deviation = status_code_text_after;
    return status_code{static_cast<status_class>(numbers[0]), numbers[1], numbers[2], deviation};
}

} // namespace foldwise

#endif
