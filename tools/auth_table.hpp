#ifndef FOLDWISE_TOOLS_AUTH_TABLE_HPP
#define FOLDWISE_TOOLS_AUTH_TABLE_HPP

#include <cstdint>

namespace tool {

/// What is counted of one message.
struct auth_tally {
    bool spf = false;       ///< it has a result of SPF that counts
    bool dkim = false;      ///< it has a result of DKIM that counts
    bool is_judged = false; ///< it has results at all, by a server that counts
};

/// The messages from one domain.
struct auth_counts {
    std::uint64_t messages = 0;
    std::uint64_t spf = 0;
    std::uint64_t dkim = 0;
    std::uint64_t neither = 0;  ///< judged, but counted neither for SPF nor for DKIM
    std::uint64_t unjudged = 0; ///< without a result that counts

    void add(auth_tally const& tally) {
        ++messages;
        if (tally.spf) ++spf;
        if (tally.dkim) ++dkim;
        if (!tally.is_judged)
            ++unjudged;
        else if (!tally.spf && !tally.dkim)
            ++neither;
    }
    void add(auth_counts const& other) {
        messages += other.messages;
        spf += other.spf;
        dkim += other.dkim;
        neither += other.neither;
        unjudged += other.unjudged;
    }
};

} // namespace tool

#endif
