#ifndef FOLDWISE_TRACE_HPP
#define FOLDWISE_TRACE_HPP

/// Where a message came from and how it travelled: identifiers (Message-ID, In-Reply-To,
/// References), the envelope's addresses (Return-Path, Delivered-To), the Received fields of the
/// servers on its route, and the Resent-* blocks.
///
/// `received` is the central type. It reads one Received field, which consists of clauses and a
/// date:
///
///     from pc17 (mail.example.net [192.0.2.25])                     from()
///      by mx.example.org (Postfix)                                  by()
///      with ESMTPS                                                  with(), protocol()
///      id 3jvP1k2mMhz5d                                             id()
///      for <crew@example.org>                                       for_path()
///      ; Mon, 15 Dec 2014 12:24:09 +0000 (UTC)                      date()
///
///     from pc17 (mail.example.net [192.0.2.25])                     a clause: clauses()
///          |--|                                                     helo(): what the client claims
///                |--------------|                                   host(): its name in the DNS
///                                  |--------|                       address(): its IP address
///
/// `hops` reads all Received fields of a message and computes the delay of each hop:
///     for (auto const hop : hops{message.header()})
///         if (auto const by = hop.received().by()) use(by->name(), hop.delay());

#include <foldwise/trace/delivered_to.hpp>
#include <foldwise/trace/fields.hpp>
#include <foldwise/trace/hops.hpp>
#include <foldwise/trace/message_id.hpp>
#include <foldwise/trace/path.hpp>
#include <foldwise/trace/received.hpp>
#include <foldwise/trace/received_clause.hpp>
#include <foldwise/trace/resent.hpp>
#include <foldwise/trace/tcp_info.hpp>
#include <foldwise/trace/with_protocol.hpp>

#endif
