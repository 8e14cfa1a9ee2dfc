#ifndef FOLDWISE_INSPECT_DETAIL_DOCUMENTED_READERS_TABLE_HPP
#define FOLDWISE_INSPECT_DETAIL_DOCUMENTED_READERS_TABLE_HPP

#include <foldwise/diagnostic/diagnostic_code.hpp>

#include <string_view>

namespace foldwise::detail {

using std::literals::string_view_literals::operator""sv;

/// Which reading of an ambiguous place a program takes, and where that is reported. Other versions
/// of the program may read otherwise.
struct documented_reader {
    diagnostic_code code;
    bool is_second; ///< whether it takes the second reading
    std::string_view name;
    std::string_view source;
};

inline constexpr documented_reader documented_readers[] = {
    {diagnostic_code::field_without_name, false, "mailparse for Rust"sv,
     "namecheap/fast_mail_parser pull request 186"sv},
    {diagnostic_code::field_duplicate, false, "Cyrus IMAP (Subject, Date)"sv,
     "cyrusimap/cyrus-imapd issue 21"sv},
    {diagnostic_code::field_duplicate, false, "OpenDKIM (From)"sv,
     "trusteddomainproject/OpenDKIM issue 157"sv},
    {diagnostic_code::field_duplicate, true, "Delta Chat"sv, "chatmail/core pull request 5594"sv},
    {diagnostic_code::display_name_address, true, "AfterLogic WebMail Lite 8"sv,
     "afterlogic/webmail-lite-8 issue 37"sv},
    {diagnostic_code::from_several_mailboxes, true, "Mail::DMARC (the last one)"sv,
     "msimerson/mail-dmarc issue 87"sv},
    {diagnostic_code::parameter_encoded_word, true, "mblaze"sv,
     "leahneukirchen/mblaze issue 142"sv},
    {diagnostic_code::parameter_encoded_word, true, "Rspamd 1.8.3"sv, "rspamd/rspamd issue 2757"sv},
    {diagnostic_code::parameter_duplicate, true, "ClamAV (boundary)"sv,
     "Cisco-Talos/clamav pull request 1814"sv},
    {diagnostic_code::base64_after_padding, false, "MimeKit"sv, "python/cpython issue 137687"sv},
    {diagnostic_code::base64_after_padding, false, "php-mime-mail-parser"sv,
     "python/cpython issue 137687"sv},
    {diagnostic_code::base64_after_padding, false, "NeoMutt"sv,
     "staktrace/mailparse pull request 95"sv},
    {diagnostic_code::base64_after_padding, false, "notmuch"sv,
     "staktrace/mailparse pull request 95"sv},
    {diagnostic_code::multipart_encoded, false, "go-mime of Proton"sv,
     "ProtonMail/go-mime pull request 8"sv},
    {diagnostic_code::multipart_not_closed, true, "mox"sv, "mjl-/mox issue 315"sv},
    {diagnostic_code::multipart_not_closed, true, "MailCore 2"sv, "MailCore/mailcore2 issue 122"sv},
    {diagnostic_code::delimiter_with_text, true, "php-mime-mail-parser"sv,
     "php-mime-mail-parser/php-mime-mail-parser issue 470"sv},
    {diagnostic_code::delimiter_with_text, true, "Apache Commons Email"sv,
     "apache/commons-email pull request 380"sv},
    {diagnostic_code::delimiter_with_text, true, "mailparse for Rust"sv,
     "staktrace/mailparse issue 100"sv},
    {diagnostic_code::delimiter_with_text, true, "Ruby mail of 2012"sv, "mikel/mail issue 379"sv},
};

} // namespace foldwise::detail

#endif
