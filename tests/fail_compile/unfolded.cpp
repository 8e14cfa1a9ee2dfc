#include <foldwise/message/unfold.hpp>

#include <string>

std::string text();
std::string const const_text();

void unfolded_borrows() {
    auto const bytes = text();
    foldwise::unfolded const over_variable{bytes};
#if MUST_NOT_COMPILE == 1
    foldwise::unfolded const over_temporary{text()};
#elif MUST_NOT_COMPILE == 2
    foldwise::unfolded const over_const_temporary{const_text()};
#endif
}
