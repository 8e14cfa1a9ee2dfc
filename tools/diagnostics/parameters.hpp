#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_PARAMETERS_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_PARAMETERS_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for parameters.
inline constexpr diagnostic_example parameter_examples[] = {
    {foldwise::diagnostic_code::parameter_missing,
     example_kind::value,
     "Content-Type: text/plain{{}}\n",
     {},
     "`parameters().find(\"charset\")` of a content_type returns it."},
    {foldwise::diagnostic_code::parameter_malformed, example_kind::message,
     "Content-Type: text/plain; {{charset}}\n"},
    {foldwise::diagnostic_code::parameter_empty, example_kind::message,
     "Content-Type: text/plain;{{}}\n"},
    {foldwise::diagnostic_code::parameter_not_closed, example_kind::message,
     "Content-Type: text/plain; {{charset=\"utf-8}}\n"},
    {foldwise::diagnostic_code::parameter_without_semicolon, example_kind::message,
     "Content-Type: text/plain; charset=utf-8 {{format=flowed}}\n"},
    {foldwise::diagnostic_code::parameter_text_after_value, example_kind::message,
     "Content-Disposition: attachment; {{filename=\"a\".txt}}\n"},
    {foldwise::diagnostic_code::parameter_comment_in_value, example_kind::message,
     "Content-Disposition: attachment; {{filename=a(draft).txt}}\n", "parameter_value_unquoted",
     "A value with parentheses should be in quotes."},
    {foldwise::diagnostic_code::parameter_quoted_pair, example_kind::message,
     "Content-Disposition: attachment; {{filename=\"C:\\Users\"}}\n"},
    {foldwise::diagnostic_code::parameter_percent_unmarked, example_kind::message,
     "Content-Disposition: attachment; {{filename*0=\"50%25\"}}\n"},
    {foldwise::diagnostic_code::parameter_charset_missing, example_kind::message,
     "Content-Disposition: attachment; {{filename*=a%20b.txt}}\n"},
    {foldwise::diagnostic_code::parameter_value_unquoted, example_kind::message,
     "Content-Disposition: attachment; {{filename=my file.txt}}\n"},
    {foldwise::diagnostic_code::parameter_value_empty, example_kind::message,
     "Content-Disposition: attachment; {{filename=}}\n"},
    {foldwise::diagnostic_code::parameter_encoded_word, example_kind::message,
     "Content-Disposition: attachment; {{filename=\"=?utf-8?Q?a.txt?=\"}}\n"},
    {foldwise::diagnostic_code::parameter_section_malformed, example_kind::message,
     "Content-Disposition: attachment; {{filename*one=a.txt}}\n"},
    {foldwise::diagnostic_code::parameter_extended_quoted, example_kind::message,
     "Content-Disposition: attachment; {{filename*=\"utf-8''a.txt\"}}\n"},
    {foldwise::diagnostic_code::parameter_percent_malformed, example_kind::message,
     "Content-Disposition: attachment; {{filename*=utf-8''100%.txt}}\n"},
    {foldwise::diagnostic_code::parameter_white_space, example_kind::message,
     "Content-Disposition: attachment; {{filename = a.txt}}\n"},
    {foldwise::diagnostic_code::parameter_section_missing, example_kind::message,
     "Content-Disposition: attachment; filename*0=a; {{filename*2=.txt}}\n"},
    {foldwise::diagnostic_code::parameter_section_order,
     example_kind::message,
     "Content-Disposition: attachment; {{filename*17=r}};\n"
     " filename*16=q; filename*15=p; filename*14=o; filename*13=n; filename*12=m;\n"
     " filename*11=l; filename*10=k; filename*9=j; filename*8=i; filename*7=h; filename*6=g;\n"
     " filename*5=f; filename*4=e; filename*3=d; filename*2=c; filename*1=b; filename*0=a\n",
     {},
     "Up to 16 sections may come too early."},
    {foldwise::diagnostic_code::parameter_duplicate, example_kind::message,
     "Content-Disposition: attachment; filename=a.txt; {{filename=b.txt}}\n"},
    {foldwise::diagnostic_code::parameter_repeated, example_kind::message,
     "Content-Type: text/plain; format=flowed; {{format=flowed}}\n"},
    {foldwise::diagnostic_code::parameter_charset_unknown, example_kind::message,
     "Content-Disposition: attachment; {{filename*=x-new''a.txt}}\n"},
    {foldwise::diagnostic_code::parameter_forms_differ, example_kind::message,
     "Content-Disposition: attachment; {{filename=a.txt}}; filename*=utf-8''b.txt\n"},
};

/// Examples of the diagnostics for fields about content.
inline constexpr diagnostic_example content_field_examples[] = {
    {foldwise::diagnostic_code::content_type_malformed, example_kind::message,
     "Content-Type: {{plain}}\n"},
    {foldwise::diagnostic_code::content_type_text_after, example_kind::message,
     "Content-Type: text/plain {{and more}}; charset=utf-8\n"},
    {foldwise::diagnostic_code::content_type_comment, example_kind::message,
     "Content-Type: text/html {{(a page)}}\n"},
    {foldwise::diagnostic_code::boundary_malformed, example_kind::message,
     "Content-Type: multipart/mixed; {{boundary=\"a!b\"}}\n\n"
     "--a!b\n\nHello\n--a!b--\n"},
    {foldwise::diagnostic_code::boundary_extended, example_kind::message,
     "Content-Type: multipart/mixed; {{boundary*0=a}}; boundary*1=b\n\n"
     "--ab\n\nHello\n--ab--\n"},
    {foldwise::diagnostic_code::boundary_missing, example_kind::message,
     "Content-Type: multipart/mixed{{}}\n"},
    {foldwise::diagnostic_code::disposition_malformed, example_kind::message,
     "Content-Disposition: {{\"attachment\"}}\n"},
    {foldwise::diagnostic_code::disposition_unknown, example_kind::message,
     "Content-Disposition: {{secret}}\n"},
    {foldwise::diagnostic_code::disposition_text_after, example_kind::message,
     "Content-Disposition: attachment {{file}}; size=6\n"},
    {foldwise::diagnostic_code::disposition_value_malformed, example_kind::message,
     "Content-Disposition: attachment; {{size=large}}\n"},
    {foldwise::diagnostic_code::file_name_misplaced, example_kind::message,
     "Content-Type: text/plain; {{filename=a.txt}}\n"},
    {foldwise::diagnostic_code::file_names_differ, example_kind::message,
     "Content-Type: application/pdf; {{name=bill.pdf}}\n"
     "Content-Disposition: attachment; filename=bill.exe\n\nHello\n"},
    {foldwise::diagnostic_code::parameter_names_limit, example_kind::message,
     "Content-Type: text/plain; a=1; b=2; c=3; d=4; e=5; f=6; g=7; h=8;\n {{i=9}}; "
     "j=10\n\nHello\n"},
};

} // namespace tool

#endif
