// A recorded SMTP or LMTP session: who sent what to whom, and what the server said about it.
//     build/bin/examples_smtp_session tests/data/smtp/pipelining.txt
//     build/bin/examples_smtp_session tests/data/smtp/lmtp.txt

#include "visible.hpp"

#include <foldwise/fields.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/message.hpp>
#include <foldwise/transcript.hpp>

#include <iostream>
#include <string>

std::string text_of(foldwise::optional<foldwise::transcript_reply> const& reply) {
    if (!reply) return "no reply";
    auto const code = reply->code();
    return (code ? std::to_string(*code) : "???") + ' ' +
           visible(std::string{reply->last().text()});
}

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.txt", error);
    if (error) return 2;
    for (auto const transaction : foldwise::transcript{file.bytes()}) {
        std::cout << "from " << visible(std::string{transaction.client_name()}) << '\n'
                  << visible(std::string{transaction.mail_text()}) << ": "
                  << text_of(transaction.mail_reply()) << '\n';
        for (auto const recipient : transaction.recipients())
            std::cout << visible(std::string{recipient.text()}) << ": "
                      << text_of(recipient.delivery() ? recipient.delivery() : recipient.reply())
                      << '\n';
        if (!transaction.has_message()) continue;
        auto const text = transaction.message().to_string(); // without the stuffed dots
        auto const subject = foldwise::get<"Subject">(foldwise::message{text});
        std::cout << text.size()
                  << " octets, Subject: " << (subject ? visible(subject->to_string()) : "") << '\n';
    }
}
