#ifndef FOLDWISE_SMTP_HPP
#define FOLDWISE_SMTP_HPP

/// The conversation that carries a message (RFC 5321): what clients and servers say to each other,
/// and the octets of the message between them. Nothing is sent or received here: the bytes may come
/// from a socket, a log or a recorded transcript.
///
/// `transcript` is the central type. It reads a recorded session, both sides, in the notations that
/// people have: `C:` and `S:`, `>>>` and `<<<`, swaks, or no marks at all.
///
///     client                              server
///
///     EHLO smtp.sample.net        ->
///                                 <-      250 mail.example.org
///     MAIL FROM:<foe@sample.net>  ->                             a transaction: mail()
///                                 <-      250 2.1.0 ok           mail_reply()
///     RCPT TO:<crew@example.org>  ->                             recipients(), each with its reply
///                                 <-      250 2.1.5 ok
///     DATA                        ->
///                                 <-      354 go ahead           data_reply()
///     Subject: hello              ->                             message(), its octets as pieces
///     .                           ->
///                                 <-      250 ok 17763873        final_reply(), queue_id()
///     QUIT                        ->
///                                 <-      221
///
///     for (auto const t : transcript{bytes})
///         if (auto const bytes = t.message().contiguous()) use(t.client_name(), message{*bytes});
///
/// What a client asks for:
///
///     MAIL FROM:<foe@sample.net> SIZE=1024 CRLF
///
///     |--|                                                        smtp_command: name()
///          |-----------------------------|                        argument()
///               |--------------|                                  mail_command: reverse_path()
///                                |-------|                        parameters()
///
/// What a server answers:
///
///     250-mx.example.org CRLF 250 SIZE 1000 CRLF
///
///     |----------------------------------------|                  smtp_reply
///     |---------------------|                                     reply_line
///
/// The message, as a client sends it after the DATA command:
///
///     Subject: dots CRLF CRLF ..one CRLF ...two CRLF . CRLF
///
///     |--------------------------------------------|              dot_unstuffed
///                             |          |                        dots that it drops
///                                               |---------|       the end of data

#include <foldwise/smtp/auth_command.hpp>
#include <foldwise/smtp/bdat.hpp>
#include <foldwise/smtp/bdat_chunk.hpp>
#include <foldwise/smtp/bdat_command.hpp>
#include <foldwise/smtp/carried_message.hpp>
#include <foldwise/smtp/dot_stuffed.hpp>
#include <foldwise/smtp/dot_unstuffed.hpp>
#include <foldwise/smtp/dsn_parameters.hpp>
#include <foldwise/smtp/ehlo_line.hpp>
#include <foldwise/smtp/ehlo_reply.hpp>
#include <foldwise/smtp/end_of_data_finder.hpp>
#include <foldwise/smtp/esmtp_parameter.hpp>
#include <foldwise/smtp/esmtp_parameters.hpp>
#include <foldwise/smtp/helo_command.hpp>
#include <foldwise/smtp/mail_command.hpp>
#include <foldwise/smtp/mail_data.hpp>
#include <foldwise/smtp/queue_id.hpp>
#include <foldwise/smtp/rcpt_command.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_path.hpp>
#include <foldwise/smtp/smtp_reply.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/smtp/transaction.hpp>
#include <foldwise/smtp/transcript.hpp>
#include <foldwise/smtp/transcript_exchange.hpp>
#include <foldwise/smtp/transcript_line.hpp>
#include <foldwise/smtp/transcript_notation.hpp>
#include <foldwise/smtp/transcript_reply.hpp>
#include <foldwise/smtp/xclient_command.hpp>
#include <foldwise/smtp/xtext.hpp>

#endif
