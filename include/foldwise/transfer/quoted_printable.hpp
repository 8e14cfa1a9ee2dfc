#ifndef FOLDWISE_TRANSFER_QUOTED_PRINTABLE_HPP
#define FOLDWISE_TRANSFER_QUOTED_PRINTABLE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/transfer/decoded.hpp>
#include <foldwise/transfer/detail/quoted_printable_blocks.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Whether more octets of the text may follow.
enum class text_goes_on : unsigned char { no, perhaps };

/// Whether white space is padding: directly before a line ending, or at the end of the text.
enum class padding_kind : unsigned char { none, padding, undecided };

/// Whether the line ends at `at`, which is after any white space.
constexpr padding_kind line_ends_at(std::string_view text, std::size_t at,
                                    text_goes_on goes_on) noexcept {
    bool const may_go_on = goes_on == text_goes_on::perhaps;
    if (at == text.size()) return may_go_on ? padding_kind::undecided : padding_kind::padding;
    if (empty_line_size(text, at) != 0) return padding_kind::padding;
    bool const is_cut = may_go_on && text[at] == '\r' && at + 1 == text.size();
    return is_cut ? padding_kind::undecided : padding_kind::none;
}

/// Where the white space at `from` ends; at most from + limit.
constexpr std::size_t white_space_end(std::string_view text, std::size_t from,
                                      std::size_t limit) noexcept {
    return from + scan::not_in(wsp, text.substr(from, limit), 0);
}

/// What an equals sign means (RFC 2045 section 6.7): an octet, a soft line break, or itself.
struct equals_sign {
    enum class kind : unsigned char { an_octet, a_soft_break, itself, undecided };
    kind meaning;
    std::size_t size; ///< of the equals sign with the octets that belong to it
    char octet;       ///< the octet that it stands for, if it stands for one
};

constexpr equals_sign read_equals_sign(std::string_view text, std::size_t at,
                                       text_goes_on goes_on) noexcept {
    using enum equals_sign::kind;
    auto const rest = text.size() - at;
    if (rest > 2) {
        auto const octet = hex_octet(text[at + 1], text[at + 2]);
        if (octet < 256) return {an_octet, 3, static_cast<char>(static_cast<unsigned char>(octet))};
    } else if (rest == 2 && goes_on == text_goes_on::perhaps &&
               hex_octet('0', text[at + 1]) < 256) {
        return {undecided, 0, 0};
    }
    auto const end = white_space_end(text, at + 1, transport_padding_limit);
    switch (line_ends_at(text, end, goes_on)) {
    case padding_kind::padding: return {a_soft_break, end + empty_line_size(text, end) - at, 0};
    case padding_kind::undecided: return {undecided, 0, 0};
    case padding_kind::none: break;
    }
    return {itself, 1, '='};
}

class quoted_printable_walker {
  public:
    constexpr quoted_printable_walker() = default;
    explicit constexpr quoted_printable_walker(std::string_view text) noexcept : text_{text} {
        find();
    }

    constexpr bool at_end() const noexcept { return at_ == text_.size(); }
    constexpr char current() const noexcept { return current_; }
    constexpr void advance() noexcept {
        at_ += size_;
        find();
    }
    constexpr std::size_t position() const noexcept { return at_; }

  private:
    constexpr void find() noexcept {
        for (; at_ < text_.size(); at_ += size_) {
            size_ = 1;
            current_ = text_[at_];
            if (at_ < text_end_) return;
            if (current_ == '=') {
                auto const sign = read_equals_sign(text_, at_, text_goes_on::no);
                size_ = sign.size;
                current_ = sign.octet;
                if (sign.meaning != equals_sign::kind::a_soft_break) return;
            } else if (wsp.contains(current_)) {
                auto const end = scan::not_in(wsp, text_, at_);
                bool const is_padded =
                    line_ends_at(text_, end, text_goes_on::no) == padding_kind::padding;
                auto const padding =
                    end - at_ < transport_padding_limit ? end - at_ : transport_padding_limit;
                text_end_ = is_padded ? end - padding : end;
                if (at_ < text_end_) return;
                size_ = padding;
            } else {
                return;
            }
        }
    }
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;     // how many octets encode current_, or are dropped
    std::size_t text_end_ = 0; // where white space that is known to be text ends
    char current_ = 0;
};

/// Decodes the front of `text`, as far as its meaning does not depend on octets that may follow: at
/// most the last 1000 octets are left unread. O(n) for n octets read, and a look-ahead over at most
/// transport_padding_limit octets of white space.
class quoted_printable_step {
  public:
    constexpr quoted_printable_step(std::string_view text, char* to, std::size_t count,
                                    text_goes_on goes_on) noexcept
        : text_{text}, to_{to}, count_{count}, goes_on_{goes_on} {}

    constexpr transcoded run() noexcept {
        for (;;) {
            auto const blocks = quoted_printable_blocks::decode(
                text_.substr(done_.read), to_ + done_.written, count_ - done_.written);
            done_.read += blocks.read;
            done_.written += blocks.written;
            if (done_.read == text_.size()) return done_;
            if (!(text_[done_.read] == '=' ? take_equals_sign() : take_white_space())) return done_;
        }
    }

  private:
    constexpr bool take_equals_sign() noexcept {
        auto const sign = read_equals_sign(text_, done_.read, goes_on_);
        if (sign.meaning == equals_sign::kind::undecided) return false;
        if (sign.meaning != equals_sign::kind::a_soft_break) {
            if (done_.written == count_) return false;
            to_[done_.written++] = sign.octet;
        }
        done_.read += sign.size;
        return true;
    }

    /// Takes white space. Its last octets are padding if the line ends after it.
    constexpr bool take_white_space() noexcept {
        auto const room = count_ - done_.written;
        if (room == 0) return false;
        auto const most = room < text_.size() ? room + transport_padding_limit : text_.size();
        auto const end = white_space_end(text_, done_.read, most);
        auto const size = end - done_.read;
        auto const kind = line_ends_at(text_, end, goes_on_);
        auto text = size;
        if (kind != padding_kind::none || (end < text_.size() && wsp.contains(text_[end])))
            text = size > transport_padding_limit ? size - transport_padding_limit : 0;
        copy(text < room ? text : room);
        if (kind == padding_kind::padding) done_.read = end;
        return kind != padding_kind::undecided;
    }

    constexpr void copy(std::size_t size) noexcept {
        text_.copy(to_ + done_.written, size, done_.read);
        done_.written += size;
        done_.read += size;
    }

    std::string_view text_;
    char* to_;
    std::size_t count_;
    text_goes_on goes_on_;
    transcoded done_;
};

} // namespace detail

/// Decodes quoted-printable (RFC 2045 section 6.7) that arrives piece by piece.
///     quoted_printable_decoder in;
///     while (read_some(piece))
///         while (!piece.empty()) {
///             auto const done = in.decode(piece, buffer, sizeof buffer);
///             write(buffer, done.written);
///             piece.remove_prefix(done.read);
///         }
///     do write(buffer, size = in.finish(buffer, sizeof buffer));
///     while (size == sizeof buffer);
/// Total:
///     =C3, =c3                       an octet
///     "=" at the end of a line       a soft line break: dropped with the line ending and any
///                                    white space between them
///     "=" at the end of the text     dropped: the line ending after it belongs to the delimiter
///                                    line of the next part
///     "=" elsewhere                  unchanged
///     white space at a line's end    dropped, up to 998 octets: it was added in transit
///     a line ending, CRLF or LF      unchanged
///     any other octet                unchanged
/// `diagnose_quoted_printable` reports each deviation. Octets whose meaning depends on the next
/// piece are kept in the decoder, which has 2 KiB. Allocates nothing.
class quoted_printable_decoder {
  public:
    /// Decodes one octet after the other.
    using walker = detail::quoted_printable_walker;

    /// The decoded text is never longer than the encoded one.
    static constexpr std::size_t size_limit(std::size_t size) noexcept { return size; }

    /// Decodes `text`, the next piece, to `to`, at most `count` octets. All of `text` is read
    /// unless the room runs out. `to` must not overlap `text`. Octets of `to` after the decoded
    /// ones, up to `count`, may be overwritten. O(text).
    constexpr transcoded decode(std::string_view text, char* to, std::size_t count) noexcept {
        transcoded done;
        for (;;) {
            done.written +=
                decode_held(to + done.written, count - done.written, detail::text_goes_on::perhaps);
            if (size_ == 0) {
                auto const step = decode_front(text.substr(done.read), to + done.written,
                                               count - done.written, detail::text_goes_on::perhaps);
                done.read += step.read;
                done.written += step.written;
            }
            if (done.written == count || done.read == text.size()) return done;
            done.read += hold(text.substr(done.read));
        }
    }

    /// Ends the text: decodes the octets that were kept to `to`, at most `count` octets, and
    /// returns how many were written. Call it until it returns less than `count`. Another text may
    /// follow.
    constexpr std::size_t finish(char* to, std::size_t count) noexcept {
        return decode_held(to, count, detail::text_goes_on::no);
    }

    /// Decodes a whole text; see decode_quoted_printable.
    static constexpr transcoded decode_all(std::string_view text, char* to,
                                           std::size_t count) noexcept {
        return decode_front(text, to, count, detail::text_goes_on::no);
    }

  private:
    static constexpr transcoded decode_front(std::string_view text, char* to, std::size_t count,
                                             detail::text_goes_on goes_on) noexcept {
        return detail::quoted_printable_step{text, to, count, goes_on}.run();
    }

    constexpr std::size_t decode_held(char* to, std::size_t count,
                                      detail::text_goes_on goes_on) noexcept {
        auto const done = decode_front(octets_at(held_ + first_, size_), to, count, goes_on);
        first_ += done.read;
        size_ -= done.read;
        return done.written;
    }

    /// Keeps the front of `text`, as far as there is room, and returns its size.
    constexpr std::size_t hold(std::string_view text) noexcept {
        for (std::size_t i = 0; i < size_; ++i) held_[i] = held_[first_ + i];
        first_ = 0;
        auto const count = text.copy(held_ + size_, sizeof held_ - size_);
        size_ += count;
        return count;
    }

    // At most 1000 octets are undecided: "=", 998 octets of white space, and CR. With room for
    // twice as many, there is always room for more.
    char held_[2 * (transport_padding_limit + 2)] = {};
    std::size_t first_ = 0;
    std::size_t size_ = 0;
};

/// Decodes all of `text` to `to`, at most `count` octets. text.size() is always enough. See
/// quoted_printable_decoder.
///     decode_quoted_printable("caf=C3=A9 \n", octets, 16)  ->  read 11, written 6
constexpr transcoded decode_quoted_printable(std::string_view text, char* to,
                                             std::size_t count) noexcept {
    return quoted_printable_decoder::decode_all(text, to, count);
}

/// A text in quoted-printable, decoded as it is read.
using quoted_printable_decoded = decoded<quoted_printable_decoder>;

} // namespace foldwise::inline FOLDWISE_ABI

#endif
