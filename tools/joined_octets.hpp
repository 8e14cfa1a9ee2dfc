#ifndef FOLDWISE_TOOLS_JOINED_OCTETS_HPP
#define FOLDWISE_TOOLS_JOINED_OCTETS_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

/// Joins pieces of a file to a text that can be read as a whole, and knows where each octet of the
/// text is in the file.
class joined_octets {
  public:
    /// Adds a piece. `offset` is its place in the file.
    void add(std::string_view piece, std::size_t offset) {
        if (piece.empty()) return;
        pieces_.push_back({text_.size(), offset});
        text_ += piece;
    }
    /// Adds CRLF after a piece, for the line ending that the file has at `offset`.
    void end_line(std::size_t offset, foldwise::line_ending ending) {
        add("\r", offset);
        add("\n", offset + (ending == foldwise::line_ending::crlf ? 1 : 0));
    }

    std::string const& text() const { return text_; }

    /// A diagnostic of the text as one of the file: it covers everything from its first octet to
    /// its last one.
    foldwise::diagnostic in_file(foldwise::diagnostic problem) const {
        auto const first = place_of(problem.offset);
        if (problem.length != 0)
            problem.length = place_of(problem.offset + problem.length - 1) + 1 - first;
        problem.offset = first;
        return problem;
    }

  private:
    struct start_of_piece {
        std::size_t start;  // in the text
        std::size_t offset; // in the file
    };

    std::size_t place_of(std::size_t at) const {
        auto const after = std::upper_bound(
            pieces_.begin(), pieces_.end(), at,
            [](std::size_t left, start_of_piece const& right) { return left < right.start; });
        if (after == pieces_.begin()) return 0; // there is no piece
        auto const& found = *(after - 1);
        return found.offset + (at - found.start);
    }

    std::string text_;
    std::vector<start_of_piece> pieces_;
};

} // namespace tool

#endif
