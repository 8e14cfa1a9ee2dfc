// Properties of HTML as the tool shows it: a page that arrives in blocks of any size has the same
// text as the whole page; the text is bounded, and no line of it ends with a space.

#include "properties.hpp"

#include "../tools/html/text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

std::string text_of_blocks(std::string_view html, std::size_t size) {
    std::string text;
    tool::html_reader reader{[&text](std::string_view block) {
        REQUIRE_PROPERTY(!block.empty());
        text += block;
    }};
    for (; !html.empty(); html.remove_prefix(std::min(size, html.size()))) {
        std::string const block{html.substr(0, size)}; // gone before the next one
        reader.take(block);
    }
    reader.finish();
    return text;
}

void properties_of(std::string_view bytes) {
    // A block ends with a whole character, as those of a decoder do.
    std::string html{bytes};
    std::erase_if(html, [](char octet) { return octet < 0; });
    auto const text = tool::html_text(html);
    for (std::size_t const size : {1U, 2U, 7U})
        REQUIRE_PROPERTY(text_of_blocks(html, size) == text);
    // An octet adds at most 42 octets for the start of a line, and a few for its own text.
    REQUIRE_PROPERTY(text.size() <= 50 * html.size());
    REQUIRE_PROPERTY(text.empty() || text.ends_with('\n'));
    REQUIRE_PROPERTY(text.find(" \n") == text.npos);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
