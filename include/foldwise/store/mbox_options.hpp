#ifndef FOLDWISE_STORE_MBOX_OPTIONS_HPP
#define FOLDWISE_STORE_MBOX_OPTIONS_HPP

namespace foldwise {

/// How an mbox keeps a body from being taken for the next message.
enum class mbox_format : unsigned char {
    mboxrd,  ///< a line `>*From ` in a body has one more `>`; can be undone
    mboxo,   ///< a line `From ` in a body has one `>`; a line `>From ` is as it was
    mboxcl,  ///< as mboxo, and Content-Length says how long the body is
    mboxcl2, ///< Content-Length says how long the body is; nothing is quoted
};

/// Which lines separate the entries of an mbox.
enum class mbox_separator : unsigned char {
    after_empty_line, ///< `From ` at the start of a line, directly after an empty line
    any,              ///< every line that starts with `From `
    dated,            ///< `From `, an address and a date (RFC 4155), in 998 octets at most
};

/// How to read an mbox. Nothing in the file says so; these are the common choices.
struct mbox_options {
    mbox_format format = mbox_format::mboxrd;
    mbox_separator separator = mbox_separator::after_empty_line;

    friend constexpr bool operator==(mbox_options const&, mbox_options const&) = default;
};

} // namespace foldwise

#endif
