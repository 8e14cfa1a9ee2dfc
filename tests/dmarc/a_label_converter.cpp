#include <foldwise/dmarc/a_label_converter.hpp>

#include "../support.hpp"

namespace {

using foldwise::a_label_converter;
using foldwise::domain_name;
using foldwise::optional;

/// Knows one name.
class of_books final : public a_label_converter {
  public:
    constexpr optional<domain_name> convert(domain_name const& name) const noexcept override {
        bool const is_known = name.text() == "b\xC3\xBC"
                                             "cher.example";
        return is_known ? domain_name::read("xn--bcher-kva.example") : std::nullopt;
    }
};

constexpr bool a_converter_of_the_caller() {
    of_books const books;
    a_label_converter const& converter = books;
    auto const name = domain_name::read("B\xC3\xBC"
                                        "cher.Example");
    REQUIRE_TRUE(converter.convert(*name)->text() == "xn--bcher-kva.example");
    REQUIRE_TRUE(!converter.convert(*domain_name::read("\xC3\xBC.example")));
    return true;
}
CASE("a_label_converter: the caller supplies one", a_converter_of_the_caller)

} // namespace
