#ifndef FOLDWISE_TOOLS_MESSAGE_JSON_HPP
#define FOLDWISE_TOOLS_MESSAGE_JSON_HPP

#include "input.hpp"
#include "json.hpp"

#include <string>

namespace tool {

/// Prints a JSON object a message, one a line: schema 1 of the reference page.
class message_json {
  public:
    message_json(options const& options, output& out)
        : out_{out}, characters_{options.ascii ? json_characters::ascii : json_characters::utf8} {}

    void operator()(found const& found) {
        auto const message = found.entry.message();
        auto const start = found.entry.message_offset();
        line_.clear();
        json_writer json{line_, characters_};
        json.open('{').key("schema").value(1).key("file").value(found.file).key("index");
        if (found.number)
            json.value(*found.number);
        else
            json.null();
        json.key("offset").value(start).key("length").value(message.raw().size());
        json.key("from_line");
        if (auto const from_line = found.entry.from_line())
            json.value(from_line->text());
        else
            json.null();
        json.key("header").open('[');
        for (auto const field : message.header()) {
            value_.clear();
            field.value().append_to(value_);
            json.open('{').key("name").value(field.name());
            json.key("offset").value(start + message.offset_of(field.raw()));
            json.key("length").value(field.raw().size());
            json.key("value").value(value_).close('}');
        }
        json.close(']').key("body").open('{');
        json.key("offset").value(start + message.offset_of(message.body()));
        json.key("length").value(message.body().size()).close('}').close('}');
        line_ += '\n';
        out_.write(line_);
    }

  private:
    output& out_;
    json_characters characters_;
    std::string line_;
    std::string value_;
};

} // namespace tool

#endif
