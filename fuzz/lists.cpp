// Properties of the fields of mailing lists and automatic mail: elements come in order and are
// inside the value; both passes over a list agree; an identifier or a URI that is written again is
// the same; problems are inside the value; LF and CRLF make no difference.

#include "parts.hpp"
#include "properties.hpp"

#include <foldwise/lists.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace {

using namespace foldwise;

/// Checks a value whose grammar can fail.
template <class T>
void is_read(std::string_view value) {
    auto const read = T::read(value);
    if (!read) {
        fuzz::covered_by(value, read.error());
        return;
    }
    REQUIRE_PROPERTY(read->raw().data() == value.data() && read->raw().size() == value.size());
    fuzz::problems_lie_in(value, *read);
}

void uris_come_in_order(std::string_view value) {
    list_uris const list{value};
    fuzz::problems_lie_in(value, list);
    fuzz::parts_in_order parts{value};
    std::size_t count = 0;
    for (auto const uri : list) {
        ++count;
        parts.take(uri ? uri->raw() : fuzz::covered_by(value, uri.error()));
        if (!uri) continue;
        auto const text = uri->text().to_string();
        REQUIRE_PROPERTY(!text.empty() && text.find_first_of(" \t\r\n<>") == text.npos);
        auto const scheme = uri->scheme().to_string();
        REQUIRE_PROPERTY(!scheme.empty() && text.starts_with(scheme + ':'));
        REQUIRE_PROPERTY(uri->has_scheme(scheme) && list.find(scheme).has_value());
        if (uri->deviation()) fuzz::covered_by(value, *uri->deviation());
        auto const written = std::string{"<"}.append(text).append(">");
        list_uris const again{written};
        REQUIRE_PROPERTY(!again.empty() && *again.begin());
        REQUIRE_PROPERTY((*again.begin())->text() == text);
    }
    auto const second = std::ranges::count_if(list, [](auto const&) { return true; });
    REQUIRE_PROPERTY(static_cast<std::size_t>(second) == count && list.empty() == (count == 0));
}

void an_identifier_is_the_same_again(std::string_view value) {
    is_read<list_id>(value);
    auto const id = list_id::read(value);
    if (!id) return;
    auto const text = id->text().to_string();
    REQUIRE_PROPERTY(!text.empty() && text.find_first_of(" \t\r\n") == text.npos);
    REQUIRE_PROPERTY(id->is(text));
    auto const written = std::string{"<"}.append(text).append(">");
    if (encoded_word_size(text) != 0) return; // it is not one word only because of white space
    auto const again = list_id::read(written);
    REQUIRE_PROPERTY(again && *again == *id && again->is(*id));
    REQUIRE_PROPERTY(std::hash<list_id>{}(*again) == std::hash<list_id>{}(*id));
}

void phrases_come_in_order(std::string_view value) {
    phrase_list const list{value};
    fuzz::problems_lie_in(value, list);
    fuzz::parts_in_order parts{value};
    for (auto const p : list) {
        parts.take(p.raw());
        auto const text = p.to_string();
        REQUIRE_PROPERTY(std::ranges::equal(p, text) && p == text && p.length() == text.size());
        REQUIRE_PROPERTY(!p.contiguous() || *p.contiguous() == text);
    }
}

void words_are_read(std::string_view value) {
    is_read<archived_at>(value);
    is_read<auto_submitted>(value);
    is_read<importance>(value);
    is_read<one_click>(value);
    is_read<precedence>(value);
    is_read<priority>(value);
    is_read<x_msmail_priority>(value);
    is_read<x_priority>(value);
    if (auto const read = auto_submitted::read(value)) {
        fuzz::parts_in_order parts{value};
        parts.take(read->word());
        parts.take(read->parameters());
        REQUIRE_PROPERTY(read->is(read->word()));
        REQUIRE_PROPERTY(read->is("no") == !read->is_automatic());
    }
}

std::string summary(std::string_view value) {
    std::string text;
    list_uris const uris{value};
    for (auto const uri : uris) {
        text.append(uri ? uri->text().to_string() : std::string{uri.error().name()}) += '|';
        if (uri && uri->comment()) text.append(uri->comment()->to_string()) += '|';
    }
    text.append(uris.says_no() ? "NO" : "");
    fuzz::append_problems(text, uris);
    if (auto const id = list_id::read(value)) {
        text += id->text().to_string();
        if (id->description()) text.append("|").append(id->description()->to_string());
        fuzz::append_problems(text, *id);
    }
    phrase_list const phrases{value};
    for (auto const p : phrases) text.append("|").append(p.to_string());
    fuzz::append_problems(text, phrases);
    if (auto const read = auto_submitted::read(value)) text.append("|").append(read->word());
    if (auto const read = x_priority::read(value)) text += std::to_string(read->number());
    if (one_click::read(value)) text += "one-click";
    return text;
}

void properties_of(std::string_view value) {
    fuzz::dice dice{value};
    fuzz::try_one(
        dice, [value] { uris_come_in_order(value); },
        [value] { an_identifier_is_the_same_again(value); },
        [value] { phrases_come_in_order(value); }, [value] { words_are_read(value); },
        [value] {
            auto const lf = fuzz::as_value(value);
            REQUIRE_PROPERTY(summary(lf) == summary(fuzz::with_crlf(lf)));
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
