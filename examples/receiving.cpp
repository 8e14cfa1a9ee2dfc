// How a server receives the message after the DATA command, whatever pieces arrive, and refuses it
// if another server could find a second message in it ("SMTP smuggling").
//     build/bin/examples_receiving tests/data/demo.mbox
// prints: 12 messages received, 1 refused

#include <foldwise/mail_data.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace {

/// A connection, from which a server receives some octets at a time.
class connection {
  public:
    explicit connection(std::string sent) : sent_{std::move(sent)} {}

    std::string_view receive() {
        auto const chunk = std::string_view{sent_}.substr(at_, 100);
        at_ += chunk.size();
        return chunk;
    }

  private:
    std::string sent_;
    std::size_t at_ = 0;
};

/// Receives the message after DATA into `message`. Returns the reply to the client.
std::string_view receive(connection& from, std::string& message) {
    foldwise::end_of_data_finder finder;
    bool is_suspicious = false;
    std::string received;
    while (!finder.found()) {
        auto const chunk = from.receive();
        if (chunk.empty()) return "421 4.4.2 Connection lost\r\n";
        auto const used = finder.feed(chunk, [&](auto const&) { is_suspicious = true; });
        received.append(chunk.substr(0, used)); // the octets after it are the next command
    }
    if (is_suspicious) return "554 5.6.0 A line with only a dot must end with CRLF\r\n";
    received.resize(finder.text_size());
    message = foldwise::dot_unstuffed{received}.to_string();
    return "250 2.0.0 Ok\r\n";
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argv[1], error);
    if (error) return 2;

    int received = 0;
    int refused = 0;
    auto const count = [&](connection client) {
        std::string message;
        if (receive(client, message).starts_with('2'))
            ++received;
        else
            ++refused;
    };
    for (auto const entry : foldwise::mbox{file.bytes()})
        count(connection{foldwise::dot_stuffed{entry.message_bytes()}.to_string()});
    count(connection{"Subject: one\r\n\r\ntext\n.\r\nMAIL FROM:<foe@sample.net>\r\n.\r\n"});
    std::cout << received << " messages received, " << refused << " refused\n";
}
