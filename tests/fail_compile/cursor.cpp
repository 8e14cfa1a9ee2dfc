#include <foldwise/base/cursor.hpp>

#include <string>

std::string text();
std::string const const_text();

void cursor_borrows() {
    auto const bytes = text();
    foldwise::cursor const over_variable{bytes};
#if MUST_NOT_COMPILE == 1
    foldwise::cursor const over_temporary{text()};
#elif MUST_NOT_COMPILE == 2
    foldwise::cursor const over_const_temporary{const_text()};
#endif
}
