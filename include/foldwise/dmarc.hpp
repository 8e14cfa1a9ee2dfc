#ifndef FOLDWISE_DMARC_HPP
#define FOLDWISE_DMARC_HPP

/// Whether a message is from the domain that its author claims (DMARC, RFC 9989): the alignment of
/// the author domain with the domains that a trusted server authenticated, and the records in which
/// the owner of a domain says what to do with other messages.
///
///     Authentication-Results: mx.a.example;           trusted: alignment_options::authserv_ids
///         dkim=pass header.d=mail.b.example           the domain that signed
///     From: foe@b.example                             author_domain
///
///     std::string_view const own[] = {"mx.a.example"};
///     alignment const found{m, {.authserv_ids = own}};
///     found.is_aligned()                              // false: the domains are not identical
///     for (auto const step : found.steps()) use(name_of(step.finding()));
///
/// A function that you supply decides whether two domains belong together: see
/// `organizational_domain_finder`. A header section in which programs may find different authors is
/// never aligned. `dmarc_record` and `bimi_record` read the records of a domain.

#include <foldwise/dmarc/a_label_converter.hpp>
#include <foldwise/dmarc/alignment.hpp>
#include <foldwise/dmarc/alignment_finding.hpp>
#include <foldwise/dmarc/alignment_options.hpp>
#include <foldwise/dmarc/alignment_step.hpp>
#include <foldwise/dmarc/author_domain.hpp>
#include <foldwise/dmarc/bimi_record.hpp>
#include <foldwise/dmarc/bimi_selector.hpp>
#include <foldwise/dmarc/dmarc_record.hpp>
#include <foldwise/dmarc/dmarc_uri.hpp>
#include <foldwise/dmarc/domain_name.hpp>
#include <foldwise/dmarc/fields.hpp>
#include <foldwise/dmarc/name_list.hpp>
#include <foldwise/dmarc/organizational_domain_finder.hpp>

#endif
