#ifndef FOLDWISE_ADDRESS_DETAIL_ADDRESS_READER_HPP
#define FOLDWISE_ADDRESS_DETAIL_ADDRESS_READER_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/detail/addr_spec_reader.hpp>
#include <foldwise/address/detail/plain_mailbox.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::detail {

/// The parts of one mailbox. Texts are unchanged, and empty if they are missing.
struct mailbox_parts {
    std::string_view raw;
    std::string_view display_name;
    std::string_view route;
    std::string_view comment;
    std::string_view group; // the name of the group that the mailbox is in
    foldwise::addr_spec address;
    diagnostic deviation;      // the gravest problem, if has_deviation
    std::size_t semicolon = 0; // the offset of a semicolon after the mailbox; 0 if there is none
    bool has_deviation = false;
    bool is_plain_name = false; // whether display_name is the text, except for quotes around it
};

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
            if (part == address_part::group_start || !is_blank()) return part;
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
                {list_, element_.address},
                element_.deviation,
                element_.semicolon,
                element_.has_deviation,
                element_.is_plain};
    }

    /// At a mailbox that cannot be read: why.
    constexpr diagnostic error() const noexcept {
        return {*element_.error, offset_ + start_, last_ - start_};
    }

    /// At a mailbox that can be read: calls `report` with each problem except address_semicolon,
    /// with offsets from the start of the mailbox.
    template <class Report>
    constexpr void diagnose_mailbox(Report&& report) const {
        auto const& address = element_.address;
        auto const note = [&](diagnostic_code code, std::size_t first, std::size_t size) {
            report(diagnostic{code, first - start_, size});
        };
        if (element_.has_angle && (element_.has_specials || element_.has_odd_word))
            note(diagnostic_code::display_name_malformed, name_offset(),
                 element_.display_name.size());
        else if (element_.has_angle && element_.has_dot)
            note(diagnostic_code::address_obsolete, name_offset(), element_.display_name.size());
        if (!element_.route.empty())
            note(diagnostic_code::address_obsolete, route_, element_.route.size());
        auto const size = address.last() - address.first();
        if (address.has_odd_dot()) note(diagnostic_code::address_dots, address.first(), size);
        if (address.is_obsolete()) note(diagnostic_code::address_obsolete, address.first(), size);
    }

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
        last_ = found.end();
        bool const is_last = found.separator() == list_.size();
        in_.pass_to(found.separator() + (is_last ? 0 : 1));
        return true;
    }

    FOLDWISE_NOINLINE constexpr address_part read_element() noexcept {
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
            element_.semicolon = at_ - start_;
        }
        finish();
        return address_part::mailbox;
    }

    /// Whether the element is empty (RFC 5322 section 4.4): it has nothing but comments.
    constexpr bool is_blank() const noexcept {
        return element_.address.is_empty() && !element_.has_angle &&
               element_.error != diagnostic_code::address_not_closed;
    }

    constexpr bool can_be_group_name() const noexcept {
        return !is_in_group_ && !element_.error && !element_.has_angle &&
               !element_.address.is_empty() && !element_.has_specials;
    }

    constexpr void take(token const& next) noexcept {
        if (!next.is_closed()) {
            fail(diagnostic_code::address_not_closed);
        } else if (next.is(token_kind::comment)) {
            element_.comment = next.raw();
        } else if (element_.has_angle) {
            fail(diagnostic_code::address_malformed); // text after the angle brackets
        } else if (next.is('<')) {
            take_angle_addr();
        } else {
            if (next.is('.'))
                element_.has_dot = true;
            else if (next.is(token_kind::atom))
                element_.has_odd_word |= !is_plain(next.raw());
            else if (!next.is(token_kind::quoted_string))
                element_.has_specials = true;
            if (next.is(':')) fail(diagnostic_code::address_malformed); // a second group name
            element_.address.take(next, at_);
        }
    }

    /// Whether a reader that does not know encoded-words also reads the atom as one word, or as
    /// words with dots between them (RFC 2047 section 5).
    static constexpr bool is_plain(std::string_view word) noexcept {
        return scan::in(specials - char_class{"."}, word, 0) == word.size();
    }

    /// After "<": passes everything up to ">". If it is missing, stops before the next "<" or
    /// separator.
    constexpr void take_angle_addr() noexcept {
        element_.has_angle = true;
        element_.display_name = text(element_.address);
        element_.address = {};
        token before; // the last token of the route
        for (bool is_in_route = false;;) {
            auto const next = in_.peek();
            if (next.is('<') || (ends_element(next) && !(is_in_route && goes_on_after_comma())))
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
        bool const is_after_domain =
            before.is(token_kind::atom) || before.is(token_kind::domain_literal);
        return (next.is(',') || next.is(':')) && (is_after_domain || before.is(','));
    }

    /// Whether the next token is a "," that belongs to a route.
    constexpr bool goes_on_after_comma() const noexcept {
        auto ahead = in_;
        if (!ahead.next().is(',')) return false;
        auto const next = ahead.next_outside_comments();
        return next.is('@') || next.is(',') || next.is(':');
    }

    /// After the last token of an element: sets its error, or its gravest problem.
    constexpr void finish() noexcept {
        if (!element_.error) element_.error = element_.address.error_code();
        if (element_.error) return;
        diagnose_mailbox([this](diagnostic const& problem) noexcept { deviate(problem); });
        if (element_.semicolon != 0)
            deviate({diagnostic_code::address_semicolon, element_.semicolon, 1});
    }

    constexpr void fail(diagnostic_code code) noexcept {
        if (!element_.error) element_.error = code;
    }

    /// Keeps the gravest problem, and of equally grave ones the first.
    constexpr void deviate(diagnostic const& problem) noexcept {
        if (element_.has_deviation && element_.deviation.severity() >= problem.severity()) return;
        element_.deviation = problem;
        element_.has_deviation = true;
    }

    constexpr std::size_t name_offset() const noexcept {
        return offset_of(list_, element_.display_name);
    }

    constexpr std::string_view text(addr_spec_reader const& read) const noexcept {
        return part(read.first(), read.last());
    }

    constexpr std::string_view part(std::size_t first, std::size_t last) const noexcept {
        return {list_.data() + first, last - first};
    }

    struct element {
        addr_spec_reader address; // the whole element, or the text between angle brackets
        std::string_view display_name;
        std::string_view route;
        std::string_view comment;
        optional<diagnostic_code> error;
        diagnostic deviation; // if has_deviation; the offset counts from the start of the element
        std::size_t semicolon = 0;
        bool has_deviation = false;
        bool has_angle = false;
        bool has_dot = false;      // outside of angle brackets
        bool has_specials = false; // specials other than dots, outside of angle brackets
        bool has_odd_word = false; // an encoded-word with specials in it, outside of angle brackets
        bool is_plain = true;      // read by plain_mailbox: only an address and a display name
    };

    std::string_view list_;
    std::size_t last_atom_ = 0; // see plain_mailbox
    lexer in_;
    std::size_t offset_ = 0;
    std::string_view group_;
    bool is_in_group_ = false;
    bool ends_group_ = false; // the last part ended the group
    optional<std::size_t> semicolon_;
    std::size_t start_ = 0;
    std::size_t last_ = 0;
    std::size_t at_ = 0;    // where the last token starts
    std::size_t route_ = 0; // where the route starts
    element element_;
};

} // namespace foldwise::detail

#endif
