#include <foldwise/foldwise.hpp>

#include <string>

std::string text();

void entities_borrow(std::string const& owned) {
    foldwise::message const m{owned};
    foldwise::entity const root{m};
    foldwise::decoded_body const body{owned, foldwise::transfer_encoding::base64};
#if MUST_NOT_COMPILE == 1
    foldwise::entity const temporary{foldwise::message{text()}};
#elif MUST_NOT_COMPILE == 2
    foldwise::decoded_body const temporary{text(), foldwise::transfer_encoding::base64};
#endif
}
