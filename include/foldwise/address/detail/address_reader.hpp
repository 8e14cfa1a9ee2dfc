#ifndef FOLDWISE_ADDRESS_DETAIL_ADDRESS_READER_HPP
#define FOLDWISE_ADDRESS_DETAIL_ADDRESS_READER_HPP

#include <foldwise/address/detail/addr_spec_reader.hpp>
#include <foldwise/address/detail/address_element.hpp>
#include <foldwise/address/detail/address_lexer.hpp>
#include <foldwise/address/detail/plain_mailbox.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The parts of a list of addresses. Separators and empty elements are not parts.
enum class address_part : unsigned char { end, mailbox, group_start, group_end };

/// Reads a list of addresses part by part. An element between two separators is a mailbox, which
/// may have an error that says why it cannot be read. Each token is read at most twice.
class address_reader {
  public:
    constexpr address_reader() = default;
    explicit constexpr address_reader(std::string_view list) noexcept
        : list_{list}, last_atom_{plain_mailbox::last_atom(list)}, in_{list} {}

    /// Reads the members of `group`, which start at `offset` in the list.
    constexpr address_reader(std::string_view members, std::size_t offset,
                             std::string_view group) noexcept
        : list_{members}, last_atom_{plain_mailbox::last_atom(members)}, in_{members},
          offset_{offset}, group_{group}, is_in_group_{true} {}

    /// Advances to the next part, and returns what it is.
    constexpr address_part next() noexcept {
        if (ends_group_) return end_group();
        for (;;) {
            start_ = in_.position();
            if (start_ == list_.size()) return is_in_group_ ? end_group() : address_part::end;
            if (take_plain_mailbox()) return address_part::mailbox;
            auto const separator = in_.peek();
            if (separator.is(';') && is_in_group_) {
                pass();
                semicolon_ = at_;
                return end_group();
            }
            if (separator.is(',') || separator.is(';')) {
                pass();
                continue;
            }
            auto const part = read_element();
            if (part == address_part::group_start || !element_.is_blank()) return part;
            if (ends_group_) return end_group();
        }
    }

    /// At a mailbox: whether it can be read.
    constexpr bool has_mailbox() const noexcept { return !element_.error; }

    /// At a mailbox that can be read: its parts.
    constexpr mailbox_parts mailbox() const noexcept {
        return {part(start_, last_),
                element_.display_name,
                element_.route,
                element_.comment,
                group_,
                address(),
                element_.deviation,
                element_.semicolon,
                element_.has_deviation,
                element_.is_plain_name};
    }

    /// At a mailbox that cannot be read: why.
    constexpr diagnostic error() const noexcept {
        return {*element_.error, offset_ + start_, last_ - start_};
    }

    /// At a mailbox that can be read: calls `report` with each problem except address_semicolon,
    /// with offsets from the start of the mailbox.
    template <class Report>
    constexpr void diagnose_mailbox(Report&& report) const {
        element_.diagnose(list_.substr(0, last_), start_, report);
    }

    /// At a mailbox that cannot be read: the display name; empty if there is none.
    constexpr std::string_view display_name() const noexcept { return element_.display_name; }

    /// The name of the group that the reader is in; empty outside of groups.
    constexpr std::string_view group() const noexcept { return group_; }

    /// Where the last part starts; at the end, the size of the list.
    constexpr std::size_t start() const noexcept { return start_; }

    /// Where the last token ends that is not a separator.
    constexpr std::size_t last() const noexcept { return last_; }

    /// At the end of a group: where its semicolon is, if there is one.
    constexpr optional<std::size_t> semicolon() const noexcept { return semicolon_; }

  private:
    constexpr address_part end_group() noexcept {
        is_in_group_ = ends_group_ = false;
        group_ = {};
        return address_part::group_end;
    }

    /// Passes the next token, and returns it. A separator does not belong to a part.
    constexpr token pass() noexcept {
        at_ = in_.position();
        auto const passed = in_.next();
        if (!ends_element(passed)) last_ = at_ + passed.raw().size();
        return passed;
    }

    static constexpr bool ends_element(token const& next) noexcept {
        return next.is(token_kind::end) || next.is(',') || next.is(';');
    }

    /// Passes the next element and the separator after it, if the element is plain.
    constexpr bool take_plain_mailbox() noexcept {
        plain_mailbox const found{list_, start_, last_atom_};
        if (!found.is_read()) return false;
        if (!element_.is_plain) element_ = {};
        element_.address = {found.address(), found.at_sign(), found.address_end()};
        element_.display_name = part(start_, found.name_end());
        element_.is_plain_name = !found.has_encoded_word();
        last_ = found.end();
        bool const is_last = found.separator() == list_.size();
        in_.pass_to(found.separator() + (is_last ? 0 : 1));
        return true;
    }

    FOLDWISE_NOINLINE constexpr address_part read_element() noexcept {
        element_ = {};
        element_.is_plain = element_.is_plain_name = false;
        auto next = pass();
        bool const has_open_quote = next.is(token_kind::quoted_string) && !next.is_closed();
        if (has_open_quote && take_after_open_quote()) next = pass();
        for (; !ends_element(next); next = pass()) {
            if (next.is(':') && !is_in_group_ && element_.can_be_group_name()) {
                group_ = text(element_.address);
                is_in_group_ = true;
                semicolon_.reset();
                return address_part::group_start;
            }
            take(next);
        }
        if (next.is(';') && is_in_group_) {
            ends_group_ = true;
            semicolon_ = at_;
        } else if (next.is(';')) {
            element_.semicolon = at_ - start_;
        }
        element_.finish(list_.substr(0, last_), start_);
        return address_part::mailbox;
    }

    constexpr void take(token const& next) noexcept {
        bool const is_after_address = element_.has_angle || element_.lacks_bracket;
        if (!next.is_closed()) {
            element_.fail(diagnostic_code::address_not_closed);
        } else if (next.is(token_kind::comment)) {
            element_.comment = next.raw();
        } else if (is_after_address && next.is('>')) {
            element_.has_more_brackets = true;
        } else if (is_after_address) {
            element_.fail(diagnostic_code::address_malformed); // text after the angle brackets
        } else if (next.is('<')) {
            element_.display_name = text(element_.address);
            take_angle_addr();
        } else if (next.is('>') && !element_.address.error_code()) {
            element_.lacks_bracket = true;
        } else {
            element_.take(next, at_);
        }
    }

    /// After a DQUOTE at the start of an element that is never closed: passes the element as if the
    /// quoted-string ended before the "<" (RFC 7103 section 7.1.6). Returns false and passes
    /// nothing if no angle-addr follows before the next comma, or if the element goes on after it.
    ///     "Joe <joe@a.example>, b@c
    FOLDWISE_COLD constexpr bool take_after_open_quote() noexcept {
        auto const angle = next_angle();
        if (angle == list_.size()) return false;
        auto const before = *this;
        in_.pass_to(angle);
        pass();
        take_angle_addr();
        while (in_.peek().is(token_kind::comment)) take(pass());
        element_.address.finish(list_);
        bool const is_angle_addr = !element_.lacks_bracket && !element_.has_more_brackets &&
                                   !element_.error && !element_.address.error_code();
        if (!is_angle_addr || !ends_element(in_.peek())) {
            *this = before;
            return false;
        }
        auto const name = trim_fws(part(start_, angle));
        if (name.size() > 1) element_.display_name = name;
        element_.has_open_quote = true;
        return true;
    }

    /// Where the next "<" is, if it comes before the next comma; the size of the list if not.
    constexpr std::size_t next_angle() const noexcept {
        for (auto at = start_ + 1; at < list_.size() && list_[at] != ','; ++at) {
            if (list_[at] == '<') return at;
            if (list_[at] == '\\') ++at;
        }
        return list_.size();
    }

    /// After "<": passes everything up to ">". If it is missing, stops before the next separator,
    /// or before a "<" that may start another address.
    ///     <<a@b>>    <A <a@b>>    <a@b
    constexpr void take_angle_addr() noexcept {
        element_.has_angle = true;
        element_.address = {};
        token before;          // the last token of the route
        bool are_words = true; // only atoms, dots and quoted-strings so far
        for (bool is_in_route = false;;) {
            auto const next = in_.peek();
            if (ends_element(next) && !(is_in_route && goes_on_after_comma())) {
                element_.lacks_bracket = true;
                if (is_in_route) element_.fail(diagnostic_code::address_not_closed);
                return;
            }
            if (next.is('<') && !(are_words && take_words_as_name()))
                return element_.fail(diagnostic_code::address_not_closed);
            pass();
            if (!next.is_closed()) return element_.fail(diagnostic_code::address_not_closed);
            if (next.is('>')) {
                if (is_in_route) element_.fail(diagnostic_code::address_malformed);
                return;
            }
            if (next.is(token_kind::comment)) continue;
            if (next.is('<')) {
                element_.has_more_brackets = true;
                continue;
            }
            are_words &=
                next.is(token_kind::atom) || next.is(token_kind::quoted_string) || next.is('.');
            if (is_in_route) {
                if (!goes_on_route(before, next)) element_.fail(diagnostic_code::address_malformed);
                is_in_route = !next.is(':');
                if (is_in_route) element_.route = part(route_, last_);
                before = next;
            } else if (next.is('@') && element_.address.is_empty() && element_.route.empty()) {
                is_in_route = true;
                route_ = at_;
                before = next;
            } else {
                element_.address.take(next, at_);
            }
        }
    }

    /// Before a "<" inside angle brackets: the words before it, if there are any, are the display
    /// name. Returns false if there is a display name already.
    constexpr bool take_words_as_name() noexcept {
        if (element_.address.is_empty()) return true;
        if (!element_.display_name.empty()) return false;
        element_.display_name = text(element_.address);
        element_.address = {};
        return true;
    }

    /// Whether `next` may follow `before` in a route (RFC 5322 section 4.4).
    ///     obs-route       = obs-domain-list ":"
    ///     obs-domain-list = *(CFWS / ",") "@" domain *("," [CFWS] ["@" domain])
    static constexpr bool goes_on_route(token const& before, token const& next) noexcept {
        if (next.is('@')) return before.is(',');
        if (next.is('.')) return before.is(token_kind::atom);
        if (next.is(token_kind::atom)) return before.is('@') || before.is('.');
        if (next.is(token_kind::domain_literal)) return before.is('@');
        bool const is_after_domain =
            before.is(token_kind::atom) || before.is(token_kind::domain_literal);
        return (next.is(',') || next.is(':')) && (is_after_domain || before.is(','));
    }

    /// Whether the next token is a "," that belongs to a route.
    constexpr bool goes_on_after_comma() const noexcept { return in_.sees_after_comma("@,:"); }

    constexpr foldwise::addr_spec address() const noexcept {
        auto const& found = element_.address;
        if (!element_.is_plain) return {list_, found};
        return {part(found.first(), found.last()), found.local_part_last() - found.first()};
    }

    constexpr std::string_view text(addr_spec_reader const& read) const noexcept {
        return part(read.first(), read.last());
    }

    constexpr std::string_view part(std::size_t first, std::size_t last) const noexcept {
        return {list_.data() + first, last - first};
    }

    std::string_view list_;
    std::size_t last_atom_ = 0; // see plain_mailbox
    address_lexer in_;
    std::size_t offset_ = 0;
    std::string_view group_;
    bool is_in_group_ = false;
    bool ends_group_ = false; // the last part ended the group
    optional<std::size_t> semicolon_;
    std::size_t start_ = 0;
    std::size_t last_ = 0;
    std::size_t at_ = 0;    // where the last token starts
    std::size_t route_ = 0; // where the route starts
    address_element element_;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
