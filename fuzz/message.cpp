// Properties of a message: nothing is lost; the views agree with each other and with the simplest
// possible code; a message that arrives in pieces is read as the whole; LF and CRLF make no
// difference.

#include "parts.hpp"

#include <foldwise/base/utf8.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/indexed_message.hpp>
#include <foldwise/message/message.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace {

using namespace foldwise;

/// Unfolding, character by character.
std::string plainly_unfolded(std::string_view raw) {
    std::string text;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        auto const rest = raw.substr(i);
        auto const ending = rest.starts_with("\r\n") ? 2u : rest.starts_with('\n') ? 1u : 0u;
        bool const folded =
            ending != 0 && ending < rest.size() && (rest[ending] == ' ' || rest[ending] == '\t');
        if (folded)
            i += ending - 1;
        else
            text += raw[i];
    }
    return text;
}

void an_unfolded_text_reads_the_same_in_every_way(unfolded const& text) {
    auto const wanted = plainly_unfolded(text.raw());
    REQUIRE_PROPERTY(text == wanted);
    REQUIRE_PROPERTY(text.to_string() == wanted);
    REQUIRE_PROPERTY(text.length() == wanted.size());
    REQUIRE_PROPERTY(std::ranges::equal(text, wanted));
    std::string joined;
    std::size_t pieces = 0;
    for (auto const piece : text.pieces()) {
        REQUIRE_PROPERTY(!piece.empty());
        joined += piece;
        ++pieces;
    }
    REQUIRE_PROPERTY(joined == wanted);
    REQUIRE_PROPERTY(text.contiguous().has_value() == (pieces < 2));
    REQUIRE_PROPERTY(!text.contiguous() || *text.contiguous() == wanted);
}

void the_parts_of_a_field_are_its_octets(field const& f) {
    auto const raw = f.raw();
    auto const value = f.raw_value();
    auto const value_at = offset_of(raw, value);
    auto const ending = raw.substr(value_at + value.size());
    REQUIRE_PROPERTY(ending.empty() || ending == "\n" || ending == "\r\n");
    REQUIRE_PROPERTY(!value.ends_with('\n') || ending.empty());
    REQUIRE_PROPERTY(f.has_name() == !f.name().empty());
    if (f.has_name()) {
        auto const mark = f.has_byte_order_mark() ? utf8_byte_order_mark.size() : 0;
        REQUIRE_PROPERTY(raw.substr(mark).starts_with(f.name()));
        REQUIRE_PROPERTY(mark == 0 || raw.starts_with(utf8_byte_order_mark));
        REQUIRE_PROPERTY(scan::not_in(ftext, f.name(), 0) == f.name().size());
        auto const name_end = mark + f.name().size();
        auto const between = raw.substr(name_end, value_at - name_end);
        REQUIRE_PROPERTY(between.ends_with(':'));
        REQUIRE_PROPERTY(scan::not_in(wsp, between, 0) == between.size() - 1);
    } else {
        REQUIRE_PROPERTY(value_at == 0);
    }
    std::string lines;
    for (auto const l : f.lines()) lines += l.raw();
    REQUIRE_PROPERTY(lines == raw);

    auto const trimmed = f.value().to_string();
    auto whole = plainly_unfolded(value);
    auto const first = whole.find_first_not_of(" \t");
    auto const last = whole.find_last_not_of(" \t");
    REQUIRE_PROPERTY(trimmed == (first == whole.npos ? "" : whole.substr(first, last + 1 - first)));
    an_unfolded_text_reads_the_same_in_every_way(f.value());
    an_unfolded_text_reads_the_same_in_every_way(unfolded{value});
}

void finding_agrees_with_looking(header_section const& header) {
    field_slot room[3];
    field_index const index{header, room};
    for (auto const wanted : header) {
        auto const [one, other] = header.find_many(wanted.name(), "Subject");
        REQUIRE_PROPERTY(one.has_value() == wanted.has_name());
        REQUIRE_PROPERTY(!one || one->raw().data() == header.find(wanted.name())->raw().data());
        REQUIRE_PROPERTY(other.has_value() == header.find("Subject").has_value());
        REQUIRE_PROPERTY(std::ranges::equal(index.find_all(wanted.name()),
                                            header.find_all(wanted.name()), {}, &field::raw,
                                            &field::raw));
        // The search for a name passes over fields that it does not cut.
        auto const named = header.find_all(wanted.name());
        auto next = named.begin();
        for (auto const f : header) {
            if (!f.is(wanted.name())) continue;
            if (next == named.begin())
                REQUIRE_PROPERTY(header.find(wanted.name())->raw().data() == f.raw().data());
            REQUIRE_PROPERTY(next != named.end());
            auto const found = *next++;
            REQUIRE_PROPERTY(found.raw().data() == f.raw().data());
            REQUIRE_PROPERTY(found.raw().size() == f.raw().size());
            REQUIRE_PROPERTY(found.name() == f.name());
            REQUIRE_PROPERTY(found.raw_value().data() == f.raw_value().data());
            REQUIRE_PROPERTY(found.value().length() == f.value().length());
            REQUIRE_PROPERTY(found.has_byte_order_mark() == f.has_byte_order_mark());
        }
        REQUIRE_PROPERTY(next == named.end());
        REQUIRE_PROPERTY(header.find(wanted.name()).has_value() == !named.empty());
    }
}

/// A byte order mark is before a name only at the start of a message, and if no other field has the
/// name.
void a_mark_hides_no_field(header_section const& header) {
    std::size_t number = 0;
    header_section const inner{header.raw(), header_place::elsewhere};
    auto strict = inner.begin();
    for (auto const f : header) {
        REQUIRE_PROPERTY(!f.has_byte_order_mark() || number == 0);
        REQUIRE_PROPERTY((*strict).raw() == f.raw() && !(*strict).has_byte_order_mark());
        if (f.has_byte_order_mark())
            REQUIRE_PROPERTY(!(*strict).has_name() && !inner.find(f.name()));
        else
            REQUIRE_PROPERTY((*strict).name() == f.name());
        ++strict;
        ++number;
    }
    // Without the mark, the section has the same names, unless the mark is before a second field.
    if (!header.raw().starts_with(utf8_byte_order_mark)) return;
    auto const first = field{(*header.begin()).raw().substr(utf8_byte_order_mark.size())};
    bool const counts = first.has_name() && !inner.find(first.name());
    REQUIRE_PROPERTY((*header.begin()).has_byte_order_mark() == counts);
    if (counts) {
        REQUIRE_PROPERTY((*header.begin()).raw_value() == first.raw_value());
        REQUIRE_PROPERTY((*header.begin()).value() == first.value().to_string());
    }
}

/// The header section ends at the same place however the bytes arrive. The search continues at
/// `end.position` and reads only one octet before it: the others are overwritten.
void pieces_end_the_header_where_the_whole_does(std::string_view bytes, fuzz::dice dice) {
    auto const whole = find_header_end(bytes);
    auto scrambled = std::string{bytes};
    header_end end;
    for (std::size_t size = 0; !end.found();) {
        REQUIRE_PROPERTY(end.position <= size);
        std::fill_n(scrambled.begin(), end.position > 0 ? end.position - 1 : 0, '\n');
        end = find_header_end(std::string_view{scrambled}.substr(0, size), end.position);
        if (size == bytes.size()) break;
        size += 1 + dice.roll(std::min<std::size_t>(bytes.size() - size - 1, 16));
    }
    REQUIRE_PROPERTY(end.found() == whole.found());
    REQUIRE_PROPERTY(!end.found() || end == whole);
}

void an_index_on_the_way_is_the_same(std::string_view bytes, fuzz::dice dice) {
    message const m{bytes};
    field_slot room[4];
    auto const used = std::span{room}.first(dice.roll(4));
    indexed_message const indexed{bytes, used};
    REQUIRE_PROPERTY(indexed.message().header().raw() == m.header().raw());
    REQUIRE_PROPERTY(indexed.message().separator() == m.separator());
    REQUIRE_PROPERTY(indexed.fields().slot_count() <= used.size());
    auto wanted = m.header().begin();
    for (auto const f : indexed.fields()) {
        REQUIRE_PROPERTY(wanted != m.header().end());
        REQUIRE_PROPERTY(f.raw().data() == (*wanted).raw().data());
        REQUIRE_PROPERTY(f.raw().size() == (*wanted).raw().size());
        REQUIRE_PROPERTY(f.value().length() == unfolded{f.value().raw()}.length());
        ++wanted;
    }
    REQUIRE_PROPERTY(wanted == m.header().end());
}

void lf_and_crlf_read_alike(std::string_view bytes) {
    auto const lf_bytes = fuzz::with_lf(bytes);
    auto const crlf_bytes = fuzz::with_crlf(lf_bytes);
    message const lf{lf_bytes};
    message const crlf{crlf_bytes};
    auto other = crlf.header().begin();
    for (auto const f : lf.header()) {
        REQUIRE_PROPERTY(other != crlf.header().end());
        auto const g = *other++;
        REQUIRE_PROPERTY(f.name() == g.name());
        REQUIRE_PROPERTY(f.value().to_string() == g.value().to_string());
        REQUIRE_PROPERTY(f.raw() == fuzz::with_lf(g.raw()));
    }
    REQUIRE_PROPERTY(other == crlf.header().end());
    REQUIRE_PROPERTY(lf.body() == fuzz::with_lf(crlf.body()));
    REQUIRE_PROPERTY(lf.separator().empty() == crlf.separator().empty());
}

void properties_of(std::string_view bytes) {
    message const m{bytes};
    std::string joined;
    for (auto const f : m.header()) {
        REQUIRE_PROPERTY(!f.raw().empty());
        REQUIRE_PROPERTY(m.offset_of(f.raw()) == joined.size());
        joined += f.raw();
        the_parts_of_a_field_are_its_octets(f);
    }
    REQUIRE_PROPERTY(joined == m.header().raw());
    REQUIRE_PROPERTY(joined.append(m.separator()).append(m.body()) == bytes);
    a_mark_hides_no_field(m.header());
    if (m.header().raw().size() <= 4096) finding_agrees_with_looking(m.header());
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice,
        [&] {
            pieces_end_the_header_where_the_whole_does(bytes, dice);
            fuzz::passes_agree(m.header());
        },
        [&] { an_index_on_the_way_is_the_same(bytes, dice); },
        [&] { lf_and_crlf_read_alike(bytes); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
