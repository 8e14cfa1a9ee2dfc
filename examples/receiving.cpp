// How a server receives the message after the DATA command, in whatever pieces it arrives, and
// refuses it if another server could find a second message in it ("SMTP smuggling").
//     build/bin/examples_receiving tests/data/demo.mbox

#include <foldwise/mail_data.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <system_error>

/// Receives the message after DATA into `message`, 100 octets at a time. Returns the reply to the
/// client.
std::string_view receive(std::string_view connection, std::string& message) {
    foldwise::end_of_data_finder finder;
    bool is_suspicious = false;
    std::string received;
    while (!finder.found()) {
        auto const chunk = connection.substr(0, 100);
        connection.remove_prefix(chunk.size());
        if (chunk.empty()) return "421 4.4.2 Connection lost\r\n";
        auto const used = finder.feed(chunk, [&](auto const&) { is_suspicious = true; });
        received.append(chunk.substr(0, used)); // the octets after it are the next command
    }
    if (is_suspicious) return "554 5.6.0 A line with only a dot must end with CRLF\r\n";
    received.resize(finder.text_size());
    message = foldwise::dot_unstuffed{received}.to_string();
    return "250 2.0.0 Ok\r\n";
}

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) return 2;

    int received = 0;
    int refused = 0;
    auto const count = [&](std::string const& sent) {
        std::string message;
        ++(receive(sent, message).starts_with('2') ? received : refused);
    };
    for (auto const entry : foldwise::mbox{file.bytes()})
        count(foldwise::dot_stuffed{entry.message_bytes()}.to_string());
    count("Subject: one\r\n\r\ntext\n.\r\nMAIL FROM:<foe@sample.net>\r\n.\r\n");
    std::cout << received << " messages received, " << refused << " refused\n";
}
