#ifndef FOLDWISE_AUTH_HPP
#define FOLDWISE_AUTH_HPP

/// What was signed, and what the receiving side found out (RFC 6376, RFC 8601, RFC 8617).

#include <foldwise/auth/arc.hpp>
#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/bimi_record.hpp>
#include <foldwise/auth/dkim_signature.hpp>
#include <foldwise/auth/dmarc_record.hpp>
#include <foldwise/auth/dmarc_uri.hpp>
#include <foldwise/auth/fields.hpp>
#include <foldwise/auth/propspec.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>

#endif
