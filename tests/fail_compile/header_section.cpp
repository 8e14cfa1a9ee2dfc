#include <foldwise/message/header_section.hpp>

#include <string>

std::string text();
std::string const const_text();

void header_section_borrows() {
    auto const bytes = text();
    foldwise::header_section const over_variable{bytes};
    over_variable.find_all(bytes);
#if MUST_NOT_COMPILE == 1
    foldwise::header_section const over_temporary{text()};
#elif MUST_NOT_COMPILE == 2
    foldwise::header_section const over_const_temporary{const_text()};
#elif MUST_NOT_COMPILE == 3
    over_variable.find_all(text());
#elif MUST_NOT_COMPILE == 4
    over_variable.find_all(const_text());
#endif
}
