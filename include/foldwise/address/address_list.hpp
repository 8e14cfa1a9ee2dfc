#ifndef FOLDWISE_ADDRESS_ADDRESS_LIST_HPP
#define FOLDWISE_ADDRESS_ADDRESS_LIST_HPP

#include <foldwise/address/address.hpp>
#include <foldwise/address/detail/address_reader.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

class address_walker {
  public:
    constexpr address_walker() = default;
    explicit constexpr address_walker(std::string_view list) noexcept : list_{list}, in_{list} {
        advance();
    }

    constexpr bool at_end() const noexcept { return part_ == address_part::end; }
    constexpr std::size_t position() const noexcept { return at_end() ? list_.size() : start_; }
    constexpr result<address> current() const noexcept {
        if (part_ == address_part::group_end) return address{group_};
        return in_.mailbox().transform([](mailbox const& m) { return address{m}; });
    }
    constexpr void advance() noexcept {
        part_ = in_.next();
        start_ = in_.start();
        if (part_ == address_part::group_start) read_group();
    }

  private:
    constexpr void read_group() noexcept {
        auto const name = in_.group();
        auto const first = in_.last();
        auto last = first;
        while ((part_ = in_.next()) != address_part::group_end) last = in_.last();
        auto const end = in_.semicolon() ? *in_.semicolon() + 1 : last;
        auto const size = end - start_;
        std::optional<diagnostic> deviation;
        if (!in_.semicolon())
            deviation = diagnostic{diagnostic_code::group_not_closed, start_, size};
        group_ = group{list_.substr(start_, size), name, list_.substr(first, last - first), start_,
                       deviation};
    }

    std::string_view list_;
    address_reader in_;
    address_part part_ = address_part::end;
    std::size_t start_ = 0;
    group group_;
};

/// The mailboxes that can be read, in groups and outside of them.
class mailbox_walker {
  public:
    constexpr mailbox_walker() = default;
    explicit constexpr mailbox_walker(std::string_view list) noexcept : in_{list} { advance(); }

    constexpr bool at_end() const noexcept { return part_ == address_part::end; }
    constexpr mailbox current() const noexcept { return in_.readable_mailbox(); }
    constexpr std::size_t position() const noexcept { return in_.start(); }
    constexpr void advance() noexcept {
        do part_ = in_.next();
        while (!at_end() && (part_ != address_part::mailbox || !in_.has_mailbox()));
    }

  private:
    address_reader in_;
    address_part part_ = address_part::end;
};

/// What a walker finds in a list: forward, borrowed, and a view. begin() and empty() cost the
/// reading of the first element.
template <class Walker>
class read_range {
  public:
    using iterator = walk_iterator<Walker>;

    constexpr read_range() = default;
    explicit constexpr read_range(std::string_view list) noexcept : raw_{list} {}

    /// As it stands.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept { return iterator{Walker{raw_}}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return Walker{raw_}.at_end(); }

  private:
    std::string_view raw_;
};

} // namespace detail

/// The addresses of a field such as From, Sender, Reply-To, To, Cc and Bcc (RFC 5322
/// sections 3.4, 3.6.2 and 3.6.3, RFC 6854), folded or not.
///     address-list = (address *("," address)) / obs-addr-list
///     address_list{"Foe <a@b>, Sales: c@d;, e"}
///       ->  mailbox Foe <a@b>, group Sales, address_without_at
///     for (auto const m : address_list{value}.mailboxes()) use(m.local_part(), m.domain());
/// Each element is an address, or the diagnostic that says why there is none, which costs no
/// other element: its offset and length are those of the element's text in the value. Empty
/// elements are passed.
///
///     address_without_at    "undisclosed recipients", "<foe>"
///     address_not_closed    "\"Foe <a@b>", "(Foe <a@b>", "<a@b"
///     address_encoded_word  "=?utf-8?q?a?=@b"
///     address_malformed     all else: "a b@c", "<a@b> <c@d>", "<a@b> c", "a@b: <c@d>"
///
/// Nothing in a comment, a quoted-string, a display name or an encoded-word is an address; of
/// two that might be meant, none is taken. What is not closed takes the rest, but for an
/// angle bracket, which ends where a separator does. Read nevertheless, since there is one
/// meaning, and told by the mailbox's deviation(): obsolete forms, dots where none should be,
/// semicolons for commas, and before angle brackets a display name that needs quotes.
///
/// Total. Forward, borrowed ranges; O(value), nothing is allocated. Making one costs nothing; its
/// begin() costs the first element.
class address_list : public detail::read_range<detail::address_walker> {
  public:
    /// All mailboxes that can be read.
    using mailbox_range = detail::read_range<detail::mailbox_walker>;

    constexpr address_list() = default;
    /// `value` is a field's raw_value().
    explicit constexpr address_list(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : read_range{value} {}
    template <owning_temporary T>
    explicit address_list(T&&) = delete;

    /// The mailboxes in and outside of groups, each with the name of its group, in order; what
    /// cannot be read is passed.
    constexpr mailbox_range mailboxes() const noexcept { return mailbox_range{raw()}; }
};

/// The one mailbox of a field such as Sender (RFC 5322 section 3.6.2).
///     sender = "Sender:" mailbox CRLF
/// Without a value where it cannot be read, as in an address_list; and address_malformed, which
/// covers the value, where there are several, or a group. Borrows `value`; O(value).
constexpr result<mailbox> read_mailbox(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
    detail::address_reader in{value};
    diagnostic const malformed{diagnostic_code::address_malformed, 0, value.size()};
    auto const first = in.next();
    if (first == detail::address_part::end)
        return diagnostic{diagnostic_code::address_without_at, 0, value.size()};
    if (first != detail::address_part::mailbox) return malformed;
    auto const found = in.mailbox();
    return in.next() == detail::address_part::end ? found : malformed;
}
template <owning_temporary T>
result<mailbox> read_mailbox(T&&) = delete;

} // namespace foldwise

template <class Walker>
inline constexpr bool std::ranges::enable_view<foldwise::detail::read_range<Walker>> = true;
template <class Walker>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::detail::read_range<Walker>> =
    true;
template <>
inline constexpr bool std::ranges::enable_view<foldwise::address_list> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::address_list> = true;

#endif
