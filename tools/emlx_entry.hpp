#ifndef FOLDWISE_TOOLS_EMLX_ENTRY_HPP
#define FOLDWISE_TOOLS_EMLX_ENTRY_HPP

#include <foldwise/store/emlx.hpp>
#include <foldwise/store/mbox_entry.hpp>

#include <optional>
#include <string_view>

namespace tool {

/// The message in an .emlx file of Apple Mail; none if the file is another one. The first line of
/// such a file is a number. Since other files may start with a number, too, it must also end with a
/// property list, or have a name that ends with .emlx.
inline std::optional<foldwise::mbox_entry> read_emlx(std::string_view path,
                                                     std::string_view bytes) {
    auto const file = foldwise::emlx::read(bytes);
    if (!file) return std::nullopt;
    bool const has_list = !file->deviation() && !file->property_list().empty();
    if (!has_list && !path.ends_with(".emlx")) return std::nullopt;
    auto const start = file->message_offset();
    return foldwise::mbox_entry{
        bytes, {start, start, start + file->message_bytes().size(), false}, 0, {}};
}

/// The same for an entry that may be such a file.
inline std::optional<foldwise::mbox_entry> read_emlx(std::string_view path,
                                                     foldwise::mbox_entry const& entry) {
    bool const is_file = entry.is_alone() && entry.message_offset() == 0;
    return is_file ? read_emlx(path, entry.raw()) : std::nullopt;
}

} // namespace tool

#endif
