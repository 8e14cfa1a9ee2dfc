#ifndef FOLDWISE_MAIL_DATA_HPP
#define FOLDWISE_MAIL_DATA_HPP

/// The octets of a message on their way from an SMTP client to a server (RFC 5321 section 4.5.2,
/// RFC 3030): with dots added, in chunks, up to the end that the client gives them.
///
/// The message, as a client sends it after the DATA command:
///
///     Subject: dots CRLF CRLF ..one CRLF ...two CRLF . CRLF
///
///     |--------------------------------------------|              dot_unstuffed
///                             |          |                        dots that it drops
///                                               |---------|       the end of data
///
/// `mail_data` reads all of it in memory, `end_of_data_finder` finds the end in chunks of any size,
/// and reports everything that another server could take for the end. `dot_stuffed` is the message
/// as a client sends it. `bdat_chunks` reads messages that are sent with BDAT.

#include <foldwise/mail_data/bdat_chunk.hpp>
#include <foldwise/mail_data/bdat_chunks.hpp>
#include <foldwise/mail_data/bdat_content.hpp>
#include <foldwise/mail_data/dot_stuffed.hpp>
#include <foldwise/mail_data/dot_unstuffed.hpp>
#include <foldwise/mail_data/end_of_data_finder.hpp>
#include <foldwise/mail_data/mail_data.hpp>

#endif
