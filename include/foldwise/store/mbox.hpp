#ifndef FOLDWISE_STORE_MBOX_HPP
#define FOLDWISE_STORE_MBOX_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>
#include <foldwise/store/mbox_splitter.hpp>

#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

class mbox_walker {
  public:
    constexpr mbox_walker() = default;
    constexpr mbox_walker(std::string_view bytes, mbox_options options, byte_range range) noexcept
        : rest_{bytes}, splitter_{options, range} {
        advance();
    }

    constexpr bool at_end() const noexcept { return !entry_; }
    constexpr mbox_entry current() const noexcept { return *entry_; }
    constexpr void advance() noexcept { entry_ = splitter_.next(rest_, mbox_input::ended); }
    constexpr std::uint64_t position() const noexcept {
        return entry_ ? entry_->offset() : UINT64_MAX;
    }

  private:
    std::string_view rest_; // behind the entry
    mbox_splitter splitter_;
    std::optional<mbox_entry> entry_;
};

} // namespace detail

/// The entries of an mbox that is in memory (mapped, or read), in order.
///     mapped_file const file{...};
///     for (auto const e : mbox{file.bytes()}) use(e.from_line(), e.message());
/// Total and lossless: the entries' raw() back to back are the bytes. A file
/// whose first line that is not empty is no separator is one entry, all message;
/// no bytes, no entries.
///
/// With a `byte_range`, only the entries whose `From ` line starts in it: so the
/// shares of any partition of a file give each entry exactly once, and every
/// worker can find its own. Offsets are those in the file all the same. Formats
/// that go by Content-Length are followed from the start of the file, header by
/// header, since their bodies may hold anything.
///     mbox{file.bytes(), {}, shard(file.bytes().size(), k, n)}
///
/// A forward, borrowed range that points into the bytes and allocates nothing.
/// A traversal is O(n); begin() costs the search for the end of the first entry.
class mbox {
  public:
    using iterator = walk_iterator<detail::mbox_walker>;

    constexpr mbox() = default;
    /// `bytes` are the whole file, even when only a range of it is wanted.
    explicit constexpr mbox(std::string_view bytes FOLDWISE_LIFETIMEBOUND,
                            mbox_options options = {}, byte_range range = {}) noexcept
        : bytes_{bytes}, options_{options}, range_{range} {}
    template <owning_temporary T>
    explicit mbox( // it would dangle: keep the string in a variable first
        T&&, mbox_options = {}, byte_range = {}) = delete;

    constexpr iterator begin() const noexcept {
        return iterator{detail::mbox_walker{bytes_, options_, range_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

  private:
    std::string_view bytes_;
    mbox_options options_;
    byte_range range_;
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::mbox> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::mbox> = true;

#endif
