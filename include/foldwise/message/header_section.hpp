#ifndef FOLDWISE_MESSAGE_HEADER_SECTION_HPP
#define FOLDWISE_MESSAGE_HEADER_SECTION_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/detail/field_ends.hpp>
#include <foldwise/message/field.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

class field_walker {
  public:
    constexpr field_walker() = default;
    explicit constexpr field_walker(std::string_view header) noexcept : ends_{header} {}

    constexpr bool at_end() const noexcept { return first_ == bytes().size(); }
    constexpr field current() const noexcept { return {raw(), fold_octets()}; }
    constexpr std::size_t fold_octets() const noexcept { return ends_.current().fold_octets; }
    constexpr std::string_view raw() const noexcept {
        return {bytes().data() + first_, ends_.current().position - first_};
    }
    constexpr void advance() noexcept {
        first_ = ends_.current().position;
        ends_.advance();
    }
    constexpr std::size_t position() const noexcept { return first_; }

  private:
    constexpr std::string_view bytes() const noexcept { return ends_.bytes(); }

    field_ends ends_;
    std::size_t first_ = 0; // where the field starts
};

class named_field_walker {
  public:
    constexpr named_field_walker() = default;
    constexpr named_field_walker(field_walker all, std::string_view name) noexcept
        : all_{all}, name_{name} {
        pass_others();
    }

    constexpr bool at_end() const noexcept { return all_.at_end(); }
    constexpr field current() const noexcept { return all_.current(); }
    constexpr void advance() noexcept {
        all_.advance();
        pass_others();
    }
    constexpr std::size_t position() const noexcept { return all_.position(); }

  private:
    constexpr void pass_others() noexcept {
        while (!all_.at_end() && !is_named(all_.raw(), name_)) all_.advance();
    }
    field_walker all_;
    std::string_view name_;
};

} // namespace detail

/// The fields of a message, in order (RFC 5322 section 2.2). A line that starts
/// with SP or HTAB continues the field before it, even if it holds nothing else;
/// every other line starts a field.
///     for (auto const f : message.header()) use(f.name(), f.value());
///     if (auto const f = message.header().find("Subject")) use(f->value());
/// Lossless: the fields' `raw()` one after the other are `raw()`. Total: a bad
/// line is a field without a name, and costs none of the fields behind it.
/// A forward, borrowed range that points into the bytes and allocates nothing.
class header_section {
  public:
    using iterator = walk_iterator<detail::field_walker>;

    /// The fields of one name, in order.
    using named_range = walk_range<detail::named_field_walker>;

    constexpr header_section() = default;

    /// `raw` is a header section as `message` cuts it. In other bytes, an empty
    /// line is one more field without a name.
    explicit constexpr header_section(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{raw} {}
    template <owning_temporary T>
    explicit header_section(T&&) = delete; // it would dangle: keep the string in a variable first

    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Costs the search for the end of the first field.
    constexpr iterator begin() const noexcept { return iterator{detail::field_walker{raw_}}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return raw_.empty(); }

    /// The first field of that name; ASCII case does not count. O(header) at
    /// most. A second one may be a deception: see `find_all`.
    constexpr std::optional<field> find(std::string_view name) const noexcept {
        for (detail::field_walker all{raw_}; !all.at_end(); all.advance())
            if (detail::is_named(all.raw(), name)) return all.current();
        return std::nullopt;
    }

    /// The first field of each of these names, as find() gives them, in one walk that ends when
    /// all are found.
    ///     auto const [from, date] = m.header().find_many("From", "Date");
    /// O(header) at most, and for each field a look at each name. To look up names as they turn
    /// out to be needed, see field_index.
    template <std::convertible_to<std::string_view>... Names>
        requires(sizeof...(Names) != 0)
    constexpr std::array<std::optional<field>, sizeof...(Names)>
    find_many(Names const&... names) const noexcept {
        std::string_view const wanted[] = {names...};
        char firsts[sizeof...(Names)] = {}; // no field starts with NUL
        for (std::size_t i = 0; i != sizeof...(Names); ++i)
            if (!wanted[i].empty()) firsts[i] = ascii_lower(wanted[i][0]);
        std::array<std::optional<field>, sizeof...(Names)> found;
        auto missing = sizeof...(Names);
        for (detail::field_walker all{raw_}; missing != 0 && !all.at_end(); all.advance()) {
            char const first = ascii_lower(all.raw()[0]);
            for (std::size_t i = 0; i != sizeof...(Names); ++i) {
                if (first != firsts[i] || found[i] || !all.current().is(wanted[i])) continue;
                found[i] = all.current();
                --missing;
            }
        }
        return found;
    }

    /// All fields of that name, in order; ASCII case does not count. The range
    /// borrows `name` too. Costs the search for the first one.
    constexpr named_range find_all(std::string_view name FOLDWISE_LIFETIMEBOUND) const noexcept {
        return named_range{detail::named_field_walker{detail::field_walker{raw_}, name}};
    }
    template <owning_temporary T>
    named_range
    find_all(T&&) const = delete; // it would dangle: keep the string in a variable first

  private:
    std::string_view raw_;
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::header_section> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::header_section> = true;

#endif
