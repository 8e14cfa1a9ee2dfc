#ifndef FOLDWISE_TRACE_MESSAGE_ID_HPP
#define FOLDWISE_TRACE_MESSAGE_ID_HPP

#include <foldwise/address/addr_spec_check.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/text_hash.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/unspaced.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {
class message_id_walker;
}

/// The identifier of a message, or of a part of one (RFC 5322 section 3.6.4, RFC 2045 section 7):
///
///     <keys.1@sample.net>
///
///     |-----------------|   raw()
///      |---------------|    text()
///      |----|               id_left()
///             |--------|    id_right()
///
///     msg-id   = [CFWS] "<" id-left "@" id-right ">" [CFWS]
///     id-left  = dot-atom-text / obs-id-left
///     id-right = dot-atom-text / no-fold-literal / obs-id-right
///
/// Two identifiers are equal if their texts are equal, octet by octet. The quotes and comments of
/// the obsolete forms (section 4.5.4) belong to the text. std::hash hashes the text, so that an
/// identifier can be the key of an unordered container.
///
/// Borrows the value; trivially copyable; each member is O(1), except for the texts, which are
/// lazy.
class message_id {
  public:
    constexpr message_id() = default;

    /// The identifier with its brackets, if it has any, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The identifier without its brackets, and without white space, which is not allowed in it.
    constexpr unspaced text() const noexcept { return without_white_space(content_); }

    /// The text before the last "@"; the whole text if there is no "@".
    constexpr unspaced id_left() const noexcept {
        return without_white_space(content_.substr(0, at_sign()));
    }
    /// The text after the last "@"; empty if there is no "@".
    constexpr unspaced id_right() const noexcept {
        auto const at = at_sign();
        return without_white_space(content_.substr(at < content_.size() ? at + 1 : at));
    }

    /// message_id_not_closed, message_id_with_white_space, message_id_without_at,
    /// message_id_without_brackets or message_id_bare_word; message_id_malformed if the text does
    /// not have the form of an addr-spec, and message_id_obsolete if it has an obsolete one. Its
    /// range is all of raw(). O(raw).
    constexpr optional<diagnostic> deviation() const noexcept {
        if (deviates_) return diagnostic{deviation_, 0, raw_.size()};
        auto const problem = check_addr_spec(content_);
        bool const is_quoted = content_.starts_with('"'); // allowed in an addr-spec
        if (!problem && !is_quoted) return std::nullopt;
        bool const is_obsolete = !problem || problem->code == diagnostic_code::address_obsolete;
        return diagnostic{is_obsolete ? diagnostic_code::message_id_obsolete
                                      : diagnostic_code::message_id_malformed,
                          0, raw_.size()};
    }

    /// Whether both texts are the same, octet by octet. O(n).
    friend constexpr bool operator==(message_id const& left, message_id const& right) noexcept {
        return left.text() == right.text();
    }

  private:
    friend detail::message_id_walker;
    constexpr message_id(std::string_view raw, std::string_view content,
                         optional<diagnostic_code> deviation) noexcept
        : raw_{raw}, content_{content}, deviation_{deviation.value_or(diagnostic_code{})},
          deviates_{deviation.has_value()} {}

    constexpr unspaced without_white_space(std::string_view part) const noexcept {
        bool const has_some =
            deviates_ && deviation_ == diagnostic_code::message_id_with_white_space;
        return unspaced{has_some ? trim(part, fws_octets) : part, {has_some}};
    }

    constexpr std::size_t at_sign() const noexcept {
        auto const at = content_.ends_with(']') ? content_.rfind("@[") : content_.rfind('@');
        return at == std::string_view::npos ? content_.size() : at;
    }

    std::string_view raw_;
    std::string_view content_;       // contains white space only if that is the deviation
    diagnostic_code deviation_ = {}; // not an optional, because g++ 12 warns when that is copied
    bool deviates_ = false;
};

namespace detail {

/// Whether phrases may be between the identifiers in the field, by RFC 5322 section 4.5.4.
constexpr bool may_have_phrases(std::string_view name) noexcept {
    return ascii_iequals(name, "In-Reply-To") || ascii_iequals(name, "References");
}

/// Whether the field is Message-ID, Resent-Message-ID or Content-ID, which hold one identifier.
constexpr bool has_one_identifier(std::string_view name) noexcept {
    return name.size() > 2 && ascii_iequals(name.substr(name.size() - 3), "-ID");
}

class message_id_walker {
  public:
    constexpr message_id_walker() = default;
    /// `name` is that of the field: in In-Reply-To and References, a single word without "@" is no
    /// identifier.
    constexpr message_id_walker(std::string_view value, std::string_view name) noexcept
        : in_{value} {
        if (!in_.rest().starts_with('<')) words_are_ids_ = has_ids_without_brackets(name);
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
    /// Whether the words outside of brackets are identifiers: there is no "<" outside of comments
    /// and quoted-strings, and either each word has an "@", or there is only one word. Otherwise
    /// they belong to an obsolete phrase (RFC 5322 section 4.5.4), which is text for people.
    FOLDWISE_COLD constexpr bool has_ids_without_brackets(std::string_view name) const noexcept {
        bool may_be_bare = !may_have_phrases(name);
        std::size_t words = 0;
        bool each_has_at = true;
        for (auto in = in_; !in.rest().empty();) {
            char const front = in.rest().front();
            if (front == '<' || front == '"') return false;
            if (front == '(') {
                in.next();
                continue;
            }
            auto const word = word_at(in.rest());
            bool const is_encoded = word.starts_with("=?") && word.ends_with("?=");
            may_be_bare = may_be_bare && (!word.empty() || front == '>') && !is_encoded;
            each_has_at = each_has_at && (word.empty() || word.find('@') != word.npos);
            words += word.empty() ? 0u : 1u;
            in.pass_to(in.position() + (word.empty() ? 1 : word.size()));
        }
        return each_has_at || (may_be_bare && words == 1);
    }

    /// Takes the text from "<" to ">"; if the bracket is not closed, up to white space or "<".
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
        optional<diagnostic_code> deviation;
        if (!closed)
            deviation = diagnostic_code::message_id_not_closed;
        else if (blank != content.size() || content.size() != end - 1)
            deviation = diagnostic_code::message_id_with_white_space;
        else if (content.find('@') == std::string_view::npos)
            deviation = diagnostic_code::message_id_without_at;
        if (!content.empty()) current_ = {rest.substr(0, size), content, deviation};
        pass(size);
    }

    /// Does the same in one pass for an identifier without a deviation, as nearly all are.
    constexpr bool take_plain(std::string_view rest) noexcept {
        auto const at_sign = scan::not_visible_or<'<', '>', '@'>(rest, 1);
        if (at_sign == rest.size() || rest[at_sign] != '@') return false;
        auto const end = scan::not_visible_or<'<', '>'>(rest, at_sign);
        bool const is_plain = end != rest.size() && rest[end] == '>';
        if (is_plain) current_ = {{rest.data(), end + 1}, {rest.data() + 1, end - 1}, std::nullopt};
        if (is_plain) pass(end + 1);
        return is_plain;
    }

    /// Takes a word outside of brackets, or a ">", "," or ";".
    constexpr void take_word() noexcept {
        using enum diagnostic_code;
        auto const word = word_at(in_.rest());
        bool const has_at = word.find('@') != word.npos;
        if (words_are_ids_ && !word.empty())
            current_ = {word, word, has_at ? message_id_without_brackets : message_id_bare_word};
        pass(word.empty() ? 1 : word.size());
    }

    static constexpr std::string_view word_at(std::string_view rest) noexcept {
        constexpr char_class stops{"<> \t\r\n(,;\""};
        return rest.substr(0, scan::in(stops, rest, 0));
    }

    constexpr void pass(std::size_t size) noexcept { in_.pass_to(in_.position() + size); }

    lexer in_;
    message_id current_;
    std::size_t left_ = 0; // 1 + the number of octets after the identifier; 0 at the end
    bool words_are_ids_ = false;
};

} // namespace detail

/// The identifiers in a field: Message-ID, In-Reply-To, References, Content-ID and their Resent
/// forms (RFC 5322 sections 3.6.4 and 4.5.4).
///     message_ids{"<a@b>\r\n <c@d>(reply)"}  ->  <a@b>, <c@d>
///     references     = "References:" 1*msg-id CRLF
///     obs-references = "References" *WSP ":" *(phrase / msg-id) CRLF
/// Comments, quoted-strings and other words (the obsolete phrase) are skipped. If the value has no
/// "<" outside of comments and quoted-strings, and nothing but words with an "@", each of them is
/// an identifier, with a deviation. A value that is a single word without "@" is one, too, but not
/// in In-Reply-To and References, where it is an obsolete phrase:
///     message_ids{"20141215.1"}.first()->text()  ->  "20141215.1"
/// No identifier is taken from other text. A bracket that is missing or repeated is ignored.
///
/// A forward range that borrows the value. Total. A traversal is O(value); the constructor looks
/// for a "<" and reads the first identifier. Nothing is allocated.
class message_ids : public walk_range<detail::message_id_walker> {
  public:
    constexpr message_ids() = default;

    /// Reads a field's raw_value(), as that of Message-ID.
    explicit constexpr message_ids(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : message_ids{value, "Message-ID"} {}
    explicit constexpr message_ids(field const& f) noexcept
        : message_ids{f.raw_value(), f.name()} {}
    template <owning_temporary T>
    explicit message_ids(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The first identifier, if there is one. A valid Message-ID field has no others.
    constexpr optional<message_id> first() const noexcept {
        if (empty()) return std::nullopt;
        return *begin();
    }

  private: // before diagnose(), so that clang can evaluate that at compile time
    /// Reports the text from `first` to `last` that is neither white space nor comments.
    template <class Report>
    constexpr void diagnose_text(std::size_t first, std::size_t last, Report& report) const {
        std::size_t start = last;
        std::size_t end = last;
        bool is_phrase = true;
        for (lexer in{raw_.substr(first, last - first)};;) {
            auto const next = in.next();
            if (next.is(token_kind::end)) break;
            if (next.is(token_kind::comment) && next.is_closed()) continue;
            auto const at = offset_of(raw_, next.raw());
            if (start == last) start = at;
            end = at + next.raw().size();
            bool const is_word = next.is(token_kind::atom) || next.is(token_kind::quoted_string);
            is_phrase = is_phrase && next.is_closed() && (is_word || next.is('.'));
        }
        if (start == last) return;
        bool const is_obsolete = is_phrase && detail::may_have_phrases(name_);
        report(diagnostic{is_obsolete ? diagnostic_code::message_id_phrase
                                      : diagnostic_code::message_id_other_text,
                          start, end - start});
    }

  public:
    /// Calls `report` with each problem, in order: the deviations of identifiers, and
    ///     message_id_duplicate   an identifier after the first one in Message-ID or Content-ID
    ///     message_id_phrase      an obsolete phrase in In-Reply-To or References
    ///     message_id_other_text  any other text that is not an identifier
    /// Offsets count from the start of raw(). O(value).
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        std::size_t end = 0; // of the last identifier
        for (auto const id : *this) {
            auto const start = offset_of(raw_, id.raw());
            diagnose_text(end, start, report);
            if (auto problem = id.deviation()) {
                problem->offset = start;
                report(*problem);
            }
            if (end != 0 && detail::has_one_identifier(name_))
                report(diagnostic{diagnostic_code::message_id_duplicate, start, id.raw().size()});
            end = start + id.raw().size();
        }
        diagnose_text(end, raw_.size(), report);
    }

    /// The gravest of the problems that diagnose() reports, and the first of equally grave ones.
    /// O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr message_ids(std::string_view value, std::string_view name) noexcept
        : walk_range{detail::message_id_walker{value, name}}, raw_{value}, name_{name} {}

    std::string_view raw_;
    std::string_view name_; // of the field
};

} // namespace foldwise::inline FOLDWISE_ABI

/// The hash of text(), which operator== compares.
template <>
struct std::hash<foldwise::message_id> {
    constexpr std::size_t operator()(foldwise::message_id const& id) const noexcept {
        foldwise::text_hash sum;
        for (auto const piece : id.text().pieces()) sum.add(piece);
        return static_cast<std::size_t>(sum.value());
    }
};

template <>
inline constexpr bool std::ranges::enable_view<foldwise::message_ids> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::message_ids> = true;

#endif
