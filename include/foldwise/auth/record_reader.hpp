#ifndef FOLDWISE_AUTH_RECORD_READER_HPP
#define FOLDWISE_AUTH_RECORD_READER_HPP

#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

// Splits the fields in which a receiver records its checks: Authentication-Results (RFC 8601
// section 2.2) and Received-SPF (RFC 7208 section 9.1). First it splits a field at each semicolon
// outside of comments and quoted-strings, and then each element into words with CFWS around them.
namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The octets that start a comment or a quoted-string. "[" does not start a domain-literal here.
inline constexpr char_class record_comment_stops{"(\""};

/// The octets that a search skips:
///     octets_of_elements    to the next semicolon, comment or quoted-string
///     octets_of_runs        to the next white space, comment or quoted-string
///     octets_beside_quotes  to the next control character or quote
inline constexpr octet_table octets_of_elements{any_octet - char_class{";\"("}};
inline constexpr octet_table octets_of_runs{any_octet - char_class{" \t\r\n(\""}};
inline constexpr octet_table octets_beside_quotes{any_octet - ctl - char_class{"\""}};

} // namespace detail

/// The offset of the next ";" outside of comments and quoted-strings, or the end. A comment or
/// quoted-string that is not closed extends to the end.
constexpr std::size_t find_semicolon(std::string_view value, std::size_t from) noexcept {
    auto at = detail::octets_of_elements.not_in(value, from);
    while (at < value.size() && value[at] != ';')
        at = detail::octets_of_elements.not_in(value,
                                               at + lexer{value.substr(at)}.peek().raw().size());
    return at;
}

/// The offset of the first comment or quoted-string that is not closed, or the end.
constexpr std::size_t find_not_closed(std::string_view value, std::size_t from) noexcept {
    constexpr auto const& stops = detail::record_comment_stops;
    for (auto at = scan::in(stops, value, from); at < value.size();) {
        auto const found = lexer{value.substr(at)}.peek();
        if (!found.is_closed()) return at;
        at = scan::in(stops, value, at + found.raw().size());
    }
    return value.size();
}

/// How the text after an "=" was read.
enum class value_reading : unsigned char {
    one,        ///< a value, quoted or not, which may be empty
    malformed,  ///< control characters outside of quotes, or two possible meanings
    not_closed, ///< a quoted-string or a comment is not closed
};

/// Reads the octets between two semicolons. Linear, as long as the caller looks ahead by no more
/// than a fixed number of words.
class record_reader {
  public:
    constexpr record_reader() = default;
    explicit constexpr record_reader(std::string_view text) noexcept : rest_{text} {}

    /// The octets that have not been read.
    constexpr std::string_view rest() const noexcept { return rest_; }

    /// Whether each quoted-string and each comment that was read is closed.
    constexpr bool is_closed() const noexcept { return is_closed_; }

    /// Skips white space and comments. Returns whether it skipped anything.
    constexpr bool skip_cfws() noexcept {
        if (rest_.empty() || detail::octets_of_runs.contains(rest_.front())) return false;
        auto const before = rest_.size();
        lexer in{rest_};
        if (in.rest().starts_with('(') && !in.skip_comments().is_closed()) is_closed_ = false;
        rest_ = in.rest();
        return rest_.size() != before;
    }

    /// Goes past `octet` if it comes next, and returns whether it did.
    constexpr bool skip(char octet) noexcept {
        if (!rest_.starts_with(octet)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// Reads octets as long as they are in `set`.
    constexpr std::string_view take_while(octet_table const& set) noexcept {
        return take(set.not_in(rest_, 0));
    }
    constexpr std::string_view take_while(char_class const& set) noexcept {
        return take(scan::not_in(set, rest_, 0));
    }

    /// Reads up to white space or a comment; a quoted-string is read as a whole.
    constexpr std::string_view take_run() noexcept {
        auto at = detail::octets_of_runs.not_in(rest_, 0);
        while (at < rest_.size()) {
            if (rest_[at] == '(' || wsp.contains(rest_[at]) || folds{}.cut_at(rest_, at) != 0)
                break;
            if (rest_[at] == '"') {
                auto const quoted = lexer{rest_.substr(at)}.peek();
                is_closed_ = is_closed_ && quoted.is_closed();
                at += quoted.raw().size();
            } else {
                ++at; // a line ending that is not a fold
            }
            at = detail::octets_of_runs.not_in(rest_, at);
        }
        return take(at);
    }

    /// A value as written, and how it can be read.
    struct taken_value {
        std::string_view raw;  ///< as written
        value_reading reading; ///< how it can be read
    };

    /// Reads the value after an "=". If only white space and comments follow, the value is an empty
    /// view directly after the "=". Two kinds of values have two possible meanings:
    ///     a= b=c    CFWS precedes an unquoted value that contains "=": `a` may be empty
    ///     a=b .c    CFWS follows, and then "@", "." or "=": `a` may continue
    constexpr taken_value take_value() noexcept {
        auto const start = rest_;
        bool const has_gap = skip_cfws();
        auto const raw = rest_.empty() ? start.substr(0, 0) : take_run();
        if (!is_closed_) return {raw, value_reading::not_closed};
        auto after = *this;
        after.skip_cfws();
        constexpr char_class joins{"@.="};
        bool const goes_on = !after.rest().empty() && joins.contains(after.rest().front());
        bool const is_quoted = recorded_value{raw}.is_quoted();
        bool const is_pair = has_gap && !is_quoted && raw.find('=') != raw.npos;
        bool const is_one = !goes_on && !is_pair && !has_ctl_outside_quotes(raw);
        return {raw, is_one ? value_reading::one : value_reading::malformed};
    }

  private:
    static constexpr bool has_ctl_outside_quotes(std::string_view run) noexcept {
        auto at = detail::octets_beside_quotes.not_in(run, 0);
        while (at < run.size() && run[at] == '"')
            at = detail::octets_beside_quotes.not_in(
                run, at + lexer{run.substr(at)}.peek().raw().size());
        return at < run.size();
    }

    constexpr std::string_view take(std::size_t size) noexcept {
        auto const taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::string_view rest_;
    bool is_closed_ = true;
};

/// Iterates over the elements between the semicolons of a value, from `first` on. The last element
/// is left out if it consists of white space and comments.
class semicolon_cutter {
  public:
    constexpr semicolon_cutter() = default;
    /// Cuts `value` from `first` on.
    constexpr semicolon_cutter(std::string_view value, std::size_t first) noexcept
        : value_{value}, first_{first} {
        cut();
    }

    constexpr bool at_end() const noexcept { return first_ > value_.size(); }
    constexpr std::string_view raw() const noexcept {
        return value_.substr(first_, last_ - first_);
    }
    constexpr void advance() noexcept {
        first_ = last_ + 1;
        cut();
    }

    /// Where the element starts; the size of the value + 1 if no element is left.
    constexpr std::size_t first() const noexcept { return first_; }

    /// Where the element ends: at its semicolon, or at the end of the value.
    constexpr std::size_t last() const noexcept { return last_; }

  private:
    constexpr void cut() noexcept {
        if (at_end()) return;
        last_ = find_semicolon(value_, first_);
        if (last_ != value_.size()) return;
        record_reader in{value_.substr(first_)};
        in.skip_cfws();
        if (in.rest().empty()) first_ = last_ + 1;
    }
    std::string_view value_;
    std::size_t first_ = 1;
    std::size_t last_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
