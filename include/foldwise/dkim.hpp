#ifndef FOLDWISE_DKIM_HPP
#define FOLDWISE_DKIM_HPP

/// What was signed: DKIM signatures (RFC 6376) and ARC chains (RFC 8617), what they cover, and the
/// canonical form of what they cover. No key is fetched and nothing is verified here: feed the
/// pieces to any hash.
///
/// The value of a DKIM-Signature field:
///
///     v=1; a=rsa-sha256; c=relaxed/simple; d=b.example; s=x; h=From:To; bh=...; b=...
///
///          |----------|                                                algorithm()
///                        |--------------|                              canonicalization()
///                                          |---------|                 domain()
///                                                            |-------| header_names()
///
///     for (auto const s : all<"DKIM-Signature">(m))
///         if (signed_fields const c{s, m}; c.coverage_of("From").unsigned_count() != 0)
///             use(s.domain(), "leaves a From field unsigned");
///
/// `dkim_signature`, `arc_message_signature` and `arc_seal` read each tag of a `tag_list` as its
/// type. `arc_chain` groups the ARC fields of a message into sets. `signed_fields` and
/// `body_coverage` say what a signature covers; `signed_header`, `signed_body` and `sealed_header`
/// have the text that it covers. Case does not count in domains: compare them with `is_domain`
/// instead of `==`.

#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/arc_chain.hpp>
#include <foldwise/dkim/arc_set.hpp>
#include <foldwise/dkim/body_coverage.hpp>
#include <foldwise/dkim/canonical_body.hpp>
#include <foldwise/dkim/canonical_body_stream.hpp>
#include <foldwise/dkim/canonical_field.hpp>
#include <foldwise/dkim/canonical_form.hpp>
#include <foldwise/dkim/dkim_signature.hpp>
#include <foldwise/dkim/fields.hpp>
#include <foldwise/dkim/seal_tags.hpp>
#include <foldwise/dkim/sealed_header.hpp>
#include <foldwise/dkim/signature_tags.hpp>
#include <foldwise/dkim/signed_body.hpp>
#include <foldwise/dkim/signed_fields.hpp>
#include <foldwise/dkim/signed_header.hpp>

#endif
