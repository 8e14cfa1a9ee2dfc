// The jobs that the pages docs/from_gmime.md, docs/from_python.md and so on do side by side with
// another library. tests/moving has the same program for these libraries.
//     build/bin/examples_moving tests/data/moving.eml tests/data/crlf.mbox

#include <foldwise/foldwise.hpp>
#include <foldwise/mapped_file.hpp>

#include <iostream>
#include <iterator>
#include <string_view>
#include <system_error>

namespace {

void print_subject(foldwise::message const& m) {
    if (auto const subject = foldwise::get<"Subject">(m))
        std::cout << "subject: " << subject->to_string() << '\n';
}

void print_author(foldwise::message const& m) {
    auto const from = foldwise::get<"From">(m);
    if (!from) return;
    for (auto const author : from->mailboxes()) {
        std::cout << "from: " << author.addr_spec().to_string();
        if (auto const name = author.display_name()) std::cout << ", " << name->to_string();
        std::cout << '\n';
    }
}

void print_recipients(foldwise::message const& m) {
    if (auto const to = foldwise::get<"To">(m))
        for (auto const recipient : to->mailboxes()) // those in groups, too
            std::cout << "to: " << recipient.addr_spec().to_string() << '\n';
}

void print_date(foldwise::message const& m) {
    if (auto const when = foldwise::get<"Date">(m))
        std::cout << "date: " << when->unix_seconds() << '\n';
}

void print_text(foldwise::entity const& mail) {
    for (auto const part : foldwise::text_body(mail))
        if (part.content_type().is("text"))
            std::cout << "text: " << foldwise::body_text{part}.to_string() << '\n';
}

void print_attachments(foldwise::entity const& mail) {
    for (auto const part : foldwise::attachments(mail))
        std::cout << "attachment: " << foldwise::safe_file_name{part}.to_string() << ", "
                  << part.decoded().length() << " octets\n";
}

void count_messages(std::string_view bytes) {
    std::cout << "messages: " << std::ranges::distance(foldwise::mbox{bytes}) << '\n';
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argv[1], error);
    if (error) return 2;
    foldwise::message const m{file.bytes()};
    foldwise::entity const mail{m};
    print_subject(m);
    print_author(m);
    print_recipients(m);
    print_date(m);
    print_text(mail);
    print_attachments(mail);

    auto const mailbox = foldwise::mapped_file::open(argv[2], error);
    if (error) return 2;
    count_messages(mailbox.bytes());
}
