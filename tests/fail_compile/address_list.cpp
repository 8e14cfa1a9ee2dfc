#include <foldwise/address/address_list.hpp>

#include <string>

std::string text();
std::string const const_text();

void addresses_borrow() {
    auto const bytes = text();
    foldwise::address_list const over_variable{bytes};
    static_cast<void>(foldwise::mailbox::read(bytes));
    static_cast<void>(foldwise::addr_spec::read(bytes));
    foldwise::phrase const words{bytes};
#if MUST_NOT_COMPILE == 1
    foldwise::address_list const over_temporary{text()};
#elif MUST_NOT_COMPILE == 2
    foldwise::address_list const over_const_temporary{const_text()};
#elif MUST_NOT_COMPILE == 3
    static_cast<void>(foldwise::mailbox::read(text()));
#elif MUST_NOT_COMPILE == 4
    static_cast<void>(foldwise::addr_spec::read(const_text()));
#elif MUST_NOT_COMPILE == 5
    foldwise::phrase const over_temporary{text()};
#endif
}
