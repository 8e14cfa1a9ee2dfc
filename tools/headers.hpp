#ifndef FOLDWISE_TOOLS_HEADERS_HPP
#define FOLDWISE_TOOLS_HEADERS_HPP

#include "decoded_text.hpp"
#include "field_text.hpp"
#include "input.hpp"
#include "terminal.hpp"

#include <foldwise/mime/entity.hpp>

#include <string>

namespace tool {

/// Prints the fields, one per line, unfolded and decoded, or unchanged with --raw. An empty line
/// separates messages, unless only fields with certain names are printed.
class headers {
  public:
    headers(options const& options, output& out, terminal const& terminal)
        : options_{options}, out_{out}, terminal_{terminal}, decoder_{options.fallback} {}

    void operator()(found const& found) {
        auto const message = found.entry.message();
        text_.clear();
        if (messages_++ != 0 && options_.names.empty()) text_ += '\n';
        for (auto const field : foldwise::entity{message}.header()) {
            if (!wanted(field)) continue;
            ++fields_;
            if (options_.raw)
                append_raw(field);
            else
                append(field);
        }
        out_.write(text_);
    }

    /// The number of messages and fields that have been printed.
    std::uint64_t messages() const { return messages_; }
    std::uint64_t fields() const { return fields_; }

  private:
    bool wanted(foldwise::field const& field) const {
        if (options_.names.empty()) return true;
        for (auto const name : options_.names)
            if (field.is(name)) return true;
        return false;
    }

    void append(foldwise::field const& field) {
        if (field.has_name()) {
            terminal_.style(text_, "36");
            terminal_.append(text_, field.name());
            text_ += ": ";
            terminal_.plain(text_);
        }
        terminal_.append(text_, field_text(decoder_, field));
        text_ += '\n';
    }

    /// Prints a field unchanged; on a terminal, with control characters replaced.
    void append_raw(foldwise::field const& field) {
        if (terminal_.width() == 0) {
            if (lacks_ending_) text_ += '\n'; // after the last field of another message
            lacks_ending_ = foldwise::ending_of(field.raw()) == foldwise::line_ending::none;
            text_ += field.raw();
            return;
        }
        for (auto const line : field.lines()) {
            terminal_.append(text_, line.text());
            text_ += '\n';
        }
    }

    options const& options_;
    output& out_;
    terminal const& terminal_;
    text_decoder decoder_;
    std::uint64_t messages_ = 0;
    std::uint64_t fields_ = 0;
    bool lacks_ending_ = false; // whether the last raw field had no line ending
    std::string text_;
};

} // namespace tool

#endif
