// A bounce: who did not get the message, what was done, and why.
// prints: b.foe@sample.net failed 5.1.1: 550 no such user

#include <foldwise/message/message.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/report.hpp>

#include <iostream>
#include <string_view>

constexpr std::string_view name_of(foldwise::delivery_action action) {
    using enum foldwise::delivery_action;
    switch (action) {
    case failed: return "failed";
    case delayed: return "delayed";
    case delivered: return "delivered";
    case relayed: return "relayed";
    case expanded: return "expanded";
    default: return "is";
    }
}

int main() {
    // The second part of a multipart/report.
    constexpr std::string_view bytes = "Content-Type: message/delivery-status\r\n"
                                       "\r\n"
                                       "Reporting-MTA: dns; mx.example.org\r\n"
                                       "\r\n"
                                       "Final-Recipient: rfc822; a.foe@sample.net\r\n"
                                       "Action: delayed\r\n"
                                       "Status: 4.2.2 (mailbox full)\r\n"
                                       "\r\n"
                                       "Final-Recipient: rfc822; b.foe@sample.net\r\n"
                                       "Action: failed\r\n"
                                       "Status: 5.1.1\r\n"
                                       "Diagnostic-Code: smtp; 550 no such\r\n"
                                       " user\r\n";
    foldwise::message const part{bytes};
    foldwise::content_type const type{*part.header().find("Content-Type")};
    if (report_kind_of(type) != foldwise::report_kind::delivery_status) return 1;

    for (auto const r : foldwise::delivery_status{part.body()}.recipients()) {
        auto const to = r.final_recipient();
        auto const action = r.action();
        auto const status = r.status();
        if (!to || !action || !status) continue; // each says why
        std::cout << to->decoded().to_string() << ' ' << name_of(*action) << ' '
                  << status->to_string();
        if (auto const why = r.diagnostic_code()) std::cout << ": " << why->text().to_string();
        std::cout << '\n';
    }
}
