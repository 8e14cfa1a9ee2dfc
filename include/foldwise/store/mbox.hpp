#ifndef FOLDWISE_STORE_MBOX_HPP
#define FOLDWISE_STORE_MBOX_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>
#include <foldwise/store/mbox_splitter.hpp>

#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

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
    std::string_view rest_; // the bytes after the entry
    mbox_splitter splitter_;
    optional<mbox_entry> entry_;
};

} // namespace detail

/// The entries of an mbox in memory, in order.
///     std::error_code error;
///     auto const file = mapped_file::open("in.mbox", error);
///     for (auto const e : mbox{file.bytes()}) use(e.from_line(), e.message(), e.offset());
/// Total. Lossless: concatenating the raw() of all entries gives the bytes. If the first line that
/// is not empty is not a separator, the file is not an mbox, and all of it is one entry. An empty
/// file has no entries.
///
/// With a `byte_range`, the entries are those whose separator line starts in that byte range. So if
/// each worker reads one share of a file, each entry is read exactly once.
///     mbox{file.bytes(), {}, shard(file.bytes().size(), k, n)}
/// Offsets still count from the start of the file. Formats that use Content-Length are read from
/// the start of the file even then, because a body may contain any line; the entries before the
/// range are skipped.
///
/// A forward, borrowed range: entries and iterators point into the bytes. Nothing is allocated. A
/// traversal is O(n); begin() searches for the end of the first entry.
class mbox {
  public:
    using iterator = walk_iterator<detail::mbox_walker>;

    constexpr mbox() = default;

    /// `bytes` is the whole file, even if only a range of it is read.
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

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::mbox> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::mbox> = true;

#endif
