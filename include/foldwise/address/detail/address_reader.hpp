#ifndef FOLDWISE_ADDRESS_DETAIL_ADDRESS_READER_HPP
#define FOLDWISE_ADDRESS_DETAIL_ADDRESS_READER_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/detail/addr_spec_reader.hpp>
#include <foldwise/address/detail/plain_mailbox.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise::detail {

/// What a list of addresses is made of, but for its separators and empty elements.
enum class address_part : unsigned char { end, mailbox, group_start, group_end };

/// Reads a list of addresses part by part. What lies between two separators is a mailbox, or
/// the diagnostic that says why there is none. Each token is looked at twice at most.
class address_reader {
  public:
    constexpr address_reader() = default;
    explicit constexpr address_reader(std::string_view list) noexcept
        : list_{list}, last_atom_{plain_mailbox::last_atom(list)}, in_{list} {}

    /// For the members of `group`, which start at `offset` in the list.
    constexpr address_reader(std::string_view members, std::size_t offset,
                             std::string_view group) noexcept
        : list_{members}, last_atom_{plain_mailbox::last_atom(members)}, in_{members},
          offset_{offset}, group_{group}, is_in_group_{true} {}

    /// Goes on to the next part, and says what it is.
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
            if (part == address_part::group_start || !is_blank()) return part;
            if (ends_group_) return end_group();
        }
    }

    /// At a mailbox: it, or why it cannot be read.
    constexpr result<foldwise::mailbox> mailbox() const noexcept {
        if (!has_mailbox()) return diagnostic{*element_.problem, offset_ + start_, last_ - start_};
        return readable_mailbox();
    }
    constexpr bool has_mailbox() const noexcept { return !element_.problem; }

    /// Where it has one.
    constexpr foldwise::mailbox readable_mailbox() const noexcept {
        return {{part(start_, last_), element_.display_name, element_.route, element_.comment,
                 group_, element_.is_plain},
                {list_, element_.address},
                element_.deviation};
    }

    /// From the start of a group up to its end: its name.
    constexpr std::string_view group() const noexcept { return group_; }

    /// Where the part starts that was read last; the end of the list, where that is read.
    constexpr std::size_t start() const noexcept { return start_; }

    /// Where the last part ended that was more than a separator.
    constexpr std::size_t last() const noexcept { return last_; }

    /// At the end of a group: where its semicolon is, if it is there.
    constexpr std::optional<std::size_t> semicolon() const noexcept { return semicolon_; }

  private:
    constexpr address_part end_group() noexcept {
        is_in_group_ = ends_group_ = false;
        group_ = {};
        return address_part::group_end;
    }

    /// The next token, passed; separators do not belong to a part.
    constexpr token pass() noexcept {
        at_ = in_.position();
        auto const passed = in_.next();
        if (!ends_element(passed)) last_ = at_ + passed.raw().size();
        return passed;
    }

    static constexpr bool ends_element(token const& next) noexcept {
        return next.is(token_kind::end) || next.is(',') || next.is(';');
    }

    /// The next element, if it is plain, passed with what separates it from the one behind.
    constexpr bool take_plain_mailbox() noexcept {
        plain_mailbox const found{list_, start_, last_atom_};
        if (!found.is_read()) return false;
        if (!element_.is_plain) element_ = {};
        element_.address = {found.address(), found.at_sign(), found.address_end()};
        element_.display_name = part(start_, found.name_end());
        last_ = found.end();
        bool const is_last = found.separator() == list_.size();
        in_.pass_to(found.separator() + (is_last ? 0 : 1));
        return true;
    }

    constexpr address_part read_element() noexcept {
        element_ = {};
        element_.is_plain = false;
        auto next = pass();
        for (; !ends_element(next); next = pass()) {
            if (next.is(':') && can_be_group_name()) {
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
            deviate(diagnostic_code::address_semicolon, at_, 1);
        }
        finish();
        return address_part::mailbox;
    }

    /// Whether there were comments only: an empty element (RFC 5322 section 4.4).
    constexpr bool is_blank() const noexcept {
        return element_.address.is_empty() && !element_.has_angle &&
               element_.problem != diagnostic_code::address_not_closed;
    }

    constexpr bool can_be_group_name() const noexcept {
        return !is_in_group_ && !element_.problem && !element_.has_angle &&
               !element_.address.is_empty() && !element_.has_specials;
    }

    constexpr void take(token const& next) noexcept {
        if (!next.is_closed()) {
            fail(diagnostic_code::address_not_closed);
        } else if (next.is(token_kind::comment)) {
            element_.comment = next.raw();
        } else if (element_.has_angle) {
            fail(diagnostic_code::address_malformed); // text behind the angle brackets
        } else if (next.is('<')) {
            take_angle_addr();
        } else {
            if (next.is('.'))
                element_.has_dot = true;
            else if (next.is(token_kind::atom))
                element_.has_odd_word |= !is_plain(next.raw());
            else if (!next.is(token_kind::quoted_string))
                element_.has_specials = true;
            if (next.is(':')) fail(diagnostic_code::address_malformed); // of which group
            element_.address.take(next, at_);
        }
    }

    /// Whether readers that know no encoded-words take it as one word as well, or as words
    /// with dots between them (RFC 2047 section 5).
    static constexpr bool is_plain(std::string_view word) noexcept {
        return scan::in(specials - char_class{"."}, word, 0) == word.size();
    }

    /// What is behind "<", up to ">"; or up to what must be behind the address.
    constexpr void take_angle_addr() noexcept {
        element_.has_angle = true;
        element_.display_name = text(element_.address);
        element_.address = {};
        token before; // in the route
        for (bool is_in_route = false;;) {
            auto const next = in_.peek();
            if (next.is('<') || (ends_element(next) && !(is_in_route && goes_on_behind_comma())))
                return fail(diagnostic_code::address_not_closed);
            pass();
            if (!next.is_closed()) return fail(diagnostic_code::address_not_closed);
            if (next.is('>')) {
                if (is_in_route) fail(diagnostic_code::address_malformed);
                return;
            }
            if (next.is(token_kind::comment)) continue;
            if (is_in_route) {
                if (!goes_on_route(before, next)) fail(diagnostic_code::address_malformed);
                is_in_route = !next.is(':');
                if (is_in_route) element_.route = list_.substr(route_, last_ - route_);
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

    /// Whether `next` may follow `before` in a route (RFC 5322 section 4.4).
    ///     obs-route       = obs-domain-list ":"
    ///     obs-domain-list = *(CFWS / ",") "@" domain *("," [CFWS] ["@" domain])
    static constexpr bool goes_on_route(token const& before, token const& next) noexcept {
        if (next.is('@')) return before.is(',');
        if (next.is('.')) return before.is(token_kind::atom);
        if (next.is(token_kind::atom)) return before.is('@') || before.is('.');
        if (next.is(token_kind::domain_literal)) return before.is('@');
        bool const is_behind_domain =
            before.is(token_kind::atom) || before.is(token_kind::domain_literal);
        return (next.is(',') || next.is(':')) && (is_behind_domain || before.is(','));
    }

    /// Whether a "," comes next that belongs to a route.
    constexpr bool goes_on_behind_comma() const noexcept {
        auto ahead = in_;
        if (!ahead.next().is(',')) return false;
        auto const next = ahead.next_outside_comments();
        return next.is('@') || next.is(',') || next.is(':');
    }

    /// Looks at what the whole element is.
    constexpr void finish() noexcept {
        auto const& address = element_.address;
        if (!element_.problem) element_.problem = address.problem();
        if (element_.problem) return;
        if (auto const code = address.deviation())
            deviate(*code, address.first(), address.last() - address.first());
        if (!element_.route.empty())
            deviate(diagnostic_code::address_obsolete, route_, element_.route.size());
        bool const is_odd = element_.has_specials || element_.has_odd_word;
        if (element_.has_angle && (is_odd || element_.has_dot))
            deviate(is_odd ? diagnostic_code::display_name_malformed
                           : diagnostic_code::address_obsolete,
                    offset_of(list_, element_.display_name), element_.display_name.size());
    }

    constexpr void fail(diagnostic_code code) noexcept {
        if (!element_.problem) element_.problem = code;
    }

    /// Keeps the gravest.
    constexpr void deviate(diagnostic_code code, std::size_t at, std::size_t size) noexcept {
        diagnostic const next{code, offset_ + at, size};
        if (!element_.deviation || element_.deviation->severity() < next.severity())
            element_.deviation = next;
    }

    constexpr std::string_view text(addr_spec_reader const& read) const noexcept {
        return part(read.first(), read.last());
    }

    constexpr std::string_view part(std::size_t first, std::size_t last) const noexcept {
        return {list_.data() + first, last - first};
    }

    struct element {
        addr_spec_reader address; // of all, or of what is in angle brackets
        std::string_view display_name;
        std::string_view route;
        std::string_view comment;
        std::optional<diagnostic_code> problem;
        std::optional<diagnostic> deviation;
        bool has_angle = false;
        bool has_dot = false;      // outside of angle brackets
        bool has_specials = false; // others, outside of angle brackets
        bool has_odd_word = false; // specials in an encoded-word there
        bool is_plain = true;      // nothing but the address and the display name is there
    };

    std::string_view list_;
    std::size_t last_atom_ = 0; // see plain_mailbox
    lexer in_;
    std::size_t offset_ = 0;
    std::string_view group_;
    bool is_in_group_ = false;
    bool ends_group_ = false; // the part that was read last did
    std::optional<std::size_t> semicolon_;
    std::size_t start_ = 0;
    std::size_t last_ = 0;
    std::size_t at_ = 0;    // of the token that was passed last
    std::size_t route_ = 0; // where it starts
    element element_;
};

} // namespace foldwise::detail

#endif
