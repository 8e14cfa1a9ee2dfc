#include <foldwise/trace/detail/helo_words.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::is_helo;
using foldwise::detail::single_address;
using foldwise::detail::take_helo;
using foldwise::detail::trace_word_walker;

constexpr bool names_after_helo() {
    struct {
        std::string_view text;
        std::string_view name; // "-" if the text does not start with a HELO
        std::string_view rest; // the word after it
    } constexpr table[] = {
        {"HELO a b", "a", "b"},
        {"helo=a b", "a", "b"},
        {"ehlo: a b", "a", "b"},
        {"LHLO= [a] b", "[a]", "b"},
        {"\"EHLO a\" b", "a", "b"},
        {"\"EHLO\n a b\" c", "a b", "c"},
        {"helo = [a] b", "[a]", "b"},
        {"helo =a b", "a", "b"},
        {"helo = = b", "=", "b"},
        {"helo =", "", ""},
        {"helo[a] b", "[a]", "b"},
        {"helo/a b", "/a", "b"},
        {"helo.example a", "-", "helo.example"},
        {"helo-1 a", "-", "helo-1"},
        {"HELO", "", ""},
        {"helo= (a)", "", "(a)"},
        {"HELO; a", "", ";"},
        {"helot a", "-", "helot"},
        {"\"EHLOa\"", "-", "\"EHLOa\""},
        {"a HELO b", "-", "a"},
        {"", "-", ""},
    };
    REQUIRE_TRUE(is_helo("helo") && is_helo("EHLO") && is_helo("LHLO") && !is_helo("HELO "));
    for (auto const& row : table) {
        trace_word_walker at{row.text};
        auto const name = take_helo(at);
        REQUIRE_SAME(row.text, name.value_or("-"), row.name);
        if (name && !at.at_end()) at.advance();
        REQUIRE_SAME(row.text, at.current().raw, row.rest);
    }
    return true;
}
CASE("helo_words: the name after HELO", names_after_helo)

constexpr bool one_address_only() {
    single_address found;
    REQUIRE_TRUE(!found.address());
    found.add(std::nullopt);
    found.add(foldwise::ip_address::read("192.0.2.1"));
    found.add(foldwise::ip_address::read("192.0.2.1"));
    REQUIRE_TRUE(found.address()->text == "192.0.2.1");
    found.add(foldwise::ip_address::read("192.0.2.2"));
    REQUIRE_TRUE(!found.address());
    return true;
}
CASE("helo_words: an address counts if there is no other", one_address_only)

} // namespace
