#include <foldwise/trace/detail/host_words.hpp>

#include "../../support.hpp"

namespace {

using foldwise::ip_version;
using foldwise::detail::is_host_name;
using foldwise::detail::read_bracketed_address;
using foldwise::detail::says_no_host;

constexpr bool names_of_hosts() {
    for (std::string_view const name : {"a", "mx1.example.net", "a_b-c.", "\xC3\xA9.example", "1"})
        REQUIRE_SAME(name, is_host_name(name), true);
    for (std::string_view const other : {"", "192.0.2.1", "a b", "a,b", "[192.0.2.1]", "a@b"})
        REQUIRE_SAME(other, is_host_name(other), false);
    REQUIRE_TRUE(says_no_host("Unknown") && says_no_host("really") && !says_no_host("known"));
    return true;
}
CASE("host_words: host names, and words in place of them", names_of_hosts)

constexpr bool addresses_in_brackets() {
    struct {
        std::string_view text;
        std::string_view address; // empty if there is no address
    } constexpr table[] = {
        {"[192.0.2.1]", "192.0.2.1"},
        {"[IPv6:2001:db8::1]", "2001:db8::1"},
        {"[192.0.2.1]:25", "192.0.2.1"},
        {"[192.0.2.1:25]", "192.0.2.1"},
        {"[::1]:25", "::1"},
        {"[192.0.2.1],", "192.0.2.1"},
        {"[192.0.2.1],a", "192.0.2.1"},
        {"[192.0.2.1],[198.51.100.1]", ""},
        {"[192.0.2.1:x]", ""},
        {"192.0.2.1", ""},
        {"[192.0.2.1", ""},
        {"[192.0.2.1]x", ""},
        {"[a.example]", ""},
        {"[]", ""},
        {"", ""},
    };
    for (auto const& row : table) {
        auto const got = read_bracketed_address(row.text);
        REQUIRE_SAME(row.text, got ? got->text : "", row.address);
    }
    REQUIRE_TRUE(read_bracketed_address("[192.0.2.1]")->version == ip_version::v4);
    return true;
}
CASE("host_words: addresses in brackets, with an optional port", addresses_in_brackets)

constexpr bool addresses_without_brackets() {
    using foldwise::detail::read_bare_address;
    REQUIRE_TRUE(read_bare_address("192.0.2.1")->text == "192.0.2.1");
    REQUIRE_TRUE(read_bare_address("192.0.2.1:25")->text == "192.0.2.1");
    REQUIRE_TRUE(read_bare_address("2001:db8::1:25")->text == "2001:db8::1:25");
    for (std::string_view const other :
         {"", ":", "a:25", "192.0.2.1:", "192.0.2.1:2x", "192.0.2:1"})
        REQUIRE_SAME(other, read_bare_address(other).has_value(), false);
    return true;
}
CASE("host_words: addresses without brackets, with an optional port", addresses_without_brackets)

constexpr bool ends_of_host_names() {
    struct {
        std::string_view word;
        std::string_view host;
    } constexpr table[] = {
        {"a.example", "a.example"},
        {"a.example,", "a.example"},
        {"a.example,b", "a.example"},
        {"a[192.0.2.1]", "a"},
        {"a<b>", "a"},
        {"a\"b\"", "a"},
        {"a:25", "a"},
        {"a:25,", "a"},
        {"a:", "a"},
        {"a:,", "a"},
        {"2001:db8::", "2001:db8::"},
        {"a:b", "a:b"},
        {":25", ":25"},
        {"192.0.2.1:25", "192.0.2.1"},
        {"2001:db8::1", "2001:db8::1"},
        {"[2001:db8::1]:25", "[2001:db8::1]"},
        {"[a", "[a"},
        {"?10.0.1.6?", "?10.0.1.6?"},
        {"root@a", "root@a"},
        {"<a,b>", "<a,b>"},
        {"\"a,b\"", "\"a,b\""},
        {",a", ""},
        {"", ""},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.word, row.word.substr(0, foldwise::detail::host_size(row.word)), row.host);
    return true;
}
CASE("host_words: where the name of a host ends", ends_of_host_names)

} // namespace
