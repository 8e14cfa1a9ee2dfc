#ifndef FOLDWISE_TRANSCRIPT_TRANSCRIPT_NOTATION_HPP
#define FOLDWISE_TRANSCRIPT_TRANSCRIPT_NOTATION_HPP

#include <foldwise/config.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// Who sent a line of a transcript.
enum class transcript_side : unsigned char {
    none, ///< neither: the program that wrote the transcript, or its reader
    client,
    server,
};

/// How a transcript tells the client's lines from the server's: by a mark at their start.
///
///                        client             server
enum class transcript_notation : unsigned char {
    plain,           ///< (none)             (none): told apart by their form
    client_server,   ///< C:                 S:      also in full, Client: and Server:
    sender_receiver, ///< S:                 R:      as in RFC 2920 and RFC 3030
    arrows,          ///< >>>                <<<     Sendmail, and its bounces; Net::SMTP
    swaks,           ///< ->  ~>             <-  <~
    curl,            ///< >                  <
    msmtp,           ///< -->                <--
    exim,            ///< SMTP>>             SMTP<<   also SMTP|> and SMTP+>
    postfix,         ///< In:                Out:    the mail about errors to the postmaster
    phpmailer,       ///< CLIENT -> SERVER:  SERVER -> CLIENT:
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
