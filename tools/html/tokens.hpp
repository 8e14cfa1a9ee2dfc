#ifndef FOLDWISE_TOOLS_HTML_TOKENS_HPP
#define FOLDWISE_TOOLS_HTML_TOKENS_HPP

#include "attributes.hpp"
#include "tag_reader.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace tool {

/// The kinds of tokens of HTML. Comments, the doctype and the like are left out.
enum class html_token_kind : unsigned char {
    end,       ///< the end of the block
    text,      ///< text with character references
    raw_text,  ///< text without them, in script, style ...
    start_tag, ///< <name attributes>
    end_tag,   ///< </name>
};

/// A piece of HTML.
struct html_token {
    html_token_kind kind = html_token_kind::end;
    std::string_view text;       ///< the text, or the name of the tag
    std::string_view attributes; ///< of a start tag; take_attribute() reads them
};

/// Cuts HTML that arrives in blocks into tokens, as web browsers do if scripts are disabled (WHATWG
/// HTML section 13.2.5).
///     html_tokens in;
///     in.add(block);     // until there are no more
///     for (auto t = in.next(); t.kind != html_token_kind::end; t = in.next()) use(t);
///     in.finish();       // then next() again
/// Text may come in several tokens, but a character reference of at most 1,000 octets and a CRLF
/// are never divided. A tag that is not closed is left out, with the rest of the input. Tokens
/// borrow the block until the next call of next(). Total. O(input).
class html_tokens {
  public:
    /// Adds a block, after next() returned a token of the kind `end`.
    void add(std::string_view block) {
        if (!held_.empty()) block = held_.append(block);
        rest_ = block;
    }
    /// Says that there are no more blocks.
    void finish() { is_whole_ = true; }

    /// The next token; one of the kind `end` if there is none in the blocks so far.
    html_token next() {
        auto const token = cut();
        if (token.kind == html_token_kind::end) {
            held_.assign(rest_);
            rest_ = held_;
        }
        return token;
    }

  private:
    enum class state : unsigned char { text, tag, comment, bogus_comment, raw_text };
    enum class answer : unsigned char { no, yes, unknown };

    html_token cut() {
        while (true) {
            switch (state_) {
            case state::tag:
                if (!tag_.take(rest_)) return {};
                return end_tag();
            case state::comment:
            case state::bogus_comment:
                if (!skip_comment()) return {};
                break;
            case state::raw_text:
                if (auto const token = take_raw_text(); token.kind != html_token_kind::end)
                    return token;
                if (state_ == state::raw_text) return {};
                break;
            case state::text:
                if (auto const size = text_size()) return {html_token_kind::text, take(size), {}};
                if (!start_markup()) return {};
                break;
            }
        }
    }

    std::string_view take(std::size_t size) {
        auto const taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    /// The size of the text up to a "<" that starts a tag or a comment, or may do so.
    std::size_t text_size() const {
        auto at = foldwise::scan::octet(rest_, '<', 0);
        while (at < rest_.size() && starts_markup(rest_.substr(at)) == answer::no)
            at = foldwise::scan::octet(rest_, '<', at + 1);
        return at < rest_.size() ? at : at - divided_size();
    }
    /// Whether a text that begins with "<" starts a tag or a comment.
    answer starts_markup(std::string_view text) const {
        auto const unknown = is_whole_ ? answer::no : answer::unknown;
        if (text.size() < 2) return unknown;
        if (text[1] == '/') return text.size() > 2 ? answer::yes : unknown;
        bool const is_markup =
            text[1] == '!' || text[1] == '?' || foldwise::alpha.contains(text[1]);
        return is_markup ? answer::yes : answer::no;
    }

    /// The size of what ends the block although more of it may come: a character reference, or a
    /// CRLF, whose LF may be a character reference.
    std::size_t divided_size() const {
        constexpr std::size_t longest_reference = 1000;
        if (is_whole_ || rest_.empty()) return 0;
        if (rest_.back() == '\r') return 1;
        constexpr auto of_reference = foldwise::alpha + foldwise::digit + foldwise::char_class{"#"};
        auto const most = std::min(rest_.size(), longest_reference);
        for (std::size_t size = 1; size <= most; ++size) {
            auto const octet = rest_[rest_.size() - size];
            if (octet == '&')
                return size + (rest_.substr(0, rest_.size() - size).ends_with('\r') ? 1 : 0);
            if (!of_reference.contains(octet)) break;
        }
        return 0;
    }

    /// Starts to read the tag or the comment that is next. Returns false if too little of it is
    /// there, or if there is nothing.
    bool start_markup() {
        if (!rest_.starts_with('<') || starts_markup(rest_) != answer::yes) return false;
        if (foldwise::alpha.contains(rest_[rest_[1] == '/' ? 2 : 1])) {
            is_end_ = rest_[1] == '/';
            rest_.remove_prefix(is_end_ ? 2 : 1);
            tag_.start();
            state_ = state::tag;
            return true;
        }
        constexpr std::string_view opening = "<!--";
        if (!is_whole_ && rest_.size() < opening.size() && opening.starts_with(rest_)) return false;
        bool const is_comment = rest_.starts_with(opening);
        state_ = is_comment ? state::comment : state::bogus_comment;
        // The dashes of "<!--" count for its end, too: "<!-->" and "<!--->" are comments.
        rest_.remove_prefix(2);
        dashes_ = 0;
        is_opening_ = is_comment;
        return true;
    }

    /// Skips a comment, or a doctype, "<![endif]>", "</ >" and the like, which end at ">". Returns
    /// whether it has ended.
    bool skip_comment() {
        if (state_ == state::bogus_comment) {
            auto const end = foldwise::scan::octet(rest_, '>', 0);
            bool const has_ended = end < rest_.size();
            rest_.remove_prefix(has_ended ? end + 1 : end);
            if (has_ended) state_ = state::text;
            return has_ended;
        }
        while (!rest_.empty()) {
            char const octet = take(1).front();
            bool const ends = octet == '>' && (dashes_ >= 2 || is_after_mark_);
            is_after_mark_ = octet == '!' && dashes_ >= (is_opening_ ? 4 : 2);
            dashes_ = octet == '-' ? dashes_ + 1 : 0;
            if (is_opening_ && dashes_ == 0) is_opening_ = false;
            if (!ends) continue;
            state_ = state::text;
            return true;
        }
        return false;
    }

    /// Ends a tag.
    html_token end_tag() {
        state_ = state::text;
        if (is_end_) return {html_token_kind::end_tag, tag_.name(), {}};
        for (auto const raw : {"script", "style", "xmp", "iframe", "noembed", "noframes", "title",
                               "textarea", "plaintext"}) {
            if (!foldwise::ascii_iequals(tag_.name(), raw)) continue;
            raw_name_ = raw;
            state_ = state::raw_text;
            is_escaped_ = is_doubled_ = false;
        }
        return {html_token_kind::start_tag, tag_.name(), tag_.attributes()};
    }

    /// Takes a piece of the text up to the end tag of the element, or to the end of the input if
    /// there is none.
    html_token take_raw_text() {
        bool const has_references = raw_name_ == "title" || raw_name_ == "textarea";
        auto const kind = has_references ? html_token_kind::text : html_token_kind::raw_text;
        auto const size = raw_name_ == "script" ? script_size() : raw_size();
        if (size != 0) return {kind, take(size), {}};
        if (!rest_.empty() && starts_tag(rest_, "</", raw_name_) == answer::yes)
            state_ = state::text;
        return {};
    }

    /// Whether `text` starts with a tag such as "<script", with the whole name.
    answer starts_tag(std::string_view text, std::string_view start, std::string_view name) const {
        auto const unknown = is_whole_ ? answer::no : answer::unknown;
        auto const same = std::min(text.size(), start.size());
        if (text.substr(0, same) != start.substr(0, same)) return answer::no;
        if (text.size() < start.size()) return unknown;
        text.remove_prefix(start.size());
        if (!foldwise::ascii_istarts_with(name, text.substr(0, name.size()))) return answer::no;
        if (text.size() <= name.size()) return unknown;
        auto const is_whole_name =
            (html_blanks + foldwise::char_class{"/>"}).contains(text[name.size()]);
        return is_whole_name ? answer::yes : answer::no;
    }

    /// The size of raw text other than a script, up to the end tag, or what may be one.
    std::size_t raw_size() const {
        if (raw_name_ == "plaintext") return rest_.size() - divided_size();
        auto at = foldwise::scan::octet(rest_, '<', 0);
        while (at < rest_.size() && starts_tag(rest_.substr(at), "</", raw_name_) == answer::no)
            at = foldwise::scan::octet(rest_, '<', at + 1);
        return at < rest_.size() ? at : at - divided_size();
    }

    /// The same for a script. In a comment in a script, "<script>" to "</script>" belong to the
    /// script (section 13.2.5.26).
    std::size_t script_size() {
        constexpr std::string_view longest_mark = "</script>";
        for (std::size_t at = 0; at < rest_.size(); ++at) {
            auto const text = rest_.substr(at);
            bool const may_start = text.front() == '<' || text.front() == '-';
            if (!is_whole_ && may_start && text.size() < longest_mark.size()) return at;
            if (text.starts_with("-->")) is_escaped_ = is_doubled_ = false;
            if (text.front() != '<') continue;
            if (text.starts_with("<!--")) {
                is_escaped_ = true; // "<!-->" starts and ends it
            } else if (starts_tag(text, "</", "script") == answer::yes) {
                if (!is_doubled_) return at;
                is_doubled_ = false;
            } else if (is_escaped_ && starts_tag(text, "<", "script") == answer::yes) {
                is_doubled_ = true;
            }
        }
        return rest_.size();
    }

    std::string_view rest_; // of the block, with held_ before it
    std::string held_;      // the end of the last block, to which more may belong
    html_tag_reader tag_;
    std::string_view raw_name_; // of the element whose raw text comes next
    std::size_t dashes_ = 0;    // of a comment, directly before the next octet, and of its "<!--"
    state state_ = state::text;
    bool is_whole_ = false;
    bool is_end_ = false;        // the tag
    bool is_opening_ = false;    // only the dashes of "<!--" of a comment were read so far
    bool is_after_mark_ = false; // "--!" is before the next octet
    bool is_escaped_ = false;    // in a script, after "<!--"
    bool is_doubled_ = false;    // there, after "<script>"
};

} // namespace tool

#endif
