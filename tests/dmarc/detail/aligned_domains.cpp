#include <foldwise/dmarc/detail/aligned_domains.hpp>

#include "../../support.hpp"

namespace {

using foldwise::a_label_converter;
using foldwise::alignment_finding;
using foldwise::alignment_options;
using foldwise::dmarc_alignment_mode;
using foldwise::domain_name;
using foldwise::optional;
using foldwise::organizational_domain_by;
using foldwise::detail::alignment_reference;
using foldwise::detail::compare_domains;
using foldwise::detail::organizational_size;
using foldwise::detail::with_a_labels;
using enum foldwise::alignment_finding;

/// Answers as the first label says.
constexpr auto answers = [](std::string_view domain) -> optional<std::string_view> {
    if (domain.starts_with("none.")) return std::nullopt;
    if (domain.starts_with("empty.")) return std::string_view{};
    if (domain.starts_with("label.")) return domain.substr(domain.rfind('.') + 1);
    if (domain.starts_with("dot.")) return domain.substr(domain.find('.'));
    if (domain.starts_with("inside.")) return domain.substr(2);
    if (domain.starts_with("other.")) return std::string_view{"c.example"};
    if (domain.starts_with("longer.")) return std::string_view{"x.longer.b.example"};
    if (domain.starts_with("case.")) return std::string_view{"B.Example"};
    if (domain.starts_with("itself.")) return domain;
    return std::string_view{"b.example"};
};
constexpr organizational_domain_by finder{answers};

/// Converts one name; makes one that is not ASCII of another, and none of the others.
class converter final : public a_label_converter {
  public:
    constexpr optional<domain_name> convert(domain_name const& name) const noexcept override {
        if (name.text() == "\xC3\xBC.b.example") return domain_name::read("xn--tda.b.example");
        if (name.text() == "\xC3\xA9.b.example") return name;
        return std::nullopt;
    }
};
constexpr converter convert;

struct answer_row {
    std::string_view domain;
    std::size_t size;
};

constexpr answer_row answer_table[] = {
    {"x.b.example", 9},       {"b.example", 9},        {"case.b.example", 9},
    {"itself.b.example", 16}, {"none.b.example", 0},   {"empty.b.example", 0},
    {"label.b.example", 0},   {"dot.b.example", 0},    {"inside.b.example", 0},
    {"other.b.example", 0},   {"longer.b.example", 0}, {"example", 0},
};

constexpr bool only_the_end_of_the_domain_is_an_answer() {
    alignment_options const options{.organizational_domain = &finder};
    for (auto const& row : answer_table) {
        auto const name = *domain_name::read(row.domain);
        REQUIRE_SAME(row.domain, organizational_size(name, options), row.size);
        REQUIRE_SAME(row.domain, organizational_size(name, {}), std::size_t{0});
    }
    return true;
}
CASE("aligned_domains: only the domain or an end of it is an organizational domain",
     only_the_end_of_the_domain_is_an_answer)

struct pair_row {
    std::string_view author;
    std::string_view checked;
    alignment_finding relaxed;
    alignment_finding strict;
    alignment_finding without_finder;
};

constexpr pair_row pair_table[] = {
    {"b.example", "b.example", strict_alignment, strict_alignment, strict_alignment},
    {"none.b.example", "none.b.example", strict_alignment, strict_alignment, strict_alignment},
    {"x.b.example", "b.example", relaxed_alignment, domains_differ, organizational_domain_unknown},
    {"x.b.example", "y.b.example", relaxed_alignment, domains_differ,
     organizational_domain_unknown},
    {"x.b.example", "case.b.example", relaxed_alignment, domains_differ,
     organizational_domain_unknown},
    {"x.b.example", "itself.b.example", domains_differ, domains_differ,
     organizational_domain_unknown},
    {"x.b.example", "none.b.example", organizational_domain_unknown, domains_differ,
     organizational_domain_unknown},
    {"none.b.example", "x.b.example", organizational_domain_unknown, domains_differ,
     organizational_domain_unknown},
    {"other.b.example", "c.example", organizational_domain_unknown, domains_differ,
     organizational_domain_unknown},
    {"\xC3\xBC.b.example", "\xC3\xBC.b.example", strict_alignment, strict_alignment,
     strict_alignment},
    {"\xC3\xBC.b.example", "xn--tda.b.example", identifier_needs_converter,
     identifier_needs_converter, identifier_needs_converter},
    {"xn--tda.b.example", "\xC3\xBC.b.example", identifier_needs_converter,
     identifier_needs_converter, identifier_needs_converter},
    {"\xC3\xBC.b.example", "\xC3\x9C.b.example", identifier_needs_converter,
     identifier_needs_converter, identifier_needs_converter}, // other case
    {"\xC3\xBC.b.example", "b.example", identifier_needs_converter, identifier_needs_converter,
     identifier_needs_converter},
};

constexpr alignment_finding compare(pair_row const& row, dmarc_alignment_mode mode,
                                    alignment_options const& options) {
    alignment_reference author{domain_name::read(row.author)};
    author.organizational_size = organizational_size(*author.name, options);
    return compare_domains(author, *domain_name::read(row.checked), mode, options);
}

constexpr bool pairs() {
    alignment_options const options{.organizational_domain = &finder};
    for (auto const& row : pair_table) {
        auto const relaxed = compare(row, dmarc_alignment_mode::relaxed, options);
        REQUIRE_SAME(row.checked, name_of(relaxed), name_of(row.relaxed));
        auto const strict = compare(row, dmarc_alignment_mode::strict, options);
        REQUIRE_SAME(row.checked, name_of(strict), name_of(row.strict));
        auto const without = compare(row, dmarc_alignment_mode::relaxed, {});
        REQUIRE_SAME(row.checked, name_of(without), name_of(row.without_finder));
    }
    REQUIRE_TRUE(compare_domains({}, *domain_name::read("b.example"), dmarc_alignment_mode::relaxed,
                                 options) == without_author);
    return true;
}
CASE("aligned_domains: strict and relaxed", pairs)

constexpr bool conversions() {
    alignment_options const options{.converter = &convert};
    auto const u_label = *domain_name::read("\xC3\xBC.b.example");
    auto const ascii = *domain_name::read("b.example");
    REQUIRE_TRUE(with_a_labels(u_label, options)->text() == "xn--tda.b.example");
    REQUIRE_TRUE(*with_a_labels(u_label, {}) == u_label);
    REQUIRE_TRUE(*with_a_labels(ascii, options) == ascii);
    REQUIRE_TRUE(!with_a_labels(*domain_name::read("\xC3\xA9.b.example"), options));
    REQUIRE_TRUE(!with_a_labels(*domain_name::read("\xC3\xA8.b.example"), options));
    return true;
}
CASE("aligned_domains: an answer of the converter is ASCII", conversions)

} // namespace
