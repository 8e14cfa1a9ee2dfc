#ifndef FOLDWISE_TOOLS_INTERRUPTION_HPP
#define FOLDWISE_TOOLS_INTERRUPTION_HPP

#include <utility>

namespace tool {

/// What is about to be written in the middle of the output.
enum class interruption : unsigned char {
    note,     ///< a line on standard error
    progress, ///< the progress line
    end       ///< the last line on standard error: the program ends
};

/// An object that holds back output. Before something else appears on the same terminal, it is
/// asked to write that output, so that both appear in order and no line is divided.
class interruptible {
  public:
    interruptible(interruptible const&) = delete;
    interruptible& operator=(interruptible const&) = delete;

    /// Asks all such objects, the newest first. Returns whether the terminal is at the start of a
    /// line. If they are interrupted themselves, because writing fails, none is asked again.
    static bool make_way(interruption by) {
        static bool is_busy = false;
        if (std::exchange(is_busy, true)) return true;
        bool is_free = true;
        for (auto* each = newest(); each != nullptr; each = each->older_)
            if (!each->make_way_for(by)) is_free = false;
        is_busy = false;
        return is_free;
    }

  protected:
    interruptible() : older_{std::exchange(newest(), this)} {}
    ~interruptible() {
        auto** at = &newest();
        while (*at != this) at = &(*at)->older_;
        *at = older_;
    }

  private:
    /// Writes what must appear before the interruption. Returns whether no line is left unfinished.
    virtual bool make_way_for(interruption by) = 0;

    static interruptible*& newest() {
        static interruptible* instance = nullptr;
        return instance;
    }

    interruptible* older_;
};

} // namespace tool

#endif
