// The results of authentication checks that servers recorded in messages (RFC 8601): the server for
// each field; the method, the result and the properties, such as the domain, for each check. Trust
// a field only if your own server wrote it: anybody can add one.
//     build/bin/examples_authentication_results tests/data/demo.mbox
// prints: 7: by mx.example.org.*spf: fail for mailer.example.com.*dkim: fail, header.d=skerry

#include <foldwise/auth.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>
#include <foldwise/message.hpp>

#include <iostream>
#include <string>

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
        for (auto const results : foldwise::all<"Authentication-Results">(entry.message())) {
            auto const server = results.authserv_id();
            if (!server) continue;
            std::cout << number << ": by " << server->to_string();
            std::cout << (results.is_by("mx.example.org") ? " (our server)\n" : "\n");
            for (auto const check : results) {
                if (!check) { // check.error() says why it cannot be read
                    std::cout << "    " << check.error().text() << '\n';
                    continue;
                }
                std::cout << "    " << check->method() << ": " << check->result();
                // The value is an address or only the domain that SPF checked.
                if (auto const from = check->find("smtp", "mailfrom"); from && check->is("spf")) {
                    auto const text = from->value().text().to_string();
                    std::cout << " for " << text.substr(text.find('@') + 1);
                }
                for (auto const property : check->properties())
                    if (property)
                        std::cout << ", " << property->ptype() << '.' << property->property() << '='
                                  << property->value().text().to_string();
                std::cout << '\n';
            }
        }
    }
}
