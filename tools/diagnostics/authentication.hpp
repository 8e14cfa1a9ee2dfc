#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_AUTHENTICATION_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_AUTHENTICATION_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for recorded results of authentication.
inline constexpr diagnostic_example authentication_examples[] = {
    {foldwise::diagnostic_code::auth_not_closed, example_kind::message,
     "Authentication-Results: mx.example.org; spf=pass {{(looks good}}\n"},
    {foldwise::diagnostic_code::authres_authserv_id_missing, example_kind::message,
     "Authentication-Results:{{}} spf=pass\n"},
    {foldwise::diagnostic_code::authres_text_after_id, example_kind::message,
     "Authentication-Results: mx.example.org {{home}}; spf=pass\n"},
    {foldwise::diagnostic_code::authres_version_unknown, example_kind::message,
     "Authentication-Results: mx.example.org {{2}}; spf=pass\n"},
    {foldwise::diagnostic_code::authres_result_missing, example_kind::message,
     "Authentication-Results: mx.example.org{{}}\n"},
    {foldwise::diagnostic_code::authres_result_malformed, example_kind::message,
     "Authentication-Results: mx.example.org;{{ spf}}; dkim=pass\n"},
    {foldwise::diagnostic_code::authres_property_malformed, example_kind::message,
     "Authentication-Results: mx.example.org; spf=pass {{smtp.mailfrom}}\n"},
    {foldwise::diagnostic_code::authres_property_without_ptype, example_kind::message,
     "Authentication-Results: mx.example.org; spf=pass {{mailfrom=sample.net}}\n"},
    {foldwise::diagnostic_code::authres_value_unquoted, example_kind::message,
     "Authentication-Results: mx.example.org; spf=pass reason={{a/b}}\n"},
    {foldwise::diagnostic_code::authres_of_receiver, example_kind::message,
     "Received: from sample.net by mx.example.org; Fri, 29 Aug 1997 12:00:00 +0000\n"
     "Received: from c by sample.net; Fri, 29 Aug 1997 11:59:59 +0000\n"
     "{{Authentication-Results: mx.example.org; spf=pass\n}}"},
    {foldwise::diagnostic_code::spf_result_unknown, example_kind::message,
     "Received-SPF: {{good}} client-ip=192.0.2.1\n"},
    {foldwise::diagnostic_code::spf_pair_malformed, example_kind::message,
     "Received-SPF: pass{{ client-ip}}\n"},
    {foldwise::diagnostic_code::spf_value_unquoted, example_kind::message,
     "Received-SPF: pass envelope-from={{a/b@sample.net}}\n"},
};

/// Examples of the diagnostics for DMARC and BIMI records.
inline constexpr diagnostic_example record_examples[] = {
    {foldwise::diagnostic_code::dmarc_version, example_kind::dmarc_record, "{{v=DMARC2}}; p=none"},
    {foldwise::diagnostic_code::dmarc_tag_historic, example_kind::dmarc_record,
     "v=DMARC1; p=none;{{ pct=50}}"},
    {foldwise::diagnostic_code::bimi_version, example_kind::bimi_record,
     "{{v=BIMI2}}; l=https://sample.net/logo.svg"},
};

} // namespace tool

#endif
