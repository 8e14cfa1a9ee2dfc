#ifndef FOLDWISE_MESSAGE_FIELD_INDEX_HPP
#define FOLDWISE_MESSAGE_FIELD_INDEX_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace foldwise {

namespace detail {

/// The fields of a name: first those of an array, then those of the bytes behind them.
class indexed_field_walker {
  public:
    constexpr indexed_field_walker() = default;
    constexpr indexed_field_walker(std::span<field const> cut, std::string_view rest,
                                   std::string_view name) noexcept
        : cut_{cut}, rest_{rest}, name_{name} {
        pass_others();
    }

    constexpr bool at_end() const noexcept { return at_ == cut_.size() && behind_.at_end(); }
    constexpr field current() const noexcept {
        return at_ != cut_.size() ? cut_[at_] : behind_.current();
    }
    constexpr void advance() noexcept {
        if (at_ == cut_.size()) return behind_.advance();
        ++at_;
        pass_others();
    }
    constexpr std::size_t position() const noexcept {
        return at_ != cut_.size() ? at_ : at_ + behind_.position();
    }

  private:
    constexpr void pass_others() noexcept {
        while (at_ != cut_.size() && !cut_[at_].is(name_)) ++at_;
        if (at_ == cut_.size() && !rest_.empty())
            behind_ = named_field_walker{field_walker{rest_}, name_};
    }
    std::span<field const> cut_;
    std::string_view rest_;
    std::string_view name_;
    std::size_t at_ = 0;
    named_field_walker behind_;
};

} // namespace detail

/// The fields of a header section (RFC 5322 section 2.2), cut once into an array of the caller's,
/// for who looks up several:
///     field room[64];
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
                          std::span<field> room FOLDWISE_LIFETIMEBOUND) noexcept {
        std::size_t count = 0;
        detail::field_walker all{header.raw()};
        for (; count != room.size() && !all.at_end(); all.advance()) room[count++] = all.current();
        fields_ = room.first(count);
        rest_ = header.raw().substr(all.position());
    }

    /// Those that there was room for, in order.
    constexpr std::span<field const> fields() const noexcept { return fields_; }

    /// The bytes of the others.
    constexpr std::string_view rest() const noexcept { return rest_; }

    /// As header_section::find.
    constexpr std::optional<field> find(std::string_view name) const noexcept {
        for (auto const& candidate : fields_)
            if (candidate.is(name)) return candidate;
        return header_section{rest_}.find(name);
    }

    /// As header_section::find_all. The range borrows `name` too.
    constexpr named_range find_all(std::string_view name FOLDWISE_LIFETIMEBOUND) const noexcept {
        return named_range{detail::indexed_field_walker{fields_, rest_, name}};
    }
    template <owning_temporary T>
    named_range find_all(T&&) const = delete;

  private:
    std::span<field const> fields_;
    std::string_view rest_;
};

} // namespace foldwise

#endif
