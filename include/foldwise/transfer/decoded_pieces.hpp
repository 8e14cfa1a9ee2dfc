#ifndef FOLDWISE_TRANSFER_DECODED_PIECES_HPP
#define FOLDWISE_TRANSFER_DECODED_PIECES_HPP

#include <foldwise/base/sentinel.hpp>
#include <foldwise/transfer/decoded.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace foldwise::inline FOLDWISE_ABI {

/// A text in a transfer encoding that consists of several pieces, decoded as it is read. An example
/// is a body without the quotes of an mbox. `decode_pieces` creates it. The result does not depend
/// on where the text is cut.
///
/// Read it once: either block by block with `read`, or as an input range of char, which reads ahead
/// by a block. Borrows the pieces and their bytes; allocates nothing; O(text). Iterators point to
/// this object: do not move it while they are in use.
template <class Decoder, class Iterator, class Sentinel>
class decoded_pieces {
  public:
    /// The pieces from `first` to `last`; each converts to std::string_view.
    constexpr decoded_pieces(Iterator first, Sentinel last) noexcept
        : next_{std::move(first)}, last_{std::move(last)} {}

    /// Decodes the next octets to `to`, at most `count`. Returns how many were written: fewer than
    /// `count` only at the end.
    constexpr std::size_t read(char* to, std::size_t count) noexcept {
        std::size_t written = 0;
        while (written < count) {
            if (rest_.empty()) {
                if (next_ == last_) break;
                rest_ = std::string_view{*next_};
                ++next_;
            }
            auto const done = decoder_.decode(rest_, to + written, count - written);
            rest_.remove_prefix(done.read);
            written += done.written;
        }
        if (written == count) return written;
        return written + decoder_.finish(to + written, count - written);
    }

    /// An input iterator: there is one position in the text.
    class iterator {
      public:
        using value_type = char;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::input_iterator_tag;

        constexpr iterator() = default;
        /// The iterator at the position of `text`.
        explicit constexpr iterator(decoded_pieces& text) noexcept : text_{&text} {}

        constexpr char operator*() const noexcept { return text_->block_[text_->at_]; }
        constexpr iterator& operator++() noexcept {
            if (++text_->at_ == text_->size_) text_->fill();
            return *this;
        }
        constexpr void operator++(int) noexcept { ++*this; }
        constexpr bool operator==(std::default_sentinel_t) const noexcept {
            return text_->size_ == 0;
        }

      private:
        decoded_pieces* text_ = nullptr;
    };

    /// Reads the first block. Call it once, and do not use `read` as well.
    constexpr iterator begin() noexcept {
        fill();
        return iterator{*this};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

  private:
    constexpr void fill() noexcept {
        at_ = 0;
        size_ = read(block_, sizeof block_);
    }
    Iterator next_; // the piece after rest_
    Sentinel last_;
    std::string_view rest_;
    Decoder decoder_;
    char block_[1024] = {};
    std::size_t at_ = 0;
    std::size_t size_ = 0; // how many octets block_ has
};

/// The decoded text of the concatenated `pieces`, a range of elements that convert to
/// std::string_view. The range must outlive the result, or be a borrowed range.
///     auto body = decode_pieces<base64_decoder>(entry.body().pieces());
///     for (char const octet : body) use(octet);
template <class Decoder, class Pieces>
    requires std::is_lvalue_reference_v<Pieces> ||
             std::ranges::enable_borrowed_range<std::remove_cvref_t<Pieces>>
constexpr auto decode_pieces(Pieces&& pieces) noexcept {
    using std::begin;
    using std::end;
    return decoded_pieces<Decoder, decltype(begin(pieces)), decltype(end(pieces))>{begin(pieces),
                                                                                   end(pieces)};
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
