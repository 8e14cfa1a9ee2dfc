#ifndef FOLDWISE_STORE_UNQUOTE_HPP
#define FOLDWISE_STORE_UNQUOTE_HPP

#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// The cuts for `spliced`: each `>` that was added at the start of a line when a body was written
/// into an mbox.
struct from_quotes {
    mbox_format format = mbox_format::mboxrd;

    constexpr std::size_t cut_at(std::string_view bytes, std::size_t at) const noexcept {
        bool const starts_line = at == 0 || bytes[at - 1] == '\n';
        if (!starts_line || at == bytes.size() || bytes[at] != '>') return 0;
        return quotes(bytes.substr(at + 1)) ? 1 : 0;
    }

    constexpr std::size_t find_cut(std::string_view bytes, std::size_t from) const noexcept {
        if (format == mbox_format::mboxcl2) return bytes.size();
        if (cut_at(bytes, from) != 0) return from;
        for (auto at = scan::octet_pair<'\n', '>'>(bytes, from); at < bytes.size();
             at = scan::octet_pair<'\n', '>'>(bytes, at + 1))
            if (cut_at(bytes, at + 1) != 0) return at + 1;
        return bytes.size();
    }

  private:
    /// Whether a `>` directly before `line` is a quote of the format.
    constexpr bool quotes(std::string_view line) const noexcept {
        if (format == mbox_format::mboxcl2) return false;
        if (format == mbox_format::mboxrd)
            line.remove_prefix(scan::not_in(char_class{">"}, line, 0));
        return line.starts_with("From ");
    }
};

/// The body of an mbox entry as it was before it was written into the file: each `>` that quotes a
/// line is removed.
///     unquoted{">From me\n>>From you\n"}                          "From me\n>From you\n"
///     unquoted{">>From you\n", {mbox_format::mboxo}}              ">>From you\n"
/// With mboxo and mboxcl, a line that started with `>From ` in the message cannot be distinguished
/// from a quoted line, and loses its `>`. With mboxcl2, nothing is removed. Borrows the bytes.
/// Total. begin() is O(1), a traversal O(n). Nothing is allocated.
using unquoted = spliced<from_quotes>;

} // namespace foldwise

#endif
