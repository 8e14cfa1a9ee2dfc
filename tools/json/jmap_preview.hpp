#ifndef FOLDWISE_TOOLS_JSON_JMAP_PREVIEW_HPP
#define FOLDWISE_TOOLS_JSON_JMAP_PREVIEW_HPP

#include "../decoded_text.hpp"
#include "../shown_body.hpp"

#include <foldwise/base/utf8.hpp>
#include <foldwise/mime/entity.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// The `preview` of a message (RFC 8621 section 4.1.4): the first 256 characters of its text, in
/// one line. Lines that quote another message are left out.
class jmap_preview {
  public:
    explicit jmap_preview(text_decoder& decoder) : decoder_{decoder} {}

    /// The preview. To be called once.
    std::string of(foldwise::entity const& root) {
        shown_body{decoder_}.for_each_part(root, [&](auto const& for_each_block) {
            if (is_full_) return;
            starts_line_ = true;
            for_each_block([&](std::string_view block) { add(block); });
        });
        return std::move(text_);
    }

  private:
    static constexpr std::size_t most = 256;

    void add(std::string_view block) {
        for (std::size_t at = 0; at < block.size() && !is_full_;) {
            auto const c = foldwise::utf8_character_at(block, at);
            add(c.code_point, block.substr(at, c.size));
            at += c.size;
        }
    }

    void add(char32_t c, std::string_view octets) {
        if (starts_line_) {
            is_quote_ = c == '>';
            if (!is_quote_) has_space_ = true;
        }
        starts_line_ = c == '\n';
        if (is_quote_ || starts_line_) return;
        if (c <= ' ') {
            has_space_ = true;
            return;
        }
        bool const has_space = std::exchange(has_space_, false) && !text_.empty();
        is_full_ = count_ + (has_space ? 1 : 0) >= most;
        if (is_full_) return;
        if (has_space) text_ += ' ', ++count_;
        text_ += octets;
        ++count_;
    }

    text_decoder& decoder_;
    std::string text_;
    std::size_t count_ = 0; // of characters in it
    bool starts_line_ = true;
    bool is_quote_ = false;  // whether the line quotes
    bool has_space_ = false; // whether a space comes before the next character
    bool is_full_ = false;
};

} // namespace tool

#endif
