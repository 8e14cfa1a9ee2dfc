// Properties of flowed text: its paragraphs make up the text; LF and CRLF make no difference;
// reading inverts writing.

#include "parts.hpp"

#include <foldwise/mime/flowed_text.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

/// Whether the last line of the paragraph is flowed.
bool ends_flowed(flowed_paragraph const& p) {
    std::string_view last;
    for (auto const l : lines{p.raw()}) last = l.text();
    last.remove_prefix(p.quote_depth());
    if (last.starts_with(' ')) last.remove_prefix(1);
    return last.ends_with(' ') && !p.is_signature_separator();
}

void paragraphs_are_the_text(std::string_view text, delsp spaces) {
    std::size_t passed = 0;
    std::optional<flowed_paragraph> before;
    for (auto const p : flowed_text{text, spaces}) {
        REQUIRE_PROPERTY(!p.raw().empty());
        REQUIRE_PROPERTY(offset_of(text, p.raw()) == passed);
        passed += p.raw().size();
        auto const read = p.to_string();
        REQUIRE_PROPERTY(std::ranges::equal(p, read));
        REQUIRE_PROPERTY(p == read && p.length() == read.size() && p.empty() == read.empty());
        REQUIRE_PROPERTY(!p.contiguous() || *p.contiguous() == read);
        REQUIRE_PROPERTY(read.find('\n') == read.npos);
        REQUIRE_PROPERTY(!p.is_signature_separator() || read == "-- ");
        std::size_t count = 0;
        for (auto const l : lines{p.raw()}) {
            ++count;
            REQUIRE_PROPERTY(l.text().find_first_not_of('>') == l.text().npos
                                 ? l.text().size() == p.quote_depth()
                                 : l.text().find_first_not_of('>') == p.quote_depth());
        }
        REQUIRE_PROPERTY(p.is_flowed() || count == 1);
        // A paragraph ends after a flowed line only where RFC 3676 section 4.1 says so.
        if (before && ends_flowed(*before))
            REQUIRE_PROPERTY(before->quote_depth() != p.quote_depth() ||
                             p.is_signature_separator());
        before = p;
    }
    REQUIRE_PROPERTY(passed == text.size());
}

void lf_and_crlf_read_alike(std::string_view bytes, delsp spaces) {
    auto const lf = fuzz::with_lf(bytes);
    auto const crlf = fuzz::with_crlf(lf);
    auto other = flowed_text{crlf, spaces}.begin();
    for (auto const p : flowed_text{lf, spaces}) {
        REQUIRE_PROPERTY(other != std::default_sentinel);
        auto const same = *other++;
        REQUIRE_PROPERTY(same.to_string() == p.to_string());
        REQUIRE_PROPERTY(same.kind() == p.kind());
        REQUIRE_PROPERTY(same.quote_depth() == p.quote_depth());
    }
    REQUIRE_PROPERTY(other == std::default_sentinel);
}

struct written_paragraph {
    std::string text;
    std::size_t quote_depth;
};

/// Appends a line, space-stuffed if necessary (RFC 3676 sections 4.4 and 4.5) or if `wanted`.
void append_line(std::string& to, std::size_t quote_depth, std::string_view text, bool wanted) {
    to.append(quote_depth, '>');
    bool const must = text.starts_with(' ') || text.starts_with('>') || text.starts_with("From ");
    if (must || wanted) to += ' ';
    to.append(text).append("\r\n");
}

/// Writes paragraphs as in RFC 3676 section 4.2: broken after a space, or anywhere with DelSp=yes.
std::string written(std::vector<written_paragraph> const& paragraphs, delsp spaces,
                    fuzz::dice& die) {
    std::string text;
    for (auto const& p : paragraphs) {
        std::string_view rest = p.text;
        while (!rest.empty()) {
            auto size = 1 + die.roll(20);
            if (spaces == delsp::no) size = rest.find(' ', size - 1) + 1; // 0: none
            if (size == 0 || size >= rest.size()) break;
            std::string line{rest.substr(0, size)};
            if (spaces == delsp::yes) line += ' ';
            // This would be a signature separator: do not break the rest of the paragraph.
            if (line == "-- ") break;
            append_line(text, p.quote_depth, line, die.roll(1) == 0);
            rest.remove_prefix(size);
        }
        append_line(text, p.quote_depth, rest, die.roll(1) == 0);
    }
    return text;
}

/// Writes each line of `bytes` as a paragraph, without spaces at its end, and reads them again.
void reading_inverts_writing(std::string_view bytes, delsp spaces) {
    fuzz::dice die{bytes};
    std::vector<written_paragraph> paragraphs;
    for (auto const l : lines{bytes}) {
        std::string text{l.text()};
        while (text.ends_with(' ')) text.pop_back(); // section 4.2
        if (text.ends_with('\r')) text += '.';
        paragraphs.push_back({text, die.roll(2)});
    }
    auto const text = written(paragraphs, spaces, die);
    auto next = paragraphs.begin();
    for (auto const p : flowed_text{text, spaces}) {
        REQUIRE_PROPERTY(next != paragraphs.end());
        REQUIRE_PROPERTY(p.to_string() == next->text);
        REQUIRE_PROPERTY(p.quote_depth() == next->quote_depth);
        ++next;
    }
    REQUIRE_PROPERTY(next == paragraphs.end());
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    fuzz::try_one_of(dice, std::array{delsp::no, delsp::yes}, [bytes](delsp spaces) {
        paragraphs_are_the_text(bytes, spaces);
        fuzz::passes_agree(flowed_text{bytes, spaces});
        lf_and_crlf_read_alike(bytes, spaces);
        reading_inverts_writing(bytes, spaces);
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
