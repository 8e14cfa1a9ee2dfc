// Bounces: which recipients did not get a message, of what kind the failure is, and why.
//     build/bin/examples_bounces tests/data/demo.mbox
//     build/bin/examples_bounces tests/data/bounces.mbox

#include "visible.hpp"

#include <foldwise/fields.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>
#include <foldwise/mime.hpp>
#include <foldwise/report.hpp>

#include <iostream>
#include <string>
#include <string_view>

/// What a mailing list would do about a recipient (RFC 3463). Diagnostic-Code is text for people.
std::string_view kind_of(foldwise::delivery_recipient const& recipient) {
    auto const status = recipient.status();
    if (auto const action = recipient.action(); action && !action->is("failed"))
        return action->is("delayed") ? "wait, the server still tries" : "no failure";
    if (!status) return "unknown";
    bool const is_permanent = status->code_class() == foldwise::status_class::permanent_failure;
    if (status->is("5.1.1") || status->is("5.1.10")) return "remove, there is no such address";
    if (status->subject() == 2 && status->detail() == 2) return "try later, the mailbox is full";
    if (status->subject() == 7) return "look into it, refused by a policy";
    return is_permanent ? "remove if it happens again" : "try later";
}

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) return 2;
    int number = 0;
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        ++number;
        foldwise::entity const mail{entry};
        auto const found = foldwise::find_report(mail);
        if (!found || found->kind != foldwise::report_kind::delivery_status) continue;

        foldwise::delivery_status status{found->part};
        std::string text; // the decoded report: a view cannot decode base64
        if (status.is_encoded()) {
            text = found->part.decoded().to_string();
            status = foldwise::delivery_status{text};
        }
        for (auto const recipient : status.recipients()) {
            auto const to = recipient.final_recipient();
            auto const why = recipient.diagnostic_code();
            std::cout << number << ": " << (to ? visible(to->decoded().to_string()) : "?") << ": "
                      << kind_of(recipient) << '\n';
            if (why) std::cout << "   reason: " << visible(why->text().to_string()) << '\n';
        }
        if (auto const headers = foldwise::find_returned_headers(mail))
            if (auto const subject = foldwise::get<"Subject">(*headers))
                std::cout << "   about: " << visible(subject->to_string()) << '\n';
    }
}
