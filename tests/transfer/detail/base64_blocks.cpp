#include <foldwise/transfer/detail/base64_blocks.hpp>

#include "../../support.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

using foldwise::base64_alphabet;
using foldwise::transcoded;
using foldwise::detail::base64_blocks;

struct row {
    std::string_view text;
    std::size_t count; // octets of room
    transcoded done;
};

constexpr row table[] = {
    {"", 9, {0, 0}},           {"Zm9", 9, {0, 0}},
    {"Zm9v", 9, {4, 3}},       {"Zm9v", 2, {0, 0}},
    {"Zm9v\n", 3, {5, 3}},     {"\r\n\n\rZm9v\r\nYmFy\r\n\r\n", 9, {18, 6}},
    {"Zm9vYm\nFy", 9, {4, 3}}, {"Zm9vYg==", 9, {4, 3}},
    {"Zm9v YmFy", 9, {4, 3}},  {"Zm9vYmFy-", 9, {8, 6}},
    {"=Zm9v", 9, {0, 0}},
};

constexpr bool quanta_and_line_endings() {
    for (auto const& r : table) {
        char octets[9] = {};
        REQUIRE_SAME(r.text, base64_blocks::decode(r.text, octets, r.count) == r.done, true);
        REQUIRE_SAME(r.text, base64_blocks::decode_scalar(r.text, octets, r.count) == r.done, true);
        REQUIRE_SAME(r.text, std::string_view(octets, r.done.written),
                     std::string_view{"foobar"}.substr(0, r.done.written));
    }
    return true;
}
CASE("base64_blocks: quanta and the line endings between them", quanta_and_line_endings)

/// Checks that a vector function writes what its scalar twin writes for the octets that the vector
/// function has read, and reads no more than the twin does. The allocations end with text and room,
/// so that AddressSanitizer reports an access after them.
void check_twin(transcoded (*decode)(std::string_view, char*, std::size_t) noexcept,
                std::string_view text, std::size_t count) {
    std::vector<char> const from{text.begin(), text.end()};
    std::vector<char> to(count, '.');
    auto const done = decode({from.data(), from.size()}, to.data(), count);
    std::vector<char> scalar(count, '.');
    auto const most = base64_blocks::decode_scalar(text, scalar.data(), count);
    REQUIRE_SAME(text, done.read <= most.read && done.written <= most.written, true);
    auto const again =
        base64_blocks::decode_scalar(text.substr(0, done.read), scalar.data(), count);
    REQUIRE_SAME(text, again == done, true);
    REQUIRE_SAME(text, std::string_view(to.data(), done.written),
                 std::string_view(scalar.data(), done.written));
}

void check_all_twins(std::string_view text, std::size_t count) {
#if defined(FOLDWISE_VECTORS_X86_64)
    if (__builtin_cpu_supports("avx2")) check_twin(base64_blocks::decode_32, text, count);
    if (__builtin_cpu_supports("ssse3")) check_twin(base64_blocks::decode_16, text, count);
#elif defined(FOLDWISE_VECTORS_ARM64)
    check_twin(base64_blocks::decode_16, text, count);
#endif
    std::vector<char> to(count), scalar(count);
    auto const done = base64_blocks::decode(text, to.data(), count);
    auto const wanted = base64_blocks::decode_scalar(text, scalar.data(), count);
    REQUIRE_SAME(text, done == wanted, true);
    REQUIRE_SAME(text, std::string_view(to.data(), done.written),
                 std::string_view(scalar.data(), done.written));
}

/// `size` octets of the alphabet, in lines of `line` octets.
std::string text_of(std::size_t size, std::size_t line, std::string_view ending) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        text += base64_alphabet[(i * 37 + i / 64 * 11 + size) % 64];
        if (i % line == line - 1) text += ending;
    }
    return text;
}

TEST_CASE("base64_blocks: every octet at every place of a block") {
    for (std::size_t at = 0; at < 33; ++at)
        for (unsigned octet = 0; octet < 256; ++octet) {
            auto text = text_of(40, 40, "");
            text[at] = static_cast<char>(static_cast<unsigned char>(octet));
            check_all_twins(text, 64);
        }
}

TEST_CASE("base64_blocks: every size of text and of room") {
    for (std::size_t size = 0; size < 120; ++size)
        for (std::size_t count = 0; count < 120; ++count)
            check_all_twins(text_of(size, 76, "\n"), count);
}

TEST_CASE("base64_blocks: lines of every length, with every ending") {
    for (std::size_t line = 1; line < 110; ++line)
        for (std::string_view const ending : {"\n", "\r\n", "\n\n", "\r", " \n", "=\n"}) {
            auto const text = text_of(5 * line + line / 2, line, ending);
            check_all_twins(text, text.size());
            check_all_twins(text, text.size() / 4 * 3);
            check_all_twins(text, text.size() / 2);
        }
}

TEST_CASE("base64_blocks: another octet at each place of some lines") {
    for (std::string_view const ending : {"\n", "\r\n"})
        for (char const other : {'\n', '\r', '=', '\x80', ' '})
            for (std::size_t line : {32u, 60u, 64u, 72u, 76u, 96u}) {
                auto const text = text_of(4 * line, line, ending);
                for (std::size_t at = 0; at < text.size(); ++at) {
                    auto changed = text;
                    changed[at] = other;
                    check_all_twins(changed, text.size());
                    changed.insert(at, 1, other);
                    check_all_twins(changed, text.size());
                    changed.erase(at, 2);
                    check_all_twins(changed, text.size());
                }
            }
}

constexpr bool a_table_made_at_run_time_is_the_same() {
    foldwise::detail::base64_tables made;
    for (std::size_t place = 0; place < 4; ++place)
        for (std::size_t octet = 0; octet < 256; ++octet)
            REQUIRE_SAME(octet, made.at[place].of[octet],
                         foldwise::detail::base64_table.at[place].of[octet]);
    return true;
}
CASE("base64_blocks: a table made at run time is the same", a_table_made_at_run_time_is_the_same)

} // namespace
