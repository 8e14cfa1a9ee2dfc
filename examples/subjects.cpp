// The subjects of a mailbox, decoded. (To show them on a terminal, escape control characters.)
//     build/bin/examples_subjects tests/data/demo.mbox

#include <foldwise/foldwise.hpp>
#include <foldwise/mapped_file.hpp>
#include <iostream>

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) return 2;
    for (auto const entry : foldwise::mbox{file.bytes()})
        if (auto const subject = foldwise::get<"Subject">(entry.message()))
            std::cout << subject->to_string() << '\n';
}
