#include "../../../tools/json/message.hpp"

#include "../../support.hpp"
#include "../files.hpp"
#include "../run.hpp"
#include "../strict_json.hpp"
#include "value_of.hpp"

using namespace std::string_view_literals;

namespace {

/// Two messages with the details that the contract specifies.
constexpr std::string_view mailbox = "From foe@sample.net Mon Dec 15 10:00:00 2014\n"
                                     "Subject: a folded\n"
                                     "\tvalue\n"
                                     "no name, \"quoted\\\"\n"
                                     "X-Nul: a\0b\n"
                                     "X-Latin: caf\xE9 \xC3\xA9\n"
                                     "X-Evil: \x1B[31m\xE2\x80\xAE\xC2\x9B\r\n"
                                     "Empty:\n"
                                     "\n"
                                     ">From the body\n"
                                     "\n"
                                     "From \x1B[2J\xFF\r\n"
                                     "Subject : last\r\n"sv;

constexpr std::string_view objects =
    R"({"schema":2,"file":"-","index":1,"entry_offset":0,"offset":45,"length":115,"flags":null,)"
    R"("from_line":"From foe@sample.net Mon Dec 15 10:00:00 2014",)"
    R"("header":[{"name":"Subject","offset":45,"length":25,"value":"a folded\tvalue"},)"
    R"({"name":"","offset":70,"length":19,"value":"no name, \"quoted\\\""},)"
    R"({"name":"X-Nul","offset":89,"length":11,"value":"a\u0000b"},)"
    R"({"name":"X-Latin","offset":100,"length":17,"value":"caf)"
    "\xEF\xBF\xBD \xC3\xA9"
    R"("},)"
    R"({"name":"X-Evil","offset":117,"length":20,"value":"\u001b[31m\u202e\u009b"},)"
    R"({"name":"Empty","offset":137,"length":7,"value":""}],)"
    R"("body":{"offset":145,"length":15},)"
    R"("from":[],"sender":[],"to":[],"cc":[],"bcc":[],"reply_to":[],"received":[],)"
    R"("subject":"a folded\tvalue","date":null,)"
    R"("message_id":null,"in_reply_to":[],"references":[],)"
    R"("parts":[{"path":"1","type":"text/plain","charset":null,"encoding":null,)"
    R"("disposition":null,"filename":null,"role":"text","content_id":null,"description":null,)"
    R"("parameters":{},"offset":145,"length":15,"decoded_size":14}],)"
    R"("authentication":{"results":[],"received_spf":[],"signatures":[],"arc_results":[],)"
    R"("arc_signatures":[],"arc_seals":[],)"
    R"("arc_chain":{"recorded_status":"none","can_pass":false,"sets":[]}},)"
    R"("diagnostics":[{"code":"field_without_name","severity":"ambiguity","offset":70,)"
    R"("length":19,"rfc":"5322 2.2","text":"a header line without a field name; kept as a field )"
    R"(without a name, but other programs may start the body here"},)"
    R"({"code":"nul","severity":"ambiguity","offset":97,"length":1,"rfc":"5322 4",)"
    R"("text":"a NUL byte; kept as data, but other programs may drop it or stop reading here"},)"
    R"({"code":"header_octet","severity":"violation","offset":112,"length":4,"rfc":"5322 2.2",)"
    R"("text":"bytes in a header field that are neither ASCII nor UTF-8; kept as data"},)"
    R"({"code":"control_character","severity":"obsolete","offset":125,"length":1,)"
    R"("rfc":"5322 4.1","text":"a control character in a header field; kept as data"},)"
    R"({"code":"header_utf8","severity":"note","offset":130,"length":5,"rfc":"6532 3.2",)"
    R"("text":"characters in a header field that are not ASCII; read as UTF-8, which is allowed )"
    R"(only in mail that is sent with SMTPUTF8"},)"
    R"({"code":"bare_lf","severity":"ambiguity","offset":62,"length":1,"rfc":"5322 2.3",)"
    R"("text":"an LF without CR in a message that also has CRLF; ends the line, but other )"
    R"(programs may take it for data, and see other fields"},)"
    R"({"code":"from_missing","severity":"violation","offset":144,"length":0,"rfc":"5322 3.6",)"
    R"("text":"a message without a From field; it has no author"},)"
    R"({"code":"date_missing","severity":"violation","offset":144,"length":0,"rfc":"5322 3.6",)"
    R"("text":"a message without a Date field; when it was written is not known"},)"
    R"({"code":"message_id_missing","severity":"note","offset":144,"length":0,)"
    R"("rfc":"5322 3.6.4","text":"a message, or a resending of one, without an identifier in )"
    R"(a Message-ID field; other messages cannot refer to it"}]})"
    "\n"
    R"({"schema":2,"file":"-","index":2,"entry_offset":161,"offset":173,"length":16,)"
    R"("flags":null,"from_line":"From \u001b[2J)"
    "\xEF\xBF\xBD"
    R"(","header":[{"name":"Subject","offset":173,"length":16,"value":"last"}],)"
    R"("body":{"offset":189,"length":0},)"
    R"("from":[],"sender":[],"to":[],"cc":[],"bcc":[],"reply_to":[],"received":[],)"
    R"("subject":"last","date":null,)"
    R"("message_id":null,"in_reply_to":[],"references":[],)"
    R"("parts":[{"path":"1","type":"text/plain","charset":null,"encoding":null,)"
    R"("disposition":null,"filename":null,"role":"text","content_id":null,"description":null,)"
    R"("parameters":{},"offset":189,"length":0,"decoded_size":0}],)"
    R"("authentication":{"results":[],"received_spf":[],"signatures":[],"arc_results":[],)"
    R"("arc_signatures":[],"arc_seals":[],)"
    R"("arc_chain":{"recorded_status":"none","can_pass":false,"sets":[]}},)"
    R"("diagnostics":[{"code":"from_line_date_missing","severity":"ambiguity","offset":161,)"
    R"("length":10,"rfc":"4155 A","text":"a \"From \" line without a date; a message starts )"
    R"(after it, because of the lines before or after it, but other programs may not start )"
    R"(one"},{"code":"space_before_colon","severity":"ambiguity","offset":180,)"
    R"("length":1,"rfc":"5322 4.5","text":"white space between a field name and its colon; )"
    R"(ignored, but other programs may not recognize the field"},)"
    R"({"code":"from_missing","severity":"violation","offset":189,"length":0,"rfc":"5322 3.6",)"
    R"("text":"a message without a From field; it has no author"},)"
    R"({"code":"date_missing","severity":"violation","offset":189,"length":0,"rfc":"5322 3.6",)"
    R"("text":"a message without a Date field; when it was written is not known"},)"
    R"({"code":"message_id_missing","severity":"note","offset":189,"length":0,)"
    R"("rfc":"5322 3.6.4","text":"a message, or a resending of one, without an identifier in )"
    R"(a Message-ID field; other messages cannot refer to it"}]})"
    "\n";

struct row {
    std::string_view from;
    std::string_view message;
    std::string_view object; // from "offset" to "body"
};

constexpr row table[] = {
    {"no mbox", "Xy: a\n\nb",
     R"("offset":0,"length":8,"flags":null,"from_line":null,"header":[{"name":"Xy","offset":0,"length":6,)"
     R"("value":"a"}],"body":{"offset":7,"length":1})"},
    {"no body", "Xy: a",
     R"("offset":0,"length":5,"flags":null,"from_line":null,"header":[{"name":"Xy","offset":0,"length":5,)"
     R"("value":"a"}],"body":{"offset":5,"length":0})"},
    {"no fields", "\r\nbody",
     R"("offset":0,"length":6,"flags":null,"from_line":null,"header":[],"body":{"offset":2,"length":4})"},
    {"only empty lines", "\n\n\n",
     R"("offset":0,"length":3,"flags":null,"from_line":null,"header":[],"body":{"offset":1,"length":2})"},
    {"only a From line", "From x Fri Jan  2 10:00:00 2015",
     R"("offset":31,"length":0,"flags":null,"from_line":"From x Fri Jan  2 10:00:00 2015","header":[],)"
     R"("body":{"offset":31,"length":0})"},
    {"MMDF", "\1\1\1\1\nA:b\n\1\1\1\1\n",
     R"("offset":5,"length":4,"flags":null,"from_line":null,"header":[{"name":"A","offset":5,"length":4,)"
     R"("value":"b"}],"body":{"offset":9,"length":0})"},
    {".emlx: the property list is not part of the message", "6   \nA:b\n\nc<?xml ?><plist>",
     R"("offset":5,"length":6,"flags":null,"from_line":null,"header":[{"name":"A","offset":5,"length":4,)"
     R"("value":"b"}],"body":{"offset":10,"length":1})"},
    {"an empty line before the From line", "\nFrom x\nA:b\n",
     R"("offset":8,"length":4,"flags":null,"from_line":"From x","header":[{"name":"A","offset":8,"length":4,)"
     R"("value":"b"}],"body":{"offset":12,"length":0})"},
    {"a field that starts with white space", " a\n b\nXy:c\n",
     R"("offset":0,"length":11,"flags":null,"from_line":null,"header":[{"name":"","offset":0,"length":6,)"
     R"("value":"a b"},{"name":"Xy","offset":6,"length":5,"value":"c"}],)"
     R"("body":{"offset":11,"length":0})"},
};

/// The printed objects. Fails for lines that are not JSON.
std::vector<test::json_value> objects_of(test::outcome const& got) {
    std::vector<test::json_value> result;
    for (auto const& line : test::lines_of(got.out)) {
        auto const value = test::strict_json::read(line);
        if (value)
            result.push_back(*value);
        else
            REQUIRE_SAME(got.command, line, "valid JSON");
    }
    return result;
}

/// `raw`, unfolded by a simple implementation: without line endings before white space, and without
/// white space at the ends.
std::string unfolded(std::string_view raw) {
    std::string text;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        auto const ending = raw.substr(at, 2) == "\r\n" ? 2u : raw[at] == '\n' ? 1u : 0u;
        auto const next = at + ending < raw.size() ? raw[at + ending] : ' ';
        if (ending != 0 && (next == ' ' || next == '\t'))
            at += ending - 1;
        else
            text += raw[at];
    }
    auto const first = text.find_first_not_of(" \t");
    return first == text.npos ? "" : text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

bool is_line_ending(std::string_view text) { return text == "\n" || text == "\r\n"; }

void check_field(std::string const& row, std::string_view raw, test::json_value const& field) {
    auto const& name = field["name"].text;
    REQUIRE_SAME(row, raw.substr(0, name.size()), name);
    auto const value = name.empty() ? raw : raw.substr(raw.find(':') + 1);
    if (test::danger_in(value).empty() && value.find('\xEF') == value.npos)
        REQUIRE_SAME(row + ": " + name, field["value"].text, unfolded(value));
}

/// Checks the facts in an object against the octets of the file. Returns the end of the message.
std::size_t check_object(std::string const& row, std::string_view file,
                         test::json_value const& object, std::size_t last_end) {
    auto const start = object["offset"].number();
    auto const end = start + object["length"].number();
    REQUIRE_SAME(row, start <= end && end <= file.size(), true);
    auto const before = file.substr(last_end, start - last_end); // after the previous message
    REQUIRE_SAME(row, object["entry_offset"].number() >= last_end, true);
    if (object["from_line"].is_null()) {
        REQUIRE_SAME(row, before, "");
    } else {
        auto const at = before.find("From ");
        auto const empty_line = before.substr(0, at);
        REQUIRE_SAME(row, empty_line.empty() || is_line_ending(empty_line), true);
        auto const& line = object["from_line"].text;
        REQUIRE_SAME(row, before.substr(at, line.size()), line);
        REQUIRE_SAME(row, is_line_ending(before.substr(at + line.size())), true);
    }
    auto at = start;
    for (auto const& field : object["header"].items) {
        REQUIRE_SAME(row, field["offset"].number(), at);
        check_field(row, file.substr(at, field["length"].number()), field);
        at += field["length"].number();
    }
    auto const body = object["body"]["offset"].number();
    auto const separator = file.substr(at, body - at);
    REQUIRE_SAME(row, is_line_ending(separator) || (separator.empty() && body == end), true);
    REQUIRE_SAME(row, body + object["body"]["length"].number(), end);
    return end;
}

} // namespace

TEST_CASE("tool json: the contract, to the octet") {
    auto const got = test::run({"json", "-"}, {.input = std::string{mailbox}});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, got.err, "");
    test::check_lines("the objects", got.out, objects);
    REQUIRE_SAME(got.command, objects_of(got).size(), 2u);
}

TEST_CASE("tool json: incomplete messages") {
    for (auto const& row : table) {
        auto const got = test::run({"json", "-"}, {.input = std::string{row.message}});
        auto const wanted =
            R"({"schema":2,"file":"-","index":1,"entry_offset":0,)" + std::string{row.object} +
            R"(,"from":[],"sender":[],"to":[],"cc":[],"bcc":[],"reply_to":[],)"
            R"("received":[],"subject":null,"date":null,"message_id":null,"in_reply_to":[],)"
            R"("references":[])";
        REQUIRE_SAME(row.from, got.status, 0);
        REQUIRE_SAME(row.from, got.out.substr(0, got.out.find(R"(,"parts":)")), wanted);
        REQUIRE_SAME(row.from, objects_of(got).size(), 1u);
    }
    test::check_output(test::run({"json", test::data_file("empty.eml")}), "");
}

TEST_CASE("tool json: subject and names are decoded where encoded-words are allowed") {
    struct {
        std::string_view fields;
        std::string_view wanted;
    } const rows[] = {
        {"Subject: =?iso-8859-1?Q?caf=E9?= =?utf-8?B?4oKs?=\n",
         "\"subject\":\"caf\xC3\xA9\xE2\x82\xAC\""},
        {"Subject: =?utf-8?Q?a=0D=0AFrom:_b=1B[31m=E2=80=AE?=\n",
         R"("subject":"a\r\nFrom: b\u001b[31m\u202e")"},
        {"Subject: first\nSubject: second\n", R"("subject":"first")"},
        {"Subject: =?x-none?Q?a?=\n", R"("subject":"=?x-none?Q?a?=")"},
        {"From: =?utf-8?Q?J=C3=BCrgen?= <a@b>\n",
         "\"from\":[{\"name\":\"J\xC3\xBCrgen\",\"address\":\"a@b\"}]"},
        {"From: \"=?utf-8?Q?J?=\" <a@b>\n", R"("from":[{"name":"J",)"},
        {"From: =?utf-8?Q?x@y.example,_?= <a@b>\n",
         R"("from":[{"name":"x@y.example, ","address":"a@b")"},
        {"To: =?utf-8?Q?T=C3=A9am?=: a@b;\n", "\"group\":\"T\xC3\xA9"
                                              "am\""},
    };
    for (auto const& row : rows) {
        auto const got = test::run({"json", "-"}, {.input = std::string{row.fields}});
        REQUIRE_SAME(row.fields, got.out.find(row.wanted) != got.out.npos, true);
    }
}

TEST_CASE("tool json: dates, certain and uncertain") {
    struct {
        std::string_view date;
        std::string_view wanted;
    } const dates[] = {
        {"Mon, 15 Dec 2014 11:00:00 +0100",
         R"({"unix":1418637600,"offset_minutes":60,"iso":"2014-12-15T11:00:00+01:00"})"},
        {"31 Dec 1969 23:59:59 -0330",
         R"({"unix":12599,"offset_minutes":-210,"iso":"1969-12-31T23:59:59-03:30"})"},
        {"31 Dec 1969 23:59:59 +0000",
         R"({"unix":-1,"offset_minutes":0,"iso":"1969-12-31T23:59:59+00:00"})"},
        {"15 Dec 2014 11:00 -0000",
         R"({"unix":1418641200,"offset_minutes":null,"iso":"2014-12-15T11:00:00-00:00"})"},
        {"Tue, 15 Dec 2014 11:00:00 +0100",
         R"({"unix":1418637600,"offset_minutes":60,"iso":"2014-12-15T11:00:00+01:00",)"
         R"("problem":"date_wrong_day_name"})"},
        {"15 Dec 14 11:00 UT",
         R"({"unix":1418641200,"offset_minutes":0,"iso":"2014-12-15T11:00:00+00:00",)"
         R"("problem":"date_obsolete"})"},
        {"Tue, 31 Apr 2014 11:00 +0000", "null"},
        {"Tuesday", "null"},
        {"", "null"},
    };
    for (auto const& row : dates) {
        auto const got = test::run({"json", "-"}, {.input = "Date: " + std::string{row.date} +
                                                            "\nDate: 1 Jan 2000 00:00 +0000\n"});
        auto const at = got.out.find(R"("date":)") + 7;
        REQUIRE_SAME(row.date, got.out.substr(at, got.out.find(R"(,"message_id")") - at),
                     row.wanted);
    }
}

TEST_CASE("tool json: identifiers of the first field of each name") {
    auto const got =
        test::run({"json", "-"},
                  {.input = "Message-ID: (x) <a@\xFF> \nMessage-ID: <no@no>\n"
                            "In-Reply-To: Yours of Monday <b@c>\nReferences: <d@e>\n <b@\n c>\n"});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command,
                 got.out.find(R"(,"message_id":"a@)"
                              "\xEF\xBF\xBD"
                              R"(","in_reply_to":["b@c"],"references":["d@e","b@c"],"parts":)") !=
                     got.out.npos,
                 true);
}

TEST_CASE("tool json: an identifier is never read in a fallback charset") {
    for (std::string_view const key : {"message_id", "references", "in_reply_to"}) {
        auto const got = test::value_of("Message-ID: <\xE9@b>\nReferences: <\xE9@b>\n"
                                        "In-Reply-To: <\xE9@b>\nSubject: \xE9\n\n",
                                        key);
        REQUIRE_SAME(got, got.find("\xC3\xA9") == got.npos, true);
        auto const in_utf_8 = test::value_of("Message-ID: <\xC3\xA9@b>\nReferences: <\xC3\xA9@b>\n"
                                             "In-Reply-To: <\xC3\xA9@b>\n\n",
                                             key);
        REQUIRE_SAME(in_utf_8, in_utf_8.find("\xC3\xA9@b") != got.npos, true);
    }
}

TEST_CASE("tool json: the demonstration mailbox") {
    auto const got = test::run({"json", "demo.mbox"}, {.directory = test::data_directory()});
    REQUIRE_SAME(got.command, got.status, 0);
    test::check_golden("demo.json", got.out);
}

TEST_CASE("tool json: offsets and lengths refer to the file") {
    for (std::string const name : {"demo.mbox",
                                   "crlf.mbox",
                                   "mboxo.mbox",
                                   "mboxcl.mbox",
                                   "mboxcl2.mbox",
                                   "mboxcl2-bad-length.mbox",
                                   "any-separator.mbox",
                                   "dated.mbox",
                                   "leading-empty-line.mbox",
                                   "no-final-line-ending.mbox",
                                   "single.eml",
                                   "single-crlf.eml",
                                   "from-line.eml",
                                   "header-only.eml",
                                   "body-only.eml",
                                   "bad-line.eml",
                                   "blank-continuation.eml",
                                   "space-before-colon.eml",
                                   "mixed-endings.eml",
                                   "bare-cr.eml",
                                   "nul.eml",
                                   "eight-bit-header.eml"}) {
        auto const file = test::contents(test::data_file(name));
        for (std::string const option :
             {"--format=mboxrd", "--format=mboxcl2", "--separator=any", "--separator=dated"}) {
            auto const got = test::run({"json", option, test::data_file(name)});
            std::size_t end = 0;
            std::size_t index = 0;
            for (auto const& object : objects_of(got)) {
                auto const row = got.command + ", message " + std::to_string(++index);
                REQUIRE_SAME(row, object["schema"].text, "2");
                REQUIRE_SAME(row, object["file"].text, test::data_file(name));
                REQUIRE_SAME(row, object["index"].number(), index);
                end = check_object(row, file, object, end);
            }
            auto const rest = std::string_view{file}.substr(end);
            REQUIRE_SAME(got.command, rest.empty() || is_line_ending(rest), true);
        }
    }
}

TEST_CASE("tool json: a Maildir's messages name their own files") {
    auto const got = test::run({"json", "maildir"}, {.directory = test::data_directory()});
    std::vector<std::string> const files = {"maildir/cur/1418637600.M1P1.host!2,S",
                                            "maildir/cur/1418637660.M2P1.host!2,FS",
                                            "maildir/new/1418637720.M3P1.host"};
    auto const all = objects_of(got);
    REQUIRE_SAME(got.command, all.size(), files.size());
    for (std::size_t i = 0; i < all.size() && i < files.size(); ++i) {
        REQUIRE_SAME(files[i], all[i]["file"].text, files[i]);
        REQUIRE_SAME(files[i], all[i]["index"].number(), i + 1);
        REQUIRE_SAME(files[i], all[i]["flags"].text, i == 0 ? "S" : i == 1 ? "FS" : "");
        REQUIRE_SAME(files[i], all[i]["flags"].is_null(), i == 2);
        check_object(files[i], test::contents(test::data_file(files[i])), all[i], 0);
    }
}

TEST_CASE("tool json: FILE is printed without its :K, and as valid text") {
    test::temporary_directory const directory;
    std::string const name = "caf\xE9\n\"\x1B";
    directory.file(name, "To: a\n");
    for (std::string const suffix : {"", ":1"}) {
        auto const got = test::run({"json", name + suffix}, {.directory = directory.path()});
        auto const all = objects_of(got);
        REQUIRE_SAME(got.command, all.size(), 1u);
        REQUIRE_SAME(got.command, all[0]["file"].text, "caf\xEF\xBF\xBD\n\"\x1B");
        REQUIRE_SAME(got.command, test::danger_in(got.out), "");
    }
}

TEST_CASE("tool json: a range after the start of a file has no index") {
    auto const demo = test::data_file("demo.mbox");
    auto const all = objects_of(test::run({"json", demo}));
    auto const rest = objects_of(test::run({"json", demo, "--range", "1", "99999"}));
    REQUIRE_SAME(demo, all.size(), 12u);
    REQUIRE_SAME(demo, rest.size(), 11u);
    for (std::size_t i = 0; i < rest.size(); ++i) {
        REQUIRE_SAME(i, rest[i]["index"].is_null(), true);
        REQUIRE_SAME(i, rest[i]["offset"].text, all[i + 1]["offset"].text);
    }
}

TEST_CASE("tool json: --text adds the body as show prints it") {
    struct {
        std::string mail; // has no fields that `show` prints
        std::string_view text;
    } const rows[] = {
        {"\none\ntwo", "one\ntwo\n"},
        {"", ""},
        {"Content-Type: text/plain; charset=iso-8859-1\n\ncaf\xE9\n", "caf\xC3\xA9\n"},
        {"Content-Type: text/plain; format=flowed\n\none \ntwo\n", "one two\n"},
        {"Content-Type: text/html\n\n<p>one<p>two\n", "one\n\ntwo\n"},
        {"Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n"
         "Content-Type: image/png\n\nx\n--b\n\ntwo\n--b--\n",
         "one\n\n  2  image/png  1 B\n\ntwo\n"},
    };
    for (auto const& row : rows) {
        auto const shown = test::run({"show", "-"}, {.input = row.mail});
        for (auto const& mail : {row.mail, test::with_crlf_endings(row.mail)}) {
            auto const got = objects_of(test::run({"json", "--text", "-"}, {.input = mail}));
            if (row.mail.empty()) continue;
            REQUIRE_SAME(mail, got.size(), 1u);
            REQUIRE_SAME(mail, got[0]["text"].text, row.text);
            REQUIRE_SAME(mail, '\n' + got[0]["text"].text, shown.out);
        }
    }
    REQUIRE_SAME("without", test::value_of("\nx\n", "text"), "");
    test::check_complaint(test::run({"ls", "--text", "-"}), 2, "--text");
}

TEST_CASE("tool json: an object is printed while it is written") {
    // Of a message of 16 MiB, the reader takes a little and closes: the tool has not read the rest.
    std::string mail;
    for (int i = 0; i < 1 << 18; ++i) mail += "X-Line: " + std::string(54, 'x') + "\n";
    auto const got = test::run({"json", "-"}, {.input = mail, .reads = 1 << 16});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, got.err, "");
    REQUIRE_SAME(got.command, got.out.starts_with("{\"schema\":2,"), true);
    REQUIRE_SAME(got.command, got.out.size() < 1 << 20, true);
}
