#ifndef FOLDWISE_DIAGNOSTIC_DETAIL_DIAGNOSTIC_TABLE_HPP
#define FOLDWISE_DIAGNOSTIC_DETAIL_DIAGNOSTIC_TABLE_HPP

#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/diagnostic/diagnostic_kind.hpp>
#include <foldwise/diagnostic/severity.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

// With "sv" the compiler knows the length of each string and does not have to count it.
using std::literals::string_view_literals::operator""sv;

/// The properties of each code, in the order of the enum.
inline constexpr diagnostic_kind diagnostic_kinds[] = {
    {diagnostic_code::bare_cr, "bare_cr"sv, severity::ambiguity, "5322 2.3"sv,
     "a CR that no LF follows; kept as data, but other programs may end the line here"sv},
    {diagnostic_code::bare_lf, "bare_lf"sv, severity::ambiguity, "5322 2.3"sv,
     "an LF without CR in a message that also has CRLF; ends the line, but other programs "
     "may take it for data, and see other fields"sv},
    {diagnostic_code::nul, "nul"sv, severity::ambiguity, "5322 4"sv,
     "a NUL byte; kept as data, but other programs may drop it or stop reading here"sv},
    {diagnostic_code::control_character, "control_character"sv, severity::obsolete, "5322 4.1"sv,
     "a control character in a header field; kept as data"sv},
    {diagnostic_code::line_too_long, "line_too_long"sv, severity::violation, "5322 2.1.1"sv,
     "a line of more than 998 bytes; read unchanged, although mail servers may cut or reject it"sv},
    {diagnostic_code::line_over_78, "line_over_78"sv, severity::note, "5322 2.1.1"sv,
     "the first line of more than 78 characters in this header section or body; allowed, but hard "
     "to display"sv},
    {diagnostic_code::header_utf8, "header_utf8"sv, severity::note, "6532 3.2"sv,
     "characters in a header field that are not ASCII; read as UTF-8, which is allowed only in "
     "mail that is sent with SMTPUTF8"sv},
    {diagnostic_code::header_octet, "header_octet"sv, severity::violation, "5322 2.2"sv,
     "bytes in a header field that are neither ASCII nor UTF-8; kept as data"sv},
    {diagnostic_code::body_octet, "body_octet"sv, severity::violation, "2045 6.2"sv,
     "bytes above 127 in a body that does not declare them (7bit, or no transfer encoding); read "
     "unchanged, although a mail server may have changed them"sv},
    {diagnostic_code::field_without_name, "field_without_name"sv, severity::ambiguity, "5322 2.2"sv,
     "a header line without a field name; kept as a field without a name, but other programs may "
     "start the body here"sv},
    {diagnostic_code::space_before_colon, "space_before_colon"sv, severity::ambiguity, "5322 4.5"sv,
     "white space between a field name and its colon; ignored, but other programs may not "
     "recognize the field"sv},
    {diagnostic_code::blank_continuation, "blank_continuation"sv, severity::ambiguity, "5322 4.2"sv,
     "a header line of white space only; read as part of the field before it, but other programs "
     "may start the body here"sv},
    {diagnostic_code::byte_order_mark, "byte_order_mark"sv, severity::ambiguity, "5322 2.2"sv,
     "a byte order mark before the first field or line; not part of its name, but other "
     "programs may see no field there"sv},
    {diagnostic_code::field_duplicate, "field_duplicate"sv, severity::ambiguity, "5322 3.6"sv,
     "another field with a name that may occur only once; read, but other programs may use another "
     "one of these fields"sv},
    {diagnostic_code::mbox_from_line, "mbox_from_line"sv, severity::note, "4155 A"sv,
     "a \"From \" line of a mailbox file before the header; kept as a field without a name"sv},
    {diagnostic_code::field_missing, "field_missing"sv, severity::note, "5322 3.6"sv,
     "the field is missing; it has no value"sv},
    {diagnostic_code::from_missing, "from_missing"sv, severity::violation, "5322 3.6"sv,
     "a message without a From field; it has no author"sv},
    {diagnostic_code::date_missing, "date_missing"sv, severity::violation, "5322 3.6"sv,
     "a message without a Date field; when it was written is not known"sv},
    {diagnostic_code::sender_missing, "sender_missing"sv, severity::violation, "5322 3.6.2"sv,
     "several authors, and no Sender field that says who sent the message; no sender is read"sv},
    {diagnostic_code::sender_redundant, "sender_redundant"sv, severity::note, "5322 3.6.2"sv,
     "a Sender that is the same as the only author, and should be left out; read"sv},
    {diagnostic_code::from_group, "from_group"sv, severity::note, "6854 3"sv,
     "a group of addresses in From, which is for special cases only; its members are the authors"sv},
    {diagnostic_code::resent_field_missing, "resent_field_missing"sv, severity::violation,
     "5322 3.6.6"sv,
     "Resent fields without a Resent-From or Resent-Date field; the others are read"sv},
    {diagnostic_code::value_empty, "value_empty"sv, severity::violation, "5322 3.6"sv,
     "a field that must have a value, such as an address, and has none; read as empty"sv},
    {diagnostic_code::message_id_missing, "message_id_missing"sv, severity::note, "5322 3.6.4"sv,
     "a message, or a resending of one, without an identifier in a Message-ID field; other messages cannot refer to it"sv},
    {diagnostic_code::field_obsolete, "field_obsolete"sv, severity::obsolete, "5322 4.5.6"sv,
     "a field that must not be written any more; read"sv},
    {diagnostic_code::mime_version_missing, "mime_version_missing"sv, severity::violation,
     "2045 4"sv,
     "fields of MIME, such as Content-Type, in a message without a MIME-Version field; read as "
     "MIME"sv},
    {diagnostic_code::message_fields_missing, "message_fields_missing"sv, severity::violation,
     "2046 5.2.1"sv, "an attached message without From, Subject and Date; read as a message"sv},
    {diagnostic_code::message_id_without_brackets, "message_id_without_brackets"sv,
     severity::violation, "5322 3.6.4"sv,
     "a message identifier without angle brackets; read as if it had them"sv},
    {diagnostic_code::message_id_bare_word, "message_id_bare_word"sv, severity::violation,
     "5322 3.6.4"sv,
     "a single word, without angle brackets and at sign, as a message identifier; read "
     "unchanged"sv},
    {diagnostic_code::message_id_without_at, "message_id_without_at"sv, severity::violation,
     "5322 3.6.4"sv, "a message identifier without an at sign; read unchanged"sv},
    {diagnostic_code::message_id_with_white_space, "message_id_with_white_space"sv,
     severity::violation, "5322 3.6.4"sv, "white space in a message identifier; removed"sv},
    {diagnostic_code::message_id_not_closed, "message_id_not_closed"sv, severity::violation,
     "5322 3.6.4"sv,
     "a message identifier without its closing angle bracket; read up to the next white space"sv},
    {diagnostic_code::message_id_malformed, "message_id_malformed"sv, severity::violation,
     "5322 3.6.4"sv,
     "a message identifier that does not have the form of an address, such as one with two at "
     "signs; read unchanged"sv},
    {diagnostic_code::message_id_duplicate, "message_id_duplicate"sv, severity::ambiguity,
     "5322 3.6.4"sv,
     "another message identifier in a field that has only one; the first one is used, but other "
     "programs may use another one"sv},
    {diagnostic_code::message_id_other_text, "message_id_other_text"sv, severity::violation,
     "5322 3.6.4"sv, "text that is not a message identifier where one is expected; ignored"sv},
    {diagnostic_code::message_id_phrase, "message_id_phrase"sv, severity::obsolete, "5322 4.5.4"sv,
     "text beside message identifiers, which is obsolete; ignored"sv},
    {diagnostic_code::message_id_obsolete, "message_id_obsolete"sv, severity::obsolete,
     "5322 4.5.4"sv,
     "a message identifier with quotes, comments or spaces in an obsolete form; read unchanged"sv},
    {diagnostic_code::address_without_at, "address_without_at"sv, severity::violation,
     "5322 3.4.1"sv,
     "text without an at sign in the place of an address; not read as an address"sv},
    {diagnostic_code::address_malformed, "address_malformed"sv, severity::ambiguity, "5322 3.4"sv,
     "text that is not a valid address; not read as an address, but other programs may extract one "
     "from it"sv},
    {diagnostic_code::address_not_closed, "address_not_closed"sv, severity::ambiguity, "5322 3.4"sv,
     "a quote, comment or bracket in an address that is never closed; not read as an address, but "
     "other programs may guess where it ends"sv},
    {diagnostic_code::address_encoded_word, "address_encoded_word"sv, severity::ambiguity,
     "2047 5"sv,
     "encoded text (=?...?=) in an address; not read as an address, but other programs may decode "
     "it"sv},
    {diagnostic_code::address_obsolete, "address_obsolete"sv, severity::obsolete, "5322 4.4"sv,
     "an address in an obsolete form; read as the RFC describes that form"sv},
    {diagnostic_code::address_dots, "address_dots"sv, severity::violation, "5322 3.4.1"sv,
     "a dot at the start or end of the part before the at sign, or two dots in a row; read "
     "unchanged"sv},
    {diagnostic_code::address_octet, "address_octet"sv, severity::violation, "5322 3.4.1"sv,
     "a character in the quotes or brackets of an address that must not be there; read "
     "unchanged"sv},
    {diagnostic_code::address_quotes_unneeded, "address_quotes_unneeded"sv, severity::note,
     "5322 3.4.1"sv,
     "quotes around the part of an address before the at sign that needs none; read as if they were not there"sv},
    {diagnostic_code::address_semicolon, "address_semicolon"sv, severity::ambiguity, "5322 3.4"sv,
     "a semicolon between addresses; read as a comma, but other programs may see one of the "
     "addresses or none"sv},
    {diagnostic_code::address_domain_dot, "address_domain_dot"sv, severity::violation,
     "5322 3.4.1"sv, "a dot at the end of the domain of an address; read without it"sv},
    {diagnostic_code::address_bracket_missing, "address_bracket_missing"sv, severity::ambiguity,
     "7103 7.1.3"sv,
     "an address with only one of its two angle brackets; read as if it had both, but other "
     "programs may see no address"sv},
    {diagnostic_code::address_bracket_repeated, "address_bracket_repeated"sv, severity::violation,
     "7103 7.1.2"sv, "an address in several pairs of angle brackets; read as if in one pair"sv},
    {diagnostic_code::address_quote_not_closed, "address_quote_not_closed"sv, severity::ambiguity,
     "7103 7.1.6"sv,
     "a quote before a name that is never closed; read as if it ended before the address in angle "
     "brackets, but other programs may see no address"sv},
    {diagnostic_code::display_name_malformed, "display_name_malformed"sv, severity::ambiguity,
     "5322 3.4"sv,
     "a name before an address that should be in quotes; the address is the one in angle brackets, "
     "but other programs may take one from the name"sv},
    {diagnostic_code::display_name_address, "display_name_address"sv, severity::ambiguity,
     "5322 3.4"sv,
     "a name or comment that looks like a different address from the one beside it; read as a "
     "name, but people may take it for the address"sv},
    {diagnostic_code::display_name_in_comment, "display_name_in_comment"sv, severity::note,
     "5322 3.4"sv, "a name in a comment after an address, an old form; shown as the name"sv},
    {diagnostic_code::from_several_mailboxes, "from_several_mailboxes"sv, severity::ambiguity,
     "5322 3.6.2"sv,
     "more than one author in From; all of them are authors, but other programs may see only "
     "one"sv},
    {diagnostic_code::address_route, "address_route"sv, severity::ambiguity, "5322 4.4"sv,
     "a route before an address; ignored, but other programs may take an address from it, or see "
     "none"sv},
    {diagnostic_code::group_not_closed, "group_not_closed"sv, severity::violation, "5322 3.4"sv,
     "a group of addresses without its final semicolon; it ends where the list ends"sv},
    {diagnostic_code::path_without_brackets, "path_without_brackets"sv, severity::violation,
     "5321 4.1.2"sv, "a return address without angle brackets; read as if it had them"sv},
    {diagnostic_code::address_too_long, "address_too_long"sv, severity::violation, "5321 4.5.3.1"sv,
     "an address that is too long for SMTP, as a whole, before or after the at sign; read "
     "unchanged"sv},
    {diagnostic_code::address_not_for_smtp, "address_not_for_smtp"sv, severity::violation,
     "5321 4.1.2"sv,
     "an address that a header field may contain, but SMTP cannot carry; read unchanged"sv},
    {diagnostic_code::smtp_line_ending, "smtp_line_ending"sv, severity::ambiguity, "5321 2.3.8"sv,
     "a CR or LF in a command that is not part of a CRLF; not read as a command, but other "
     "servers may see the command end there"sv},
    {diagnostic_code::smtp_line_too_long, "smtp_line_too_long"sv, severity::violation,
     "5321 4.5.3.1.4"sv, "a command that is longer than servers must accept; read unchanged"sv},
    {diagnostic_code::smtp_verb_case, "smtp_verb_case"sv, severity::note, "5321 2.4"sv,
     "a command in lower case, which a few servers do not accept; read as in upper case"sv},
    {diagnostic_code::smtp_white_space, "smtp_white_space"sv, severity::violation, "5321 3.3"sv,
     "white space in a command where there must be none, or where there must be one space; "
     "ignored"sv},
    {diagnostic_code::smtp_trailing_white_space, "smtp_trailing_white_space"sv, severity::note,
     "5321 4.1.1"sv, "white space at the end of a command; ignored"sv},
    {diagnostic_code::smtp_command_malformed, "smtp_command_malformed"sv, severity::ambiguity,
     "5321 4.1.1"sv,
     "a line that is not the command that is expected there, or whose argument is missing or "
     "malformed; not read, but some servers may accept it"sv},
    {diagnostic_code::smtp_argument_ignored, "smtp_argument_ignored"sv, severity::ambiguity,
     "5321 4.1.1"sv,
     "text after the end of a command; ignored, but other servers may refuse the command"sv},
    {diagnostic_code::smtp_string_malformed, "smtp_string_malformed"sv, severity::violation,
     "5321 4.1.2"sv,
     "the argument of a command that is neither one word nor text in quotes; read unchanged"sv},
    {diagnostic_code::smtp_source_route, "smtp_source_route"sv, severity::obsolete, "5321 C"sv,
     "a route before the address in a command, which is obsolete; ignored"sv},
    {diagnostic_code::helo_name_malformed, "helo_name_malformed"sv, severity::violation,
     "5321 4.1.1.1"sv,
     "a client name that is neither a domain nor an IP address in brackets; read unchanged"sv},
    {diagnostic_code::smtputf8_missing, "smtputf8_missing"sv, severity::violation, "6531 3.4"sv,
     "an address beyond ASCII in a MAIL command without SMTPUTF8; read unchanged"sv},
    {diagnostic_code::esmtp_parameter_missing, "esmtp_parameter_missing"sv, severity::note,
     "5321 4.1.2"sv, "the parameter is missing in the command; it has no value"sv},
    {diagnostic_code::esmtp_parameter_malformed, "esmtp_parameter_malformed"sv, severity::violation,
     "5321 4.1.2"sv,
     "a parameter of a command that is malformed, or whose value is missing or unknown; not "
     "read"sv},
    {diagnostic_code::esmtp_parameter_duplicate, "esmtp_parameter_duplicate"sv, severity::ambiguity,
     "5321 4.1.2"sv,
     "a second parameter with the same name; the first one is used, but other servers may use the "
     "last one or refuse the command"sv},
    {diagnostic_code::esmtp_parameter_too_long, "esmtp_parameter_too_long"sv, severity::violation,
     "3461 5.4"sv, "a parameter that is longer than servers must accept; read unchanged"sv},
    {diagnostic_code::esmtp_value_octet, "esmtp_value_octet"sv, severity::violation, "5321 4.1.2"sv,
     "a character that must not be in the value of a parameter; read unchanged"sv},
    {diagnostic_code::xtext_malformed, "xtext_malformed"sv, severity::violation, "3461 4"sv,
     "a character that must be encoded, or a plus sign without two hexadecimal digits after it; "
     "read unchanged"sv},
    {diagnostic_code::xtext_lower_case, "xtext_lower_case"sv, severity::violation, "3461 4"sv,
     "an encoded character with hexadecimal digits in lower case; decoded as if they were in "
     "upper case"sv},
    {diagnostic_code::xtext_control_character, "xtext_control_character"sv, severity::violation,
     "3461 4.4"sv, "an encoded control character, such as a line ending; decoded"sv},
    {diagnostic_code::list_uri_malformed, "list_uri_malformed"sv, severity::ambiguity, "2369 2"sv,
     "text in the place of a URI in angle brackets; not read as a URI, but other programs may "
     "extract one from it"sv},
    {diagnostic_code::list_uri_without_comma, "list_uri_without_comma"sv, severity::ambiguity,
     "2369 2"sv,
     "a URI that is not separated from the one before it by a comma; read as a URI of the list, "
     "but other programs may stop before it"sv},
    {diagnostic_code::list_uri_without_brackets, "list_uri_without_brackets"sv, severity::violation,
     "2369 2"sv, "a URI without angle brackets; read as if it had them"sv},
    {diagnostic_code::list_uri_octet, "list_uri_octet"sv, severity::violation, "3986 2"sv,
     "a character that is not allowed in a URI; read unchanged"sv},
    {diagnostic_code::list_uri_with_white_space, "list_uri_with_white_space"sv, severity::violation,
     "2369 2"sv, "white space in a URI; removed"sv},
    {diagnostic_code::list_id_malformed, "list_id_malformed"sv, severity::violation, "2919 3"sv,
     "a mailing list field that does not contain exactly one identifier in angle brackets; no "
     "identifier is read"sv},
    {diagnostic_code::list_id_without_brackets, "list_id_without_brackets"sv, severity::violation,
     "2919 3"sv, "a mailing list identifier without angle brackets; read as if it had them"sv},
    {diagnostic_code::list_id_not_dot_atom, "list_id_not_dot_atom"sv, severity::violation,
     "2919 2"sv, "a mailing list identifier that is not words separated by dots; read unchanged"sv},
    {diagnostic_code::list_id_with_white_space, "list_id_with_white_space"sv, severity::violation,
     "2919 3"sv, "white space in a mailing list identifier; removed"sv},
    {diagnostic_code::list_id_too_long, "list_id_too_long"sv, severity::violation, "2919 2"sv,
     "a mailing list identifier of more than 255 bytes; read unchanged"sv},
    {diagnostic_code::list_id_other_text, "list_id_other_text"sv, severity::violation, "2919 3"sv,
     "unexpected text beside a mailing list identifier; ignored"sv},
    {diagnostic_code::mime_version_malformed, "mime_version_malformed"sv, severity::violation,
     "2045 4"sv, "a MIME version that is not two numbers with a dot between them; not read"sv},
    {diagnostic_code::mime_version_unknown, "mime_version_unknown"sv, severity::violation,
     "2045 4"sv, "a MIME version other than 1.0, which does not exist; read like 1.0"sv},
    {diagnostic_code::keyword_malformed, "keyword_malformed"sv, severity::violation, ""sv,
     "a value that is not one of the words that are defined for the field; not read"sv},
    {diagnostic_code::phrase_malformed, "phrase_malformed"sv, severity::violation, "5322 3.2.5"sv,
     "text in a list of phrases that should be in quotes, or a quote or comment that is never "
     "closed; read as part of a phrase"sv},
    {diagnostic_code::phrase_empty, "phrase_empty"sv, severity::obsolete, "5322 4.1"sv,
     "nothing between two commas in a list of phrases; ignored"sv},
    {diagnostic_code::content_length_missing, "content_length_missing"sv, severity::violation, ""sv,
     "no Content-Length field; the message ends before the next separator line"sv},
    {diagnostic_code::content_length_malformed, "content_length_malformed"sv, severity::violation,
     ""sv,
     "a Content-Length that is not a number; the message ends before the next separator line"sv},
    {diagnostic_code::content_length_conflict, "content_length_conflict"sv, severity::ambiguity,
     ""sv,
     "several Content-Length fields with different values; the message ends before the next "
     "separator line, but other programs may use one of the values"sv},
    {diagnostic_code::content_length_mismatch, "content_length_mismatch"sv, severity::ambiguity,
     ""sv,
     "a Content-Length that does not lead to a separator line; the message ends before the next "
     "separator line, but other programs may end it where the value says"sv},
    {diagnostic_code::from_line_date_missing, "from_line_date_missing"sv, severity::ambiguity,
     "4155 A"sv,
     "a \"From \" line without a date; a message starts after it, because of the lines before or "
     "after it, but other programs may not start one"sv},
    {diagnostic_code::from_line_date_form, "from_line_date_form"sv, severity::note, "4155 A"sv,
     "a date in a \"From \" line that asctime does not write, such as one with a time zone; "
     "read"sv},
    {diagnostic_code::from_line_address_missing, "from_line_address_missing"sv, severity::ambiguity,
     "4155 A"sv,
     "a \"From \" line without a sender; a message starts after it, but other programs may not "
     "start "
     "one"sv},
    {diagnostic_code::from_line_text_after, "from_line_text_after"sv, severity::note, "4155 A"sv,
     "text after the date of a \"From \" line; ignored"sv},
    {diagnostic_code::from_line_unquoted, "from_line_unquoted"sv, severity::ambiguity, "4155 A"sv,
     "a line of a body that starts with \"From \", and was not quoted when the message was written "
     "into the mailbox; read as text, but other programs may start a message there"sv},
    {diagnostic_code::from_line_quoted_twice, "from_line_quoted_twice"sv, severity::ambiguity, ""sv,
     "several \">\" before \"From \" at the start of a line of a body; one of them is taken off "
     "in the format mboxrd, and none in mboxo, but other programs may read another format"sv},
    {diagnostic_code::mmdf_marks, "mmdf_marks"sv, severity::violation, ""sv,
     "not exactly one line of four Control-A before or after a message of an MMDF file; the "
     "message is read"sv},
    {diagnostic_code::emlx_malformed, "emlx_malformed"sv, severity::violation, ""sv,
     "a first line that is not the size of a message; the file is not read as .emlx"sv},
    {diagnostic_code::emlx_size_mismatch, "emlx_size_mismatch"sv, severity::ambiguity, ""sv,
     "a size that leads neither to the property list of an .emlx file nor to its end; the message "
     "ends before the property list, but other programs may end it where the size says"sv},
    {diagnostic_code::end_of_data_near_miss, "end_of_data_near_miss"sv, severity::ambiguity,
     "5321 4.1.1.4"sv,
     "a line with only a dot whose line endings are not both CRLF; kept as text, but other servers "
     "may end the message here and read the rest as commands"sv},
    {diagnostic_code::end_of_data_missing, "end_of_data_missing"sv, severity::violation,
     "5321 4.1.1.4"sv,
     "mail data without a line with only a dot at its end; read to the end of the input"sv},
    {diagnostic_code::data_bare_lf, "data_bare_lf"sv, severity::ambiguity, "5321 2.3.8"sv,
     "an LF without a CR before it; kept as data, but other servers may end the line here"sv},
    {diagnostic_code::data_line_too_long, "data_line_too_long"sv, severity::violation,
     "5321 4.5.3.1.6"sv,
     "a line of more than 1000 octets; kept, but other servers may refuse it"sv},
    {diagnostic_code::data_dot_not_stuffed, "data_dot_not_stuffed"sv, severity::violation,
     "5321 4.5.2"sv,
     "a dot at the start of a line that the client did not double; dropped, as all servers do"sv},
    {diagnostic_code::bdat_malformed, "bdat_malformed"sv, severity::violation, "3030 2"sv,
     "a BDAT command whose size cannot be read; not read, since where its octets end is not "
     "known"sv},
    {diagnostic_code::bdat_incomplete, "bdat_incomplete"sv, severity::violation, "3030 2"sv,
     "BDAT commands with fewer octets than they announce, or none of them marked LAST; read as far "
     "as they go"sv},
    {diagnostic_code::date_malformed, "date_malformed"sv, severity::ambiguity, "5322 3.3"sv,
     "text that is not a date with a time; not read, but other programs may guess a date"sv},
    {diagnostic_code::date_out_of_range, "date_out_of_range"sv, severity::ambiguity, "5322 3.3"sv,
     "a date with a day or time that does not exist; not read, but other programs may compute "
     "another date"sv},
    {diagnostic_code::date_wrong_day_name, "date_wrong_day_name"sv, severity::ambiguity,
     "5322 3.3"sv,
     "a day of the week that does not match the date; not read, but other programs may ignore the "
     "day of the week"sv},
    {diagnostic_code::date_ambiguous, "date_ambiguous"sv, severity::ambiguity, "5322 3.3"sv,
     "a date that can be understood in several ways; not read, but other programs may choose "
     "one"sv},
    {diagnostic_code::date_obsolete, "date_obsolete"sv, severity::obsolete, "5322 4.3"sv,
     "a date in an obsolete form; read as the RFC describes that form"sv},
    {diagnostic_code::date_unusual_form, "date_unusual_form"sv, severity::ambiguity, "5322 3.3"sv,
     "a date that is not in the standard form; read with its only sensible meaning, but other "
     "programs may read part of it or nothing"sv},
    {diagnostic_code::date_zone_missing, "date_zone_missing"sv, severity::ambiguity, "5322 3.3"sv,
     "a date without a time zone; read as UTC with an unknown local zone (-0000), but other "
     "programs may assume their own zone"sv},
    {diagnostic_code::date_zone_unknown, "date_zone_unknown"sv, severity::ambiguity, "5322 4.3"sv,
     "a time zone name whose offset is uncertain; read as UTC with an unknown local zone (-0000), "
     "but other programs may know an offset"sv},
    {diagnostic_code::date_zone_unreadable, "date_zone_unreadable"sv, severity::ambiguity,
     "5322 4.3"sv,
     "a time zone that cannot be read, has no clear sign, or contradicts another one; read as UTC "
     "with an unknown local zone (-0000), but other programs may choose an offset"sv},
    {diagnostic_code::date_trailing_text, "date_trailing_text"sv, severity::violation, "5322 3.3"sv,
     "text after the date; ignored"sv},
    {diagnostic_code::received_not_closed, "received_not_closed"sv, severity::ambiguity,
     "5322 3.2"sv,
     "a comment, quote or bracket in a Received field that is never closed; it includes the rest "
     "of the field, but other programs may end it earlier"sv},
    {diagnostic_code::received_from_missing, "received_from_missing"sv, severity::note,
     "5321 4.4"sv,
     "a Received field that does not say from which server the message came; that server is unknown"sv},
    {diagnostic_code::received_by_missing, "received_by_missing"sv, severity::note, "5321 4.4"sv,
     "a Received field that does not say which server received the message; that server is unknown"sv},
    {diagnostic_code::received_clause_duplicate, "received_clause_duplicate"sv, severity::ambiguity,
     "5321 4.4"sv,
     "a second clause of the same kind in a Received field; the first one is used, but other "
     "programs may use the last"sv},
    {diagnostic_code::received_clause_word, "received_clause_word"sv, severity::ambiguity,
     "5321 4.4"sv,
     "a clause word in the place of a value in a Received field; read as the value, but other "
     "programs may start a new clause here"sv},
    {diagnostic_code::received_clause_empty, "received_clause_empty"sv, severity::violation,
     "5321 4.4"sv, "a clause without a value in a Received field; read as empty"sv},
    {diagnostic_code::received_unexpected_text, "received_unexpected_text"sv, severity::violation,
     "5321 4.4"sv, "unexpected text in a Received field; kept, but given no meaning"sv},
    {diagnostic_code::received_date_missing, "received_date_missing"sv, severity::violation,
     "5321 4.4"sv, "a Received field without a semicolon and a date at its end; it has no date"sv},
    {diagnostic_code::received_date_misplaced, "received_date_misplaced"sv, severity::violation,
     "5321 4.4"sv,
     "a date that does not come after a semicolon at the end of a Received field; read"sv},
    {diagnostic_code::received_address_form, "received_address_form"sv, severity::violation,
     "5321 4.4"sv,
     "an IP address with a port but without brackets, or next to text other than the name of its "
     "host, in a Received field; read"sv},
    {diagnostic_code::received_address_after_helo, "received_address_after_helo"sv,
     severity::ambiguity, "5321 4.4"sv,
     "an IP address after the name by which the client introduced itself; read as recorded by the "
     "server, but the client may have written it"sv},
    {diagnostic_code::transcript_line_unplaced, "transcript_line_unplaced"sv, severity::note,
     "5321 3.1"sv, "lines of a transcript that are neither commands nor replies; ignored"sv},
    {diagnostic_code::transcript_line_ending, "transcript_line_ending"sv, severity::ambiguity,
     "5321 2.3.8"sv,
     "a line of a transcript that ends with LF alone, although others end with CRLF; not read as a "
     "command, a reply or the end of the message, but other programs may do so"sv},
    {diagnostic_code::transcript_mark_missing, "transcript_mark_missing"sv, severity::ambiguity,
     "5321 4.1.1.4"sv,
     "lines without a mark after the server asked for the message, although other lines have "
     "marks; "
     "read as the message, up to a line \".\", but other programs may ignore them"sv},
    {diagnostic_code::transcript_message_cut, "transcript_message_cut"sv, severity::limit,
     "5321 4.1.1.4"sv,
     "a message whose end is not in the transcript; what is there of it was read"sv},
    {diagnostic_code::transcript_reply_missing, "transcript_reply_missing"sv, severity::note,
     "5321 4.2"sv,
     "something that the client sent, to which no reply is in the transcript; it has none"sv},
    {diagnostic_code::transcript_reply_unexpected, "transcript_reply_unexpected"sv,
     severity::ambiguity, "5321 4.2"sv,
     "a reply to which no command belongs; ignored, but other programs may take it for the reply "
     "to "
     "another command"sv},
    {diagnostic_code::transcript_reply_doubtful, "transcript_reply_doubtful"sv, severity::ambiguity,
     "2920 3.1"sv,
     "replies whose number differs from that of the commands, or that do not fit them; none of "
     "these "
     "commands has a reply, but other programs may match them in some way"sv},
    {diagnostic_code::tag_empty, "tag_empty"sv, severity::violation, "6376 3.2"sv,
     "nothing between two semicolons in a list of tags; ignored"sv},
    {diagnostic_code::tag_without_value, "tag_without_value"sv, severity::violation, "6376 3.2"sv,
     "a tag without an equals sign; ignored, and the other tags are read"sv},
    {diagnostic_code::tag_name_malformed, "tag_name_malformed"sv, severity::violation, "6376 3.2"sv,
     "a tag whose name is not valid; ignored, and the other tags are read"sv},
    {diagnostic_code::tag_value_octet, "tag_value_octet"sv, severity::violation, "6376 3.2"sv,
     "a character that is not allowed in the value of a tag; the tag is ignored, and the other "
     "tags are read"sv},
    {diagnostic_code::tag_value_malformed, "tag_value_malformed"sv, severity::violation,
     "6376 3.5"sv, "a value that is not valid for its tag; the value is not read"sv},
    {diagnostic_code::tag_duplicate, "tag_duplicate"sv, severity::ambiguity, "6376 3.2"sv,
     "a second tag with the same name; the first one is used, but other programs may use the last "
     "one or reject the list"sv},
    {diagnostic_code::tag_missing, "tag_missing"sv, severity::violation, "6376 3.5"sv,
     "a required tag is missing; it has no value"sv},
    {diagnostic_code::dkim_version_missing, "dkim_version_missing"sv, severity::violation,
     "6376 3.5"sv,
     "a DKIM signature without a version (v=); read as version 1, but verifiers reject it"sv},
    {diagnostic_code::dkim_algorithm_missing, "dkim_algorithm_missing"sv, severity::violation,
     "6376 3.5"sv, "a signature without an algorithm (a=); read, but verifiers reject it"sv},
    {diagnostic_code::dkim_signature_data_missing, "dkim_signature_data_missing"sv,
     severity::violation, "6376 3.5"sv,
     "a signature without its data (b=); read, but verifiers reject it"sv},
    {diagnostic_code::dkim_body_hash_missing, "dkim_body_hash_missing"sv, severity::violation,
     "6376 3.5"sv,
     "a signature without the hash of the body (bh=); read, but verifiers reject it"sv},
    {diagnostic_code::dkim_domain_missing, "dkim_domain_missing"sv, severity::violation,
     "6376 3.5"sv, "a signature without a signing domain (d=); read, but verifiers reject it"sv},
    {diagnostic_code::dkim_header_names_missing, "dkim_header_names_missing"sv, severity::violation,
     "6376 3.5"sv,
     "a signature that does not say which header fields it covers (h=); read, but verifiers reject it"sv},
    {diagnostic_code::dkim_selector_missing, "dkim_selector_missing"sv, severity::violation,
     "6376 3.5"sv, "a signature without the name of its key (s=); read, but verifiers reject it"sv},
    {diagnostic_code::dkim_version, "dkim_version"sv, severity::violation, "6376 3.5"sv,
     "a DKIM signature of an unknown version; read as version 1"sv},
    {diagnostic_code::dkim_algorithm_historic, "dkim_algorithm_historic"sv, severity::violation,
     "8301 3.1"sv,
     "a DKIM signature that uses SHA-1, which is no longer secure; read, but verifiers must reject "
     "it"sv},
    {diagnostic_code::dkim_from_unsigned, "dkim_from_unsigned"sv, severity::violation, "6376 5.4"sv,
     "a DKIM signature that does not cover the From field; read, but verifiers reject it"sv},
    {diagnostic_code::dkim_identity_outside_domain, "dkim_identity_outside_domain"sv,
     severity::violation, "6376 3.5"sv,
     "the identity in a DKIM signature (i=) is outside of the signing domain (d=); read, but "
     "verifiers reject the signature"sv},
    {diagnostic_code::dkim_expiration_before_timestamp, "dkim_expiration_before_timestamp"sv,
     severity::violation, "6376 3.5"sv,
     "a DKIM signature that expires no later than it was made; both times are read unchanged"sv},
    {diagnostic_code::dkim_canonicalization_unknown, "dkim_canonicalization_unknown"sv,
     severity::limit, "6376 3.4"sv,
     "a signature with a canonicalization (c=) other than simple and relaxed; the text that it "
     "covers cannot be determined, and verifiers ignore it"sv},
    {diagnostic_code::dkim_header_names_limit, "dkim_header_names_limit"sv, severity::limit,
     "6376 3.5"sv,
     "a signature that covers more than 128 header fields (h=); the text that it covers is not "
     "determined"sv},
    {diagnostic_code::dkim_signatures_limit, "dkim_signatures_limit"sv, severity::limit,
     "6376 6.1"sv,
     "more than 10 signatures; what this one and later ones leave unsigned is not determined"sv},
    {diagnostic_code::dkim_body_length_beyond_body, "dkim_body_length_beyond_body"sv,
     severity::violation, "6376 3.5"sv,
     "a signature that covers more octets than the body has (l=); verifiers must reject it"sv},
    {diagnostic_code::auth_not_closed, "auth_not_closed"sv, severity::ambiguity, "5322 3.2"sv,
     "a comment or quote that is never closed; it includes the rest of the field, but other "
     "programs may find results in it"sv},
    {diagnostic_code::authres_authserv_id_missing, "authres_authserv_id_missing"sv,
     severity::violation, "8601 2.2"sv,
     "authentication results without the name of the server that recorded them; the results are "
     "read, but their origin is unknown"sv},
    {diagnostic_code::authres_text_after_id, "authres_text_after_id"sv, severity::violation,
     "8601 2.2"sv,
     "unexpected text after the name of the server that recorded the results; ignored"sv},
    {diagnostic_code::authres_version_unknown, "authres_version_unknown"sv, severity::violation,
     "8601 2.6"sv, "authentication results of an unknown version; the results are not read"sv},
    {diagnostic_code::authres_result_missing, "authres_result_missing"sv, severity::note,
     "8601 2.2"sv, "no authentication result, or none after the last semicolon; ignored"sv},
    {diagnostic_code::authres_result_malformed, "authres_result_malformed"sv, severity::violation,
     "8601 2.2"sv,
     "text that is not an authentication method with its result; ignored, and the other results "
     "are read"sv},
    {diagnostic_code::authres_property_malformed, "authres_property_malformed"sv,
     severity::violation, "8601 2.2"sv,
     "text after an authentication result that is not a property, or has two possible meanings; "
     "ignored, and the other properties are read"sv},
    {diagnostic_code::authres_property_without_ptype, "authres_property_without_ptype"sv,
     severity::violation, "8601 2.2"sv,
     "a property of an authentication result without its type; read by its name alone"sv},
    {diagnostic_code::authres_value_unquoted, "authres_value_unquoted"sv, severity::violation,
     "8601 2.2"sv,
     "a value that should be in quotes; read up to the next white space, comment or semicolon"sv},
    {diagnostic_code::authres_of_receiver, "authres_of_receiver"sv, severity::ambiguity, "8601 5"sv,
     "authentication results under the name of the server that added the topmost Received field, "
     "but below a Received field of another server; read, but the sender may have written them"sv},
    {diagnostic_code::arc_instance_missing, "arc_instance_missing"sv, severity::violation,
     "8617 4.1"sv, "an ARC field without an instance number (i=); the rest of it is read"sv},
    {diagnostic_code::arc_instance_not_first, "arc_instance_not_first"sv, severity::violation,
     "8617 4.1"sv,
     "the instance number (i=) is not the first tag of the ARC field; read nevertheless"sv},
    {diagnostic_code::arc_chain_status_missing, "arc_chain_status_missing"sv, severity::violation,
     "8617 4.1.3"sv,
     "an ARC-Seal without a chain status (cv=); read, but validators reject the chain"sv},
    {diagnostic_code::arc_field_signed, "arc_field_signed"sv, severity::violation, "8617 4.1.2"sv,
     "an ARC-Message-Signature covers a field that it must not cover; read unchanged"sv},
    {diagnostic_code::arc_seal_with_header_names, "arc_seal_with_header_names"sv,
     severity::violation, "8617 4.1.3"sv,
     "an ARC-Seal that lists header fields (h=), which is forbidden; read, but validators reject "
     "the chain"sv},
    {diagnostic_code::arc_field_without_set, "arc_field_without_set"sv, severity::violation,
     "8617 4.2.1"sv,
     "an ARC field without an instance number (i=) from 1 to 50; it belongs to no ARC set, and "
     "validators reject the chain"sv},
    {diagnostic_code::arc_set_duplicate, "arc_set_duplicate"sv, severity::ambiguity, "8617 4.2"sv,
     "a second ARC field of the same kind with the same instance number; the first one is used, "
     "but other programs may use the last one or reject the chain"sv},
    {diagnostic_code::arc_set_incomplete, "arc_set_incomplete"sv, severity::violation, "8617 4.2"sv,
     "the ARC set to which this field belongs lacks one of its three fields (ARC-Seal, "
     "ARC-Message-Signature, ARC-Authentication-Results); the others are read, but validators "
     "reject the chain"sv},
    {diagnostic_code::arc_set_missing, "arc_set_missing"sv, severity::violation, "8617 5.2"sv,
     "an ARC set before which at least one set is missing; the existing sets are read, but "
     "validators reject the chain"sv},
    {diagnostic_code::arc_chain_status_impossible, "arc_chain_status_impossible"sv,
     severity::violation, "8617 5.2"sv,
     "an ARC-Seal with a chain status (cv=) that its place in the chain does not allow; read "
     "unchanged, but validators reject the chain"sv},
    {diagnostic_code::dkim_shown_field_unsigned, "dkim_shown_field_unsigned"sv, severity::note,
     "6376 5.4"sv,
     "a field that mail programs show or act on, and that the signature does not cover; anyone may "
     "have changed it"sv},
    {diagnostic_code::dkim_shown_field_added, "dkim_shown_field_added"sv, severity::ambiguity,
     "6376 8.15"sv,
     "more fields of this name than the signature covers; it covers the lowest, but mail programs "
     "may show the uppermost, which anyone may have added"sv},
    {diagnostic_code::dkim_body_partly_signed, "dkim_body_partly_signed"sv, severity::note,
     "6376 8.2"sv,
     "a signature that covers only the start of the body (l=); anyone may have added the rest"sv},
    {diagnostic_code::spf_result_unknown, "spf_result_unknown"sv, severity::violation, "7208 9.1"sv,
     "a Received-SPF field that does not start with a known SPF result; no result is read"sv},
    {diagnostic_code::spf_pair_malformed, "spf_pair_malformed"sv, severity::violation, "7208 9.1"sv,
     "text in a Received-SPF field that is not a key with a value, or has two possible meanings; "
     "ignored, and the other pairs are read"sv},
    {diagnostic_code::spf_value_unquoted, "spf_value_unquoted"sv, severity::violation, "7208 9.1"sv,
     "a value in a Received-SPF field that should be in quotes; read up to the next white space, "
     "comment or semicolon"sv},
    {diagnostic_code::dmarc_version, "dmarc_version"sv, severity::violation, "9989 4.7"sv,
     "a DMARC record that does not start with v=DMARC1; its tags are read, but receivers ignore "
     "the record"sv},
    {diagnostic_code::dmarc_tag_historic, "dmarc_tag_historic"sv, severity::obsolete, "9989 4.7"sv,
     "a tag that was removed from DMARC; read, but receivers ignore it"sv},
    {diagnostic_code::bimi_version, "bimi_version"sv, severity::violation, ""sv,
     "a BIMI record or selector that does not start with v=BIMI1; its tags are read, but receivers "
     "ignore it"sv},
    {diagnostic_code::parameter_missing, "parameter_missing"sv, severity::note, "2045 5.1"sv,
     "the parameter is missing; it has no value"sv},
    {diagnostic_code::parameter_malformed, "parameter_malformed"sv, severity::ambiguity,
     "2045 5.1"sv,
     "text that is not a parameter name with a value; ignored, but other programs may also ignore "
     "the parameters after it, such as a boundary"sv},
    {diagnostic_code::parameter_empty, "parameter_empty"sv, severity::note, "2045 5.1"sv,
     "a semicolon that no parameter follows; ignored"sv},
    {diagnostic_code::parameter_not_closed, "parameter_not_closed"sv, severity::ambiguity,
     "2045 5.1"sv,
     "a comment or quote among the parameters that is never closed; it includes the rest of the "
     "field, but other programs may find parameters in it"sv},
    {diagnostic_code::parameter_without_semicolon, "parameter_without_semicolon"sv,
     severity::ambiguity, "2045 5.1"sv,
     "a parameter without a semicolon before it; read as a parameter, but other programs may read "
     "it as part of the value before it"sv},
    {diagnostic_code::parameter_text_after_value, "parameter_text_after_value"sv,
     severity::ambiguity, "2045 5.1"sv,
     "text after a quoted parameter value; ignored, but other programs may add it to the value"sv},
    {diagnostic_code::parameter_comment_in_value, "parameter_comment_in_value"sv,
     severity::ambiguity, "2045 5.1"sv,
     "a comment inside an unquoted parameter value; read as part of the value, but other programs "
     "may drop it or end the value there"sv},
    {diagnostic_code::parameter_quoted_pair, "parameter_quoted_pair"sv, severity::ambiguity,
     "2045 5.1"sv,
     "a backslash in quotes before a character that does not need one; kept in file names and "
     "removed elsewhere, but other programs may do otherwise"sv},
    {diagnostic_code::parameter_percent_unmarked, "parameter_percent_unmarked"sv,
     severity::ambiguity, "2231 4.1"sv,
     "percent-encoding in a parameter that is not marked as encoded by an asterisk; kept "
     "unchanged, but other programs may decode it"sv},
    {diagnostic_code::parameter_charset_missing, "parameter_charset_missing"sv, severity::ambiguity,
     "2231 4"sv,
     "an encoded parameter value that does not say its character set; all of it is read as text, "
     "but other programs may ignore it or guess"sv},
    {diagnostic_code::parameter_charset_unknown, "parameter_charset_unknown"sv, severity::ambiguity,
     "2231 4"sv,
     "an encoded parameter value in an unknown character set; read as UTF-8 or in the fallback character set, but other programs may ignore it or guess"sv},
    {diagnostic_code::parameter_value_unquoted, "parameter_value_unquoted"sv, severity::ambiguity,
     "2045 5.1"sv,
     "a parameter value that should be in quotes; read up to the semicolon, but other programs may "
     "end it earlier"sv},
    {diagnostic_code::parameter_value_empty, "parameter_value_empty"sv, severity::violation,
     "2045 5.1"sv, "a parameter without a value; read as empty"sv},
    {diagnostic_code::parameter_encoded_word, "parameter_encoded_word"sv, severity::ambiguity,
     "2047 5"sv,
     "encoded text (=?...?=) in a parameter value, where it is not allowed; decoded when the value "
     "is read as a file name, but other programs may do otherwise"sv},
    {diagnostic_code::parameter_section_malformed, "parameter_section_malformed"sv,
     severity::ambiguity, "2231 3"sv,
     "an asterisk in a parameter name that does not number a section; read as part of the name, "
     "but other programs may read a section"sv},
    {diagnostic_code::parameter_extended_quoted, "parameter_extended_quoted"sv, severity::violation,
     "2231 4"sv, "an encoded parameter value in quotes; read without the quotes"sv},
    {diagnostic_code::parameter_percent_malformed, "parameter_percent_malformed"sv,
     severity::ambiguity, "2231 4"sv,
     "a percent sign that two hexadecimal digits do not follow; kept unchanged, but other programs "
     "may replace it or see no value"sv},
    {diagnostic_code::parameter_white_space, "parameter_white_space"sv, severity::note,
     "2045 5.1"sv, "white space or a comment beside the equals sign of a parameter; ignored"sv},
    {diagnostic_code::parameter_section_missing, "parameter_section_missing"sv, severity::ambiguity,
     "2231 3"sv,
     "a section of a parameter value, but not the section before it; ignored, but other programs "
     "may use it or ignore all sections"sv},
    {diagnostic_code::parameter_section_order, "parameter_section_order"sv, severity::ambiguity,
     "2231 3"sv,
     "sections of a parameter value that are badly out of order; the value ends before this "
     "section, but other programs may add the rest"sv},
    {diagnostic_code::parameter_duplicate, "parameter_duplicate"sv, severity::ambiguity,
     "2045 5.1"sv,
     "a second parameter or section with the same name; only one is used, and other programs may "
     "use another one"sv},
    {diagnostic_code::parameter_repeated, "parameter_repeated"sv, severity::violation, "2045 5.1"sv,
     "a second parameter with the same name and value; ignored"sv},
    {diagnostic_code::parameter_names_limit, "parameter_names_limit"sv, severity::limit,
     "2045 5.1"sv,
     "more than 8 names of parameters besides boundary, charset, filename, name and start; whether "
     "this one and later ones occur again is not checked"sv},
    {diagnostic_code::parameter_forms_differ, "parameter_forms_differ"sv, severity::ambiguity,
     "2231 4"sv,
     "a parameter that is also given in another form, with a different value; the other form is "
     "used, but other programs may use this one"sv},
    {diagnostic_code::content_type_malformed, "content_type_malformed"sv, severity::ambiguity,
     "2045 5.2"sv,
     "a Content-Type that does not start with a media type; read as plain text in the "
     "character set that it names, but other programs may guess"sv},
    {diagnostic_code::content_type_text_after, "content_type_text_after"sv, severity::ambiguity,
     "2045 5.1"sv,
     "text after the media type without a semicolon before it; ignored, but other programs may not "
     "recognize the type"sv},
    {diagnostic_code::content_type_comment, "content_type_comment"sv, severity::ambiguity,
     "2045 5.1"sv,
     "a comment in a Content-Type field; skipped, but other programs may read it as part of the "
     "type or of a parameter value"sv},
    {diagnostic_code::boundary_malformed, "boundary_malformed"sv, severity::ambiguity,
     "2046 5.1.1"sv,
     "a multipart boundary that is too long, contains a forbidden character or ends with a space; "
     "used unchanged, but other programs may find no parts"sv},
    {diagnostic_code::boundary_extended, "boundary_extended"sv, severity::ambiguity, "2231 3"sv,
     "a multipart boundary in sections or with a character set, as parameters may be since RFC "
     "2231; read, but other programs may find no boundary, or only a part of it"sv},
    {diagnostic_code::boundary_missing, "boundary_missing"sv, severity::ambiguity, "2046 5.1.1"sv,
     "a multipart without a boundary; read as plain data, but other programs may guess the "
     "boundary or see no part"sv},
    {diagnostic_code::disposition_malformed, "disposition_malformed"sv, severity::violation,
     "2183 2"sv,
     "a Content-Disposition that does not start with a word; read as an unknown disposition with "
     "its parameters"sv},
    {diagnostic_code::disposition_unknown, "disposition_unknown"sv, severity::note, "2183 2.8"sv,
     "an unknown Content-Disposition; treated as an attachment"sv},
    {diagnostic_code::disposition_text_after, "disposition_text_after"sv, severity::ambiguity,
     "2183 2"sv,
     "text after the disposition without a semicolon before it; ignored, but other programs may "
     "not recognize the disposition"sv},
    {diagnostic_code::disposition_value_malformed, "disposition_value_malformed"sv,
     severity::violation, "2183 2"sv, "a file date or size that is not valid; not read"sv},
    {diagnostic_code::file_name_misplaced, "file_name_misplaced"sv, severity::ambiguity,
     "2183 2.3"sv,
     "a file name in a parameter that is not for it: filename of Content-Type, or name of "
     "Content-Disposition; used if there is no other, but other programs may show no name"sv},
    {diagnostic_code::file_names_differ, "file_names_differ"sv, severity::ambiguity, "2183 2.3"sv,
     "two different names of one file: in Content-Disposition and in Content-Type; the one in "
     "Content-Disposition is used unless it is empty, but other programs may use the other one"sv},
    {diagnostic_code::transfer_encoding_malformed, "transfer_encoding_malformed"sv,
     severity::violation, "2045 6.1"sv,
     "a Content-Transfer-Encoding that does not start with a word; the body is not decoded"sv},
    {diagnostic_code::transfer_encoding_unknown, "transfer_encoding_unknown"sv, severity::ambiguity,
     "2045 6.4"sv,
     "an unknown Content-Transfer-Encoding; the body is not decoded, but other programs may guess "
     "the encoding or refuse the body"sv},
    {diagnostic_code::transfer_encoding_quoted, "transfer_encoding_quoted"sv, severity::ambiguity,
     "2045 6.1"sv,
     "a Content-Transfer-Encoding in quotes; read without the quotes, but other programs may not "
     "decode the body"sv},
    {diagnostic_code::transfer_encoding_uuencode, "transfer_encoding_uuencode"sv,
     severity::ambiguity, "2045 6.3"sv,
     "uuencode, which is not a transfer encoding of MIME; decoded, but other programs may show the "
     "encoded text"sv},
    {diagnostic_code::transfer_encoding_text_after, "transfer_encoding_text_after"sv,
     severity::ambiguity, "2045 6.1"sv,
     "text after the name of the encoding; ignored, but other programs may not recognize the "
     "encoding"sv},
    {diagnostic_code::charset_label_unregistered, "charset_label_unregistered"sv,
     severity::ambiguity, "2046 4.1.2"sv,
     "a character set name that is not registered; read as the character set that it usually "
     "means, but other programs may not know it"sv},
    {diagnostic_code::charset_octets_replaced, "charset_octets_replaced"sv, severity::violation,
     "2045 2.2"sv, "bytes that are not valid in the text's character set; replaced by U+FFFD"sv},
    {diagnostic_code::charset_undeclared, "charset_undeclared"sv, severity::violation,
     "2046 4.1.2"sv,
     "text beyond ASCII that declares no known character set, or US-ASCII; read as UTF-8, "
     "because it is valid UTF-8"sv},
    {diagnostic_code::charset_fallback, "charset_fallback"sv, severity::ambiguity, "2046 4.1.2"sv,
     "text beyond ASCII that declares no known character set, or US-ASCII, and is not UTF-8; read "
     "in the fallback character set, but other programs may read it in another one"sv},
    {diagnostic_code::charset_from_mark, "charset_from_mark"sv, severity::ambiguity, "2046 4.1.2"sv,
     "text that declares its character set only with a byte order mark; read in that "
     "character set, but other programs may ignore the mark"sv},
    {diagnostic_code::charset_from_html, "charset_from_html"sv, severity::note, "6657 3"sv,
     "HTML that declares its character set only in the document; read in that character set"sv},
    {diagnostic_code::charset_byte_order_missing, "charset_byte_order_missing"sv,
     severity::ambiguity, "2781 4.3"sv,
     "UTF-16 or UTF-32 text that does not declare its byte order; other programs may read it "
     "in the other order"sv},
    {diagnostic_code::charset_not_converted, "charset_not_converted"sv, severity::note,
     "2046 4.1.2"sv,
     "a character set that needs a converter, and none that supports it is installed; the text is "
     "replaced by U+FFFD"sv},
    {diagnostic_code::base64_octet, "base64_octet"sv, severity::ambiguity, "2045 6.8"sv,
     "a character in base64 that does not belong there; ignored, but other programs may stop here "
     "or read it"sv},
    {diagnostic_code::base64_padding, "base64_padding"sv, severity::ambiguity, "4648 3.2"sv,
     "a misplaced, extra or missing equals sign in base64; ignored, but other programs may stop "
     "here or decode other bytes"sv},
    {diagnostic_code::base64_after_padding, "base64_after_padding"sv, severity::ambiguity,
     "2045 6.8"sv,
     "base64 data after the equals signs that should end it; decoded, but other programs may stop "
     "before it"sv},
    {diagnostic_code::base64_left_over_bits, "base64_left_over_bits"sv, severity::violation,
     "4648 3.5"sv, "bits at the end of base64 data that do not fill a byte; dropped"sv},
    {diagnostic_code::base64_truncated, "base64_truncated"sv, severity::ambiguity, "2045 6.8"sv,
     "base64 data that ends early; the complete bytes are decoded, but other programs may decode "
     "none of the last ones"sv},
    {diagnostic_code::uuencode_begin_missing, "uuencode_begin_missing"sv, severity::ambiguity,
     "2045 6.3"sv,
     "uuencoded text without a \"begin\" line; decoded if its first line is data, but other "
     "programs may see no file"sv},
    {diagnostic_code::uuencode_not_ended, "uuencode_not_ended"sv, severity::violation, "2045 6.3"sv,
     "a uuencoded file without an \"end\" line; it may be incomplete"sv},
    {diagnostic_code::uuencode_line_size, "uuencode_line_size"sv, severity::violation, "2045 6.3"sv,
     "a uuencoded line with too few or too many characters; missing ones are read as spaces"sv},
    {diagnostic_code::uuencode_line_malformed, "uuencode_line_malformed"sv, severity::ambiguity,
     "2045 6.3"sv,
     "a line in a uuencoded file that is not data; the file ends here, but other programs may read "
     "on"sv},
    {diagnostic_code::uuencode_other_text, "uuencode_other_text"sv, severity::note, "2045 6.3"sv,
     "text before or after a uuencoded file; ignored"sv},
    {diagnostic_code::uuencoded_file_in_text, "uuencoded_file_in_text"sv, severity::note,
     "2045 6.3"sv, "a uuencoded file inside a text; found as a file, and left in the text"sv},
    {diagnostic_code::qp_escape_malformed, "qp_escape_malformed"sv, severity::ambiguity,
     "2045 6.7"sv,
     "an equals sign in quoted-printable that does not encode anything; kept as text, but other "
     "programs may drop it"sv},
    {diagnostic_code::qp_escape_lower_case, "qp_escape_lower_case"sv, severity::violation,
     "2045 6.7"sv, "a lower-case hexadecimal digit in quoted-printable; decoded as upper case"sv},
    {diagnostic_code::qp_soft_break_at_end, "qp_soft_break_at_end"sv, severity::ambiguity,
     "2045 6.7"sv,
     "an equals sign at the very end of quoted-printable; read as a line break that joins lines, "
     "but other programs may keep it"sv},
    {diagnostic_code::qp_white_space, "qp_white_space"sv, severity::ambiguity, "2045 6.7"sv,
     "white space at the end of a line of quoted-printable; dropped, because it was added in "
     "transit, but other programs may keep it"sv},
    {diagnostic_code::qp_octet, "qp_octet"sv, severity::ambiguity, "2045 6.7"sv,
     "a character in quoted-printable that should have been encoded; kept unchanged, but other "
     "programs may drop it"sv},
    {diagnostic_code::encoded_line_too_long, "encoded_line_too_long"sv, severity::violation,
     "2045 6"sv, "a line of more than 76 bytes in an encoded body; decoded"sv},
    {diagnostic_code::encoded_word_malformed, "encoded_word_malformed"sv, severity::ambiguity,
     "2047 2"sv,
     "text that looks like encoded text (=?...?=) but is malformed; shown unchanged, but other "
     "programs may decode it"sv},
    {diagnostic_code::encoded_word_in_quotes, "encoded_word_in_quotes"sv, severity::ambiguity,
     "2047 5"sv,
     "encoded text (=?...?=) in quotes, where it is not allowed; decoded, but other programs may "
     "show it unchanged"sv},
    {diagnostic_code::encoded_word_white_space, "encoded_word_white_space"sv, severity::ambiguity,
     "2047 2"sv,
     "encoded text (=?...?=) with white space in it; decoded, but other programs may show it "
     "unchanged"sv},
    {diagnostic_code::encoded_word_charset_name, "encoded_word_charset_name"sv, severity::ambiguity,
     "2047 2"sv,
     "encoded text (=?...?=) with a colon or dot in the name of its character set; decoded, but "
     "other programs may show it unchanged"sv},
    {diagnostic_code::encoded_word_not_separated, "encoded_word_not_separated"sv,
     severity::ambiguity, "2047 5"sv,
     "encoded text (=?...?=) that is not separated from its neighbors by white space; decoded, but "
     "other programs may show it unchanged"sv},
    {diagnostic_code::encoded_word_too_long, "encoded_word_too_long"sv, severity::violation,
     "2047 2"sv, "encoded text (=?...?=) of more than 75 bytes in one piece; decoded"sv},
    {diagnostic_code::encoded_word_line_too_long, "encoded_word_line_too_long"sv,
     severity::violation, "2047 2"sv,
     "the first line of more than 76 characters in this header section that has encoded text (=?...?=); decoded"sv},
    {diagnostic_code::encoded_word_misplaced, "encoded_word_misplaced"sv, severity::violation,
     "2047 5"sv,
     "encoded text (=?...?=) in a Received field, where it is not allowed; kept unchanged"sv},
    {diagnostic_code::encoded_word_text_malformed, "encoded_word_text_malformed"sv,
     severity::ambiguity, "2047 5"sv,
     "encoded text (=?...?=) that is empty or contains a character that is not allowed; decoded, "
     "but other programs may show it unchanged"sv},
    {diagnostic_code::encoded_word_lower_case, "encoded_word_lower_case"sv, severity::note,
     "2047 4.2"sv,
     "encoded text (=?...?=) with hexadecimal digits in lower case; decoded as upper case"sv},
    {diagnostic_code::encoded_word_charset_unknown, "encoded_word_charset_unknown"sv,
     severity::ambiguity, "2047 6.2"sv,
     "encoded text (=?...?=) in an unknown character set; shown unchanged, but other programs may "
     "guess"sv},
    {diagnostic_code::encoded_word_not_converted, "encoded_word_not_converted"sv, severity::note,
     "2047 6.2"sv,
     "encoded text (=?...?=) in a character set that needs a converter, and none that supports it "
     "is installed; shown unchanged"sv},
    {diagnostic_code::encoded_word_split_character, "encoded_word_split_character"sv,
     severity::ambiguity, "2047 5"sv,
     "a character that is split between two pieces of encoded text (=?...?=); joined, but other "
     "programs may show two replacement characters"sv},
    {diagnostic_code::encoded_word_text_split, "encoded_word_text_split"sv, severity::ambiguity,
     "2047 5"sv,
     "encoded text (=?...?=) that is cut inside an encoded byte, and goes on in the next piece; "
     "joined, but other programs may decode each piece alone"sv},
    {diagnostic_code::encoded_word_control, "encoded_word_control"sv, severity::ambiguity,
     "2047 5"sv,
     "a control character in encoded text (=?...?=); kept, but other programs may drop it or stop "
     "here"sv},
    {diagnostic_code::typed_value_without_type, "typed_value_without_type"sv, severity::violation,
     "3464 2.1.2"sv,
     "a value without its type and a semicolon before it; read as text without a type"sv},
    {diagnostic_code::recipient_address_type, "recipient_address_type"sv, severity::violation,
     "3464 2.3.2"sv, "an address type that is misspelled; read as rfc822"sv},
    {diagnostic_code::report_line_not_folded, "report_line_not_folded"sv, severity::violation,
     "3464 2.1.1"sv,
     "lines after the diagnostic code of a recipient that are neither folded nor fields; read "
     "as its continuation"sv},
    {diagnostic_code::report_group_shared, "report_group_shared"sv, severity::ambiguity,
     "3464 2.1"sv,
     "another recipient in a group of fields, with no empty line before it; read as a "
     "recipient, but other programs may mix its fields with those of the one before"sv},
    {diagnostic_code::report_group_split, "report_group_split"sv, severity::ambiguity, "3464 2.1"sv,
     "an empty line between the address of a recipient and what happened to the message; read as "
     "one recipient, but other programs may see two"sv},
    {diagnostic_code::typed_value_malformed, "typed_value_malformed"sv, severity::ambiguity,
     "3464 2.1.2"sv,
     "a value whose type is not a single word; not read, but other programs may use it as the "
     "type"sv},
    {diagnostic_code::status_code_malformed, "status_code_malformed"sv, severity::violation,
     "3464 2.3.4"sv, "text that is not a status code such as 5.1.1; not read"sv},
    {diagnostic_code::status_code_text_after, "status_code_text_after"sv, severity::violation,
     "3464 2.3.4"sv, "text after a status code that is not a comment; ignored"sv},
    {diagnostic_code::status_code_leading_zero, "status_code_leading_zero"sv, severity::violation,
     "3464 2.3.4"sv, "a leading zero in a status code; ignored"sv},
    {diagnostic_code::reply_line_malformed, "reply_line_malformed"sv, severity::violation,
     "5321 4.2"sv,
     "a line that is not a reply of an SMTP server, which starts with three digits, the first "
     "one 2 to 5, and then a space, a hyphen or nothing more; not read"sv},
    {diagnostic_code::reply_separator, "reply_separator"sv, severity::violation, "5321 4.2"sv,
     "a tab instead of a space after the code of a reply; read as a space"sv},
    {diagnostic_code::reply_code_range, "reply_code_range"sv, severity::violation, "5321 4.2"sv,
     "a reply code whose second digit is not 0 to 5; read, since its first digit says what it "
     "means"sv},
    {diagnostic_code::reply_line_too_long, "reply_line_too_long"sv, severity::violation,
     "5321 4.5.3.1.5"sv, "a line of a reply with more than 512 bytes; read unchanged"sv},
    {diagnostic_code::reply_bare_lf, "reply_bare_lf"sv, severity::ambiguity, "5321 2.3.8"sv,
     "a line feed without a carriage return before it in a reply; part of the line, but other "
     "programs may end the line here"sv},
    {diagnostic_code::reply_text_octet, "reply_text_octet"sv, severity::violation, "5321 4.2"sv,
     "a byte in the text of a reply that is not printable ASCII, a space or a tab; read "
     "unchanged"sv},
    {diagnostic_code::reply_text_utf8, "reply_text_utf8"sv, severity::note, "6531 3.7.4.2"sv,
     "characters in the text of a reply that are not ASCII; allowed only if the client uses "
     "SMTPUTF8"sv},
    {diagnostic_code::reply_status_mismatch, "reply_status_mismatch"sv, severity::ambiguity,
     "2034 4"sv,
     "an enhanced status code that contradicts the reply code before it; read as text, but "
     "other programs may use it"sv},
    {diagnostic_code::reply_code_differs, "reply_code_differs"sv, severity::ambiguity,
     "5321 4.2.1"sv,
     "a line of a reply with another code than the line before it; the reply has no code and "
     "accepts nothing, but other programs use the first or the last line"sv},
    {diagnostic_code::reply_status_differs, "reply_status_differs"sv, severity::ambiguity,
     "2034 4"sv,
     "a line of a reply with another enhanced status code than an earlier line; the first one "
     "is used, but other programs may use another one"sv},
    {diagnostic_code::reply_not_complete, "reply_not_complete"sv, severity::ambiguity,
     "5321 4.2.1"sv,
     "a reply without its last line, in which no hyphen follows the code; the reply ends here, "
     "but other programs may wait for that line"sv},
    {diagnostic_code::ehlo_keyword_missing, "ehlo_keyword_missing"sv, severity::note,
     "5321 4.1.1.1"sv,
     "an extension that the server does not announce, or a line without a keyword; it has no "
     "value"sv},
    {diagnostic_code::ehlo_keyword_octet, "ehlo_keyword_octet"sv, severity::violation,
     "5321 4.1.1.1"sv,
     "a character in the keyword of an extension that is not a letter, digit or hyphen; read "
     "unchanged"sv},
    {diagnostic_code::ehlo_keyword_equals, "ehlo_keyword_equals"sv, severity::violation,
     "5321 4.1.1.1"sv,
     "an equals sign after the keyword of an extension, as in the historic AUTH=LOGIN; read as "
     "a space"sv},
    {diagnostic_code::ehlo_keyword_duplicate, "ehlo_keyword_duplicate"sv, severity::ambiguity,
     "5321 4.1.1.1"sv,
     "another line for an extension that the server has announced already; the first one is "
     "used, but other programs may use another one"sv},
    {diagnostic_code::ehlo_white_space, "ehlo_white_space"sv, severity::violation, "5321 4.1.1.1"sv,
     "white space beside the words of an extension that is not one space between two of them; "
     "read as one space"sv},
    {diagnostic_code::ehlo_parameter_octet, "ehlo_parameter_octet"sv, severity::violation,
     "5321 4.1.1.1"sv,
     "a character in the parameter of an extension that is not printable ASCII; read unchanged"sv},
    {diagnostic_code::ehlo_parameter_malformed, "ehlo_parameter_malformed"sv, severity::violation,
     "5321 4.1.1.1"sv,
     "a parameter of an extension that is not the number that it should be; not read"sv},
    {diagnostic_code::mdn_disposition_malformed, "mdn_disposition_malformed"sv, severity::violation,
     "8098 3.2.6"sv, "text that does not say what was done with the message; not read"sv},
    {diagnostic_code::feedback_value_malformed, "feedback_value_malformed"sv, severity::violation,
     "5965 3.2"sv,
     "text that is not the number or address that the field should contain; not read"sv},
    {diagnostic_code::report_field_duplicate, "report_field_duplicate"sv, severity::ambiguity,
     "3464 2.2"sv,
     "a second field with the same name in a report; the first one is used, but other programs may "
     "use another one"sv},
    {diagnostic_code::header_ended_by_delimiter, "header_ended_by_delimiter"sv, severity::ambiguity,
     "2046 5.1.1"sv,
     "a boundary line of a multipart in its own header section, with no empty line before it; the "
     "body starts here, but other programs may read the lines after it as header fields"sv},
    {diagnostic_code::multipart_without_part, "multipart_without_part"sv, severity::ambiguity,
     "2046 5.1.1"sv,
     "a multipart without a line that starts a part; read as plain data, but other programs may "
     "see no part or an empty one"sv},
    {diagnostic_code::multipart_encoded, "multipart_encoded"sv, severity::ambiguity, "2045 6.4"sv,
     "a multipart that claims to be encoded as a whole, which is forbidden; read without decoding, "
     "but other programs may decode it"sv},
    {diagnostic_code::part_encoding_wider, "part_encoding_wider"sv, severity::violation,
     "2045 6.4"sv,
     "a part in 8bit or binary in a multipart or message that is declared as 7bit or 8bit; read as the part declares"sv},
    {diagnostic_code::multipart_not_closed, "multipart_not_closed"sv, severity::ambiguity,
     "2046 5.1.1"sv,
     "a multipart without the line that ends it; it ends where its surroundings end, but other "
     "programs may see no parts"sv},
    {diagnostic_code::message_encoded, "message_encoded"sv, severity::ambiguity, "2046 5.2.1"sv,
     "an attached message that is encoded as a whole, which is forbidden; read as plain data, but "
     "other programs may see its parts"sv},
    {diagnostic_code::message_encoding_forbidden, "message_encoding_forbidden"sv,
     severity::violation, "2046 5.2.2"sv,
     "a fragment of a message, or a reference to data elsewhere, that is not in 7bit; not decoded"sv},
    {diagnostic_code::message_parameter_missing, "message_parameter_missing"sv, severity::violation,
     "2046 5.2.2"sv,
     "a fragment of a message, or a reference to data elsewhere, without a parameter that it must have; read as plain data"sv},
    {diagnostic_code::fragment_number_malformed, "fragment_number_malformed"sv, severity::violation,
     "2046 5.2.2"sv,
     "a fragment of a message whose number is not between 1 and the total; read as plain data"sv},
    {diagnostic_code::external_body_without_id, "external_body_without_id"sv, severity::violation,
     "2046 5.2.3"sv,
     "a reference to data elsewhere without the Content-ID of that data; read as plain data"sv},
    {diagnostic_code::security_parameter_missing, "security_parameter_missing"sv,
     severity::violation, "1847 2"sv,
     "a signed or encrypted multipart that does not say in which way (protocol, and micalg where "
     "it is signed); its parts are read as those of any multipart"sv},
    {diagnostic_code::report_type_missing, "report_type_missing"sv, severity::violation, "6522 3"sv,
     "a multipart/report that does not say what it reports (report-type); the report is read from "
     "its parts"sv},
    {diagnostic_code::related_type_missing, "related_type_missing"sv, severity::violation,
     "2387 3.1"sv,
     "a multipart/related that does not say of which type its first or start part is (type); the "
     "type of that part counts"sv},
    {diagnostic_code::body_encoded, "body_encoded"sv, severity::ambiguity, "2045 6.4"sv,
     "a body in base64 or quoted-printable; not read, but other programs may decode it first"sv},
    {diagnostic_code::cid_url_malformed, "cid_url_malformed"sv, severity::note, "2392 2"sv,
     "a URL that does not start with \"cid:\"; not read"sv},
    {diagnostic_code::entity_too_deep, "entity_too_deep"sv, severity::limit, "2046 5.1.2"sv,
     "a multipart or message that is nested too deeply; read as plain data, but other programs may "
     "see its parts"sv},
    {diagnostic_code::boundary_not_unique, "boundary_not_unique"sv, severity::ambiguity,
     "2046 5.1.2"sv,
     "a boundary that is the same as that of an enclosing multipart, or starts with it; a line "
     "that fits both belongs to the innermost multipart, but other programs may choose another"sv},
    {diagnostic_code::delimiter_with_text, "delimiter_with_text"sv, severity::ambiguity,
     "2046 5.1.1"sv,
     "a line that starts like a boundary line and continues with other text, or that has its "
     "letters in other case; read as text, but other programs may start or end a part here"sv},
    {diagnostic_code::delimiter_white_space, "delimiter_white_space"sv, severity::note,
     "2046 5.1.1"sv,
     "white space at the end of a boundary line, which gateways may add; ignored"sv},
    {diagnostic_code::delimiter_after_close, "delimiter_after_close"sv, severity::ambiguity,
     "2046 5.1.1"sv,
     "a boundary line after the line that ends the multipart; ignored, but other programs may see "
     "another part here"sv},
    {diagnostic_code::text_subtype_unknown, "text_subtype_unknown"sv, severity::note,
     "2046 4.1.4"sv, "text that is neither plain text nor HTML; read as plain text"sv},
    {diagnostic_code::related_root_missing, "related_root_missing"sv, severity::ambiguity,
     "2387 3.2"sv,
     "a multipart/related whose start parameter names none of its parts; the first part is shown, "
     "but other programs may show another one"sv},
    {diagnostic_code::related_root_not_first, "related_root_not_first"sv, severity::note,
     "2387 3.2"sv,
     "a multipart/related whose start parameter names a later part than the first; that part is "
     "shown"sv},
    {diagnostic_code::alternative_blank, "alternative_blank"sv, severity::ambiguity, "2046 5.1.4"sv,
     "a blank text among the alternatives; another one is shown, but other programs may show the "
     "blank one"sv},
    {diagnostic_code::body_text_elsewhere, "body_text_elsewhere"sv, severity::ambiguity,
     "8621 4.1.4"sv,
     "a text that does not belong to the body; shown because the body has no text, but other "
     "programs may show nothing"sv},
    {diagnostic_code::attachment_linked, "attachment_linked"sv, severity::ambiguity, "2183 2"sv,
     "an image that declares itself an attachment, and that HTML refers to; shown in the HTML, but "
     "other programs may list it as an attachment"sv},
};

inline constexpr std::size_t diagnostic_code_count =
    sizeof diagnostic_kinds / sizeof *diagnostic_kinds;

/// The severity of each code, in the order of the enum: for programs that compare severities, and
/// that would otherwise contain all texts.
struct severity_table {
    severity of_code[diagnostic_code_count];
};
inline constexpr severity_table severities = [] {
    severity_table table{};
    auto* at = table.of_code;
    for (auto const& kind : diagnostic_kinds) *at++ = kind.severity;
    return table;
}();

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
