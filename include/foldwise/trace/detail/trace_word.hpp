#ifndef FOLDWISE_TRACE_DETAIL_TRACE_WORD_HPP
#define FOLDWISE_TRACE_DETAIL_TRACE_WORD_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// A word of a trace field: a comment, a ";", or a run of other tokens without white space between
/// them.
struct trace_word {
    std::string_view raw;
    token last; ///< the last token of the run

    constexpr bool is_comment() const noexcept { return last.is(token_kind::comment); }
    constexpr bool is_semicolon() const noexcept { return raw == ";"; }
    constexpr bool is_text() const noexcept { return !is_comment() && !is_semicolon(); }
};

/// Iterates over the words. Text in angle brackets is one word, even if there is white space in it.
class trace_word_walker {
  public:
    constexpr trace_word_walker() = default;
    explicit constexpr trace_word_walker(std::string_view bytes) noexcept
        : bytes_{bytes}, in_{bytes} {
        advance();
    }

    constexpr bool at_end() const noexcept { return current_.raw.empty(); }
    constexpr trace_word const& current() const noexcept { return current_; }
    constexpr std::size_t position() const noexcept { return first_; }
    constexpr std::size_t end_position() const noexcept { return first_ + current_.raw.size(); }
    constexpr void advance() noexcept {
        first_ = in_.position();
        if (take_plain_word()) return;
        auto last = in_.next();
        auto end = first_ + last.raw().size();
        bool const is_whole = last.is(token_kind::comment) || last.is(';');
        if (!is_whole && !(last.is('<') && take_to_closing(last, end)))
            while (in_.position() == end && continues()) {
                last = in_.next();
                end += last.raw().size();
            }
        current_ = {{bytes_.data() + first_, end - first_}, last};
    }

  private:
    /// A fast path: takes a word that consists of atoms and dots, as most words do (such as host
    /// names), without splitting it into tokens. The result is the same.
    constexpr bool take_plain_word() noexcept {
        auto const end = plain_octets.not_in(bytes_, first_);
        if (end == first_) return false;
        in_.pass_to(end);
        if (in_.position() == end && continues()) {
            in_.pass_to(first_);
            return false;
        }
        auto last = end - 1;
        bool const ends_with_dot = bytes_[last] == '.';
        while (!ends_with_dot && last != first_ && bytes_[last - 1] != '.') --last;
        auto const kind = ends_with_dot ? token_kind::special : token_kind::atom;
        current_ = {{bytes_.data() + first_, end - first_},
                    {kind, {bytes_.data() + last, end - last}, 0}};
        return true;
    }

    // Without "=", because encoded-words start with it.
    static constexpr octet_table plain_octets{atext + utf8_non_ascii + char_class{"."} -
                                              char_class{"="}};

    /// Extends the word to the next ">", if there is one.
    constexpr bool take_to_closing(token& last, std::size_t& end) noexcept {
        if (!has_closing_) return false;
        auto ahead = in_;
        auto found = ahead.next();
        while (!found.is('>') && !found.is(token_kind::end)) found = ahead.next();
        has_closing_ = found.is('>'); // if not, no later "<" has one either
        if (!has_closing_) return false;
        in_ = ahead;
        last = found;
        end = offset_of(bytes_, found.raw()) + 1;
        return true;
    }

    /// Whether the next octet, which directly follows the word, belongs to it.
    constexpr bool continues() const noexcept {
        auto const rest = in_.rest();
        return !rest.empty() && rest.front() != '(' && rest.front() != ';';
    }

    std::string_view bytes_;
    lexer in_;
    trace_word current_;
    std::size_t first_ = 0;
    bool has_closing_ = true;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
