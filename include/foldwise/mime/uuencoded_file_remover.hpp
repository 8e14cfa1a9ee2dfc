#ifndef FOLDWISE_MIME_UUENCODED_FILE_REMOVER_HPP
#define FOLDWISE_MIME_UUENCODED_FILE_REMOVER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/mime/detail/uuencoded_block.hpp>
#include <foldwise/transfer/uuencoded_line.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Passes on a text that arrives in blocks, without the uuencoded files in it: calls `put` with
/// what is outside the raw() of each of its `uuencoded_files`, piece by piece.
///
///     std::string text;
///     uuencoded_file_remover remover{[&](std::string_view piece) { text += piece; }};
///     part.decoded().for_each_block([&](std::string_view block) { remover.take(block); });
///     remover.finish();
///
/// A block may end anywhere. A piece is never empty, is valid during the call, and starts and ends
/// where a block or a line does. Lines that may be a file are held until one line of data is
/// complete; if that takes more than 4,000 octets, they are text. Holds 4 KiB; allocates nothing;
/// O(text). Total.
template <class Put>
class uuencoded_file_remover {
  public:
    /// Will call `put` with each piece.
    explicit constexpr uuencoded_file_remover(Put put) : put_{put} {}

    /// Takes the next block of the text.
    constexpr void take(std::string_view block) {
        while (!block.empty()) {
            auto const size = is_outside(block.front()) ? take_text(block) : take_piece(block);
            block.remove_prefix(size);
        }
    }

    /// Ends the text. The last file may end with it.
    constexpr void finish() {
        if (line_size_ != 0 && kind_ == line_kind::unknown) decide();
        put_held(held_size_);
        block_ = {};
        start_line();
    }

  private:
    enum class line_kind : unsigned char { unknown, text, held, file };

    /// Whether the next octet belongs to a line that is text.
    constexpr bool is_outside(char octet) const {
        if (block_.is_open()) return false;
        return kind_ == line_kind::text ||
               (kind_ == line_kind::unknown && line_size_ == 0 && octet != 'b');
    }

    /// Passes on the text before the next line that may start a file. Returns its size.
    constexpr std::size_t take_text(std::string_view block) {
        auto const found = scan::octet_pair<'\n', 'b'>(block, 0);
        auto const size = found < block.size() ? found + 1 : block.size();
        put_(block.substr(0, size));
        kind_ = line_kind::text;
        if (block[size - 1] == '\n') start_line();
        return size;
    }

    /// Takes a line, or the part of it that is in the block. Returns its size.
    constexpr std::size_t take_piece(std::string_view block) {
        auto const piece = block.substr(0, detail::after_line(block, 0));
        bool const ends_line = piece.back() == '\n';
        if (kind_ == line_kind::unknown) {
            line_size_ += piece.copy(line_ + line_size_, sizeof line_ - line_size_);
            if (ends_line || line_size_ == sizeof line_) decide();
        }
        if (kind_ == line_kind::text)
            put_(piece);
        else if (kind_ != line_kind::file)
            hold(piece);
        if (ends_line) start_line();
        return piece.size();
    }

    constexpr void start_line() {
        kind_ = line_kind::unknown;
        line_size_ = 0;
        line_start_ = held_size_;
    }

    /// Decides what the line is. Its start is enough for that.
    constexpr void decide() {
        auto const line = detail::uuencoded_text_at(octets_at(line_, line_size_), 0);
        if (block_.is_open()) {
            bool const is_one = block_.take(line);
            if (is_one && block_.is_file()) {
                held_size_ = 0;
                kind_ = line_kind::file;
                return;
            }
            kind_ = line_kind::held;
            if (block_.is_open()) return;
            put_held(line_start_);
        }
        block_ = detail::uuencoded_block{line};
        kind_ = block_.is_open() ? line_kind::held : line_kind::text;
        if (kind_ == line_kind::text) put_held(held_size_);
    }

    /// Holds a piece of a line. If there is no room, what is held becomes text; empty lines in the
    /// middle of a file do not end it.
    constexpr void hold(std::string_view piece) {
        // There is always room for the start of a line, about which nothing is known yet.
        auto const room = sizeof held_ - (kind_ == line_kind::unknown ? 0 : sizeof line_);
        if (held_size_ + piece.size() <= room) {
            held_size_ += piece.copy(held_ + held_size_, piece.size());
            return;
        }
        put_held(held_size_);
        put_(piece);
        kind_ = line_kind::text;
        if (!block_.is_file()) block_ = {};
    }

    /// Passes on the first `size` octets of what is held.
    constexpr void put_held(std::size_t size) {
        if (size != 0) put_(octets_at(held_, size));
        std::char_traits<char>::move(held_, held_ + size, held_size_ - size);
        held_size_ -= size;
        line_start_ = 0;
    }

    Put put_;
    detail::uuencoded_block block_;
    line_kind kind_ = line_kind::unknown; // of the line so far
    std::size_t line_size_ = 0;           // of its start
    std::size_t held_size_ = 0;
    std::size_t line_start_ = 0; // in what is held
    char line_[128] = {};
    char held_[4096] = {};
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
