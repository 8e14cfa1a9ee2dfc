#include <foldwise/lists/list_uri.hpp>

#include "../support.hpp"

#include <optional>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::list_uri;
using foldwise::detail::can_be_uri;
using foldwise::detail::uri_char;

static_assert(std::is_trivially_copyable_v<list_uri>);

constexpr bool parts_of_a_uri() {
    diagnostic const deviation{diagnostic_code::list_uri_with_white_space, 0, 20};
    list_uri const uri{{"<mail to:a@\r\n b:c> (a \\(d\\))", "mail to:a@\r\n b:c", "(a \\(d\\))"},
                       deviation};
    REQUIRE_TRUE(uri.raw() == "<mail to:a@\r\n b:c> (a \\(d\\))");
    REQUIRE_TRUE(uri.text() == "mailto:a@b:c");
    REQUIRE_TRUE(uri.scheme() == "mailto");
    REQUIRE_TRUE(uri.has_scheme("mailto") && uri.has_scheme("MailTo"));
    REQUIRE_TRUE(!uri.has_scheme("mail") && !uri.has_scheme("mailto:") && !uri.has_scheme(""));
    REQUIRE_TRUE(*uri.comment() == "a (d)");
    REQUIRE_TRUE(uri.deviation() == deviation);

    list_uri const plain{{"<x :a>", "x :a", {}}, std::nullopt};
    REQUIRE_TRUE(plain.scheme() == "x" && plain.scheme().raw() == "x");
    REQUIRE_TRUE(!plain.comment() && !plain.deviation());
    REQUIRE_TRUE(list_uri{}.text().empty() && list_uri{}.scheme().empty());
    return true;
}
CASE("list_uri: its parts", parts_of_a_uri)

constexpr bool what_can_be_a_uri() {
    constexpr std::string_view good[] = {"a:",         "https://a/",  "ht\n tps:", "svn+ssh.x-1:a",
                                         "A:\xC3\xA9", "a: b\r\n\tc", "x:<\"\\>"};
    for (auto const text : good) REQUIRE_SAME(text, can_be_uri(text), true);
    using namespace std::string_view_literals;
    constexpr std::string_view bad[] = {
        "",     ":",     "a",      "1a:b",    "a@b",    "a@b:c",     "+a:b",           "//a",
        "/a:b", "a_b:c", "a:\0"sv, "a:b\x7F", "a:\x1B", "\xC3\xA9:", "=?utf-8?Q?a:b?="};
    for (auto const text : bad) REQUIRE_SAME(text, can_be_uri(text), false);
    return true;
}
CASE("list_uri: a URI starts with a scheme", what_can_be_a_uri)

// RFC 3986 appendix A: unreserved, gen-delims, sub-delims and the percent sign.
constexpr bool the_characters_of_a_uri() {
    for (char const octet : std::string_view{"azAZ09-._~:/?#[]@!$&'()*+,;=%"})
        REQUIRE_SAME((std::string_view{&octet, 1}), uri_char.contains(octet), true);
    for (char const octet : std::string_view{" \t\r\n\"<>\\^`{|}\x7F\xC3"})
        REQUIRE_SAME((std::string_view{&octet, 1}), uri_char.contains(octet), false);
    return true;
}
CASE("list_uri: the characters of a URI", the_characters_of_a_uri)

} // namespace
