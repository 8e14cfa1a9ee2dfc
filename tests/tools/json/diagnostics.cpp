#include "../../../tools/json/diagnostics.hpp"

#include "../../support.hpp"
#include "../strict_json.hpp"
#include "value_of.hpp"

TEST_CASE("tool json: the codes of the diagnostics, and the octets that they cover") {
    struct {
        std::string_view from;
        std::string mail;
        std::string_view code;
        std::string_view covered;
    } const rows[] = {
        {"structure", "no name\nSubject: x\n\n", "field_without_name", "no name\n"},
        {"body", "Subject: x\n\na\rb\n", "bare_cr", "\r"},
        {"parts", "Content-Type: multipart/mixed; boundary=b\n\n--b x\n--b\n\n--b--\n",
         "delimiter_with_text", "--b x"},
        {"address", "To: a@b,\n c d, e@f\n\n", "address_without_at", "c d"},
        {"name", "To: =?utf-8?Q?a b?= <a@b>\n\n", "encoded_word_white_space", "=?utf-8?Q?a b?="},
        {"comment", "To: a@b (=?utf-8?Q?a b?=)\n\n", "encoded_word_white_space", "=?utf-8?Q?a b?="},
        {"name of a group", "To: =?utf-8?Q?a b?=:;\n\n", "encoded_word_white_space",
         "=?utf-8?Q?a b?="},
        {"name in a group", "Cc: a: =?utf-8?Q?a b?= <a@b>;\n\n", "encoded_word_white_space",
         "=?utf-8?Q?a b?="},
        {"no address", "From: =?utf-8?Q?\"A\" <a@b>?=\n\n", "encoded_word_white_space",
         "=?utf-8?Q?\"A\" <a@b>?="},
        {"no address in a group", "To: a:b@c, =?utf-8?Q?a b?=;\n\n", "encoded_word_white_space",
         "=?utf-8?Q?a b?="},
        {"no date", "Date: tomorrow\n\n", "date_malformed", "tomorrow"},
        {"identifier", "Message-ID: <a@b\n\n", "message_id_not_closed", "<a@b"},
        {"field of a part",
         "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: nothing\n\n--b--\n",
         "content_type_malformed", "nothing"},
        {"base64", "Content-Transfer-Encoding: base64\n\nQUJD\n!\n", "base64_octet", "!"},
        {"uuencoded file", "Subject: x\n\nhi\nbegin 644 a\n#0V%T\n`\nend\n",
         "uuencoded_file_in_text", "begin 644 a\n#0V%T\n`\nend\n"},
        {"report", "Content-Type: message/delivery-status\n\nStatus: 5.0.0 x\n",
         "status_code_text_after", "x"},
        {"body without a charset, UTF-8", "Subject: x\n\na \xC3\xA9.\n", "charset_undeclared",
         "\xC3\xA9"},
        {"body without a charset", "Subject: x\n\na \xE9 \xE8.\n", "charset_fallback", "\xE9 \xE8"},
        {"body that is encoded", "Content-Transfer-Encoding: quoted-printable\n\na =E9.\n",
         "charset_fallback", "a =E9.\n"},
        {"HTML", "Content-Type: text/html\n\n<meta charset=koi8-r>\xE9\n", "charset_from_html",
         "\xE9"},
        {"subject", "Subject: caf\xE9\n\n", "charset_fallback", "caf\xE9"},
        {"name", "To: Andr\xE9 <a@b>\n\n", "charset_fallback", "Andr\xE9"},
        {"file name", "Content-Disposition: x; filename=\"\xE9\"\n\n", "charset_fallback",
         "filename=\"\xE9\""},
        {"name", "Content-Type: text/plain; name*=us-ascii''%C3%A9\n\n", "charset_undeclared",
         "name*=us-ascii''%C3%A9"},
        {"word in US-ASCII", "Subject: =?us-ascii?Q?=C3=A9?=\n\n", "charset_undeclared",
         "=?us-ascii?Q?=C3=A9?="},
    };
    for (auto const& row : rows) {
        for (auto const& mail : {row.mail, "From x\n" + row.mail}) {
            auto const all = test::object_of(mail)["diagnostics"];
            std::string covered;
            for (auto const& each : all.items)
                if (each["code"].text == row.code)
                    covered = mail.substr(each["offset"].number(), each["length"].number());
            REQUIRE_SAME(row.from, covered, row.covered);
        }
    }
    std::string const fields =
        "From: a@b.example\nDate: Thu, 1 Jan 2015 10:00:00 +0000\nMessage-ID: <1@b.example>\n";
    REQUIRE_SAME("clean", test::value_of(fields + "Subject: x\n\nx\n", "diagnostics"), "[]");
    REQUIRE_SAME("keys", test::value_of("Subject : x\n" + fields + "\n", "diagnostics"),
                 R"([{"code":"space_before_colon","severity":"ambiguity","offset":7,"length":1,)"
                 R"("rfc":"5322 4.5","text":"white space between a field name and its colon; )"
                 R"(ignored, but other programs may not recognize the field"}])");
}

TEST_CASE("tool json: problems of the file around a message") {
    struct {
        std::string mail;
        std::string_view code;
        std::string_view covered;
    } const rows[] = {
        {"\xEF\xBB\xBF"
         "From x Fri Jan  2 10:00:00 2015\nA: b\n",
         "byte_order_mark", "\xEF\xBB\xBF"},
        {"From x Fri Jan  2 10:00:00 2015\n\xEF\xBB\xBF"
         "A: b\n",
         "byte_order_mark", "\xEF\xBB\xBF"},
        {"\xEF\xBB\xBF"
         "A: b\n",
         "byte_order_mark", "\xEF\xBB\xBF"},
        {"From x\nA: b\n", "from_line_date_missing", "From x"},
        {"\1\1\1\1\nA: b\n\1\1\1\1\n\1\1\1\1\n", "mmdf_marks", "\1\1\1\1\n\1\1\1\1\n"},
        {"5 \nA: b\n<?xml ?>\n<plist>", "-", ""},
    };
    for (auto const& row : rows) {
        auto all = test::object_of(row.mail)["diagnostics"];
        std::erase_if(all.items, [](auto const& each) {
            return std::string_view{each["code"].text}.ends_with("_missing") &&
                   each["length"].number() == 0; // fields
        });
        if (row.code == "-") REQUIRE_SAME(row.mail, all.items.size(), 0u);
        if (row.code == "-") continue;
        REQUIRE_SAME(row.mail, all.items.size(), 1u);
        REQUIRE_SAME(row.mail, all.items.front()["code"].text, std::string{row.code});
        auto const& each = all.items.front();
        REQUIRE_SAME(row.mail, row.mail.substr(each["offset"].number(), each["length"].number()),
                     std::string{row.covered});
    }
}

TEST_CASE("tool json: the fields of an attached message are diagnosed, too") {
    std::string const mail = "Content-Type: message/rfc822\n\nTo: nobody\n\nx\n";
    auto const all = test::object_of(mail)["diagnostics"];
    bool is_found = false;
    for (auto const& each : all.items)
        is_found = is_found || (each["code"].text == "address_without_at" &&
                                mail.substr(each["offset"].number(), 6) == "nobody");
    CHECK(is_found);
}
