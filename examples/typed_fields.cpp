// Fields with types: addresses, a date, the hops of a message, and a field that no RFC defines.
//     build/bin/examples_typed_fields tests/data/demo.mbox

#include <foldwise/fields.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>

#include <cstddef>
#include <iostream>
#include <iterator>

/// How likely the message is spam, as a number of asterisks.
template <>
struct foldwise::field_type<"X-Spam-Level"> {
    static constexpr std::size_t read(foldwise::field const& f) noexcept {
        return f.value().length();
    }
};

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) {
        std::cerr << error.message() << '\n';
        return 2;
    }
    int number = 0;
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        auto const m = entry.message();
        std::cout << ++number << ": ";
        if (auto const from = foldwise::get<"From">(m))
            for (auto const author : from->mailboxes())
                std::cout << author.domain().to_string() << ", ";
        if (auto const when = foldwise::get<"Date">(m))
            std::cout << when->unix_seconds() << ", ";
        else
            std::cout << when.error().text() << ", "; // why there is none
        auto const hops = foldwise::all<"Received">(m);
        std::cout << std::ranges::distance(hops) << " hops, level "
                  << foldwise::get<"X-Spam-Level">(m).value_or(0) << '\n';
    }
}
