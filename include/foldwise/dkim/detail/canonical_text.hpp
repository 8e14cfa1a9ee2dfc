#ifndef FOLDWISE_DKIM_DETAIL_CANONICAL_TEXT_HPP
#define FOLDWISE_DKIM_DETAIL_CANONICAL_TEXT_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/dkim/canonical_form.hpp>
#include <foldwise/dkim/detail/canonical_scan.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

inline constexpr std::string_view crlf = "\r\n";

/// What is changed inside a text.
struct canonical_rules {
    bool is_relaxed = false; ///< runs of white space become one SP, or go if they end a line
    bool is_header = false;  ///< a line ending before SP or HTAB is white space
    bool is_lf_crlf = false; ///< LF without CR becomes CRLF

    constexpr canonical_rules() = default;
    constexpr canonical_rules(canonical_form form, bare_lf lf, bool header) noexcept
        : is_relaxed{form == canonical_form::relaxed}, is_header{header},
          is_lf_crlf{lf == bare_lf::crlf} {}

    /// The size of the line ending at `at`: 2, 1, or 0 if there is none.
    constexpr std::size_t line_end_at(std::string_view text, std::size_t at) const noexcept {
        if (text.substr(at, 2) == crlf) return 2;
        return is_lf_crlf && at < text.size() && text[at] == '\n' ? 1 : 0;
    }
    /// The size of the line ending at the end of the text.
    constexpr std::size_t line_end_of(std::string_view text) const noexcept {
        if (text.ends_with(crlf)) return 2;
        return is_lf_crlf && text.ends_with('\n') ? 1 : 0;
    }
    /// Where the white space that starts at `at` ends.
    constexpr std::size_t end_of_wsp(std::string_view text, std::size_t at) const noexcept {
        for (;;) {
            while (at < text.size() && is_wsp(text[at])) ++at;
            if (!is_header) return at;
            auto const size = line_end_at(text, at);
            if (size == 0 || at + size == text.size() || !is_wsp(text[at + size])) return at;
            at += size;
        }
    }
    /// The text without the white space at both ends; for header fields.
    constexpr std::string_view trimmed(std::string_view text) const noexcept {
        text.remove_prefix(end_of_wsp(text, 0));
        while (!text.empty() && is_wsp(text.back())) {
            text.remove_suffix(1);
            text.remove_suffix(line_end_of(text));
        }
        return text;
    }
};

/// Iterates over the pieces of a text in canonical form. Each is a part of the text, or the SP or
/// CRLF that replaces a part of it. A relaxed text must not end with white space. It may end with a
/// line ending in a header field, but not in a body unless that is a CRLF after another octet.
class canonical_text_walker {
  public:
    constexpr canonical_text_walker() = default;
    constexpr canonical_text_walker(std::string_view text, canonical_rules rules) noexcept
        : text_{text}, rules_{rules} {
        go_on();
    }

    constexpr bool at_end() const noexcept { return first_ == text_.size() && !is_insert_; }
    constexpr std::string_view current() const noexcept {
        return is_insert_ ? insert_ : text_.substr(first_, last_ - first_);
    }
    constexpr void advance() noexcept {
        if (!is_insert_ && !insert_.empty())
            is_insert_ = true;
        else
            go_on();
    }

  private:
    /// Part of the text, and what replaces it.
    struct change {
        std::size_t first;
        std::size_t last; // equal to `first` if nothing changes before it
        std::string_view insert;
    };

    /// Finds the first piece from next_ on that is not empty.
    constexpr void go_on() noexcept {
        do {
            first_ = next_;
            auto const found = find_change_from(first_);
            last_ = found.first;
            next_ = found.last;
            insert_ = found.insert;
            is_insert_ = first_ == last_ && !insert_.empty();
        } while (first_ == last_ && !is_insert_ && first_ != text_.size());
    }

    constexpr change find_change_from(std::size_t at) const noexcept {
        for (;;) {
            at = next_candidate(at);
            if (at == text_.size()) return {at, at, {}};
            auto const found = change_at(at);
            if (found.first != found.last) return found;
            at = found.last;
        }
    }

    constexpr std::size_t next_candidate(std::size_t at) const noexcept {
        if (rules_.is_relaxed)
            return rules_.is_header || rules_.is_lf_crlf ? find_change<true>(text_, at)
                                                         : find_change<false>(text_, at);
        return rules_.is_lf_crlf ? scan::line_feed(text_, at) : text_.size();
    }

    /// The change at the SP, HTAB or LF at `at`. Of the text before it, only a CR directly before
    /// an LF matters. If nothing changes, the change is empty, and the search goes on from its end.
    constexpr change change_at(std::size_t at) const noexcept {
        auto first = at;
        if (text_[at] == '\n') {
            bool const after_cr = at > first_ && text_[at - 1] == '\r';
            bool const is_line_end = after_cr || rules_.is_lf_crlf;
            bool const is_before_wsp = at + 1 < text_.size() && is_wsp(text_[at + 1]);
            if (after_cr) --first;
            if (!(rules_.is_relaxed && rules_.is_header && is_line_end && is_before_wsp)) {
                if (after_cr || !is_line_end) return {at + 1, at + 1, {}};
                return {at, at + 1, crlf};
            }
        }
        auto const last = rules_.end_of_wsp(text_, first);
        if (!rules_.is_header) {
            auto const size = rules_.line_end_at(text_, last);
            if (size == 2) return {first, last, {}};
            if (size == 1) return {first, last + 1, crlf};
        }
        // One SP stays, which is a SP of the text if the first or the last octet is one.
        if (text_[first] == ' ') return {first + 1, last, {}};
        if (text_[last - 1] == ' ') return {first, last - 1, {}};
        return {first, last, " "};
    }

    std::string_view text_;
    std::size_t first_ = 0;   // where the part of the text starts that is a piece
    std::size_t last_ = 0;    // where it ends
    std::size_t next_ = 0;    // where the next one starts
    std::string_view insert_; // the piece between them, if it is not empty
    bool is_insert_ = false;  // whether the current piece is insert_
    canonical_rules rules_;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
