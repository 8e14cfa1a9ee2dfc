#ifndef FOLDWISE_FOLDWISE_HPP
#define FOLDWISE_FOLDWISE_HPP

/// The whole library in reading order, but for what touches the operating
/// system, mime/charset_iconv.hpp, store/maildir.hpp and store/mapped_file.hpp,
/// and what is slow to compile, structured/date_time_chrono.hpp.

#include <foldwise/config.hpp>

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/diagnostic.hpp>
#include <foldwise/base/diagnostic_code.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/result.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/base/walk.hpp>

#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/message/unfold.hpp>

#include <foldwise/structured/addr_spec.hpp>
#include <foldwise/structured/addr_spec_check.hpp>
#include <foldwise/structured/addr_spec_reader.hpp>
#include <foldwise/structured/address.hpp>
#include <foldwise/structured/address_list.hpp>
#include <foldwise/structured/address_reader.hpp>
#include <foldwise/structured/angle_text.hpp>
#include <foldwise/structured/archived_at.hpp>
#include <foldwise/structured/auto_submitted.hpp>
#include <foldwise/structured/comments.hpp>
#include <foldwise/structured/date_time.hpp>
#include <foldwise/structured/date_time_reader.hpp>
#include <foldwise/structured/date_time_word.hpp>
#include <foldwise/structured/hops.hpp>
#include <foldwise/structured/ip_address.hpp>
#include <foldwise/structured/keyword.hpp>
#include <foldwise/structured/list_id.hpp>
#include <foldwise/structured/list_uri.hpp>
#include <foldwise/structured/list_uris.hpp>
#include <foldwise/structured/mailbox.hpp>
#include <foldwise/structured/message_id.hpp>
#include <foldwise/structured/mime_version.hpp>
#include <foldwise/structured/one_click.hpp>
#include <foldwise/structured/path.hpp>
#include <foldwise/structured/phrase_list.hpp>
#include <foldwise/structured/precedence.hpp>
#include <foldwise/structured/priority.hpp>
#include <foldwise/structured/received.hpp>
#include <foldwise/structured/received_clause.hpp>
#include <foldwise/structured/resent.hpp>
#include <foldwise/structured/smtp_mailbox_check.hpp>
#include <foldwise/structured/tcp_info.hpp>
#include <foldwise/structured/token.hpp>
#include <foldwise/structured/trace_word.hpp>
#include <foldwise/structured/with_protocol.hpp>
#include <foldwise/structured/word_text.hpp>

#include <foldwise/mime/auth_failure_report.hpp>
#include <foldwise/mime/base64.hpp>
#include <foldwise/mime/base64_encoder.hpp>
#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/charset.hpp>
#include <foldwise/mime/charset_converter.hpp>
#include <foldwise/mime/charset_decoder.hpp>
#include <foldwise/mime/content_disposition.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/content_location.hpp>
#include <foldwise/mime/content_type.hpp>
#include <foldwise/mime/decoded.hpp>
#include <foldwise/mime/decoded_body.hpp>
#include <foldwise/mime/decoded_parameter.hpp>
#include <foldwise/mime/decoded_pieces.hpp>
#include <foldwise/mime/decoded_text.hpp>
#include <foldwise/mime/decoded_words.hpp>
#include <foldwise/mime/delivery_recipient.hpp>
#include <foldwise/mime/delivery_status.hpp>
#include <foldwise/mime/diagnose_base64.hpp>
#include <foldwise/mime/diagnose_parts.hpp>
#include <foldwise/mime/diagnose_quoted_printable.hpp>
#include <foldwise/mime/disposition_notification.hpp>
#include <foldwise/mime/encoded_lines.hpp>
#include <foldwise/mime/encoded_word.hpp>
#include <foldwise/mime/encoded_word_check.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/mime/entity_pieces.hpp>
#include <foldwise/mime/feedback_report.hpp>
#include <foldwise/mime/field_groups.hpp>
#include <foldwise/mime/file_name.hpp>
#include <foldwise/mime/flowed.hpp>
#include <foldwise/mime/linked_part.hpp>
#include <foldwise/mime/mdn_disposition.hpp>
#include <foldwise/mime/multipart.hpp>
#include <foldwise/mime/parameter.hpp>
#include <foldwise/mime/parameter_segment.hpp>
#include <foldwise/mime/parameter_segments.hpp>
#include <foldwise/mime/parameter_text.hpp>
#include <foldwise/mime/part_file_name.hpp>
#include <foldwise/mime/quoted_printable.hpp>
#include <foldwise/mime/quoted_printable_encoder.hpp>
#include <foldwise/mime/recipient_address.hpp>
#include <foldwise/mime/report.hpp>
#include <foldwise/mime/report_fields.hpp>
#include <foldwise/mime/single_byte_decoder.hpp>
#include <foldwise/mime/single_byte_tables.hpp>
#include <foldwise/mime/status_code.hpp>
#include <foldwise/mime/transfer_encoding.hpp>
#include <foldwise/mime/typed_value.hpp>
#include <foldwise/mime/unitext.hpp>
#include <foldwise/mime/utf16_decoder.hpp>
#include <foldwise/mime/utf7_decoder.hpp>
#include <foldwise/mime/utf8_decoder.hpp>
#include <foldwise/mime/utf8_text.hpp>
#include <foldwise/mime/utf8_writer.hpp>
#include <foldwise/mime/word_places.hpp>
#include <foldwise/mime/word_segments.hpp>

#include <foldwise/auth/arc.hpp>
#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/bimi_record.hpp>
#include <foldwise/auth/colon_list.hpp>
#include <foldwise/auth/dkim_signature.hpp>
#include <foldwise/auth/dmarc_record.hpp>
#include <foldwise/auth/dmarc_uri.hpp>
#include <foldwise/auth/propspec.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/auth/record_reader.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/auth/signature_tags.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>

#include <foldwise/inspect/diagnose.hpp>

#include <foldwise/fields.hpp>

#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/mbox.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>
#include <foldwise/store/mbox_splitter.hpp>
#include <foldwise/store/unquote.hpp>

#endif
