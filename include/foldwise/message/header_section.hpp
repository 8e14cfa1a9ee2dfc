#ifndef FOLDWISE_MESSAGE_HEADER_SECTION_HPP
#define FOLDWISE_MESSAGE_HEADER_SECTION_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/detail/field_walker.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/sought_name.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The fields of a message, in order (RFC 5322 section 2.2). A line that starts
/// with SP or HTAB continues the field before it, even if it holds nothing else;
/// every other line starts a field.
///     for (auto const f : message.header()) use(f.name(), f.value());
///     if (auto const f = message.header().find("Subject")) use(f->value());
/// Lossless: the fields' `raw()`, concatenated, are `raw()`. Total: a malformed line is a field
/// without a name, and does not affect the fields after it. A forward, borrowed range that points
/// into the bytes and allocates nothing; a traversal is O(header).
///
/// A byte order mark (EF BB BF) at the very start of a message is before the name of the first
/// field, but not part of it. That name counts only if no other field has it: a strict reader sees
/// only the other one.
class header_section {
  public:
    using iterator = walk_iterator<detail::field_walker>;

    /// The fields of one name, in order.
    using named_range = walk_range<detail::named_field_walker>;

    constexpr header_section() = default;

    /// `raw` is a header section as `message` cuts it. In other bytes, an empty
    /// line is one more field without a name.
    explicit constexpr header_section(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                                      header_place place = header_place::message_start) noexcept
        : raw_{raw}, place_{place} {}
    template <owning_temporary T>
    explicit header_section( // it would dangle: keep the string in a variable first
        T&&, header_place = {}) = delete;

    /// Every octet of the header section.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Where the header section is.
    constexpr header_place place() const noexcept { return place_; }

    /// Costs the search for the end of the first field.
    constexpr iterator begin() const noexcept {
        return iterator{detail::field_walker{raw_, place_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return raw_.empty(); }

    /// The first field of that name; ASCII case does not count. O(header) at most. A second one may
    /// be an attempt to deceive: see `find_all`.
    constexpr optional<field> find(std::string_view name) const noexcept {
        detail::named_field_walker const first{raw_, place_, name};
        return first.at_end() ? std::nullopt : optional{first.current()};
    }

    /// The first field of each of these names; see find(). Takes one pass, which ends when all are
    /// found.
    ///     auto const [from, date] = m.header().find_many("From", "Date");
    /// O(header) at most, and each field is compared with each name. To look up names that are not
    /// known beforehand, see field_index.
    template <std::convertible_to<std::string_view>... Names>
        requires(sizeof...(Names) != 0)
    constexpr std::array<optional<field>, sizeof...(Names)>
    find_many(Names const&... names) const noexcept {
        detail::sought_name const sought[] = {detail::sought_name{names}...};
        std::array<optional<field>, sizeof...(Names)> found;
        auto missing = sizeof...(Names);
        for (detail::field_walker all{raw_, place_}; missing != 0 && !all.at_end(); all.advance()) {
            char const first = detail::first_letter(all.raw());
            for (std::size_t i = 0; i != sizeof...(Names); ++i) {
                if (!sought[i].is_of(all.raw(), first) || found[i]) continue;
                found[i] = all.current();
                --missing;
            }
        }
        return found;
    }

    /// All fields of that name, in order; ASCII case does not count. The range borrows `name` too.
    /// Costs the search for the first one.
    constexpr named_range find_all(std::string_view name FOLDWISE_LIFETIMEBOUND) const noexcept {
        return named_range{detail::named_field_walker{raw_, place_, name}};
    }
    template <owning_temporary T>
    named_range
    find_all(T&&) const = delete; // it would dangle: keep the string in a variable first

  private:
    std::string_view raw_;
    header_place place_ = header_place::message_start;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::header_section> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::header_section> = true;

#endif
