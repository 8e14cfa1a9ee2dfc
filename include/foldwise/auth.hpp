#ifndef FOLDWISE_AUTH_HPP
#define FOLDWISE_AUTH_HPP

/// What receiving servers recorded about the authentication of a message: the results of SPF, DKIM,
/// DMARC and ARC. Nothing is verified here: trust only the results that your own servers recorded.
///
/// The value of an Authentication-Results field:
///
///     mx.a.example; dkim=pass (2048 bit) header.d=b.example; spf=fail
///
///     |----------|                                                     authserv_id()
///                   |-------------------------------------|            a resinfo
///                   |--|                                                 method()
///                        |--|                                            result()
///                             |--------|                                 comments()
///                                        |----------------|              properties(): a propspec
///                                        |----|                            ptype()
///                                               |                          property()
///                                                 |-------|                value()
///
///     if (auto const ar = get<"Authentication-Results">(m); ar && ar->is_by("mx.a.example"))
///         if (auto const dkim = ar->find("dkim"); dkim && dkim->result_is("pass"))
///             if (auto const d = dkim->find("header", "d")) use(d->value().text());
///
/// `authentication_results` and `received_spf` read recorded results. A `tag_list` is the form of
/// signatures and of records in the DNS, which the rooms dkim and dmarc read. Case does not count
/// in identifiers of servers, methods and results: compare them with `is`, `is_by` and `result_is`
/// instead of `==`.

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/colon_list.hpp>
#include <foldwise/auth/fields.hpp>
#include <foldwise/auth/propspec.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/auth/record_reader.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>

#endif
