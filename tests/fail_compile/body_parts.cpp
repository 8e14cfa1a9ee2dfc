#include <foldwise/mime/body_parts.hpp>

struct shows_all {
    bool operator()(foldwise::placed_part const&) const { return true; }
};

void rules_are_of_parts(foldwise::entity const& root) {
    auto const with_rule = foldwise::text_body(root, shows_all{});
#if MUST_NOT_COMPILE == 1
    auto const with_another = foldwise::text_body(root, [](int) { return true; });
#elif MUST_NOT_COMPILE == 2
    auto const with_flag = foldwise::attachments(root, true);
#elif MUST_NOT_COMPILE == 3
    auto const with_capture = foldwise::html_body(root, [&](foldwise::placed_part const&) {
        return root.is_leaf(); // no matching function: the lambda has no default constructor
    });
#endif
}
