#include <foldwise/base/line.hpp>

#include <string>

std::string text();
std::string const const_text();

void lines_borrows() {
    auto const bytes = text();
    foldwise::lines const over_variable{bytes};
#if MUST_NOT_COMPILE == 1
    foldwise::lines const over_temporary{text()};
#elif MUST_NOT_COMPILE == 2
    foldwise::lines const over_const_temporary{const_text()};
#endif
}
