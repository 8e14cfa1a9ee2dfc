#include <foldwise/message/message.hpp>

#include <string>

std::string text();
std::string const const_text();

void message_borrows() {
    auto const bytes = text();
    foldwise::message const over_variable{bytes};
#if MUST_NOT_COMPILE == 1
    foldwise::message const over_temporary{text()};
#elif MUST_NOT_COMPILE == 2
    foldwise::message const over_const_temporary{const_text()};
#endif
}
