#include <foldwise/inspect/detail/field_readers.hpp>

#include "../inspection.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using enum foldwise::diagnostic_code;

struct ignored {
    constexpr void operator()(foldwise::diagnostic const&) const {}
};

TEST_CASE("field_readers: each name that has a field_type, once") {
    std::string_view const start = "struct field_type<\"";
    std::vector<std::string> declared;
    for (auto const& room :
         std::filesystem::directory_iterator{FOLDWISE_SOURCE_DIR "/include/foldwise"}) {
        std::ifstream file{room.path() / "fields.hpp"};
        std::string const text{std::istreambuf_iterator<char>{file}, {}};
        for (auto at = text.find(start); at != text.npos; at = text.find(start, at)) {
            at += start.size();
            auto& name = declared.emplace_back(text, at, text.find('"', at) - at);
            std::ranges::transform(name, name.begin(), foldwise::ascii_lower);
        }
    }
    std::vector<std::string> listed;
    for (auto const& reader : foldwise::detail::field_readers<ignored>)
        listed.emplace_back(reader.name);
    CHECK(std::ranges::is_sorted(listed, {}, &std::string::size));
    CHECK(listed.back().size() == foldwise::detail::longest_typed_name);
    std::ranges::sort(declared);
    std::ranges::sort(listed);
    REQUIRE(!declared.empty());
    CHECK(declared == listed);
}

TEST_CASE("diagnose: the value of a field, read as the type of its name") {
    test::check({
        {"RFC 5322 section 3.4", "From: a\n", {{address_without_at, "a"}}},
        {"any case", "fROM: a\n", {{address_without_at, "a"}}},
        {"a folded value", "To:\n a@b.example,\n c\n", {{address_without_at, "c"}}},
        {"a field that no RFC defines",
         "Mail-Followup-To: a@b.example, c\n",
         {{address_without_at, "c"}}},
        {"RFC 5322 section 3.6.2: one mailbox", "Sender: a@b.example\n", {}},
        {"RFC 5322 section 3.3", "Date: today\n", {{date_malformed, "today"}}},
        {"RFC 5322 section 3.6.4", "Message-ID: <a>\n", {{message_id_without_at, "<a>"}}},
        {"RFC 2047 section 2",
         "Subject: =?x?q?a?=\n",
         {{encoded_word_charset_unknown, "=?x?q?a?="}}},
        {"RFC 2045 section 6.1",
         "Content-Transfer-Encoding: 9bit\n",
         {{transfer_encoding_unknown, "9bit"}}},
        {"RFC 2183 section 2.8", "Content-Disposition: a, b\n", {{disposition_text_after, ", b"}}},
        {"RFC 2919 section 2", "List-ID: a\n", {{list_id_malformed, "a"}}},
        {"a name in another charset",
         "From: =?x?q?a?= <a@b.example>\n",
         {{encoded_word_charset_unknown, "=?x?q?a?="}}},
        {"a name in a group",
         "To: g: =?x?q?a?= <a@b.example>;\n",
         {{encoded_word_charset_unknown, "=?x?q?a?="}}},
        {"a comment",
         "Sender: b <a@b.example> (=?x?q?a?=)\n",
         {{encoded_word_charset_unknown, "=?x?q?a?="}}},
        {"not an address",
         "Cc: =?x?q?a?=\n",
         {{encoded_word_charset_unknown, "=?x?q?a?="}, {address_without_at, "=?x?q?a?="}}},
        {"RFC 5322 section 3.6.3: an address", "Cc: (x)\n", {{value_empty, "(x)"}}},
        {"RFC 5322 section 3.6.3: Bcc may be empty", "Bcc: (x)\n", {}},
        {"the same of a resending", "Resent-Bcc:\n", {{resent_field_missing, ""}}},
        {"RFC 2369 section 3.2: a URI", "List-Unsubscribe:\n", {{value_empty, ""}}},
        {"RFC 2369 section 3.4: a word", "List-Post: NO\n", {}},
        {"a field without a type", "X-A: =?x?q?a?=\n", {}},
        {"a longer name", "Dates: today\n", {}},
    });
}

} // namespace
