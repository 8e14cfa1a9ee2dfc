// The program examples/moving.cpp with mimetic, without the jobs that mimetic does not do: it
// decodes no charsets and no encoded-words, and reads no mbox.

#include <mimetic/mimetic.h>
#include <mimetic/rfc822/datetime.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

void print_mailbox(mimetic::Mailbox const& mailbox) {
    std::cout << "to: " << mailbox.mailbox() << '@' << mailbox.domain() << '\n';
}

void print_recipients(mimetic::MimeEntity& message) {
    for (auto const& address : message.header().to()) {
        if (!address.isGroup()) {
            print_mailbox(address.mailbox());
            continue;
        }
        for (auto const& mailbox : address.group()) print_mailbox(mailbox);
    }
}

void print_date(mimetic::MimeEntity& message) {
    using namespace std::chrono;
    mimetic::DateTime const when{message.header().field("Date").value()};
    int const zone = when.zone().ordinal(); // +0530 is 530
    year_month_day const day{year{when.year()},
                             month{static_cast<unsigned>(when.month().ordinal())},
                             std::chrono::day{static_cast<unsigned>(when.day())}};
    auto const seconds = sys_days{day}.time_since_epoch().count() * 86400 + when.hour() * 3600 +
                         when.minute() * 60 + when.second() - zone / 100 * 3600 - zone % 100 * 60;
    std::cout << "date: " << seconds << '\n';
}

std::string decoded(mimetic::MimeEntity& part) {
    std::string text;
    std::string const& body = part.body();
    auto const encoding = part.header().contentTransferEncoding().mechanism();
    if (encoding == mimetic::ContentTransferEncoding::base64) {
        mimetic::Base64::Decoder decoder;
        mimetic::decode(body.begin(), body.end(), decoder, std::back_inserter(text));
    } else if (encoding == mimetic::ContentTransferEncoding::quoted_printable) {
        mimetic::QP::Decoder decoder;
        mimetic::decode(body.begin(), body.end(), decoder, std::back_inserter(text));
    } else {
        text = body;
    }
    return text;
}

void print_attachments(mimetic::MimeEntity& part) {
    for (auto* const inner : part.body().parts()) print_attachments(*inner);
    auto const& disposition = part.header().contentDisposition();
    if (disposition.type() == "attachment")
        std::cout << "attachment: " << disposition.param("filename") << ", " << decoded(part).size()
                  << " octets\n";
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::ifstream file{argv[1], std::ios::binary};
    mimetic::MimeEntity message{file};
    print_recipients(message);
    print_date(message);
    print_attachments(message);
}
