// Properties of tag lists and DKIM signatures: no octet is lost; tags and problems come in order;
// LF and CRLF make no difference; a list that is written from its tags has the same tags.

#include "parts.hpp"

#include <foldwise/auth/tag_list.hpp>
#include <foldwise/dkim/dkim_signature.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace foldwise;

void a_tag_agrees_with_itself(tag const& t) {
    auto const value = t.value().to_string();
    REQUIRE_PROPERTY(!t.name().empty());
    REQUIRE_PROPERTY(t.raw().find(';') == std::string_view::npos);
    REQUIRE_PROPERTY(t.raw().ends_with(t.raw_value()));
    REQUIRE_PROPERTY(t.name().find_first_of("= \t\r\n") == std::string_view::npos);
    REQUIRE_PROPERTY(value.find_first_of("\r\n") == value.npos);
    auto without_fws = value;
    std::erase_if(without_fws, [](char octet) { return wsp.contains(octet); });
    auto const text = t.value_without_fws();
    REQUIRE_PROPERTY(text == without_fws);
    REQUIRE_PROPERTY(text.to_string() == without_fws);
    REQUIRE_PROPERTY(text.length() == without_fws.size());
    REQUIRE_PROPERTY(text.empty() == without_fws.empty());
    REQUIRE_PROPERTY(std::ranges::equal(text, without_fws));
    REQUIRE_PROPERTY(!text.contiguous() || *text.contiguous() == without_fws);
}

void elements_are_the_list(std::string_view bytes) {
    std::size_t passed = 0;
    for (auto const element : tag_list{bytes}) {
        auto const offset = element ? offset_of(bytes, element->raw()) : element.error().offset;
        auto const length = element ? element->raw().size() : element.error().length;
        REQUIRE_PROPERTY(offset == passed);
        REQUIRE_PROPERTY(length <= bytes.size() - offset);
        passed = offset + length;
        REQUIRE_PROPERTY(passed == bytes.size() || bytes[passed] == ';');
        if (passed < bytes.size()) ++passed;
        if (element) a_tag_agrees_with_itself(*element);
    }
    REQUIRE_PROPERTY(trim_fws(bytes.substr(passed)).empty());
}

void finding_agrees_with_looking(tag_list const& list) {
    std::size_t names = 0;
    for (auto const wanted : list) {
        if (!wanted || ++names > 4) continue;
        auto const found = list.find(wanted->name());
        bool const is_first = found && found->raw().data() == wanted->raw().data();
        REQUIRE_PROPERTY(!found || found->name() == wanted->name());
        if (is_first) continue;
        // An earlier tag has the name. Its value may be malformed.
        auto const again = list.find_duplicate({wanted->name()});
        REQUIRE_PROPERTY(again && again->code == diagnostic_code::tag_duplicate);
    }
    std::optional<diagnostic> first;
    list.diagnose([&first](diagnostic const& problem) {
        if (!first && problem.code == diagnostic_code::tag_duplicate) first = problem;
    });
    REQUIRE_PROPERTY(first == list.find_duplicate());
}

void lf_and_crlf_read_alike(std::string_view bytes) {
    auto const lf_bytes = fuzz::with_lf(bytes);
    auto const crlf_bytes = fuzz::with_crlf(lf_bytes);
    tag_list const crlf{crlf_bytes};
    auto other = crlf.begin();
    for (auto const element : tag_list{lf_bytes}) {
        REQUIRE_PROPERTY(other != crlf.end());
        auto const same = *other++;
        REQUIRE_PROPERTY(element.has_value() == same.has_value());
        if (!element) {
            REQUIRE_PROPERTY(element.error().code == same.error().code);
            continue;
        }
        REQUIRE_PROPERTY(element->name() == same->name());
        REQUIRE_PROPERTY(element->value().to_string() == same->value().to_string());
        REQUIRE_PROPERTY(element->raw() == fuzz::with_lf(same->raw()));
    }
    REQUIRE_PROPERTY(other == crlf.end());
}

void the_list_written_again_has_the_same_tags(tag_list const& list) {
    std::string written;
    for (auto const element : list)
        if (element)
            written.append(element->name()).append("=").append(element->value().to_string()) += ';';
    tag_list const again{written};
    auto other = again.begin();
    for (auto const element : list) {
        if (!element) continue;
        REQUIRE_PROPERTY(other != again.end());
        auto const same = *other++;
        REQUIRE_PROPERTY(same && same->name() == element->name());
        REQUIRE_PROPERTY(same->value() == element->value().to_string());
    }
    REQUIRE_PROPERTY(other == again.end());
}

void what_a_signature_says_is_in_the_value(std::string_view bytes) {
    dkim_signature const s{bytes};
    std::size_t missing = 0;
    s.diagnose([&](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset <= bytes.size());
        REQUIRE_PROPERTY(problem.length <= bytes.size() - problem.offset);
        missing += problem.code == diagnostic_code::tag_missing ? 1u : 0u;
    });
    REQUIRE_PROPERTY(missing <= 7);
    REQUIRE_PROPERTY(s.raw() == bytes && s.deviation() == gravest_of(s));
    for (auto const name : s.header_names()) {
        if (!name) continue;
        REQUIRE_PROPERTY(offset_of(bytes, *name) < bytes.size());
        REQUIRE_PROPERTY(s.lists(*name));
        break; // one is enough: signs() is linear
    }
    if (auto const b = s.signature()) {
        auto const text = b->to_string();
        REQUIRE_PROPERTY(!text.empty() && text.find_first_of(" \t\r\n") == text.npos);
    }
    if (auto const i = s.identity()) REQUIRE_PROPERTY(!i->domain.empty());
    if (auto const d = s.domain()) REQUIRE_PROPERTY(d->find('.') != d->npos && s.is_domain(*d));
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    elements_are_the_list(bytes);
    fuzz::try_one(
        dice, [bytes] { finding_agrees_with_looking(tag_list{bytes}); },
        [bytes] {
            fuzz::passes_agree(tag_list{bytes});
            lf_and_crlf_read_alike(bytes);
            the_list_written_again_has_the_same_tags(tag_list{bytes});
        },
        [bytes] { what_a_signature_says_is_in_the_value(bytes); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
