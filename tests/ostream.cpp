#include <foldwise/ostream.hpp>

#include <foldwise/foldwise.hpp>

#include "support.hpp"

#include <iomanip>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

template <class T>
std::string written(T const& value) {
    std::ostringstream out;
    out << std::setfill('.') << std::setw(12) << value << '|';
    return out.str();
}

template <class T>
concept can_be_written = requires(std::ostream& out, T const& value) { out << value; };

struct other_type {
    void append_to(std::string&) const {}
};
static_assert(can_be_written<foldwise::unfolded> && can_be_written<foldwise::decoded_text>);
static_assert(!can_be_written<other_type> && !can_be_written<foldwise::message>);
static_assert(!can_be_written<std::vector<foldwise::unfolded>>);

} // namespace

TEST_CASE("ostream: texts and values are written as to_string() returns them") {
    foldwise::message const m{"From: A <a@b.c>\nSubject: =?utf-8?q?=C3=A9?=\n z\n"
                              "Date: Mon, 15 Dec 2014 10:00:00 +0100\n\n"};
    CHECK(written(m.header().find("Subject")->value()) == "=?utf-8?q?=C3=A9?= z|");
    CHECK(written(*foldwise::get<"Subject">(m)) == "........\u00e9 z|");
    for (auto const author : foldwise::get<"From">(m)->mailboxes())
        CHECK(written(author) == ".......a@b.c|");
    auto const date = *foldwise::get<"Date">(m);
    CHECK(written(date) == date.to_string() + '|');
    foldwise::diagnostic const nul{foldwise::diagnostic_code::nul, 7, 1};
    CHECK(written(nul) == to_string(nul) + '|');
}
