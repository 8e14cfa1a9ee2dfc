#ifndef FOLDWISE_MAIL_DATA_DOT_UNSTUFFED_HPP
#define FOLDWISE_MAIL_DATA_DOT_UNSTUFFED_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A `Cut` of `spliced` for the dots that a client adds to mail data (RFC 5321 section 4.5.2): the
/// first dot of each line that starts with a dot and has other octets. A line starts at the start
/// of the data and after a CRLF; a bare LF or CR ends no line.
struct stuffed_dots {
    /// How lines end. line_ending::lf is for recorded data in which each LF stands for a CRLF, such
    /// as a transcript that an editor has saved; never for data from the network.
    line_ending ending = line_ending::crlf;

    constexpr std::size_t cut_at(std::string_view bytes, std::size_t at) const noexcept {
        if (at >= bytes.size() || bytes[at] != '.' || !starts_line(bytes, at)) return 0;
        auto const rest = bytes.substr(at + 1);
        bool const is_only_dot =
            rest.empty() || rest.starts_with(ending == line_ending::lf ? "\n" : "\r\n");
        return is_only_dot ? 0 : 1;
    }

    constexpr std::size_t find_cut(std::string_view bytes, std::size_t from) const noexcept {
        if (cut_at(bytes, from) != 0) return from;
        for (auto at = scan::octet_pair<'\n', '.'>(bytes, from); at < bytes.size();
             at = scan::octet_pair<'\n', '.'>(bytes, at + 1))
            if (cut_at(bytes, at + 1) != 0) return at + 1;
        return bytes.size();
    }

    friend constexpr bool operator==(stuffed_dots const&, stuffed_dots const&) = default;

  private:
    constexpr bool starts_line(std::string_view bytes, std::size_t at) const noexcept {
        if (at == 0) return true;
        if (bytes[at - 1] != '\n') return false;
        return ending == line_ending::lf || (at > 1 && bytes[at - 2] == '\r');
    }
};

/// Mail data as it was before the client added dots to it (RFC 5321 section 4.5.2): the first dot
/// of each line that starts with a dot is dropped.
///     dot_unstuffed{"..a\r\n.b\r\n"}  ->  ".a\r\nb\r\n"
///     dot_unstuffed{"a\n..b\r\n"}     ->  "a\n..b\r\n"     a bare LF ends no line
/// The data starts after the line of the DATA command and ends before the line with only a dot:
/// `mail_data` and `end_of_data_finder` find that end. In any other place, a line with only a dot
/// has no octet that could have been added, so its dot stays; so does a dot that ends the bytes.
///
/// contiguous() has a value if no dot was added after the first octet: then a `message` can be read
/// in place. Otherwise copy_to() a buffer of length() octets. Borrows the bytes. begin() is O(1), a
/// traversal is O(n), nothing is allocated. Total: every byte sequence can be read as mail data.
using dot_unstuffed = spliced<stuffed_dots>;

} // namespace foldwise::inline FOLDWISE_ABI

#endif
