#ifndef FOLDWISE_BENCH_READERS_CUT_HPP
#define FOLDWISE_BENCH_READERS_CUT_HPP

// Splits an mbox for libraries that cannot read one in memory, with the simplest code that a user
// would write.

#include <cstddef>
#include <string_view>

namespace bench {

/// Calls `use` with each message of an mbox. The search for an empty line and `From ` takes about
/// one instruction per octet, a small part of the time that these libraries take.
template <class Use>
void for_each_message_in(std::string_view mbox, Use use) {
    auto const first_ending = mbox.find('\n');
    bool const has_crlf = first_ending != 0 && mbox[first_ending - 1] == '\r';
    std::string_view const separator = has_crlf ? "\r\n\r\nFrom " : "\n\nFrom ";
    std::string_view const ending = has_crlf ? "\r\n" : "\n";
    while (!mbox.empty()) {
        mbox.remove_prefix(mbox.find('\n') + 1);
        auto const next = mbox.find(separator);
        auto const size = next != mbox.npos ? next + ending.size() : mbox.size() - ending.size();
        use(mbox.substr(0, size));
        mbox.remove_prefix(size + ending.size());
    }
}

} // namespace bench

#endif
