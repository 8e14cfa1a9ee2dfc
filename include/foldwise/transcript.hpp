#ifndef FOLDWISE_TRANSCRIPT_HPP
#define FOLDWISE_TRANSCRIPT_HPP

/// Recorded SMTP sessions, both sides, in the notations that people have: `C:` and `S:`, `>>>` and
/// `<<<`, swaks, or no marks at all.
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
///         if (auto const octets = t.message().contiguous())
///             use(t.client_name(), message{*octets});
///
/// `transcript` is the central type: a range of `transaction`. A `carried_message` that is not
/// contiguous, because of dots or of marks in its lines, can be copied to a buffer.

#include <foldwise/transcript/carried_message.hpp>
#include <foldwise/transcript/transaction.hpp>
#include <foldwise/transcript/transaction_recipient.hpp>
#include <foldwise/transcript/transcript.hpp>
#include <foldwise/transcript/transcript_exchange.hpp>
#include <foldwise/transcript/transcript_line.hpp>
#include <foldwise/transcript/transcript_notation.hpp>
#include <foldwise/transcript/transcript_reply.hpp>

#endif
