// The program examples/moving.cpp with VMime, without the mailbox: VMime reads no mbox.

#include <vmime/platforms/posix/posixHandler.hpp>
#include <vmime/vmime.hpp>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

namespace {

std::string utf8(vmime::text const& text) { return text.getConvertedText(vmime::charsets::UTF_8); }

void print_subject(vmime::messageParser const& message) {
    std::cout << "subject: " << utf8(message.getSubject()) << '\n';
}

void print_author(vmime::messageParser const& message) {
    auto const& author = message.getExpeditor();
    std::cout << "from: " << author.getEmail().toString() << ", " << utf8(author.getName()) << '\n';
}

void print_recipients(vmime::messageParser const& message) {
    auto const mailboxes = message.getRecipients().toMailboxList(); // those in groups, too
    for (std::size_t at = 0; at < mailboxes->getMailboxCount(); ++at)
        std::cout << "to: " << mailboxes->getMailboxAt(at)->getEmail().toString() << '\n';
}

void print_date(vmime::messageParser const& message) {
    using namespace std::chrono;
    auto const& when = message.getDate();
    sys_days const days{year{when.getYear()} / when.getMonth() / when.getDay()};
    auto const seconds = days.time_since_epoch().count() * 86400 + when.getHour() * 3600 +
                         when.getMinute() * 60 + when.getSecond() - when.getZone() * 60;
    std::cout << "date: " << seconds << '\n';
}

std::string decoded(vmime::contentHandler const& content) {
    std::string text;
    vmime::utility::outputStreamStringAdapter to{text};
    content.extract(to);
    return text;
}

void print_text(vmime::messageParser const& message) {
    for (auto const& part : message.getTextPartList()) {
        std::string text;
        vmime::charset::convert(decoded(*part->getText()), text, part->getCharset(),
                                vmime::charsets::UTF_8);
        std::cout << "text: " << text << '\n';
    }
}

void print_attachments(vmime::messageParser const& message) {
    for (auto const& part : message.getAttachmentList())
        std::cout << "attachment: " << part->getName().getConvertedText(vmime::charsets::UTF_8)
                  << ", " << decoded(*part->getData()).size() << " octets\n";
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    vmime::platform::setHandler<vmime::platforms::posix::posixHandler>();
    std::ifstream file{argv[1], std::ios::binary};
    auto const whole = std::make_shared<vmime::message>();
    whole->parse(std::string{std::istreambuf_iterator<char>{file}, {}});
    vmime::messageParser const message{whole};
    print_subject(message);
    print_author(message);
    print_recipients(message);
    print_date(message);
    print_text(message);
    print_attachments(message);
}
