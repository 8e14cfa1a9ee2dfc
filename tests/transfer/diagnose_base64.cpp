#include <foldwise/transfer/diagnose_base64.hpp>

#include <foldwise/transfer/base64_encoder.hpp>

#include "../diagnostics.hpp"
#include "decoders.hpp"

namespace {

using enum foldwise::diagnostic_code;

constexpr test::problem_row table[] = {
    {"RFC 4648 section 10", "Zm9vYg==", {}},
    {"nothing", "", {}},
    {"RFC 2045 section 6.8, white space is allowed", "Zm9v\r\n Ym\tFy\n", {}},
    {"padding across lines is allowed", "Zg=\n=\n", {}},
    {"RFC 2045 section 6.8, other octets",
     "Zm9v*-\xE9YmF!y",
     {{base64_octet, 4, 3}, {base64_octet, 10, 1}}},
    {"other octets on two lines", "*\n*", {{base64_octet, 0, 1}, {base64_octet, 2, 1}}},
    {"data after padding", "Zg==Zm8=", {{base64_after_padding, 4, 4}}},
    {"data after padding twice",
     "Zg==Zg==\nZg==",
     {{base64_after_padding, 4, 9}, {base64_after_padding, 9, 4}}},
    {"too little padding", "Zg=", {{base64_padding, 2, 1}}},
    {"too little padding, data after it",
     "Zg=\nZm9v",
     {{base64_padding, 2, 1}, {base64_after_padding, 4, 4}}},
    {"too much padding", "Zg====", {{base64_padding, 4, 2}}},
    {"too much padding on another line", "Zm8=\n=", {{base64_padding, 5, 1}}},
    {"padding after a whole quantum", "Zm9v=", {{base64_padding, 4, 1}}},
    {"padding after one sextet", "Z=", {{base64_padding, 1, 1}}},
    {"padding alone", "==", {{base64_padding, 0, 2}}},
    {"RFC 4648 section 3.5, 1 octet", "Zh==", {{base64_left_over_bits, 1, 1}}},
    {"RFC 4648 section 3.5, 2 octets", "Zm9=", {{base64_left_over_bits, 2, 1}}},
    {"cut off, 1 sextet", "Zm9vZ\n", {{base64_truncated, 4, 1}}},
    {"cut off, 2 sextets", "Zm9vZ\nm", {{base64_truncated, 4, 3}}},
    {"cut off, 3 sextets", "Zm8", {{base64_truncated, 0, 3}}},
    {"76 octets",
     "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\nAAAA",
     {}},
    {"80 octets",
     "AAAA\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n",
     {{encoded_line_too_long, 5, 80}}},
};

constexpr bool table_of_problems() {
    for (auto const& row : table)
        test::check_problems(row, [](std::string_view text, auto report) {
            foldwise::diagnose_base64(text, report);
        });
    test::still_reporter report;
    foldwise::diagnose_base64("Zm9v%Zg", report);
    REQUIRE_SAME("a reporter that is not copied", report.count, std::size_t{2});
    return true;
}
CASE("diagnose_base64: each deviation and its place", table_of_problems)

TEST_CASE("diagnose_base64: any short text; problems are inside it") {
    test::for_each_string("AZ= \n-", 6, [](std::string_view text) {
        std::size_t count = 0;
        foldwise::diagnose_base64(text, [&](foldwise::diagnostic const& problem) {
            REQUIRE_SAME(text, problem.length > 0, true);
            REQUIRE_SAME(text, problem.offset + problem.length <= text.size(), true);
            ++count;
        });
        // There is no problem if, and only if, encoding the octets gives this text.
        auto const octets = foldwise::base64_decoded{text}.to_string();
        auto plain = std::string{text};
        std::erase_if(plain, [](char octet) { return octet == ' ' || octet == '\n'; });
        bool const is_proper = plain == foldwise::base64_encoded{octets}.to_string();
        REQUIRE_SAME(text, count == 0, is_proper);
        return true;
    });
}

} // namespace
