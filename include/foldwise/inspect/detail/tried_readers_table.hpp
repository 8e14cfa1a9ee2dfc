#ifndef FOLDWISE_INSPECT_DETAIL_TRIED_READERS_TABLE_HPP
#define FOLDWISE_INSPECT_DETAIL_TRIED_READERS_TABLE_HPP

// Written by tests/readers/run.py.

#include <foldwise/diagnostic/diagnostic_code.hpp>

#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

using std::literals::string_view_literals::operator""sv;

/// The programs that read the messages of tests/readers, with their versions.
inline constexpr std::string_view tried_readers[] = {
    "Python email 3.11.2"sv,          // bit 0
    "GMime 3.2.13"sv,                 // bit 1
    "Email::MIME 1.953"sv,            // bit 2
    "MIME::tools 5.510"sv,            // bit 3
    "PHP mailparse 3.1.4"sv,          // bit 4
    "Ruby mail 2.7.1"sv,              // bit 5
    "Go net/mail 1.19.8"sv,           // bit 6
    "JavaMail 1.6.5"sv,               // bit 7
    "Apache Mime4j 0.8.2"sv,          // bit 8
    "nodemailer mailparser 3.14.2"sv, // bit 9
    "postal-mime 4.0.0"sv,            // bit 10
    "Python mailbox 3.11.2"sv,        // bit 11
    "formail 3.23"sv,                 // bit 12
    "Mutt 2.2.12"sv,                  // bit 13
    "Dovecot 2.3.19.1"sv,             // bit 14
};

/// Which of them take which reading: bit n stands for program n.
struct tried_code {
    diagnostic_code code;
    std::uint32_t first;
    std::uint32_t second;
};

inline constexpr tried_code tried_codes[] = {
    {diagnostic_code::bare_cr, 0x10, 0x1},
    {diagnostic_code::bare_lf, 0x7FF, 0x0},
    {diagnostic_code::nul, 0xC0, 0x0},
    {diagnostic_code::field_without_name, 0x7BC, 0x1},
    {diagnostic_code::space_before_colon, 0x500, 0x4D},
    {diagnostic_code::blank_continuation, 0x7FF, 0x0},
    {diagnostic_code::byte_order_mark, 0x8, 0x7F7},
    {diagnostic_code::field_duplicate, 0x74D, 0x20},
    {diagnostic_code::address_malformed, 0xC4, 0x700},
    {diagnostic_code::address_not_closed, 0x3DF, 0x400},
    {diagnostic_code::address_encoded_word, 0x5DF, 0x0},
    {diagnostic_code::address_semicolon, 0x238, 0x4C7},
    {diagnostic_code::address_bracket_missing, 0x71B, 0xC4},
    {diagnostic_code::address_quote_not_closed, 0xA, 0x1D5},
    {diagnostic_code::display_name_malformed, 0x2BA, 0x1},
    {diagnostic_code::display_name_address, 0x7FF, 0x0},
    {diagnostic_code::from_several_mailboxes, 0x167, 0x0},
    {diagnostic_code::address_route, 0x307, 0x4F0},
    {diagnostic_code::content_length_conflict, 0x800, 0x0},
    {diagnostic_code::content_length_mismatch, 0x800, 0x0},
    {diagnostic_code::from_line_date_missing, 0x800, 0x2000},
    {diagnostic_code::from_line_address_missing, 0x3800, 0x0},
    {diagnostic_code::from_line_unquoted, 0x1000, 0x800},
    {diagnostic_code::from_line_quoted_twice, 0x0, 0x7800},
    {diagnostic_code::date_malformed, 0x1C3, 0x620},
    {diagnostic_code::date_out_of_range, 0x43, 0x780},
    {diagnostic_code::date_wrong_day_name, 0x0, 0x7E3},
    {diagnostic_code::date_ambiguous, 0x1C1, 0x622},
    {diagnostic_code::date_unusual_form, 0x0, 0x1C2},
    {diagnostic_code::date_zone_missing, 0x6A3, 0x140},
    {diagnostic_code::date_zone_unknown, 0xC3, 0x720},
    {diagnostic_code::date_zone_unreadable, 0x83, 0x760},
    {diagnostic_code::parameter_not_closed, 0x701, 0x62},
    {diagnostic_code::parameter_without_semicolon, 0x0, 0x7FF},
    {diagnostic_code::parameter_text_after_value, 0x60B, 0x110},
    {diagnostic_code::parameter_comment_in_value, 0x602, 0x1FD},
    {diagnostic_code::parameter_quoted_pair, 0x0, 0x0},
    {diagnostic_code::parameter_percent_unmarked, 0x6DF, 0x20},
    {diagnostic_code::parameter_charset_missing, 0x4AB, 0x344},
    {diagnostic_code::parameter_value_unquoted, 0x702, 0x9},
    {diagnostic_code::parameter_encoded_word, 0x628, 0x0},
    {diagnostic_code::parameter_section_malformed, 0x1C0, 0x63F},
    {diagnostic_code::parameter_percent_malformed, 0x4AF, 0x140},
    {diagnostic_code::parameter_section_missing, 0x1C1, 0x63E},
    {diagnostic_code::parameter_duplicate, 0x603, 0x1B8},
    {diagnostic_code::parameter_forms_differ, 0x664, 0x100},
    {diagnostic_code::content_type_malformed, 0x125, 0x25A},
    {diagnostic_code::content_type_text_after, 0x2E, 0x311},
    {diagnostic_code::content_type_comment, 0x190, 0x400},
    {diagnostic_code::boundary_malformed, 0x201, 0x57E},
    {diagnostic_code::boundary_extended, 0x6EF, 0x10},
    {diagnostic_code::boundary_missing, 0x4, 0xB2},
    {diagnostic_code::disposition_text_after, 0x71B, 0xE4},
    {diagnostic_code::file_name_misplaced, 0x20, 0x7DF},
    {diagnostic_code::file_names_differ, 0x60C, 0x0},
    {diagnostic_code::transfer_encoding_unknown, 0x35F, 0x400},
    {diagnostic_code::transfer_encoding_quoted, 0x410, 0x34F},
    {diagnostic_code::transfer_encoding_uuencode, 0xAB, 0x744},
    {diagnostic_code::transfer_encoding_text_after, 0x488, 0x371},
    {diagnostic_code::base64_octet, 0x7AF, 0x0},
    {diagnostic_code::base64_padding, 0x746, 0x39},
    {diagnostic_code::base64_after_padding, 0x680, 0x167},
    {diagnostic_code::base64_truncated, 0x63C, 0x0},
    {diagnostic_code::qp_escape_malformed, 0x7FF, 0x0},
    {diagnostic_code::qp_soft_break_at_end, 0x6C3, 0x12C},
    {diagnostic_code::qp_white_space, 0x30C, 0x4B3},
    {diagnostic_code::qp_octet, 0x1E3, 0x0},
    {diagnostic_code::encoded_word_malformed, 0x7EF, 0x0},
    {diagnostic_code::encoded_word_white_space, 0x76F, 0x80},
    {diagnostic_code::encoded_word_not_separated, 0x76F, 0x80},
    {diagnostic_code::encoded_word_text_malformed, 0x6E7, 0x108},
    {diagnostic_code::encoded_word_charset_unknown, 0x1C4, 0x62B},
    {diagnostic_code::encoded_word_split_character, 0x64B, 0x1A0},
    {diagnostic_code::encoded_word_text_split, 0x206, 0x429},
    {diagnostic_code::header_ended_by_delimiter, 0x1, 0x7BE},
    {diagnostic_code::multipart_without_part, 0x27, 0x748},
    {diagnostic_code::multipart_encoded, 0x7EB, 0x0},
    {diagnostic_code::multipart_not_closed, 0x7FF, 0x0},
    {diagnostic_code::message_encoded, 0x266, 0x100},
    {diagnostic_code::boundary_not_unique, 0x60A, 0x0},
    {diagnostic_code::delimiter_with_text, 0x62F, 0x10},
    {diagnostic_code::delimiter_after_close, 0x7FF, 0x0},
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
