#ifndef FOLDWISE_ADDRESS_ADDRESS_HPP
#define FOLDWISE_ADDRESS_ADDRESS_HPP

#include <foldwise/address/detail/address_reader.hpp>
#include <foldwise/address/detail/separator_check.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Walks over the mailboxes of a group, including those that cannot be read.
class member_walker {
  public:
    constexpr member_walker() = default;
    constexpr member_walker(std::string_view members, std::size_t offset,
                            std::string_view group) noexcept
        : in_{members, offset, group} {
        advance();
    }

    constexpr bool at_end() const noexcept { return part_ != address_part::mailbox; }
    constexpr result<mailbox> current() const noexcept { return mailbox_at(in_); }
    constexpr void advance() noexcept { part_ = in_.next(); }
    constexpr std::size_t position() const noexcept { return in_.start(); }

  private:
    address_reader in_;
    address_part part_ = address_part::end;
};

/// Reports the problems of `element`, which is in `whole`, with offsets from the start of `whole`.
template <class Report, class Element>
constexpr void diagnose_within(std::string_view whole, Element const& element, Report& report) {
    auto const offset = offset_of(whole, element.raw());
    element.diagnose([&report, offset](diagnostic problem) {
        problem.offset += offset;
        report(problem);
    });
}

} // namespace detail

/// A group: mailboxes under a common name (RFC 5322 section 3.4). It may be empty.
///
///     Sales (all): Foe <a@b>, c@d;
///
///     |--------------------------|   raw()
///     |---------|                    name()     ->  "Sales"
///                  |------------|    members()  ->  Foe <a@b>, c@d
///
///     group = display-name ":" [group-list] ";" [CFWS]
///
/// Borrows the value of the field. Trivially copyable.
class group {
  public:
    /// Each element is a mailbox, or a diagnostic that says why it cannot be read, with an offset
    /// from the start of the group's raw(). A forward, borrowed range.
    using member_range = walk_range<detail::member_walker>;

    constexpr group() = default;

    /// `name` and `members` are views into `raw`, which ends with a semicolon if `is_closed`.
    constexpr group(std::string_view raw FOLDWISE_LIFETIMEBOUND, std::string_view name,
                    std::string_view members, bool is_closed) noexcept
        : raw_{raw}, name_{name}, members_{members}, is_closed_{is_closed} {}

    /// The group unchanged, from the name to the semicolon.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The name of the group, decoded: text for people.
    constexpr decoded_phrase name() const noexcept { return decoded_phrase{name_}; }

    /// The mailboxes. The call reads the first one; a traversal is O(raw).
    constexpr member_range members() const noexcept {
        return member_range{detail::member_walker{members_, offset_of(raw_, members_), name_}};
    }

    /// Whether there is a semicolon at the end.
    constexpr bool is_closed() const noexcept { return is_closed_; }

    /// Calls `report` with each problem: for each member, in order, its problems, or why it cannot
    /// be read; address_obsolete for the comma of each empty member (RFC 5322 section 4.4);
    /// group_not_closed, if the semicolon is missing. O(raw).
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        auto const offset = offset_of(raw_, members_);
        auto const shift = [&report, offset](diagnostic problem) {
            problem.offset += offset;
            report(problem);
        };
        auto const inside = raw_.substr(offset, raw_.size() - offset - (is_closed_ ? 1 : 0));
        detail::separator_check separators{inside};
        for (auto const member : members()) {
            auto const first =
                member ? offset_of(inside, member->raw()) : member.error().offset - offset;
            auto const size = member ? member->raw().size() : member.error().length;
            separators.pass(member ? detail::element_kind::mailbox : detail::element_kind::unread,
                            first, first + size, shift);
            if (member)
                detail::diagnose_within(raw_, *member, report);
            else
                report(member.error());
        }
        separators.finish(shift);
        if (!is_closed_) report(diagnostic{diagnostic_code::group_not_closed, 0, raw_.size()});
    }

    /// The gravest problem that `diagnose` reports, if any. O(raw).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view raw_;
    std::string_view name_;
    std::string_view members_;
    bool is_closed_ = true;
};

/// An element of a list of addresses: a mailbox or a group (RFC 5322 section 3.4).
///     address = mailbox / group
///     if (auto const m = a.mailbox()) use(m->local_part(), m->domain());
/// Borrows the value of the field. Trivially copyable.
class address {
  public:
    constexpr address() = default;
    /// A list has mailboxes and groups as its elements.
    explicit constexpr address(foldwise::mailbox const& m) noexcept
        : mailbox_{m}, is_mailbox_{true} {}
    explicit constexpr address(foldwise::group const& g) noexcept : group_{g}, is_group_{true} {}

    /// The mailbox, if the element is one.
    constexpr optional<foldwise::mailbox> mailbox() const noexcept {
        if (!is_mailbox_) return std::nullopt;
        return mailbox_;
    }
    /// The group, if the element is one.
    constexpr optional<foldwise::group> group() const noexcept {
        if (!is_group_) return std::nullopt;
        return group_;
    }

    /// The address unchanged.
    constexpr std::string_view raw() const noexcept {
        return is_group_ ? group_.raw() : mailbox_.raw();
    }

    /// Calls `report` with each problem of the mailbox or group. O(raw).
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        if (is_group_)
            group_.diagnose(report);
        else
            mailbox_.diagnose(report);
    }

    /// The gravest problem that `diagnose` reports, if any.
    constexpr optional<diagnostic> deviation() const noexcept {
        return is_group_ ? group_.deviation() : mailbox_.deviation();
    }

  private:
    // Not optionals: g++ 12 would warn, in the user's code, that copying an empty one copies
    // uninitialized octets.
    foldwise::mailbox mailbox_;
    foldwise::group group_;
    bool is_mailbox_ = false;
    bool is_group_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
