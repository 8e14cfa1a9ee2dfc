#ifndef FOLDWISE_PARAMETERS_SAFE_FILE_NAME_HPP
#define FOLDWISE_PARAMETERS_SAFE_FILE_NAME_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/config.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/parameters/suggested_file_name.hpp>
#include <foldwise/words/text_options.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Whether a character is a space: in Unicode's category Zs.
constexpr bool is_space_character(char32_t c) noexcept {
    return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

/// Whether a character must not be in the name of a file: it separates directories on some system,
/// may become a separator when names are converted, is not allowed on Windows, is invisible, or
/// changes the direction of text.
constexpr bool is_unsafe_in_file_name(char32_t c) noexcept {
    constexpr auto unsafe = ctl + char_class{"/\\:*?\"<>|"};
    if (c < 0x80) return unsafe.contains(static_cast<char>(c));
    constexpr char32_t ranges[][2] = {
        {0x80, 0x9F},       // controls
        {0xAD, 0xAD},       // soft hyphen
        {0x61C, 0x61C},     // Arabic letter mark
        {0x115F, 0x1160},   // Hangul fillers
        {0x180E, 0x180E},   // Mongolian vowel separator
        {0x200B, 0x200F},   // zero width, direction marks
        {0x2028, 0x202E},   // line and paragraph separators, direction embeddings and overrides
        {0x2044, 0x2044},   // fraction slash
        {0x2060, 0x206F},   // zero width, isolates
        {0x2215, 0x2216},   // division slash, set minus
        {0x2800, 0x2800},   // Braille blank
        {0x3164, 0x3164},   // Hangul filler
        {0xFEFF, 0xFEFF},   // byte order mark
        {0xFF0F, 0xFF0F},   // fullwidth slash
        {0xFF3C, 0xFF3C},   // fullwidth backslash
        {0xFFA0, 0xFFA0},   // Hangul filler
        {0xFFF9, 0xFFFB},   // interlinear annotation
        {0xE0000, 0xE007F}, // tags
    };
    for (auto const& range : ranges)
        if (c >= range[0] && c <= range[1]) return true;
    return false;
}

/// Whether `name`, with any extension, is the name of a device on Windows.
constexpr bool is_device_name(std::string_view name) noexcept {
    name = name.substr(0, name.find('.'));
    name = trim_end(name, char_class{" "});
    for (std::string_view const device :
         {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"})
        if (ascii_iequals(name, device)) return true;
    auto const port = name.substr(0, 3);
    if (!ascii_iequals(port, "COM") && !ascii_iequals(port, "LPT")) return false;
    auto const number = name.substr(port.size());
    if (number.size() == 1) return digit.contains(number[0]);
    return number == "\xC2\xB9" || number == "\xC2\xB2" || number == "\xC2\xB3"; // superscripts
}

/// Replaces everything unsafe in the text of a file name, character by character. It is used twice:
/// to measure the name, and to copy it.
class file_name_filter {
  public:
    /// Calls `use` with the replacement of each character of `utf8`. Spaces and dots at the start
    /// of the name are left out, and several spaces become one.
    template <class Use>
    constexpr void pass(std::string_view utf8, Use&& use) noexcept {
        for (std::size_t at = 0; at < utf8.size();) {
            auto const next = utf8_character_at(utf8, at);
            auto const octets = utf8.substr(at, next.size);
            at += next.size;
            bool const is_space = is_space_character(next.code_point);
            if (is_space ? is_after_space_ : is_at_start_ && next.code_point == '.') continue;
            is_after_space_ = is_space;
            is_at_start_ = false;
            if (is_space)
                use(std::string_view{" "});
            else if (!next.is_well_formed)
                use(std::string_view{"\xEF\xBF\xBD"});
            else if (is_unsafe_in_file_name(next.code_point))
                use(std::string_view{"_"});
            else
                use(octets);
        }
    }

  private:
    bool is_at_start_ = true;
    bool is_after_space_ = true; // at the start, too: a space is left out there
};

/// Measures a name before it is copied. All places and sizes are in octets.
class file_name_measure {
  public:
    constexpr void add(std::string_view character) noexcept {
        if (size_ < sizeof start_) character.copy(start_ + size_, sizeof start_ - size_);
        if (character == ".") last_dot_ = size_;
        size_ += character.size();
        if (character == "." || character == " ") return;
        end_ = size_;
        dot_ = last_dot_;
    }

    /// The size without dots and spaces at the end.
    constexpr std::size_t size() const noexcept { return end_; }

    /// The size of the end that is kept if the name is too long: an extension with its dot.
    constexpr std::size_t extension_size() const noexcept {
        constexpr std::size_t longest_extension = 16;
        return dot_ != 0 && end_ - dot_ <= longest_extension ? end_ - dot_ : 0;
    }

    /// Whether the name needs "_" before it; see safe_file_name.
    constexpr bool needs_prefix() const noexcept {
        std::string_view const start{start_, end_ < sizeof start_ ? end_ : sizeof start_};
        return start.starts_with('-') || start.starts_with('~') || is_device_name(start);
    }

  private:
    char start_[16] = {}; // has room for the name of any device and a dot
    std::size_t size_ = 0;
    std::size_t end_ = 0;
    std::size_t last_dot_ = 0; // 0: there is none, since no name starts with a dot
    std::size_t dot_ = 0;      // the last dot before `end_`
};

} // namespace detail

/// A name under which to save a received file (RFC 2183 sections 2.3 and 5). It names no directory
/// and no device on any system, is not hidden, has no invisible characters, and is valid on every
/// file system.
///     for (auto const part : attachments(mail)) save(safe_file_name{part}.to_string(), part);
///
///     safe_file_name{"../../etc/passwd"}           ->  "_.._etc_passwd"
///     safe_file_name{"con.txt"}                    ->  "_con.txt"
///     safe_file_name{"exe.\u202Egpj"}              ->  "exe._gpj"
///     safe_file_name{" .. ", "part 1"}             ->  "part 1"
///
/// "_" replaces directory separators, control characters, characters that Windows forbids, and
/// characters that have no width or change the direction of text. U+FFFD replaces octets that are
/// not UTF-8. White space and dots at both ends are left out, and several spaces become one. "_" is
/// inserted before "-" or "~" at the start, and before the name of a Windows device. The name has
/// at most 255 octets; a longer name keeps its start and its extension.
///
/// A file of that name may exist already, and the extension may be dangerous: check both. Stores
/// the name, in 264 octets, and borrows nothing; trivially copyable. O(text). Only `to_string` and
/// `append_to` allocate. Total.
class safe_file_name {
  public:
    /// `text` is UTF-8. If nothing is left of it, `otherwise` is used instead; if nothing is left
    /// of that either, the name is "attachment".
    explicit constexpr safe_file_name(std::string_view text,
                                      std::string_view otherwise = {}) noexcept {
        take(view_text{text}, otherwise);
    }

    /// The name that the sender of a part chose; see suggested_file_name.
    template <described_part Part>
    explicit constexpr safe_file_name(Part const& part, std::string_view otherwise = {},
                                      text_options const& options = {}) noexcept {
        auto const name = suggested_file_name(part);
        take(parameter_text{decoded_parameter{name.value_or(parameter{})}, options}, otherwise);
    }

    /// The name in a parameter, such as content_disposition::filename().
    explicit constexpr safe_file_name(parameter const& name, std::string_view otherwise = {},
                                      text_options const& options = {}) noexcept
        : safe_file_name{decoded_parameter{name}, otherwise, options} {}
    explicit constexpr safe_file_name(decoded_parameter const& name,
                                      std::string_view otherwise = {},
                                      text_options const& options = {}) noexcept {
        take(parameter_text{name, options}, otherwise);
    }

    /// The name; c_str() has a NUL at its end. Valid as long as this object lives.
    constexpr std::string_view view() const& noexcept FOLDWISE_LIFETIMEBOUND {
        return octets_at(octets_, size_);
    }
    constexpr char const* c_str() const& noexcept FOLDWISE_LIFETIMEBOUND { return octets_; }
    void view() const&& = delete;  // it would dangle: keep the safe_file_name in a variable first
    void c_str() const&& = delete; // it would dangle: keep the safe_file_name in a variable first

    /// Appends the name to `text`. Allocates what `text` needs.
    constexpr void append_to(std::string& text) const { text.append(view()); }

    /// The name as a string. Allocates.
    constexpr std::string to_string() const { return std::string{view()}; }

    /// Whether the name is `right` octet by octet.
    friend constexpr bool operator==(safe_file_name const& left, std::string_view right) noexcept {
        return left.view() == right;
    }

  private:
    // The texts from which a name is made. for_each_block(use) calls `use` with the text, block by
    // block. It can be called twice, with the same result.
    struct view_text {
        std::string_view text;

        template <class Use>
        constexpr void for_each_block(Use&& use) const noexcept {
            use(text);
        }
    };
    struct parameter_text {
        decoded_parameter name;
        text_options const& options;

        template <class Use>
        constexpr void for_each_block(Use&& use) const noexcept {
            name.for_each_block(use, options);
        }
    };

    template <class Text>
    constexpr void take(Text const& text, std::string_view otherwise) noexcept {
        if (read(text) || read(view_text{otherwise})) return;
        read(view_text{"attachment"});
    }

    /// Makes the name from `text`. Returns false if nothing is left of it.
    template <class Text>
    constexpr bool read(Text const& text) noexcept {
        detail::file_name_measure measure;
        detail::file_name_filter measured;
        text.for_each_block([&](std::string_view block) {
            measured.pass(block, [&](std::string_view next) { measure.add(next); });
        });
        if (measure.size() == 0) return false;

        if (measure.needs_prefix()) octets_[size_++] = '_';
        auto const end = measure.size();
        auto const room = longest - size_;
        auto const kept = end <= room ? end : measure.extension_size();
        auto const cut = room - kept; // the start of the name ends here
        std::size_t at = 0;
        detail::file_name_filter copied;
        text.for_each_block([&](std::string_view block) {
            copied.pass(block, [&](std::string_view next) {
                if (at == end - kept) trim();
                if (at < end && (at >= end - kept || at + next.size() <= cut)) append(next);
                at += next.size();
            });
        });
        if (kept == 0) trim();
        return true;
    }

    constexpr void append(std::string_view octets) noexcept {
        size_ += octets.copy(octets_ + size_, octets.size());
    }
    constexpr void trim() noexcept {
        while (size_ != 0 && (octets_[size_ - 1] == ' ' || octets_[size_ - 1] == '.'))
            octets_[--size_] = '\0';
    }

    static constexpr std::size_t longest = 255; // octets, on most file systems

    char octets_[longest + 1] = {};
    std::size_t size_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
