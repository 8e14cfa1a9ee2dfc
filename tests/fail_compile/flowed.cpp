#include <foldwise/mime/flowed.hpp>

#include <string>

std::string text();
std::string const const_text();

void flowed_text_borrows() {
    auto const bytes = text();
    foldwise::flowed_text const over_variable{bytes, foldwise::delsp::no};
#if MUST_NOT_COMPILE == 1
    foldwise::flowed_text const over_temporary{text(), foldwise::delsp::no};
#elif MUST_NOT_COMPILE == 2
    foldwise::flowed_text const over_const_temporary{const_text(), foldwise::delsp::no};
#elif MUST_NOT_COMPILE == 3
    foldwise::flowed_text const over_variable_without_delsp{bytes, true}; // no matching function
#endif
}
