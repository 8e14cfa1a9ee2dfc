#ifndef FOLDWISE_MESSAGE_FROM_QUOTES_HPP
#define FOLDWISE_MESSAGE_FROM_QUOTES_HPP

#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Which lines of a message got a `>` when the message was written into an mbox, so that none of
/// them is read as the start of the next message.
enum class from_quoting : unsigned char {
    none,   ///< no lines, as in mboxcl2, or in a message that is in no mbox
    mboxrd, ///< `From `, `>From `, `>>From ` ...; can be undone
    mboxo,  ///< only `From `, as in mboxcl, too; cannot be undone with certainty
};

/// The cuts for `spliced`: each `>` that was added at the start of a line when a message was
/// written into an mbox.
///     entity{entry.message(), entry.quotes()}    decodes bodies without these quotes
struct from_quotes {
    from_quoting quoting = from_quoting::mboxrd; ///< how lines are quoted

    constexpr std::size_t cut_at(std::string_view bytes, std::size_t at) const noexcept {
        bool const starts_line = at == 0 || bytes[at - 1] == '\n';
        if (!starts_line || at == bytes.size() || bytes[at] != '>') return 0;
        return quotes(bytes.substr(at + 1)) ? 1 : 0;
    }

    constexpr std::size_t find_cut(std::string_view bytes, std::size_t from) const noexcept {
        if (quoting == from_quoting::none) return bytes.size();
        if (cut_at(bytes, from) != 0) return from;
        for (auto at = scan::octet_pair<'\n', '>'>(bytes, from); at < bytes.size();
             at = scan::octet_pair<'\n', '>'>(bytes, at + 1))
            if (cut_at(bytes, at + 1) != 0) return at + 1;
        return bytes.size();
    }

    friend constexpr bool operator==(from_quotes const&, from_quotes const&) = default;

  private:
    /// Whether a `>` directly before `line` is a quote.
    constexpr bool quotes(std::string_view line) const noexcept {
        if (quoting == from_quoting::none) return false;
        if (quoting == from_quoting::mboxrd)
            line.remove_prefix(scan::not_in(char_class{">"}, line, 0));
        return line.starts_with("From ");
    }
};

/// The body of a message as it was before it was written into an mbox: each `>` that quotes a line
/// is removed.
///     unquoted{">From me\n>>From you\n"}                      "From me\n>From you\n"
///     unquoted{">>From you\n", {from_quoting::mboxo}}         ">>From you\n"
/// With mboxo, a line that started with `>From ` in the message cannot be distinguished from a
/// quoted line, and loses its `>`. Borrows the bytes. Total. begin() is O(1), a traversal O(n).
/// Nothing is allocated.
using unquoted = spliced<from_quotes>;

} // namespace foldwise::inline FOLDWISE_ABI

#endif
