// Expectations of Dovecot's imaptest for the sections (RFC 9051 section 6.4.5) of messages in its
// mailboxes. Its scripts are not in the corpus, so their sizes are copied here. As in IMAP, line
// endings are CRLF, and MIME and HEADER include the empty line. Bodies are decoded.

#include <foldwise/mime/entity.hpp>
#include <foldwise/store/mbox.hpp>

#include "../support.hpp"
#include "suites.hpp"

namespace {

struct section {
    std::string_view script; // the name of the script and of its mailbox
    std::string_view path;
    std::size_t header;
    std::size_t body;
    std::string_view text = {}; // if the script has it and it is short
};
constexpr std::size_t unsaid = 0;
constexpr section sections[] = {
    {"fetch-bodystructure", "1", unsaid, 7, "hello\r\n"},
    {"fetch-binary-mime", "TEXT", 136, 466, {}},
    {"fetch-binary-mime", "1", 48, 7, "hello\r\n"},
    {"fetch-binary-mime", "2", 32, 298, {}},
    {"fetch-binary-mime", "2.TEXT", 134, 164, {}},
    {"fetch-binary-mime", "2.1", 27, 20, "<p>Hello world</p>\r\n"},
    {"fetch-binary-mime", "2.2", 28, 21, "Hello another world\r\n"},
    {"fetch-body-message-rfc822", "1", 113, 93, {}},
    {"fetch-body-message-rfc822", "1.1", 80, 13, "Hello world\r\n"},
    {"fetch-body-message-rfc822-x2", "1", 113, 207, {}},
    {"fetch-body-message-rfc822-x2", "1.1", 114, 93, {}},
    {"fetch-body-message-rfc822-x2", "1.1.1", 80, 13, "Hello world\r\n"},
    {"fetch-body-message-rfc822-mime", "1", 113, 296, {}},
    {"fetch-body-message-rfc822-mime", "1.TEXT", 128, 168, {}},
    {"fetch-body-message-rfc822-mime", "1.1", 2, 46, {}},
    {"fetch-body-message-rfc822-mime", "1.1.1", 37, 9, "m1 body\r\n"},
    {"fetch-body-message-rfc822-mime", "1.2", 21, 46, {}},
    {"fetch-body-message-rfc822-mime", "1.2.1", 37, 9, "m2 body\r\n"},
    {"fetch-binary-mime-base64", "1", unsaid, 11, "hello world"},
    {"fetch-binary-mime-base64", "2", unsaid, 11, "hello world"},
    {"fetch-binary-mime-base64", "3", unsaid, 16, "hello to you too"},
    {"fetch-binary-mime-base64", "4", unsaid, 18, "hello to everyone!"},
    {"fetch-binary-mime-base64", "5", unsaid, 30, "abcdefg\rhijkl\r\nmno\npqrstuvqxyz"},
    {"fetch-binary-mime-qp", "1", unsaid, 65,
     "hello\r\nbar\r\nfoo\tbar\r\nfoo\t \tb\r\nfoo bar\r\nfoo b\r\nfoo\r\nbar\r\nfoo_bar\r\n"},
};

TEST_CASE("imaptest: the sections of its messages") {
    for (auto const& row : sections) {
        auto const name = std::string{row.script};
        auto const octets = test::corpus_octets("dovecot-imaptest/src/tests/" + name + ".mbox");
        if (octets.empty()) continue;
        auto const mailbox = test::with_crlf_throughout(octets);
        auto const message = (*foldwise::mbox{mailbox}.begin()).message();
        bool is_there = false;
        for (auto const part : foldwise::entity{message}.walk()) {
            if (part.path() != row.path) continue;
            is_there = true;
            auto const what = name + " " + std::string{row.path};
            auto const text = part.decoded().to_string();
            if (row.header != unsaid)
                REQUIRE_SAME(what, part.header().raw().size() + part.separator().size(),
                             row.header);
            REQUIRE_SAME(what, text.size(), row.body);
            if (!row.text.empty()) REQUIRE_SAME(what, text, row.text);
        }
        REQUIRE_SAME(name + " " + std::string{row.path}, is_there, true);
    }
}

} // namespace
