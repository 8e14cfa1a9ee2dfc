#ifndef FOLDWISE_TOOLS_HEADERS_HPP
#define FOLDWISE_TOOLS_HEADERS_HPP

#include "decoded_text.hpp"
#include "field_text.hpp"
#include "input.hpp"
#include "named_if_several.hpp"
#include "terminal.hpp"
#include "wrap.hpp"

#include <foldwise/mime/entity.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace tool {

/// Prints the fields, one per line, unfolded and decoded, or unchanged with --raw. Of several
/// messages, each line begins with the name of its message, as in the output of grep. On a
/// terminal, fields are wrapped at white space, and the lines that continue one are indented
/// instead; with --width in a pipe, all lines begin with the name.
///     in.mbox:3:Subject: I still have the keys
///         to the light
class headers {
  public:
    headers(options const& options, output& out, terminal const& terminal)
        : options_{options}, terminal_{terminal}, is_terminal_{is_terminal(stdout)},
          decoder_{options.fallback}, messages_{out} {}

    void operator()(found const& found) {
        messages_.add(found.is_among_several || found.is_followed, [&](bool is_named) {
            text_.clear();
            start_.clear();
            start_width_ = 0;
            if (is_named) append_start(found);
            next_ = is_terminal_ ? std::string{} : start_;
            next_ += indentation;
            next_width_ = (is_terminal_ ? 0 : start_width_) + indentation.size();
            fields_ = 0;
            for (auto const field : foldwise::entity{found.entry.message()}.header())
                if (wanted(field)) append(field);
            return text_;
        });
        all_fields_ += fields_;
    }

    void finish() { messages_.finish(); }

    /// The number of messages and fields that have been printed.
    std::uint64_t messages() const { return messages_.count(); }
    std::uint64_t fields() const { return all_fields_; }

  private:
    bool wanted(foldwise::field const& field) const {
        if (options_.names.empty()) return true;
        for (auto const name : options_.names)
            if (field.is(name)) return true;
        return false;
    }

    /// Sets what each line of the message begins with: its name, and a colon.
    void append_start(found const& found) {
        terminal_.style(start_, "35");
        start_width_ = terminal_.append_name(start_, found.name()) + 1;
        terminal_.plain(start_);
        start_ += ':';
    }

    void append(foldwise::field const& field) {
        ++fields_;
        if (options_.raw)
            append_raw(field);
        else
            append_decoded(field);
    }

    void append_decoded(foldwise::field const& field) {
        text_ += start_;
        std::size_t used = start_width_;
        if (field.has_name()) {
            terminal_.style(text_, "36");
            used += terminal_.append(text_, field.name()) + 2;
            text_ += ": ";
            terminal_.plain(text_);
        }
        auto const value = field_text(decoder_, field);
        if (terminal_.width() == 0)
            terminal_.append(text_, value);
        else
            append_words(text_, value, terminal_,
                         {terminal_.width(), used, next_, next_width_, true});
        text_ += '\n';
    }

    /// Prints a field unchanged; on a terminal, with control characters replaced.
    void append_raw(foldwise::field const& field) {
        if (terminal_.width() == 0 && start_.empty()) {
            text_ += field.raw();
            return;
        }
        for (auto const line : field.lines()) {
            text_ += start_;
            if (terminal_.width() == 0)
                text_ += line.text();
            else
                terminal_.append(text_, line.text());
            text_ += '\n';
        }
    }

    static constexpr std::string_view indentation = "    "; // of the lines that continue a field
    options const& options_;
    terminal const& terminal_;
    bool is_terminal_;
    text_decoder decoder_;
    named_if_several messages_;
    std::uint64_t fields_ = 0; // of the last message
    std::uint64_t all_fields_ = 0;
    std::string start_; // of each line
    std::string next_;  // of a line that continues a field
    std::size_t start_width_ = 0;
    std::size_t next_width_ = 0;
    std::string text_;
};

} // namespace tool

#endif
