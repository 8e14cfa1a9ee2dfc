#include <foldwise/lists/detail/keyword_field.hpp>

#include "../../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

constexpr foldwise::detail::keyword<int> words[] = {{"one", 1}, {"two", 2}};

class number : public foldwise::detail::keyword_field<number, words> {
  public:
    constexpr number() = default;
    constexpr int value() const noexcept { return meaning(); }
};

static_assert(foldwise::reads_fields<number>);

constexpr bool one_of_the_words() {
    REQUIRE_TRUE(number::read(" Two\r\n (a)")->value() == 2);
    REQUIRE_TRUE(number::read(foldwise::field{"Number: one\n"})->raw() == " one");
    REQUIRE_TRUE(!number::read("one")->deviation());
    REQUIRE_TRUE(number::read(" three").error() ==
                 foldwise::diagnostic{foldwise::diagnostic_code::keyword_malformed, 1, 5});
    return true;
}
CASE("keyword_field: one of the words, or no value", one_of_the_words)

} // namespace
