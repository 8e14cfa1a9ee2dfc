#ifndef FOLDWISE_MIME_FLOWED_TEXT_HPP
#define FOLDWISE_MIME_FLOWED_TEXT_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/flowed_paragraph.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/parameter_text.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

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

    std::string_view rest_; // the paragraph and everything after it
    std::size_t size_ = 0;  // of the paragraph
    std::size_t quote_depth_ = 0;
    flowed_kind kind_ = flowed_kind::fixed;
    delsp spaces_ = delsp::no;
};

} // namespace detail

namespace detail {

/// Whether a parameter's text is `keyword`; ASCII case does not count.
constexpr bool is_keyword(parameter_text const& text, std::string_view keyword) noexcept {
    for (auto const piece : text.pieces()) {
        if (!ascii_iequals(piece, keyword.substr(0, piece.size()))) return false;
        keyword.remove_prefix(piece.size());
    }
    return keyword.empty();
}

} // namespace detail

/// The DelSp parameter of text/plain; format=flowed (RFC 3676 section 4). Empty if the type is not
/// text/plain; format=flowed.
///     Content-Type: text/plain; Format=Flowed; DelSp=yes  ->  delsp::yes
/// ASCII case does not count; unknown values are ignored. O(value).
constexpr optional<delsp> flowed_delsp(content_type const& type) noexcept {
    if (!type.is_readable() || !type.is("text", "plain")) return std::nullopt;
    auto const format = type.parameters().find("format");
    if (!format || !detail::is_keyword(format->text(), "flowed")) return std::nullopt;
    auto const spaces = type.parameters().find("delsp");
    return spaces && detail::is_keyword(spaces->text(), "yes") ? delsp::yes : delsp::no;
}

/// The paragraphs of flowed text, text/plain; format=flowed (RFC 3676), which can be wrapped at any
/// width:
///
///     > Who is \r\n                 flowed  \ one paragraph: quote_depth() 1,
///     > there?\r\n                  fixed   / text "Who is there?"
///     \r\n                          a paragraph without text
///      From me, with a space\r\n    fixed, stuffed: text "From me, with a space"
///     -- \r\n                       is_signature_separator()
///     A. Foe                        a paragraph
///
///     flowed-body = *(paragraph / fixed-line / sig-sep)
///     paragraph   = 1*flowed-line fixed-line
///
/// A paragraph also ends after a flowed line if the quote depth changes, before a signature
/// separator, and at the end of the text, as section 4.1 says. LF and CRLF are both line endings; a
/// CR elsewhere is text. Lossless: concatenating the raw() of the paragraphs gives the text. Its
/// charset does not matter if it extends ASCII. To read a part that is encoded, or to convert the
/// charset, decode it first:
///     std::string const text = body_text{part}.to_string();
///     if (auto const spaces = flowed_delsp(part.content_type()))
///         for (auto const paragraph : flowed_text{text, *spaces}) use(paragraph);
/// Borrows the text. A forward, borrowed range. The constructor reads the first paragraph; a
/// traversal is O(n). Nothing is allocated. Total.
class flowed_text : public walk_range<detail::flowed_walker> {
  public:
    constexpr flowed_text() = default;
    /// Reads the body of a part as flowed text, whatever its format parameter is, with the DelSp
    /// parameter of its type. A part in base64 or quoted-printable is not read: the range is empty,
    /// and deviation() is body_encoded.
    explicit constexpr flowed_text(entity const& part) noexcept
        : flowed_text{part.raw_body(), flowed_delsp(part.content_type()).value_or(delsp::no),
                      !part.decoded().is_raw()} {}
    /// Reads `text`, which has no transfer encoding.
    explicit constexpr flowed_text(std::string_view text FOLDWISE_LIFETIMEBOUND,
                                   delsp spaces = delsp::no) noexcept
        : flowed_text{text, spaces, false} {}
    template <owning_temporary T>
    explicit flowed_text( // it would dangle: keep the string in a variable first
        T&&, delsp = delsp::no) = delete;

    /// The text or the body, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// body_encoded, which covers the body, if the part is encoded.
    constexpr optional<diagnostic> deviation() const noexcept {
        if (!is_encoded_) return std::nullopt;
        return diagnostic{diagnostic_code::body_encoded, 0, raw_.size()};
    }

    /// Calls `report` with deviation(), if there is one.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (auto const problem = deviation()) report(*problem);
    }

  private:
    constexpr flowed_text(std::string_view text, delsp spaces, bool is_encoded) noexcept
        : walk_range{detail::flowed_walker{text.substr(0, is_encoded ? 0 : text.size()), spaces}},
          raw_{text}, is_encoded_{is_encoded} {}

    std::string_view raw_;
    bool is_encoded_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::flowed_text> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::flowed_text> = true;

#endif
