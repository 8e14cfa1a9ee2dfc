// The subjects of a mailbox, as they stand (a terminal would want them escaped).
// prints: 12: First light on the longest night

#include <foldwise/foldwise.hpp>
#include <foldwise/store/mapped_file.hpp>

#include <iostream>

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) {
        std::cerr << error.message() << '\n';
        return 2;
    }
    int number = 0;
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        auto const message = entry.message();                  // borrows the file's bytes
        auto const subject = message.header().find("Subject"); // an optional field
        std::cout << ++number << ": " << (subject ? subject->value().to_string() : "(none)")
                  << '\n';
    }
}
