#ifndef FOLDWISE_TOOLS_JSON_BODY_LINES_HPP
#define FOLDWISE_TOOLS_JSON_BODY_LINES_HPP

#include "../decoded_text.hpp"
#include "../line_filters.hpp"
#include "../shown_body.hpp"

#include <foldwise/mime/entity.hpp>

#include <string_view>
#include <utility>

namespace tool {

/// Calls `put` with the text of the body, piece by piece, as `show` prints it into a pipe, but
/// without leaving out parts: lines that end with LF, and an empty line between two parts.
template <class Put>
void put_body_lines(text_decoder& decoder, foldwise::entity const& root, Put const& put) {
    bool is_first = true;
    char last = '\n';
    auto const put_text = [&](std::string_view text) {
        put(text);
        last = text.back();
    };
    auto const end_line = [&] {
        if (std::exchange(last, '\n') != '\n') put("\n");
    };
    shown_body{decoder}.for_each_part(root, [&](auto const& for_each_block) {
        end_line();
        if (!std::exchange(is_first, false)) put("\n");
        lf_endings lines{put_text};
        for_each_block([&lines](std::string_view block) { lines(block); });
        lines.finish();
    });
    end_line();
}

} // namespace tool

#endif
