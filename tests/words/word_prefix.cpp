#include <foldwise/words/word_prefix.hpp>

#include "../support.hpp"

namespace {

using foldwise::detail::read_word_prefix;

constexpr bool prefixes_are_read() {
    struct {
        std::string_view text;
        std::size_t size;
        std::size_t label_size;
        bool is_well_formed;
    } constexpr table[] = {
        {"=?utf-8?Q?a?=", 10, 5, true}, // RFC 2047 section 2
        {"=?utf-8*en?b?", 13, 8, true}, // RFC 2231 section 5
        {"=?ISO_8859-1:1987?Q?", 20, 15, true},
        {"=?ISO_646.irv:1991?Q?", 21, 16, true},
        {"=?utf-8?X?", 10, 5, false},
        {"=?utf-8?QQ?", 11, 5, false},
        {"=?\?Q?", 5, 0, false},
        {"=?*en?Q?", 8, 3, false},
        {"=?utf 8?Q?", 0, 0, false},
        {"=?utf-8?Q ?", 0, 0, false},
        {"=?utf-8", 0, 0, false},
        {"=?utf-8?Q", 0, 0, false},
        {"=?", 0, 0, false},
    };
    for (auto const& row : table) {
        auto const prefix = read_word_prefix(row.text);
        REQUIRE_SAME(row.text, prefix.size, row.size);
        REQUIRE_SAME(row.text, prefix.label_size, row.label_size);
        REQUIRE_SAME(row.text, prefix.is_well_formed, row.is_well_formed);
    }
    return true;
}
CASE("word_prefix: the start of an encoded-word is read", prefixes_are_read)

} // namespace
