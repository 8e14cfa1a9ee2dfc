#include <foldwise/report/mdn_disposition.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <iterator>
#include <ranges>
#include <string>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<mdn_disposition>);
static_assert(reads_fields<mdn_disposition>);
static_assert(std::ranges::forward_range<mdn_disposition::modifier_range>);
static_assert(std::ranges::borrowed_range<mdn_disposition::modifier_range>);

constexpr auto by_hand = mdn_action_mode::manual;
constexpr auto by_rule = mdn_action_mode::automatic;
constexpr auto some_action = mdn_action_mode::other;
constexpr auto sent = mdn_sending_mode::manually;
constexpr auto sent_itself = mdn_sending_mode::automatically;
constexpr auto sent_somehow = mdn_sending_mode::other;

struct row {
    std::string_view from;
    std::string_view value;
    mdn_action_mode action;
    mdn_sending_mode sending;
    mdn_disposition_type type;
    std::string_view modifiers; // each is followed by a bar
};

constexpr row table[] = {
    {"RFC 8098 section 9", " manual-action/MDN-sent-manually; displayed", by_hand, sent,
     mdn_disposition_type::displayed, ""},
    {"RFC 8098 section 3.2.6", "automatic-action/MDN-sent-automatically;processed/error", by_rule,
     sent_itself, mdn_disposition_type::processed, "error|"},
    {"upper and lower case", "MANUAL-ACTION/mdn-SENT-automatically; DELETED", by_hand, sent_itself,
     mdn_disposition_type::deleted, ""},
    {"CFWS wherever it may be",
     "(a) manual-action (/)\n / (b;) MDN-sent-manually ; (c)\n dispatched (d) / (e) x (f) , y (g)",
     by_hand, sent, mdn_disposition_type::dispatched, "x|y|"},
    {"RFC 2298 section 3.2.6", "automatic-action/MDN-sent-automatically; denied", by_rule,
     sent_itself, mdn_disposition_type::denied, ""},
    {"RFC 2298 section 3.2.6", "automatic-action/MDN-sent-automatically; failed/a", by_rule,
     sent_itself, mdn_disposition_type::failed, "a|"},
    {"RFC 4130", "automatic-action/MDN-sent-automatically; processed/error: decryption-failed",
     by_rule, sent_itself, mdn_disposition_type::processed, "error: decryption-failed|"},
    {"RFC 4130", "automatic-action/MDN-sent-automatically; failed/Failure:\n unsupported format",
     by_rule, sent_itself, mdn_disposition_type::failed, "Failure: unsupported format|"},
    {"unknown words", "a/b;c/d,e", some_action, sent_somehow, mdn_disposition_type::other, "d|e|"},
    {"empty modifiers", "a/b;c/,,d,(,),", some_action, sent_somehow, mdn_disposition_type::other,
     "d|"},
    {"no modifier after the slash", "a/b;c/ ", some_action, sent_somehow,
     mdn_disposition_type::other, ""},
    {"a quoted modifier, a comment in one", "a/b;c/\"d,e\" (f) g", some_action, sent_somehow,
     mdn_disposition_type::other, "\"d,e\" (f) g|"},
};

constexpr void check(row const& r, std::string_view value) {
    auto const read = mdn_disposition::read(value);
    REQUIRE_SAME(r.value, read.has_value(), true);
    if (!read) return;
    REQUIRE_SAME(r.value, read->action_mode(), r.action);
    REQUIRE_SAME(r.value, read->sending_mode(), r.sending);
    REQUIRE_SAME(r.value, read->type(), r.type);
    test::text_buffer modifiers;
    for (auto const modifier : read->modifiers()) {
        for (auto const piece : modifier.pieces()) modifiers.append(piece);
        modifiers.append('|');
    }
    REQUIRE_SAME(r.value, std::string_view{modifiers}, r.modifiers);
}

constexpr bool dispositions_are_read() {
    for (auto const& r : table)
        test::with_both_line_endings(r.value, [&r](std::string_view value) { check(r, value); });
    auto const parts = mdn_disposition::read(" Manual-Action / x; Displayed/a, b ")->parts();
    REQUIRE_TRUE(parts.action_mode == "Manual-Action" && parts.sending_mode == "x");
    REQUIRE_TRUE(parts.type == "Displayed" && parts.modifiers == "a, b ");
    auto const deleted = *mdn_disposition::read(field{"Disposition: a/b; DELETED/c\n"});
    REQUIRE_TRUE(deleted.is("deleted") && !deleted.is("displayed") && !deleted.is(""));
    REQUIRE_TRUE(deleted.raw() == " a/b; DELETED/c" && !deleted.deviation());
    REQUIRE_TRUE(mdn_disposition{}.type() == mdn_disposition_type::other);
    REQUIRE_TRUE(mdn_disposition{}.modifiers().empty());
    return true;
}
CASE("mdn_disposition: modes, types and modifiers", dispositions_are_read)

constexpr bool other_values_are_errors() {
    for (std::string_view const value :
         {"", "displayed", "manual-action; displayed", "manual-action/MDN-sent-manually",
          "manual-action/MDN-sent-manually;", "/MDN-sent-manually; displayed",
          "manual-action/; displayed", "a/b/c; displayed", "a/b; c d", "a/b; c; d", "a/b; c (d",
          "a b/c; d", "a/b c; d", "a/b: c", "\"a\"/b; c", "a/(b; c"}) {
        auto const read = mdn_disposition::read(value);
        REQUIRE_SAME(
            value,
            !read && read.error() ==
                         foldwise::whole_value(diagnostic_code::mdn_disposition_malformed, value),
            true);
    }
    return true;
}
CASE("mdn_disposition: values that are not dispositions", other_values_are_errors)

constexpr bool any_value_is_read() {
    return test::for_each_string(
        "a/;,( )\n", std::is_constant_evaluated() ? 2 : 6, [](std::string_view rest) {
            char octets[24] = {};
            constexpr std::string_view front = "a/b;";
            front.copy(octets, front.size());
            rest.copy(octets + front.size(), rest.size());
            for (std::string_view const value :
                 {rest, std::string_view{octets, front.size() + rest.size()}}) {
                auto const read = mdn_disposition::read(value);
                if (!read) continue;
                auto end = offset_of(value, read->parts().modifiers);
                REQUIRE_SAME(value, read->parts().type.empty(), false);
                for (auto const modifier : read->modifiers()) {
                    auto const at = offset_of(value, modifier.raw());
                    REQUIRE_SAME(value, at >= end && !modifier.raw().empty(), true);
                    end = at + modifier.raw().size();
                }
            }
            return true;
        });
}
CASE("mdn_disposition: any value is read", any_value_is_read)

} // namespace
