#ifndef FOLDWISE_MIME_DECODED_BODY_HPP
#define FOLDWISE_MIME_DECODED_BODY_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/config.hpp>
#include <foldwise/message/from_quotes.hpp>
#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/decoded.hpp>
#include <foldwise/transfer/quoted_printable.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>
#include <foldwise/transfer/uuencode.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The decoder of an encoding: one type for all of them, so that what is done with each block is
/// compiled once.
class body_decoder {
  public:
    explicit constexpr body_decoder(transfer_encoding encoding) noexcept : encoding_{encoding} {}

    FOLDWISE_NOINLINE constexpr transcoded decode(std::string_view text, char* to,
                                                  std::size_t count) noexcept {
        switch (encoding_) {
        case transfer_encoding::base64: return base64_.decode(text, to, count);
        case transfer_encoding::uuencode: return uuencode_.decode(text, to, count);
        default: return quoted_.decode(text, to, count);
        }
    }
    FOLDWISE_NOINLINE constexpr std::size_t finish(char* to, std::size_t count) noexcept {
        switch (encoding_) {
        case transfer_encoding::base64: return base64_.finish(to, count);
        case transfer_encoding::uuencode: return uuencode_.finish(to, count);
        default: return quoted_.finish(to, count);
        }
    }

  private:
    transfer_encoding encoding_;
    base64_decoder base64_;
    quoted_printable_decoder quoted_;
    uuencode_decoder uuencode_;
};

/// Decodes a body block by block. Borrows the body.
class body_blocks {
  public:
    constexpr body_blocks() = default;
    constexpr body_blocks(std::string_view raw, transfer_encoding encoding,
                          from_quotes quotes) noexcept
        : pieces_{raw, quotes}, decoder_{encoding}, is_encoded_{is_encoded(encoding)} {}

    /// The next octets; empty at the end. If the body is encoded, they are decoded to `to`, at most
    /// `count`, which must be the same in each call.
    FOLDWISE_NOINLINE constexpr std::string_view take(char* to, std::size_t count) noexcept {
        while (!pieces_.at_end()) {
            if (rest_.empty()) rest_ = pieces_.current();
            auto const rest = rest_;
            auto const done =
                is_encoded_ ? decoder_.decode(rest, to, count) : transcoded{rest.size(), 0};
            rest_.remove_prefix(done.read);
            if (rest_.empty()) pieces_.advance();
            if (!is_encoded_) return rest;
            if (done.written != 0) return octets_at(to, done.written);
        }
        if (!is_encoded_) return {};
        auto const written = decoder_.finish(to, count);
        is_encoded_ = written == count; // otherwise, that was everything
        return octets_at(to, written);
    }

  private:
    piece_walker<from_quotes> pieces_;
    std::string_view rest_; // of the current piece
    body_decoder decoder_{transfer_encoding::seven_bit};
    bool is_encoded_ = false;
};

/// Walks over the octets of a body, which are decoded in blocks. A block of a body that is not
/// encoded is a view of the body; else it is in the walker.
class decoded_body_walker {
  public:
    constexpr decoded_body_walker() = default;
    constexpr decoded_body_walker(std::string_view raw, transfer_encoding encoding,
                                  from_quotes quotes) noexcept
        : is_encoded_{is_encoded(encoding)}, blocks_{raw, encoding, quotes} {
        read();
    }

    constexpr bool at_end() const noexcept { return at_ == size_; }
    constexpr char current() const noexcept { return is_encoded_ ? decoded_.of[at_] : view_[at_]; }
    constexpr void advance() noexcept {
        if (++at_ == size_) read();
    }
    /// How many octets are before the current one.
    constexpr std::size_t position() const noexcept { return passed_ + at_; }

  private:
    struct octets {
        char of[256];
    };

    /// Works on copies: no pointer to the walker leaves it, so that it can stay in registers.
    FOLDWISE_ALWAYS_INLINE constexpr void read() noexcept {
        auto blocks = blocks_;
        octets decoded{};
        auto const block = blocks.take(decoded.of, sizeof decoded.of);
        blocks_ = blocks;
        if (is_encoded_)
            decoded_ = decoded;
        else
            view_ = block.data();
        passed_ += size_;
        size_ = block.size();
        at_ = 0;
    }

    std::size_t at_ = 0;
    std::size_t size_ = 0;       // of the block
    char const* view_ = nullptr; // the block, if the body is not encoded
    bool is_encoded_ = false;
    std::size_t passed_ = 0; // the octets of the blocks before this one
    body_blocks blocks_;
    octets decoded_{}; // the block, if the body is encoded
};

} // namespace detail

/// The octets that a body represents (RFC 2045 section 6): base64, quoted-printable and uuencode
/// are decoded, a body in any other transfer encoding is unchanged.
///     decoded_body{"SGVsbG8=", transfer_encoding::base64}  ->  "Hello"
/// Malformed text is read as base64_decoder, quoted_printable_decoder and uuencode_decoder
/// describe. If the body is from an mbox, the quotes of its lines are removed first:
///     decoded_body{">From me\n", transfer_encoding::seven_bit, from_quotes{}}  ->  "From me\n"
/// The octets can be had in blocks, which is fastest, or one by one:
///     body.for_each_block([&](std::string_view octets) { use(octets); });
///     for (char const octet : body) use(octet);
/// A forward, borrowed range of char: an iterator holds 256 decoded octets, and begin() decodes the
/// first ones. Borrows the body; allocates only in `to_string` and `append_to`. O(body).
class decoded_body {
    // Defined first: clang cannot use a template at compile time before its definition.
    /// Returns the result of `use` for the encoded text, or `otherwise` if the body is not encoded.
    template <class Use, class Value>
    constexpr Value read(Use use, Value otherwise) const {
        if (encoding_ == transfer_encoding::base64) return use(base64_decoded{raw_});
        if (encoding_ == transfer_encoding::quoted_printable)
            return use(quoted_printable_decoded{raw_});
        if (encoding_ == transfer_encoding::uuencode) return use(uuencode_decoded{raw_});
        return otherwise;
    }

    template <class Use>
    constexpr void decode_blocks(Use& use) const {
        char to[4096] = {};
        detail::body_blocks blocks{raw_, encoding_, quotes_};
        for (auto block = blocks.take(to, sizeof to); !block.empty();
             block = blocks.take(to, sizeof to))
            use(block);
    }

    /// base64 has none: a `>` in it is ignored in any case. No uuencoded line starts with "From ",
    /// because lower-case letters do not occur in it.
    static constexpr from_quotes quotes_in(transfer_encoding encoding,
                                           from_quotes quotes) noexcept {
        bool const has_none =
            encoding == transfer_encoding::base64 || encoding == transfer_encoding::uuencode;
        return has_none ? from_quotes{from_quoting::none} : quotes;
    }

    constexpr bool may_have_quotes() const noexcept {
        return quotes_.quoting != from_quoting::none;
    }

  public:
    using iterator = walk_iterator<detail::decoded_body_walker>;

    constexpr decoded_body() = default;

    /// `quotes` are those of the mbox that the body is from.
    constexpr decoded_body(std::string_view raw FOLDWISE_LIFETIMEBOUND, transfer_encoding encoding,
                           from_quotes quotes = {from_quoting::none}) noexcept
        : raw_{raw}, encoding_{encoding}, quotes_{quotes_in(encoding, quotes)} {}
    template <owning_temporary T>
    decoded_body( // it would dangle: keep the string in a variable first
        T&&, transfer_encoding, from_quotes = {}) = delete;

    constexpr iterator begin() const noexcept {
        return iterator{detail::decoded_body_walker{raw_, encoding_, quotes_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// The body unchanged, still encoded and quoted.
    constexpr std::string_view raw() const noexcept { return raw_; }
    constexpr transfer_encoding encoding() const noexcept { return encoding_; }

    /// Whether raw() has the octets that the body represents: it is not encoded, and no line is
    /// quoted. O(1), or O(body) if it may have quotes.
    constexpr bool is_raw() const noexcept {
        return !is_encoded(encoding_) && quotes_.find_cut(raw_, 0) == raw_.size();
    }

    /// An upper bound of length(). At most raw().size(), unless the encoding is uuencode. O(1).
    constexpr std::size_t size_limit() const noexcept {
        return read([](auto const& text) { return text.size_limit(); }, raw_.size());
    }

    /// How many octets the body represents. O(body) if it is encoded, with 4 KiB of stack, or if it
    /// may have quotes; else O(1).
    constexpr std::size_t length() const noexcept {
        if (may_have_quotes()) return unquoted_length();
        return read([](auto const& text) { return text.length(); }, raw_.size());
    }

    /// Writes the first `count` decoded octets to `to`, or fewer if the body has fewer. Returns how
    /// many it wrote. O(body).
    constexpr std::size_t copy_to(char* to, std::size_t count) const noexcept {
        if (may_have_quotes()) return copy_unquoted(to, count);
        if (!is_encoded(encoding_)) return raw_.copy(to, count);
        return read([&](auto const& text) { return text.copy_to(to, count); }, std::size_t{0});
    }

    /// Calls `use` with one block of octets after the other, as std::string_view. The blocks of a
    /// body that is not encoded are the stretches between quotes, mostly a single one; else a block
    /// has at most 4 KiB and is valid during the call. Allocates nothing.
    template <class Use>
    constexpr void for_each_block(Use&& use) const {
        if (!is_encoded(encoding_)) {
            for (auto const piece : unquoted{raw_, quotes_}.pieces()) use(piece);
        } else {
            decode_blocks(use);
        }
    }

    /// Appends the decoded octets to `text`. Allocates.
    constexpr void append_to(std::string& text) const {
        if (may_have_quotes())
            return for_each_block([&text](std::string_view block) { text.append(block); });
        if (!is_encoded(encoding_)) text.append(raw_);
        read([&](auto const& decoded) { return decoded.append_to(text), 0; }, 0);
    }

    /// The decoded octets as a string. Allocates.
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

  private:
    FOLDWISE_NOINLINE constexpr std::size_t unquoted_length() const noexcept {
        std::size_t sum = 0;
        for_each_block([&sum](std::string_view block) { sum += block.size(); });
        return sum;
    }

    FOLDWISE_NOINLINE constexpr std::size_t copy_unquoted(char* to,
                                                          std::size_t count) const noexcept {
        std::size_t copied = 0;
        for_each_block(
            [&](std::string_view block) { copied += block.copy(to + copied, count - copied); });
        return copied;
    }

    std::string_view raw_;
    transfer_encoding encoding_ = transfer_encoding::seven_bit;
    from_quotes quotes_{from_quoting::none};
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::decoded_body> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::decoded_body> = true;

#endif
