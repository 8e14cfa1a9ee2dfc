#include <foldwise/store/emlx.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::emlx;

static_assert(std::is_trivially_copyable_v<emlx>);

struct emlx_row {
    std::string_view bytes;
    std::size_t offset; // of the message
    std::string_view message;
    std::string_view list;
    bool deviates;
};

constexpr emlx_row emlx_table[] = {
    {"7\nA: b\n\nc<?xml version", 2, "A: b\n\nc", "<?xml version", false},
    {"7        \nA: b\n\nc<plist version", 10, "A: b\n\nc", "<plist version", false},
    {"5\r\nA:\r\nb<!DOCTYPE plist", 3, "A:\r\nb", "<!DOCTYPE plist", false},
    {"4\nA:b\nbplist00\xFF", 2, "A:b\n", "bplist00\xFF", false},
    {"4\nA:b\n", 2, "A:b\n", "", false},
    {"0\n", 2, "", "", false},
    {"0\n<?xml", 2, "", "<?xml", false},
    // A size that is wrong.
    {"3\nA:b\n<?xml ?>\n<plist>\n", 2, "A:b\n", "<?xml ?>\n<plist>\n", true},
    {"99\nA:b\n<?xml ?>\n<plist>\n", 3, "A:b\n", "<?xml ?>\n<plist>\n", true},
    {"99\nA:b\n\n<?xml 1?>\n<plist>\n<?xml 2?>\n<plist>", 3, "A:b\n\n<?xml 1?>\n<plist>\n",
     "<?xml 2?>\n<plist>", true},
    {"2\nA:b\n\n<?xml ?>\n<html>\n", 2, "A:b\n\n<?xml ?>\n<html>\n", "", true},
    {"99999999999999999999999999\nA:b", 27, "A:b", "", true},
    {"9\nA:b", 2, "A:b", "", true},
};

constexpr bool files_of_apple_mail() {
    for (auto const& row : emlx_table) {
        auto const file = emlx::read(row.bytes);
        REQUIRE_SAME(row.bytes, file.has_value(), true);
        REQUIRE_SAME(row.bytes, file->raw(), row.bytes);
        auto const digits = row.bytes.find_first_not_of("0123456789");
        REQUIRE_SAME(row.bytes, file->message_offset(), row.offset);
        REQUIRE_SAME(row.bytes, file->message_bytes(), row.message);
        REQUIRE_SAME(row.bytes, file->message().raw(), row.message);
        REQUIRE_SAME(row.bytes, file->property_list(), row.list);
        auto const wanted = diagnostic{diagnostic_code::emlx_size_mismatch, 0, digits};
        REQUIRE_SAME(row.bytes, file->deviation().has_value(), row.deviates);
        if (row.deviates) REQUIRE_TRUE(*file->deviation() == wanted);
        std::size_t reports = 0;
        file->diagnose([&](diagnostic const& problem) {
            ++reports;
            REQUIRE_TRUE(problem == wanted);
        });
        REQUIRE_SAME(row.bytes, reports, row.deviates ? 1u : 0u);
    }
    return true;
}
CASE("emlx: size, message and property list", files_of_apple_mail)

constexpr bool other_files() {
    for (std::string_view const bytes :
         {"", "\n", "7", "7 ", "7\r", "7 a\nA: b\n", " 7\nA: b\n", "-7\nA: b\n", "A: b\n\nc"}) {
        auto const file = emlx::read(bytes);
        REQUIRE_SAME(bytes, file.has_value(), false);
        if (!file) REQUIRE_TRUE(file.error().code == diagnostic_code::emlx_malformed);
    }
    return true;
}
CASE("emlx: other files are refused", other_files)

} // namespace
