#ifndef FOLDWISE_STORE_MBOX_OPTIONS_HPP
#define FOLDWISE_STORE_MBOX_OPTIONS_HPP

#include <foldwise/message/from_quotes.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// How a file of messages prevents a line in a body that starts with `From ` from being read as the
/// start of the next message.
enum class mbox_format : unsigned char {
    mboxrd,  ///< `>` is added before `From `, `>From `, `>>From ` ...; can be undone
    mboxo,   ///< `>` is added before `From ` only; cannot be undone with certainty
    mboxcl,  ///< like mboxo, and Content-Length gives the size of the body
    mboxcl2, ///< Content-Length gives the size of the body; no `>` is added
    mmdf,    ///< a line of four Control-A is before and after each message; no `>` is added
};

/// Which lines of a body a writer of the format quotes.
constexpr from_quoting quoting_of(mbox_format format) noexcept {
    switch (format) {
    case mbox_format::mboxrd: return from_quoting::mboxrd;
    case mbox_format::mboxo:
    case mbox_format::mboxcl: return from_quoting::mboxo;
    case mbox_format::mboxcl2:
    case mbox_format::mmdf: break;
    }
    return from_quoting::none;
}

/// Which lines that start with `From ` separate the entries of an mbox. `From`, white space and a
/// colon is a header field (RFC 5322 section 4.5) and never separates. With `likely` and `dated`, a
/// separator has at most 998 bytes (RFC 5322 section 2.1.1).
enum class mbox_separator : unsigned char {
    /// A line after an empty line or at the start of the file, if it is a postmark (perhaps a
    /// sender, then a date), or if the next line is a header field: a name and a colon, without
    /// `//` directly after it. So a paragraph that starts with "From " does not split a message:
    ///     From foe@sample.net Mon Dec 15 10:00:00 2014    separates
    ///     From MAILER-DAEMON                              separates before "Return-Path: <>"
    ///     From my point of view this is fine.             does not, before "It is late."
    likely,
    after_empty_line, ///< every line after an empty line or at the start of the file
    any,              ///< every line
    dated,            ///< a postmark, whatever is before it
};

/// Whether more bytes may follow the current window of a stream.
enum class mbox_input : unsigned char { continues, ended };

/// How to read an mbox. The file itself does not say; the defaults fit most files. An MMDF file
/// says so: if the start of the file is read, mbox_format::mmdf is recognised and used, whatever
/// the options are.
struct mbox_options {
    mbox_format format = mbox_format::mboxrd;          ///< how bodies are quoted
    mbox_separator separator = mbox_separator::likely; ///< which lines start an entry

    friend constexpr bool operator==(mbox_options const&, mbox_options const&) = default;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
