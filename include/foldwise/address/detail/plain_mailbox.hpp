#ifndef FOLDWISE_ADDRESS_DETAIL_PLAIN_MAILBOX_HPP
#define FOLDWISE_ADDRESS_DETAIL_PLAIN_MAILBOX_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/config.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reads an element of a list of addresses in the form that nearly all elements have:
///
///     foe@sample.net                  A Foe <foe@sample.net>       "Foe, A." <foe@sample.net>
///     =?utf-8?Q?Andr=C3=A9?= Foe <foe@sample.net>
///
///     plain-mailbox = plain-addr / [plain-name] "<" plain-addr ">"
///     plain-addr    = dot-atom-text "@" dot-atom-text
///     plain-name    = plain-word *(SP plain-word) [SP] / DQUOTE *qtext DQUOTE [SP]
///     plain-word    = atom / encoded-word
///
/// That is, without comments, folding, backslashes, "=" (except in encoded-words, which consist of
/// atext and dots here), octets beyond ASCII outside of quotes, and deviations from RFC 5322
/// section 3.4. Other elements are left to the rest of `address_reader`, which finds the same parts
/// in plain elements, but more slowly. Reads each octet once.
class plain_mailbox {
  public:
    /// Reads the element that starts at `first`, up to a "," or the end of the list. `last_atom` is
    /// last_atom(list).
    constexpr plain_mailbox(std::string_view list, std::size_t first,
                            std::size_t last_atom) noexcept
        : list_{list}, last_atom_{last_atom}, at_{first}, name_end_{first}, is_read_{read()} {}

    /// Where the atom at the end of the list starts; the size of the list if there is no atom at
    /// its end. All other atoms end before the list does: they are read without a check for its
    /// end.
    static constexpr std::size_t last_atom(std::string_view list) noexcept {
        auto at = list.size();
        while (at != 0 && atom_octets.contains(list[at - 1])) --at;
        return at;
    }

    /// Whether the element has this form.
    constexpr bool is_read() const noexcept { return is_read_; }

    /// If so: whether an encoded-word is in the name.
    constexpr bool has_encoded_word() const noexcept { return has_encoded_word_; }

    /// If so: where its parts are, in octets from the start of the list. Without a name, name_end()
    /// is the start of the element.
    constexpr std::size_t name_end() const noexcept { return name_end_; }
    constexpr std::size_t address() const noexcept { return address_; }
    constexpr std::size_t at_sign() const noexcept { return at_sign_; }
    constexpr std::size_t address_end() const noexcept { return address_end_; }
    constexpr std::size_t end() const noexcept { return end_; }
    constexpr std::size_t separator() const noexcept { return at_; }

  private:
    static constexpr octet_table atom_octets{atext - char_class{"="}};
    static constexpr octet_table quoted_octets{vchar + utf8_non_ascii + char_class{" \t"} -
                                               char_class{"\"\\="}};

    constexpr void go_to(std::size_t at) noexcept {
        at_ = at;
        next_ = at < list_.size() ? list_[at] : '\0';
    }
    constexpr bool skip(char octet) noexcept {
        bool const is_next = next_ == octet;
        if (is_next) go_to(at_ + 1);
        return is_next;
    }
    constexpr bool take_atom() noexcept {
        auto const first = at_;
        if (first >= last_atom_) {
            go_to(list_.size());
        } else {
            auto at = first;
            // Stops at last_atom_ - 1 at the latest: the octet there is not part of an atom.
            for (;; at += 2) { // two octets in each turn
                if (!atom_octets.contains(list_[at])) break;
                if (!atom_octets.contains(list_[at + 1])) {
                    ++at;
                    break;
                }
            }
            at_ = at;
            next_ = list_[at];
        }
        return at_ != first;
    }

    constexpr bool take_word() noexcept {
        if (take_atom()) return true;
        if (next_ != '=') return false;
        if (take_encoded_word()) return true;
        go_to(list_.size()); // so that the element is not read
        return false;
    }

    /// Passes an encoded-word (RFC 2047 section 2) with white space or "<" after it.
    FOLDWISE_NOINLINE constexpr bool take_encoded_word() noexcept {
        if (!skip('=') || !skip('?')) return false;
        for (int i = 0; i != 2; ++i) { // the charset and the encoding
            auto const first = at_;
            go_to(word_token_octets.not_in(list_, at_));
            for (auto at = first; at != at_; ++at)
                if (list_[at] == ':') return false;
            if (at_ == first || !skip('?')) return false;
        }
        auto const text_end = scan::octet(list_, '?', at_);
        do go_to(detail::atom_octets.not_in(list_, at_)); // "?" and "=" are atext
        while (skip('.'));
        has_encoded_word_ = true;
        return at_ == text_end + 2 && list_[text_end + 1] == '=' && (next_ == ' ' || next_ == '<');
    }

    constexpr bool read() noexcept {
        address_ = at_;
        bool const starts_with_word = take_word();
        bool const has_angle = !starts_with_word || (next_ != '.' && next_ != '@');
        if (has_angle) {
            if (!(starts_with_word ? take_rest_of_name() : take_quoted_name()) || !skip('<'))
                return false;
            address_ = at_;
            if (!take_atom()) return false;
        }
        if (!take_rest_of_address() || (has_angle && !skip('>'))) return false;
        end_ = at_;
        while (skip(' ')) {
        }
        return at_ == list_.size() || next_ == ',';
    }

    constexpr bool take_rest_of_name() noexcept {
        do name_end_ = at_;
        while (skip(' ') && take_word());
        return true;
    }

    /// Passes a quoted name, if there is one.
    constexpr bool take_quoted_name() noexcept {
        if (!skip('"')) return true;
        go_to(quoted_octets.not_in(list_, at_));
        if (!skip('"')) return false;
        name_end_ = at_;
        skip(' ');
        return true;
    }

    /// Passes the address after its first atom.
    constexpr bool take_rest_of_address() noexcept {
        while (skip('.'))
            if (!take_atom()) return false;
        at_sign_ = at_;
        if (!skip('@')) return false;
        do
            if (!take_atom()) return false;
        while (skip('.'));
        address_end_ = at_;
        return true;
    }

    std::string_view list_;
    std::size_t last_atom_;
    std::size_t at_;
    std::size_t name_end_;
    std::size_t address_ = 0;
    std::size_t at_sign_ = 0;
    std::size_t address_end_ = 0;
    std::size_t end_ = 0;
    char next_ = '\0'; // the octet at at_; NUL at the end
    bool has_encoded_word_ = false;
    bool is_read_;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
