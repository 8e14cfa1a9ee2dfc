// Prints each message as a mail program shows it: its text, then the names and sizes of its
// attachments.
//     build/bin/examples_reading tests/data/demo.mbox

#include <foldwise/charset.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>
#include <foldwise/mime.hpp>
#include <foldwise/parameters.hpp>

#include <iostream>
#include <string>

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) {
        std::cerr << error.message() << '\n';
        return 2;
    }
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        foldwise::entity const mail{entry};

        for (auto const part : foldwise::text_body(mail))
            if (part.content_type().is("text")) // a picture may be between two texts
                std::cout << foldwise::body_text{part}.to_string() << '\n';

        // To save an attachment, use its safe name, never the sender's own suggestion.
        for (auto const part : foldwise::attachments(mail))
            std::cout << "attached: " << foldwise::safe_file_name{part}.to_string() << ", "
                      << part.decoded().length() << " octets\n";
    }
}
