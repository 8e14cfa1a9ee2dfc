#include <foldwise/foldwise.hpp>

#include "support.hpp"

namespace {

using namespace foldwise;

/// An mbox of one message, to be read with types of several rooms.
constexpr std::string_view mailbox = "From foe@sample.net Mon Dec 15 10:00:00 2014\n"
                                     "Return-Path: <foe@sample.net>\n"
                                     "Authentication-Results: mx.example.org;\n"
                                     "\tspf=pass smtp.mailfrom=sample.net;\n"
                                     "\tdkim=none; dmarc=pass\n"
                                     "From: foe@sample.net\n"
                                     "Message-ID: <1@sample.net>\n"
                                     "Date: Mon, 15 Dec 2014 10:00:00 +0000\n"
                                     "\n"
                                     ">From here on, all is body.\n"
                                     "\n";

constexpr bool check(std::string_view bytes) {
    auto const entry = *mbox{bytes}.begin();
    auto const message = entry.message();
    REQUIRE_TRUE(entry.from_line()->address() == "foe@sample.net");
    REQUIRE_TRUE(message.header().find("return-path")->value() == "<foe@sample.net>");
    auto const results = *message.header().find("Authentication-Results");
    REQUIRE_TRUE(results.value() ==
                 "mx.example.org;\tspf=pass smtp.mailfrom=sample.net;\tdkim=none;"
                 " dmarc=pass");
    std::size_t lines = 0;
    for (auto const l : results.lines()) lines += l.text().empty() ? 0u : 1u;
    REQUIRE_TRUE(lines == 3);
    REQUIRE_TRUE((*foldwise::lines{message.body()}.begin()).text() ==
                 ">From here on, all is body.");
    REQUIRE_TRUE(*entry.body().begin() == 'F');
    std::size_t problems = 0;
    diagnose(message, [&](diagnostic const&) { ++problems; });
    REQUIRE_TRUE(problems == 0);
    return true;
}

constexpr bool a_message_goes_through() {
    test::with_both_line_endings(mailbox, check);
    return true;
}
CASE("foldwise: one message through the whole library", a_message_goes_through)

} // namespace
