#ifndef FOLDWISE_TOOLS_NAMED_IF_SEVERAL_HPP
#define FOLDWISE_TOOLS_NAMED_IF_SEVERAL_HPP

#include "interruption.hpp"
#include "output.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace tool {

/// Writes what a command prints about each message: without its name if there is only one message,
/// otherwise with it. So the text of the first message is held back until there is a second one or
/// the end, or until a note is written to the same terminal. In the output of a job, all messages
/// have their names, because the jobs start when there are two.
class named_if_several final : interruptible {
  public:
    explicit named_if_several(output& out) : out_{out}, continues_{out.continues()} {}

    /// Adds a message whose name is a heading above its text. `is_among_several` says whether other
    /// messages may follow.
    void add(bool is_among_several, std::string heading, std::string text) {
        if (++count_ == 1 && !continues_) {
            is_among_several_ = is_among_several;
            heading_ = std::move(heading);
            alone_ = std::move(text);
            return;
        }
        if (count_ == 2 && !continues_) write_first(true);
        out_.write(heading);
        out_.write(text);
    }

    /// The same for a text in which the name is at several places: `text_with(is_named)` returns
    /// the text, with its name if that is true.
    template <class TextWith>
    void add(bool is_among_several, TextWith const& text_with) {
        ++count_;
        if (continues_) return out_.write(text_with(true));
        if (count_ == 1) {
            is_among_several_ = is_among_several;
            alone_ = text_with(false);
            named_ = text_with(true);
            return;
        }
        if (count_ == 2) write_first(true);
        out_.write(text_with(true));
    }

    /// Writes the text of the message if it is the only one. To be called after all messages.
    void finish() {
        if (count_ == 1 && !continues_) write_first(false);
    }

    /// The number of messages.
    std::uint64_t count() const { return count_; }
    /// Whether no message of the whole output has been added.
    bool is_at_start() const { return count_ == 0 && !continues_; }

  private:
    bool make_way_for(interruption by) override {
        if (continues_) return true; // another thread may ask
        bool const is_note = by == interruption::note && is_terminal(stdout);
        if (is_note && count_ == 1) write_first(is_among_several_);
        return true;
    }

    void write_first(bool is_named) {
        if (std::exchange(is_first_written_, true)) return;
        if (is_named) out_.write(heading_);
        out_.write(is_named && named_ ? *named_ : alone_);
        heading_ = {};
        alone_ = {};
        named_ = {};
    }

    output& out_;
    bool const continues_;
    std::uint64_t count_ = 0;
    bool is_among_several_ = false;
    bool is_first_written_ = false;
    std::string alone_; // the first message, without its name
    std::string heading_;
    std::optional<std::string> named_; // the same with its name, unless a heading names it
};

} // namespace tool

#endif
