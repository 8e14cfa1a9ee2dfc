#ifndef FOLDWISE_TOOLS_AUTH_HPP
#define FOLDWISE_TOOLS_AUTH_HPP

#include "auth_collector.hpp"
#include "auth_drawing.hpp"
#include "auth_lines.hpp"
#include "auth_summary.hpp"
#include "auth_trust.hpp"
#include "input.hpp"
#include "terminal.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace tool {

/// Shows what servers recorded about the authentication of messages: for one message, everything;
/// for several, how many messages of which domain passed. Memory does not grow with the mailbox.
class auth {
  public:
    auth(options const& options, output& out, terminal const& terminal, auth_trust const& trust)
        : out_{out}, terminal_{terminal}, trust_{trust}, collector_{options, trust},
          drawing_{terminal}, lines_{terminal}, summary_{terminal} {}

    /// Adds a message. Only of the first one, what was signed is collected, in case it is the only
    /// one.
    void operator()(found const& found) {
        auto const facts = messages_ == 0 ? collector_.collect(found, found.name())
                                          : collector_.collect_results(found);
        drawn_.clear();
        if (++messages_ == 1) // printed if there is no other message
            drawn_ = terminal_.width() == 0 ? lines_.write(facts) : drawing_.draw(facts);
        if (!facts.is_empty()) has_records_ = true;
        summary_.add(facts);
    }

    std::uint64_t messages() const { return messages_; }
    /// Whether a message has results or signatures.
    bool has_records() const { return has_records_; }

    /// Prints the result after all messages have been read.
    void finish() {
        if (!has_records()) return;
        out_.write(messages_ == 1 ? drawn_ : summary_.print(trust_));
    }

  private:
    output& out_;
    terminal const& terminal_;
    auth_trust const& trust_;
    auth_collector collector_;
    auth_drawing drawing_;
    auth_lines lines_;
    auth_summary summary_;
    bool has_records_ = false;
    std::string drawn_;
    std::uint64_t messages_ = 0;
};

} // namespace tool

#endif
