#include <foldwise/format.hpp>

#include "support.hpp"

#if defined(__cpp_lib_format)

#include <foldwise/foldwise.hpp>

#include <string>
#include <vector>

namespace {

struct other_type {
    void append_to(std::string&) const {}
};
template <class T>
constexpr bool has_formatter = std::is_default_constructible_v<std::formatter<T, char>>;
static_assert(has_formatter<foldwise::unfolded> && has_formatter<foldwise::mailbox>);
static_assert(!has_formatter<other_type> && !has_formatter<foldwise::message>);

} // namespace

TEST_CASE("format: texts and values are formatted as the strings that to_string() returns") {
    foldwise::message const m{"From: A <a@b.c>\nSubject: =?utf-8?q?=C3=A9?=\n z\n"
                              "Date: Mon, 15 Dec 2014 10:00:00 +0100\n\n"};
    auto const subject = m.header().find("Subject")->value();
    CHECK(std::format("{}|", subject) == "=?utf-8?q?=C3=A9?= z|");
    CHECK(std::format("{:.>22}|", subject) == "..=?utf-8?q?=C3=A9?= z|");
    CHECK(std::format("{:.4}|", subject) == "=?ut|");
    CHECK(std::format("{:5}|", *foldwise::get<"Subject">(m)) == "\u00e9 z  |");
    for (auto const author : foldwise::get<"From">(m)->mailboxes())
        CHECK(std::format("{:^7}|", author) == " a@b.c |");
    auto const date = *foldwise::get<"Date">(m);
    CHECK(std::format("{}", date) == date.to_string());
    foldwise::diagnostic const nul{foldwise::diagnostic_code::nul, 7, 1};
    CHECK(std::format("{}", nul) == to_string(nul));
}

#endif
