#include <foldwise/parameters/suggested_file_name.hpp>

#include "../support.hpp"

#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>

#include <iterator>
#include <optional>

namespace {

using namespace foldwise;

static_assert(noexcept(suggested_file_name(entity{})));

struct row {
    std::string_view origin;
    std::string_view header;
    std::string_view name; // "-" for none
};

constexpr row table[] = {
    {"RFC 2183 section 3, the example",
     "Content-Type: image/jpeg\nContent-Disposition: attachment; filename=genome.jpeg\n",
     "genome.jpeg"},
    {"RFC 2183 section 2.10: filename before name",
     "Content-Type: image/jpeg; name=a\nContent-Disposition: attachment; filename=b\n", "b"},
    {"RFC 8621 section 4.1.4: name if there is no filename",
     "Content-Type: image/jpeg; name=a\nContent-Disposition: attachment\n", "a"},
    {"RFC 8621 section 4.1.4: name if there is no disposition",
     "Content-Type: image/jpeg; name=\"a\n b\"\n", "a b"},
    {"an empty filename is ignored",
     "Content-Type: image/jpeg; name=a\nContent-Disposition: attachment; filename=\"\"\n", "a"},
    {"filename of Content-Type, if there is nothing else",
     "Content-Type: a/b; filename=a\nContent-Disposition: attachment\n", "a"},
    {"name of Content-Disposition, if there is nothing else",
     "Content-Type: a/b\nContent-Disposition: attachment; name=a\n", "a"},
    {"both", "Content-Type: a/b; filename=a\nContent-Disposition: attachment; name=b\n", "a"},
    {"a name where it belongs comes first",
     "Content-Type: a/b; filename=a; name=c\nContent-Disposition: attachment; name=b\n", "c"},
    {"RFC 7578 section 4.2: the name of a field is not that of a file",
     "Content-Type: a/b\nContent-Disposition: form-data; name=a\n", "-"},
    {"an empty name is ignored", "Content-Type: image/jpeg; name=\"\"\n", "-"},
    {"RFC 2045 section 5.2: neither of the two fields", "Subject: filename=a\n", "-"},
    {"RFC 2231 section 4", "Content-Disposition: inline; filename*=iso-8859-1''na%EFve\n",
     "na\xC3\xAFve"},
    {"RFC 2047 in a name, as many write", "Content-Type: a/b; name=\"=?utf-8?Q?=C3=AF?=\"\n",
     "\xC3\xAF"},
};

constexpr bool names_are_found() {
    for (auto const& r : table)
        test::with_both_line_endings(r.header, [&](std::string_view text) {
            auto const name = suggested_file_name(entity{message{text}});
            REQUIRE_SAME(r.origin, name.has_value(), r.name != "-");
            if (name) REQUIRE_SAME(r.origin, decoded_parameter{*name} == r.name, true);
        });
    return true;
}
CASE("suggested_file_name: names of parts are found", names_are_found)

} // namespace
