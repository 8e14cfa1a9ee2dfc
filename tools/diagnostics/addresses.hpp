#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_ADDRESSES_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_ADDRESSES_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for addresses.
inline constexpr diagnostic_example address_examples[] = {
    {foldwise::diagnostic_code::address_without_at, example_kind::message,
     "To: {{friend}}, foe@sample.net\n"},
    {foldwise::diagnostic_code::address_malformed, example_kind::message,
     "To: {{friend@@example.org}}\n"},
    {foldwise::diagnostic_code::address_not_closed, example_kind::message,
     "To: {{\"friend@example.org}}\n"},
    {foldwise::diagnostic_code::address_encoded_word, example_kind::message,
     "To: {{=?utf-8?Q?friend?=@example.org}}\n", "encoded_word_not_separated",
     "As text for people, the encoded-word is not separated from its neighbor."},
    {foldwise::diagnostic_code::address_obsolete, example_kind::message,
     "To: {{friend . name@example.org}}\n"},
    {foldwise::diagnostic_code::address_dots, example_kind::message,
     "To: {{friend.@example.org}}\n"},
    {foldwise::diagnostic_code::address_octet, example_kind::message,
     "To: {{friend@[192.0.2.1 [x]}}\n"},
    {foldwise::diagnostic_code::address_quotes_unneeded, example_kind::message,
     "To: {{\"friend\"}}@example.org\n"},
    {foldwise::diagnostic_code::display_name_in_comment, example_kind::message,
     "To: friend@example.org ({{A Friend}})\n"},
    {foldwise::diagnostic_code::address_semicolon, example_kind::message,
     "To: friend@example.org{{;}} foe@sample.net\n"},
    {foldwise::diagnostic_code::address_domain_dot, example_kind::message,
     "To: friend@example.org{{.}}\n"},
    {foldwise::diagnostic_code::address_bracket_missing, example_kind::message,
     "To: Friend <{{friend@example.org}}\n"},
    {foldwise::diagnostic_code::address_bracket_repeated, example_kind::message,
     "To: Friend <<{{friend@example.org}}>>\n"},
    {foldwise::diagnostic_code::address_quote_not_closed, example_kind::message,
     "To: {{\"}}A. Friend <friend@example.org>\n"},
    {foldwise::diagnostic_code::display_name_malformed, example_kind::message,
     "From: {{boss@example.org}} <foe@sample.net>\n"},
    {foldwise::diagnostic_code::display_name_address, example_kind::message,
     "From: {{\"boss@example.org\"}} <foe@sample.net>\n"},
    {foldwise::diagnostic_code::from_several_mailboxes, example_kind::message,
     "From: friend@example.org, {{foe@sample.net}}\n", "sender_missing"},
    {foldwise::diagnostic_code::address_route, example_kind::message,
     "From: <{{@example.org,@sample.net}}:foe@sample.net>\n", "address_obsolete"},
    {foldwise::diagnostic_code::group_not_closed, example_kind::message,
     "To: {{Friends: friend@example.org, foe@sample.net}}\n"},
};

} // namespace tool

#endif
