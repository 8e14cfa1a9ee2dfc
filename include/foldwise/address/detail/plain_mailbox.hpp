#ifndef FOLDWISE_ADDRESS_DETAIL_PLAIN_MAILBOX_HPP
#define FOLDWISE_ADDRESS_DETAIL_PLAIN_MAILBOX_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::detail {

/// Reads one element of a list of addresses, if it is written as nearly all are:
///
///     foe@sample.net                  A Foe <foe@sample.net>       "Foe, A." <foe@sample.net>
///
///     plain-mailbox = plain-addr / [plain-name] "<" plain-addr ">"
///     plain-addr    = dot-atom-text "@" dot-atom-text
///     plain-name    = atom *(SP atom) [SP] / DQUOTE *qtext DQUOTE [SP]
///
/// That is, without comments, folding, escapes, encoded-words (nor any "=", with which one
/// starts), or what deviates from RFC 5322 section 3.4. Of such an element there is nothing to say
/// but where its parts are. What reads the others is `address_reader`, which finds the same in
/// these. Looks at each octet once.
class plain_mailbox {
  public:
    /// What starts at `first`, up to a "," or the end of the list, whose last_atom() is given.
    constexpr plain_mailbox(std::string_view list, std::size_t first,
                            std::size_t last_atom) noexcept
        : list_{list}, last_atom_{last_atom}, at_{first}, name_end_{first}, is_read_{read()} {}

    /// Where the atom starts that the list ends with: each before it ends before it, so that
    /// nobody needs to look for the end of the list. Its size where it ends with none.
    static constexpr std::size_t last_atom(std::string_view list) noexcept {
        auto at = list.size();
        while (at != 0 && atom_octets.contains(list[at - 1])) --at;
        return at;
    }

    /// Whether it was one.
    constexpr bool is_read() const noexcept { return is_read_; }

    /// Then: in octets from the start of the list.
    constexpr std::size_t name_end() const noexcept { return name_end_; } ///< its start without one
    constexpr std::size_t address() const noexcept { return address_; }
    constexpr std::size_t at_sign() const noexcept { return at_sign_; }
    constexpr std::size_t address_end() const noexcept { return address_end_; }
    constexpr std::size_t end() const noexcept { return end_; }
    constexpr std::size_t separator() const noexcept { return at_; }

  private:
    static constexpr octet_table atom_octets{atext + utf8_non_ascii - char_class{"="}};
    static constexpr octet_table quoted_octets{vchar + utf8_non_ascii + char_class{" \t"} -
                                               char_class{"\"\\"}};

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
            // The stop is at the end of the list's last but one atom, at the latest.
            for (;; at += 2) { // one jump back for two octets
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

    constexpr bool read() noexcept {
        address_ = at_;
        bool const starts_with_atom = take_atom();
        bool const has_angle = !starts_with_atom || (next_ != '.' && next_ != '@');
        if (has_angle) {
            if (!(starts_with_atom ? take_rest_of_name() : take_quoted_name()) || !skip('<'))
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
        while (skip(' ') && take_atom());
        return true;
    }

    /// If there is one.
    constexpr bool take_quoted_name() noexcept {
        if (!skip('"')) return true;
        go_to(quoted_octets.not_in(list_, at_));
        if (!skip('"')) return false;
        name_end_ = at_;
        skip(' ');
        return true;
    }

    /// What is behind the first atom.
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
    char next_ = '\0'; // at at_, if there is one
    bool is_read_;
};

} // namespace foldwise::detail

#endif
