#include <foldwise/smtp/detail/envelope_command.hpp>

#include "../problems.hpp"

namespace {

using namespace foldwise;
using foldwise::detail::smtp_path_size;

struct row {
    std::string_view text;
    std::size_t size;
};

constexpr row table[] = {
    {"", 0},
    {"<>", 2},
    {"<a@b> c", 5},
    {"<a@b>c", 5},
    {"<\"a> b\"@c> SIZE=1", 10},
    {"<\"\\\">\"@c> d", 9},
    {"<a\\>b@c>", 4}, // a backslash quotes nothing outside of quotes
    {"<a@[x>y]> c", 9},
    {"<a@[x\\]>y]> c", 11},
    {"a@[x y] c", 7},
    {"<[a> b]", 4}, // not after an at sign
    {"<a@[x> c", 8},
    {"<a b@c> d", 7},
    {"<a@b", 4},
    {"<\"a> b", 6},
    {"a@b c", 3},
    {"a@b\tc", 3},
    {"\"a b\"@c d", 7},
    {"a@b>", 4},
    {"\"a\\", 3},
    {" a", 0},
};

constexpr bool sizes_of_paths() {
    for (auto const& r : table) REQUIRE_SAME(r.text, smtp_path_size(r.text), r.size);
    return true;
}
CASE("envelope_command: where a path ends", sizes_of_paths)

constexpr bool unread_commands() {
    using enum diagnostic_code;
    auto const error = [](std::string_view line) {
        return detail::unread_command(smtp_command{line});
    };
    REQUIRE_TRUE(error("NOOP\r\n") == diagnostic{smtp_command_malformed, 0, 4});
    REQUIRE_TRUE(error("NOOP") == diagnostic{smtp_command_malformed, 0, 4});
    REQUIRE_TRUE(error("") == diagnostic{smtp_command_malformed, 0, 0});
    REQUIRE_TRUE(error("NOOP\n") == diagnostic{smtp_line_ending, 4, 1});
    REQUIRE_TRUE(error("a\rb\r\n") == diagnostic{smtp_line_ending, 1, 1});
    return true;
}
CASE("envelope_command: why a command is not read", unread_commands)

} // namespace
