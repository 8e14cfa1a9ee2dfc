#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_DATES_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_DATES_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for dates.
inline constexpr diagnostic_example date_examples[] = {
    {foldwise::diagnostic_code::date_malformed, example_kind::message, "Date: {{tomorrow}}\n"},
    {foldwise::diagnostic_code::date_out_of_range, example_kind::message,
     "Date: Sun, {{31}} Nov 2014 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::date_wrong_day_name, example_kind::message,
     "Date: {{Tue}}, 15 Dec 2014 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::date_ambiguous, example_kind::message,
     "Date: {{01}}/02/2014 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::date_obsolete, example_kind::message,
     "Date: Mon, 15 Dec {{14}} 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::date_unusual_form, example_kind::message,
     "Date: {{2014}}-12-15 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::date_zone_missing, example_kind::message,
     "Date: Mon, 15 Dec 2014 10:00:00{{}}\n"},
    {foldwise::diagnostic_code::date_zone_unknown, example_kind::message,
     "Date: Mon, 15 Dec 2014 10:00:00 {{CET}}\n"},
    {foldwise::diagnostic_code::date_zone_unreadable, example_kind::message,
     "Date: Mon, 15 Dec 2014 10:00:00 {{+25}}\n"},
    {foldwise::diagnostic_code::date_trailing_text, example_kind::message,
     "Date: Mon, 15 Dec 2014 10:00:00 +0000 {{at noon}}\n"},
};

} // namespace tool

#endif
