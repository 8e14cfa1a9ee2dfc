#ifndef FOLDWISE_ADDRESS_ADDR_SPEC_HPP
#define FOLDWISE_ADDRESS_ADDR_SPEC_HPP

#include <foldwise/address/detail/addr_spec_reader.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise {

namespace detail {

/// Whether a local part needs no quotes: it is dot-atom-text (RFC 5322 section 3.2.3), and
/// nothing in it looks as if an encoded-word started there.
///     dot-atom-text = 1*atext *("." 1*atext)
template <class Text>
constexpr bool is_bare_local_part(Text const& text) noexcept {
    char before = '.';
    bool starts_with_equals = false; // the atom so far is "="
    for (char const octet : text) {
        if (octet == '.' ? before == '.' : !(atext + utf8_non_ascii).contains(octet)) return false;
        if (starts_with_equals && octet == '?') return false;
        starts_with_equals = before == '.' && octet == '=';
        before = octet;
    }
    return before != '.';
}

/// Appends `text` as it is between delimiters, with a backslash before each octet of
/// `special`, and before white space that would be folding otherwise.
template <class Text>
constexpr void append_quoted(std::string& to, Text const& text, char_class special) {
    char before = '\0';
    for (char const octet : text) {
        if (special.contains(octet) || (before == '\n' && wsp.contains(octet))) to += '\\';
        to += octet;
        before = octet;
    }
}

} // namespace detail

/// The text of a local part or a domain: without comments, white space, quotes.
using addr_spec_text = word_text<word_gap::none>;

/// What mail can be sent to (RFC 5322 section 3.4.1):
///
///     "A. Foe" . x @ (the) sample.net
///
///     |-----------------------------|   raw()
///     |----------|                      local_part().raw();  local_part()  ->  "A. Foe.x"
///                    |--------------|   domain().raw();      domain()      ->  "sample.net"
///
///     addr-spec  = local-part "@" domain
///     local-part = dot-atom / quoted-string / obs-local-part
///     domain     = dot-atom / domain-literal / obs-domain
///
/// Borrows the value that it was read from; trivially copyable.
class addr_spec {
  public:
    constexpr addr_spec() = default;

    /// The one that `read` found in `value`.
    constexpr addr_spec(std::string_view value FOLDWISE_LIFETIMEBOUND,
                        detail::addr_spec_reader const& read) noexcept
        : raw_{value.data() + read.first(), read.last() - read.first()},
          local_part_size_{read.local_part_last() - read.first()},
          domain_offset_{read.domain_first() - read.first()}, is_plain_{read.is_plain()},
          is_shortest_{is_plain_ && !read.deviation()} {}

    /// As it stands, from the first octet of the local part to the last one of the domain.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// What the domain has to make sense of; its case counts.
    constexpr addr_spec_text local_part() const noexcept {
        return text({raw_.data(), local_part_size_});
    }

    /// A domain name, not looked up and not converted, or an address in brackets.
    constexpr addr_spec_text domain() const noexcept { return text(raw_.substr(domain_offset_)); }

    /// Whether the domain is a domain-literal, such as "[192.0.2.1]".
    constexpr bool is_domain_literal() const noexcept { return raw_.ends_with(']'); }

    /// Appends the address in its shortest form: no comments, no white space, quotes only
    /// where the local part needs them. Read again it is the same. Allocates.
    ///     "\"a\" . b @ (c) d"  ->  "a.b@d"
    constexpr void append_to(std::string& text) const {
        if (is_shortest_) {
            text.append(raw_);
            return;
        }
        if (detail::is_bare_local_part(local_part())) {
            local_part().append_to(text);
        } else {
            text += '"';
            detail::append_quoted(text, local_part(), char_class{"\"\\"});
            text += '"';
        }
        text += '@';
        if (is_domain_literal()) {
            text += '[';
            detail::append_quoted(text, literal_text(), char_class{"[]\\"});
            text += ']';
        } else {
            domain().append_to(text);
        }
    }

    /// append_to() as a string of its own. Allocates.
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

    /// Whether mail to either goes to the same mailbox, as far as can be said from outside:
    /// the local parts are the same octet by octet, the domains but for ASCII case (RFC 5321
    /// section 2.4). How they are quoted does not count. O(n), nothing is allocated.
    friend constexpr bool operator==(addr_spec const& left, addr_spec const& right) noexcept {
        return are_same(left.local_part(), right.local_part(),
                        [](char octet) noexcept { return octet; }) &&
               are_same(left.domain(), right.domain(), ascii_lower);
    }

  private:
    constexpr addr_spec_text text(std::string_view part) const noexcept {
        return is_plain_ ? addr_spec_text{part, part} : addr_spec_text{part};
    }

    /// What is between the brackets.
    constexpr token_text literal_text() const noexcept {
        return token{token_kind::domain_literal, domain().raw(), 2}.text();
    }

    static constexpr bool are_same(addr_spec_text const& left, addr_spec_text const& right,
                                   char (*fold)(char) noexcept) noexcept {
        auto l = left.begin();
        auto r = right.begin();
        for (; l != left.end() && r != right.end(); ++l, ++r)
            if (fold(*l) != fold(*r)) return false;
        return l == left.end() && r == right.end();
    }

    std::string_view raw_;
    std::size_t local_part_size_ = 0;
    std::size_t domain_offset_ = 0;
    bool is_plain_ = false;    // both parts are as they stand
    bool is_shortest_ = false; // so is all: dot-atom-text "@" dot-atom-text
};

/// The one addr-spec in `text`, which may have comments and folding around it.
///     read_addr_spec("a.foe@sample.net")->domain()  ->  "sample.net"
/// Without a value, and why: address_without_at, address_not_closed, address_encoded_word,
/// address_malformed for all else, such as angle brackets and text behind. Read nevertheless
/// are dots where none may be ("a..b@sample.net", which some domains give to their users).
/// This is how an address is read that one meets; `check_addr_spec` tells whether it is
/// one by the letter. Borrows `text`. O(text), nothing is allocated.
constexpr result<addr_spec> read_addr_spec(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept {
    detail::addr_spec_reader reader;
    lexer in{text};
    for (;;) {
        auto const at = in.position();
        auto const token = in.next();
        if (!token.is_closed())
            return diagnostic{diagnostic_code::address_not_closed, 0, text.size()};
        if (token.is(token_kind::end)) break;
        if (!token.is(token_kind::comment)) reader.take(token, at);
    }
    if (auto const problem = reader.problem()) return diagnostic{*problem, 0, text.size()};
    return addr_spec{text, reader};
}
template <owning_temporary T>
result<addr_spec> read_addr_spec(T&&) = delete;

} // namespace foldwise

#endif
