#ifndef FOLDWISE_TRACE_HPP
#define FOLDWISE_TRACE_HPP

/// Where a message came from: identifiers, paths, Received fields, hops.

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
