#include <foldwise/words/decoded_text.hpp>
#include <foldwise/words/encoded_word.hpp>

#include <string>

std::string text();

void encoded_words_borrow(std::string const& owned) {
    foldwise::decoded_text const over_variable{owned};
    auto const word = foldwise::read_encoded_word(owned);
#if MUST_NOT_COMPILE == 1
    foldwise::decoded_text const over_temporary{text()};
#elif MUST_NOT_COMPILE == 2
    foldwise::decoded_comment const over_temporary{text()};
#elif MUST_NOT_COMPILE == 3
    foldwise::decoded_phrase const over_temporary{text()};
#elif MUST_NOT_COMPILE == 4
    foldwise::encoded_word const over_temporary{text()};
#elif MUST_NOT_COMPILE == 5
    auto const temporary = foldwise::read_encoded_word(text());
#endif
}
