#ifndef FOLDWISE_LISTS_HPP
#define FOLDWISE_LISTS_HPP

/// Fields of mailing lists, and of programs that send mail by themselves.

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
