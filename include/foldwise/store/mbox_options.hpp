#ifndef FOLDWISE_STORE_MBOX_OPTIONS_HPP
#define FOLDWISE_STORE_MBOX_OPTIONS_HPP

namespace foldwise {

/// How an mbox keeps a line `From ` in a body from being read as the start of the next message.
enum class mbox_format : unsigned char {
    mboxrd,  ///< a `>` is put before a line `From `, `>From `, `>>From ` ...; can be undone
    mboxo,   ///< a `>` is put before a line `From ` only; cannot be undone with certainty
    mboxcl,  ///< as mboxo; besides, Content-Length gives the size of the body
    mboxcl2, ///< Content-Length gives the size of the body; no `>` is added
};

/// Which lines separate the entries of an mbox.
enum class mbox_separator : unsigned char {
    after_empty_line, ///< a line that starts with `From `, after an empty line
    any,              ///< every line that starts with `From `
    dated,            ///< `From `, an address and a date (RFC 4155), at most 998 bytes
};

/// Whether more bytes can follow the window of a stream that a splitter sees.
enum class mbox_input : unsigned char { continues, ended };

/// How to read an mbox. The file itself does not say; the defaults fit most files.
struct mbox_options {
    mbox_format format = mbox_format::mboxrd;
    mbox_separator separator = mbox_separator::after_empty_line;

    friend constexpr bool operator==(mbox_options const&, mbox_options const&) = default;
};

} // namespace foldwise

#endif
