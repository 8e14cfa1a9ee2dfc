#ifndef FOLDWISE_TOOLS_NAMED_IF_SEVERAL_HPP
#define FOLDWISE_TOOLS_NAMED_IF_SEVERAL_HPP

#include "output.hpp"

#include <cstdint>
#include <string>

namespace tool {

/// Writes what is printed about each message: of one message without its name, of several messages
/// with their names. The text of the first message waits until there is a second one, or an end.
class named_if_several {
  public:
    explicit named_if_several(output& out) : out_{out} {}

    /// Adds a message. `text_with` returns its text with its name if it is called with true.
    template <class TextWith>
    void add(TextWith const& text_with) {
        if (++count_ == 1) {
            alone_ = text_with(false);
            named_ = text_with(true);
            return;
        }
        if (count_ == 2) write_first(named_);
        out_.write(text_with(true));
    }

    /// Writes the text of the only message.
    void finish() {
        if (count_ == 1) write_first(alone_);
    }

    std::uint64_t count() const { return count_; }

  private:
    void write_first(std::string const& text) {
        out_.write(text);
        alone_ = {};
        named_ = {};
    }

    output& out_;
    std::uint64_t count_ = 0;
    std::string alone_; // the first message, without its name
    std::string named_;
};

} // namespace tool

#endif
