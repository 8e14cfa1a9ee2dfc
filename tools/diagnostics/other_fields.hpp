#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_OTHER_FIELDS_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_OTHER_FIELDS_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for fields of mailing lists and other fields.
inline constexpr diagnostic_example other_field_examples[] = {
    {foldwise::diagnostic_code::list_uri_malformed, example_kind::message, "List-Help: {{help}}\n"},
    {foldwise::diagnostic_code::list_uri_without_comma, example_kind::message,
     "List-Help: <https://example.org/help> {{<mailto:help@example.org>}}\n"},
    {foldwise::diagnostic_code::list_uri_without_brackets, example_kind::message,
     "List-Help: {{https://example.org/help}}\n"},
    {foldwise::diagnostic_code::list_uri_octet, example_kind::message,
     "List-Help: <https://example.org/help{{|}}me>\n"},
    {foldwise::diagnostic_code::list_uri_with_white_space, example_kind::message,
     "List-Help: {{<https://example.org/ help>}}\n"},
    {foldwise::diagnostic_code::list_id_malformed, example_kind::message, "List-ID: {{friends}}\n"},
    {foldwise::diagnostic_code::list_id_without_brackets, example_kind::message,
     "List-ID: {{friends.example.org}}\n"},
    {foldwise::diagnostic_code::list_id_not_dot_atom, example_kind::message,
     "List-ID: {{<friends>}}\n"},
    {foldwise::diagnostic_code::list_id_with_white_space, example_kind::message,
     "List-ID: {{<friends. example.org>}}\n"},
    {foldwise::diagnostic_code::list_id_too_long, example_kind::message,
     "List-ID: {{<{256:x}.example.org>}}\n"},
    {foldwise::diagnostic_code::list_id_other_text, example_kind::message,
     "List-ID: {{Friends, all <friends.example.org>}}\n"},
    {foldwise::diagnostic_code::mime_version_malformed, example_kind::message,
     "MIME-Version: {{one}}\n"},
    {foldwise::diagnostic_code::mime_version_unknown, example_kind::message,
     "MIME-Version: {{1.1}}\n"},
    {foldwise::diagnostic_code::keyword_malformed, example_kind::message, "Precedence: {{low}}\n"},
    {foldwise::diagnostic_code::phrase_malformed, example_kind::message,
     "Keywords: mail, friend{{@}}example.org\n"},
    {foldwise::diagnostic_code::phrase_empty, example_kind::message,
     "Keywords: mail,{{,}} letters\n"},
};

} // namespace tool

#endif
