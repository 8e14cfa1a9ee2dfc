#include <foldwise/mime/flowed_text.hpp>

#include <string_view>

void delsp_is_no_flag(std::string_view text) {
    foldwise::flowed_text const flowed{text, foldwise::delsp::no};
#if MUST_NOT_COMPILE == 1
    foldwise::flowed_text const with_flag{text, true}; // no matching function
#endif
}
