#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_CATALOG_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_CATALOG_HPP

// All examples of diagnostics, by subject. CONTRIBUTING.md says how to add one.

#include "example.hpp"
#include "mailbox_files.hpp"
#include "smtp_commands.hpp"
#include "smtp_replies.hpp"
#include "smtp_sessions.hpp"

#include <cstddef>
#include <string_view>

namespace tool {

/// The examples of one subject.
class diagnostic_subject {
  public:
    template <std::size_t Count>
    constexpr diagnostic_subject(std::string_view title,
                                 diagnostic_example const (&examples)[Count]) noexcept
        : title_{title}, begin_{examples}, end_{examples + Count} {}

    constexpr std::string_view title() const noexcept { return title_; }
    constexpr diagnostic_example const* begin() const noexcept { return begin_; }
    constexpr diagnostic_example const* end() const noexcept { return end_; }

  private:
    std::string_view title_;
    diagnostic_example const* begin_;
    diagnostic_example const* end_;
};

inline constexpr diagnostic_subject diagnostic_subjects[] = {
    {"Mailbox files", mailbox_file_examples},
    {"SMTP commands", smtp_command_examples},
    {"SMTP replies", smtp_reply_examples},
    {"Data between SMTP commands", mail_data_examples},
    {"Records of SMTP sessions", transcript_examples},
};

/// Calls `take` with each example of `code`.
///     for_each_example(diagnostic_code::nul, [](diagnostic_example const& each) { ... });
template <class Take>
constexpr void for_each_example(foldwise::diagnostic_code code, Take take) {
    for (auto const& subject : diagnostic_subjects)
        for (auto const& example : subject)
            if (example.code == code) take(example);
}

} // namespace tool

#endif
