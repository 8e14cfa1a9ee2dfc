#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_ENCODED_WORDS_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_ENCODED_WORDS_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for encoded-words.
inline constexpr diagnostic_example encoded_word_examples[] = {
    {foldwise::diagnostic_code::encoded_word_malformed, example_kind::message,
     "Subject: {{=?utf-8?X?}}a?=\n"},
    {foldwise::diagnostic_code::encoded_word_in_quotes, example_kind::message,
     "To: \"{{=?utf-8?Q?Friend?=}}\" <friend@example.org>\n"},
    {foldwise::diagnostic_code::encoded_word_white_space, example_kind::message,
     "Subject: {{=?utf-8?Q?a b?=}}\n"},
    {foldwise::diagnostic_code::encoded_word_charset_name, example_kind::message,
     "Subject: =?{{utf:8}}?Q?a?=\n"},
    {foldwise::diagnostic_code::encoded_word_not_separated, example_kind::message,
     "Subject: {{=?utf-8?Q?caf=C3=A9?=}}s\n"},
    {foldwise::diagnostic_code::encoded_word_too_long, example_kind::message,
     "Subject: {{=?utf-8?Q?{64:x}?=}}\n", "encoded_word_line_too_long"},
    {foldwise::diagnostic_code::encoded_word_line_too_long, example_kind::message,
     "{{Subject: {54:x} =?utf-8?Q?x?=}}\n"},
    {foldwise::diagnostic_code::encoded_word_misplaced, example_kind::message,
     "Received: from {{=?utf-8?Q?x?=}} by mx.example.org;\n Mon, 15 Dec 2014 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::encoded_word_lower_case, example_kind::message,
     "Subject: {{=?utf-8?Q?caf=c3=a9?=}}\n"},
    {foldwise::diagnostic_code::encoded_word_text_malformed, example_kind::message,
     "Subject: {{=?utf-8?Q?"
     "?=}}\n"},
    {foldwise::diagnostic_code::encoded_word_charset_unknown, example_kind::message,
     "Subject: {{=?klingon?Q?a?=}}\n"},
    {foldwise::diagnostic_code::encoded_word_not_converted,
     example_kind::message,
     "Subject: {{=?big5?Q?=A4=40?=}}\n",
     {},
     "foldwise has a converter in charset_cjk.hpp, which is not installed here."},
    {foldwise::diagnostic_code::encoded_word_split_character, example_kind::message,
     "Subject: {{=?utf-8?Q?caf=C3?=}} =?utf-8?Q?=A9?=\n"},
    {foldwise::diagnostic_code::encoded_word_text_split, example_kind::message,
     "Subject: {{=?utf-8?B?Y2Fmw?=}} =?utf-8?B?6k=?=\n"},
    {foldwise::diagnostic_code::encoded_word_control, example_kind::message,
     "Subject: {{=?utf-8?Q?a=0Ab?=}}\n"},
};

} // namespace tool

#endif
