#include <foldwise/message/header_end.hpp>

#include "../support.hpp"

namespace {

using foldwise::find_header_end;
using foldwise::header_end;

static_assert(noexcept(find_header_end(test::some_octets)) &&
              noexcept(find_header_end(test::some_octets, 0)));

struct end_row {
    std::string_view from;
    std::string_view so_far;
    std::size_t position;
    std::size_t separator_size;
};

constexpr end_row end_table[] = {
    {"found, LF", "A: b\n\nx", 5, 1},
    {"found, CRLF", "A: b\r\n\r\nx", 6, 2},
    {"found at the very start, LF", "\nx", 0, 1},
    {"found at the very start, CRLF", "\r\nx", 0, 2},
    {"found after a line of white space", " \n\n", 2, 1},
    {"nothing has arrived", "", 0, 0},
    {"a CR at the very start may become CRLF", "\r", 0, 0},
    {"within a line: continue at the end", "A: b", 4, 0},
    {"a CR within a line needs no second look", "A: b\r", 5, 0},
    {"a line ended: continue at its LF", "A: b\n", 4, 0},
    {"a CR after a line may become CRLF: continue at the LF", "A: b\r\n\r", 5, 0},
    {"the same with LF", "A: b\n\r", 4, 0},
    {"a CR that is data", "A: b\n\rx", 7, 0},
    {"two CR", "\r\r", 2, 0},
};

constexpr bool table_of_header_ends() {
    for (auto const& row : end_table) {
        auto const end = find_header_end(row.so_far);
        REQUIRE_SAME(row.from, end.position, row.position);
        REQUIRE_SAME(row.from, end.separator_size, row.separator_size);
        REQUIRE_SAME(row.from, end.found(), row.separator_size != 0);
        REQUIRE_TRUE(end == header_end{row.position, row.separator_size});
    }
    return true;
}
CASE("header_end: find_header_end finds the separator, or says where to continue",
     table_of_header_ends)

struct arrival {
    std::string_view bytes;
    unsigned cuts; // bit i: a chunk ends after octet i
    std::string to_string() const { return std::string{bytes} + ", cut " + std::to_string(cuts); }
};

/// Whether find_header_end finds the same if `bytes` arrive at once and if they arrive in chunks.
/// The octets before the position to continue at must not matter, and at most two octets may be
/// looked at again.
constexpr bool finds_the_same_in_chunks(arrival const& row) {
    auto const size = row.bytes.size();
    auto const whole = find_header_end(row.bytes);
    header_end end;
    for (std::size_t arrived = 1; arrived <= size && !end.found(); ++arrived) {
        if (arrived != size && (row.cuts >> (arrived - 1) & 1) == 0) continue;
        header_end answers[3];
        for (std::size_t i = 0; i < 3; ++i) { // octets before: unchanged, all LF, all 'x'
            char octets[16] = {};
            for (std::size_t at = 0; at < arrived; ++at)
                octets[at] = i == 0 || at >= end.position ? row.bytes[at] : i == 1 ? '\n' : 'x';
            answers[i] = find_header_end({octets, arrived}, end.position);
        }
        if (!REQUIRE_SAME(row, answers[0] == answers[1], true)) return false;
        if (!REQUIRE_SAME(row, answers[0] == answers[2], true)) return false;
        end = answers[0];
        auto const again = end.found() ? 0 : arrived - end.position;
        if (!REQUIRE_SAME(row, again <= 2, true)) return false;
    }
    return REQUIRE_SAME(row, end.position, whole.position) &&
           REQUIRE_SAME(row, end.separator_size, whole.separator_size);
}

constexpr bool every_partition_finds_the_same(std::size_t longest) {
    return test::for_each_string("\n\r a", longest, [](std::string_view bytes) {
        unsigned const partitions = bytes.empty() ? 1 : 1u << (bytes.size() - 1);
        for (unsigned cuts = 0; cuts < partitions; ++cuts)
            if (!finds_the_same_in_chunks({bytes, cuts})) return false;
        return true;
    });
}
constexpr bool short_messages_in_chunks() { return every_partition_finds_the_same(3); }
CASE("header_end: find_header_end finds the same in chunks as at once", short_messages_in_chunks)
TEST_CASE("header_end: find_header_end finds the same in chunks as at once, longer messages") {
    CHECK(every_partition_finds_the_same(7));
}

} // namespace
