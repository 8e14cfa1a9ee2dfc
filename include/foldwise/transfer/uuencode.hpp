#ifndef FOLDWISE_TRANSFER_UUENCODE_HPP
#define FOLDWISE_TRANSFER_UUENCODE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/transfer/decoded.hpp>
#include <foldwise/transfer/uuencoded_line.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

class uuencode_walker {
  public:
    constexpr uuencode_walker() = default;
    explicit constexpr uuencode_walker(std::string_view text) noexcept : text_{text} { find(); }

    constexpr bool at_end() const noexcept { return index_ == size_; }
    constexpr char current() const noexcept { return uuencoded_octet(line_, index_); }
    constexpr void advance() noexcept {
        ++index_;
        find();
    }

    struct place {
        std::size_t next;
        std::size_t index;
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept { return {next_, index_}; }

  private:
    /// At the end of a line, goes to the next line with data.
    constexpr void find() noexcept {
        while (index_ == size_ && next_ != text_.size()) {
            line_ = uuencoded_text_at(text_, next_);
            next_ = after_line(text_, next_);
            size_ = state_.take(line_);
            index_ = 0;
        }
    }

    std::string_view text_;
    std::string_view line_; // with the current octet
    std::size_t next_ = 0;  // the next line
    std::size_t index_ = 0; // of the current octet
    std::size_t size_ = 0;  // how many octets the line has
    uuencode_state state_;
};

} // namespace detail

/// The maximum number of octets that `size` octets of uuencoded text decode to: more than `size`,
/// because white space at the end of a line may be missing. O(1).
constexpr std::size_t uuencode_decoded_size_limit(std::size_t size) noexcept {
    return (size + 1) / 2 * 63;
}

/// Decodes uuencoded text that arrives piece by piece. The encoding is older than MIME and is
/// described by POSIX; mail has it under the name x-uuencode, and inside of texts.
///
///     begin 664 test.txt
///     #0V%T              "#" is 3 octets, and each has 6 bits: 0x20 is 0, "!" is 1 ... "_" is 63
///     `                  no octets; "`" stands for 0, too
///     end
///
/// Total:
///     text before and between files    is ignored, and so is text after the last one
///     no "begin" line                  if the first line of the text is one of data, it is decoded
///     white space missing in a line    is added
///     any other line in a file         ends the file
/// Several files are decoded to one text. `diagnose_uuencode` reports each deviation. Allocates
/// nothing.
class uuencode_decoder {
  public:
    /// Decodes one octet after the other.
    using walker = detail::uuencode_walker;

    /// See uuencode_decoded_size_limit.
    static constexpr std::size_t size_limit(std::size_t size) noexcept {
        return uuencode_decoded_size_limit(size);
    }

    /// Decodes `text`, the next piece, to `to`, at most `count` octets. All of `text` is read
    /// unless the room runs out. `to` must not overlap `text`. O(text).
    constexpr transcoded decode(std::string_view text, char* to, std::size_t count) noexcept {
        transcoded done;
        for (;;) {
            done.written += write(to + done.written, count - done.written);
            if (index_ != line_octets_ || done.read == text.size()) return done;
            auto const end = detail::after_line(text, done.read);
            add(text.substr(done.read, end - done.read));
            done.read = end;
            if (text[end - 1] == '\n') take_line();
        }
    }

    /// Ends the text: writes the octets that are left, at most `count`, and returns how many. If
    /// that is `count`, call it again. Another text may follow.
    constexpr std::size_t finish(char* to, std::size_t count) noexcept {
        if (size_ != 0 && index_ == line_octets_ && !is_taken_) take_line();
        auto const written = write(to, count);
        if (written == count) return written;
        *this = uuencode_decoder{};
        return written;
    }

    /// Decodes a whole text; see decode_uuencode.
    static constexpr transcoded decode_all(std::string_view text, char* to,
                                           std::size_t count) noexcept {
        uuencode_decoder in;
        auto done = in.decode(text, to, count);
        if (done.read == text.size())
            done.written += in.finish(to + done.written, count - done.written);
        return done;
    }

  private:
    /// Adds a piece of a line. Only the start of a long line is kept.
    constexpr void add(std::string_view piece) noexcept {
        if (is_taken_) {
            size_ = 0;
            is_taken_ = false;
        }
        auto const room = sizeof line_ - size_;
        size_ += piece.copy(line_ + size_, room);
    }
    constexpr void take_line() noexcept {
        line_octets_ = state_.take(text());
        index_ = 0;
        is_taken_ = true;
    }
    /// The line without its ending. The buffer has room for more than is read of a line.
    constexpr std::string_view text() const noexcept {
        return detail::uuencoded_text_at(octets_at(line_, size_), 0);
    }
    /// Writes octets of the line.
    constexpr std::size_t write(char* to, std::size_t count) noexcept {
        std::size_t written = 0;
        for (; written < count && index_ != line_octets_; ++index_)
            to[written++] = detail::uuencoded_octet(text(), index_);
        return written;
    }

    detail::uuencode_state state_;
    char line_[128] = {};
    std::size_t size_ = 0;        // of the line so far
    std::size_t line_octets_ = 0; // of a line that has been taken
    std::size_t index_ = 0;       // of the next octet
    bool is_taken_ = false;
};

/// Decodes all of `text` to `to`, at most `count` octets. See uuencode_decoder.
///     char octets[3];
///     decode_uuencode("begin 664 test.txt\n#0V%T\n`\nend\n", octets, 3)  ->  written 3, "Cat"
constexpr transcoded decode_uuencode(std::string_view text, char* to, std::size_t count) noexcept {
    return uuencode_decoder::decode_all(text, to, count);
}

/// A uuencoded text, decoded as it is read.
using uuencode_decoded = decoded<uuencode_decoder>;

} // namespace foldwise::inline FOLDWISE_ABI

#endif
