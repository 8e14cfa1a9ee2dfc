#ifndef FOLDWISE_SYNTAX_COMMENTS_HPP
#define FOLDWISE_SYNTAX_COMMENTS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The octets at which a search for comments stops: those that open a comment, and those that open
/// a token in which "(" is only text.
inline constexpr char_class comment_stops{"(\"["};

/// Iterates over the comments of a text.
template <char_class const& stops>
class comment_walker {
  public:
    constexpr comment_walker() = default;
    explicit constexpr comment_walker(std::string_view text) noexcept : rest_{text} { settle(); }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr token current() const noexcept { return comment_; }
    constexpr void advance() noexcept {
        rest_.remove_prefix(comment_.raw().size());
        settle();
    }
    constexpr std::size_t position() const noexcept { return rest_.size(); }

  private:
    constexpr void settle() noexcept {
        for (;;) {
            rest_.remove_prefix(scan::in(stops, rest_, 0));
            comment_ = lexer{rest_}.peek();
            if (comment_.is(token_kind::comment) || rest_.empty()) break;
            rest_.remove_prefix(comment_.raw().size());
        }
    }
    std::string_view rest_; // starts with comment_
    token comment_;
};

} // namespace detail

/// The comments of a text; see `comments`. The search stops at the octets of `stops`.
template <char_class const& stops>
class comments_among : public walk_range<detail::comment_walker<stops>> {
  public:
    constexpr comments_among() = default;
    explicit constexpr comments_among(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept
        : walk_range<detail::comment_walker<stops>>{detail::comment_walker<stops>{text}} {}
    template <owning_temporary T>
    explicit comments_among(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The first comment, if there is one.
    constexpr optional<token> first() const noexcept {
        if (this->empty()) return std::nullopt;
        return *this->begin();
    }
};

/// The comments of a structured field, or of a part of one (RFC 5322 section 3.2.2). They are text
/// for people.
///     comments{"from a.example (a.example [192.0.2.1]) by b.example"}
///       ->  one token, its text() "a.example [192.0.2.1]"
/// Nothing in a quoted-string or a domain-literal is a comment. A comment that is not closed takes
/// the rest of the text. Total. A forward, borrowed range of `token`; constructing it finds the
/// first comment, a traversal is O(text), and nothing is allocated.
using comments = comments_among<detail::comment_stops>;

} // namespace foldwise::inline FOLDWISE_ABI

template <foldwise::char_class const& stops>
inline constexpr bool std::ranges::enable_view<foldwise::comments_among<stops>> = true;
template <foldwise::char_class const& stops>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::comments_among<stops>> = true;

#endif
