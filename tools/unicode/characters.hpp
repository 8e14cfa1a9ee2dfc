#ifndef FOLDWISE_TOOLS_UNICODE_CHARACTERS_HPP
#define FOLDWISE_TOOLS_UNICODE_CHARACTERS_HPP

#include "tables.hpp"

#include <foldwise/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tool::unicode {

/// The properties of a character that matter on a terminal, from the tables of this folder.
class kind {
  public:
    explicit kind(char32_t c) {
        auto const after = std::upper_bound(std::begin(classes), std::end(classes), c << 8 | 0xFF);
        bits_ = after[-1] & 0xFF;
    }

    /// The columns that it takes: 0, 1 or 2.
    std::size_t columns() const { return bits_ & 3; }
    /// Whether it is a control or format character, or another one that no font shows.
    bool is_unseen() const { return (bits_ & unseen) != 0; }
    bool is_emoji() const { return (bits_ & emoji) != 0; }
    bool takes_skin_tone() const { return (bits_ & unicode::takes_skin_tone) != 0; }

  private:
    std::uint32_t bits_;
};

/// Several code points that a terminal shows as one character.
struct cluster {
    std::size_t size = 0; ///< in octets; 0: the first code point stands for itself
    std::size_t columns = 0;
};

/// Finds the longest cluster at the start of a text: an emoji sequence of Unicode Technical
/// Standard #51, or an ideograph with the selector of one of its forms.
///     U+2764 U+FE0F                       an emoji with a selector of its presentation
///     U+0031 U+FE0F U+20E3                a keycap
///     U+1F44B U+1F3FD                     an emoji with a skin tone
///     U+1F1EF U+1F1F5                     a flag: two letters
///     U+1F469 U+1F3FD U+200D U+1F4BB      emoji with joiners, if Unicode lists the sequence
///     U+1F3F4 U+E0067 ... U+E007F         a flag of tags, if Unicode lists it
///     U+845B U+E0100                      an ideograph with a variation selector
/// Joiners and tags are in a cluster only if Unicode recommends the whole sequence: others could
/// carry text that nobody sees. O(cluster).
class cluster_reader {
  public:
    explicit cluster_reader(std::string_view text) : text_{text} { read(); }

    /// The cluster; of size 0 if the text starts with none.
    cluster result() const { return found_; }

  private:
    static constexpr char32_t joiner = 0x200D;
    static constexpr char32_t black_flag = 0x1F3F4;
    static constexpr char32_t text_style = 0xFE0E;
    static constexpr char32_t emoji_style = 0xFE0F;
    static constexpr char32_t keycap = 0x20E3;
    static constexpr std::size_t most = 8; // code points in a row of the table

    static bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
    static bool is_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
    static bool is_tag(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }
    static bool is_form_selector(char32_t c) {
        return (c >= 0xFE00 && c <= 0xFE02) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /// The next character; 0 at the end.
    char32_t peek() const {
        return at_ < text_.size() ? foldwise::utf8_character_at(text_, at_).code_point : U'\0';
    }
    char32_t take() {
        auto const c = foldwise::utf8_character_at(text_, at_);
        at_ += c.size;
        return c.code_point;
    }
    bool take_if(bool is_next) {
        if (is_next) take();
        return is_next;
    }
    void accept(std::size_t columns) { found_ = {at_, columns}; }

    void read() {
        if (text_.empty()) return;
        auto const c = take();
        kind const base{c};
        if (c < 0x80 && base.is_emoji())
            read_keycap();
        else if (is_letter(c))
            read_flag();
        else if (base.is_emoji())
            read_emoji(c, base);
        else if (base.columns() == 2 && take_if(is_form_selector(peek())))
            accept(2);
    }

    void read_keycap() {
        if (take_if(peek() == emoji_style) && take_if(peek() == keycap)) accept(2);
    }

    void read_flag() {
        if (take_if(is_letter(peek()))) accept(2);
    }

    void read_emoji(char32_t c, kind base) {
        if (take_if(peek() == text_style)) return accept(base.columns());
        if (take_style(base)) accept(2);
        add(c);
        if (c == black_flag && is_tag(peek())) {
            while (is_tag(peek()) && size_ < most) add(take());
            if (is_listed()) accept(2);
            return;
        }
        while (size_ + 1 < most && take_if(peek() == joiner)) {
            kind const next{peek()};
            if (!next.is_emoji()) return;
            add(joiner);
            add(take());
            take_style(next);
            if (is_listed()) accept(2);
        }
    }

    /// Takes a skin tone or the selector of the emoji presentation.
    bool take_style(kind base) {
        auto const next = peek();
        return take_if(next == emoji_style || (base.takes_skin_tone() && is_skin_tone(next)));
    }

    void add(char32_t c) { row_[size_++] = c; }

    /// Whether the code points so far are a row of the table.
    bool is_listed() const {
        std::u32string_view const row{row_, size_};
        std::u32string_view rest{sequences, std::size(sequences) - 1};
        while (!rest.empty()) {
            auto const end = rest.find(U'\0');
            if (rest.substr(0, end) == row) return true;
            rest.remove_prefix(end + 1);
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    cluster found_;
    char32_t row_[most] = {};
    std::size_t size_ = 0;
};

/// Whether a character may start a cluster. (Of the ASCII characters, those do that start keycaps.)
inline bool may_start_cluster(char32_t c, kind of) {
    return of.is_emoji() || of.columns() == 2 || c < 0x80;
}

/// Whether the two code points at `at` make the character before them a keycap.
inline bool makes_keycap(std::string_view text, std::size_t at) {
    return text.substr(at).starts_with("\xEF\xB8\x8F\xE2\x83\xA3");
}

} // namespace tool::unicode

#endif
