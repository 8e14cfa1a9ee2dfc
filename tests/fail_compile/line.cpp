#include <foldwise/base/line.hpp>

#include <string>

std::string text();
std::string const const_text();

void line_borrows() {
    auto const bytes = text();
    foldwise::line const over_variable{bytes};
#if MUST_NOT_COMPILE == 1
    foldwise::line const over_temporary{text()};
#elif MUST_NOT_COMPILE == 2
    foldwise::line const over_const_temporary{const_text()};
#endif
}
