#ifndef FOLDWISE_MESSAGE_FIELD_INDEX_HPP
#define FOLDWISE_MESSAGE_FIELD_INDEX_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace foldwise {

/// Room for one field of a field_index. Trivial: an array of them need not be set to anything.
class field_slot {
  public:
    constexpr field get() const noexcept { return {{octets_, size_}, fold_octets_}; }

    /// Whether its field has that name, whose first letter in lower case is `first`. Of most that
    /// do not, that letter is all that is looked at.
    constexpr bool is(std::string_view name, char first) const noexcept {
        return first_ == first && get().is(name);
    }

    constexpr void set(std::string_view raw, std::size_t fold_octets) noexcept {
        octets_ = raw.data();
        size_ = raw.size();
        fold_octets_ = fold_octets;
        first_ = ascii_lower(raw[0]);
    }

  private:
    char const* octets_;
    std::size_t size_;
    std::size_t fold_octets_;
    char first_;
};

namespace detail {

/// In lower case; NUL, with which no name starts, where there is none.
constexpr char first_letter(std::string_view name) noexcept {
    return name.empty() ? '\0' : ascii_lower(name[0]);
}

/// The fields of a name: first those of an array, then those of the bytes behind them.
class indexed_field_walker {
  public:
    constexpr indexed_field_walker() = default;
    constexpr indexed_field_walker(std::span<field_slot const> slots, std::string_view rest,
                                   std::string_view name) noexcept
        : slots_{slots}, rest_{rest}, name_{name} {
        pass_others();
    }

    constexpr bool at_end() const noexcept { return at_ == slots_.size() && behind_.at_end(); }
    constexpr field current() const noexcept {
        return at_ != slots_.size() ? slots_[at_].get() : behind_.current();
    }
    constexpr void advance() noexcept {
        if (at_ == slots_.size()) return behind_.advance();
        ++at_;
        pass_others();
    }
    constexpr std::size_t position() const noexcept {
        return at_ != slots_.size() ? at_ : at_ + behind_.position();
    }

  private:
    constexpr void pass_others() noexcept {
        auto const first = first_letter(name_);
        while (at_ != slots_.size() && !slots_[at_].is(name_, first)) ++at_;
        if (at_ == slots_.size() && !rest_.empty())
            behind_ = named_field_walker{field_walker{rest_}, name_};
    }
    std::span<field_slot const> slots_;
    std::string_view rest_;
    std::string_view name_;
    std::size_t at_ = 0;
    named_field_walker behind_;
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
/// array.
///
/// Borrows the array and the message's bytes; trivially copyable; allocates nothing. Total. Made in
/// O(header).
class field_index {
  public:
    /// The fields of one name, in order.
    using named_range = walk_range<detail::indexed_field_walker>;

    constexpr field_index() = default;
    constexpr field_index(header_section const& header,
                          std::span<field_slot> room FOLDWISE_LIFETIMEBOUND) noexcept {
        std::size_t count = 0;
        detail::field_walker all{header.raw()};
        for (; count != room.size() && !all.at_end(); all.advance())
            room[count++].set(all.raw(), all.fold_octets());
        slots_ = room.first(count);
        rest_ = header.raw().substr(all.position());
    }

    /// The fields that there was room for, in order, and the bytes of the others.
    constexpr std::span<field_slot const> slots() const noexcept { return slots_; }
    constexpr std::string_view rest() const noexcept { return rest_; }

    /// As header_section::find.
    constexpr std::optional<field> find(std::string_view name) const noexcept {
        auto const first = detail::first_letter(name);
        for (auto const& slot : slots_)
            if (slot.is(name, first)) return slot.get();
        return header_section{rest_}.find(name);
    }

    /// As header_section::find_all. The range borrows `name` too.
    constexpr named_range find_all(std::string_view name FOLDWISE_LIFETIMEBOUND) const noexcept {
        return named_range{detail::indexed_field_walker{slots_, rest_, name}};
    }
    template <owning_temporary T>
    named_range find_all(T&&) const = delete;

  private:
    std::span<field_slot const> slots_;
    std::string_view rest_;
};

} // namespace foldwise

#endif
