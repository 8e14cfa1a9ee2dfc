// Reads a message with the module. The function is in a file that includes the headers instead: the
// types are the same.
#include <string_view>

import foldwise;

bool is_for_everyone(foldwise::message const& m);

int main() {
    std::string_view const bytes = "Subject: all\n is well\nTo: all@b.example\n\nHello.\n";
    foldwise::message const m{bytes};
    auto const subject = foldwise::get<"Subject">(m);
    bool const right = subject && *subject == "all is well" && m.body() == "Hello.\n";
    std::size_t problems = 0;
    foldwise::diagnose(m, [&](foldwise::diagnostic const& problem) {
        using enum foldwise::diagnostic_code;
        problems += problem.code == from_missing || problem.code == date_missing ? 1u : 0u;
    });
    return right && is_for_everyone(m) && problems == 2 ? 0 : 1;
}
