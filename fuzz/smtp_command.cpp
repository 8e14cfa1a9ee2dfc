// Properties of SMTP commands: the parts are parts of the line; a line with a bare CR or LF is never
// a command; problems are inside of what they are about; a command that is written from what was
// read is read as the same, without problems; xtext survives a round trip.

#include "properties.hpp"

#include <foldwise/smtp.hpp>
#include <foldwise/trace/path.hpp>

#include <string>
#include <string_view>

namespace {

using namespace foldwise;

/// The diagnostics of `value` are inside of `raw`, and deviation() is the gravest.
template <class T>
void problems_are_inside(T const& value, std::string_view raw) {
    value.diagnose([&](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset <= raw.size());
        REQUIRE_PROPERTY(problem.length <= raw.size() - problem.offset);
    });
    REQUIRE_PROPERTY(value.deviation() == gravest_of(value));
}

template <class T>
void problem_is_inside(result<T> const& read, std::string_view raw) {
    if (read) return problems_are_inside(*read, raw);
    REQUIRE_PROPERTY(read.error().offset <= raw.size());
    REQUIRE_PROPERTY(read.error().length <= raw.size() - read.error().offset);
}

bool has_bare_line_ending(std::string_view line) {
    if (line.ends_with("\r\n")) line.remove_suffix(2);
    return line.find_first_of("\r\n") != line.npos;
}

/// A command that was read is a real one.
template <class T>
void a_command_is_ended_by_crlf(result<T> const& read, std::string_view line) {
    problem_is_inside(read, line);
    if (!read) {
        bool const is_bare = read.error().code == diagnostic_code::smtp_line_ending;
        REQUIRE_PROPERTY(is_bare == has_bare_line_ending(line));
        return;
    }
    REQUIRE_PROPERTY(!has_bare_line_ending(line) && read->raw() == line);
}

void a_line_agrees_with_itself(std::string_view line) {
    smtp_command const command{line};
    REQUIRE_PROPERTY(command.raw() == line);
    REQUIRE_PROPERTY(offset_of(line, command.name()) <= offset_of(line, command.argument()));
    REQUIRE_PROPERTY(command.has_bare_line_ending() == has_bare_line_ending(line));
    REQUIRE_PROPERTY(command.is_ended() == line.ends_with("\r\n"));
    REQUIRE_PROPERTY(command.name().find_first_of(" \t\r\n") == std::string_view::npos);
    REQUIRE_PROPERTY(command.apparent_verb() == smtp_verb_of(command.name()));
    REQUIRE_PROPERTY(command.verb() ==
                     (command.has_bare_line_ending() ? smtp_verb::other : command.apparent_verb()));
    problems_are_inside(command, line);

    a_command_is_ended_by_crlf(mail_command::read(line), line);
    a_command_is_ended_by_crlf(rcpt_command::read(line), line);
    a_command_is_ended_by_crlf(helo_command::read(line), line);
    a_command_is_ended_by_crlf(bdat_command::read(line), line);
    a_command_is_ended_by_crlf(auth_command::read(line), line);
    a_command_is_ended_by_crlf(xclient_command::read(line), line);
    a_command_is_ended_by_crlf(vrfy_command::read(line), line);
    a_command_is_ended_by_crlf(help_command::read(line), line);
    a_command_is_ended_by_crlf(noop_command::read(line), line);

    int read = 0; // each verb has one type
    read += mail_command::read(command) ? 1 : 0;
    read += rcpt_command::read(command) ? 1 : 0;
    read += helo_command::read(command) ? 1 : 0;
    read += bdat_command::read(command) ? 1 : 0;
    read += auth_command::read(command) ? 1 : 0;
    read += xclient_command::read(command) ? 1 : 0;
    read += vrfy_command::read(command) ? 1 : 0;
    read += help_command::read(command) ? 1 : 0;
    read += noop_command::read(command) ? 1 : 0;
    REQUIRE_PROPERTY(read <= 1);

    if (command.has_bare_line_ending() || command.is_ended()) return;
    std::string const ended = std::string{line} + "\r\n";
    smtp_command const same{ended};
    REQUIRE_PROPERTY(same.verb() == command.verb() && same.name() == command.name());
    REQUIRE_PROPERTY(same.argument() == command.argument());
    REQUIRE_PROPERTY(same.deviation() == command.deviation());
}

bool is_graver_than_obsolete(smtp_path const& path) {
    auto const problem = path.deviation();
    return problem && problem->severity() > severity::obsolete;
}

void a_path_agrees_with_itself(std::string_view text) {
    auto const read = smtp_path::read(text);
    problem_is_inside(read, text);
    if (!read) return;
    REQUIRE_PROPERTY(read->raw() == text);
    REQUIRE_PROPERTY(text.find_first_of("\r\n") == text.npos);
    auto const address = read->addr_spec();
    REQUIRE_PROPERTY(address.has_value() == !(read->is_null() || read->is_postmaster()));
    if (!address) {
        REQUIRE_PROPERTY(read->route().empty() && !read->address_literal());
        return;
    }
    REQUIRE_PROPERTY(offset_of(text, address->raw()) < text.size());
    REQUIRE_PROPERTY(!read->address_literal() || address->is_domain_literal());
    if (!is_graver_than_obsolete(*read)) {
        REQUIRE_PROPERTY(!check_smtp_mailbox(address->raw()));
        auto const in_field = path::read(text);
        REQUIRE_PROPERTY(in_field && in_field->addr_spec() == *address);
        REQUIRE_PROPERTY(in_field->route() == read->route());
    }
    // The address is not one of which check_smtp_mailbox knows a problem that nobody reported.
    if (check_smtp_mailbox(address->raw())) REQUIRE_PROPERTY(is_graver_than_obsolete(*read));

    auto const written = "MAIL FROM:<" + address->to_string() + ">\r\n";
    auto const again = mail_command::read(written);
    REQUIRE_PROPERTY(again && *again->reverse_path().addr_spec() == *address);
}

void envelopes_agree_with_paths(std::string_view line) {
    auto const mail = mail_command::read(line);
    if (!mail) return;
    REQUIRE_PROPERTY(smtp_path::read(mail->reverse_path().raw()).has_value());
    REQUIRE_PROPERTY(line.find(mail->parameters().raw()) != line.npos);
    if (mail->reverse_path().is_null()) return;
    // A recipient can be what a sender can.
    auto rest = smtp_command{line}.argument();
    rest.remove_prefix(4);
    auto const as_rcpt = "RCPT TO" + std::string{rest};
    auto const rcpt = rcpt_command::read(as_rcpt);
    REQUIRE_PROPERTY(rcpt && rcpt->forward_path().raw() == mail->reverse_path().raw());
    REQUIRE_PROPERTY(rcpt->parameters().raw() == mail->parameters().raw());
}

void parameters_are_the_list(std::string_view bytes) {
    esmtp_parameters const list{bytes};
    std::size_t passed = 0;
    bool is_first_size = true;
    for (auto const element : list) {
        auto const offset = element ? offset_of(bytes, element->raw()) : element.error().offset;
        auto const length = element ? element->raw().size() : element.error().length;
        REQUIRE_PROPERTY(offset >= passed && length != 0 && length <= bytes.size() - offset);
        REQUIRE_PROPERTY(scan::not_in(wsp, bytes.substr(0, offset), passed) == offset);
        passed = offset + length;
        if (!element) continue;
        REQUIRE_PROPERTY(list.find(element->keyword()).has_value() || list.deviation().has_value());
        REQUIRE_PROPERTY(!element->value() || !element->value()->empty());
        if (element->is("SIZE") && is_first_size) {
            is_first_size = false;
            auto const size = list.message_size();
            REQUIRE_PROPERTY(!size || *size == read_decimal(*element->value()));
        }
    }
    REQUIRE_PROPERTY(scan::not_in(wsp, bytes, passed) == bytes.size());
    problems_are_inside(list, bytes);
    if (auto const orcpt = list.orcpt()) problems_are_inside(*orcpt, orcpt->raw());
    if (auto const notify = list.notify())
        REQUIRE_PROPERTY(notify->success || notify->failure || notify->delay ||
                         ascii_iequals(*list.find("NOTIFY")->value(), "NEVER"));
}

void strings_agree(std::string_view bytes) {
    smtp_string const string{bytes};
    problems_are_inside(string, bytes);
    auto const text = string.text().to_string();
    REQUIRE_PROPERTY(string.is_quoted() ? text.size() + 2 <= bytes.size() : text == bytes);
    auto const command = vrfy_command::read(bytes);
    if (!command) return;
    auto const name = command->name();
    REQUIRE_PROPERTY(!name.empty() && bytes.find(name.raw()) != bytes.npos);
    auto const address = command->address();
    REQUIRE_PROPERTY(!address || name.raw().find(address->raw()) != bytes.npos);
    auto const written = "EXPN " + std::string{name.raw()} + " smtputf8\r\n";
    auto const again = vrfy_command::read(written);
    REQUIRE_PROPERTY(again && again->name().raw() == name.raw() && again->has_smtputf8());
}

void xtext_survives(std::string_view bytes) {
    xtext const read{bytes};
    auto const text = read.to_string();
    REQUIRE_PROPERTY(read == text && read.length() == text.size());
    REQUIRE_PROPERTY(read.contiguous().has_value() == (text == bytes));
    problems_are_inside(read, bytes);

    std::string encoded; // RFC 3461 section 4
    for (char const octet : bytes) {
        if (vchar.contains(octet) && octet != '+' && octet != '=') {
            encoded += octet;
            continue;
        }
        constexpr std::string_view digits = "0123456789ABCDEF";
        auto const value = static_cast<unsigned char>(octet);
        encoded += '+';
        encoded += digits[value / 16];
        encoded += digits[value % 16];
    }
    REQUIRE_PROPERTY(xtext{encoded} == bytes);
    auto const problem = xtext{encoded}.deviation();
    REQUIRE_PROPERTY(!problem || problem->code == diagnostic_code::xtext_control_character);
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [bytes] { a_line_agrees_with_itself(bytes); },
        [bytes] { envelopes_agree_with_paths(bytes); },
        [bytes] {
            a_path_agrees_with_itself(bytes);
            parameters_are_the_list(bytes);
        },
        [bytes] {
            auto const mail = mail_command::read(bytes);
            if (!mail) return;
            a_path_agrees_with_itself(mail->reverse_path().raw());
            parameters_are_the_list(mail->parameters().raw());
        },
        [bytes] {
            xtext_survives(bytes);
            strings_agree(bytes);
            auto const problem = check_smtp_domain(bytes);
            REQUIRE_PROPERTY(!problem || problem->offset + problem->length <= bytes.size());
            REQUIRE_PROPERTY(problem.has_value() ||
                             !check_addr_spec("a@" + std::string{bytes}).has_value());
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
