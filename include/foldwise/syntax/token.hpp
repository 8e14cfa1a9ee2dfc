#ifndef FOLDWISE_SYNTAX_TOKEN_HPP
#define FOLDWISE_SYNTAX_TOKEN_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/config.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A `Cut` of `spliced` for the octets that are not part of the text of a quoted-string, a comment
/// or a domain-literal: the backslash of a quoted-pair (RFC 5322 section 3.2.1), and folding.
///     quoted-pair = ("\" (VCHAR / WSP)) / obs-qp
/// Any octet may follow the backslash. A backslash at the very end is text.
struct quoted_pairs {
    constexpr std::size_t cut_at(std::string_view bytes, std::size_t at) const noexcept {
        if (at == bytes.size() || bytes[at] != '\\') return folds{}.cut_at(bytes, at);
        auto const size = 1 + folds{}.cut_at(bytes, at + 1); // the quoted octet may follow a fold
        return at + size < bytes.size() ? size : 0;
    }

    constexpr std::size_t find_cut(std::string_view bytes, std::size_t from) const noexcept {
        constexpr char_class starts{"\\\r\n"};
        if (from == bytes.size()) return from;
        for (auto at = scan::in(starts, bytes, from + 1); at < bytes.size();
             at = scan::in(starts, bytes, at + 1))
            if (cut_at(bytes, at) != 0) return at;
        return bytes.size();
    }
};

/// The text of a token: unfolded, without the delimiters and the backslashes of quoted-pairs.
using token_text = spliced<quoted_pairs>;

/// The kinds of tokens in a structured field (RFC 5322 section 3.2).
enum class token_kind : unsigned char {
    end,            ///< no token: the value ends
    atom,           ///< 1*atext, with the UTF8-non-ascii of RFC 6532; or an encoded-word
    quoted_string,  ///< DQUOTE *([FWS] qcontent) [FWS] DQUOTE
    domain_literal, ///< "[" *([FWS] dtext) [FWS] "]"
    comment,        ///< "(" *([FWS] ccontent) [FWS] ")", which may contain comments
    special,        ///< one octet of specials, or one that starts no other token
};

/// One token of a structured field. Borrows the field's bytes.
class token {
  public:
    constexpr token() = default;
    /// A token that has been found; `delimiters` is how many octets delimit it.
    constexpr token(token_kind kind, std::string_view raw, std::size_t delimiters) noexcept
        : raw_{raw}, kind_{kind}, delimiters_{static_cast<unsigned char>(delimiters)} {}

    /// Which kind of token it is.
    constexpr token_kind kind() const noexcept { return kind_; }
    constexpr bool is(token_kind kind) const noexcept { return kind_ == kind; }

    /// Whether the token is this special.
    constexpr bool is(char special) const noexcept {
        return kind_ == token_kind::special && raw_[0] == special;
    }

    /// The token unchanged: folded, quoted, with its delimiters.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The meaning of the token. For a quoted-string, a comment or a domain-literal, this is the
    /// text between the delimiters, unfolded and without the backslashes of quoted-pairs. For an
    /// atom or a special, it is raw().
    ///     "\"a \\\"b\\\"\""  ->  "a \"b\""
    constexpr token_text text() const noexcept {
        auto const front = delimiters_ != 0 ? std::size_t{1} : std::size_t{0};
        return token_text{raw_.substr(front, raw_.size() - delimiters_)};
    }

    /// Whether the closing delimiter is there, if the token needs one. A quoted-string, comment or
    /// domain-literal without it extends to the end of the value, because the sender may have meant
    /// all of the rest to be in it.
    constexpr bool is_closed() const noexcept { return delimiters_ != 1; }

  private:
    std::string_view raw_;
    token_kind kind_ = token_kind::end;
    unsigned char delimiters_ = 0; // how many; 1 if the closing one is missing
};

namespace detail {

/// The octets of atoms.
inline constexpr octet_table atom_octets{atext + utf8_non_ascii};

/// The octets that are only text in a comment.
inline constexpr octet_table comment_octets{any_octet - char_class{"()\\"}};

/// The octets of the charset and the encoding of an encoded-word (RFC 2047 section 2), as accepted.
/// The RFC forbids ":" and ".", but names of charsets have them: "ISO_8859-1:1987".
inline constexpr octet_table word_token_octets{vchar - char_class{"()<>@,;\\\"/[]?="}};

/// The octets of the text of an encoded-word that open nothing, as accepted in a structured field.
inline constexpr octet_table word_text_octets{vchar + utf8_non_ascii - char_class{"?\"([\\"}};

/// Where the text of an encoded-word ends that goes on with a DQUOTE, "[" or "(" at `at`: at "?",
/// or at an octet that it may not contain. text.size() if it opens something that it does not
/// close.
FOLDWISE_COLD constexpr std::size_t enclosing_word_text_end(std::string_view text,
                                                            std::size_t at) noexcept {
    char closing = '\0';   // of the quoted-string or domain-literal
    std::size_t depth = 0; // of comments
    for (; at < text.size(); ++at) {
        char const octet = text[at];
        if (octet == '?' || octet == '\\' || !(vchar + utf8_non_ascii).contains(octet)) break;
        if (closing != '\0') {
            if (octet == closing) closing = '\0';
            // Readers differ in where domain-literals may be, so nothing may open in this one.
            else if (closing == ']' && !word_text_octets.contains(octet))
                break;
        } else if (depth != 0) {
            if (octet == '(') ++depth;
            if (octet == ')') --depth;
        } else if (octet == '(') {
            depth = 1;
        } else if (octet == '"' || octet == '[') {
            closing = octet == '"' ? '"' : ']';
        }
    }
    return closing == '\0' && depth == 0 ? at : text.size();
}

} // namespace detail

/// The size of the encoded-word at the start of `text` (RFC 2047 section 2); 0 if there is none.
///     encoded-word = "=?" charset "?" encoding "?" encoded-text "?="
///     encoded_word_size("=?utf-8?Q?a,_b?= <a@b>")  ->  16
/// Many programs write octets in an encoded-word that are allowed only in unstructured text, such
/// as "," and "@". These octets belong to the word, and have no special meaning for the field. A
/// DQUOTE, "[" or "(" is accepted only if what it opens is closed in the word, and a backslash is
/// not accepted: otherwise, a reader that knows only RFC 5322 would take the text after the word as
/// a part of a quoted-string, domain-literal, comment or quoted-pair. O(n), where n is at most the
/// distance to the "?" after the encoded text.
constexpr std::size_t encoded_word_size(std::string_view text) noexcept {
    if (!text.starts_with("=?")) return 0;
    auto const charset = detail::word_token_octets.not_in(text, 2);
    if (charset == 2 || charset == text.size() || text[charset] != '?') return 0;
    auto const encoding = detail::word_token_octets.not_in(text, charset + 1);
    if (encoding == charset + 1 || encoding == text.size() || text[encoding] != '?') return 0;
    auto end = detail::word_text_octets.not_in(text, encoding + 1);
    if (end < text.size() && text[end] != '?') end = detail::enclosing_word_text_end(text, end);
    return text.substr(end).starts_with("?=") ? end + 2 : 0;
}

/// Cuts the value of a structured field, folded or not, into tokens (RFC 5322 sections 3.2 and
/// 4.1), and skips the white space between them.
///     lexer in{"\"Foe, A\" (boss)\r\n <a@b>"};
///     in.next()  ->  quoted_string "Foe, A", comment "boss", special '<', atom "a" ...
/// Total: an octet that starts no other token is a special, and a token that is not closed extends
/// to the end. Borrows the value. O(value) for all tokens. Nested comments are counted, without
/// recursion.
class lexer {
  public:
    constexpr lexer() = default;
    /// `value` is a field's raw_value(), or a part of one.
    explicit constexpr lexer(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : value_{value} {
        bool const is_usual = value.size() > 1 && value[0] == ' ' && is_visible(value[1]);
        if (is_usual)
            at_ = 1;
        else
            skip_fws();
    }
    template <owning_temporary T>
    explicit lexer(T&&) = delete; // it would dangle: keep the string in a variable first

    /// Where the next token starts, in octets from the start of the value.
    constexpr std::size_t position() const noexcept { return at_; }

    /// The rest of the value, which starts with the next token.
    constexpr std::string_view rest() const noexcept {
        return {value_.data() + at_, value_.size() - at_};
    }

    /// Passes the next token, and returns it; its kind is `end` if there is none.
    constexpr token next() noexcept {
        auto const found = peek();
        at_ += found.raw().size();
        skip_fws();
        return found;
    }

    /// The next token, without passing it. O(token) each time.
    FOLDWISE_NOINLINE constexpr token peek() const noexcept {
        if (at_ == value_.size()) return {};
        if (detail::atom_octets.contains(value_[at_])) return atom();
        switch (value_[at_]) {
        case '"': return quoted(token_kind::quoted_string, '"');
        case '[': return quoted(token_kind::domain_literal, ']');
        case '(': return comment();
        default: return up_to(at_ + 1, token_kind::special, 0);
        }
    }

    /// Continues with the token at `at`, in octets from the start of the value.
    constexpr void pass_to(std::size_t at) noexcept {
        at_ = at;
        skip_fws();
    }

    /// Passes the comments that come next (RFC 5322 section 3.2.2: CFWS), and returns the last one;
    /// a token of kind `end` if there is none.
    constexpr token skip_comments() noexcept {
        return at_ < value_.size() && value_[at_] == '(' ? skip_comments_here() : token{};
    }

    /// Passes comments and the token after them, and returns that.
    constexpr token next_outside_comments() noexcept {
        skip_comments();
        return next();
    }

  private:
    static constexpr bool is_visible(char octet) noexcept {
        return static_cast<unsigned char>(octet) > ' ';
    }
    constexpr void skip_fws() noexcept {
        while (at_ < value_.size() && !is_visible(value_[at_])) {
            auto const size = is_wsp(value_[at_]) ? 1 : folds{}.cut_at(value_, at_);
            if (size == 0) break;
            at_ += size;
        }
    }

    /// The token from the current position to `end`.
    constexpr token up_to(std::size_t end, token_kind kind, std::size_t delimiters) const noexcept {
        return {kind, {value_.data() + at_, end - at_}, delimiters};
    }

    /// As skip_comments(), where a comment comes next.
    FOLDWISE_NOINLINE constexpr token skip_comments_here() noexcept {
        token last;
        do {
            last = comment();
            pass_to(at_ + last.raw().size());
        } while (at_ < value_.size() && value_[at_] == '(');
        return last;
    }

    constexpr token atom() const noexcept {
        if (value_[at_] == '=')
            if (auto const size = encoded_word_size(rest()))
                return up_to(at_ + size, token_kind::atom, 0);
        return up_to(detail::atom_octets.not_in(value_, at_ + 1), token_kind::atom, 0);
    }

    /// The token up to the closing delimiter.
    FOLDWISE_NOINLINE constexpr token quoted(token_kind kind, char closing) const noexcept {
        for (auto at = at_ + 1; at < value_.size(); ++at) {
            if (value_[at] == closing) return up_to(at + 1, kind, 2);
            if (value_[at] == '\\') ++at;
        }
        return up_to(value_.size(), kind, 1);
    }

    FOLDWISE_NOINLINE constexpr token comment() const noexcept {
        std::size_t depth = 0;
        for (auto at = at_; at < value_.size(); ++at) {
            if (detail::comment_octets.contains(value_[at])) continue;
            if (value_[at] == '(') ++depth;
            if (value_[at] == ')' && --depth == 0) return up_to(at + 1, token_kind::comment, 2);
            if (value_[at] == '\\') ++at;
        }
        return up_to(value_.size(), token_kind::comment, 1);
    }

    std::string_view value_;
    std::size_t at_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
