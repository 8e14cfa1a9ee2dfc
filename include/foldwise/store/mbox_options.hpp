#ifndef FOLDWISE_STORE_MBOX_OPTIONS_HPP
#define FOLDWISE_STORE_MBOX_OPTIONS_HPP

#include <foldwise/message/from_quotes.hpp>

namespace foldwise {

/// How an mbox prevents a line in a body that starts with `From ` from being read as the start of
/// the next message.
enum class mbox_format : unsigned char {
    mboxrd,  ///< `>` is added before `From `, `>From `, `>>From ` ...; can be undone
    mboxo,   ///< `>` is added before `From ` only; cannot be undone with certainty
    mboxcl,  ///< like mboxo, and Content-Length gives the size of the body
    mboxcl2, ///< Content-Length gives the size of the body; no `>` is added
};

/// Which lines a writer of the format quotes.
constexpr from_quoting quoting_of(mbox_format format) noexcept {
    switch (format) {
    case mbox_format::mboxrd: return from_quoting::mboxrd;
    case mbox_format::mboxo:
    case mbox_format::mboxcl: return from_quoting::mboxo;
    case mbox_format::mboxcl2: break;
    }
    return from_quoting::none;
}

/// Which lines separate the entries of an mbox.
enum class mbox_separator : unsigned char {
    after_empty_line, ///< a line that starts with `From `, after an empty line
    any,              ///< every line that starts with `From `
    dated,            ///< `From `, an address and a date (RFC 4155), at most 998 bytes
};

/// Whether more bytes may follow the current window of a stream.
enum class mbox_input : unsigned char { continues, ended };

/// How to read an mbox. The file itself does not say; the defaults fit most files.
struct mbox_options {
    mbox_format format = mbox_format::mboxrd;
    mbox_separator separator = mbox_separator::after_empty_line;

    friend constexpr bool operator==(mbox_options const&, mbox_options const&) = default;
};

} // namespace foldwise

#endif
