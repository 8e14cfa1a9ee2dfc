#ifndef FOLDWISE_MESSAGE_FIELD_INDEX_HPP
#define FOLDWISE_MESSAGE_FIELD_INDEX_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/detail/cut_fields.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/field_slot.hpp>
#include <foldwise/message/header_section.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

namespace foldwise {

namespace detail {

/// First the fields of an array, then those of the bytes behind them.
class indexed_field_walker {
  public:
    constexpr indexed_field_walker() = default;
    constexpr indexed_field_walker(std::span<field_slot const> slots,
                                   std::string_view rest) noexcept
        : slots_{slots}, behind_{rest} {}

    constexpr bool at_end() const noexcept { return !is_in_array() && behind_.at_end(); }
    constexpr field current() const noexcept {
        return is_in_array() ? slots_[at_].get() : behind_.current();
    }
    constexpr void advance() noexcept {
        if (is_in_array())
            ++at_;
        else
            behind_.advance();
    }
    /// Goes on to one that has the name, unless it is at one.
    constexpr void find(std::string_view name, char first) noexcept {
        for (; is_in_array(); ++at_) {
            auto const& slot = slots_[at_];
            if (slot.may_be(name, first) && slot.get().is(name)) return;
        }
        while (!behind_.at_end() && !behind_.current().is(name)) behind_.advance();
    }
    constexpr std::size_t position() const noexcept { return at_ - behind_.position(); }

  private:
    constexpr bool is_in_array() const noexcept { return at_ != slots_.size(); }

    std::span<field_slot const> slots_;
    std::size_t at_ = 0;
    front_walker<field, scan::line_feed_before_no_wsp> behind_;
};

/// Those of a name.
class named_indexed_field_walker {
  public:
    constexpr named_indexed_field_walker() = default;
    constexpr named_indexed_field_walker(indexed_field_walker all, std::string_view name) noexcept
        : all_{all}, name_{name} {
        all_.find(name_, field_slot::first_letter(name_));
    }

    constexpr bool at_end() const noexcept { return all_.at_end(); }
    constexpr field current() const noexcept { return all_.current(); }
    constexpr void advance() noexcept {
        all_.advance();
        all_.find(name_, field_slot::first_letter(name_));
    }
    constexpr std::size_t position() const noexcept { return all_.position(); }

  private:
    indexed_field_walker all_;
    std::string_view name_;
};

} // namespace detail

/// The fields of a header section (RFC 5322 section 2.2), cut once into an array of the caller's,
/// for who looks up several:
///     field_slot room[64];
///     field_index const index{m.header(), room};
///     index.find("From"), index.find("Date"), index.find_all("Received")
/// gives what the header_section gives, but walks over its bytes only when it is made: a look-up
/// costs a few instructions for each field. Fields that there is no room for are walked over each
/// time; nothing is lost. For names that are known beforehand, header_section::find_many needs no
/// array. To index a message in the same pass that finds the end of its header section, see
/// indexed_message.
///
/// A forward, borrowed range of all the fields. Borrows the array and the message's bytes; trivially
/// copyable; allocates nothing. Total. Made in O(header).
class field_index {
  public:
    /// The fields of one name, in order.
    using named_range = walk_range<detail::named_indexed_field_walker>;
    using iterator = walk_iterator<detail::indexed_field_walker>;

    constexpr field_index() = default;
    constexpr field_index(header_section const& header,
                          std::span<field_slot> room FOLDWISE_LIFETIMEBOUND) noexcept {
        auto const raw = header.raw();
        auto [count, position, end] = detail::cut_fields(raw, room);
        if (end.found()) // an empty line is one more field
            for (detail::field_walker all{raw.substr(position)};
                 count != room.size() && !all.at_end(); all.advance()) {
                room[count++].set(all.raw(), all.fold_octets());
                position += all.raw().size();
            }
        *this = {room.first(count), raw.substr(position)};
    }

    /// The fields that there was room for, in order, and the bytes of the others.
    constexpr std::span<field_slot const> slots() const noexcept { return slots_; }
    constexpr std::string_view rest() const noexcept { return rest_; }

    /// All fields, in order.
    constexpr iterator begin() const noexcept {
        return iterator{detail::indexed_field_walker{slots_, rest_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return slots_.empty() && rest_.empty(); }

    /// As header_section::find.
    constexpr std::optional<field> find(std::string_view name) const noexcept {
        auto const first = field_slot::first_letter(name);
        for (auto const& slot : slots_) {
            if (!slot.may_be(name, first)) continue;
            if (auto const found = slot.get(); found.is(name)) return found;
        }
        return header_section{rest_}.find(name);
    }

    /// As header_section::find_all. The range borrows `name` too.
    constexpr named_range find_all(std::string_view name FOLDWISE_LIFETIMEBOUND) const noexcept {
        return named_range{detail::named_indexed_field_walker{{slots_, rest_}, name}};
    }
    template <owning_temporary T>
    named_range
    find_all(T&&) const = delete; // it would dangle: keep the string in a variable first

  private:
    friend class indexed_message;
    constexpr field_index(std::span<field_slot const> slots, std::string_view rest) noexcept
        : slots_{slots}, rest_{rest} {}

    std::span<field_slot const> slots_;
    std::string_view rest_;
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::field_index> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::field_index> = true;

#endif
