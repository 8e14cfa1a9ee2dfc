#ifndef FOLDWISE_INSPECT_DETAIL_AMBIGUITY_PLACE_HPP
#define FOLDWISE_INSPECT_DETAIL_AMBIGUITY_PLACE_HPP

#include <foldwise/address/address_list.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/dkim/arc.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_pieces.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/parameters/suggested_file_name.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Octets of a message that are one reading of an ambiguous place, relative to the octets that the
/// diagnostic covers.
enum class extent : unsigned char {
    covered,       ///< the octets of the diagnostic
    nothing,       ///< no octets, at their start
    line,          ///< the lines that they are in
    line_before,   ///< from the start of their line up to them
    line_after,    ///< from their end to the end of the line
    next_line,     ///< the line after theirs
    two_lines,     ///< their line and the next one
    field,         ///< the field that they are in
    field_before,  ///< from the start of the field up to them
    field_through, ///< from the start of the field to their end
    field_after,   ///< from their end to the end of the field
    earlier_field, ///< the first field of that name, in the same header section or group of fields
    earlier_arc,   ///< the first field of that name and ARC instance
    lowest_field,  ///< the last field of that name
    value_before,  ///< from the start of the field's value up to them
    value_through, ///< from the start of the field's value to their end
    value_after,   ///< from their end to the end of the field's value
    header_from,   ///< from their start to the end of the header section
    fields_from,   ///< from their start to the next empty line
    entity_from,   ///< from their start to the end of the message or part
    entity_after,  ///< from their end to the end of the message or part
    body,          ///< the whole body of the message or part
    body_before,   ///< from the start of the body up to them
    body_through,  ///< of an mbox: from the start of the body, as many octets as they say
    address,       ///< the first text in them that looks like an address
    address_after, ///< the first text that looks like an address, from their end
    mailbox,       ///< the address of the mailbox that they are in
    parameter,     ///< the parameter of that name which counts, its first segment
    file_name,     ///< the parameter with the file name of the part that counts, its first segment
};

/// The octets from `first` up to `last`, which is not one of them.
struct octet_range {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Where in a message a diagnostic is: in which part, in its header section or its body, and in
/// which field. Borrows the message.
class ambiguity_place {
  public:
    /// The diagnostic must be in the message. O(message).
    constexpr ambiguity_place(message const& m, diagnostic const& problem) noexcept
        : whole_{m.raw()}, problem_{problem.offset, problem.offset + problem.length} {
        find_piece(entity{m}.pieces());
        field_ = piece_;
        value_ = piece_;
        if (is_header_) find_field();
    }

  private:
    /// The first field in the piece that has the name of the field at the problem and for which
    /// `fits(field, field at the problem)` is true. An empty line starts a new group of fields, in
    /// which the search begins again. If there is no such field, no octets, at the problem.
    template <class Fits> // before range_of(), so that clang can evaluate that at compile time
    constexpr octet_range earlier_field(Fits fits) const noexcept {
        field const later{whole_.substr(field_start(), problem_.last - field_start())};
        auto found = octet_range{problem_.first, problem_.first};
        bool is_found = false;
        for (auto const each : fields_of_piece()) {
            auto const start = offset_in_whole(each.raw());
            if (start >= field_start()) break;
            if (without_ending(each.raw()).empty()) is_found = false;
            if (is_found || !each.is(later.name()) || !fits(each, later)) continue;
            found = {start, start + each.raw().size()};
            is_found = true;
        }
        return is_found ? found : octet_range{problem_.first, problem_.first};
    }

  public:
    /// The octets of a reading. O(message).
    constexpr octet_range range_of(extent which) const noexcept {
        auto const [first, last] = problem_;
        switch (which) {
        case extent::covered: break;
        case extent::nothing: return {first, first};
        case extent::line: return {line_start(first), line_end(first, last)};
        case extent::line_before: return {line_start(first), first};
        case extent::line_after: return {last, line_end(first, last)};
        case extent::next_line: return {line_end(first, last), next_line_end()};
        case extent::two_lines: return {line_start(first), next_line_end()};
        case extent::field: return field_;
        case extent::field_before: return ordered(field_.first, first);
        case extent::field_through: return ordered(field_.first, last);
        case extent::field_after: return ordered(last, field_.last);
        case extent::earlier_field:
            return earlier_field([](field const&, field const&) noexcept { return true; });
        case extent::earlier_arc: return earlier_field(is_same_set);
        case extent::lowest_field: return lowest_field();
        case extent::value_before: return ordered(value_.first, first);
        case extent::value_through: return ordered(value_.first, last);
        case extent::value_after: return ordered(last, value_.last);
        case extent::header_from: return ordered(first, is_header_ ? piece_.last : last);
        case extent::fields_from: return {first, empty_line_after(first)};
        case extent::entity_from: return ordered(first, entity_end_);
        case extent::entity_after: return ordered(last, entity_end_);
        case extent::body: return {body_, entity_end_};
        case extent::body_before: return ordered(body_, first);
        case extent::body_through: break;
        case extent::address: return address_in(first, last);
        case extent::address_after: return address_in(last, value_.last);
        case extent::mailbox: return address_of_mailbox();
        case extent::parameter: return parameter_that_counts();
        case extent::file_name: return file_name();
        }
        return problem_;
    }

  private:
    /// A range that is empty if its end is before its start.
    static constexpr octet_range ordered(std::size_t first, std::size_t last) noexcept {
        return {first, last < first ? first : last};
    }

    constexpr std::size_t offset_in_whole(std::string_view text) const noexcept {
        return offset_of(whole_, text);
    }

    /// Finds the last piece that starts at the problem or before it, and where its entity ends.
    constexpr void find_piece(entity_pieces const& pieces) noexcept {
        std::size_t depth = 0;
        std::size_t body = 0;
        bool is_whole_place = false; // a body, preamble or epilogue: the readings end with it
        for (auto const piece : pieces) {
            auto const start = offset_in_whole(piece.raw);
            auto const end = start + piece.raw.size();
            if (piece.kind == piece_kind::separator) body = end;
            bool const is_before = start <= problem_.first && !piece.raw.empty();
            if (is_before || piece_.last == 0) {
                depth = piece.depth;
                is_header_ = piece.kind == piece_kind::header;
                piece_ = {start, end};
                body_ = body;
                is_whole_place = piece.kind == piece_kind::body ||
                                 piece.kind == piece_kind::preamble ||
                                 piece.kind == piece_kind::epilogue;
                entity_end_ = is_whole_place ? end : whole_.size();
            } else if (is_whole_place) {
                if (start > problem_.first) return;
            } else if (piece.depth < depth) {
                entity_end_ = start; // a delimiter line of the multipart around it
                return;
            } else if (is_header_ && piece.kind == piece_kind::separator && piece.depth == depth) {
                body_ = end;
            }
        }
    }

    constexpr void find_field() noexcept {
        auto const header = whole_.substr(piece_.first, piece_.last - piece_.first);
        auto const place = piece_.first == 0 ? header_place::message_start //
                                             : header_place::elsewhere;
        for (auto const each : header_section{header, place}) {
            auto const start = offset_in_whole(each.raw());
            if (start > problem_.first) break;
            field_ = {start, start + each.raw().size()};
            auto const value = each.raw_value();
            auto const value_start = offset_in_whole(value);
            value_ = {value_start, value_start + value.size()};
        }
    }

    constexpr std::size_t line_start(std::size_t at) const noexcept {
        while (at != 0 && whole_[at - 1] != '\n') --at;
        return at;
    }
    /// The end of the line, with its line ending, that holds the last octet of first to last.
    constexpr std::size_t line_end(std::size_t first, std::size_t last) const noexcept {
        auto const from = last > first ? last - 1 : last;
        auto const found = scan::line_feed(whole_, from);
        return found < whole_.size() ? found + 1 : found;
    }
    constexpr std::size_t next_line_end() const noexcept {
        auto const start = line_end(problem_.first, problem_.last);
        return line_end(start, start);
    }

    /// The start of the next empty line, or the end of the message.
    constexpr std::size_t empty_line_after(std::size_t at) const noexcept {
        while (at < whole_.size()) {
            auto const end = line_end(at, at);
            if (without_ending(whole_.substr(at, end - at)).empty()) return at;
            at = end;
        }
        return whole_.size();
    }

    constexpr header_section fields_of_piece() const noexcept {
        return header_section{whole_.substr(piece_.first, piece_.last - piece_.first),
                              header_place::elsewhere};
    }

    static constexpr bool is_same_set(field const& one, field const& other) noexcept {
        auto const left = read_arc_instance(one.raw_value()).position;
        auto const right = read_arc_instance(other.raw_value()).position;
        return left && right && *left == *right;
    }

    constexpr octet_range lowest_field() const noexcept {
        auto const name = field{whole_.substr(field_start())}.name();
        auto found = field_;
        for (auto const each : fields_of_piece()) {
            auto const start = offset_in_whole(each.raw());
            if (each.is(name)) found = {start, start + each.raw().size()};
        }
        return found;
    }
    /// Where the field at the problem starts. In a body, such as that of a report, the problem
    /// covers the field.
    constexpr std::size_t field_start() const noexcept {
        return is_header_ ? field_.first : problem_.first;
    }

    /// The first "local@domain" in the octets; all of the octets if there is none.
    constexpr octet_range address_in(std::size_t first, std::size_t last) const noexcept {
        auto const is_word = [this](std::size_t at) {
            return whole_[at] == '.' || atext.contains(whole_[at]);
        };
        auto const text = whole_.substr(0, last);
        for (auto at = scan::octet(text, '@', first); at < last;
             at = scan::octet(text, '@', at + 1)) {
            auto start = at;
            while (start > first && is_word(start - 1)) --start;
            auto end = at + 1;
            while (end < last && is_word(end)) ++end;
            if (start != at && end != at + 1) return {start, end};
        }
        return ordered(first, last);
    }

    constexpr octet_range range_in_whole(std::string_view text) const noexcept {
        auto const start = offset_in_whole(text);
        return {start, start + text.size()};
    }
    constexpr std::string_view value() const noexcept {
        return whole_.substr(value_.first, value_.last - value_.first);
    }

    constexpr octet_range address_of_mailbox() const noexcept {
        for (auto const each : address_list{value()}.mailboxes()) {
            auto const [first, last] = range_in_whole(each.raw());
            if (first <= problem_.first && problem_.first < last)
                return range_in_whole(each.addr_spec().raw());
        }
        return problem_;
    }

    constexpr octet_range parameter_that_counts() const noexcept {
        parameters const all{value()};
        for (auto const segment : all.segments()) {
            if (!segment || offset_in_whole(segment->raw()) != problem_.first) continue;
            auto const found = all.find(segment->name());
            return found ? range_in_whole(found->first().raw()) : problem_;
        }
        return problem_;
    }

    constexpr octet_range file_name() const noexcept {
        for (auto const part : entity{message{whole_}}.walk()) {
            if (offset_in_whole(part.header().raw()) != piece_.first) continue;
            auto const name = suggested_file_name(part);
            if (name) return range_in_whole(name->first().raw());
        }
        return problem_;
    }

    std::string_view whole_;
    octet_range problem_;
    octet_range piece_; // the header section, body, delimiter line ... with the problem
    octet_range field_; // the field, or the piece if it has no fields
    octet_range value_;
    std::size_t body_ = 0; // where the body of the entity starts
    std::size_t entity_end_ = 0;
    bool is_header_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
