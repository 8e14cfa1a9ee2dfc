#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_SIGNATURES_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_SIGNATURES_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for lists of tags.
inline constexpr diagnostic_example tag_examples[] = {
    {foldwise::diagnostic_code::tag_empty, example_kind::dmarc_record,
     "v=DMARC1; p=none;{{}}; adkim=s"},
    {foldwise::diagnostic_code::tag_without_value, example_kind::dmarc_record,
     "v=DMARC1; p=none;{{ draft}}"},
    {foldwise::diagnostic_code::tag_name_malformed, example_kind::dmarc_record,
     "v=DMARC1; p=none;{{ 2=3}}"},
    {foldwise::diagnostic_code::tag_value_octet, example_kind::dmarc_record,
     "v=DMARC1; p=none;{{ note=a\x07}}"},
    {foldwise::diagnostic_code::tag_value_malformed, example_kind::dmarc_record,
     "v=DMARC1; p={{maybe}}"},
    {foldwise::diagnostic_code::tag_duplicate, example_kind::dmarc_record,
     "v=DMARC1; p=none;{{ p=reject}}"},
    {foldwise::diagnostic_code::tag_missing, example_kind::bimi_record, "{{v=BIMI1}}", "",
     "The location of the logo, l=, is missing."},
};

/// Examples of the diagnostics for DKIM signatures.
inline constexpr diagnostic_example dkim_examples[] = {
    {foldwise::diagnostic_code::dkim_version_missing, example_kind::message,
     "DKIM-Signature:{{ a=rsa-sha256; d=sample.net; s=x; h=from:date; bh=YQ==; b=YQ==}}\n"},
    {foldwise::diagnostic_code::dkim_algorithm_missing, example_kind::message,
     "DKIM-Signature:{{ v=1; d=sample.net; s=x; h=from:date; bh=YQ==; b=YQ==}}\n"},
    {foldwise::diagnostic_code::dkim_signature_data_missing, example_kind::message,
     "DKIM-Signature:{{ v=1; a=rsa-sha256; d=sample.net; s=x; h=from:date; bh=YQ==}}\n"},
    {foldwise::diagnostic_code::dkim_body_hash_missing, example_kind::message,
     "DKIM-Signature:{{ v=1; a=rsa-sha256; d=sample.net; s=x; h=from:date; b=YQ==}}\n"},
    {foldwise::diagnostic_code::dkim_domain_missing, example_kind::message,
     "DKIM-Signature:{{ v=1; a=rsa-sha256; s=x; h=from:date; bh=YQ==; b=YQ==}}\n"},
    {foldwise::diagnostic_code::dkim_header_names_missing, example_kind::message,
     "DKIM-Signature:{{ v=1; a=rsa-sha256; d=sample.net; s=x; bh=YQ==; b=YQ==}}\n",
     "dkim_shown_field_unsigned"},
    {foldwise::diagnostic_code::dkim_selector_missing, example_kind::message,
     "DKIM-Signature:{{ v=1; a=rsa-sha256; d=sample.net; h=from:date; bh=YQ==; b=YQ==}}\n"},
    {foldwise::diagnostic_code::dkim_version, example_kind::message,
     "DKIM-Signature: v={{2}}; a=rsa-sha256; d=sample.net; s=x;"
     " h=from:date; bh=YQ==; b=YQ==\n"},
    {foldwise::diagnostic_code::dkim_algorithm_historic, example_kind::message,
     "DKIM-Signature: v=1; a={{rsa-sha1}}; d=sample.net; s=x;"
     " h=from:date; bh=YQ==; b=YQ==\n"},
    {foldwise::diagnostic_code::dkim_from_unsigned, example_kind::message,
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=x;"
     " h={{date}}; bh=YQ==; b=YQ==\n",
     "dkim_shown_field_unsigned", "From is also a field that mail programs show."},
    {foldwise::diagnostic_code::dkim_identity_outside_domain, example_kind::message,
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=x;"
     " i={{@example.org}}; h=from:date; bh=YQ==; b=YQ==\n"},
    {foldwise::diagnostic_code::dkim_expiration_before_timestamp, example_kind::message,
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=x;"
     " t=2; x={{1}}; h=from:date; bh=YQ==; b=YQ==\n"},
    {foldwise::diagnostic_code::dkim_canonicalization_unknown, example_kind::message,
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=x;"
     " c={{nowsp}}; h=from:date; bh=YQ==; b=YQ==\n"},
    {foldwise::diagnostic_code::dkim_header_names_limit, example_kind::message,
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=x;"
     " h={{from:date{127::to}}}; bh=YQ==; b=YQ==\n"},
    {foldwise::diagnostic_code::dkim_signatures_limit, example_kind::message,
     "{10:DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=b; h=from:date; bh=YQ==; b=YQ==\n}"
     "{{DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=b; h=from:date; bh=YQ==; b=YQ==\n}}"},
    {foldwise::diagnostic_code::dkim_body_length_beyond_body, example_kind::message,
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=x;"
     " l=1000; h=from:date; bh=YQ==; b=YQ==\n"
     "\n{{Hello\n}}"},
    {foldwise::diagnostic_code::dkim_shown_field_unsigned, example_kind::message,
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=x;"
     " h=from:date; bh=YQ==; b=YQ==\n"
     "{{Subject: hello\n}}"},
    {foldwise::diagnostic_code::dkim_shown_field_added, example_kind::message,
     "{{To: foe@sample.net\n}}To: friend@example.org\n"
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=x;"
     " h=from:date:to; bh=YQ==; b=YQ==\n",
     "field_duplicate", "A message may have only one To field."},
    {foldwise::diagnostic_code::dkim_body_partly_signed, example_kind::message,
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=x;"
     " l=1; h=from:date; bh=YQ==; b=YQ==\n"
     "\n{{Hello\n}}"},
};

/// Examples of the diagnostics for ARC fields.
inline constexpr diagnostic_example arc_examples[] = {
    {foldwise::diagnostic_code::arc_instance_missing, example_kind::message,
     "ARC-Authentication-Results:{{ mx.example.org; none}}\n", "arc_field_without_set"},
    {foldwise::diagnostic_code::arc_instance_not_first, example_kind::message,
     "ARC-Seal: a=rsa-sha256;{{ i=1}}; cv=none; d=sample.net; s=x; b=YQ==\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=x;"
     " h=from; bh=YQ==; b=YQ==\n"
     "ARC-Authentication-Results: i=1; mx.example.org; none\n"},
    {foldwise::diagnostic_code::arc_field_signed, example_kind::message,
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=x; b=YQ==\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=x;"
     " h=from:{{arc-seal}}; bh=YQ==; b=YQ==\n"
     "ARC-Authentication-Results: i=1; mx.example.org; none\n"},
    {foldwise::diagnostic_code::arc_seal_with_header_names, example_kind::message,
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=x; h={{from}}; b=YQ==\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=x;"
     " h=from; bh=YQ==; b=YQ==\n"
     "ARC-Authentication-Results: i=1; mx.example.org; none\n"},
    {foldwise::diagnostic_code::arc_chain_status_missing, example_kind::message,
     "ARC-Seal:{{ i=1; a=rsa-sha256; d=sample.net; s=x; b=YQ==}}\n", "arc_set_incomplete"},
    {foldwise::diagnostic_code::arc_field_without_set, example_kind::message,
     "{{ARC-Authentication-Results: mx.example.org; none\n}}", "arc_instance_missing",
     "The instance, i=, is missing."},
    {foldwise::diagnostic_code::arc_set_duplicate, example_kind::message,
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=x; b=YQ==\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=x;"
     " h=from; bh=YQ==; b=YQ==\n"
     "ARC-Authentication-Results: i=1; mx.example.org; none\n"
     "{{ARC-Authentication-Results: i=1; mx.example.org; none\n}}"},
    {foldwise::diagnostic_code::arc_set_incomplete, example_kind::message,
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=x; b=YQ==\n"
     "{{ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=x;"
     " h=from; bh=YQ==; b=YQ==\n}}"},
    {foldwise::diagnostic_code::arc_set_missing, example_kind::message,
     "ARC-Seal: i=2; a=rsa-sha256; cv=pass; d=sample.net; s=x; b=YQ==\n"
     "ARC-Message-Signature: i=2; a=rsa-sha256; d=sample.net; s=x;"
     " h=from; bh=YQ==; b=YQ==\n"
     "{{ARC-Authentication-Results: i=2; mx.example.org; none\n}}"},
    {foldwise::diagnostic_code::arc_chain_status_impossible, example_kind::message,
     "ARC-Seal: i=1; a=rsa-sha256; cv={{pass}}; d=sample.net; s=x; b=YQ==\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=x;"
     " h=from; bh=YQ==; b=YQ==\n"
     "ARC-Authentication-Results: i=1; mx.example.org; none\n"},
};

} // namespace tool

#endif
