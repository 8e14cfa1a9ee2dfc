#include <foldwise/foldwise.hpp>

#include <string>

std::string text();

void readers_borrow(std::string const& owned) {
    auto const path = foldwise::path::read(owned);
    auto const offer = foldwise::one_click::read(owned);
    auto const importance = foldwise::importance::read(owned);
    auto const resinfo = foldwise::resinfo::read(owned);
#if MUST_NOT_COMPILE == 1
    auto const temporary = foldwise::path::read(text());
#elif MUST_NOT_COMPILE == 2
    auto const temporary = foldwise::delivered_to::read(text());
#elif MUST_NOT_COMPILE == 3
    auto const temporary = foldwise::list_id::read(text());
#elif MUST_NOT_COMPILE == 4
    auto const temporary = foldwise::archived_at::read(text());
#elif MUST_NOT_COMPILE == 5
    auto const temporary = foldwise::auto_submitted::read(text());
#elif MUST_NOT_COMPILE == 6
    auto const temporary = foldwise::read_ip_address(text());
#elif MUST_NOT_COMPILE == 7
    auto const temporary = foldwise::resinfo::read(text());
#elif MUST_NOT_COMPILE == 8
    auto const temporary = foldwise::one_click::read(text());
#elif MUST_NOT_COMPILE == 9
    auto const temporary = foldwise::importance::read(text());
#endif
}
