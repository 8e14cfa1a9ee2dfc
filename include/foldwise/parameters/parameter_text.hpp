#ifndef FOLDWISE_PARAMETERS_PARAMETER_TEXT_HPP
#define FOLDWISE_PARAMETERS_PARAMETER_TEXT_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/parameters/detail/parameter_segment.hpp>
#include <foldwise/parameters/detail/parameter_segments.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How a parameter is written (RFC 2231 section 7).
enum class parameter_form : unsigned char {
    plain,     ///< filename=
    extended,  ///< filename*=
    continued, ///< filename*0= filename*1= ..., each of which may be extended
};

/// For what the text of a parameter is read.
enum class parameter_use : unsigned char {
    octets, ///< as RFC 2045 and RFC 2231 say: a boundary, a charset
    name,   ///< a file name; see parameter_segment::encoded_name
};

namespace detail {

constexpr parameter_form form_of(parameter_segment const& s) noexcept {
    if (s.section()) return parameter_form::continued;
    return s.is_extended() ? parameter_form::extended : parameter_form::plain;
}

/// Walks over the segments of one parameter, in the order of their sections. The next section is
/// searched for after the current one, and then from the start of the list.
class parameter_section_walker {
  public:
    constexpr parameter_section_walker() = default;
    /// `first` is at the first segment of the parameter. The list starts at offset `start` of
    /// `value`.
    constexpr parameter_section_walker(std::string_view value, std::size_t start,
                                       parameter_segment_walker first) noexcept
        : value_{value}, start_{start}, at_{first}, current_{*first.current()}, is_at_end_{false} {}

    constexpr bool at_end() const noexcept { return is_at_end_; }
    constexpr parameter_segment current() const noexcept { return current_; }
    constexpr void advance() noexcept {
        is_at_end_ = current_.section() ? !find_next() : true;
        if (!is_at_end_) ++passed_;
    }

    /// The value that the list is in.
    constexpr std::string_view value() const noexcept { return value_; }

    /// How many segments have been passed.
    constexpr std::uint32_t position() const noexcept { return passed_; }

    /// Whether the walk has ended because the list was searched from its start too many times.
    constexpr bool has_given_up() const noexcept { return turns_ == most_turns; }

  private:
    /// Enough for 16 sections in any order, and for more if most of them are in order.
    static constexpr unsigned most_turns = 16;

    constexpr bool find_next() noexcept {
        auto const before = at_.position();
        for (at_.advance(); !at_.at_end(); at_.advance())
            if (take_if_next()) return true;
        if (++turns_ == most_turns) return false;
        for (at_ = {value_, start_}; at_.position() != before; at_.advance())
            if (take_if_next()) return true;
        return false;
    }
    constexpr bool take_if_next() noexcept {
        auto const found = at_.current();
        if (!found || found->section() != *current_.section() + 1 || !found->is(current_.name()))
            return false;
        current_ = *found;
        return true;
    }

    std::string_view value_;
    std::size_t start_ = 0;
    parameter_segment_walker at_;
    parameter_segment current_;
    std::uint32_t passed_ = 0;
    unsigned turns_ = 0;
    bool is_at_end_ = true;
};

/// All 256 octets. A decoded octet, which the field does not contain, is a view into this text.
inline constexpr std::string_view all_octets{
    "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0A\x0B\x0C\x0D\x0E\x0F"
    "\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F"
    "\x20\x21\x22\x23\x24\x25\x26\x27\x28\x29\x2A\x2B\x2C\x2D\x2E\x2F"
    "\x30\x31\x32\x33\x34\x35\x36\x37\x38\x39\x3A\x3B\x3C\x3D\x3E\x3F"
    "\x40\x41\x42\x43\x44\x45\x46\x47\x48\x49\x4A\x4B\x4C\x4D\x4E\x4F"
    "\x50\x51\x52\x53\x54\x55\x56\x57\x58\x59\x5A\x5B\x5C\x5D\x5E\x5F"
    "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6A\x6B\x6C\x6D\x6E\x6F"
    "\x70\x71\x72\x73\x74\x75\x76\x77\x78\x79\x7A\x7B\x7C\x7D\x7E\x7F"
    "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F"
    "\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F"
    "\xA0\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8\xA9\xAA\xAB\xAC\xAD\xAE\xAF"
    "\xB0\xB1\xB2\xB3\xB4\xB5\xB6\xB7\xB8\xB9\xBA\xBB\xBC\xBD\xBE\xBF"
    "\xC0\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF"
    "\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD7\xD8\xD9\xDA\xDB\xDC\xDD\xDE\xDF"
    "\xE0\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF"
    "\xF0\xF1\xF2\xF3\xF4\xF5\xF6\xF7\xF8\xF9\xFA\xFB\xFC\xFD\xFE\xFF",
    std::size_t{256}};

/// The octet that "%" and two hexadecimal digits encode at the start of `text`.
///     ext-octet := "%" 2(DIGIT / "A" / "B" / "C" / "D" / "E" / "F")
constexpr optional<unsigned char> percent_octet(std::string_view text) noexcept {
    if (text.size() < 3 || text[0] != '%') return std::nullopt;
    if (!hexdig.contains(text[1]) || !hexdig.contains(text[2])) return std::nullopt;
    return static_cast<unsigned char>(hex_digit_value(text[1]) * 16 + hex_digit_value(text[2]));
}

class parameter_piece_walker {
  public:
    constexpr parameter_piece_walker() = default;
    constexpr parameter_piece_walker(parameter_section_walker sections, parameter_use use) noexcept
        : sections_{sections}, use_{use} {
        settle();
    }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr std::string_view current() const noexcept { return piece_; }
    constexpr void advance() noexcept {
        rest_.remove_prefix(size_);
        settle();
    }

    struct place {
        std::uint32_t section;
        char const* octet;
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept {
        return {sections_.position(), at_end() ? nullptr : rest_.data()};
    }

    /// Whether the piece is a decoded octet, and not a part of the field.
    constexpr bool is_decoded() const noexcept { return size_ != piece_.size(); }

  private:
    using piece_range = spliced<parameter_value_cuts>::piece_range;

    constexpr void settle() noexcept {
        while (rest_.empty()) {
            if (pieces_ != std::default_sentinel) {
                rest_ = *pieces_++;
            } else if (!sections_.at_end()) {
                auto const segment = sections_.current();
                is_extended_ = segment.is_extended();
                auto const text =
                    use_ == parameter_use::name ? segment.encoded_name() : segment.encoded_text();
                pieces_ = text.pieces().begin();
                sections_.advance();
            } else {
                return;
            }
        }
        cut();
    }

    constexpr void cut() noexcept {
        auto const octet = is_extended_ ? percent_octet(rest_) : std::nullopt;
        if (octet) {
            piece_ = all_octets.substr(*octet, 1);
            size_ = 3;
        } else {
            size_ = is_extended_ ? find_percent_octet() : rest_.size();
            piece_ = rest_.substr(0, size_);
        }
    }
    /// Searches from the second octet on.
    constexpr std::size_t find_percent_octet() const noexcept {
        auto at = scan::octet(rest_, '%', 1);
        while (at < rest_.size() && !percent_octet(rest_.substr(at)))
            at = scan::octet(rest_, '%', at + 1);
        return at;
    }

    parameter_section_walker sections_; // the sections after the current one
    piece_range::iterator pieces_;      // of the current section: those after `rest_`
    std::string_view rest_;             // starts with the octets from which `piece_` was decoded
    std::string_view piece_;
    std::size_t size_ = 0; // how many octets these are
    bool is_extended_ = false;
    parameter_use use_ = parameter_use::octets;
};

} // namespace detail

/// The value of a parameter with quotes, folding, sections and percent-encoding undone (RFC 2231
/// sections 3 and 4): octets in the charset of the parameter. This is for programs. To read a file
/// name, or any other text for people, use `decoded_parameter`.
///     filename*1="ve.txt"; filename*0*=utf-8''na%C3%AF  ->  "na\xC3\xAFve.txt"
/// A "%" without two hexadecimal digits after it is text. Borrows the field's bytes; trivially
/// copyable; only `to_string` and `append_to` allocate. O(value) if the sections are in order,
/// otherwise up to 16 times that. If the sections need more passes, the text ends early, and
/// parameters::diagnose reports parameter_section_order. Total.
class parameter_text : public pieced_text<parameter_text> {
  public:
    using piece_range = walk_range<detail::parameter_piece_walker>;

    constexpr parameter_text() = default;
    explicit constexpr parameter_text(detail::parameter_section_walker first,
                                      parameter_use use = parameter_use::octets) noexcept
        : first_{first}, use_{use} {}

    /// The text piece by piece. None is empty; each decoded octet is a piece of its own.
    constexpr piece_range pieces() const noexcept { return piece_range{first_piece()}; }

    constexpr bool empty() const noexcept { return pieces().empty(); }

    /// The text as a view of the field's bytes, if it is one piece of them.
    constexpr optional<std::string_view> contiguous() const noexcept {
        auto at = first_piece();
        if (at.at_end()) return std::string_view{};
        auto const piece = at.current();
        bool const is_decoded = at.is_decoded();
        at.advance();
        if (is_decoded || !at.at_end()) return std::nullopt;
        return piece;
    }

    /// The piece at the start of the text.
    constexpr detail::parameter_piece_walker first_piece() const noexcept { return {first_, use_}; }

  private:
    detail::parameter_section_walker first_;
    parameter_use use_ = parameter_use::octets;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
