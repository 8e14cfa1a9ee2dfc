#ifndef FOLDWISE_TOOLS_NOT_MAIL_HPP
#define FOLDWISE_TOOLS_NOT_MAIL_HPP

#include "conversion.hpp"
#include "options.hpp"

#include <foldwise/store/mbox_entry.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tool {

/// A kind of file that may hold mail, but in a form that the tool cannot read.
struct foreign_kind {
    std::string_view start;  ///< the first octets of each such file
    std::string_view what;   ///< what it is, and what to do
    std::string_view filter; ///< what converts FILE to standard output (see conversion.hpp), if any
};

inline constexpr foreign_kind foreign_kinds[] = {
    {"\x1F\x8B", "compressed with gzip; unpack it first: ", "gzip -dc FILE"},
    {"\x28\xB5\x2F\xFD", "compressed with zstd; unpack it first: ", "zstd -dc FILE"},
    {{"\xFD\x37zXZ\0", 6}, "compressed with xz; unpack it first: ", "xz -dc FILE"},
    {"BZh91AY&SY", "compressed with bzip2; unpack it first: ", "bzip2 -dc FILE"},
    {{"\xFF\xFE\0\0", 4}, "text in UTF-32; convert it first: ", "iconv -f UTF-32 -t UTF-8 FILE"},
    {{"\0\0\xFE\xFF", 4}, "text in UTF-32; convert it first: ", "iconv -f UTF-32 -t UTF-8 FILE"},
    {"\xFF\xFE", "text in UTF-16; convert it first: ", "iconv -f UTF-16 -t UTF-8 FILE"},
    {"\xFE\xFF", "text in UTF-16; convert it first: ", "iconv -f UTF-16 -t UTF-8 FILE"},
    {"*mbx*\r\n", "in the mbx format of UW IMAP; convert it first: mailutil copy", ""},
    {"BABYL OPTIONS:", "in the Babyl format of Emacs; convert it first: M-x unrmail", ""},
};

/// Text in UTF-16 without a byte order mark: big-endian, little-endian.
inline constexpr foreign_kind utf16_kinds[] = {
    {"", "text in UTF-16; convert it first: ", "iconv -f UTF-16BE -t UTF-8 FILE"},
    {"", "text in UTF-16; convert it first: ", "iconv -f UTF-16LE -t UTF-8 FILE"},
};

/// How many octets of a file find_foreign_kind() needs to see; fewer if the file is shorter.
inline constexpr std::size_t foreign_start_size = 16;

/// Whether a text starts with printable ASCII characters in UTF-16, without a byte order mark. Of
/// the two octets of each character, `nul` is the one that is NUL: 0 or 1.
inline bool is_utf16(std::string_view start, std::size_t nul) {
    constexpr std::size_t enough = 8;
    if (start.size() < enough) return false;
    for (std::size_t i = 0; i < enough; ++i) {
        bool const is_printable = start[i] > 0x20 && start[i] < 0x7F;
        if (i % 2 == nul ? start[i] != '\0' : !is_printable) return false;
    }
    return true;
}

/// The kind of a file that starts with these octets, if that is certainly not mail that the tool
/// can read; otherwise a null pointer.
inline foreign_kind const* find_foreign_kind(std::string_view start) {
    for (auto const& kind : foreign_kinds)
        if (start.starts_with(kind.start)) return &kind;
    for (std::size_t const nul : {0u, 1u})
        if (is_utf16(start, nul)) return &utf16_kinds[nul];
    return nullptr;
}

/// What to say about the file `path` if it is certainly not mail that the tool can read; otherwise
/// none.
inline std::optional<std::string> why_foreign(std::string_view start, std::string_view path,
                                              options const& options) {
    auto const* const kind = find_foreign_kind(start);
    if (kind == nullptr) return std::nullopt;
    std::string what{kind->what};
    if (!kind->filter.empty()) what += conversion(std::string{kind->filter}, path, options);
    return what;
}

/// Finds out what to say about a file that was read although it may not be mail. Sees its messages
/// one by one. After the first field that has a name, it looks at nothing more.
class doubt {
  public:
    void see(foldwise::mbox_entry const& entry) {
        if (has_name_) return;
        is_empty_ = false;
        for (auto const field : entry.message().header()) {
            has_name_ = field.has_name();
            if (has_name_) break;
        }
        auto const bytes = entry.raw();
        has_cr_only_ = bytes.find('\n') == bytes.npos && bytes.find('\r') < bytes.size() - 1;
        is_mbox_ = bytes.starts_with("From ");
    }

    /// Adds what was seen of the messages that come after.
    void add(doubt const& later) {
        if (!has_name_ && !later.is_empty_) *this = later;
    }

    /// What is doubtful about the file `path`; none if nothing is.
    std::optional<std::string> what(std::string_view path, options const& options) const {
        if (is_empty_) return std::nullopt;
        if (has_cr_only_ && (has_name_ || is_mbox_))
            return "all its lines end with CR alone, so it is read as one line; convert it "
                   "first: " +
                   conversion("tr '\\r' '\\n' <FILE", path, options);
        if (!has_name_) return "has no header field; perhaps it is not mail";
        return std::nullopt;
    }

  private:
    bool is_empty_ = true;
    bool has_name_ = false;
    bool has_cr_only_ = false;
    bool is_mbox_ = false; // with a `From ` line
};

} // namespace tool

#endif
