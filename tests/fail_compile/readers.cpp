#include <foldwise/foldwise.hpp>

#include <string>

std::string text();

void readers_borrow(std::string const& owned) {
    auto const path = foldwise::path::read(owned);
    auto const uri = foldwise::one_click_uri(owned, "List-Unsubscribe=One-Click");
    auto const resinfo = foldwise::resinfo::read(owned);
#if MUST_NOT_COMPILE == 1
    auto const temporary = foldwise::path::read(text());
#elif MUST_NOT_COMPILE == 2
    auto const temporary = foldwise::delivered_to::read(text());
#elif MUST_NOT_COMPILE == 3
    auto const temporary = foldwise::read_list_id(text());
#elif MUST_NOT_COMPILE == 4
    auto const temporary = foldwise::read_archived_at(text());
#elif MUST_NOT_COMPILE == 5
    auto const temporary = foldwise::read_auto_submitted(text());
#elif MUST_NOT_COMPILE == 6
    auto const temporary = foldwise::read_ip_address(text());
#elif MUST_NOT_COMPILE == 7
    auto const temporary = foldwise::resinfo::read(text());
#elif MUST_NOT_COMPILE == 8
    auto const temporary = foldwise::one_click_uri(text(), "List-Unsubscribe=One-Click");
#endif
}
