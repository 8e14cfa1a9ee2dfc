#include <foldwise/store/content_length.hpp>

#include "../support.hpp"

#include <cstdint>
#include <limits>

namespace {

using foldwise::content_length;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::message;
using foldwise::result;

struct length_row {
    std::string_view from;
    std::string_view header;
    result<std::size_t> wanted;
};

/// The number, if std::size_t can hold it; else the diagnostic of a field of `size` octets.
constexpr result<std::size_t> if_it_fits(std::uint64_t number, std::size_t size) {
    if (number > std::numeric_limits<std::size_t>::max())
        return diagnostic{diagnostic_code::content_length_malformed, 0, size};
    return static_cast<std::size_t>(number);
}

constexpr length_row length_table[] = {
    {"a number", "Content-Length: 12\n", std::size_t{12}},
    {"zero", "Content-Length: 0\n", std::size_t{0}},
    {"leading zeros", "Content-Length: 0012\n", std::size_t{12}},
    {"white space at both ends", "content-length: \t 12 \n", std::size_t{12}},
    {"folded before the number", "Content-Length:\n 12\n", std::size_t{12}},
    {"twice the same", "Content-Length: 12\nContent-Length: 012\n", std::size_t{12}},
    {"missing", "Subject: 12\n", diagnostic{diagnostic_code::content_length_missing, 0, 0}},
    {"empty", "Content-Length:\n", diagnostic{diagnostic_code::content_length_malformed, 0, 16}},
    {"negative", "A: b\nContent-Length: -1\n",
     diagnostic{diagnostic_code::content_length_malformed, 5, 19}},
    {"two numbers", "Content-Length: 1 2\n",
     diagnostic{diagnostic_code::content_length_malformed, 0, 20}},
    {"folded inside the number", "Content-Length: 1\n 2\n",
     diagnostic{diagnostic_code::content_length_malformed, 0, 21}},
    {"text after it", "Content-Length: 12 octets\n",
     diagnostic{diagnostic_code::content_length_malformed, 0, 26}},
    {"the largest number of 32 bits", "Content-Length: 4294967295\n", std::size_t{4294967295u}},
    {"one more", "Content-Length: 4294967296\n", if_it_fits(4294967296u, 27)},
    {"the largest number of 64 bits", "Content-Length: 18446744073709551615\n",
     if_it_fits(18446744073709551615u, 37)},
    {"one more", "Content-Length: 18446744073709551616\n",
     diagnostic{diagnostic_code::content_length_malformed, 0, 37}},
    {"two that differ", "Content-Length: 1\nContent-Length: 2\n",
     diagnostic{diagnostic_code::content_length_conflict, 18, 18}},
};

constexpr bool table_of_content_lengths() {
    for (auto const& row : length_table) {
        auto const found = content_length(message{row.header});
        REQUIRE_SAME(row.from, found.has_value(), row.wanted.has_value());
        REQUIRE_SAME(row.from, found == row.wanted, true);
    }
    return true;
}
CASE("content_length: one number that fits, or a diagnostic", table_of_content_lengths)

} // namespace
