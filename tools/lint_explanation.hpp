#ifndef FOLDWISE_TOOLS_LINT_EXPLANATION_HPP
#define FOLDWISE_TOOLS_LINT_EXPLANATION_HPP

#include "diagnostics/catalog.hpp"
#include "diagnostics/shown_example.hpp"
#include "excerpt.hpp"
#include "names_near.hpp"
#include "options.hpp"
#include "output.hpp"
#include "terminal.hpp"
#include "wrap.hpp"
#include "json/writer.hpp"

#include <foldwise/base/line.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/diagnostic_kind.hpp>
#include <foldwise/diagnostic/kind_of.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Explains codes of problems, for `lint --explain`.
class lint_explanation {
  public:
    lint_explanation(options const& options, output& out, terminal const& terminal)
        : options_{options}, out_{out}, terminal_{terminal} {}

    /// Explains one code. If there is no such code, reports that, and suggests similar ones.
    status operator()(std::string_view typed) {
        auto const code = normal_code(typed);
        for (auto const& kind : foldwise::diagnostic_kinds())
            if (kind.name == code) return explain(kind);
        complain("--explain: no problem has the code '" + std::string{typed} + "'" +
                 did_you_mean(codes_near(code)));
        return status::failed;
    }

  private:
    status explain(foldwise::diagnostic_kind const& kind) {
        if (options_.json) {
            write_json(kind);
            return status::done;
        }
        std::string text;
        if (std::exchange(is_next_, true)) text += '\n';
        terminal_.style(text, "1");
        text += kind.name;
        terminal_.plain(text);
        text.append("  ").append(foldwise::name_of(kind.severity)).append("\n\n");
        append_wrapped(text, std::string{kind.text} + '.', terminal_, columns());
        if (auto const rfc = rfc_of(kind); !rfc.empty()) text.append("\n").append(rfc).append("\n");
        for_each_example(kind.code, [&](diagnostic_example const& each) { append(text, each); });
        out_.write(text);
        return status::done;
    }

    /// Appends an example, with the octets at fault marked.
    void append(std::string& text, diagnostic_example const& example) const {
        text.append("\nExample, ").append(name_of(example.kind)).append(":\n\n");
        if (options_.ascii) {
            std::string octets;
            auto const range = append_unmarked(octets, example.marked);
            excerpt{terminal_, true, indent}.append(text, octets, range.offset, range.length);
        } else {
            shown_example const shown{example};
            for (auto const line : foldwise::lines{shown.text()}) {
                text.append(indent, ' ');
                terminal_.append(text, line.text());
                text += '\n';
            }
        }
        if (example.note.empty()) return;
        text += '\n';
        append_wrapped(text, example.note, terminal_, columns());
    }

    void write_json(foldwise::diagnostic_kind const& kind) const {
        json_writer json{out_, options_.ascii ? json_characters::ascii : json_characters::utf8};
        json.open('{').key("code").value(kind.name);
        json.key("severity").value(foldwise::name_of(kind.severity));
        json.key("rfc").value(kind.rfc).key("text").value(kind.text).key("examples").open('[');
        for_each_example(kind.code, [&json](diagnostic_example const& each) {
            std::string octets;
            auto const range = append_unmarked(octets, each.marked);
            json.open('{').key("what").value(name_of(each.kind)).key("octets").value(octets);
            json.key("offset").value(range.offset).key("length").value(range.length);
            json.key("note").value(each.note).close('}');
        });
        json.close(']').close('}').end_line();
    }

    std::size_t columns() const {
        return terminal_.width() == 0 ? 80 : std::min<std::size_t>(terminal_.width(), 80);
    }

    /// "RFC 5322 section 2.3", or nothing.
    static std::string rfc_of(foldwise::diagnostic_kind const& kind) {
        if (kind.rfc.empty()) return {};
        auto const text = to_string(foldwise::diagnostic{kind.code, 0, 0});
        auto const start = text.rfind("(RFC ") + 1;
        return text.substr(start, text.size() - 1 - start);
    }

    static constexpr std::size_t indent = 4;

    options const& options_;
    output& out_;
    terminal const& terminal_;
    bool is_next_ = false; // whether an explanation is printed before
};

} // namespace tool

#endif
