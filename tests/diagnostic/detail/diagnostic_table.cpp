#include <foldwise/diagnostic/detail/diagnostic_table.hpp>

#include "../../support.hpp"

#include <foldwise/diagnostic/kind_of.hpp>

#include <iterator>
#include <utility>

namespace {

using foldwise::diagnostic_code;
using foldwise::severity;

/// The name of the enumerator. The compiler warns of a code that is missing here.
constexpr std::string_view enumerator_of(diagnostic_code code) {
    switch (code) {
#define ENUMERATOR(name)                                                                           \
    case diagnostic_code::name: return #name
        ENUMERATOR(bare_cr);
        ENUMERATOR(bare_lf);
        ENUMERATOR(nul);
        ENUMERATOR(control_character);
        ENUMERATOR(line_too_long);
        ENUMERATOR(line_over_78);
        ENUMERATOR(header_utf8);
        ENUMERATOR(header_octet);
        ENUMERATOR(body_octet);
        ENUMERATOR(field_without_name);
        ENUMERATOR(space_before_colon);
        ENUMERATOR(blank_continuation);
        ENUMERATOR(byte_order_mark);
        ENUMERATOR(field_duplicate);
        ENUMERATOR(mbox_from_line);
        ENUMERATOR(field_missing);
        ENUMERATOR(from_missing);
        ENUMERATOR(date_missing);
        ENUMERATOR(sender_missing);
        ENUMERATOR(sender_redundant);
        ENUMERATOR(from_group);
        ENUMERATOR(resent_field_missing);
        ENUMERATOR(value_empty);
        ENUMERATOR(message_id_missing);
        ENUMERATOR(field_obsolete);
        ENUMERATOR(mime_version_missing);
        ENUMERATOR(message_fields_missing);
        ENUMERATOR(message_id_without_brackets);
        ENUMERATOR(message_id_bare_word);
        ENUMERATOR(message_id_without_at);
        ENUMERATOR(message_id_with_white_space);
        ENUMERATOR(message_id_not_closed);
        ENUMERATOR(message_id_malformed);
        ENUMERATOR(message_id_duplicate);
        ENUMERATOR(message_id_other_text);
        ENUMERATOR(message_id_phrase);
        ENUMERATOR(message_id_obsolete);
        ENUMERATOR(address_without_at);
        ENUMERATOR(address_malformed);
        ENUMERATOR(address_not_closed);
        ENUMERATOR(address_encoded_word);
        ENUMERATOR(address_obsolete);
        ENUMERATOR(address_dots);
        ENUMERATOR(address_octet);
        ENUMERATOR(address_quotes_unneeded);
        ENUMERATOR(address_semicolon);
        ENUMERATOR(address_domain_dot);
        ENUMERATOR(address_bracket_missing);
        ENUMERATOR(address_bracket_repeated);
        ENUMERATOR(address_quote_not_closed);
        ENUMERATOR(display_name_malformed);
        ENUMERATOR(display_name_address);
        ENUMERATOR(display_name_in_comment);
        ENUMERATOR(from_several_mailboxes);
        ENUMERATOR(address_route);
        ENUMERATOR(group_not_closed);
        ENUMERATOR(path_without_brackets);
        ENUMERATOR(address_too_long);
        ENUMERATOR(address_not_for_smtp);
        ENUMERATOR(smtp_line_ending);
        ENUMERATOR(smtp_line_too_long);
        ENUMERATOR(smtp_verb_case);
        ENUMERATOR(smtp_white_space);
        ENUMERATOR(smtp_trailing_white_space);
        ENUMERATOR(smtp_command_malformed);
        ENUMERATOR(smtp_argument_ignored);
        ENUMERATOR(smtp_string_malformed);
        ENUMERATOR(smtp_source_route);
        ENUMERATOR(helo_name_malformed);
        ENUMERATOR(smtputf8_missing);
        ENUMERATOR(esmtp_parameter_missing);
        ENUMERATOR(esmtp_parameter_malformed);
        ENUMERATOR(esmtp_parameter_duplicate);
        ENUMERATOR(esmtp_parameter_too_long);
        ENUMERATOR(esmtp_value_octet);
        ENUMERATOR(xtext_malformed);
        ENUMERATOR(xtext_lower_case);
        ENUMERATOR(xtext_control_character);
        ENUMERATOR(list_uri_malformed);
        ENUMERATOR(list_uri_without_comma);
        ENUMERATOR(list_uri_without_brackets);
        ENUMERATOR(list_uri_octet);
        ENUMERATOR(list_uri_with_white_space);
        ENUMERATOR(list_id_malformed);
        ENUMERATOR(list_id_without_brackets);
        ENUMERATOR(list_id_not_dot_atom);
        ENUMERATOR(list_id_with_white_space);
        ENUMERATOR(list_id_too_long);
        ENUMERATOR(list_id_other_text);
        ENUMERATOR(mime_version_malformed);
        ENUMERATOR(mime_version_unknown);
        ENUMERATOR(keyword_malformed);
        ENUMERATOR(phrase_malformed);
        ENUMERATOR(phrase_empty);
        ENUMERATOR(content_length_missing);
        ENUMERATOR(content_length_malformed);
        ENUMERATOR(content_length_conflict);
        ENUMERATOR(content_length_mismatch);
        ENUMERATOR(from_line_date_missing);
        ENUMERATOR(from_line_date_form);
        ENUMERATOR(from_line_address_missing);
        ENUMERATOR(from_line_text_after);
        ENUMERATOR(from_line_unquoted);
        ENUMERATOR(from_line_quoted_twice);
        ENUMERATOR(mmdf_marks);
        ENUMERATOR(emlx_malformed);
        ENUMERATOR(emlx_size_mismatch);
        ENUMERATOR(end_of_data_near_miss);
        ENUMERATOR(end_of_data_missing);
        ENUMERATOR(data_bare_lf);
        ENUMERATOR(data_line_too_long);
        ENUMERATOR(data_dot_not_stuffed);
        ENUMERATOR(bdat_malformed);
        ENUMERATOR(bdat_incomplete);
        ENUMERATOR(date_malformed);
        ENUMERATOR(date_out_of_range);
        ENUMERATOR(date_wrong_day_name);
        ENUMERATOR(date_ambiguous);
        ENUMERATOR(date_obsolete);
        ENUMERATOR(date_unusual_form);
        ENUMERATOR(date_zone_missing);
        ENUMERATOR(date_zone_unknown);
        ENUMERATOR(date_zone_unreadable);
        ENUMERATOR(date_trailing_text);
        ENUMERATOR(received_not_closed);
        ENUMERATOR(received_from_missing);
        ENUMERATOR(received_by_missing);
        ENUMERATOR(received_clause_duplicate);
        ENUMERATOR(received_clause_word);
        ENUMERATOR(received_clause_empty);
        ENUMERATOR(received_unexpected_text);
        ENUMERATOR(received_date_missing);
        ENUMERATOR(received_date_misplaced);
        ENUMERATOR(received_address_form);
        ENUMERATOR(received_address_after_helo);
        ENUMERATOR(transcript_line_unplaced);
        ENUMERATOR(transcript_line_ending);
        ENUMERATOR(transcript_mark_missing);
        ENUMERATOR(transcript_message_cut);
        ENUMERATOR(transcript_reply_missing);
        ENUMERATOR(transcript_reply_unexpected);
        ENUMERATOR(transcript_reply_doubtful);
        ENUMERATOR(tag_empty);
        ENUMERATOR(tag_without_value);
        ENUMERATOR(tag_name_malformed);
        ENUMERATOR(tag_value_octet);
        ENUMERATOR(tag_value_malformed);
        ENUMERATOR(tag_duplicate);
        ENUMERATOR(tag_missing);
        ENUMERATOR(dkim_version_missing);
        ENUMERATOR(dkim_algorithm_missing);
        ENUMERATOR(dkim_signature_data_missing);
        ENUMERATOR(dkim_body_hash_missing);
        ENUMERATOR(dkim_domain_missing);
        ENUMERATOR(dkim_header_names_missing);
        ENUMERATOR(dkim_selector_missing);
        ENUMERATOR(dkim_version);
        ENUMERATOR(dkim_algorithm_historic);
        ENUMERATOR(dkim_from_unsigned);
        ENUMERATOR(dkim_identity_outside_domain);
        ENUMERATOR(dkim_expiration_before_timestamp);
        ENUMERATOR(dkim_canonicalization_unknown);
        ENUMERATOR(dkim_header_names_limit);
        ENUMERATOR(dkim_signatures_limit);
        ENUMERATOR(dkim_body_length_beyond_body);
        ENUMERATOR(auth_not_closed);
        ENUMERATOR(authres_authserv_id_missing);
        ENUMERATOR(authres_text_after_id);
        ENUMERATOR(authres_version_unknown);
        ENUMERATOR(authres_result_missing);
        ENUMERATOR(authres_result_malformed);
        ENUMERATOR(authres_property_malformed);
        ENUMERATOR(authres_property_without_ptype);
        ENUMERATOR(authres_value_unquoted);
        ENUMERATOR(authres_of_receiver);
        ENUMERATOR(arc_instance_missing);
        ENUMERATOR(arc_instance_not_first);
        ENUMERATOR(arc_chain_status_missing);
        ENUMERATOR(arc_field_signed);
        ENUMERATOR(arc_seal_with_header_names);
        ENUMERATOR(arc_field_without_set);
        ENUMERATOR(arc_set_duplicate);
        ENUMERATOR(arc_set_incomplete);
        ENUMERATOR(arc_set_missing);
        ENUMERATOR(arc_chain_status_impossible);
        ENUMERATOR(dkim_shown_field_unsigned);
        ENUMERATOR(dkim_shown_field_added);
        ENUMERATOR(dkim_body_partly_signed);
        ENUMERATOR(spf_result_unknown);
        ENUMERATOR(spf_pair_malformed);
        ENUMERATOR(spf_value_unquoted);
        ENUMERATOR(dmarc_version);
        ENUMERATOR(dmarc_tag_historic);
        ENUMERATOR(bimi_version);
        ENUMERATOR(parameter_missing);
        ENUMERATOR(parameter_malformed);
        ENUMERATOR(parameter_empty);
        ENUMERATOR(parameter_not_closed);
        ENUMERATOR(parameter_without_semicolon);
        ENUMERATOR(parameter_text_after_value);
        ENUMERATOR(parameter_comment_in_value);
        ENUMERATOR(parameter_quoted_pair);
        ENUMERATOR(parameter_percent_unmarked);
        ENUMERATOR(parameter_charset_missing);
        ENUMERATOR(parameter_charset_unknown);
        ENUMERATOR(parameter_value_unquoted);
        ENUMERATOR(parameter_value_empty);
        ENUMERATOR(parameter_encoded_word);
        ENUMERATOR(parameter_section_malformed);
        ENUMERATOR(parameter_extended_quoted);
        ENUMERATOR(parameter_percent_malformed);
        ENUMERATOR(parameter_white_space);
        ENUMERATOR(parameter_section_missing);
        ENUMERATOR(parameter_section_order);
        ENUMERATOR(parameter_duplicate);
        ENUMERATOR(parameter_repeated);
        ENUMERATOR(parameter_names_limit);
        ENUMERATOR(parameter_forms_differ);
        ENUMERATOR(content_type_malformed);
        ENUMERATOR(content_type_text_after);
        ENUMERATOR(content_type_comment);
        ENUMERATOR(boundary_malformed);
        ENUMERATOR(boundary_extended);
        ENUMERATOR(boundary_missing);
        ENUMERATOR(disposition_malformed);
        ENUMERATOR(disposition_unknown);
        ENUMERATOR(disposition_text_after);
        ENUMERATOR(disposition_value_malformed);
        ENUMERATOR(file_name_misplaced);
        ENUMERATOR(file_names_differ);
        ENUMERATOR(transfer_encoding_uuencode);
        ENUMERATOR(uuencode_begin_missing);
        ENUMERATOR(uuencode_not_ended);
        ENUMERATOR(uuencode_line_size);
        ENUMERATOR(uuencode_line_malformed);
        ENUMERATOR(uuencode_other_text);
        ENUMERATOR(uuencoded_file_in_text);
        ENUMERATOR(transfer_encoding_malformed);
        ENUMERATOR(transfer_encoding_unknown);
        ENUMERATOR(transfer_encoding_quoted);
        ENUMERATOR(transfer_encoding_text_after);
        ENUMERATOR(charset_label_unregistered);
        ENUMERATOR(charset_octets_replaced);
        ENUMERATOR(charset_undeclared);
        ENUMERATOR(charset_fallback);
        ENUMERATOR(charset_from_mark);
        ENUMERATOR(charset_from_html);
        ENUMERATOR(charset_byte_order_missing);
        ENUMERATOR(charset_not_converted);
        ENUMERATOR(base64_octet);
        ENUMERATOR(base64_padding);
        ENUMERATOR(base64_after_padding);
        ENUMERATOR(base64_left_over_bits);
        ENUMERATOR(base64_truncated);
        ENUMERATOR(qp_escape_malformed);
        ENUMERATOR(qp_escape_lower_case);
        ENUMERATOR(qp_soft_break_at_end);
        ENUMERATOR(qp_white_space);
        ENUMERATOR(qp_octet);
        ENUMERATOR(encoded_line_too_long);
        ENUMERATOR(encoded_word_malformed);
        ENUMERATOR(encoded_word_in_quotes);
        ENUMERATOR(encoded_word_white_space);
        ENUMERATOR(encoded_word_charset_name);
        ENUMERATOR(encoded_word_not_separated);
        ENUMERATOR(encoded_word_too_long);
        ENUMERATOR(encoded_word_line_too_long);
        ENUMERATOR(encoded_word_misplaced);
        ENUMERATOR(encoded_word_text_malformed);
        ENUMERATOR(encoded_word_lower_case);
        ENUMERATOR(encoded_word_charset_unknown);
        ENUMERATOR(encoded_word_not_converted);
        ENUMERATOR(encoded_word_split_character);
        ENUMERATOR(encoded_word_text_split);
        ENUMERATOR(encoded_word_control);
        ENUMERATOR(typed_value_without_type);
        ENUMERATOR(recipient_address_type);
        ENUMERATOR(report_line_not_folded);
        ENUMERATOR(report_group_shared);
        ENUMERATOR(report_group_split);
        ENUMERATOR(typed_value_malformed);
        ENUMERATOR(status_code_malformed);
        ENUMERATOR(status_code_text_after);
        ENUMERATOR(status_code_leading_zero);
        ENUMERATOR(reply_line_malformed);
        ENUMERATOR(reply_separator);
        ENUMERATOR(reply_code_range);
        ENUMERATOR(reply_line_too_long);
        ENUMERATOR(reply_bare_lf);
        ENUMERATOR(reply_text_octet);
        ENUMERATOR(reply_text_utf8);
        ENUMERATOR(reply_status_mismatch);
        ENUMERATOR(reply_code_differs);
        ENUMERATOR(reply_status_differs);
        ENUMERATOR(reply_not_complete);
        ENUMERATOR(ehlo_keyword_missing);
        ENUMERATOR(ehlo_keyword_octet);
        ENUMERATOR(ehlo_keyword_equals);
        ENUMERATOR(ehlo_keyword_duplicate);
        ENUMERATOR(ehlo_white_space);
        ENUMERATOR(ehlo_parameter_octet);
        ENUMERATOR(ehlo_parameter_malformed);
        ENUMERATOR(mdn_disposition_malformed);
        ENUMERATOR(feedback_value_malformed);
        ENUMERATOR(report_field_duplicate);
        ENUMERATOR(header_ended_by_delimiter);
        ENUMERATOR(multipart_without_part);
        ENUMERATOR(multipart_encoded);
        ENUMERATOR(part_encoding_wider);
        ENUMERATOR(multipart_not_closed);
        ENUMERATOR(message_encoded);
        ENUMERATOR(message_encoding_forbidden);
        ENUMERATOR(message_parameter_missing);
        ENUMERATOR(fragment_number_malformed);
        ENUMERATOR(external_body_without_id);
        ENUMERATOR(security_parameter_missing);
        ENUMERATOR(report_type_missing);
        ENUMERATOR(related_type_missing);
        ENUMERATOR(body_encoded);
        ENUMERATOR(cid_url_malformed);
        ENUMERATOR(entity_too_deep);
        ENUMERATOR(boundary_not_unique);
        ENUMERATOR(delimiter_with_text);
        ENUMERATOR(delimiter_white_space);
        ENUMERATOR(delimiter_after_close);
        ENUMERATOR(text_subtype_unknown);
        ENUMERATOR(related_root_missing);
        ENUMERATOR(related_root_not_first);
        ENUMERATOR(alternative_blank);
        ENUMERATOR(body_text_elsewhere);
        ENUMERATOR(attachment_linked);
#undef ENUMERATOR
    }
    return {};
}

constexpr std::size_t codes = std::size(foldwise::detail::diagnostic_kinds);

constexpr diagnostic_code code_at(std::size_t index) { return static_cast<diagnostic_code>(index); }

constexpr bool each_code_has_its_own_row() {
    for (std::size_t i = 0; i < codes + 32; ++i)
        REQUIRE_SAME(i, !enumerator_of(code_at(i)).empty(), i < codes);
    for (std::size_t i = 0; i < codes; ++i) {
        auto const code = code_at(i);
        REQUIRE_SAME(i, kind_of(code).code, code);
        REQUIRE_SAME(i, kind_of(code).name, enumerator_of(code));
    }
    return true;
}
CASE("diagnostic_table: each code has its own row, under its own name", each_code_has_its_own_row)

constexpr bool is_unique(std::size_t i) {
    for (std::size_t j = 0; j < i; ++j) {
        REQUIRE_TRUE(kind_of(code_at(i)).name != kind_of(code_at(j)).name);
        REQUIRE_TRUE(kind_of(code_at(i)).text != kind_of(code_at(j)).text);
    }
    return true;
}

// One constant for 16 codes, since clang 14 limits the steps of a constant expression.
#if !defined(FOLDWISE_RUN_TIME_CASES)
template <std::size_t Group>
inline constexpr bool group_is_unique = [] {
    for (auto i = 16 * Group; i < 16 * Group + 16 && i < codes; ++i)
        if (!is_unique(i)) return false;
    return true;
}();
template <std::size_t... Group>
constexpr bool names_are_unique(std::index_sequence<Group...>) {
    return (group_is_unique<Group> && ...);
}
static_assert(names_are_unique(std::make_index_sequence<codes / 16 + 1>{}));
#endif
TEST_CASE("diagnostic_table: no two codes have the same name or the same text") {
    for (std::size_t i = 0; i < codes; ++i) CHECK(is_unique(i));
}

/// Whether `rfc` is like "5322 2.3.1" or "4155 A.1": a number, a space, and a section that starts
/// with a digit or with the letter of an appendix.
constexpr bool names_a_section(std::string_view rfc) {
    auto const is_digit = [](char octet) { return octet >= '0' && octet <= '9'; };
    std::size_t number = 0;
    while (number < rfc.size() && is_digit(rfc[number])) ++number;
    if (number < 3 || number > 5 || number + 1 >= rfc.size() || rfc[number] != ' ') return false;
    auto const section = rfc.substr(number + 1);
    bool const appendix = section[0] >= 'A' && section[0] <= 'Z';
    bool after_dot = true;
    for (auto const octet : section.substr(appendix ? 1 : 0)) {
        if (octet == '.' ? after_dot && !appendix : !is_digit(octet)) return false;
        after_dot = octet == '.';
    }
    return appendix ? section.size() == 1 || (section[1] == '.' && !after_dot) : !after_dot;
}

constexpr bool every_kind_says_what_and_where() {
    for (std::size_t i = 0; i < codes; ++i) {
        auto const& kind = kind_of(code_at(i));
        if (!kind.rfc.empty()) REQUIRE_SAME(kind.name, names_a_section(kind.rfc), true);
        REQUIRE_SAME(kind.name, kind.text.size() > 10, true);
        REQUIRE_SAME(kind.name, kind.text.find('\n'), std::string_view::npos);
        REQUIRE_SAME(kind.name, kind.text.back() == '.' || kind.text.back() == ' ', false);
        REQUIRE_SAME(kind.name, name_of(kind.severity).empty(), false);
        // A text has two parts: "what is wrong; what foldwise does about it".
        REQUIRE_SAME(kind.name, kind.text.find("; ") != std::string_view::npos, true);
        // If programs differ, it says what others do.
        bool const is_ambiguity = kind.severity == severity::ambiguity;
        bool const differs = kind.text.find(" may ") != std::string_view::npos ||
                             kind.text.find("other programs") != std::string_view::npos;
        REQUIRE_SAME(kind.name, is_ambiguity && !differs, false);
    }
    REQUIRE_TRUE(names_a_section("5322 2.3") && names_a_section("4155 A"));
    REQUIRE_TRUE(!names_a_section("5322") && !names_a_section("5322 ") && !names_a_section("A 1"));
    return true;
}
CASE("diagnostic_table: every code has a text, a severity, and a section or none",
     every_kind_says_what_and_where)

struct kind_row {
    diagnostic_code code;
    severity how_bad;
    std::string_view rfc;
};

// DESIGN sections 1 and 3: octets that another reader may read differently are an ambiguity. A note
// is about octets that all readers read alike.
constexpr kind_row kind_table[] = {
    {diagnostic_code::bare_cr, severity::ambiguity, "5322 2.3"},
    {diagnostic_code::bare_lf, severity::ambiguity, "5322 2.3"},
    {diagnostic_code::nul, severity::ambiguity, "5322 4"},
    {diagnostic_code::control_character, severity::obsolete, "5322 4.1"},
    {diagnostic_code::line_too_long, severity::violation, "5322 2.1.1"},
    {diagnostic_code::line_over_78, severity::note, "5322 2.1.1"},
    {diagnostic_code::header_utf8, severity::note, "6532 3.2"},
    {diagnostic_code::header_octet, severity::violation, "5322 2.2"},
    {diagnostic_code::body_octet, severity::violation, "2045 6.2"},
    {diagnostic_code::field_without_name, severity::ambiguity, "5322 2.2"},
    {diagnostic_code::space_before_colon, severity::ambiguity, "5322 4.5"},
    {diagnostic_code::blank_continuation, severity::ambiguity, "5322 4.2"},
    {diagnostic_code::byte_order_mark, severity::ambiguity, "5322 2.2"},
    {diagnostic_code::field_duplicate, severity::ambiguity, "5322 3.6"},
    {diagnostic_code::mbox_from_line, severity::note, "4155 A"},
    {diagnostic_code::field_missing, severity::note, "5322 3.6"},
    {diagnostic_code::from_missing, severity::violation, "5322 3.6"},
    {diagnostic_code::date_missing, severity::violation, "5322 3.6"},
    {diagnostic_code::sender_missing, severity::violation, "5322 3.6.2"},
    {diagnostic_code::sender_redundant, severity::note, "5322 3.6.2"},
    {diagnostic_code::from_group, severity::note, "6854 3"},
    {diagnostic_code::resent_field_missing, severity::violation, "5322 3.6.6"},
    {diagnostic_code::value_empty, severity::violation, "5322 3.6"},
    {diagnostic_code::message_id_missing, severity::note, "5322 3.6.4"},
    {diagnostic_code::field_obsolete, severity::obsolete, "5322 4.5.6"},
    {diagnostic_code::mime_version_missing, severity::violation, "2045 4"},
    {diagnostic_code::message_fields_missing, severity::violation, "2046 5.2.1"},
    {diagnostic_code::message_id_without_brackets, severity::violation, "5322 3.6.4"},
    {diagnostic_code::message_id_bare_word, severity::violation, "5322 3.6.4"},
    {diagnostic_code::message_id_without_at, severity::violation, "5322 3.6.4"},
    {diagnostic_code::message_id_with_white_space, severity::violation, "5322 3.6.4"},
    {diagnostic_code::message_id_not_closed, severity::violation, "5322 3.6.4"},
    {diagnostic_code::message_id_malformed, severity::violation, "5322 3.6.4"},
    {diagnostic_code::message_id_duplicate, severity::ambiguity, "5322 3.6.4"},
    {diagnostic_code::message_id_other_text, severity::violation, "5322 3.6.4"},
    {diagnostic_code::message_id_phrase, severity::obsolete, "5322 4.5.4"},
    {diagnostic_code::message_id_obsolete, severity::obsolete, "5322 4.5.4"},
    {diagnostic_code::address_without_at, severity::violation, "5322 3.4.1"},
    {diagnostic_code::address_malformed, severity::ambiguity, "5322 3.4"},
    {diagnostic_code::address_not_closed, severity::ambiguity, "5322 3.4"},
    {diagnostic_code::address_encoded_word, severity::ambiguity, "2047 5"},
    {diagnostic_code::address_obsolete, severity::obsolete, "5322 4.4"},
    {diagnostic_code::address_dots, severity::violation, "5322 3.4.1"},
    {diagnostic_code::address_octet, severity::violation, "5322 3.4.1"},
    {diagnostic_code::address_quotes_unneeded, severity::note, "5322 3.4.1"},
    {diagnostic_code::address_semicolon, severity::ambiguity, "5322 3.4"},
    {diagnostic_code::address_domain_dot, severity::violation, "5322 3.4.1"},
    {diagnostic_code::address_bracket_missing, severity::ambiguity, "7103 7.1.3"},
    {diagnostic_code::address_bracket_repeated, severity::violation, "7103 7.1.2"},
    {diagnostic_code::address_quote_not_closed, severity::ambiguity, "7103 7.1.6"},
    {diagnostic_code::display_name_malformed, severity::ambiguity, "5322 3.4"},
    {diagnostic_code::display_name_address, severity::ambiguity, "5322 3.4"},
    {diagnostic_code::display_name_in_comment, severity::note, "5322 3.4"},
    {diagnostic_code::from_several_mailboxes, severity::ambiguity, "5322 3.6.2"},
    {diagnostic_code::address_route, severity::ambiguity, "5322 4.4"},
    {diagnostic_code::group_not_closed, severity::violation, "5322 3.4"},
    {diagnostic_code::path_without_brackets, severity::violation, "5321 4.1.2"},
    {diagnostic_code::address_too_long, severity::violation, "5321 4.5.3.1"},
    {diagnostic_code::address_not_for_smtp, severity::violation, "5321 4.1.2"},
    {diagnostic_code::smtp_line_ending, severity::ambiguity, "5321 2.3.8"},
    {diagnostic_code::smtp_line_too_long, severity::violation, "5321 4.5.3.1.4"},
    {diagnostic_code::smtp_verb_case, severity::note, "5321 2.4"},
    {diagnostic_code::smtp_white_space, severity::violation, "5321 3.3"},
    {diagnostic_code::smtp_trailing_white_space, severity::note, "5321 4.1.1"},
    {diagnostic_code::smtp_command_malformed, severity::ambiguity, "5321 4.1.1"},
    {diagnostic_code::smtp_argument_ignored, severity::ambiguity, "5321 4.1.1"},
    {diagnostic_code::smtp_string_malformed, severity::violation, "5321 4.1.2"},
    {diagnostic_code::smtp_source_route, severity::obsolete, "5321 C"},
    {diagnostic_code::helo_name_malformed, severity::violation, "5321 4.1.1.1"},
    {diagnostic_code::smtputf8_missing, severity::violation, "6531 3.4"},
    {diagnostic_code::esmtp_parameter_missing, severity::note, "5321 4.1.2"},
    {diagnostic_code::esmtp_parameter_malformed, severity::violation, "5321 4.1.2"},
    {diagnostic_code::esmtp_parameter_duplicate, severity::ambiguity, "5321 4.1.2"},
    {diagnostic_code::esmtp_parameter_too_long, severity::violation, "3461 5.4"},
    {diagnostic_code::esmtp_value_octet, severity::violation, "5321 4.1.2"},
    {diagnostic_code::xtext_malformed, severity::violation, "3461 4"},
    {diagnostic_code::xtext_lower_case, severity::violation, "3461 4"},
    {diagnostic_code::xtext_control_character, severity::violation, "3461 4.4"},
    {diagnostic_code::list_uri_malformed, severity::ambiguity, "2369 2"},
    {diagnostic_code::list_uri_without_comma, severity::ambiguity, "2369 2"},
    {diagnostic_code::list_uri_without_brackets, severity::violation, "2369 2"},
    {diagnostic_code::list_uri_octet, severity::violation, "3986 2"},
    {diagnostic_code::list_uri_with_white_space, severity::violation, "2369 2"},
    {diagnostic_code::list_id_malformed, severity::violation, "2919 3"},
    {diagnostic_code::list_id_without_brackets, severity::violation, "2919 3"},
    {diagnostic_code::list_id_not_dot_atom, severity::violation, "2919 2"},
    {diagnostic_code::list_id_with_white_space, severity::violation, "2919 3"},
    {diagnostic_code::list_id_too_long, severity::violation, "2919 2"},
    {diagnostic_code::list_id_other_text, severity::violation, "2919 3"},
    {diagnostic_code::mime_version_malformed, severity::violation, "2045 4"},
    {diagnostic_code::mime_version_unknown, severity::violation, "2045 4"},
    {diagnostic_code::keyword_malformed, severity::violation, ""},
    {diagnostic_code::phrase_malformed, severity::violation, "5322 3.2.5"},
    {diagnostic_code::phrase_empty, severity::obsolete, "5322 4.1"},
    {diagnostic_code::content_length_missing, severity::violation, ""},
    {diagnostic_code::content_length_malformed, severity::violation, ""},
    {diagnostic_code::content_length_conflict, severity::ambiguity, ""},
    {diagnostic_code::content_length_mismatch, severity::ambiguity, ""},
    {diagnostic_code::from_line_date_missing, severity::ambiguity, "4155 A"},
    {diagnostic_code::from_line_date_form, severity::note, "4155 A"},
    {diagnostic_code::from_line_address_missing, severity::ambiguity, "4155 A"},
    {diagnostic_code::from_line_text_after, severity::note, "4155 A"},
    {diagnostic_code::from_line_unquoted, severity::ambiguity, "4155 A"},
    {diagnostic_code::from_line_quoted_twice, severity::ambiguity, ""},
    {diagnostic_code::mmdf_marks, severity::violation, ""},
    {diagnostic_code::emlx_malformed, severity::violation, ""},
    {diagnostic_code::emlx_size_mismatch, severity::ambiguity, ""},
    {diagnostic_code::end_of_data_near_miss, severity::ambiguity, "5321 4.1.1.4"},
    {diagnostic_code::end_of_data_missing, severity::violation, "5321 4.1.1.4"},
    {diagnostic_code::data_bare_lf, severity::ambiguity, "5321 2.3.8"},
    {diagnostic_code::data_line_too_long, severity::violation, "5321 4.5.3.1.6"},
    {diagnostic_code::data_dot_not_stuffed, severity::violation, "5321 4.5.2"},
    {diagnostic_code::bdat_malformed, severity::violation, "3030 2"},
    {diagnostic_code::bdat_incomplete, severity::violation, "3030 2"},
    {diagnostic_code::date_malformed, severity::ambiguity, "5322 3.3"},
    {diagnostic_code::date_out_of_range, severity::ambiguity, "5322 3.3"},
    {diagnostic_code::date_wrong_day_name, severity::ambiguity, "5322 3.3"},
    {diagnostic_code::date_ambiguous, severity::ambiguity, "5322 3.3"},
    {diagnostic_code::date_obsolete, severity::obsolete, "5322 4.3"},
    {diagnostic_code::date_unusual_form, severity::ambiguity, "5322 3.3"},
    {diagnostic_code::date_zone_missing, severity::ambiguity, "5322 3.3"},
    {diagnostic_code::date_zone_unknown, severity::ambiguity, "5322 4.3"},
    {diagnostic_code::date_zone_unreadable, severity::ambiguity, "5322 4.3"},
    {diagnostic_code::date_trailing_text, severity::violation, "5322 3.3"},
    {diagnostic_code::received_not_closed, severity::ambiguity, "5322 3.2"},
    {diagnostic_code::received_from_missing, severity::note, "5321 4.4"},
    {diagnostic_code::received_by_missing, severity::note, "5321 4.4"},
    {diagnostic_code::received_clause_duplicate, severity::ambiguity, "5321 4.4"},
    {diagnostic_code::received_clause_word, severity::ambiguity, "5321 4.4"},
    {diagnostic_code::received_clause_empty, severity::violation, "5321 4.4"},
    {diagnostic_code::received_unexpected_text, severity::violation, "5321 4.4"},
    {diagnostic_code::received_date_missing, severity::violation, "5321 4.4"},
    {diagnostic_code::received_date_misplaced, severity::violation, "5321 4.4"},
    {diagnostic_code::received_address_form, severity::violation, "5321 4.4"},
    {diagnostic_code::received_address_after_helo, severity::ambiguity, "5321 4.4"},
    {diagnostic_code::transcript_line_unplaced, severity::note, "5321 3.1"},
    {diagnostic_code::transcript_line_ending, severity::ambiguity, "5321 2.3.8"},
    {diagnostic_code::transcript_mark_missing, severity::ambiguity, "5321 4.1.1.4"},
    {diagnostic_code::transcript_message_cut, severity::limit, "5321 4.1.1.4"},
    {diagnostic_code::transcript_reply_missing, severity::note, "5321 4.2"},
    {diagnostic_code::transcript_reply_unexpected, severity::ambiguity, "5321 4.2"},
    {diagnostic_code::transcript_reply_doubtful, severity::ambiguity, "2920 3.1"},
    {diagnostic_code::tag_empty, severity::violation, "6376 3.2"},
    {diagnostic_code::tag_without_value, severity::violation, "6376 3.2"},
    {diagnostic_code::tag_name_malformed, severity::violation, "6376 3.2"},
    {diagnostic_code::tag_value_octet, severity::violation, "6376 3.2"},
    {diagnostic_code::tag_value_malformed, severity::violation, "6376 3.5"},
    {diagnostic_code::tag_duplicate, severity::ambiguity, "6376 3.2"},
    {diagnostic_code::tag_missing, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_version_missing, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_algorithm_missing, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_signature_data_missing, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_body_hash_missing, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_domain_missing, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_header_names_missing, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_selector_missing, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_version, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_algorithm_historic, severity::violation, "8301 3.1"},
    {diagnostic_code::dkim_from_unsigned, severity::violation, "6376 5.4"},
    {diagnostic_code::dkim_identity_outside_domain, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_expiration_before_timestamp, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_canonicalization_unknown, severity::limit, "6376 3.4"},
    {diagnostic_code::dkim_header_names_limit, severity::limit, "6376 3.5"},
    {diagnostic_code::dkim_signatures_limit, severity::limit, "6376 6.1"},
    {diagnostic_code::dkim_body_length_beyond_body, severity::violation, "6376 3.5"},
    {diagnostic_code::auth_not_closed, severity::ambiguity, "5322 3.2"},
    {diagnostic_code::authres_authserv_id_missing, severity::violation, "8601 2.2"},
    {diagnostic_code::authres_text_after_id, severity::violation, "8601 2.2"},
    {diagnostic_code::authres_version_unknown, severity::violation, "8601 2.6"},
    {diagnostic_code::authres_result_missing, severity::note, "8601 2.2"},
    {diagnostic_code::authres_result_malformed, severity::violation, "8601 2.2"},
    {diagnostic_code::authres_property_malformed, severity::violation, "8601 2.2"},
    {diagnostic_code::authres_property_without_ptype, severity::violation, "8601 2.2"},
    {diagnostic_code::authres_value_unquoted, severity::violation, "8601 2.2"},
    {diagnostic_code::authres_of_receiver, severity::ambiguity, "8601 5"},
    {diagnostic_code::arc_instance_missing, severity::violation, "8617 4.1"},
    {diagnostic_code::arc_instance_not_first, severity::violation, "8617 4.1"},
    {diagnostic_code::arc_chain_status_missing, severity::violation, "8617 4.1.3"},
    {diagnostic_code::arc_field_signed, severity::violation, "8617 4.1.2"},
    {diagnostic_code::arc_seal_with_header_names, severity::violation, "8617 4.1.3"},
    {diagnostic_code::arc_field_without_set, severity::violation, "8617 4.2.1"},
    {diagnostic_code::arc_set_duplicate, severity::ambiguity, "8617 4.2"},
    {diagnostic_code::arc_set_incomplete, severity::violation, "8617 4.2"},
    {diagnostic_code::arc_set_missing, severity::violation, "8617 5.2"},
    {diagnostic_code::arc_chain_status_impossible, severity::violation, "8617 5.2"},
    {diagnostic_code::dkim_shown_field_unsigned, severity::note, "6376 5.4"},
    {diagnostic_code::dkim_shown_field_added, severity::ambiguity, "6376 8.15"},
    {diagnostic_code::dkim_body_partly_signed, severity::note, "6376 8.2"},
    {diagnostic_code::spf_result_unknown, severity::violation, "7208 9.1"},
    {diagnostic_code::spf_pair_malformed, severity::violation, "7208 9.1"},
    {diagnostic_code::spf_value_unquoted, severity::violation, "7208 9.1"},
    {diagnostic_code::dmarc_version, severity::violation, "9989 4.7"},
    {diagnostic_code::dmarc_tag_historic, severity::obsolete, "9989 4.7"},
    {diagnostic_code::bimi_version, severity::violation, ""},
    {diagnostic_code::parameter_missing, severity::note, "2045 5.1"},
    {diagnostic_code::parameter_malformed, severity::ambiguity, "2045 5.1"},
    {diagnostic_code::parameter_empty, severity::note, "2045 5.1"},
    {diagnostic_code::parameter_not_closed, severity::ambiguity, "2045 5.1"},
    {diagnostic_code::parameter_without_semicolon, severity::ambiguity, "2045 5.1"},
    {diagnostic_code::parameter_text_after_value, severity::ambiguity, "2045 5.1"},
    {diagnostic_code::parameter_comment_in_value, severity::ambiguity, "2045 5.1"},
    {diagnostic_code::parameter_quoted_pair, severity::ambiguity, "2045 5.1"},
    {diagnostic_code::parameter_percent_unmarked, severity::ambiguity, "2231 4.1"},
    {diagnostic_code::parameter_charset_missing, severity::ambiguity, "2231 4"},
    {diagnostic_code::parameter_charset_unknown, severity::ambiguity, "2231 4"},
    {diagnostic_code::parameter_value_unquoted, severity::ambiguity, "2045 5.1"},
    {diagnostic_code::parameter_value_empty, severity::violation, "2045 5.1"},
    {diagnostic_code::parameter_encoded_word, severity::ambiguity, "2047 5"},
    {diagnostic_code::parameter_section_malformed, severity::ambiguity, "2231 3"},
    {diagnostic_code::parameter_extended_quoted, severity::violation, "2231 4"},
    {diagnostic_code::parameter_percent_malformed, severity::ambiguity, "2231 4"},
    {diagnostic_code::parameter_white_space, severity::note, "2045 5.1"},
    {diagnostic_code::parameter_section_missing, severity::ambiguity, "2231 3"},
    {diagnostic_code::parameter_section_order, severity::ambiguity, "2231 3"},
    {diagnostic_code::parameter_duplicate, severity::ambiguity, "2045 5.1"},
    {diagnostic_code::parameter_repeated, severity::violation, "2045 5.1"},
    {diagnostic_code::parameter_names_limit, severity::limit, "2045 5.1"},
    {diagnostic_code::parameter_forms_differ, severity::ambiguity, "2231 4"},
    {diagnostic_code::content_type_malformed, severity::ambiguity, "2045 5.2"},
    {diagnostic_code::content_type_text_after, severity::ambiguity, "2045 5.1"},
    {diagnostic_code::content_type_comment, severity::ambiguity, "2045 5.1"},
    {diagnostic_code::boundary_malformed, severity::ambiguity, "2046 5.1.1"},
    {diagnostic_code::boundary_extended, severity::ambiguity, "2231 3"},
    {diagnostic_code::boundary_missing, severity::ambiguity, "2046 5.1.1"},
    {diagnostic_code::disposition_malformed, severity::violation, "2183 2"},
    {diagnostic_code::disposition_unknown, severity::note, "2183 2.8"},
    {diagnostic_code::disposition_text_after, severity::ambiguity, "2183 2"},
    {diagnostic_code::disposition_value_malformed, severity::violation, "2183 2"},
    {diagnostic_code::file_name_misplaced, severity::ambiguity, "2183 2.3"},
    {diagnostic_code::file_names_differ, severity::ambiguity, "2183 2.3"},
    {diagnostic_code::transfer_encoding_uuencode, severity::ambiguity, "2045 6.3"},
    {diagnostic_code::uuencode_begin_missing, severity::ambiguity, "2045 6.3"},
    {diagnostic_code::uuencode_not_ended, severity::violation, "2045 6.3"},
    {diagnostic_code::uuencode_line_size, severity::violation, "2045 6.3"},
    {diagnostic_code::uuencode_line_malformed, severity::ambiguity, "2045 6.3"},
    {diagnostic_code::uuencode_other_text, severity::note, "2045 6.3"},
    {diagnostic_code::uuencoded_file_in_text, severity::note, "2045 6.3"},
    {diagnostic_code::transfer_encoding_malformed, severity::violation, "2045 6.1"},
    {diagnostic_code::transfer_encoding_unknown, severity::ambiguity, "2045 6.4"},
    {diagnostic_code::transfer_encoding_quoted, severity::ambiguity, "2045 6.1"},
    {diagnostic_code::transfer_encoding_text_after, severity::ambiguity, "2045 6.1"},
    {diagnostic_code::charset_label_unregistered, severity::ambiguity, "2046 4.1.2"},
    {diagnostic_code::charset_octets_replaced, severity::violation, "2045 2.2"},
    {diagnostic_code::charset_undeclared, severity::violation, "2046 4.1.2"},
    {diagnostic_code::charset_fallback, severity::ambiguity, "2046 4.1.2"},
    {diagnostic_code::charset_from_mark, severity::ambiguity, "2046 4.1.2"},
    {diagnostic_code::charset_from_html, severity::note, "6657 3"},
    {diagnostic_code::charset_byte_order_missing, severity::ambiguity, "2781 4.3"},
    {diagnostic_code::charset_not_converted, severity::note, "2046 4.1.2"},
    {diagnostic_code::base64_octet, severity::ambiguity, "2045 6.8"},
    {diagnostic_code::base64_padding, severity::ambiguity, "4648 3.2"},
    {diagnostic_code::base64_after_padding, severity::ambiguity, "2045 6.8"},
    {diagnostic_code::base64_left_over_bits, severity::violation, "4648 3.5"},
    {diagnostic_code::base64_truncated, severity::ambiguity, "2045 6.8"},
    {diagnostic_code::qp_escape_malformed, severity::ambiguity, "2045 6.7"},
    {diagnostic_code::qp_escape_lower_case, severity::violation, "2045 6.7"},
    {diagnostic_code::qp_soft_break_at_end, severity::ambiguity, "2045 6.7"},
    {diagnostic_code::qp_white_space, severity::ambiguity, "2045 6.7"},
    {diagnostic_code::qp_octet, severity::ambiguity, "2045 6.7"},
    {diagnostic_code::encoded_line_too_long, severity::violation, "2045 6"},
    {diagnostic_code::encoded_word_malformed, severity::ambiguity, "2047 2"},
    {diagnostic_code::encoded_word_in_quotes, severity::ambiguity, "2047 5"},
    {diagnostic_code::encoded_word_white_space, severity::ambiguity, "2047 2"},
    {diagnostic_code::encoded_word_charset_name, severity::ambiguity, "2047 2"},
    {diagnostic_code::encoded_word_not_separated, severity::ambiguity, "2047 5"},
    {diagnostic_code::encoded_word_too_long, severity::violation, "2047 2"},
    {diagnostic_code::encoded_word_line_too_long, severity::violation, "2047 2"},
    {diagnostic_code::encoded_word_misplaced, severity::violation, "2047 5"},
    {diagnostic_code::encoded_word_text_malformed, severity::ambiguity, "2047 5"},
    {diagnostic_code::encoded_word_lower_case, severity::note, "2047 4.2"},
    {diagnostic_code::encoded_word_charset_unknown, severity::ambiguity, "2047 6.2"},
    {diagnostic_code::encoded_word_not_converted, severity::note, "2047 6.2"},
    {diagnostic_code::encoded_word_split_character, severity::ambiguity, "2047 5"},
    {diagnostic_code::encoded_word_text_split, severity::ambiguity, "2047 5"},
    {diagnostic_code::encoded_word_control, severity::ambiguity, "2047 5"},
    {diagnostic_code::typed_value_without_type, severity::violation, "3464 2.1.2"},
    {diagnostic_code::recipient_address_type, severity::violation, "3464 2.3.2"},
    {diagnostic_code::report_line_not_folded, severity::violation, "3464 2.1.1"},
    {diagnostic_code::report_group_shared, severity::ambiguity, "3464 2.1"},
    {diagnostic_code::report_group_split, severity::ambiguity, "3464 2.1"},
    {diagnostic_code::typed_value_malformed, severity::ambiguity, "3464 2.1.2"},
    {diagnostic_code::status_code_malformed, severity::violation, "3464 2.3.4"},
    {diagnostic_code::status_code_text_after, severity::violation, "3464 2.3.4"},
    {diagnostic_code::status_code_leading_zero, severity::violation, "3464 2.3.4"},
    {diagnostic_code::reply_line_malformed, severity::violation, "5321 4.2"},
    {diagnostic_code::reply_separator, severity::violation, "5321 4.2"},
    {diagnostic_code::reply_code_range, severity::violation, "5321 4.2"},
    {diagnostic_code::reply_line_too_long, severity::violation, "5321 4.5.3.1.5"},
    {diagnostic_code::reply_bare_lf, severity::ambiguity, "5321 2.3.8"},
    {diagnostic_code::reply_text_octet, severity::violation, "5321 4.2"},
    {diagnostic_code::reply_text_utf8, severity::note, "6531 3.7.4.2"},
    {diagnostic_code::reply_status_mismatch, severity::ambiguity, "2034 4"},
    {diagnostic_code::reply_code_differs, severity::ambiguity, "5321 4.2.1"},
    {diagnostic_code::reply_status_differs, severity::ambiguity, "2034 4"},
    {diagnostic_code::reply_not_complete, severity::ambiguity, "5321 4.2.1"},
    {diagnostic_code::ehlo_keyword_missing, severity::note, "5321 4.1.1.1"},
    {diagnostic_code::ehlo_keyword_octet, severity::violation, "5321 4.1.1.1"},
    {diagnostic_code::ehlo_keyword_equals, severity::violation, "5321 4.1.1.1"},
    {diagnostic_code::ehlo_keyword_duplicate, severity::ambiguity, "5321 4.1.1.1"},
    {diagnostic_code::ehlo_white_space, severity::violation, "5321 4.1.1.1"},
    {diagnostic_code::ehlo_parameter_octet, severity::violation, "5321 4.1.1.1"},
    {diagnostic_code::ehlo_parameter_malformed, severity::violation, "5321 4.1.1.1"},
    {diagnostic_code::mdn_disposition_malformed, severity::violation, "8098 3.2.6"},
    {diagnostic_code::feedback_value_malformed, severity::violation, "5965 3.2"},
    {diagnostic_code::report_field_duplicate, severity::ambiguity, "3464 2.2"},
    {diagnostic_code::header_ended_by_delimiter, severity::ambiguity, "2046 5.1.1"},
    {diagnostic_code::multipart_without_part, severity::ambiguity, "2046 5.1.1"},
    {diagnostic_code::multipart_encoded, severity::ambiguity, "2045 6.4"},
    {diagnostic_code::part_encoding_wider, severity::violation, "2045 6.4"},
    {diagnostic_code::multipart_not_closed, severity::ambiguity, "2046 5.1.1"},
    {diagnostic_code::message_encoded, severity::ambiguity, "2046 5.2.1"},
    {diagnostic_code::message_encoding_forbidden, severity::violation, "2046 5.2.2"},
    {diagnostic_code::message_parameter_missing, severity::violation, "2046 5.2.2"},
    {diagnostic_code::fragment_number_malformed, severity::violation, "2046 5.2.2"},
    {diagnostic_code::external_body_without_id, severity::violation, "2046 5.2.3"},
    {diagnostic_code::security_parameter_missing, severity::violation, "1847 2"},
    {diagnostic_code::report_type_missing, severity::violation, "6522 3"},
    {diagnostic_code::related_type_missing, severity::violation, "2387 3.1"},
    {diagnostic_code::body_encoded, severity::ambiguity, "2045 6.4"},
    {diagnostic_code::cid_url_malformed, severity::note, "2392 2"},
    {diagnostic_code::entity_too_deep, severity::limit, "2046 5.1.2"},
    {diagnostic_code::boundary_not_unique, severity::ambiguity, "2046 5.1.2"},
    {diagnostic_code::delimiter_with_text, severity::ambiguity, "2046 5.1.1"},
    {diagnostic_code::delimiter_white_space, severity::note, "2046 5.1.1"},
    {diagnostic_code::delimiter_after_close, severity::ambiguity, "2046 5.1.1"},
    {diagnostic_code::text_subtype_unknown, severity::note, "2046 4.1.4"},
    {diagnostic_code::related_root_missing, severity::ambiguity, "2387 3.2"},
    {diagnostic_code::related_root_not_first, severity::note, "2387 3.2"},
    {diagnostic_code::alternative_blank, severity::ambiguity, "2046 5.1.4"},
    {diagnostic_code::body_text_elsewhere, severity::ambiguity, "8621 4.1.4"},
    {diagnostic_code::attachment_linked, severity::ambiguity, "2183 2"},
};
static_assert(std::size(kind_table) == codes);

constexpr bool each_code_has_its_severity_and_section() {
    for (auto const& row : kind_table) {
        auto const name = enumerator_of(row.code);
        REQUIRE_SAME(name, kind_of(row.code).severity, row.how_bad);
        REQUIRE_SAME(name, kind_of(row.code).rfc, row.rfc);
    }
    return true;
}
CASE("diagnostic_table: each code has the severity and the RFC section of this table",
     each_code_has_its_severity_and_section)

} // namespace
