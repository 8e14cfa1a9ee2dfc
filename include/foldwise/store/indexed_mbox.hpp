#ifndef FOLDWISE_STORE_INDEXED_MBOX_HPP
#define FOLDWISE_STORE_INDEXED_MBOX_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/field_slot.hpp>
#include <foldwise/message/header_end.hpp>
#include <foldwise/message/indexed_message.hpp>
#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>
#include <foldwise/store/mbox_splitter.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// An entry of an mbox, and the index of its message's fields. Borrows the bytes and the array of
/// the indexed_mbox.
struct indexed_entry {
    mbox_entry entry;   ///< the entry
    field_index fields; ///< the index of the fields of its message
};

namespace detail {

class indexed_mbox_walker {
  public:
    constexpr indexed_mbox_walker() = default;
    constexpr indexed_mbox_walker(std::string_view bytes, std::span<field_slot> const room,
                                  mbox_options options, byte_range range) noexcept
        : rest_{bytes}, room_{room}, splitter_{options, range} {
        advance();
    }

    constexpr bool at_end() const noexcept { return !entry_; }
    constexpr indexed_entry current() const noexcept { return {*entry_, fields_}; }
    constexpr void advance() noexcept {
        // Fast to compile: a span that is not const is copied by a template.
        std::span<field_slot> const& room = room_;
        char const* indexed = nullptr; // the start of the header section that fields_ indexes
        std::size_t size = 0;
        entry_ = splitter_.next(rest_, mbox_input::ended,
                                [&](std::string_view bytes, std::size_t from) noexcept {
                                    if (from != 0) return find_header_end(bytes, from);
                                    indexed_message const found{bytes, room};
                                    fields_ = found.fields();
                                    auto const end = found.header_end();
                                    indexed = bytes.data();
                                    size = end.found() ? end.position : bytes.size();
                                    return end;
                                });
        if (!entry_) return;
        // The splitter may have found the entry without searching for the end of this header
        // section, or the entry may end before it.
        auto const message = entry_->message_bytes();
        if (indexed != message.data() || size > message.size())
            fields_ = indexed_message{message, room}.fields();
    }

  private:
    std::string_view rest_; // the bytes after the entry
    std::span<field_slot> room_;
    mbox_splitter splitter_;
    optional<mbox_entry> entry_;
    field_index fields_;
};

} // namespace detail

/// The entries of an mbox that is in memory, in order, each with the index of its fields:
///     field_slot room[64];
///     for (auto const [entry, fields] : indexed_mbox{file.bytes(), room})
///         use(fields.find("From"), fields.find("Subject"), entry.body());
/// The results are those of mbox{file.bytes()} and of field_index{entry.message().header(), room}
/// for each entry, but each header section is read only once: the end of the entry, the end of the
/// header section and the fields are found in the same pass. Use it to read most fields of most
/// messages.
///
/// A borrowed input range: entries, indexes and iterators point into the bytes and the array. All
/// entries share the array. So an index is valid only until its iterator is incremented, and after
/// an iterator is copied, only one of the copies may be used. Total and lossless; O(n); nothing is
/// allocated.
class indexed_mbox {
  public:
    class iterator;

    constexpr indexed_mbox() = default;

    /// `bytes`, `options` and `range` as for mbox; `room` as for field_index.
    constexpr indexed_mbox(std::string_view bytes FOLDWISE_LIFETIMEBOUND,
                           std::span<field_slot> const room FOLDWISE_LIFETIMEBOUND,
                           mbox_options options = {}, byte_range range = {}) noexcept
        : bytes_{bytes}, room_{room}, options_{options}, range_{range} {}
    template <owning_temporary T>
    indexed_mbox( // it would dangle: keep the string in a variable first
        T&&, std::span<field_slot>, mbox_options = {}, byte_range = {}) = delete;

    constexpr iterator begin() const noexcept;
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

  private:
    std::string_view bytes_;
    std::span<field_slot> room_;
    mbox_options options_;
    byte_range range_;
};

/// An input iterator, because all entries share one array.
class indexed_mbox::iterator {
  public:
    using value_type = indexed_entry;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::input_iterator_tag;

    constexpr iterator() = default;
    explicit constexpr iterator(detail::indexed_mbox_walker walker) noexcept : walker_{walker} {}

    constexpr indexed_entry operator*() const noexcept { return walker_.current(); }
    constexpr iterator& operator++() noexcept {
        walker_.advance();
        return *this;
    }
    constexpr void operator++(int) noexcept { walker_.advance(); }
    friend constexpr bool operator==(iterator const& it, std::default_sentinel_t) noexcept {
        return it.walker_.at_end();
    }

  private:
    detail::indexed_mbox_walker walker_;
};

constexpr indexed_mbox::iterator indexed_mbox::begin() const noexcept {
    return iterator{detail::indexed_mbox_walker{bytes_, room_, options_, range_}};
}

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::indexed_mbox> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::indexed_mbox> = true;

#endif
