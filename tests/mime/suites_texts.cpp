// Complete decoded texts that the test suites of other projects have beside their messages.

#include <foldwise/mime/entity.hpp>

#include "../support.hpp"
#include "suites.hpp"

namespace {

using namespace foldwise;

/// The text without tags, with a space for each run of white space, and without white space at the
/// ends.
std::string stripped(std::string_view html) {
    constexpr char_class white_space{" \t\r\n"};
    std::string text;
    bool is_tag = false;
    for (char const octet : html) {
        if (octet == '<') is_tag = true;
        if (!is_tag && (!white_space.contains(octet) || !text.ends_with(' ')))
            text += white_space.contains(octet) ? ' ' : octet;
        if (octet == '>') is_tag = false;
    }
    while (text.ends_with(' ')) text.pop_back();
    return text.starts_with(' ') ? text.substr(1) : text;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white_space = " \t\r\n";
    auto const first = std::min(text.find_first_not_of(white_space), text.size());
    return text.substr(first, text.find_last_not_of(white_space) + 1 - first);
}

/// The first text in the message, and whether it is HTML.
std::pair<std::string, bool> first_text_in(std::string_view octets) {
    for (auto const part : entity{message{octets}}.walk())
        if (part.is_leaf() && part.content_type().is("text"))
            return {test::text_of(part), part.content_type().is("text", "html")};
    return {};
}

// NAME.out is the searchable text of the message NAME: its first text, without white space at the
// ends. HTML has its tags in some of the files.
TEST_CASE("thunderbird: the text of its messages, except for the listed differences") {
    test::suite suite{"suite-thunderbird"};
    for (auto const& file : test::corpus_files("thunderbird/mailnews/test/data", ".out")) {
        auto const said = test::corpus_octets(file);
        auto const path = file.substr(0, file.size() - 4);
        auto const [text, is_html] = first_text_in(test::corpus_octets(path));
        auto const name = path.substr(path.rfind('/') + 1);
        if (is_html && said.find('<') == said.npos)
            suite.compare(name, said, stripped(text));
        else
            suite.compare(name, said, trimmed(text));
    }
    suite.finish();
}

// The only attachment of a message, compared with the original file.
TEST_CASE("mailparse: the attachment of its message") {
    auto const octets = test::corpus_octets("staktrace-mailparse/test_email_01.txt");
    auto const said = test::corpus_octets("staktrace-mailparse/test_email_01_sample.pdf");
    std::size_t attachments = 0;
    for (auto const part : entity{message{octets}}.walk()) {
        if (!part.content_type().is("application", "pdf")) continue;
        ++attachments;
        REQUIRE_SAME("sample.pdf", part.decoded().to_string() == said, true);
        REQUIRE_SAME("sample.pdf", part.decoded().length(), said.size());
        REQUIRE_SAME("name", test::text_of(part.content_type().parameters().find("name")),
                     "sample.pdf");
    }
    REQUIRE_SAME("attachments", attachments, octets.empty() ? 0u : 1u);
}

} // namespace
