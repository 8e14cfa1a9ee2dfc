#ifndef FOLDWISE_REPORT_UNITEXT_HPP
#define FOLDWISE_REPORT_UNITEXT_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/parameters/parameter_text.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// A character that is written as its code point. `size` is 0 if there is none.
struct embedded_character {
    std::size_t text_size = 0; // the length of the written form, such as "\x{E9}"
    char octets[4] = {};       // the character in UTF-8
    std::size_t size = 0;      // the number of octets
};

/// The code point that a HEXPOINT stands for (RFC 6533 section 3). A HEXPOINT cannot stand for a
/// character that needs no encoding, such as "@": decoding must not change the structure of an
/// address. The allowed digits are:
///     2 digits       01 to 09, 11 to 19, 10, 20, 2B, 3D, 5C, 7F, 80 to FF
///     3 to 6 digits  100 to 10FFFF except D800 to DFFF, without leading zeros
constexpr optional<char32_t> hex_point(std::string_view digits) noexcept {
    if (digits.size() < 2 || digits.size() > 6) return std::nullopt;
    char32_t point = 0;
    for (char const octet : digits) {
        if (!hexdig.contains(octet)) return std::nullopt;
        point = point * 16 + hex_digit_value(octet);
    }
    if (digits.size() == 2) {
        auto const low = point % 16;
        bool const is_ctl = point < 0x20 && low >= 1 && low <= 9;
        bool const is_special = point == 0x10 || point == 0x20 || point == '+' || point == '=' ||
                                point == 0x7F || point == '\\';
        if (!is_ctl && !is_special && point < 0x80) return std::nullopt;
        return point;
    }
    bool const is_surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (digits.front() == '0' || is_surrogate || point > 0x10FFFF) return std::nullopt;
    return point;
}

/// The embedded character at the start of `text`, if there is one.
///     EmbeddedUnicodeChar = "\x" "{" HEXPOINT "}"
constexpr embedded_character embedded_character_at(std::string_view text) noexcept {
    embedded_character found;
    if (!text.starts_with("\\x{")) return found;
    auto const digits = text.substr(3, scan::not_in(hexdig, text.substr(0, 10), 3) - 3);
    auto const read = hex_point(digits);
    if (!read || !text.substr(3 + digits.size()).starts_with('}')) return found;
    auto const point = *read;
    found.text_size = digits.size() + 4;
    found.size = write_utf8(point, found.octets);
    return found;
}

} // namespace detail

/// How an address is written.
enum class unitext_form : unsigned char {
    plain,   ///< nothing is encoded
    encoded, ///< some characters are written as their code points
};

namespace detail {

class unitext_piece_walker {
  public:
    constexpr unitext_piece_walker() = default;
    constexpr unitext_piece_walker(std::string_view raw, unitext_form form) noexcept
        : pieces_{raw, {}}, form_{form} {
        settle();
    }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr std::string_view current() const noexcept { return piece_; }
    constexpr void advance() noexcept {
        if (octet_ + 1 < character_.size) {
            ++octet_;
            piece_ = all_octets.substr(static_cast<unsigned char>(character_.octets[octet_]), 1);
            return;
        }
        rest_.remove_prefix(size_);
        settle();
    }

    struct place {
        char const* text;
        std::size_t octet; // the index of the octet in the decoded character
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept {
        return {at_end() ? nullptr : rest_.data(), octet_};
    }

    /// Whether the piece is a decoded character.
    constexpr bool is_decoded() const noexcept { return character_.size != 0; }

  private:
    constexpr void settle() noexcept {
        octet_ = 0;
        character_ = {};
        if (rest_.empty() && !pieces_.at_end()) {
            rest_ = pieces_.current();
            pieces_.advance();
        }
        if (form_ == unitext_form::encoded) character_ = embedded_character_at(rest_);
        size_ = is_decoded() ? character_.text_size : find_character();
        piece_ = is_decoded()
                     ? all_octets.substr(static_cast<unsigned char>(character_.octets[0]), 1)
                     : rest_.substr(0, size_);
    }
    /// The offset of the first embedded character after the first octet, or the end.
    constexpr std::size_t find_character() const noexcept {
        if (form_ == unitext_form::plain || rest_.empty()) return rest_.size();
        auto at = scan::octet(rest_, '\\', 1);
        while (at < rest_.size() && embedded_character_at(rest_.substr(at)).size == 0)
            at = scan::octet(rest_, '\\', at + 1);
        return at;
    }

    piece_walker<folds> pieces_; // the unfolded pieces after rest_
    unitext_form form_ = unitext_form::plain;
    std::string_view rest_; // the rest of an unfolded piece; starts with piece_ before decoding
    std::string_view piece_;
    std::size_t size_ = 0; // the size of piece_ before decoding
    embedded_character character_;
    std::size_t octet_ = 0; // the index of the octet in character_
};

} // namespace detail

/// An address of the type utf-8, with its embedded characters decoded to UTF-8 (RFC 6533 section
/// 3).
///     utf-8-enc-addr      = utf-8-addr-xtext / utf-8-addr-unitext / utf-8-address
///     utf-8-addr-unitext  = 1*(QUCHAR / EmbeddedUnicodeChar)
///     EmbeddedUnicodeChar = "\x" "{" HEXPOINT "}"
///     unitext{"jos\\x{E9}@sample.net"}  ->  "jos\xC3\xA9@sample.net"
/// Anything else stays unchanged, even an encoding that RFC 6533 forbids, such as "\x{40}" for "@".
/// Borrows the bytes; trivially copyable; O(n). Allocates only in `to_string` and `append_to`.
/// Total.
class unitext : public pieced_text<unitext> {
  public:
    using piece_range = walk_range<detail::unitext_piece_walker>;

    constexpr unitext() = default;
    /// `raw` may be folded. Text in the plain form is only unfolded.
    explicit constexpr unitext(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                               unitext_form form = unitext_form::encoded) noexcept
        : raw_{raw}, form_{form} {}
    template <owning_temporary T>
    explicit unitext( // it would dangle: keep the string in a variable first
        T&&, unitext_form = unitext_form::encoded) = delete;

    /// The octets, still folded and encoded.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The text in pieces, none of them empty. Each decoded octet is a piece.
    constexpr piece_range pieces() const noexcept {
        return piece_range{detail::unitext_piece_walker{raw_, form_}};
    }

    constexpr bool empty() const noexcept { return pieces().empty(); }

    /// The whole text as one view, if it is neither folded nor encoded.
    constexpr optional<std::string_view> contiguous() const noexcept {
        detail::unitext_piece_walker at{raw_, form_};
        if (at.at_end()) return std::string_view{};
        auto const piece = at.current();
        bool const is_decoded = at.is_decoded();
        at.advance();
        if (is_decoded || !at.at_end()) return std::nullopt;
        return piece;
    }

  private:
    std::string_view raw_;
    unitext_form form_ = unitext_form::encoded;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
