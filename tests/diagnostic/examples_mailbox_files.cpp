#include "../../tools/diagnostics/mailbox_files.hpp"

#include "examples.hpp"

#include <foldwise/mbox.hpp>
#include <foldwise/store/content_length.hpp>

namespace {

using namespace foldwise;

template <class Report>
constexpr void diagnose_entries(std::string_view bytes, mbox_format format, Report report) {
    for (auto const entry : mbox{bytes, {format, mbox_separator::likely}}) entry.diagnose(report);
}

constexpr auto read_example = [](tool::diagnostic_example const& example, std::string_view text,
                                 auto report) {
    switch (example.kind) {
    case tool::example_kind::mbox: return diagnose_entries(text, mbox_format::mboxrd, report);
    case tool::example_kind::mmdf: return diagnose_entries(text, mbox_format::mmdf, report);
    case tool::example_kind::mboxcl2: return diagnose_entries(text, mbox_format::mboxcl2, report);
    case tool::example_kind::emlx: {
        auto const file = emlx::read(text);
        if (!file) return report(file.error());
        return file->diagnose(report);
    }
    case tool::example_kind::value: return report(content_length(message{text}).error());
    default: return;
    }
};

constexpr bool files() { return test::check_examples(tool::mailbox_file_examples, read_example); }
CASE("diagnostic examples: mailbox files", files)

} // namespace
