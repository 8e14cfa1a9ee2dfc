#ifndef FOLDWISE_SMTP_HPP
#define FOLDWISE_SMTP_HPP

/// The conversation that carries a message (RFC 5321): what clients and servers say to each other,
/// and the octets of the message between them. Nothing is sent or received here: the bytes may come
/// from a socket, a log or a recorded transcript.
///
/// What a client asks for:
///
///     MAIL FROM:<foe@sample.net> SIZE=1024 CRLF
///
///     |--|                                                        smtp_command: name()
///          |------------------------------|                       argument()
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
#include <foldwise/smtp/xclient_command.hpp>
#include <foldwise/smtp/xtext.hpp>

#endif
