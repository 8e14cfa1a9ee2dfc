#ifndef FOLDWISE_ADDRESS_ADDRESS_LIST_HPP
#define FOLDWISE_ADDRESS_ADDRESS_LIST_HPP

#include <foldwise/address/address.hpp>
#include <foldwise/address/detail/address_reader.hpp>
#include <foldwise/address/detail/separator_check.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Walks over the mailboxes and groups of a list.
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
        if (!in_.has_mailbox()) return in_.error();
        return address{mailbox{in_}};
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
        bool const is_closed = in_.semicolon().has_value();
        auto const end = is_closed ? *in_.semicolon() + 1 : last;
        group_ = group{list_.substr(start_, end - start_), name, list_.substr(first, last - first),
                       is_closed};
    }

    std::string_view list_;
    address_reader in_;
    address_part part_ = address_part::end;
    std::size_t start_ = 0;
    group group_;
};

/// Walks over the mailboxes that can be read, in groups and outside of them.
class mailbox_walker {
  public:
    constexpr mailbox_walker() = default;
    explicit constexpr mailbox_walker(std::string_view list) noexcept : in_{list} { advance(); }

    constexpr bool at_end() const noexcept { return part_ == address_part::end; }
    constexpr mailbox current() const noexcept { return mailbox{in_}; }
    constexpr std::size_t position() const noexcept { return in_.start(); }
    constexpr void advance() noexcept {
        do part_ = in_.next();
        while (!at_end() && (part_ != address_part::mailbox || !in_.has_mailbox()));
    }

  private:
    address_reader in_;
    address_part part_ = address_part::end;
};

/// The elements that a walker finds in a list: a forward, borrowed range, and a view. begin() and
/// empty() read the first element.
template <class Walker>
class read_range {
  public:
    using iterator = walk_iterator<Walker>;

    constexpr read_range() = default;
    explicit constexpr read_range(std::string_view list) noexcept : raw_{list} {}

    /// The list unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept { return iterator{std::in_place, raw_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return Walker{raw_}.at_end(); }

  private:
    std::string_view raw_;
};

} // namespace detail

/// The addresses of a field such as From, Reply-To, To, Cc and Bcc (RFC 5322 sections 3.4, 3.6.2
/// and 3.6.3, RFC 6854), folded or not.
///
///     Foe <a@b>, Sales: c@d;, e
///
///     |-----------------------|   raw()
///     |-------|                   a mailbox
///                |---------|      a group
///                             |   not an address: address_without_at
///
///     address-list = (address *("," address)) / obs-addr-list
///     for (auto const m : address_list{value}.mailboxes()) use(m.local_part(), m.domain());
///
/// Each element is an `address`, or a diagnostic that covers the element and says why it is not an
/// address, with an offset from the start of raw(); `unread_address` has its text for people. Other
/// elements are not affected. Empty elements are skipped.
///
///     address_without_at    "undisclosed recipients", "<foe>"
///     address_not_closed    "\"Foe, A. <a@b>", "(Foe <a@b>", "a@[b", "<a"
///     address_encoded_word  "=?utf-8?q?a?=@b"
///     address_malformed     everything else: "a b@c", "<a@b> <c@d>", "<a@b> c", "a@b: <c@d>"
///
/// Nothing in a comment, a quoted-string, a display name or an encoded-word is an address. An
/// element in which two addresses might be meant is not an address. A comment that is not closed
/// extends to the end of the list, and so does a quote, with the exception below. "[" opens a
/// domain-literal only after "@"; if it is not closed, the element ends at the next separator.
///
/// Text that deviates from the RFC is read if it has only one meaning, with a deviation (see
/// `mailbox::diagnose`). This includes what RFC 7103 section 7.1 describes: one angle bracket is
/// missing ("<a@b", "a@b>", "<a@b, c@d>"), or there are several ("<<a@b>>", "<A <a@b>>"); a quote
/// that is never closed opens an element, and an address in angle brackets follows before the next
/// comma and ends the element ("\"A <a@b>, c@d"); a dot is after the domain ("a@b.").
///
/// Total. A forward, borrowed range. Construction is O(1), begin() reads the first element, a
/// traversal is O(value). Allocates nothing.
class address_list : public detail::read_range<detail::address_walker> {
  public:
    /// The mailboxes that can be read.
    using mailbox_range = detail::read_range<detail::mailbox_walker>;

    constexpr address_list() = default;
    explicit constexpr address_list(field const& f) noexcept : read_range{f.raw_value()} {}
    /// `value` is a field's raw_value(), or a part of one.
    explicit constexpr address_list(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : read_range{value} {}
    template <owning_temporary T>
    explicit address_list(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The mailboxes in and outside of groups, in order, each with the name of its group. Those
    /// that cannot be read are skipped.
    constexpr mailbox_range mailboxes() const noexcept { return mailbox_range{raw()}; }

    /// Calls `report` with each problem, with offsets from the start of raw(): for each element, in
    /// order, its problems, or why it cannot be read; address_obsolete for the comma of each empty
    /// element (RFC 5322 section 4.4); address_semicolon for a semicolon in place of a comma.
    /// O(value).
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        detail::separator_check separators{raw()};
        for (auto const element : *this) {
            auto const kind = !element           ? detail::element_kind::unread
                              : element->group() ? detail::element_kind::group
                                                 : detail::element_kind::mailbox;
            auto const first = element ? offset_of(raw(), element->raw()) : element.error().offset;
            auto const size = element ? element->raw().size() : element.error().length;
            separators.pass(kind, first, first + size, report);
            if (element)
                detail::diagnose_within(raw(), *element, report);
            else
                report(element.error());
        }
        separators.finish(report);
    }

    /// The gravest problem that `diagnose` reports, if any; the first of equally grave ones.
    /// O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

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
