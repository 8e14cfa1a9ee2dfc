#ifndef FOLDWISE_ADDRESS_DETAIL_ADDRESS_ELEMENT_HPP
#define FOLDWISE_ADDRESS_DETAIL_ADDRESS_ELEMENT_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/detail/addr_spec_reader.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

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

/// An element of a list of addresses, as address_reader reads it. Views point into the list.
struct address_element {
    addr_spec_reader address; // the whole element, or the text between angle brackets
    std::string_view display_name;
    std::string_view route;
    std::string_view comment;
    optional<diagnostic_code> error;
    diagnostic deviation; // if has_deviation; the offset counts from the start of the element
    std::size_t semicolon = 0;
    bool has_deviation = false;
    bool has_angle = false;
    bool has_dot = false;       // outside of angle brackets
    bool has_specials = false;  // specials other than dots, outside of angle brackets
    bool has_odd_word = false;  // an encoded-word with specials in it, outside of angle brackets
    bool lacks_bracket = false; // one of the two angle brackets is missing
    bool has_more_brackets = false;
    bool has_open_quote = false; // before the display name
    bool is_plain = true;        // read by plain_mailbox: only an address and a display name
    bool is_plain_name = true;   // as in mailbox_parts

    /// Whether the element is empty (RFC 5322 section 4.4): it has nothing but comments.
    constexpr bool is_blank() const noexcept {
        return address.is_empty() && !has_angle && error != diagnostic_code::address_not_closed;
    }

    constexpr bool can_be_group_name() const noexcept {
        return !error && !has_angle && !address.is_empty() && !has_specials;
    }

    FOLDWISE_COLD constexpr void fail(diagnostic_code code) noexcept {
        if (!error) error = code;
    }

    /// Takes a token that is outside of angle brackets, and starts `at` octets after the start of
    /// the list.
    constexpr void take(token const& next, std::size_t at) noexcept {
        if (next.is('.'))
            has_dot = true;
        else if (next.is(token_kind::atom))
            has_odd_word |= !is_plain_word(next.raw());
        else if (!next.is(token_kind::quoted_string))
            has_specials = true;
        if (next.is(':')) fail(diagnostic_code::address_malformed); // a second group name
        address.take(next, at);
    }

    /// Calls `report` with each problem except address_semicolon, with offsets from `start`. `list`
    /// ends after the last token of the element.
    template <class Report> // before finish(), so that clang can evaluate that at compile time
    constexpr void diagnose(std::string_view list, std::size_t start, Report&& report) const {
        auto const note = [&](diagnostic_code code, std::size_t first, std::size_t size) {
            report(diagnostic{code, first - start, size});
        };
        auto const note_name = [&](diagnostic_code code) {
            note(code, offset_of(list, display_name), display_name.size());
        };
        if (has_open_quote) note(diagnostic_code::address_quote_not_closed, start, 1);
        if (has_angle && (has_specials || has_odd_word))
            note_name(diagnostic_code::display_name_malformed);
        else if (has_angle && has_dot)
            note_name(diagnostic_code::address_obsolete);
        // RFC 5322 section 4.1: control characters in quotes and comments.
        auto const note_control = [&](std::size_t first, std::size_t last) {
            auto const at = scan::in(obs_no_ws_ctl, list.substr(0, last), first);
            if (at < last) note(diagnostic_code::address_obsolete, at, 1);
        };
        note_control(start, address.first());
        if (address.last() < list.size()) note_control(address.last(), list.size());
        if (!route.empty())
            note(diagnostic_code::address_obsolete, offset_of(list, route), route.size());
        auto const note_address = [&](bool is_found, diagnostic_code code) {
            if (is_found) note(code, address.first(), address.last() - address.first());
        };
        note_address(lacks_bracket, diagnostic_code::address_bracket_missing);
        note_address(has_more_brackets, diagnostic_code::address_bracket_repeated);
        note_address(address.has_odd_dot(), diagnostic_code::address_dots);
        note_address(address.has_odd_octet(), diagnostic_code::address_octet);
        note_address(address.is_obsolete(), diagnostic_code::address_obsolete);
        if (address.has_domain_dot())
            note(diagnostic_code::address_domain_dot, address.last() - 1, 1);
    }

    /// After the last token, where `list` ends: sets the error, or the gravest problem. The element
    /// starts `start` octets after the start of `list`.
    constexpr void finish(std::string_view list, std::size_t start) noexcept {
        address.finish(list);
        if (auto const code = address.error_code())
            fail(lacks_bracket ? diagnostic_code::address_not_closed : *code);
        if (error) return;
        diagnose(list, start, [this](diagnostic const& problem) noexcept { deviate(problem); });
        if (semicolon != 0) deviate({diagnostic_code::address_semicolon, semicolon, 1});
    }

  private:
    /// Whether a reader that does not know encoded-words also reads the atom as one word, or as
    /// words with dots between them (RFC 2047 section 5).
    static constexpr bool is_plain_word(std::string_view word) noexcept {
        return scan::in(specials - char_class{"."}, word, 0) == word.size();
    }

    /// Keeps the gravest problem, and of equally grave ones the first.
    FOLDWISE_COLD constexpr void deviate(diagnostic const& problem) noexcept {
        if (has_deviation && deviation.severity() >= problem.severity()) return;
        deviation = problem;
        has_deviation = true;
    }
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
