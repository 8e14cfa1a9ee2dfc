#include <foldwise/address/detail/addr_spec_reader.hpp>

#include "../../support.hpp"

#include <optional>

namespace {

using foldwise::diagnostic_code;
using foldwise::lexer;
using foldwise::token_kind;
using foldwise::detail::addr_spec_reader;

constexpr addr_spec_reader reader_of(std::string_view text) {
    addr_spec_reader reader;
    for (lexer in{text};;) {
        auto const at = in.position();
        auto const token = in.next();
        if (token.is(token_kind::end)) return reader;
        if (!token.is(token_kind::comment)) reader.take(token, at);
    }
}

static_assert(std::is_trivially_copyable_v<addr_spec_reader>);
static_assert(noexcept(addr_spec_reader{}.take({}, 0)) &&
              noexcept(addr_spec_reader{}.error_code()));

constexpr bool places_of_the_parts() {
    struct {
        std::string_view text;
        std::string_view local_part;
        std::string_view domain;
        std::optional<diagnostic_code> deviation;
    } constexpr table[] = {
        {"a@b", "a", "b", {}},
        {"(x) a.b@c.d (y)", "a.b", "c.d", {}},
        {"\"a\"@[b]", "\"a\"", "[b]", {}},
        {"a (x) . b @ c . (y) d", "a (x) . b", "c . (y) d", diagnostic_code::address_obsolete},
        {"a@ b", "a", "b", diagnostic_code::address_obsolete},
        {"\"a\".b@c", "\"a\".b", "c", diagnostic_code::address_obsolete},
        {"a..b@c", "a..b", "c", diagnostic_code::address_dots},
        {". a . @ c", ". a .", "c", diagnostic_code::address_dots},
    };
    for (auto const& row : table) {
        auto const reader = reader_of(row.text);
        auto const between = [&row](std::size_t first, std::size_t last) {
            return row.text.substr(first, last - first);
        };
        REQUIRE_SAME(row.text, reader.error_code().has_value(), false);
        REQUIRE_SAME(row.text, between(reader.first(), reader.local_part_last()), row.local_part);
        REQUIRE_SAME(row.text, between(reader.domain_first(), reader.address_last()), row.domain);
        REQUIRE_SAME(row.text, reader.has_odd_dot(),
                     row.deviation == diagnostic_code::address_dots);
        REQUIRE_SAME(row.text, reader.is_obsolete() || reader.has_odd_dot(),
                     row.deviation.has_value());
        REQUIRE_TRUE(reader.has_at() && !reader.is_empty());
    }
    return true;
}
CASE("addr_spec_reader: where the parts are", places_of_the_parts)

constexpr bool problems() {
    struct {
        std::string_view text;
        diagnostic_code problem;
        bool has_at;
    } constexpr table[] = {
        {"", diagnostic_code::address_without_at, false},
        {"a.b", diagnostic_code::address_without_at, false},
        {"a@", diagnostic_code::address_malformed, true},
        {"@b", diagnostic_code::address_malformed, true},
        {".@b", diagnostic_code::address_malformed, true},
        {"a@b..", diagnostic_code::address_malformed, true},
        {"a@b@c", diagnostic_code::address_malformed, true},
        {"a b@c", diagnostic_code::address_malformed, true},
        {"a@b c", diagnostic_code::address_malformed, true},
        {"a@.b", diagnostic_code::address_malformed, true},
        {"a@b.[c]", diagnostic_code::address_malformed, true},
        {"[a]@b", diagnostic_code::address_malformed, true},
        {"=?x?q?a?=@b", diagnostic_code::address_encoded_word, true},
        {"=?x?q?a@b?=", diagnostic_code::address_without_at, false},
    };
    for (auto const& row : table) {
        auto const reader = reader_of(row.text);
        REQUIRE_SAME(row.text, reader.error_code() == row.problem, true);
        REQUIRE_SAME(row.text, reader.has_at(), row.has_at);
        REQUIRE_SAME(row.text, reader.is_empty(), row.text.empty());
    }
    return true;
}
CASE("addr_spec_reader: why there is no address", problems)

} // namespace
