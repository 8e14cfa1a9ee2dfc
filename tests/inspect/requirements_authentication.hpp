#ifndef FOLDWISE_TESTS_INSPECT_REQUIREMENTS_AUTHENTICATION_HPP
#define FOLDWISE_TESTS_INSPECT_REQUIREMENTS_AUTHENTICATION_HPP

#include "requirement.hpp"

namespace test {

/// What DKIM, ARC and recorded results: RFC 6376, 8301, 8601, 8617 and 7208 require of a message.
inline constexpr requirement requirements_of_authentication[] = {
    {"6376 3.2", "a tag list has tags with values",
     "DKIM-Signature: {{v=1; x; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_without_value},
    {"6376 3.2", "no tag is empty",
     "DKIM-Signature: {{v=1; ; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_empty},
    {"6376 3.2", "a tag name starts with a letter",
     "DKIM-Signature: {{v=1; 1x=a; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_name_malformed},
    {"6376 3.2", "a tag name has only letters, digits and _",
     "DKIM-Signature: {{v=1; x-y=a; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_name_malformed},
    {"6376 3.2", "a value has only printable ASCII",
     "DKIM-Signature: {{v=1; x=caf\xC3\xA9; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::header_utf8},
    {"6376 3.2", "a tag occurs once",
     "DKIM-Signature: {{v=1; v=1; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_duplicate},
    {"6376 3.2", "tag names have a case",
     "DKIM-Signature: {{V=1; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::dkim_version_missing},
    {"6376 3.5", "there is a version",
     "DKIM-Signature: {{||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::dkim_version_missing},
    {"6376 3.5", "the version is 1",
     "DKIM-Signature: {{v=2||v=1}}; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::dkim_version},
    {"6376 3.5", "the version is 1, not 1.0",
     "DKIM-Signature: {{v=1.0||v=1}}; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "there is an algorithm",
     "DKIM-Signature: v=1; {{||a=rsa-sha256; }}d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::dkim_algorithm_missing},
    {"6376 3.5", "an algorithm has a key type and a hash",
     "DKIM-Signature: v=1; {{a=rsa||a=rsa-sha256}}; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"8301 3.1", "signatures are not made with SHA-1",
     "DKIM-Signature: v=1; {{a=rsa-sha1||a=rsa-sha256}}; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::dkim_algorithm_historic},
    {"6376 3.5", "there is a signature",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj{{||; b=YWJj}}\n",
     foldwise::diagnostic_code::dkim_signature_data_missing},
    {"6376 3.5", "a signature is base64",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "{{b=Y@||b=YWJj}}\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "a signature is not empty",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj;{{ b=|| "
     "b=YWJj}}\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "there is a body hash",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; h=from:date;{{|| bh=YWJj;}} b=YWJj\n",
     foldwise::diagnostic_code::dkim_body_hash_missing},
    {"6376 3.5", "a body hash is base64",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; h=from:date;{{ bh=Y@|| bh=YWJj}}; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "a body hash is not empty",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; h=from:date;{{ bh=|| bh=YWJj}}; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "there is a domain",
     "DKIM-Signature: v=1; a=rsa-sha256;{{|| d=sample.net;}} s=a; h=from:date; bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::dkim_domain_missing},
    {"6376 3.5", "a domain has a form",
     "DKIM-Signature: v=1; a=rsa-sha256; {{d=sample..net||d=sample.net}}; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "a domain is in A-labels",
     "DKIM-Signature: v=1; a=rsa-sha256; {{d=caf\xC3\xA9.net||d=sample.net}}; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::header_utf8},
    {"6376 3.5", "there is a selector",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net;{{|| s=a;}} h=from:date; bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::dkim_selector_missing},
    {"6376 3.5", "a selector has the form of a domain",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; {{s=a..b;||s=a;}} h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "there are names of fields",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a;{{|| h=from:date;}} bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::dkim_header_names_missing},
    {"6376 3.5", "the list of names is not empty",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a;{{ h=;|| h=from:date;}} bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "no name of a field is empty",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; {{h=from::date||h=from:date}}; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 5.4", "From is signed",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; {{h=date||h=from:date}}; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::dkim_from_unsigned},
    {"6376 3.5", "a canonicalization is known",
     "DKIM-Signature: {{v=1; c=nofws; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::dkim_canonicalization_unknown},
    {"6376 3.5", "the identity is in the domain",
     "DKIM-Signature: {{v=1; i=@example.org; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; "
     "h=from:date; bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::dkim_identity_outside_domain},
    {"6376 3.5", "the identity has an at sign",
     "DKIM-Signature: {{v=1; i=sample.net; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "the body length is a number",
     "DKIM-Signature: {{v=1; l=all; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "the body length has at most 76 digits",
     "DKIM-Signature: {{v=1; l={77:1}; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "the body length is at most that of the body",
     "DKIM-Signature: {{v=1; l=1000; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::dkim_body_length_beyond_body},
    {"6376 3.5", "a query method is a word with an option",
     "DKIM-Signature: {{v=1; q=/; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "query methods include dns/txt",
     "DKIM-Signature: {{v=1; q=other; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "the timestamp is a number",
     "DKIM-Signature: {{v=1; t=now; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "the timestamp has at most 12 digits",
     "DKIM-Signature: {{v=1; t={13:1}; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "the expiration is a number",
     "DKIM-Signature: {{v=1; x=never; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "the expiration is later than the timestamp",
     "DKIM-Signature: {{v=1; t=2; x=1; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::dkim_expiration_before_timestamp},
    {"6376 3.5", "copied fields are names with values",
     "DKIM-Signature: {{v=1; z=From; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 3.5", "copied fields are in dkim-quoted-printable",
     "DKIM-Signature: {{v=1; z=From:a=4; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 2.11", "hexadecimal digits in dkim-quoted-printable are in upper case",
     "DKIM-Signature: {{v=1; z=From:a=3d; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"6376 2.11",
     "a value in dkim-quoted-printable has no unencoded semicolon: it would end the tag",
     "DKIM-Signature: {{v=1; z=From:a;b; ||v=1; }}a=rsa-sha256; d=sample.net; s=a; h=from:date; "
     "bh=YWJj; b=YWJj\n",
     foldwise::diagnostic_code::tag_without_value},
    {"6376 3.7", "the signature is not in its own list of names",
     not_reported{"The name may stand for another signature of the message."}},
    {"6376 3.3", "keys have at least 1024 bits", not_reported{"The key is in the DNS."}},
    {"6376 3.6", "key records have a form",
     not_reported{"They are in the DNS, not in the message."}},
    {"6376 5.3", "the message is in 7-bit form before it is signed",
     not_reported{"Who changed its form, and when, is not in the message; body_octet reports bytes "
                  "that are not declared."}},
    {"6376 5.6", "a signature is above the other fields that are signed",
     not_reported{"Servers on the way add fields above and below."}},
    {"6376 5.4", "fields that people see are signed",
     "Subject: a\n"
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; h=from:date{{||:subject}}; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::dkim_shown_field_unsigned},
    {"6376 5.4.2", "all fields of a name are signed, so that none is added above",
     "Subject: a\n"
     "{{Subject: b\n"
     "||}}DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; h=from:date:subject; bh=YWJj; "
     "b=YWJj\n",
     foldwise::diagnostic_code::dkim_shown_field_added},
    {"6376 8.2", "the whole body is signed",
     "DKIM-Signature: v=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; l={{3||7}}; bh=YWJj; "
     "b=YWJj\n"
     "\n"
     "Hello\n",
     foldwise::diagnostic_code::dkim_body_partly_signed},
    {"8601 2.2", "there is the name of a server",
     "Authentication-Results: {{||mx.sample.net}}; spf=pass\n",
     foldwise::diagnostic_code::authres_authserv_id_missing},
    {"8601 2.2", "the name of the server is one word",
     "Authentication-Results: mx.sample.net{{ a||}}; spf=pass\n",
     foldwise::diagnostic_code::authres_text_after_id},
    {"8601 2.2", "a semicolon is after the name of the server",
     "Authentication-Results: mx.sample.net{{||;}} spf=pass\n",
     foldwise::diagnostic_code::authres_text_after_id},
    {"8601 2.2", "there are results, or the word none",
     "Authentication-Results: mx.sample.net{{||; none}}\n",
     foldwise::diagnostic_code::authres_result_missing},
    {"8601 2.2", "a semicolon has a result after it",
     "Authentication-Results: mx.sample.net; spf=pass{{;||}}\n",
     foldwise::diagnostic_code::authres_result_missing},
    {"8601 2.2", "none stands alone",
     "Authentication-Results: mx.sample.net; none{{; spf=pass||}}\n",
     foldwise::diagnostic_code::authres_result_malformed},
    {"8601 2.2", "a result has a method", "Authentication-Results: mx.sample.net; {{||spf}}=pass\n",
     foldwise::diagnostic_code::authres_result_malformed},
    {"8601 2.2", "a method has a result", "Authentication-Results: mx.sample.net; spf={{||pass}}\n",
     foldwise::diagnostic_code::authres_result_malformed},
    {"8601 2.2", "a method has an equals sign",
     "Authentication-Results: mx.sample.net; spf{{ ||=}}pass\n",
     foldwise::diagnostic_code::authres_result_malformed},
    {"8601 2.2", "a property has a type, a dot and a name",
     "Authentication-Results: mx.sample.net; spf=pass {{mailfrom||smtp.mailfrom}}=a@sample.net\n",
     foldwise::diagnostic_code::authres_property_without_ptype},
    {"8601 2.2", "a property has a value",
     "Authentication-Results: mx.sample.net; spf=pass smtp.mailfrom{{||=a@sample.net}}\n",
     foldwise::diagnostic_code::authres_property_malformed},
    {"8601 2.2", "the value of a property is not empty",
     "Authentication-Results: mx.sample.net; spf=pass smtp.mailfrom={{||a@sample.net}}\n",
     foldwise::diagnostic_code::authres_value_unquoted},
    {"8601 2.2", "a reason is one word or in quotes",
     "Authentication-Results: mx.sample.net; spf=fail reason={{not known||\"not known\"}}\n",
     foldwise::diagnostic_code::authres_property_malformed},
    {"8601 2.2", "a value with special characters is in quotes",
     "Authentication-Results: mx.sample.net; spf=pass smtp.helo={{a,b||\"a,b\"}}\n",
     foldwise::diagnostic_code::authres_value_unquoted},
    {"8601 2.2", "quotes are closed",
     "Authentication-Results: mx.sample.net; spf=pass reason=\"a{{||\"}}\n",
     foldwise::diagnostic_code::auth_not_closed},
    {"8601 2.2", "comments are closed",
     "Authentication-Results: mx.sample.net; spf=pass (a{{||)}}\n",
     foldwise::diagnostic_code::auth_not_closed},
    {"8601 2.2", "reason is before the properties",
     "Authentication-Results: mx.sample.net; spf=pass {{smtp.mailfrom=a@b.example "
     "reason=a||reason=a smtp.mailfrom=a@b.example}}\n",
     foldwise::diagnostic_code::authres_property_without_ptype},
    {"8601 2.6", "the version is 1", "Authentication-Results: mx.sample.net {{2||1}}; spf=pass\n",
     foldwise::diagnostic_code::authres_version_unknown},
    {"8601 2.6", "the version of a method is a number",
     "Authentication-Results: mx.sample.net; spf/{{a||1}}=pass\n",
     foldwise::diagnostic_code::authres_result_malformed},
    {"8601 2.7", "results are registered",
     not_reported{"Which results are registered changes; foldwise has no list of them."}},
    {"8601 2.7.7", "methods are registered",
     not_reported{"Which methods are registered changes; foldwise has no list of them."}},
    {"8601 2.3", "types of properties are registered",
     not_reported{"Which types are registered changes; foldwise has no list of them."}},
    {"8601 2.5", "the name of the server is unique", not_reported{"That takes all other servers."}},
    {"8601 4.1", "only what was authenticated is recorded",
     not_reported{"How it was found is not in the message."}},
    {"8601 5", "results under the receiver's own name are above its Received field",
     "Received: from a.example by mx.sample.net; Mon, 15 Dec 2014 10:00:00 +0000\n"
     "Received: from b.example by a.example; Mon, 15 Dec 2014 09:59:00 +0000\n"
     "Authentication-Results: {{mx.sample.net||a.example}}; spf=pass\n",
     foldwise::diagnostic_code::authres_of_receiver},
    {"7208 9.1", "Received-SPF starts with a result",
     "Received-SPF: {{good||pass}} client-ip=192.0.2.1\n",
     foldwise::diagnostic_code::spf_result_unknown},
    {"7208 9.1", "Received-SPF has keys with values",
     "Received-SPF: pass client-ip{{||=192.0.2.1}}\n",
     foldwise::diagnostic_code::spf_pair_malformed},
    {"7208 9.1", "a value of Received-SPF is a word or in quotes",
     "Received-SPF: pass envelope-from={{a@b@c.example||\"a@b\"}}\n",
     foldwise::diagnostic_code::spf_value_unquoted},
    {"8617 4.1.1", "ARC-Authentication-Results has an instance",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results:{{|| i=1;}} mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_field_without_set},
    {"8617 4.1.1", "the instance is the first thing",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results:{{ mx.sample.net; i=1;|| i=1; mx.sample.net;}} spf=pass\n",
     foldwise::diagnostic_code::arc_field_without_set},
    {"8617 4.1.1", "ARC-Authentication-Results has the name of a server",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1;{{ ;|| mx.sample.net;}} spf=pass\n",
     foldwise::diagnostic_code::authres_authserv_id_missing},
    {"8617 4.1.2", "ARC-Message-Signature has an instance",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature:{{|| i=1;}} a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_field_without_set},
    {"8617 4.1.2", "ARC-Message-Signature has no version",
     not_reported{"A version has no meaning there, and unknown tags are ignored."}},
    {"8617 4.1.2", "ARC-Message-Signature does not cover Authentication-Results",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; "
     "{{h=from:date:authentication-results||h=from:date}}; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_field_signed},
    {"8617 4.1.2", "ARC-Message-Signature does not cover ARC-Seal",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; "
     "{{h=from:date:arc-seal||h=from:date}}; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_field_signed},
    {"8617 4.1.2", "ARC-Message-Signature does not cover ARC fields",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; "
     "{{h=from:date:arc-message-signature||h=from:date}}; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_field_signed},
    {"8617 4.1.2", "ARC-Message-Signature has names of fields",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a;{{|| h=from:date;}} bh=YWJj; "
     "b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_header_names_missing},
    {"8617 4.1.2", "ARC-Message-Signature covers From",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; {{h=date||h=from:date}}; "
     "bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_from_unsigned},
    {"8617 4.1.2", "ARC-Message-Signature should cover DKIM-Signature fields",
     not_reported{"It is advice; which of them the signer had seen is not in the message."}},
    {"8617 4.1.2", "ARC-Message-Signature has an algorithm",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1;{{|| a=rsa-sha256;}} d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_algorithm_missing},
    {"8617 4.1.2", "ARC-Message-Signature has a domain",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256;{{|| d=sample.net;}} s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_domain_missing},
    {"8617 4.1.2", "ARC-Message-Signature has a selector",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net;{{|| s=a;}} h=from:date; bh=YWJj; "
     "b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_selector_missing},
    {"8617 4.1.2", "ARC-Message-Signature has a signature",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj{{||; "
     "b=YWJj}}\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_signature_data_missing},
    {"8617 4.1.2", "ARC-Message-Signature has a body hash",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date;{{|| bh=YWJj;}} "
     "b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_body_hash_missing},
    {"8617 4.1.3", "ARC-Seal has an instance",
     "ARC-Seal:{{|| i=1;}} a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_field_without_set},
    {"8617 4.1.3", "ARC-Seal has a chain status",
     "ARC-Seal: i=1; a=rsa-sha256;{{|| cv=none;}} d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_chain_status_missing},
    {"8617 4.1.3", "a chain status is none, fail or pass",
     "ARC-Seal: i=1; a=rsa-sha256; {{cv=good||cv=none}}; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::tag_value_malformed},
    {"8617 4.1.3", "ARC-Seal lists no fields",
     "ARC-Seal:{{ i=1; h=from;|| i=1;}} a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_seal_with_header_names},
    {"8617 4.1.3", "ARC-Seal has an algorithm",
     "ARC-Seal: i=1;{{|| a=rsa-sha256;}} cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_algorithm_missing},
    {"8617 4.1.3", "ARC-Seal has a domain",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none;{{|| d=sample.net;}} s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_domain_missing},
    {"8617 4.1.3", "ARC-Seal has a selector",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net;{{|| s=a;}} b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_selector_missing},
    {"8617 4.1.3", "ARC-Seal has a signature",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a{{||; b=YWJj}}\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::dkim_signature_data_missing},
    {"8617 4.1.3", "ARC-Seal has only the tags that it should: bh",
     not_reported{"Unknown tags are ignored (RFC 6376 section 3.2)."}},
    {"8617 4.1.3", "ARC-Seal has only the tags that it should: c",
     not_reported{"Unknown tags are ignored (RFC 6376 section 3.2)."}},
    {"8617 4.2.1", "an instance is from 1 to 50",
     "ARC-Seal: {{i=51;||i=1;}} a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_field_without_set},
    {"8617 4.2.1", "an instance is not 0",
     "ARC-Seal: {{i=0;||i=1;}} a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_field_without_set},
    {"8617 4.2", "an ARC set has a seal",
     "{{||ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "}}ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_set_incomplete},
    {"8617 4.2", "an ARC set has a signature",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "{{||ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n"
     "}}ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_set_incomplete},
    {"8617 4.2", "an ARC set has results",
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "{{||ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n"
     "}}",
     foldwise::diagnostic_code::arc_set_incomplete},
    {"8617 4.2", "an ARC set has one seal",
     "{{ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "||}}ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_set_duplicate},
    {"8617 5.2", "sets are numbered without a gap",
     "ARC-Seal: i={{3||2}}; a=rsa-sha256; cv=pass; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i={{3||2}}; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; "
     "b=YWJj\n"
     "ARC-Authentication-Results: i={{3||2}}; mx.sample.net; spf=pass\n"
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_set_missing},
    {"8617 5.2", "the first set has cv=none",
     "ARC-Seal: i=1; a=rsa-sha256; cv={{pass||none}}; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_chain_status_impossible},
    {"8617 5.2", "later sets have cv=pass",
     "ARC-Seal: i=2; a=rsa-sha256; cv={{none||pass}}; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=2; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=2; mx.sample.net; spf=pass\n"
     "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=sample.net; s=a; b=YWJj\n"
     "ARC-Message-Signature: i=1; a=rsa-sha256; d=sample.net; s=a; h=from:date; bh=YWJj; b=YWJj\n"
     "ARC-Authentication-Results: i=1; mx.sample.net; spf=pass\n",
     foldwise::diagnostic_code::arc_chain_status_impossible},
    {"8617 5.1", "a set is added after the message was changed",
     not_reported{"What changed, and when, is not in the message."}},
    {"6522 4", "the header section in a text/rfc822-headers is one",
     "MIME-Version: 1.0\n"
     "Content-Type: text/rfc822-headers\n"
     "\n"
     "Subject{{||:}} a\n",
     foldwise::diagnostic_code::field_without_name},
    {"6522 4", "the fields in a text/rfc822-headers have their form",
     "MIME-Version: 1.0\n"
     "Content-Type: text/rfc822-headers\n"
     "\n"
     "From: friend{{||@example.org}}\n",
     foldwise::diagnostic_code::address_without_at},
};

} // namespace test

#endif
