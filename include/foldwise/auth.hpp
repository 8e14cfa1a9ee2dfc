#ifndef FOLDWISE_AUTH_HPP
#define FOLDWISE_AUTH_HPP

/// Sender authentication, as data: the results of SPF, DKIM, DMARC and ARC that receiving servers
/// recorded in a message, the signatures of a message, and the DMARC and BIMI records of a domain.
/// Nothing is verified here: trust only the results that your own servers recorded.
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
/// `authentication_results` and `received_spf` read recorded results. `dkim_signature`,
/// `arc_message_signature`, `arc_seal`, `dmarc_record` and `bimi_record` read each tag of a
/// `tag_list` as its type. `arc_chain` groups the ARC fields of a message into sets.
/// `signed_fields` says which fields a signature covers; `signed_header`, `signed_body` and
/// `sealed_header` have the text that it covers. `alignment` says whether a domain that a trusted
/// server authenticated is that of the author, and why. Case does not count in domains, methods and
/// results: compare them with `is`, `is_by`, `result_is` and `is_domain` instead of `==`.

#include <foldwise/auth/a_label_converter.hpp>
#include <foldwise/auth/alignment.hpp>
#include <foldwise/auth/alignment_finding.hpp>
#include <foldwise/auth/alignment_options.hpp>
#include <foldwise/auth/alignment_step.hpp>
#include <foldwise/auth/arc.hpp>
#include <foldwise/auth/arc_chain.hpp>
#include <foldwise/auth/arc_set.hpp>
#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/author_domain.hpp>
#include <foldwise/auth/bimi_record.hpp>
#include <foldwise/auth/body_coverage.hpp>
#include <foldwise/auth/canonical_body.hpp>
#include <foldwise/auth/canonical_body_stream.hpp>
#include <foldwise/auth/canonical_field.hpp>
#include <foldwise/auth/canonical_form.hpp>
#include <foldwise/auth/dkim_signature.hpp>
#include <foldwise/auth/dmarc_record.hpp>
#include <foldwise/auth/dmarc_uri.hpp>
#include <foldwise/auth/domain_name.hpp>
#include <foldwise/auth/fields.hpp>
#include <foldwise/auth/organizational_domain.hpp>
#include <foldwise/auth/propspec.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/auth/sealed_header.hpp>
#include <foldwise/auth/signed_fields.hpp>
#include <foldwise/auth/signed_header.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>

#endif
