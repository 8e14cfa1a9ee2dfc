#ifndef FOLDWISE_SYNTAX_WORD_TEXT_HPP
#define FOLDWISE_SYNTAX_WORD_TEXT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The text that replaces white space and comments between two words.
enum class word_gap : unsigned char {
    none,  ///< nothing, as in an addr-spec
    space, ///< one SP, as in a phrase
};

namespace detail {

/// Iterates over the pieces of words, and the gaps between words.
template <word_gap Gap>
class word_piece_walker {
  public:
    constexpr word_piece_walker() = default;
    explicit constexpr word_piece_walker(std::string_view raw) noexcept : in_{raw} { settle(); }

    /// A walker over `text` as a single piece.
    static constexpr word_piece_walker over(std::string_view text) noexcept {
        word_piece_walker walker;
        walker.gap_ = text;
        walker.gap_is_there_ = true;
        return walker;
    }

    constexpr bool at_end() const noexcept { return gap_.empty() && pieces_.at_end(); }
    constexpr std::string_view current() const noexcept {
        return gap_.empty() ? pieces_.current() : gap_;
    }
    constexpr void advance() noexcept {
        if (!gap_.empty())
            gap_ = {};
        else
            pieces_.advance();
        settle();
    }

    /// Whether the piece is an SP that does not occur in the value.
    constexpr bool is_made_up() const noexcept { return !gap_.empty() && !gap_is_there_; }

    struct place {
        std::size_t left;  // the octets after the word
        std::size_t piece; // the position in the word
        bool is_gap;       // at the gap before the word
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept {
        return {in_.rest().size(), pieces_.position(), !gap_.empty()};
    }

  private:
    constexpr void settle() noexcept {
        while (gap_.empty() && pieces_.at_end()) {
            auto const word = in_.next_outside_comments();
            if (word.is(token_kind::end)) break;
            auto const raw = word.raw();
            if (Gap == word_gap::space && end_ != nullptr && end_ != raw.data()) {
                gap_is_there_ = *end_ == ' ' && end_ + 1 == raw.data();
                gap_ = gap_is_there_ ? octets_at(end_, 1) : std::string_view{" "};
            }
            end_ = raw.data() + raw.size();
            auto const text = word.is(token_kind::domain_literal) ? token_text{raw} : word.text();
            pieces_ = piece_walker<quoted_pairs>{text.raw(), {}};
        }
    }

    lexer in_;
    piece_walker<quoted_pairs> pieces_; // of the word
    char const* end_ = nullptr;         // of the word; null before the first word
    std::string_view gap_;              // before the word, if it is the current piece
    bool gap_is_there_ = false;         // gap_ views the value, not a literal
};

/// Iterates over the octets of pieces.
template <walker Pieces>
class piece_octet_walker {
  public:
    constexpr piece_octet_walker() = default;
    explicit constexpr piece_octet_walker(Pieces first) noexcept : pieces_{first} { take(); }

    constexpr bool at_end() const noexcept { return piece_.empty(); }
    constexpr char const& current() const noexcept { return piece_.front(); }
    constexpr void advance() noexcept {
        piece_.remove_prefix(1);
        if (!piece_.empty()) return;
        pieces_.advance();
        take();
    }

    struct place {
        decltype(Pieces{}.position()) piece;
        std::size_t left; // the octets that are left of the piece
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept { return {pieces_.position(), piece_.size()}; }

  private:
    constexpr void take() noexcept {
        piece_ = pieces_.at_end() ? std::string_view{} : pieces_.current();
    }
    Pieces pieces_;
    std::string_view piece_; // the rest of the piece
};

} // namespace detail

/// The text of a sequence of words, without comments and folding. Quoted-strings lose their quotes
/// and backslashes; a domain-literal keeps its brackets. Encoded-words are not decoded.
/// Borrows the words. Trivially copyable. Allocates only in `to_string` and `append_to`. A forward,
/// borrowed range of `char const`; begin() reads the first word, a traversal is O(words).
/// Total: every byte sequence is accepted.
template <word_gap Gap>
class word_text : public pieced_text<word_text<Gap>> {
  public:
    /// The pieces of the text. None is empty.
    using piece_range = walk_range<detail::word_piece_walker<Gap>>;
    using iterator = walk_iterator<detail::piece_octet_walker<detail::word_piece_walker<Gap>>>;

    constexpr word_text() = default;
    explicit constexpr word_text(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{raw} {}
    template <owning_temporary T>
    explicit word_text(T&&) = delete; // it would dangle: keep the string in a variable first

    /// For callers that know that the text of the words `raw` is `text`, which is a part of `raw`.
    constexpr word_text(std::string_view raw FOLDWISE_LIFETIMEBOUND, std::string_view text) noexcept
        : raw_{raw}, text_{text}, is_text_known_{true} {}

    /// The words unchanged: folded, quoted, with comments.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept {
        return iterator{detail::piece_octet_walker{first_piece()}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

    /// Whether the text is empty. The text of the word `""` is.
    constexpr bool empty() const noexcept { return first_piece().at_end(); }

    /// How many octets the text has. O(n); O(1) if the text is known.
    constexpr std::size_t length() const noexcept {
        return is_text_known_ ? text_.size() : pieced_text<word_text>::length();
    }

    /// Appends the text to `text`. Allocates if `text` has to grow.
    constexpr void append_to(std::string& text) const {
        if (is_text_known_)
            text.append(text_);
        else
            pieced_text<word_text>::append_to(text);
    }

    /// The text piece by piece, which is faster than octet by octet.
    constexpr piece_range pieces() const noexcept { return piece_range{first_piece()}; }

    /// The whole text as a view, if it is a contiguous part of the value. O(n).
    constexpr optional<std::string_view> contiguous() const noexcept {
        if (is_text_known_) return text_;
        detail::word_piece_walker<Gap> at{raw_};
        if (at.at_end()) return std::string_view{};
        auto whole = at.current();
        for (at.advance(); !at.at_end(); at.advance()) {
            auto const next = at.current();
            if (at.is_made_up() || whole.data() + whole.size() != next.data()) return std::nullopt;
            whole = {whole.data(), whole.size() + next.size()};
        }
        return whole;
    }

  private:
    constexpr detail::word_piece_walker<Gap> first_piece() const noexcept {
        using walker = detail::word_piece_walker<Gap>;
        return is_text_known_ ? walker::over(text_) : walker{raw_};
    }
    std::string_view raw_;
    std::string_view text_; // if it is known
    bool is_text_known_ = false;
};

/// The text of a phrase, such as the name of a person (RFC 5322 sections 3.2.5 and 4.1).
///     phrase     = 1*word / obs-phrase
///     obs-phrase = word *(word / "." / CFWS)
///     phrase{"\"Foe, A.\"\r\n (boss) of sales"}  ->  "Foe, A. of sales"
/// White space or a comment between two words becomes one SP. `decoded_phrase` also decodes
/// encoded-words.
using phrase = word_text<word_gap::space>;

} // namespace foldwise::inline FOLDWISE_ABI

template <foldwise::word_gap Gap>
inline constexpr bool std::ranges::enable_view<foldwise::word_text<Gap>> = true;
template <foldwise::word_gap Gap>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::word_text<Gap>> = true;

#endif
