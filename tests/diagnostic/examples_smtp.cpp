#include "../../tools/diagnostics/smtp_commands.hpp"
#include "../../tools/diagnostics/smtp_replies.hpp"
#include "../../tools/diagnostics/smtp_sessions.hpp"

#include "examples.hpp"

#include <foldwise/mail_data.hpp>
#include <foldwise/smtp.hpp>
#include <foldwise/transcript.hpp>

namespace {

using namespace foldwise;

/// Reports the diagnostics of a value, or the error instead of it.
template <class T, class Report>
constexpr void diagnose_result(result<T> const& read, Report report) {
    if (read)
        read->diagnose(report);
    else
        report(read.error());
}

template <class Report>
constexpr void diagnose_command(std::string_view line, Report report) {
    smtp_command const command{line};
    switch (command.apparent_verb()) {
    case smtp_verb::helo:
    case smtp_verb::ehlo: return diagnose_result(helo_command::read(line), report);
    case smtp_verb::mail: return diagnose_result(mail_command::read(line), report);
    case smtp_verb::rcpt: return diagnose_result(rcpt_command::read(line), report);
    case smtp_verb::vrfy: return diagnose_result(vrfy_command::read(line), report);
    default: return command.diagnose(report);
    }
}

template <class Report>
constexpr void diagnose_reply(std::string_view bytes, bool is_ehlo, Report report) {
    auto const reply = smtp_reply::read(bytes);
    if (!reply) return report(reply.error());
    if (is_ehlo) return ehlo_reply{*reply}.diagnose(report);
    reply->diagnose(report);
}

constexpr auto read_example = [](tool::diagnostic_example const& example, std::string_view text,
                                 auto report) {
    switch (example.kind) {
    case tool::example_kind::smtp_command: return diagnose_command(text, report);
    case tool::example_kind::smtp_reply: return diagnose_reply(text, false, report);
    case tool::example_kind::ehlo_reply: return diagnose_reply(text, true, report);
    case tool::example_kind::mail_data: return mail_data{text}.diagnose(report);
    case tool::example_kind::bdat: return bdat_chunks{text}.diagnose(report);
    case tool::example_kind::transcript: return transcript{text}.diagnose(report);
    case tool::example_kind::value: {
        auto const command = mail_command::read(text);
        auto const parameters = command->parameters();
        auto problem = parameters.message_size().error();
        problem.offset += offset_of(text, parameters.raw());
        return report(problem);
    }
    default: return;
    }
};

constexpr bool commands() {
    for (auto const& example : tool::smtp_command_examples)
        if (example.kind != tool::example_kind::message) test::check_example(example, read_example);
    return true;
}
CASE("diagnostic examples: SMTP commands", commands)

constexpr bool replies() { return test::check_examples(tool::smtp_reply_examples, read_example); }
CASE("diagnostic examples: SMTP replies", replies)

constexpr bool data() { return test::check_examples(tool::mail_data_examples, read_example); }
CASE("diagnostic examples: data between SMTP commands", data)

constexpr bool transcripts() {
    return test::check_examples(tool::transcript_examples, read_example);
}
CASE("diagnostic examples: transcripts", transcripts)

} // namespace
