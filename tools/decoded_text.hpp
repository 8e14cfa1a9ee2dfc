#ifndef FOLDWISE_TOOLS_DECODED_TEXT_HPP
#define FOLDWISE_TOOLS_DECODED_TEXT_HPP

#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_cjk.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/charset/undeclared_charset.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/comments.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>
#include <foldwise/words/decoded_text.hpp>
#include <foldwise/words/text_options.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Decodes texts of mail in every charset that foldwise has tables for. It does not use the
/// system's iconv, so that the tool prints the same everywhere.
class text_decoder {
  public:
    /// `fallback` is the charset of text that declares none and is not UTF-8.
    explicit text_decoder(foldwise::charset fallback) : fallback_{fallback} {}

    /// The options for decoding with the library. They are valid as long as this decoder.
    foldwise::text_options options() { return {.fallback = fallback_, .converter = &converter_}; }

    /// Appends `text`, decoded: a decoded_text or any other text that takes text_options.
    template <class Text>
    void append(std::string& to, Text const& text) {
        text.append_to(to, options());
    }
    template <class Text>
    std::string text(Text const& text) {
        std::string decoded;
        append(decoded, text);
        return decoded;
    }

    /// Calls `use` with the decoded text, block by block. `use` has one type, so that decoding is
    /// compiled only once for each type of text.
    template <class Text>
    void for_each_block(Text const& text, std::function<void(std::string_view)> const& use) {
        text.for_each_block(use, options());
    }

    /// Decodes text that declares no charset and has no encoded-words.
    std::string undeclared(std::string_view octets) {
        std::string text;
        for_each_undeclared_block(octets, [&text](std::string_view block) { text += block; });
        return text;
    }
    /// The same for text of any length: calls `use` with it, block by block.
    void for_each_undeclared_block(std::string_view octets,
                                   std::function<void(std::string_view)> const& use) {
        decode_undeclared(std::initializer_list<std::string_view>{octets}, use);
    }
    /// The same for a lazy text of the library.
    template <class Lazy>
        requires requires(Lazy const& text) { text.pieces(); }
    void for_each_undeclared_block(Lazy const& text,
                                   std::function<void(std::string_view)> const& use) {
        decode_undeclared(text.pieces(), use);
    }

  private:
    template <class Pieces>
    void decode_undeclared(Pieces const& pieces, std::function<void(std::string_view)> const& use) {
        foldwise::utf8_check check;
        for (std::string_view const piece : pieces) check.take(piece);
        check.finish();
        constexpr std::size_t most = 1024;
        char block[foldwise::charset_decoder::max_size(most)];
        foldwise::charset_decoder decoder{foldwise::undeclared_charset(check, fallback_),
                                          converter_};
        for (std::string_view piece : pieces)
            for (; !piece.empty(); piece.remove_prefix(std::min(most, piece.size())))
                use(std::string_view{block, decoder.write(piece.substr(0, most), block)});
        use(std::string_view{block, decoder.finish(block)});
    }

    foldwise::charset fallback_;
    foldwise::cjk_converter converter_;
};

/// The value of a structured field in one line, with its phrases and comments decoded. The result
/// has the same syntax: decoded text gets quotes and backslashes where it needs them. Everything
/// else is unfolded, but otherwise unchanged.
class structured_text {
  public:
    structured_text(text_decoder& decoder, std::string_view value)
        : decoder_{decoder}, rest_{foldwise::trim_fws(value)} {}

    /// Adds the value up to the end of a phrase in it. Phrases are added in their order.
    void add_phrase(std::string_view raw) {
        add_other_up_to(raw);
        for (foldwise::lexer in{raw}; !raw.empty();) {
            auto const at = in.position();
            auto const next = in.next();
            if (!next.is(foldwise::token_kind::comment) && !next.is(foldwise::token_kind::end))
                continue;
            add_words(foldwise::trim_fws(raw.substr(0, at)));
            raw.remove_prefix(at);
            if (next.is(foldwise::token_kind::end)) break;
            add_comment(next);
            raw.remove_prefix(next.raw().size());
            in = foldwise::lexer{raw};
        }
    }

    /// Adds `shown` in place of `raw`, which must come after everything that was added before.
    void add_other(std::string_view raw, std::string_view shown) {
        add_other_up_to(raw);
        rest_.remove_prefix(size_up_to(raw.data() + raw.size()));
        text_ += shown;
    }

    /// Returns the whole value. To be called last.
    std::string finish() {
        add_other_up_to(rest_.substr(rest_.size()));
        return std::move(text_);
    }

  private:
    void add_unchanged(std::string_view raw) { foldwise::unfolded{raw}.append_to(text_); }

    /// The number of octets of the rest that are before the end of a part of the value. The part may
    /// end with white space that has been trimmed: a comment that is not closed includes it.
    std::size_t size_up_to(char const* end) const {
        if (end <= rest_.data()) return 0;
        return std::min(static_cast<std::size_t>(end - rest_.data()), rest_.size());
    }
    /// Adds the text before `part`, and continues after `part`.
    void skip_past(std::string_view part) {
        add_unchanged(rest_.substr(0, size_up_to(part.data())));
        rest_.remove_prefix(size_up_to(part.data() + part.size()));
    }

    /// Adds the text before `next`, which is not a phrase. Only its comments are decoded.
    void add_other_up_to(std::string_view next) {
        for (auto const comment : foldwise::comments{rest_.substr(0, size_up_to(next.data()))})
            add_comment(comment);
        skip_past(next.substr(0, 0));
    }

    /// Adds words of a phrase, without comments.
    void add_words(std::string_view raw) {
        if (raw.empty()) return;
        skip_past(raw);
        foldwise::phrase const words{raw};
        auto const decoded = decoder_.text(foldwise::decoded_phrase{words});
        if (words == decoded)
            add_unchanged(raw);
        else if (decoded.find_first_of(needs_quotes) == decoded.npos)
            text_ += decoded;
        else
            add_quoted('"', decoded, "\"\\", '"');
    }
    void add_comment(foldwise::token const& comment) {
        skip_past(comment.raw());
        auto const decoded = decoder_.text(foldwise::decoded_comment{comment.text()});
        if (comment.text() == decoded)
            add_unchanged(comment.raw());
        else
            add_quoted('(', decoded, "()\\", ')');
    }
    void add_quoted(char opening, std::string_view text, std::string_view special, char closing) {
        text_ += opening;
        for (char const octet : text) {
            if (special.find(octet) != special.npos) text_ += '\\';
            text_ += octet;
        }
        text_ += closing;
    }

    static constexpr std::string_view needs_quotes = "()<>[]:;@\\,\"";
    text_decoder& decoder_;
    std::string_view rest_; // not added yet
    std::string text_;
};

} // namespace tool

#endif
