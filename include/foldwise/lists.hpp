#ifndef FOLDWISE_LISTS_HPP
#define FOLDWISE_LISTS_HPP

/// The fields that mailing lists add to a message: the identifier of the list (List-ID), the URIs
/// to unsubscribe, post or get help (List-*), and the URI of the message in the archive
/// (Archived-At). Also Keywords, and the fields that say how urgent a message is and what sent it:
/// Importance, Priority, Precedence, Auto-Submitted.
///
/// `list_uris` is the central type. It reads the URIs of a List-* field in order of preference:
///
///     List-Unsubscribe: <https://a.example/leave?42> (web), <mailto:leave@a.example>
///
///                       |--------------------------------|      raw() of the first list_uri
///                        |------------------------|             text()
///                        |---|                                  scheme()
///                                                    |---|      comment()
///
///     List-Unsubscribe-Post: List-Unsubscribe=One-Click         one_click
///
///     auto const [offer, uris] = get<"List-Unsubscribe-Post", "List-Unsubscribe">(message);
///     if (offer && uris)
///         if (auto const uri = offer->uri_in(*uris)) use(uri->text());

#include <foldwise/lists/archived_at.hpp>
#include <foldwise/lists/auto_submitted.hpp>
#include <foldwise/lists/fields.hpp>
#include <foldwise/lists/list_id.hpp>
#include <foldwise/lists/list_uri.hpp>
#include <foldwise/lists/list_uris.hpp>
#include <foldwise/lists/one_click.hpp>
#include <foldwise/lists/phrase_list.hpp>
#include <foldwise/lists/precedence.hpp>
#include <foldwise/lists/priority.hpp>

#endif
