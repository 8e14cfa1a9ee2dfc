#include <foldwise/message/field.hpp>

#include <string>

std::string text();
std::string const const_text();

void field_borrows() {
    auto const bytes = text();
    foldwise::field const over_variable{bytes};
#if MUST_NOT_COMPILE == 1
    foldwise::field const over_temporary{text()};
#elif MUST_NOT_COMPILE == 2
    foldwise::field const over_const_temporary{const_text()};
#endif
}
