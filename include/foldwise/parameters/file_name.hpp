#ifndef FOLDWISE_PARAMETERS_FILE_NAME_HPP
#define FOLDWISE_PARAMETERS_FILE_NAME_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/base/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise {

namespace detail {

/// Zs of Unicode: what looks like a space.
constexpr bool is_space_character(char32_t c) noexcept {
    return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

/// What ends a directory on some system, or is taken for such an octet by one that converts
/// names; what Windows allows in no name; and what cannot be seen or turns text around.
constexpr bool is_unsafe_in_file_name(char32_t c) noexcept {
    constexpr auto unsafe = ctl + char_class{"/\\:*?\"<>|"};
    if (c < 0x80) return unsafe.contains(static_cast<char>(c));
    constexpr char32_t ranges[][2] = {
        {0x80, 0x9F},       // controls
        {0xAD, 0xAD},       // soft hyphen
        {0x61C, 0x61C},     // Arabic letter mark
        {0x115F, 0x1160},   // Hangul fillers
        {0x180E, 0x180E},   // Mongolian vowel separator
        {0x200B, 0x200F},   // without width, marks of direction
        {0x2028, 0x202E},   // line, paragraph, embeddings and overrides of direction
        {0x2044, 0x2044},   // fraction slash
        {0x2060, 0x206F},   // without width, isolates
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

/// Whether Windows takes `name` for a device, whatever extension it has.
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

} // namespace detail

/// A name for saving what somebody sent (RFC 2183 sections 2.3 and 5): one that names no
/// directory and no device on any system, hides nothing, and that every file system takes.
///     safe_file_name{"../../etc/passwd"}.to_string()         ->  "_.._etc_passwd"
///     safe_file_name{"con.txt"}.to_string()                  ->  "_con.txt"
///     safe_file_name{"exe.\u202Egpj"}.to_string()            ->  "exe._gpj"
///     safe_file_name{" .. ", "attachment"}.to_string()       ->  "attachment"
/// In place of each separator, control character, character that Windows forbids, one that has
/// no width or changes the direction of text, there is "_"; in place of what is not UTF-8,
/// U+FFFD. White space and dots at both ends are left out, and all but one of several spaces. A
/// "-" or "~" at the front has "_" before it, as have the names of devices of Windows. There are at
/// most 255 octets, of which the extension is kept. It is no answer to a name that exists
/// already, nor to an extension that is dangerous. Borrows the text; O(text).
class safe_file_name {
  public:
    /// `text` is UTF-8; `otherwise` is the name where nothing is left of it, and taken as it is.
    explicit constexpr safe_file_name(
        std::string_view text FOLDWISE_LIFETIMEBOUND,
        std::string_view otherwise FOLDWISE_LIFETIMEBOUND = "attachment") noexcept
        : text_{text}, otherwise_{otherwise} {}
    template <owning_temporary T>
    explicit safe_file_name(T&&, std::string_view = {}) = delete;

    /// The name as a string of its own. Allocates.
    constexpr std::string to_string() const {
        std::string name;
        for (std::size_t at = 0; at < text_.size();) {
            auto const next = utf8_character_at(text_, at);
            append(name, next, text_.substr(at, next.size));
            at += next.size;
        }
        while (name.ends_with(' ') || name.ends_with('.')) name.pop_back();
        if (name.empty()) return std::string{otherwise_};
        if (name[0] == '-' || name[0] == '~' || detail::is_device_name(name))
            name.insert(name.begin(), '_');
        shorten(name);
        return name;
    }

    /// Appends the name to `text`. Allocates what that needs.
    constexpr void append_to(std::string& text) const { text.append(to_string()); }

  private:
    static constexpr std::size_t longest = 255;          // of most file systems, in octets
    static constexpr std::size_t longest_extension = 16; // with its dot

    static constexpr void append(std::string& name, utf8_character next, std::string_view octets) {
        bool const is_space = detail::is_space_character(next.code_point);
        if (is_space && name.ends_with(' ')) return;
        if (name.empty() && (is_space || next.code_point == '.')) return;
        if (is_space) octets = " ";
        if (!next.is_well_formed)
            name.append("\xEF\xBF\xBD");
        else if (detail::is_unsafe_in_file_name(next.code_point))
            name += '_';
        else
            name.append(octets);
    }

    /// Takes characters out before the extension.
    static constexpr void shorten(std::string& name) {
        if (name.size() <= longest) return;
        auto const dot = name.rfind('.');
        bool const has_extension = dot != name.npos && name.size() - dot <= longest_extension;
        auto const kept = has_extension ? name.size() - dot : std::size_t{0};
        auto end = longest - kept;
        while ((static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
        while (name[end - 1] == ' ' || name[end - 1] == '.') --end;
        name.erase(end, name.size() - kept - end);
    }

    std::string_view text_;
    std::string_view otherwise_;
};

} // namespace foldwise

#endif
