#include <foldwise/dkim/seal_tags.hpp>

#include "../support.hpp"

namespace {

using foldwise::seal_tags;
using foldwise::tag_list;

static_assert(std::is_trivially_copyable_v<seal_tags>);

constexpr bool tags_in_common() {
    // RFC 8617 appendix B, without the instance.
    seal_tags const seal{tag_list{" a=rsa-sha256; cv=pass; d=clochette.example.org; s=\n"
                                  "        clochette; t=12345; b=CU87XzXlNlk5X/yW4l73UvPU\n"
                                  "        +HPx3K05nJhny2fvymbReA=="}};
    REQUIRE_TRUE(seal.algorithm()->key_type == "rsa" && seal.algorithm()->hash == "sha256");
    REQUIRE_TRUE(*seal.domain() == "clochette.example.org" && *seal.selector() == "clochette");
    REQUIRE_TRUE(**seal.timestamp() == 12345);
    REQUIRE_TRUE(*seal.signature() == "CU87XzXlNlk5X/yW4l73UvPU+HPx3K05nJhny2fvymbReA==");
    REQUIRE_TRUE(seal.tags().find("cv")->value() == "pass");
    REQUIRE_TRUE(seal.is_domain("Clochette.example.ORG") && !seal_tags{}.is_domain(""));
    return true;
}
CASE("seal_tags: the tags that signatures and seals have in common", tags_in_common)

} // namespace
