#ifndef FOLDWISE_BASE_SPLICED_HPP
#define FOLDWISE_BASE_SPLICED_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The number of octets in cuts, if they have not been counted.
inline constexpr auto not_counted = static_cast<std::size_t>(-1);

/// Iterates over the octets of a text with cuts.
template <class Cut>
class octet_walker {
  public:
    constexpr octet_walker() = default;
    constexpr octet_walker(std::string_view bytes, Cut cut, std::size_t cut_octets) noexcept
        : bytes_{bytes}, cuts_left_{cut_octets}, cut_{cut} {
        pass_cut();
    }

    constexpr bool at_end() const noexcept { return at_ == bytes_.size(); }
    constexpr char const& current() const noexcept { return bytes_[at_]; }
    constexpr void advance() noexcept {
        ++at_;
        pass_cut();
    }
    constexpr std::size_t position() const noexcept { return at_; }

  private:
    constexpr void pass_cut() noexcept {
        if (cuts_left_ == 0) return;
        auto const size = cut_.cut_at(bytes_, at_);
        at_ += size;
        cuts_left_ -= size;
    }
    std::string_view bytes_;
    std::size_t at_ = 0;
    std::size_t cuts_left_ = 0; // how many octets the cuts from at_ on have
    [[no_unique_address]] Cut cut_;
};

/// Iterates over the pieces between the cuts.
template <class Cut>
class piece_walker {
  public:
    constexpr piece_walker() = default;
    constexpr piece_walker(std::string_view bytes, Cut cut,
                           std::size_t cut_octets = not_counted) noexcept
        : bytes_{bytes}, cuts_left_{cut_octets}, cut_{cut} {
        advance();
    }

    constexpr bool at_end() const noexcept { return first_ == bytes_.size(); }
    constexpr std::string_view current() const noexcept {
        return bytes_.substr(first_, last_ - first_);
    }
    constexpr void advance() noexcept {
        auto const size = cuts_left_ == 0 ? 0 : cut_.cut_at(bytes_, last_);
        cuts_left_ -= size;
        first_ = last_ + size;
        last_ = cuts_left_ == 0 ? bytes_.size() : cut_.find_cut(bytes_, first_);
    }
    constexpr std::size_t position() const noexcept { return first_; }

  private:
    std::string_view bytes_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
    std::size_t cuts_left_ = 0; // how many octets the cuts from last_ on have
    [[no_unique_address]] Cut cut_;
};

} // namespace detail

/// Bytes with some spans cut out, read as if the rest were spliced together. Examples of cuts are
/// the line endings of a folded field, and the `>` before `From ` in an mbox.
///     spliced<white_space_runs>{"a@\r\n b"}  ->  "a@b"
///
/// `Cut` has two functions that define where the cuts are, and must agree:
///     std::size_t cut_at(bytes, at) const      how many octets are cut at `at`, mostly 0
///     std::size_t find_cut(bytes, from) const  where the next cut starts, or bytes.size();
///                                              there is no cut at `from`
/// A cut never directly follows another one, and never reaches the end. (If a `Cut` breaks these
/// rules, a traversal of the pieces may not end.)
///
/// Borrows the bytes; trivially copyable; allocates only in `to_string` and
/// `append_to`. A forward, borrowed range of `char const`; begin() is O(1), a
/// traversal is O(n). Total: every byte sequence is accepted.
template <class Cut>
class spliced : public pieced_text<spliced<Cut>> {
  public:
    using iterator = walk_iterator<detail::octet_walker<Cut>>;

    /// The longest stretches without a cut, in order, none of them empty.
    using piece_range = walk_range<detail::piece_walker<Cut>>;

    constexpr spliced() = default;
    /// The octets of `raw` without those that `cut` leaves out.
    explicit constexpr spliced(std::string_view raw FOLDWISE_LIFETIMEBOUND, Cut cut = {}) noexcept
        : raw_{raw}, cut_{cut} {}

    /// For callers that know how many octets all the cuts have together: length() is O(1), and the
    /// search for cuts stops after the last one. A wrong number results in a wrong text.
    constexpr spliced(std::string_view raw FOLDWISE_LIFETIMEBOUND, Cut cut,
                      std::size_t cut_octets) noexcept
        : raw_{raw}, cut_octets_{cut_octets}, cut_{cut} {}

    template <owning_temporary T>
    explicit spliced( // it would dangle: keep the string in a variable first
        T&&, Cut = {}) = delete;
    template <owning_temporary T>
    spliced(T&&, Cut, std::size_t) = delete; // it would dangle: keep the string in a variable first

    /// The bytes, unchanged: nothing is cut out.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept {
        return iterator{detail::octet_walker<Cut>{raw_, cut_, cut_octets_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

    /// Whether the text is empty (the cuts never remove everything).
    constexpr bool empty() const noexcept { return raw_.empty(); }

    /// The text piece by piece, which is faster than character by character. Costs
    /// the search for the end of the first piece.
    constexpr piece_range pieces() const noexcept {
        return piece_range{detail::piece_walker<Cut>{raw_, cut_, cut_octets_}};
    }

    /// How many octets the text has. O(1) if the octets of the cuts were counted, else O(n).
    constexpr std::size_t length() const noexcept {
        return cut_octets_ != detail::not_counted ? raw_.size() - cut_octets_ : counted_length();
    }

    /// The whole text as one view of the caller's bytes, if there is no cut except perhaps one at
    /// the start. Costs the search for the first cut after the start.
    constexpr optional<std::string_view> contiguous() const noexcept {
        if (cut_octets_ == 0) return raw_;
        auto const first = cut_.cut_at(raw_, 0);
        if (cut_.find_cut(raw_, first) != raw_.size()) return std::nullopt;
        return raw_.substr(first);
    }

  private:
    FOLDWISE_NOINLINE constexpr std::size_t counted_length() const noexcept {
        return pieced_text<spliced>::length();
    }

    std::string_view raw_;
    std::size_t cut_octets_ = detail::not_counted;
    [[no_unique_address]] Cut cut_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <class Cut>
inline constexpr bool std::ranges::enable_view<foldwise::spliced<Cut>> = true;
template <class Cut>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::spliced<Cut>> = true;

#endif
