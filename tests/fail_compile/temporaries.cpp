// Types and functions that borrow a string refuse a temporary one. Each line with text() compiles
// if RESULT is a reference. If RESULT is std::string, each of these lines is an error, and the
// compiler prints a hint. See temporaries.cmake.

#include <foldwise/base/cursor.hpp>
#include <foldwise/foldwise.hpp>

#include <string>

RESULT text();

using namespace foldwise;

void base() {
    (void)cursor{text()};
    (void)line{text()};
    (void)lines{text()};
    (void)unfolded{text()};
    (void)spliced<folds>{text(), folds{}, 0};
}

void messages(header_section const& header, field_index const& index, field_slot (&room)[4]) {
    (void)field{text()};
    (void)header_section{text()};
    (void)header.find_all(text());
    (void)index.find_all(text());
    (void)message{text()};
    (void)message{text(), header_end{}};
    (void)indexed_message{text(), room};
}

void mailboxes(field_slot (&room)[4]) {
    (void)mbox{text()};
    (void)indexed_mbox{text(), room};
    (void)from_line{text()};
}

void texts() {
    (void)lexer{text()};
    (void)comments{text()};
    (void)phrase{text()};
    (void)ip_address::read(text());
    (void)utf8_text{text(), charset::windows_1252};
    (void)find_html_charset(text());
    (void)encoded_word{text(), 2};
    (void)encoded_word::read(text());
    (void)decoded_text{text()};
    (void)decoded_comment{text()};
    (void)decoded_phrase{text()};
}

void bodies(quoted_printable_content content) {
    (void)base64_encoded{text()};
    (void)quoted_printable_encoded{text(), content};
    (void)base64_decoded{text()};
    (void)content_transfer_encoding{text()};
    (void)decoded_body{text(), transfer_encoding::base64};
    (void)flowed_text{text(), delsp::no};
}

void parameter_lists() {
    (void)parameters{text()};
    (void)parameters{text(), 1};
    (void)content_type{text()};
    (void)content_disposition{text()};
}

void parts() {
    (void)content_location{text()};
    (void)cid_url::read(text());
    (void)mime_version::read(text());
    (void)uuencoded_files{text()};
    (void)emlx::read(text());
}

void addresses_and_dates() {
    (void)address_list{text()};
    (void)mailbox::read(text());
    (void)addr_spec::read(text());
    (void)date_time::read(text());
}

void trace() {
    (void)path::read(text());
    (void)delivered_to::read(text());
    (void)message_ids{text()};
    (void)received{text()};
    (void)tcp_info{text()};
}

void lists() {
    (void)phrase_list{text()};
    (void)list_uris{text()};
    (void)list_id::read(text());
    (void)archived_at::read(text());
    (void)auto_submitted::read(text());
    (void)one_click::read(text());
    (void)importance::read(text());
}

void reports() {
    (void)detail::field_groups{text()};
    (void)delivery_status{text()};
    (void)disposition_notification{text()};
    (void)feedback_report{text()};
    (void)auth_failure_report{text()};
    (void)typed_value::read(text());
    (void)recipient_address::read(text());
    (void)mdn_disposition::read(text());
    (void)status_code::read(text());
    (void)delivery_action::read(text());
    (void)reporting_ua{text()};
    (void)unitext{text()};
}

void authentication(signed_fields const& fields) {
    (void)recorded_value{text()};
    (void)resinfo::read(text());
    (void)authentication_results{text()};
    (void)received_spf{text()};
    (void)tag_list{text()};
    (void)colon_list{text()};
    (void)canonical_body{text()};
    (void)dkim_signature{text()};
    (void)arc_authentication_results{text()};
    (void)arc_message_signature{text()};
    (void)arc_seal{text()};
    (void)dmarc_record{text()};
    (void)dmarc_uri_list{text()};
    (void)bimi_record{text()};
    (void)bimi_selector{text()};
    (void)field_coverage{text()};
    (void)fields.coverage_of(text());
}

void smtp() {
    (void)smtp_command{text()};
    (void)mail_command::read(text());
    (void)rcpt_command::read(text());
    (void)helo_command::read(text());
    (void)bdat_command::read(text());
    (void)auth_command::read(text());
    (void)xclient_command::read(text());
    (void)vrfy_command::read(text());
    (void)help_command::read(text());
    (void)noop_command::read(text());
    (void)smtp_string{text()};
    (void)smtp_path::read(text());
    (void)esmtp_parameters{text()};
    (void)original_recipient::read(text());
    (void)xtext{text()};
    (void)bdat_chunk::read(text());
    (void)bdat_content{text()};
    (void)bdat_chunks{text()};
    (void)dot_stuffed{text()};
    (void)dot_unstuffed{text()};
    (void)mail_data{text()};
    (void)reply_line::read(text());
    (void)smtp_reply::read(text());
    (void)ehlo_line::read(text());
    (void)queue_id_of(text());
    (void)transcript{text()};
    (void)transcript_line{text(), "", "", transcript_line_kind::data, smtp_verb::other};
}
