#ifndef FOLDWISE_TESTS_SUPPORT_HPP
#define FOLDWISE_TESTS_SUPPORT_HPP

// Every test includes this after the header that it tests. It has doctest, and checks that work
// at compile time and at run time. A case is a constexpr function that uses REQUIRE_TRUE and
// REQUIRE_SAME and returns true. CASE evaluates it at compile time and again at run time.
//
//     constexpr bool a_bare_cr_is_data() {
//         REQUIRE_TRUE(unfolded{"a\r b"} == "a\r b");
//         return true;
//     }
//     CASE("unfold: a bare CR is data", a_bare_cr_is_data)
//
// Put everything in a test file into an unnamed namespace. Test files use the same names, and two
// constexpr functions of the same name would otherwise be one function.

#if !defined(__cpp_exceptions)
#define DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
#endif
#include <doctest/doctest.h>

#include <concepts>
#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

namespace test {

/// Octets for assertions that a call does not throw. A literal does not serve there: the constructor
/// of std::string_view that takes one need not be noexcept, and in libc++ it is not.
inline constexpr std::string_view some_octets;

/// The octets as a C++ string literal, to be readable in the message of a failure.
inline std::string shown(std::string_view octets) {
    std::string text = "\"";
    for (char const octet : octets) {
        char buffer[8];
        auto const value = static_cast<unsigned>(static_cast<unsigned char>(octet));
        if (octet == '\n')
            text += "\\n";
        else if (octet == '\r')
            text += "\\r";
        else if (octet == '\t')
            text += "\\t";
        else if (value >= 0x20 && value < 0x7F)
            text += octet;
        else
            text.append(buffer, static_cast<std::size_t>(
                                    std::snprintf(buffer, sizeof buffer, "\\x%02X", value)));
    }
    return text + '"';
}

template <class T>
std::string shown(T const& value) {
    if constexpr (std::convertible_to<T const&, std::string_view>)
        return shown(std::string_view{value});
    else if constexpr (requires { value.to_string(); })
        return shown(value.to_string());
    else if constexpr (std::is_same_v<T, bool>)
        return value ? "true" : "false";
    else if constexpr (std::is_enum_v<T>)
        return std::to_string(static_cast<long long>(value));
    else if constexpr (std::is_arithmetic_v<T>)
        return std::to_string(value);
    else
        return "(a value)";
}

// Not constexpr, so that a call at compile time is a compile error.
inline void failed(char const* file, int line, char const* what) {
    DOCTEST_ADD_FAIL_CHECK_AT(file, line, std::string_view{what});
}

/// A function, since compilers evaluate a condition themselves if they can, even when the test is to
/// run. They do not do so with an argument.
constexpr void require(bool holds, char const* file, int line, char const* what) {
    if (!holds) failed(file, line, what);
}

template <class Row, class Got, class Wanted>
void failed_row(char const* file, int line, Row const& row, char const* expression, Got const& got,
                Wanted const& wanted) {
    auto const what =
        shown(row) + ": " + expression + " is " + shown(got) + ", not " + shown(wanted);
    failed(file, line, what.c_str());
}

template <class Row, class Got, class Wanted>
constexpr bool same(char const* file, int line, Row const& row, char const* expression,
                    Got const& got, Wanted const& wanted) {
    if (got == wanted) return true;
    failed_row(file, line, row, expression, got, wanted);
    return false;
}

/// Text that is built at compile time. It replaces std::string, which clang does not accept in a
/// constant expression with libstdc++ 12.
class text_buffer {
  public:
    constexpr void append(std::string_view octets) {
        for (char const octet : octets) append(octet);
    }
    constexpr void append(char octet) {
        if (size_ == sizeof octets_)
            failed(__FILE__, __LINE__, "text_buffer is too small");
        else
            octets_[size_++] = octet;
    }
    constexpr operator std::string_view() const { return {octets_, size_}; }

  private:
    char octets_[4096] = {};
    std::size_t size_ = 0;
};

/// Whether functions that allocate can be checked here. True at run time.
constexpr bool can_allocate() {
#if defined(__clang__) && defined(_GLIBCXX_RELEASE) && _GLIBCXX_RELEASE < 13
    return !std::is_constant_evaluated();
#else
    return true;
#endif
}

/// `text` unchanged. For cases that take this function or with_crlf.
constexpr std::string_view as_it_is(std::string_view text) { return text; }

/// `text` with CRLF for each LF.
constexpr text_buffer with_crlf(std::string_view text) {
    text_buffer crlf;
    for (char const octet : text) {
        if (octet == '\n') crlf.append('\r');
        crlf.append(octet);
    }
    return crlf;
}

/// Calls `function` with `text`, whose lines end with LF, and again with CRLF in their place.
template <class F>
constexpr void with_both_line_endings(std::string_view text, F function) {
    function(text);
    function(std::string_view{with_crlf(text)});
}

/// Calls `function` with every string over `alphabet` of at most `longest` octets, shortest first,
/// until it returns false. `longest` is at most 16. Returns whether every call returned true.
template <class F>
constexpr bool for_each_string(std::string_view alphabet, std::size_t longest, F function) {
    char octets[16] = {};
    std::size_t strings = 1; // of this size
    for (std::size_t size = 0; size <= longest; ++size, strings *= alphabet.size())
        for (std::size_t number = 0; number < strings; ++number) {
            auto digits = number;
            for (std::size_t i = 0; i < size; ++i, digits /= alphabet.size())
                octets[i] = alphabet[digits % alphabet.size()];
            if (!function(std::string_view{octets, size})) return false;
        }
    return true;
}

} // namespace test

/// The condition holds, at compile time and at run time.
#define REQUIRE_TRUE(...)                                                                          \
    ::test::require(static_cast<bool>(__VA_ARGS__), __FILE__, __LINE__, #__VA_ARGS__)

/// `got` equals the last argument. If not, the message names the row of the table (its source or
/// its input) and shows both.
#define REQUIRE_SAME(row, got, ...) (::test::same(__FILE__, __LINE__, row, #got, got, __VA_ARGS__))

/// Runs a case twice: in a static_assert and at run time. FOLDWISE_RUN_TIME_CASES leaves out the
/// static_assert, for builds with other flags of a compiler that has already evaluated it.
#if defined(FOLDWISE_RUN_TIME_CASES)
#define CASE(name, function)                                                                       \
    TEST_CASE(name) { CHECK(function()); }
#else
#define CASE(name, function)                                                                       \
    static_assert(function());                                                                     \
    TEST_CASE(name) { CHECK(function()); }
#endif

#endif
