#include <foldwise/base/copy_ascii.hpp>

#include "../support.hpp"

#include <vector>

namespace {

using foldwise::detail::copy_ascii;

struct row {
    std::string_view octets;
    std::size_t at;
    std::size_t end;
};

constexpr row table[] = {
    {"", 0, 0},    {"abc", 0, 3},    {"a~c", 0, 1},        {"a~c", 2, 3},    {"a~c", 1, 1},
    {"a|~", 0, 2}, {"a\x80~", 0, 1}, {"ab\x7F\xFF", 1, 3}, {"\xFFzz", 1, 3},
};

constexpr bool it_ends_at_any_stop() {
    for (auto const& row : table) {
        char text[8] = {};
        REQUIRE_SAME(row.octets, copy_ascii<'~'>(row.octets, row.at, text), row.end);
        auto const copied = row.octets.substr(row.at, row.end - row.at);
        REQUIRE_SAME(row.octets, std::string_view(text, copied.size()), copied);
    }
    return true;
}
CASE("copy_ascii: it ends at octets beyond ASCII and at others", it_ends_at_any_stop)

/// Checks that a stop is found at any place of a text, and that nothing is read or written outside.
template <char... others>
void finds(std::initializer_list<char> stops) {
    for (std::size_t size = 0; size < 700; size += size < 150 ? 1 : 37) {
        for (std::size_t stop = 0; stop <= size; stop += size < 40 ? 1 : 1 + size / 40) {
            for (char const octet : stops) {
                std::vector<char> octets(size, 'a'); // the allocation ends with the text
                for (std::size_t i = 0; i < size; ++i) octets[i] = static_cast<char>('a' + i % 26);
                if (stop < size) octets[stop] = octet;
                for (std::size_t at = 0; at <= size; at += 1 + size / 5) {
                    auto const end = stop < at ? size : stop;
                    std::string_view const all{octets.data(), size};
                    std::vector<char> to(size - at);
                    auto const got = copy_ascii<others...>(all, at, to.data());
                    if (got != end) REQUIRE_SAME(size, got, end);
                    if (std::string_view(to.data(), end - at) != all.substr(at, end - at))
                        REQUIRE_SAME(size, std::string_view(to.data(), end - at),
                                     all.substr(at, end - at));
                }
            }
        }
    }
}

TEST_CASE("copy_ascii: it ends at any place of a long text") {
    finds<>({'\x80', '\xFF'});
    finds<'+'>({'+', '\x80'});
    finds<'\x0E', '\x0F', '\x1B'>({'\x0E', '\x0F', '\x1B', '\x80', '\xFF'});
}

TEST_CASE("copy_ascii: neighbours of a stop are copied") {
    std::string octets;
    for (int i = 0; i < 0x80; ++i)
        if (i != 0x0E && i != 0x0F && i != 0x1B) octets += static_cast<char>(i);
    octets += octets + octets + octets;
    std::vector<char> to(octets.size());
    CHECK(copy_ascii<'\x0E', '\x0F', '\x1B'>(octets, 0, to.data()) == octets.size());
    CHECK(std::string_view(to.data(), to.size()) == octets);
}

} // namespace
