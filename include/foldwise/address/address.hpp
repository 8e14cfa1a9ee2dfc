#ifndef FOLDWISE_ADDRESS_ADDRESS_HPP
#define FOLDWISE_ADDRESS_ADDRESS_HPP

#include <foldwise/address/detail/address_reader.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

/// The mailboxes in the members of a group, those that cannot be read as well.
class member_walker {
  public:
    constexpr member_walker() = default;
    constexpr member_walker(std::string_view members, std::size_t offset,
                            std::string_view group) noexcept
        : in_{members, offset, group} {
        advance();
    }

    constexpr bool at_end() const noexcept { return part_ != address_part::mailbox; }
    constexpr result<mailbox> current() const noexcept { return in_.mailbox(); }
    constexpr void advance() noexcept { part_ = in_.next(); }
    constexpr std::size_t position() const noexcept { return in_.start(); }

  private:
    address_reader in_;
    address_part part_ = address_part::end;
};

} // namespace detail

/// Mailboxes under a common name (RFC 5322 section 3.4), which may be none at all:
///
///     Sales (all): Foe <a@b>, c@d;
///
///     |--------------------------|   raw()
///     |---------|                    name()     ->  "Sales"
///                 |------------|     members()  ->  Foe <a@b>, c@d
///
///     group = display-name ":" [group-list] ";" [CFWS]
///
/// Borrows the value of the field; trivially copyable.
class group {
  public:
    /// Each a mailbox, or the diagnostic that says why it is none: a forward, borrowed range.
    using member_range = walk_range<detail::member_walker>;

    constexpr group() = default;

    /// `name` and `members` are views into `raw`, which starts at `offset` of the list.
    constexpr group(std::string_view raw FOLDWISE_LIFETIMEBOUND, std::string_view name,
                    std::string_view members, std::size_t offset,
                    std::optional<diagnostic> const& deviation) noexcept
        : raw_{raw}, name_{name}, members_{members}, offset_{offset}, deviation_{deviation} {}

    /// As it stands, from the name to the semicolon.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr phrase name() const noexcept { return phrase{name_}; }

    /// Costs the reading of the first one.
    constexpr member_range members() const noexcept {
        auto const offset = offset_ + offset_of(raw_, members_);
        return member_range{detail::member_walker{members_, offset, name_}};
    }

    /// group_not_closed, where the semicolon is missing.
    constexpr std::optional<diagnostic> deviation() const noexcept { return deviation_; }

  private:
    std::string_view raw_;
    std::string_view name_;
    std::string_view members_;
    std::size_t offset_ = 0;
    std::optional<diagnostic> deviation_;
};

/// An element of a list of addresses (RFC 5322 section 3.4): one of the two.
///     address = mailbox / group
///     if (auto const m = a.mailbox()) use(m->local_part(), m->domain());
class address {
  public:
    constexpr address() = default;
    explicit constexpr address(foldwise::mailbox const& m) noexcept
        : mailbox_{m}, is_mailbox_{true} {}
    explicit constexpr address(foldwise::group const& g) noexcept : group_{g}, is_group_{true} {}

    constexpr std::optional<foldwise::mailbox> mailbox() const noexcept {
        if (!is_mailbox_) return std::nullopt;
        return mailbox_;
    }
    constexpr std::optional<foldwise::group> group() const noexcept {
        if (!is_group_) return std::nullopt;
        return group_;
    }

    /// As it stands.
    constexpr std::string_view raw() const noexcept {
        return is_group_ ? group_.raw() : mailbox_.raw();
    }

  private:
    // No optionals: copying what is not in them, g++ 12 warns, which the host would see.
    foldwise::mailbox mailbox_;
    foldwise::group group_;
    bool is_mailbox_ = false;
    bool is_group_ = false;
};

} // namespace foldwise

#endif
