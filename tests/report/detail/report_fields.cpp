#include <foldwise/report/detail/report_fields.hpp>

#include "../../support.hpp"

#include <iterator>
#include <optional>

namespace {

using namespace foldwise;

/// A value of one letter. An upper case letter is a deviation.
struct letter {
    char value;
    bool is_upper;
    constexpr std::optional<diagnostic> deviation() const {
        if (!is_upper) return std::nullopt;
        return diagnostic{diagnostic_code::bare_cr, 0, 2};
    }
};

constexpr result<letter> read_letter(std::string_view value) noexcept {
    auto const text = trim_fws(value);
    if (text.size() != 1) return diagnostic{diagnostic_code::nul, 1, value.size()};
    return letter{text[0], text[0] >= 'A' && text[0] <= 'Z'};
}

/// A report whose fields have letters as their values.
class letters : public detail::report_fields {
  public:
    constexpr letters() = default;
    constexpr letters(std::string_view body, std::string_view fields)
        : report_fields{body, header_section{fields}} {}

    constexpr result<letter> get(std::string_view name) const {
        return read_with<letter>(name, read_letter);
    }
    constexpr std::optional<unfolded> text_of(std::string_view name) const { return text(name); }

    template <class Report>
    constexpr void diagnose(Report&& report) const {
        check("A", get("A"), report);
        require("B", get("B"), report);
        check_once("C", report);
    }
};

static_assert(std::is_trivially_copyable_v<letters>);

constexpr std::string_view body = "x\n\na: q\nC: 1\n2\nB: long\nA: Q\nC:\n 3\nC: 4";

constexpr bool the_first_field_is_read() {
    auto const fields = body.substr(3);
    letters const all{body, fields};
    REQUIRE_TRUE(all.fields().raw() == fields);
    REQUIRE_TRUE(all.get("A")->value == 'q' && *all.text_of("c") == "1");
    REQUIRE_TRUE(all.get("b").error() ==
                 diagnostic{diagnostic_code::nul, body.find(" long") + 1, 5});
    REQUIRE_TRUE(all.get("D").error() ==
                 diagnostic{diagnostic_code::field_missing, body.size(), 0});
    REQUIRE_TRUE(!all.text_of("D") && !letters{}.text_of("A"));
    REQUIRE_TRUE(letters{}.get("A").error() == diagnostic{diagnostic_code::field_missing, 0, 0});
    letters const few{body, body.substr(3, 5)};
    REQUIRE_TRUE(few.get("B").error() == diagnostic{diagnostic_code::field_missing, 8, 0});
    return true;
}
CASE("report_fields: the first field of a name is read", the_first_field_is_read)

constexpr bool problems_are_reported() {
    using enum diagnostic_code;
    diagnostic const wanted[] = {
        {report_field_duplicate, body.find("A: Q"), 5},
        {nul, body.find(" long") + 1, 5},
        {report_field_duplicate, body.find("C:\n"), 6},
        {report_field_duplicate, body.find("C: 4"), 4},
    };
    std::size_t count = 0;
    letters{body, body.substr(3)}.diagnose([&](diagnostic const& found) {
        REQUIRE_TRUE(count < std::size(wanted) && found == wanted[count]);
        ++count;
    });
    REQUIRE_TRUE(count == std::size(wanted));

    constexpr std::string_view upper = "A: Q\n";
    count = 0;
    letters{upper, upper}.diagnose([&](diagnostic const& found) {
        REQUIRE_TRUE(found == (count == 0 ? diagnostic{bare_cr, 2, 2}
                                          : diagnostic{field_missing, upper.size(), 0}));
        ++count;
    });
    REQUIRE_TRUE(count == 2);
    return true;
}
CASE("report_fields: problems and their offsets", problems_are_reported)

} // namespace
