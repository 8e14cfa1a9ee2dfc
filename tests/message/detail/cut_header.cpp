#include <foldwise/message/detail/cut_header.hpp>

#include "../../support.hpp"

#include <foldwise/message/message.hpp>

#include <iterator>
#include <string>
#include <vector>

namespace {

using foldwise::message;
using foldwise::detail::cut_field;
using foldwise::detail::cut_header;

constexpr char octet_at(std::string_view bytes, std::size_t at) {
    return at == bytes.size() ? '\0' : bytes[at];
}

/// Whether cut_header, stopped after `most` fields, finds the fields that a walk over the header
/// section finds.
constexpr bool agrees_with_a_walk(std::string_view bytes, std::size_t most) {
    message const m{bytes};
    auto wanted = m.header().begin();
    std::size_t count = 0;
    std::size_t position = 0;
    bool is_same = true;
    auto const end = cut_header(bytes, [&](cut_field const& f) noexcept {
        is_same = is_same && REQUIRE_SAME(bytes, wanted != m.header().end(), true) &&
                  REQUIRE_SAME(bytes, f.raw, (*wanted).raw()) &&
                  REQUIRE_SAME(bytes, f.raw.data() == bytes.data() + position, true) &&
                  REQUIRE_SAME(bytes, f.next, octet_at(bytes, position + f.raw.size())) &&
                  REQUIRE_SAME(bytes,
                               (*wanted).value().length() + f.fold_octets >=
                                   (*wanted).value().raw().size(),
                               true);
        if (is_same) ++wanted;
        position += f.raw.size();
        return ++count != most;
    });
    if (!is_same || !REQUIRE_SAME(bytes, end.position, position)) return false;
    if (end.found() || count != most)
        return REQUIRE_SAME(bytes, position, m.header().raw().size()) &&
               REQUIRE_SAME(bytes, end.separator_size, m.separator().size());
    return REQUIRE_SAME(bytes, count, most);
}

constexpr bool with_any_count(std::string_view bytes) {
    for (std::size_t const most : {1000u, 9u, 2u, 1u})
        if (!agrees_with_a_walk(bytes, most)) return false;
    return true;
}

constexpr std::string_view texts[] = {
    "Subject: hello\n\nHello, world!\n",
    "A: b\n c\n\td\nE: f\n\n g\n",
    "A: b",
    "A: b\n",
    "\n",
    "\nA: b\n",
    " a\n\n",
    "A: b\n\rC: d\n\n",
    "A: b\n\r",
    "bad\n\n",
    "A: b\n \n\nx",
    "A: 1\nB: 2\nC: 3\nD: 4\nE: 5\nF: 6\nG: 7\nH: 8\nI: 9\nJ: 10\n\n",
};

constexpr bool fields_are_cut() {
    for (auto const text : texts)
        test::with_both_line_endings(text, [](std::string_view bytes) { with_any_count(bytes); });
    return true;
}
CASE("cut_header: it finds the fields that a walk finds, up to the empty line", fields_are_cut)

constexpr bool short_strings_agree() { return test::for_each_string("\n\r a", 2, with_any_count); }
CASE("cut_header: it agrees with a walk for any octets", short_strings_agree)
TEST_CASE("cut_header: it agrees with a walk for any octets, longer strings") {
    CHECK(test::for_each_string("\n\r a:", 6, with_any_count));
}

// A field that ends at each place in a block of 64 octets, in the last block and before it. The
// allocation ends with the bytes, so that a sanitizer reports a read after them.
TEST_CASE("cut_header: long fields") {
    for (std::size_t size = 1; size != 1300; ++size)
        for (std::string_view const end :
             {"\n", "\r\n", "\r\n x\r\n", "\n\ny", "\n x\n\r\ny", ""}) {
            auto const text = std::string(size, 'x').append(end).append("A: b\r\n");
            std::vector<char> const octets(text.begin(), text.end());
            if (!with_any_count({octets.data(), octets.size()})) return;
        }
    CHECK(with_any_count(std::string(5000, 'x')));
}

TEST_CASE("cut_header: octets after the bytes are ignored") {
    for (std::size_t size = 1; size <= 200; ++size) {
        auto const text = std::string(size - 1, 'x') + "\n\ny";
        CHECK(with_any_count(std::string_view{text}.substr(0, size)));
    }
}

} // namespace
