#ifndef FOLDWISE_TOOLS_LINE_FILTERS_HPP
#define FOLDWISE_TOOLS_LINE_FILTERS_HPP

#include <algorithm>
#include <string_view>
#include <utility>

namespace tool {

/// A function object that passes the pieces of a text on to `put`, with LF in place of CRLF.
template <class Put>
class lf_endings {
  public:
    explicit lf_endings(Put const& put) : put_{put} {}

    void operator()(std::string_view piece) {
        while (!piece.empty()) {
            if (std::exchange(has_cr_, false) && piece.front() != '\n') put_("\r");
            auto const size = std::min(piece.find('\r'), piece.size());
            if (size != 0) put_(piece.substr(0, size));
            has_cr_ = size != piece.size();
            piece.remove_prefix(has_cr_ ? size + 1 : size);
        }
    }
    /// To be called after the last piece.
    void finish() {
        if (std::exchange(has_cr_, false)) put_("\r");
    }

  private:
    Put const& put_;
    bool has_cr_ = false; // at the end of the last piece
};

/// A function object that passes the pieces of a text, whose lines end with LF, on to `put` in one
/// line: with a space between two lines. Empty lines at the start are left out.
template <class Put>
class line_joiner {
  public:
    explicit line_joiner(Put const& put) : put_{put} {}

    void operator()(std::string_view piece) {
        while (!piece.empty()) {
            if (std::exchange(has_lf_, false) && is_started_) put_(" ");
            auto const size = std::min(piece.find('\n'), piece.size());
            is_started_ = is_started_ || size != 0;
            if (size != 0) put_(piece.substr(0, size));
            has_lf_ = size != piece.size();
            piece.remove_prefix(has_lf_ ? size + 1 : size);
        }
    }

  private:
    Put const& put_;
    bool is_started_ = false; // whether a line that is not empty has been seen
    bool has_lf_ = false;     // at the end of the last piece
};

} // namespace tool

#endif
