#ifndef FOLDWISE_INSPECT_DETAIL_DOCUMENTED_READERS_TABLE_HPP
#define FOLDWISE_INSPECT_DETAIL_DOCUMENTED_READERS_TABLE_HPP

#include <foldwise/diagnostic/diagnostic_code.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

using std::literals::string_view_literals::operator""sv;

/// One of the two readings of an ambiguous place: first() or second() of an `ambiguity`.
enum class which_reading : unsigned char { first, second };

/// Which reading of an ambiguous place a program takes, and where that is reported: "tests/readers"
/// if the program was run there, and reads only some of the places in that way. Other versions of
/// the program may read otherwise.
struct documented_reader {
    diagnostic_code code;
    which_reading reading;
    std::string_view name;
    std::string_view source;
};

inline constexpr documented_reader documented_readers[] = {
    {diagnostic_code::field_without_name, which_reading::first, "mailparse for Rust"sv,
     "namecheap/fast_mail_parser pull request 186"sv},
    {diagnostic_code::field_duplicate, which_reading::first, "Cyrus IMAP (Subject, Date)"sv,
     "cyrusimap/cyrus-imapd issue 21"sv},
    {diagnostic_code::field_duplicate, which_reading::first, "OpenDKIM (From)"sv,
     "trusteddomainproject/OpenDKIM issue 157"sv},
    {diagnostic_code::field_duplicate, which_reading::second, "Delta Chat"sv,
     "chatmail/core pull request 5594"sv},
    {diagnostic_code::smtp_line_ending, which_reading::first, "Twisted"sv,
     "twisted/twisted issue 5305"sv},
    {diagnostic_code::smtp_line_ending, which_reading::first, "MailHog"sv,
     "mailhog/MailHog-MTA issue 1"sv},
    {diagnostic_code::smtp_line_ending, which_reading::second, "Postfix of 2011 (LF)"sv,
     "twisted/twisted issue 5305"sv},
    {diagnostic_code::smtp_command_malformed, which_reading::second,
     "smtp-proto of 2025 (text after the path)"sv, "stalwartlabs/smtp-proto pull request 12"sv},
    {diagnostic_code::display_name_address, which_reading::second, "AfterLogic WebMail Lite 8"sv,
     "afterlogic/webmail-lite-8 issue 37"sv},
    {diagnostic_code::from_several_mailboxes, which_reading::second, "Mail::DMARC (the last one)"sv,
     "msimerson/mail-dmarc issue 87"sv},
    {diagnostic_code::content_length_conflict, which_reading::second,
     "formail 3.23 (the first value)"sv, "tests/readers"sv},
    {diagnostic_code::content_length_conflict, which_reading::second,
     "Mutt 2.2.12 (the last value)"sv, "tests/readers"sv},
    {diagnostic_code::content_length_conflict, which_reading::second,
     "Dovecot 2.3.19.1 (the first value)"sv, "tests/readers"sv},
    {diagnostic_code::content_length_mismatch, which_reading::second,
     "formail 3.23 (also beyond the file)"sv, "tests/readers"sv},
    {diagnostic_code::content_length_mismatch, which_reading::second,
     "Mutt 2.2.12 (a length that leads to a separator)"sv, "tests/readers"sv},
    {diagnostic_code::content_length_mismatch, which_reading::second,
     "Dovecot 2.3.19.1 (a length that leads to a separator)"sv, "tests/readers"sv},
    {diagnostic_code::from_line_date_missing, which_reading::second,
     "formail 3.23 (no date at all)"sv, "tests/readers"sv},
    {diagnostic_code::from_line_date_missing, which_reading::second,
     "Dovecot 2.3.19.1 (no date, or one of ISO 8601)"sv, "tests/readers"sv},
    {diagnostic_code::from_line_address_missing, which_reading::second,
     "Dovecot 2.3.19.1 (one space before the date)"sv, "tests/readers"sv},
    {diagnostic_code::from_line_unquoted, which_reading::second,
     "Mutt 2.2.12 (a separator after text)"sv, "tests/readers"sv},
    {diagnostic_code::from_line_unquoted, which_reading::second,
     "Dovecot 2.3.19.1 (a separator after text)"sv, "tests/readers"sv},
    {diagnostic_code::end_of_data_near_miss, which_reading::first,
     "Exchange Online of 2023 (LF . CRLF)"sv, "The-Login/SMTP-Smuggling-Tools issue 6"sv},
    {diagnostic_code::end_of_data_near_miss, which_reading::first, "GMX of 2023 (LF . CRLF)"sv,
     "The-Login/SMTP-Smuggling-Tools issue 6"sv},
    {diagnostic_code::end_of_data_near_miss, which_reading::second,
     "Postfix of 2023 (CRCRLF . CRCRLF)"sv, "The-Login/SMTP-Smuggling-Tools pull request 4"sv},
    {diagnostic_code::end_of_data_near_miss, which_reading::second, "go-smtp of 2023 (LF . CRLF)"sv,
     "emersion/go-smtp pull request 246"sv},
    {diagnostic_code::end_of_data_near_miss, which_reading::second, "qpsmtpd (LF . CRLF)"sv,
     "smtpd/qpsmtpd issue 317"sv},
    {diagnostic_code::end_of_data_near_miss, which_reading::second, "midi-smtp-server (LF . LF)"sv,
     "4commerce-technologies-AG/midi-smtp-server issue 16"sv},
    {diagnostic_code::transcript_reply_unexpected, which_reading::second,
     "Nodemailer of 2025 (after STARTTLS)"sv, "nodemailer/nodemailer pull request 1835"sv},
    {diagnostic_code::parameter_malformed, which_reading::second, "MIME-tools of 2025"sv,
     "CVE-2026-116264"sv},
    {diagnostic_code::parameter_encoded_word, which_reading::second, "mblaze"sv,
     "leahneukirchen/mblaze issue 142"sv},
    {diagnostic_code::parameter_encoded_word, which_reading::second, "Rspamd 1.8.3"sv,
     "rspamd/rspamd issue 2757"sv},
    {diagnostic_code::parameter_duplicate, which_reading::second, "ClamAV (boundary)"sv,
     "Cisco-Talos/clamav pull request 1814"sv},
    {diagnostic_code::file_names_differ, which_reading::second, "Ruby mail of 2016"sv,
     "mikel/mail pull request 1026"sv},
    {diagnostic_code::file_names_differ, which_reading::second, "equalize-xpi-modules"sv,
     "engswee/equalize-xpi-modules pull request 8"sv},
    {diagnostic_code::boundary_extended, which_reading::second, "ClamAV of 2025"sv,
     "Cisco-Talos/clamav pull request 1814"sv},
    {diagnostic_code::base64_after_padding, which_reading::first, "MimeKit"sv,
     "python/cpython issue 137687"sv},
    {diagnostic_code::base64_after_padding, which_reading::first, "php-mime-mail-parser"sv,
     "python/cpython issue 137687"sv},
    {diagnostic_code::base64_after_padding, which_reading::first, "NeoMutt"sv,
     "staktrace/mailparse pull request 95"sv},
    {diagnostic_code::base64_after_padding, which_reading::first, "notmuch"sv,
     "staktrace/mailparse pull request 95"sv},
    {diagnostic_code::multipart_encoded, which_reading::first, "go-mime of Proton"sv,
     "ProtonMail/go-mime pull request 8"sv},
    {diagnostic_code::multipart_not_closed, which_reading::second, "mox"sv, "mjl-/mox issue 315"sv},
    {diagnostic_code::multipart_not_closed, which_reading::second, "MailCore 2"sv,
     "MailCore/mailcore2 issue 122"sv},
    {diagnostic_code::delimiter_with_text, which_reading::second, "php-mime-mail-parser"sv,
     "php-mime-mail-parser/php-mime-mail-parser issue 470"sv},
    {diagnostic_code::delimiter_with_text, which_reading::second, "Apache Commons Email"sv,
     "apache/commons-email pull request 380"sv},
    {diagnostic_code::delimiter_with_text, which_reading::second, "mailparse for Rust"sv,
     "staktrace/mailparse issue 100"sv},
    {diagnostic_code::delimiter_with_text, which_reading::second, "Ruby mail of 2012"sv,
     "mikel/mail issue 379"sv},
    {diagnostic_code::ehlo_keyword_duplicate, which_reading::second, "Postfix (SIZE)"sv,
     "gotthardp/rabbitmq-email issue 55"sv},
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
