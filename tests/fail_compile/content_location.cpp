#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/content_location.hpp>

#include <string>

std::string text();
std::string const const_text();

void uris_borrow() {
    auto const bytes = text();
    foldwise::content_location const over_variable{bytes};
    auto const url_over_variable = foldwise::cid_url::from(bytes);
#if MUST_NOT_COMPILE == 1
    foldwise::content_location const over_temporary{text()};
#elif MUST_NOT_COMPILE == 2
    foldwise::content_location const over_const_temporary{const_text()};
#elif MUST_NOT_COMPILE == 3
    auto const url_over_temporary = foldwise::cid_url::from(text());
#elif MUST_NOT_COMPILE == 4
    auto const url_over_const_temporary = foldwise::cid_url::from(const_text());
#endif
}
