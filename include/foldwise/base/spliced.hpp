#ifndef FOLDWISE_BASE_SPLICED_HPP
#define FOLDWISE_BASE_SPLICED_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/walk.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

template <class Cut>
class octet_walker {
  public:
    constexpr octet_walker() = default;
    constexpr octet_walker(std::string_view bytes, Cut cut) noexcept
        : bytes_{bytes}, at_{cut.cut_at(bytes, 0)}, cut_{cut} {}

    constexpr bool at_end() const noexcept { return at_ == bytes_.size(); }
    constexpr char const& current() const noexcept { return bytes_[at_]; }
    constexpr void advance() noexcept {
        ++at_;
        at_ += cut_.cut_at(bytes_, at_);
    }
    constexpr std::size_t position() const noexcept { return at_; }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    [[no_unique_address]] Cut cut_;
};

template <class Cut>
class piece_walker {
  public:
    constexpr piece_walker() = default;
    constexpr piece_walker(std::string_view bytes, Cut cut) noexcept : bytes_{bytes}, cut_{cut} {
        advance();
    }

    constexpr bool at_end() const noexcept { return first_ == bytes_.size(); }
    constexpr std::string_view current() const noexcept {
        return bytes_.substr(first_, last_ - first_);
    }
    constexpr void advance() noexcept {
        first_ = last_ + cut_.cut_at(bytes_, last_);
        last_ = cut_.find_cut(bytes_, first_);
    }
    constexpr std::size_t position() const noexcept { return first_; }

  private:
    std::string_view bytes_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
    [[no_unique_address]] Cut cut_;
};

} // namespace detail

/// Bytes with some spans cut out, read as if they had been spliced together:
/// the line endings of a folded field, the `>` before `From ` in an mbox.
///
/// `Cut` says where the cuts are, in two functions that agree with each other:
///     std::size_t cut_at(bytes, at) const      how many octets are cut at `at`, mostly 0
///     std::size_t find_cut(bytes, from) const  where the next cut starts, or bytes.size();
///                                              the octet at `from` is none
/// A cut never directly follows another one, and never reaches the end. (A `Cut`
/// that breaks these rules may make the pieces go on forever.)
///
/// Borrows the bytes; trivially copyable; allocates only in `to_string` and
/// `append_to`. A forward, borrowed range of `char const`; begin() is O(1), a
/// traversal is O(n). Total: any bytes will do.
template <class Cut>
class spliced : public pieced_text<spliced<Cut>> {
  public:
    using iterator = walk_iterator<detail::octet_walker<Cut>>;

    /// The longest stretches without a cut, in order, none of them empty.
    using piece_range = walk_range<detail::piece_walker<Cut>>;

    constexpr spliced() = default;
    explicit constexpr spliced(std::string_view raw FOLDWISE_LIFETIMEBOUND, Cut cut = {}) noexcept
        : raw_{raw}, cut_{cut} {}
    template <owning_temporary T>
    explicit spliced(T&&, Cut = {}) = delete;

    /// The bytes as they stand, nothing cut out.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept {
        return iterator{detail::octet_walker<Cut>{raw_, cut_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

    /// Whether nothing is left (the cuts never take everything).
    constexpr bool empty() const noexcept { return raw_.empty(); }

    /// The text piece by piece, which is faster than character by character. Costs
    /// the search for the end of the first piece.
    constexpr piece_range pieces() const noexcept {
        return piece_range{detail::piece_walker<Cut>{raw_, cut_}};
    }

    /// All of the text as one view of the caller's bytes, where it is one there:
    /// nothing is cut, or only at the start. Costs one search for the first cut.
    constexpr std::optional<std::string_view> contiguous() const noexcept {
        auto const first = cut_.cut_at(raw_, 0);
        if (cut_.find_cut(raw_, first) != raw_.size()) return std::nullopt;
        return raw_.substr(first);
    }

  private:
    std::string_view raw_;
    [[no_unique_address]] Cut cut_;
};

} // namespace foldwise

template <class Cut>
inline constexpr bool std::ranges::enable_view<foldwise::spliced<Cut>> = true;
template <class Cut>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::spliced<Cut>> = true;

#endif
