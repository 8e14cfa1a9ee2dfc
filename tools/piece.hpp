#ifndef FOLDWISE_TOOLS_PIECE_HPP
#define FOLDWISE_TOOLS_PIECE_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace tool {

/// What a job has made of a piece of the input, and keeps until all pieces before it are written.
struct piece {
    /// A line for standard error.
    struct note {
        std::size_t at; ///< how much of `text` comes before it
        std::string line;
    };

    std::uint64_t number = 0; ///< in the order of the input
    std::string text;         ///< for standard output
    std::vector<note> notes;
    std::uint64_t octets_read = 0;   ///< for the progress
    std::size_t held = 0;            ///< how much of `text` counts as held back
    std::function<void()> then = {}; ///< called after it is written, if there is something to do

    /// The piece at which this thread works; null if the thread writes its output itself.
    static piece*& current() {
        thread_local piece* instance = nullptr;
        return instance;
    }
};

/// While it exists, this thread writes its output itself.
class writes_itself {
  public:
    writes_itself() : before_{std::exchange(piece::current(), nullptr)} {}
    writes_itself(writes_itself const&) = delete;
    writes_itself& operator=(writes_itself const&) = delete;
    ~writes_itself() { piece::current() = before_; }

  private:
    piece* before_;
};

} // namespace tool

#endif
