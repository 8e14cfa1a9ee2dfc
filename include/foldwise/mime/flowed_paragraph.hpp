#ifndef FOLDWISE_MIME_FLOWED_PARAGRAPH_HPP
#define FOLDWISE_MIME_FLOWED_PARAGRAPH_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The DelSp parameter: whether to delete the space that ends a flowed line (RFC 3676 section 4).
enum class delsp : unsigned char {
    no,  ///< the space is part of the text, between two words
    yes, ///< the space is not part of the text, which may have been broken inside a word
};

/// The kinds of lines in flowed text.
enum class flowed_kind : unsigned char {
    fixed,               ///< ends a paragraph
    flowed,              ///< ends with a space: the paragraph continues on the next line
    signature_separator, ///< "-- ", neither fixed nor flowed (RFC 3676 section 4.3)
};

namespace detail {

/// A line and its parts, separated in the order of RFC 3676 section 4.1.
struct flowed_line {
    std::size_t size; // with its ending
    std::size_t quote_depth;
    std::string_view text; // without quote marks, the stuffed space, and the ending
    flowed_kind kind;

    /// The text that the line adds to its paragraph.
    constexpr std::string_view text_with(delsp spaces) const noexcept {
        bool const loses_space = kind == flowed_kind::flowed && spaces == delsp::yes;
        return loses_space ? text.substr(0, text.size() - 1) : text;
    }
};

/// The first line of `bytes`, which must not be empty.
///     sig-sep = [quote [stuffing]] "--" SP CRLF
/// So "> -- " is a signature separator, but " -- " is a stuffed flowed line "-- ".
constexpr flowed_line first_flowed_line(std::string_view bytes) noexcept {
    auto const feed = scan::line_feed(bytes, 0);
    auto const size = feed < bytes.size() ? feed + 1 : feed;
    auto text = without_ending(bytes.substr(0, size));
    auto const quote_depth = scan::not_in(char_class{">"}, text, 0);
    text.remove_prefix(quote_depth);
    bool const is_stuffed = text.starts_with(' ');
    if (is_stuffed) text.remove_prefix(1);
    auto kind = text.ends_with(' ') ? flowed_kind::flowed : flowed_kind::fixed;
    if (text == "-- " && (quote_depth != 0 || !is_stuffed)) kind = flowed_kind::signature_separator;
    return {size, quote_depth, text, kind};
}

class flowed_piece_walker {
  public:
    constexpr flowed_piece_walker() = default;
    constexpr flowed_piece_walker(std::string_view paragraph, delsp spaces) noexcept
        : rest_{paragraph}, spaces_{spaces} {
        advance();
    }

    constexpr bool at_end() const noexcept { return piece_.empty(); }
    constexpr std::string_view current() const noexcept { return piece_; }
    constexpr void advance() noexcept {
        for (piece_ = {}; piece_.empty() && !rest_.empty();) {
            auto const line = first_flowed_line(rest_);
            piece_ = line.text_with(spaces_);
            rest_.remove_prefix(line.size);
        }
    }
    constexpr char const* position() const noexcept { return at_end() ? nullptr : piece_.data(); }

  private:
    std::string_view rest_; // the lines after the piece
    std::string_view piece_;
    delsp spaces_ = delsp::no;
};

class flowed_octet_walker {
  public:
    constexpr flowed_octet_walker() = default;
    explicit constexpr flowed_octet_walker(flowed_piece_walker pieces) noexcept : pieces_{pieces} {}

    constexpr bool at_end() const noexcept { return pieces_.at_end(); }
    constexpr char const& current() const noexcept { return pieces_.current()[at_]; }
    constexpr void advance() noexcept {
        if (++at_ < pieces_.current().size()) return;
        pieces_.advance();
        at_ = 0;
    }
    constexpr char const* position() const noexcept { return at_end() ? nullptr : &current(); }

  private:
    flowed_piece_walker pieces_;
    std::size_t at_ = 0; // in the piece
};

} // namespace detail

/// A paragraph of flowed text (RFC 3676 section 4.1): flowed lines, and the fixed line after them.
///     ">> The quick \r\n>> brown fox\r\n"  ->  quote_depth() 2, text "The quick brown fox"
/// Its text is the text of its lines without quote marks, stuffed spaces and line endings and, with
/// DelSp=yes, without the space at the end of each flowed line. It contains no line ending.
/// Borrows the flowed text; trivially copyable; allocates only in `to_string` and `append_to`. A
/// forward, borrowed range of `char const`. begin() reads the lines up to the first octet; a
/// traversal is O(n). Total.
class flowed_paragraph : public pieced_text<flowed_paragraph> {
  public:
    using iterator = walk_iterator<detail::flowed_octet_walker>;
    using piece_range = walk_range<detail::flowed_piece_walker>;

    constexpr flowed_paragraph() = default;
    /// `raw` is a paragraph of a flowed_text; its first line has this depth and kind.
    constexpr flowed_paragraph(std::string_view raw FOLDWISE_LIFETIMEBOUND, std::size_t quote_depth,
                               flowed_kind kind, delsp spaces) noexcept
        : raw_{raw}, quote_depth_{quote_depth}, kind_{kind}, spaces_{spaces} {}

    /// Its lines, unchanged, with their line endings.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// How many ">" each of its lines starts with; 0 means not quoted. Nothing may be between them:
    /// "> > a" is the text "> a", quoted once.
    constexpr std::size_t quote_depth() const noexcept { return quote_depth_; }

    /// The kind of its first line: flowed if the text may be wrapped anywhere, fixed if it is a
    /// single line that must not be wrapped.
    constexpr flowed_kind kind() const noexcept { return kind_; }
    constexpr bool is_flowed() const noexcept { return kind_ == flowed_kind::flowed; }

    /// Whether the text is "-- ", and the signature follows.
    constexpr bool is_signature_separator() const noexcept {
        return kind_ == flowed_kind::signature_separator;
    }

    constexpr iterator begin() const noexcept {
        return iterator{detail::flowed_octet_walker{first_piece()}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return first_piece().at_end(); }

    /// The text in pieces, one for each line whose text is not empty.
    constexpr piece_range pieces() const noexcept { return piece_range{first_piece()}; }

    /// The whole text as one view, if it is in one piece.
    constexpr optional<std::string_view> contiguous() const noexcept {
        auto at = first_piece();
        auto const piece = at.current();
        if (!at.at_end()) at.advance();
        if (!at.at_end()) return std::nullopt;
        return piece;
    }

  private:
    constexpr detail::flowed_piece_walker first_piece() const noexcept { return {raw_, spaces_}; }

    std::string_view raw_;
    std::size_t quote_depth_ = 0;
    flowed_kind kind_ = flowed_kind::fixed;
    delsp spaces_ = delsp::no;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::flowed_paragraph> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::flowed_paragraph> = true;

#endif
