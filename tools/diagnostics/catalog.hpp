#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_CATALOG_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_CATALOG_HPP

// All examples of diagnostics, by subject. CONTRIBUTING.md says how to add one.

#include "addresses.hpp"
#include "authentication.hpp"
#include "dates.hpp"
#include "encoded_words.hpp"
#include "example.hpp"
#include "header_section.hpp"
#include "mailbox_files.hpp"
#include "other_fields.hpp"
#include "parameters.hpp"
#include "parts.hpp"
#include "received_fields.hpp"
#include "reports.hpp"
#include "signatures.hpp"
#include "smtp_commands.hpp"
#include "smtp_replies.hpp"
#include "smtp_sessions.hpp"
#include "transfer_encodings.hpp"

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

    /// The subject, as a heading.
    constexpr std::string_view title() const noexcept { return title_; }
    constexpr diagnostic_example const* begin() const noexcept { return begin_; }
    constexpr diagnostic_example const* end() const noexcept { return end_; }

  private:
    std::string_view title_;
    diagnostic_example const* begin_;
    diagnostic_example const* end_;
};

/// All examples, in the order of docs/diagnostics.md.
inline constexpr diagnostic_subject diagnostic_subjects[] = {
    {"Header sections", header_section_examples},
    {"Message identifiers", message_id_examples},
    {"Addresses", address_examples},
    {"Dates", date_examples},
    {"Received fields", received_examples},
    {"Mailing lists and other fields", other_field_examples},
    {"Parameters", parameter_examples},
    {"Fields about content", content_field_examples},
    {"Encoded bodies", transfer_encoding_examples},
    {"Character sets", charset_examples},
    {"Encoded-words", encoded_word_examples},
    {"Parts of messages", part_examples},
    {"Reports about mail", report_examples},
    {"Lists of tags", tag_examples},
    {"DKIM signatures", dkim_examples},
    {"ARC", arc_examples},
    {"Recorded results of authentication", authentication_examples},
    {"DMARC and BIMI records", record_examples},
    {"SMTP commands", smtp_command_examples},
    {"SMTP replies", smtp_reply_examples},
    {"Data between SMTP commands", mail_data_examples},
    {"Records of SMTP sessions", transcript_examples},
    {"Mailbox files", mailbox_file_examples},
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
