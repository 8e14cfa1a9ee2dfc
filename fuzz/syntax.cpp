// Properties of tokens: with the white space between them, they make up the value; nothing inside a
// comment is a token; comments() finds the same comments; the text of words is the same in every
// way; white space in place of a fold makes no difference; paths and addresses of hosts are parts
// of the value.

#include "parts.hpp"
#include "properties.hpp"

#include <foldwise/syntax.hpp>
#include <foldwise/trace/delivered_to.hpp>
#include <foldwise/trace/path.hpp>
#include <foldwise/trace/tcp_info.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

bool is_fws(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

template <class Text>
void is_one_text(Text const& text) {
    auto const whole = text.to_string();
    REQUIRE_PROPERTY(std::ranges::equal(text, whole) && text == whole);
    REQUIRE_PROPERTY(text.length() == whole.size() && text.empty() == whole.empty());
    REQUIRE_PROPERTY(!text.contiguous() || *text.contiguous() == whole);
    std::string joined;
    for (auto const piece : text.pieces()) {
        REQUIRE_PROPERTY(!piece.empty());
        joined += piece;
    }
    REQUIRE_PROPERTY(joined == whole);
}

std::vector<token> tokens_of(std::string_view value) {
    std::vector<token> all;
    lexer in{value};
    for (auto next = in.next(); !next.is(token_kind::end); next = in.next()) all.push_back(next);
    REQUIRE_PROPERTY(in.rest().empty() && in.position() == value.size());
    return all;
}

void a_token_is_what_it_says(token const& t) {
    auto const raw = t.raw();
    REQUIRE_PROPERTY(!raw.empty());
    switch (t.kind()) {
    case token_kind::special: REQUIRE_PROPERTY(raw.size() == 1 && t.is(raw[0])); break;
    case token_kind::quoted_string: REQUIRE_PROPERTY(raw[0] == '"'); break;
    case token_kind::domain_literal: REQUIRE_PROPERTY(raw[0] == '['); break;
    case token_kind::comment: REQUIRE_PROPERTY(raw[0] == '('); break;
    case token_kind::atom: REQUIRE_PROPERTY(t.text() == raw); break;
    case token_kind::end: REQUIRE_PROPERTY(false); break;
    }
    REQUIRE_PROPERTY(t.text().length() <= raw.size());
    is_one_text(t.text());
    lexer alone{raw};
    auto const again = alone.next();
    REQUIRE_PROPERTY(again.kind() == t.kind() && again.raw() == raw && alone.rest().empty());
    REQUIRE_PROPERTY(again.is_closed() == t.is_closed());
}

void tokens_are_the_value(std::string_view value) {
    fuzz::parts_in_order parts{value};
    std::size_t comment_count = 0;
    for (auto const& t : tokens_of(value)) {
        REQUIRE_PROPERTY(is_fws(parts.take(t.raw())));
        if (!t.is_closed()) REQUIRE_PROPERTY(parts.rest().empty());
        a_token_is_what_it_says(t);
        if (t.is(token_kind::comment)) ++comment_count;
    }
    REQUIRE_PROPERTY(is_fws(parts.rest()));
    comments const all{value};
    fuzz::parts_in_order of_comments{value};
    for (auto const comment : all) {
        of_comments.take(comment.raw());
        REQUIRE_PROPERTY(comment.is(token_kind::comment));
    }
    // An encoded-word may hold a comment's octets, and is one atom.
    auto const count =
        static_cast<std::size_t>(std::ranges::count_if(all, [](auto) { return true; }));
    if (value.find("=?") == value.npos) REQUIRE_PROPERTY(count == comment_count);
    REQUIRE_PROPERTY(all.first().has_value() == (count != 0));
    fuzz::passes_agree(all);
}

void words_are_one_text(std::string_view value) {
    is_one_text(phrase{value});
    is_one_text(word_text<word_gap::none>{value});
    is_one_text(token_text{value});
    is_one_text(unspaced{value});
    REQUIRE_PROPERTY(unspaced{value}.to_string().find_first_of("\r\n") == std::string::npos ||
                     is_fws(value.substr(value.find_last_not_of(" \t\r\n") + 1)));
}

void hosts_are_in_the_value(std::string_view value) {
    if (auto const address = ip_address::read(value)) {
        REQUIRE_PROPERTY(value.ends_with(address->text));
        REQUIRE_PROPERTY(ip_address::read(address->text) == address);
        bool const has_colon = address->text.find(':') != std::string_view::npos;
        REQUIRE_PROPERTY(has_colon == (address->version == ip_version::v6));
    }
    tcp_info const info{value};
    if (info.host()) fuzz::parts_in_order{value}.take(*info.host());
    if (info.helo()) fuzz::parts_in_order{value}.take(*info.helo());
    if (info.address()) fuzz::parts_in_order{value}.take(info.address()->text);
    if (auto const read = path::read(value)) {
        fuzz::problems_lie_in(value, *read);
        REQUIRE_PROPERTY(read->is_null() == !read->addr_spec());
        if (read->addr_spec()) fuzz::parts_in_order{value}.take(read->addr_spec()->raw());
    } else {
        fuzz::covered_by(value, read.error());
    }
    if (auto const read = delivered_to::read(value)) {
        fuzz::problems_lie_in(value, *read);
        fuzz::parts_in_order{value}.take(read->addr_spec().raw());
    } else {
        fuzz::covered_by(value, read.error());
    }
}

/// The kinds and texts of the tokens.
std::string summary(std::string_view value) {
    std::string text;
    for (auto const& t : tokens_of(value)) {
        text += static_cast<char>('a' + static_cast<int>(t.kind()));
        t.text().append_to(text);
        text += t.is_closed() ? '|' : '-';
    }
    return text;
}

void folds_are_white_space(std::string_view value) {
    auto const lf = fuzz::as_value(value);
    REQUIRE_PROPERTY(summary(lf) == summary(fuzz::with_crlf(lf)));
    auto const whole = unfolded{lf}.to_string();
    // A backslash quotes the first octet after a fold, or of the fold.
    if (whole.find('\\') == whole.npos) REQUIRE_PROPERTY(summary(lf) == summary(whole));
}

void properties_of(std::string_view value) {
    fuzz::dice dice{value};
    tokens_are_the_value(value);
    fuzz::try_one(
        dice, [value] { words_are_one_text(value); }, [value] { hosts_are_in_the_value(value); },
        [value] { folds_are_white_space(value); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
