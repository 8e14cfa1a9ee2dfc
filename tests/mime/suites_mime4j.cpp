// Expectations of the test suite of Apache James Mime4J. NAME.xml has the structure of a message
// with its bodies. In NAME_decoded.xml, the decoded bodies are in separate files. The line ending
// at the start of an element does not belong to its text:
//     <message> <header> <field>\r\nSubject: x</field>\r\n ... </header>
//       <multipart> <preamble>..</preamble> <body-part> ... </body-part> <epilogue>..</epilogue>
//       <body>\r\n..</body>    <text-body name="FILE"/>    <message> ... </message>

#include <foldwise/mime/entity.hpp>
#include <foldwise/store/mbox.hpp>

#include "../support.hpp"
#include "suites.hpp"

namespace {

using test::entity_facts;

/// An element with its text or its child elements.
struct element {
    std::string name;
    std::string text;
    std::vector<element> children = {};
};

/// Reads the subset of XML that is in the files.
class xml_reader {
  public:
    explicit xml_reader(std::string_view text) : rest_{text} {}

    /// Reads the next element.
    element read() {
        rest_.remove_prefix(rest_.find('<') + 1);
        auto const tag = take_until('>');
        element read{std::string{tag.substr(0, tag.find(' '))}, {}};
        if (tag.ends_with('/')) {
            auto const value = tag.substr(tag.find('"') + 1);
            read.text = value.substr(0, value.find('"'));
            return read;
        }
        auto const text = rest_.substr(0, rest_.find('<'));
        read.text = unescaped(text.substr(std::min(text.find('\n') + 1, text.size())));
        for (;;) {
            rest_.remove_prefix(std::min(rest_.find('<'), rest_.size()));
            if (rest_.empty()) return read;
            if (rest_[1] == '/') {
                take_until('>');
                return read;
            }
            read.children.push_back(this->read());
        }
    }

  private:
    std::string_view take_until(char end) {
        auto const taken = rest_.substr(0, rest_.find(end));
        rest_.remove_prefix(std::min(taken.size() + 1, rest_.size()));
        return taken;
    }

    static std::string unescaped(std::string_view text) {
        std::string plain;
        while (!text.empty()) {
            bool is_escape = false;
            for (std::string_view const escape : {"&lt;<", "&gt;>", "&amp;&"})
                if (!is_escape && text.starts_with(escape.substr(0, escape.size() - 1))) {
                    plain += escape.back();
                    text.remove_prefix(escape.size() - 1);
                    is_escape = true;
                }
            if (is_escape) continue;
            plain += text[0];
            text.remove_prefix(1);
        }
        return plain;
    }

    std::string_view rest_;
};

/// Adds the <message> or <body-part> at `place`, and all entities inside of it. The files of
/// decoded bodies are in `folder`.
void add_entity(std::vector<entity_facts>& to, element const& entity, std::string const& place,
                std::string const& folder) {
    auto const at = to.size();
    to.push_back({place, "octets"});
    std::size_t number = 0;
    for (auto const& child : entity.children) {
        auto& facts = to[at].facts;
        if (child.name == "header") {
            auto& fields = facts["header"];
            for (auto const& field : child.children) fields += test::with_lf(field.text) + '\n';
        } else if (child.name == "body") {
            facts["body"] = test::with_lf(child.text);
        } else if (child.name == "binary-body") {
            facts["decoded"] = test::corpus_octets(folder + "/" + child.text);
        } else if (child.name == "text-body") {
            facts["text"] = test::with_lf(test::corpus_octets(folder + "/" + child.text));
        } else if (child.name == "message") {
            to[at].kind = "message";
            add_entity(to, child, place + ".1", folder);
        } else if (child.name == "multipart") {
            to[at].kind = "parts";
            for (auto const& part : child.children)
                if (part.name == "body-part")
                    add_entity(to, part, place + "." + std::to_string(++number), folder);
                else
                    to[at].facts[part.name] = test::with_lf(part.text);
        }
    }
}

std::map<std::string, std::string> facts_of(foldwise::entity const& part) {
    std::map<std::string, std::string> facts;
    auto& fields = facts["header"];
    for (auto const field : part.header()) {
        fields += test::with_lf(field.raw());
        if (!fields.ends_with('\n')) fields += '\n';
    }
    facts["preamble"] = test::with_lf(part.preamble());
    facts["epilogue"] = test::with_lf(part.epilogue());
    if (part.is_leaf()) {
        facts["body"] = test::with_lf(part.raw_body());
        facts["decoded"] = part.decoded().to_string();
        facts["text"] = test::with_lf(facts["decoded"]);
    }
    return facts;
}

/// The facts in both files of the message at `path`, or in the only one.
std::vector<entity_facts> said_at(std::string const& path, std::string const& folder) {
    std::vector<entity_facts> said;
    for (std::string const suffix : {".xml", "_decoded.xml"}) {
        auto const xml = test::corpus_octets(path + suffix);
        std::vector<entity_facts> more;
        if (!xml.empty()) add_entity(more, xml_reader{xml}.read(), "1", folder);
        if (said.empty()) said.swap(more);
        for (auto& entity : more) {
            auto const same = std::ranges::find(said, entity.place, &entity_facts::place);
            REQUIRE_SAME(path, same != said.end() && same->kind == entity.kind, true);
            if (same != said.end()) same->facts.merge(entity.facts);
        }
    }
    return said;
}

TEST_CASE("mime4j: the parts of its messages, except for the listed differences") {
    test::suite suite{"suite-mime4j"};
    for (std::string const folder : {"mime4j/testmsgs", "mime4j/mimetools-testmsgs"})
        for (auto const& file : test::corpus_files(folder, ".msg")) {
            auto const path = file.substr(0, file.size() - 4);
            suite.compare(path.substr(path.rfind('/') + 1), said_at(path, folder),
                          test::entities_of(test::corpus_octets(file), facts_of));
        }
    suite.finish();
}

// NAME-K is the text after the "From " line of entry K of the mbox NAME.
TEST_CASE("mime4j: the messages of its mbox") {
    std::string const path = "mime4j/test-1/mbox.rlug";
    auto const octets = test::corpus_octets(path);
    std::size_t count = 0;
    for (auto const entry : foldwise::mbox{octets}) {
        auto const raw = entry.raw();
        auto const number = std::to_string(count++);
        REQUIRE_SAME(number, raw.substr(raw.find('\n') + 1),
                     test::corpus_octets(path + "-" + number));
    }
    REQUIRE_SAME(path, count, octets.empty() ? 0u : 5u);
}

} // namespace
