// Bounces: which recipients did not get a message, what the server did, and why.
//     build/bin/examples_bounces tests/data/demo.mbox
// prints: 5: m.quigley@example.com failed 5.1.1: 550 5.1.1 .*about: Thank you for the forty euros

#include <foldwise/fields.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>
#include <foldwise/mime.hpp>
#include <foldwise/report.hpp>

#include <iostream>
#include <string>

void print(foldwise::delivery_recipient const& recipient) {
    if (auto const to = recipient.final_recipient()) std::cout << to->decoded().to_string();
    if (auto const action = recipient.action()) std::cout << ' ' << action->word();
    if (auto const status = recipient.status()) std::cout << ' ' << status->to_string();
    if (auto const why = recipient.diagnostic_code()) std::cout << ": " << why->text().to_string();
    std::cout << '\n';
}

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) {
        std::cerr << error.message() << '\n';
        return 2;
    }
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
            std::cout << number << ": ";
            print(recipient);
        }
        if (auto const headers = foldwise::find_returned_headers(mail))
            if (auto const subject = foldwise::get<"Subject">(*headers))
                std::cout << "   about: " << subject->to_string() << '\n';
    }
}
