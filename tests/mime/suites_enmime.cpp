// Expectations of the test suite of enmime. They are copied here from its programs, which are not
// in the corpus. The corpus has messages that enmime encoded again, which are compared as well.

#include <foldwise/mime/entity.hpp>
#include <foldwise/words/decoded_text.hpp>

#include "../support.hpp"
#include "suites.hpp"

namespace {

using namespace foldwise;

struct part_row {
    std::string_view file;
    std::string_view place; // in the notation of entity_facts::place
    std::string_view type;
    std::string_view file_name;
    std::string_view text; // which the body contains
};
constexpr part_row parts[] = {
    {"parts/textplain", "1", "text/plain", "", "Test of text/plain section"},
    {"parts/quoted-printable", "1", "text/plain", "", "Start=ABC=Finish"},
    {"parts/quoted-printable-invalid", "1", "text/plain", "", "Stuffs\u2019s Weekly Summary"},
    {"parts/multialtern", "1", "multipart/alternative", "", ""},
    {"parts/multialtern", "1.1", "text/plain", "", "A text section"},
    {"parts/multialtern", "1.2", "text/html", "", "An HTML section"},
    {"parts/missing-ctype", "1", "multipart/alternative", "", ""},
    {"parts/missing-ctype", "1.1", "text/plain", "", "A text section"},
    {"parts/missing-ctype", "1.2", "text/html", "", "An HTML section"},
    {"parts/empty-header", "1", "multipart/alternative", "", ""},
    {"parts/empty-header", "1.1", "text/plain", "", "A text section"},
    {"parts/empty-header", "1.2", "text/html", "", "An HTML section"},
    {"parts/multimixed", "1", "multipart/mixed", "", ""},
    {"parts/multimixed", "1.1", "text/plain", "", "Section one"},
    {"parts/multimixed", "1.2", "text/plain", "", "Section two"},
    {"parts/multiother", "1", "multipart/x-enmime", "", ""},
    {"parts/multiother", "1.1", "text/plain", "", "Section one"},
    {"parts/multiother", "1.2", "text/plain", "", "Section two"},
    {"parts/nestedmulti", "1", "multipart/alternative", "", ""},
    {"parts/nestedmulti", "1.1", "text/plain", "", "A text section"},
    {"parts/nestedmulti", "1.2", "multipart/related", "", ""},
    {"parts/nestedmulti", "1.2.1", "text/html", "", "An HTML section"},
    {"parts/nestedmulti", "1.2.2", "text/plain", "attach.txt", "An inline text attachment"},
    {"parts/nestedmulti", "1.2.3", "text/plain", "attach2.txt", "Another inline text attachment"},
    {"parts/similar-boundary", "1", "multipart/mixed", "", ""},
    {"parts/similar-boundary", "1.1", "text/plain", "", "Section one"},
    {"parts/similar-boundary", "1.2", "multipart/alternative", "", ""},
    {"parts/similar-boundary", "1.2.1", "text/plain", "", "A text section"},
    {"parts/similar-boundary", "1.2.2", "text/html", "", "An HTML section"},
    {"parts/multibase64", "1", "multipart/mixed", "", ""},
    {"parts/multibase64", "1.1", "text/plain", "", "A text section"},
    {"parts/multibase64", "1.2", "text/html", "test.html", "<html>"},
    {"parts/badboundary", "1", "multipart/alternative", "", ""},
    {"parts/badboundary", "1.1", "text/plain", "", ""},
    {"parts/badboundary", "1.2", "text/html", "", "An HTML section"},
    {"mail/attachment-octet", "1.2", "application/octet-stream", "ATTACHMENT.EXE",
     "\x03\x17\xE1\x7E\xE8\xEB\xA2\x96\x9D\x95"},
};

/// A part with a file name, and the first octets of its body.
struct file_row {
    std::string_view file;
    std::string_view file_name;
    std::string_view start;
};
constexpr file_row files[] = {
    {"mail/attachment", "test.html", "<html>"},
    {"mail/attachment-application", "some.doc", ""},
    {"mail/other-parts", "B05.gif", "GIF89a"},
    {"mail/html-mime-inline", "favicon.png", "\x89PNG"},
    {"mail/other-multi-related", "image001.png", "\x89PNG"},
    {"mail/other-multi-related", "image002.png", "\x89PNG"},
    {"mail/html-only-inline", "favicon.png", "\x89PNG"},
    {"mail/inlinemultipart", "test.txt", "Text"},
    {"mail/mime-duplicate-param", "Invoice_302232133150612.pdf", ""},
    {"mail/mime-unquoted-tspecials-param", "Invoice_(302232133150612).pdf", ""},
    {"mail/mime-bad-content-type", "Invoice_302232133150612.pdf", ""},
    {"mail/mime-blank-media-name", "Invoice_302232133150612.pdf", ""},
    {"mail/mime-bad-8bit-filename", "\u7BA1\u7406.doc", ""},
};

struct subject_row {
    std::string_view file;
    std::string_view subject;
};
constexpr subject_row subjects[] = {
    {"mail/qp-ascii-header", "Test QP Subject!"},
    {"mail/qp-utf8-header", "MIME UTF8 Test \u00A2 More Text"},
    {"mail/ctype-bug", "Welcome to Papertrail"},
    {"mail/attachment-only-inline-quoted-printable", "Text body only with disposition inline"},
};

std::string octets_in(std::string_view file) {
    return test::corpus_octets(std::string{"enmime/"}.append(file).append(".raw"));
}

std::string file_name_of(entity const& part) {
    auto const disposition = part.content_disposition();
    auto const name = disposition ? test::text_of(disposition->filename()) : std::string{};
    return name.empty() ? test::text_of(part.content_type().parameters().find("name")) : name;
}

std::map<std::string, std::string> facts_of(entity const& part) {
    auto const type = part.content_type();
    bool const is_text = type.is("text");
    return {{"type", std::string{type.type()}.append("/").append(type.subtype())},
            {"name", file_name_of(part)},
            {"body", is_text ? test::text_of(part) : part.decoded().to_string()}};
}

/// `wanted` if `text` contains it, otherwise `text`.
std::string sought(std::string_view wanted, std::string const& text) {
    return text.find(wanted) == text.npos ? text : std::string{wanted};
}

void compare_part(test::suite& suite, part_row const& row, std::string_view octets) {
    auto const name = std::string{row.file}.append(" ").append(row.place);
    auto const read = test::entities_of(octets, facts_of);
    auto const found = std::ranges::find(read, row.place, &test::entity_facts::place);
    if (found == read.end()) return suite.compare(name, row.type, "nothing");
    suite.compare(name + " type", row.type, found->facts.at("type"));
    suite.compare(name + " name", row.file_name, found->facts.at("name"));
    suite.compare(name + " text", row.text, sought(row.text, found->facts.at("body")));
}

void compare_file(test::suite& suite, file_row const& row, std::string_view octets) {
    auto const name = std::string{row.file};
    std::string names;
    for (auto const& part : test::entities_of(octets, facts_of)) {
        auto const& read = part.facts.at("name");
        if (read == row.file_name)
            return suite.compare(name + " " + read, row.start,
                                 part.facts.at("body").substr(0, row.start.size()));
        names.append(names.empty() || read.empty() ? "" : " ").append(read);
    }
    suite.compare(name + " name", row.file_name, names);
}

std::string subject_of(std::string_view octets) {
    auto const field = message{octets}.header().find("Subject");
    return field ? decoded_text{field->raw_value()}.to_string() : std::string{};
}

TEST_CASE("enmime: parts, files and subjects of its messages, except for the listed differences") {
    test::suite suite{"suite-enmime"};
    for (auto const& row : parts)
        if (auto const octets = octets_in(row.file); !octets.empty())
            compare_part(suite, row, octets);
    for (auto const& row : files)
        if (auto const octets = octets_in(row.file); !octets.empty())
            compare_file(suite, row, octets);
    for (auto const& row : subjects)
        if (auto const octets = octets_in(row.file); !octets.empty())
            suite.compare(std::string{row.file}, row.subject, subject_of(octets));
    suite.finish();
}

/// The text of a message with a single part, without trailing line endings.
std::string text_in(std::string_view octets) {
    auto text = test::with_lf(test::text_of(entity{message{octets}}));
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

// NAME.raw.golden is the message NAME.raw in another transfer encoding. NAME-true.raw.golden and
// NAME-false.raw.golden are two encodings of NAME.raw.
TEST_CASE("enmime: the text of messages that were encoded again") {
    for (auto const& file : test::corpus_files("enmime/encode", ".raw.golden")) {
        auto path = file.substr(0, file.size() - std::string_view{".raw.golden"}.size());
        for (std::string_view const way : {"-true", "-false"})
            if (path.ends_with(way)) path.resize(path.size() - way.size());
        auto const original = test::corpus_octets(path + ".raw");
        if (original.empty()) continue; // it is in a program
        auto const golden = test::corpus_octets(file);
        REQUIRE_SAME(file, text_in(golden), text_in(original));
        REQUIRE_SAME(file, subject_of(golden), subject_of(original));
    }
}

} // namespace
