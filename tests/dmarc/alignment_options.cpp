#include <foldwise/dmarc/alignment_options.hpp>

#include "../support.hpp"

namespace {

using foldwise::alignment_options;

static_assert(std::is_trivially_copyable_v<alignment_options>);

constexpr bool nothing_is_trusted_by_default() {
    alignment_options const options;
    REQUIRE_TRUE(options.authserv_ids.empty() && options.own_hosts.empty());
    REQUIRE_TRUE(options.dkim == foldwise::dmarc_alignment_mode::relaxed);
    REQUIRE_TRUE(options.spf == foldwise::dmarc_alignment_mode::relaxed);
    REQUIRE_TRUE(options.organizational_domain == nullptr && options.converter == nullptr);
    return true;
}
CASE("alignment_options: the defaults", nothing_is_trusted_by_default)

} // namespace
