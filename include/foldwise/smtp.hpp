#ifndef FOLDWISE_SMTP_HPP
#define FOLDWISE_SMTP_HPP

/// What SMTP clients and servers say to each other (RFC 5321): commands and replies. Nothing is
/// sent or received here: the bytes may come from a socket or a log. The octets of the message
/// between them are for mail_data.hpp, and recorded sessions for transcript.hpp.
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
/// `smtp_command` reads any command; `mail_command`, `rcpt_command` and others read its arguments.
/// `ehlo_reply` reads the extensions that a server announces, `queue_id_of` the identifier under
/// which it has queued a message, and `forward_path_of` the address that it names for a recipient
/// who has moved.

#include <foldwise/smtp/auth_command.hpp>
#include <foldwise/smtp/bdat_command.hpp>
#include <foldwise/smtp/dsn_parameters.hpp>
#include <foldwise/smtp/ehlo_line.hpp>
#include <foldwise/smtp/ehlo_reply.hpp>
#include <foldwise/smtp/esmtp_parameter.hpp>
#include <foldwise/smtp/esmtp_parameters.hpp>
#include <foldwise/smtp/forward_path.hpp>
#include <foldwise/smtp/helo_command.hpp>
#include <foldwise/smtp/help_command.hpp>
#include <foldwise/smtp/mail_command.hpp>
#include <foldwise/smtp/noop_command.hpp>
#include <foldwise/smtp/queue_id.hpp>
#include <foldwise/smtp/rcpt_command.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_path.hpp>
#include <foldwise/smtp/smtp_reply.hpp>
#include <foldwise/smtp/smtp_string.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/smtp/vrfy_command.hpp>
#include <foldwise/smtp/xclient_command.hpp>
#include <foldwise/smtp/xtext.hpp>

#endif
