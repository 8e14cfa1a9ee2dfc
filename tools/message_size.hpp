#ifndef FOLDWISE_TOOLS_MESSAGE_SIZE_HPP
#define FOLDWISE_TOOLS_MESSAGE_SIZE_HPP

#include "counted.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace tool {

/// Adds up the size of a message from its pieces: its octets and its lines, of which the last one
/// need not have a line ending.
class message_size {
  public:
    void add(std::string_view piece) {
        if (piece.empty()) return;
        octets_ += piece.size();
        line_feeds_ += static_cast<std::uint64_t>(std::count(piece.begin(), piece.end(), '\n'));
        is_ended_ = piece.back() == '\n';
    }
    std::uint64_t octets() const { return octets_; }

    /// "15 octets, 2 lines"
    std::string text() const {
        return counted(octets_, "octet") + ", " +
               counted(line_feeds_ + (is_ended_ ? 0 : 1), "line");
    }

  private:
    std::uint64_t octets_ = 0;
    std::uint64_t line_feeds_ = 0;
    bool is_ended_ = true;
};

} // namespace tool

#endif
