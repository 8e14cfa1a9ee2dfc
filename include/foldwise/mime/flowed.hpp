#ifndef FOLDWISE_MIME_FLOWED_HPP
#define FOLDWISE_MIME_FLOWED_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/parameter_text.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

namespace foldwise {

/// Whether the space that marks a line as flowed is a part of the text (RFC 3676 section 4).
enum class delsp : unsigned char {
    no,  ///< it is, as between words
    yes, ///< it is not: the text has no spaces there
};

/// How a line of flowed text is meant.
enum class flowed_kind : unsigned char {
    fixed,               ///< it ends a paragraph
    flowed,              ///< it ends with a space: the paragraph goes on
    signature_separator, ///< "-- ", neither of the two (RFC 3676 section 4.3)
};

namespace detail {

constexpr bool is_keyword(parameter_text const& text, std::string_view keyword) noexcept {
    for (auto const piece : text.pieces()) {
        if (!ascii_iequals(piece, keyword.substr(0, piece.size()))) return false;
        keyword.remove_prefix(piece.size());
    }
    return keyword.empty();
}

/// A line, taken apart in the order of RFC 3676 section 4.1.
struct flowed_line {
    std::size_t size; // with its ending
    std::size_t quote_depth;
    std::string_view text; // without quote marks, the stuffed space, and the ending
    flowed_kind kind;

    /// The text that the paragraph has of it.
    constexpr std::string_view text_with(delsp spaces) const noexcept {
        bool const loses_space = kind == flowed_kind::flowed && spaces == delsp::yes;
        return loses_space ? text.substr(0, text.size() - 1) : text;
    }
};

/// The line that `bytes`, which are not empty, start with.
///     sig-sep = [quote [stuffing]] "--" SP CRLF
/// So " -- " is no separator: it is how a flowed line "-- " is written.
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
    std::string_view rest_; // the lines behind the piece
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

/// A paragraph of flowed text (RFC 3676 section 4.1): lines that are flowed, and the one behind
/// them that is not.
///     ">> The quick \r\n>> brown fox\r\n"  ->  quote_depth() 2, text "The quick brown fox"
/// Its text is what is in its lines without quote marks, stuffed spaces and line endings, and with
/// DelSp=yes without the space that each flowed line ends with. It has no line ending.
/// Borrows the text that it is of; trivially copyable; allocates only in `to_string` and
/// `append_to`. A forward, borrowed range of `char const`; begin() costs the lines up to the first
/// octet, a traversal O(n). Total.
class flowed_paragraph : public pieced_text<flowed_paragraph> {
  public:
    using iterator = walk_iterator<detail::flowed_octet_walker>;
    using piece_range = walk_range<detail::flowed_piece_walker>;

    constexpr flowed_paragraph() = default;
    /// Of `raw`, as `flowed_text` cuts it, whose first line is of that depth and kind.
    constexpr flowed_paragraph(std::string_view raw FOLDWISE_LIFETIMEBOUND, std::size_t quote_depth,
                               flowed_kind kind, delsp spaces) noexcept
        : raw_{raw}, quote_depth_{quote_depth}, kind_{kind}, spaces_{spaces} {}

    /// Its lines as they stand, the line ending of the last one included.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// How many ">" each of its lines starts with: 0 for what is not quoted. (Only those that
    /// nothing stands between: "> > a" is the text "> a", quoted once.)
    constexpr std::size_t quote_depth() const noexcept { return quote_depth_; }

    /// Of its first line: flowed, if the text may be wrapped elsewhere; fixed, if it is one line
    /// that is to stay as it is.
    constexpr flowed_kind kind() const noexcept { return kind_; }
    constexpr bool is_flowed() const noexcept { return kind_ == flowed_kind::flowed; }

    /// Whether the signature comes next: the text is "-- ".
    constexpr bool is_signature_separator() const noexcept {
        return kind_ == flowed_kind::signature_separator;
    }

    constexpr iterator begin() const noexcept {
        return iterator{detail::flowed_octet_walker{first_piece()}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return first_piece().at_end(); }

    /// The text, a piece for each line that has any.
    constexpr piece_range pieces() const noexcept { return piece_range{first_piece()}; }

    /// All of the text as one view of the caller's bytes, where it is one there.
    constexpr std::optional<std::string_view> contiguous() const noexcept {
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

namespace detail {

class flowed_walker {
  public:
    constexpr flowed_walker() = default;
    constexpr flowed_walker(std::string_view text, delsp spaces) noexcept
        : rest_{text}, spaces_{spaces} {
        cut();
    }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr flowed_paragraph current() const noexcept {
        return {rest_.substr(0, size_), quote_depth_, kind_, spaces_};
    }
    constexpr void advance() noexcept {
        rest_.remove_prefix(size_);
        cut();
    }
    constexpr std::size_t position() const noexcept { return rest_.size(); }

  private:
    constexpr void cut() noexcept {
        size_ = 0;
        if (rest_.empty()) return;
        auto last = first_flowed_line(rest_);
        quote_depth_ = last.quote_depth;
        kind_ = last.kind;
        size_ = last.size;
        while (last.kind == flowed_kind::flowed && size_ < rest_.size()) {
            last = first_flowed_line(rest_.substr(size_));
            if (last.quote_depth != quote_depth_) break;
            if (last.kind == flowed_kind::signature_separator) break;
            size_ += last.size;
        }
    }

    std::string_view rest_; // the paragraph and everything behind it
    std::size_t size_ = 0;  // of the paragraph
    std::size_t quote_depth_ = 0;
    flowed_kind kind_ = flowed_kind::fixed;
    delsp spaces_ = delsp::no;
};

} // namespace detail

/// Text of text/plain; format=flowed by its paragraphs (RFC 3676), for readers to wrap them
/// where they like:
///
///     > Who is \r\n                 flowed  \ a paragraph: quote_depth() 1,
///     > there?\r\n                  fixed   / text "Who is there?"
///     \r\n                          a paragraph without text
///      From me, with a space\r\n    fixed, stuffed: "From me, with a space"
///     -- \r\n                       is_signature_separator()
///     A. Foe                        a paragraph
///
///     flowed-body = *(paragraph / fixed-line / sig-sep)
///     paragraph   = 1*flowed-line fixed-line
/// Where the quote depth changes, at a signature separator and at the end, a paragraph ends even
/// if its last line is flowed, as section 4.1 asks for. An empty line is a paragraph without
/// text. LF and CRLF alike; a CR elsewhere is text.
/// Lossless: the paragraphs' raw() one behind the other are the text. Its charset does not matter
/// as long as ASCII octets are ASCII. Borrows the text. A forward, borrowed range; begin() costs
/// the first paragraph, a traversal O(n); nothing is allocated. Total.
class flowed_text : public walk_range<detail::flowed_walker> {
  public:
    constexpr flowed_text() = default;
    /// `text` is a body without its transfer encoding.
    explicit constexpr flowed_text(std::string_view text FOLDWISE_LIFETIMEBOUND,
                                   delsp spaces) noexcept
        : walk_range{detail::flowed_walker{text, spaces}}, raw_{text} {}
    template <owning_temporary T>
    explicit flowed_text( // it would dangle: keep the string in a variable first
        T&&, delsp) = delete;

    constexpr std::string_view raw() const noexcept { return raw_; }

  private:
    std::string_view raw_;
};

/// Whether a text of that type is flowed, and how; nothing where its lines are to stay as they
/// are (RFC 3676 section 4).
///     Content-Type: text/plain; Format=Flowed; DelSp=yes  ->  delsp::yes
/// The case of the values does not count; one that is unknown is as good as none. The parameters
/// have no meaning for other types, nor where the type cannot be read. O(value).
constexpr std::optional<delsp> flowed_delsp(content_type const& type) noexcept {
    if (!type.is_readable() || !type.is("text", "plain")) return std::nullopt;
    auto const format = type.parameters().find("format");
    if (!format || !detail::is_keyword(format->text(), "flowed")) return std::nullopt;
    auto const spaces = type.parameters().find("delsp");
    return spaces && detail::is_keyword(spaces->text(), "yes") ? delsp::yes : delsp::no;
}

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::flowed_paragraph> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::flowed_paragraph> = true;
template <>
inline constexpr bool std::ranges::enable_view<foldwise::flowed_text> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::flowed_text> = true;

#endif
