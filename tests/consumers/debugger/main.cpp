// A program to be stopped in stop(), where a debugger shows these variables.
#include <foldwise/foldwise.hpp>

#include <cstdio>
#include <string_view>

[[gnu::noinline]] void stop(void const* values);
[[gnu::noinline]] void stop(void const* values) { std::printf("%d\n", values != nullptr); }

int main() {
    std::string_view const bytes = "From: =?utf-8?q?Zo=C3=AB?= <zoe@(here)\r\n sample.net>\r\n"
                                   "Date: Mon, 15 Dec 2014 10:00:00 -0130\r\n"
                                   "Subject:  a folded\r\n value \x1b[31m\r\n"
                                   "no field\r\n"
                                   "Content-Type: multipart/mixed;\r\n boundary=b\r\n"
                                   "\r\n"
                                   "--b\r\n\r\nHello.\r\n--b--\r\n";
    foldwise::message const message{bytes};
    auto const subject = *message.header().find("Subject");
    auto const value = subject.value();
    foldwise::field const nameless{"no field\r\n"};
    auto const date = *foldwise::get<"Date">(message);
    auto const unknown = *foldwise::date_time::read("15 Dec 2014 10:00:00 -0000");
    auto const from = *foldwise::get<"From">(message);
    auto const author = *from.mailboxes().begin();
    foldwise::entity const root{message};
    auto const part = *root.children().begin();
    foldwise::entity const leaf{foldwise::message{"\r\nx"}};
    foldwise::unfolded const empty;
    // As a variable may be before it is initialised.
    foldwise::unfolded const dangling{{reinterpret_cast<char const*>(16), std::size_t{1} << 40}};
    void const* const values[] = {&message, &subject, &value, &nameless, &date,  &unknown,
                                  &author,  &root,    &part,  &leaf,     &empty, &dangling};
    stop(values);
}
