#ifndef FOLDWISE_DKIM_CANONICAL_BODY_HPP
#define FOLDWISE_DKIM_CANONICAL_BODY_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octets_of.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/dkim/canonical_form.hpp>
#include <foldwise/dkim/detail/canonical_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// No limit on the octets of a canonical body.
inline constexpr auto whole_body = static_cast<std::uint64_t>(-1);

/// A body without the lines at its end that are ignored.
struct body_text {
    std::string_view text;   // a CRLF at its end is the one that ends the canonical body
    bool needs_crlf = false; // whether a CRLF follows the text
};

/// Cuts off the lines at the end that are empty in canonical form. O(octets that are cut off).
constexpr body_text body_text_of(std::string_view body, canonical_rules const& rules) noexcept {
    auto end = body.size();
    for (;;) {
        auto text = body.substr(0, end);
        if (rules.is_relaxed)
            while (!text.empty() && is_wsp(text.back())) text.remove_suffix(1);
        auto const size = rules.line_end_of(text);
        end = text.size() - size;
        if (size == 0) break;
    }
    if (end == 0) return {body.substr(0, 0), !rules.is_relaxed};
    if (rules.line_end_at(body, end) == 2) return {body.substr(0, end + 2), false};
    return {body.substr(0, end), true};
}

/// Iterates over the pieces of a body in canonical form, up to `limit` octets.
class canonical_body_walker {
  public:
    constexpr canonical_body_walker() = default;
    constexpr canonical_body_walker(body_text const& body, canonical_rules const& rules,
                                    std::uint64_t limit) noexcept
        : text_{body.text, rules}, left_{limit}, needs_crlf_{body.needs_crlf} {}

    constexpr bool at_end() const noexcept {
        return left_ == 0 || (text_.at_end() && !needs_crlf_);
    }
    constexpr std::string_view current() const noexcept {
        auto const piece = text_.at_end() ? crlf : text_.current();
        return piece.size() <= left_ ? piece : piece.substr(0, static_cast<std::size_t>(left_));
    }
    constexpr void advance() noexcept {
        left_ -= current().size();
        if (text_.at_end())
            needs_crlf_ = false;
        else
            text_.advance();
    }
    constexpr std::uint64_t position() const noexcept { return left_; }

  private:
    canonical_text_walker text_;
    std::uint64_t left_ = 0;
    bool needs_crlf_ = false;
};

} // namespace detail

/// A body as it is hashed for the bh= of a signature (RFC 6376 sections 3.4.3 and 3.4.4).
///     canonical_body{" C \r\nD \t E\r\n\r\n"}                            " C \r\nD \t E\r\n"
///     canonical_body{" C \r\nD \t E\r\n\r\n", canonical_form::relaxed}   " C\r\nD E\r\n"
/// simple: the empty lines at the end go, and the body ends with one CRLF. An empty body becomes
/// CRLF; nothing else changes.
/// relaxed: also, SP and HTAB at the end of a line go, and other runs of them become one SP. A body
/// of empty lines becomes empty.
///
/// Stored mail whose lines end with LF has the canonical form of the same lines with CRLF if `lf`
/// is bare_lf::crlf; see bare_lf_in(). An LF that is data and a CR without LF stay, and so does
/// every other octet, such as NUL or a byte order mark. The body must be as it was transmitted:
/// without the dots that SMTP stuffs and the quotes that an mbox adds, but still in base64 or
/// quoted-printable.
///
/// Borrows the body; trivially copyable; allocates only in `to_string` and `append_to`. The pieces
/// are parts of the body or constants, for a hash function to read one after the other:
///     for (auto const piece : body.pieces()) hash.update(piece);
/// A forward, borrowed range of `char const`. begin() is O(octets up to the end of the first
/// piece), a traversal O(n). Total. For a body that comes in chunks, see canonical_body_stream.
class canonical_body : public pieced_text<canonical_body> {
  public:
    using piece_range = walk_range<detail::canonical_body_walker>;
    using iterator = walk_iterator<detail::octets_of<detail::canonical_body_walker>>;

    constexpr canonical_body() = default;

    /// Costs time in proportion to the lines at the end that are ignored.
    explicit constexpr canonical_body(std::string_view body FOLDWISE_LIFETIMEBOUND,
                                      canonical_form form = canonical_form::simple,
                                      bare_lf lf = bare_lf::data) noexcept
        : raw_{body}, rules_{form, lf, false}, body_{detail::body_text_of(body, rules_)} {}
    template <owning_temporary T>
    explicit canonical_body( // it would dangle: keep the string in a variable first
        T&&, canonical_form = {}, bare_lf = {}) = delete;

    /// The body, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The first `count` octets of the canonical body, or all octets if there are fewer: l= (RFC
    /// 6376 section 3.5). O(1).
    constexpr canonical_body first(std::uint64_t count) const noexcept {
        auto body = *this;
        if (count < limit_) body.limit_ = count;
        return body;
    }

    constexpr iterator begin() const noexcept { return iterator{detail::octets_of{first_piece()}}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return first_piece().at_end(); }

    /// The canonical text, in contiguous pieces.
    constexpr piece_range pieces() const noexcept { return piece_range{first_piece()}; }

    /// The whole text as one view, if it is in one piece. O(n).
    constexpr optional<std::string_view> contiguous() const noexcept {
        return detail::only_piece(first_piece());
    }

  private:
    constexpr detail::canonical_body_walker first_piece() const noexcept {
        return {body_, rules_, limit_};
    }

    std::string_view raw_;
    detail::canonical_rules rules_;
    detail::body_text body_{{}, true};
    std::uint64_t limit_ = detail::whole_body;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::canonical_body> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::canonical_body> = true;

#endif
