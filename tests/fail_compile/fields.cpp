#include <foldwise/fields.hpp>

#include <string>

std::string text();

void names_have_types(foldwise::message const& m) {
    auto const from = foldwise::get<"From">(m);
    for (auto const hop : foldwise::all<"Received">(m)) (void)hop;
#if MUST_NOT_COMPILE == 1
    auto const no_type = foldwise::get<"Form">(m);
#elif MUST_NOT_COMPILE == 2
    auto const no_name = foldwise::get<"From:">(m);
#elif MUST_NOT_COMPILE == 3
    auto const nothing = foldwise::get<"">(m);
#elif MUST_NOT_COMPILE == 4
    for (auto const field : foldwise::all<"Recieved">(m)) (void)field;
#elif MUST_NOT_COMPILE == 5
    auto const temporary = foldwise::get<"From">(text());
#elif MUST_NOT_COMPILE == 6
    auto const seconds = foldwise::get<"From">(m)->unix_seconds();
#endif
}
