#ifndef FOLDWISE_TRACE_MESSAGE_ID_HPP
#define FOLDWISE_TRACE_MESSAGE_ID_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/base/white_space_runs.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

/// An identifier of a message, or of a part of one (RFC 5322 section 3.6.4, RFC 2045
/// section 7):
///
///     <keys.1@sample.net>
///
///     |-----------------|   raw()
///      |---------------|    text(), what is between the brackets
///      |----|               id_left()
///             |--------|    id_right()
///
///     msg-id   = [CFWS] "<" id-left "@" id-right ">" [CFWS]
///     id-left  = dot-atom-text / obs-id-left
///     id-right = dot-atom-text / no-fold-literal / obs-id-right
///
/// Two identifiers are the same if their text is, octet by octet, as everybody compares them:
/// the quotes and comments of the obsolete forms (section 4.5.4) stay where they are. Borrows
/// the value.
class message_id {
  public:
    constexpr message_id() = default;
    /// `raw` as it stands; `content` is what of it is between the brackets, and has white space in
    /// it only where that is the deviation.
    constexpr message_id(std::string_view raw FOLDWISE_LIFETIMEBOUND, std::string_view content,
                         std::optional<diagnostic_code> deviation) noexcept
        : raw_{raw}, content_{content}, deviation_{deviation.value_or(diagnostic_code{})},
          deviates_{deviation.has_value()} {}

    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Without the brackets, and without white space that should not be there.
    constexpr spliced<white_space_runs> text() const noexcept {
        return without_white_space(content_);
    }

    /// What is before the last "@", and behind it; without one, all of it is left.
    constexpr spliced<white_space_runs> id_left() const noexcept {
        return without_white_space(content_.substr(0, at_sign()));
    }
    constexpr spliced<white_space_runs> id_right() const noexcept {
        auto const at = at_sign();
        return without_white_space(content_.substr(at < content_.size() ? at + 1 : at));
    }

    /// In what it is not as RFC 5322 has it, yet can only mean one thing.
    constexpr std::optional<diagnostic_code> deviation() const noexcept {
        if (!deviates_) return std::nullopt;
        return deviation_;
    }

  private:
    constexpr spliced<white_space_runs> without_white_space(std::string_view part) const noexcept {
        bool const has_some =
            deviates_ && deviation_ == diagnostic_code::message_id_with_white_space;
        return spliced<white_space_runs>{has_some ? trim(part, fws_octets) : part, {has_some}};
    }

    constexpr std::size_t at_sign() const noexcept {
        auto const at = content_.ends_with(']') ? content_.rfind("@[") : content_.rfind('@');
        return at == std::string_view::npos ? content_.size() : at;
    }
    std::string_view raw_;
    std::string_view content_;
    diagnostic_code deviation_ = {}; // not an optional: g++ 12 takes its copy for a read of nothing
    bool deviates_ = false;
};

namespace detail {

class message_id_walker {
  public:
    constexpr message_id_walker() = default;
    explicit constexpr message_id_walker(std::string_view value) noexcept
        : in_{value}, has_brackets_{in_.rest().starts_with('<') || finds_bracket(value)} {
        advance();
    }

    constexpr bool at_end() const noexcept { return current_.raw().empty(); }
    constexpr message_id current() const noexcept { return current_; }
    constexpr std::size_t position() const noexcept { return left_; }
    constexpr void advance() noexcept {
        for (current_ = {}; at_end() && !in_.rest().empty();) {
            char const front = in_.rest().front();
            if (front == '<')
                take_bracketed();
            else if (front == '(' || front == '"')
                in_.next();
            else
                take_word();
        }
        left_ = at_end() ? 0 : in_.rest().size() + 1;
    }

  private:
    /// Whether a "<" stands outside of comments and quoted-strings.
    static constexpr bool finds_bracket(std::string_view value) noexcept {
        for (lexer in{value};;) {
            auto const token = in.next();
            if (token.is('<')) return true;
            if (token.is(token_kind::end)) return false;
        }
    }

    /// From "<" to ">"; without that, to white space or the next "<".
    constexpr void take_bracketed() noexcept {
        constexpr char_class brackets{"<>"};
        constexpr char_class stops{"< \t\r\n"};
        auto const rest = in_.rest();
        if (take_plain(rest)) return;
        auto const end = scan::in(brackets, rest, 1);
        bool const closed = end < rest.size() && rest[end] == '>';
        auto const size = closed ? end + 1 : scan::in(stops, rest, 1);
        auto const content = trim(rest.substr(1, closed ? end - 1 : size - 1), fws_octets);
        auto const blank = scan::in(fws_octets, content, 0);
        std::optional<diagnostic_code> deviation;
        if (!closed)
            deviation = diagnostic_code::message_id_not_closed;
        else if (blank != content.size() || content.size() != end - 1)
            deviation = diagnostic_code::message_id_with_white_space;
        else if (content.find('@') == std::string_view::npos)
            deviation = diagnostic_code::message_id_without_at;
        if (!content.empty()) current_ = {rest.substr(0, size), content, deviation};
        pass(size);
    }

    /// The same for an identifier without a deviation, which nearly all are.
    constexpr bool take_plain(std::string_view rest) noexcept {
        auto const at_sign = left_octets.not_in(rest, 1);
        if (at_sign == rest.size() || rest[at_sign] != '@') return false;
        auto const end = id_octets.not_in(rest, at_sign);
        bool const is_plain = end != rest.size() && rest[end] == '>';
        if (is_plain) current_ = {{rest.data(), end + 1}, {rest.data() + 1, end - 1}, std::nullopt};
        if (is_plain) pass(end + 1);
        return is_plain;
    }

    /// A word outside of brackets is an identifier only where no brackets are, and it
    /// has an "@"; else it is the phrase of RFC 5322 section 4.5.4.
    constexpr void take_word() noexcept {
        auto const rest = in_.rest();
        constexpr char_class stops{"<> \t\r\n(,;\""};
        auto const size = scan::in(stops, rest, 0);
        auto const word = rest.substr(0, size);
        if (!has_brackets_ && word.find('@') != std::string_view::npos)
            current_ = {word, word, diagnostic_code::message_id_without_brackets};
        pass(size == 0 ? 1 : size);
    }

    constexpr void pass(std::size_t size) noexcept { in_.pass_to(in_.position() + size); }

    static constexpr octet_table id_octets{vchar + utf8_non_ascii - char_class{"<>"}};
    static constexpr octet_table left_octets{vchar + utf8_non_ascii - char_class{"<>@"}};

    lexer in_;
    message_id current_;
    std::size_t left_ = 0;
    bool has_brackets_ = false;
};

} // namespace detail

/// The identifiers in a field: Message-ID, In-Reply-To, References, Content-ID and
/// their Resent forms (RFC 5322 sections 3.6.4 and 4.5.4).
///     message_ids{"<a@b>\r\n <c@d>(reply)"}  ->  <a@b>, <c@d>
///     references = "References:" 1*msg-id CRLF
///     obs-references = "References" *WSP ":" *(phrase / msg-id) CRLF
/// Comments, quoted-strings and other words (the obsolete phrase) are passed; nothing
/// in them is an identifier. Where a value has no "<" at all, a word with an "@" is
/// one, and says so. Total. A forward, borrowed range; O(value), nothing is allocated;
/// making it costs a look at the value for a "<".
class message_ids : public walk_range<detail::message_id_walker> {
  public:
    constexpr message_ids() = default;
    /// `value` is a field's raw_value().
    explicit constexpr message_ids(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : walk_range{detail::message_id_walker{value}} {}
    template <owning_temporary T>
    explicit message_ids(T&&) = delete;

    /// The first one: what a Message-ID field means.
    constexpr std::optional<message_id> first() const noexcept {
        if (empty()) return std::nullopt;
        return *begin();
    }
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::message_ids> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::message_ids> = true;

#endif
