// The size parameters of attachments (RFC 2183 section 2.7) in all messages of the corpus, compared
// with the sizes of the decoded bodies.

#include <foldwise/mime/entity.hpp>
#include <foldwise/store/mbox.hpp>

#include "../support.hpp"
#include "suites.hpp"

namespace {

using namespace foldwise;

/// A file of messages. `rule` is the separator of the messages of an mbox.
struct mail_file {
    std::string path;
    std::string kind;
    std::string rule;
};

/// The files in the index of the corpus. Each of its lines starts with path, kind and rule.
std::vector<mail_file> mail_files() {
    std::vector<mail_file> files;
    std::ifstream index{test::corpus_path("index.tsv")};
    for (std::string line; std::getline(index, line);) {
        auto const kind = line.find('\t') + 1;
        auto const rule = line.find('\t', kind) + 1;
        auto const rest = line.find('\t', rule);
        if (!line.substr(kind).starts_with("eml") && !line.substr(kind).starts_with("mbox"))
            continue;
        files.push_back({line.substr(0, kind - 1), line.substr(kind, rule - kind - 1),
                         line.substr(rule, rest - rule)});
    }
    return files;
}

void compare_sizes(test::suite& suite, std::string const& name, message const& m) {
    if (m.raw().find("size=") == std::string_view::npos) return;
    for (auto const part : entity{m}.walk()) {
        auto const disposition = part.content_disposition();
        auto const size = disposition ? disposition->size() : diagnostic{};
        if (!part.is_leaf() || !size) continue;
        suite.compare(name + " " + part.path().to_string(), std::to_string(*size),
                      std::to_string(part.decoded().length()));
    }
}

TEST_CASE("the sizes of attachments that senders state, except for the listed differences") {
    test::suite suite{"suite-sizes"};
    for (auto const& file : mail_files()) {
        auto const octets = test::corpus_octets(file.path);
        if (file.kind != "mbox") {
            compare_sizes(suite, file.path, message{octets});
            continue;
        }
        mbox_options options;
        if (file.rule == "any") options.separator = mbox_separator::any;
        std::size_t number = 0;
        for (auto const entry : mbox{octets, options})
            compare_sizes(suite, file.path + ":" + std::to_string(++number), entry.message());
    }
    suite.finish();
}

} // namespace
