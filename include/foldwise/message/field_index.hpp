#ifndef FOLDWISE_MESSAGE_FIELD_INDEX_HPP
#define FOLDWISE_MESSAGE_FIELD_INDEX_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/detail/field_walker.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/field_cutter.hpp>
#include <foldwise/message/field_slot.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/sought_name.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Iterates over the fields of an array, and then over the fields of the bytes after them.
class indexed_field_walker {
  public:
    constexpr indexed_field_walker() = default;
    constexpr indexed_field_walker(field_slot const* first, std::size_t count,
                                   header_section const& rest, bool has_mark) noexcept
        : slots_{first}, count_{count}, rest_{rest.raw(), rest.place()}, has_mark_{has_mark} {}

    constexpr bool at_end() const noexcept { return !is_in_array() && rest_.at_end(); }
    constexpr field current() const noexcept {
        return is_in_array() ? slots_[at_].get(at_ == 0 && has_mark_) : rest_.current();
    }
    constexpr void advance() noexcept {
        if (is_in_array())
            ++at_;
        else
            rest_.advance();
    }
    /// Advances to the next field that has the name, unless the current field has it.
    constexpr void find(sought_name const& name) noexcept {
        auto at = at_; // a local variable, so that it stays in a register
        while (at != count_ && !slots_[at].is(name)) ++at;
        at_ = at;
        if (at == count_) rest_.find(name);
    }
    constexpr std::size_t position() const noexcept { return at_ + rest_.position(); }

  private:
    constexpr bool is_in_array() const noexcept { return at_ != count_; }

    field_slot const* slots_ = nullptr;
    std::size_t count_ = 0;
    std::size_t at_ = 0;
    front_field_walker rest_;
    bool has_mark_ = false; // of field_index
};

} // namespace detail

/// The fields of a header section (RFC 5322 section 2.2), cut once into an array that the caller
/// supplies, for looking up several of them:
///     field_slot room[64];
///     field_index const index{m.header(), room};
///     index.find("From"), index.find("Date"), index.find_all("Received")
/// Finds the same fields as the header_section, but reads its bytes only once, in the constructor:
/// a look-up costs a few instructions for each field. Fields that do not fit in the array are not
/// lost, but each look-up searches their bytes again. For names that are known beforehand,
/// header_section::find_many needs no array. To index a message in the same pass that finds the end
/// of its header section, see indexed_message.
///
/// A forward, borrowed range of all fields. Borrows the array and the message's bytes; trivially
/// copyable; allocates nothing. Total. Construction is O(header).
class field_index {
  public:
    /// The fields of one name, in order.
    using named_range = walk_range<detail::named_walker<detail::indexed_field_walker>>;
    using iterator = walk_iterator<detail::indexed_field_walker>;

    constexpr field_index() = default;
    /// Indexes the fields of `header`, as many as there is room for. O(header).
    constexpr field_index(header_section const& header,
                          std::span<field_slot> room FOLDWISE_LIFETIMEBOUND) noexcept {
        auto const raw = header.raw();
        auto const* first = raw.data();
        auto* to = room.data();
        auto* const room_end = to + room.size();
        detail::field_cutter cutter{raw};
        while (to != room_end && !cutter.at_end())
            cutter.cut([&](detail::field_end const& f) noexcept {
                (to++)->set(octets_between(first, f.end), f.fold_octets);
                first = f.end;
                return to != room_end;
            });
        *this = {room.data(), to, octets_between(first, raw.data() + raw.size()), header.place()};
        if (detail::may_have_mark(raw, header.place()) && !room.empty() &&
            detail::field_walker::has_name_after_mark(raw))
            pass_mark(room);
    }

    /// The number of fields in the array, and the bytes of the fields that did not fit.
    constexpr std::size_t slot_count() const noexcept { return count_; }
    constexpr std::string_view rest() const noexcept { return rest_; }

    /// A walker over all fields, for the ranges of get.hpp.
    constexpr detail::indexed_field_walker walker() const noexcept {
        return {slots_, count_, rest_fields(), has_mark_};
    }

    /// All fields, in order.
    constexpr iterator begin() const noexcept { return iterator{walker()}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return count_ == 0 && rest_.empty(); }

    /// The first field of that name; see header_section::find.
    constexpr optional<field> find(std::string_view name) const noexcept {
        detail::sought_name const sought{name};
        for (auto const *slot = slots_, *const end = slot + count_; slot != end; ++slot)
            if (slot->may_be(sought))
                if (auto const found = slot->get(slot == slots_ && has_mark_); sought.is_of(found))
                    return found;
        return rest_fields().find(name);
    }

    /// All fields of that name, in order; see header_section::find_all. The range borrows `name`
    /// too.
    constexpr named_range find_all(std::string_view name FOLDWISE_LIFETIMEBOUND) const noexcept {
        return named_range{detail::named_walker{walker(), name}};
    }
    template <owning_temporary T>
    named_range
    find_all(T&&) const = delete; // it would dangle: keep the string in a variable first

  private:
    friend class indexed_message;
    constexpr field_index(field_slot const* first, field_slot const* end, std::string_view rest,
                          header_place place) noexcept
        : slots_{first}, count_{static_cast<std::size_t>(end - first)}, rest_{rest},
          rest_place_{first == end ? place : header_place::elsewhere} {}

    constexpr void pass_mark(std::span<field_slot> room) noexcept {
        room.front().pass_mark();
        has_mark_ = true;
    }
    constexpr header_section rest_fields() const noexcept {
        return header_section{rest_, rest_place_};
    }

    field_slot const* slots_ = nullptr;
    std::size_t count_ = 0;
    std::string_view rest_;
    header_place rest_place_ = header_place::message_start;
    bool has_mark_ = false; // whether a byte order mark is before the first slot
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::field_index> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::field_index> = true;

#endif
