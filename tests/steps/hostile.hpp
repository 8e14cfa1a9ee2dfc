#ifndef FOLDWISE_TESTS_STEPS_HOSTILE_HPP
#define FOLDWISE_TESTS_STEPS_HOSTILE_HPP

#include <span>
#include <string_view>

namespace test {

/// Parts of input that is hostile to readers of one kind. Input is a front followed by repeated
/// words: the front opens a construct that the words continue, or never close.
struct hostile {
    std::span<std::string_view const> words;
    std::span<std::string_view const> fronts; ///< each puts a reader into another state
    std::string_view element;                 ///< well-formed; "#" stands for a number
};

inline constexpr std::string_view address_words[] = {
    "a", "<", ">", "@", ",", ":", ";", "\"", "(", "\\", "\n ", "=?a?q?", "[", ".", "@(a)["};
inline constexpr std::string_view address_fronts[] = {"",   "a:", "<",   "<@",
                                                      "\"", "(",  "a@[", "=?a?q?"};
inline constexpr hostile addresses{address_words, address_fronts, "a# <a#@b>,"};

inline constexpr std::string_view command_words[] = {"a",   "<", ">",       "@",  "=",       "\"",
                                                     "[",   " ", "+2B",     "+",  "\\",      ",",
                                                     "@a:", "(", "SIZE=1 ", "\r", "ORCPT=a;"};
inline constexpr std::string_view command_fronts[] = {
    "",         "MAIL FROM:", "MAIL FROM:<@", "MAIL FROM:<\"", "MAIL FROM:<a@[", "MAIL FROM:<> ",
    "RCPT TO:", "HELO ",      "BDAT 1",       "AUTH ",         "XCLIENT ADDR=",  "ENVID="};
inline constexpr hostile commands{command_words, command_fronts, "a#=b "};

inline constexpr std::string_view word_words[] = {"a",  "1",  " ", "\r\n ", "(", ")",
                                                  "\"", "\\", ",", ":",     "a="};
inline constexpr std::string_view word_fronts[] = {"", "Mon, 1 Jan 2024 ", "1 Jan 2024 10:00 ",
                                                   "("};
inline constexpr hostile words{word_words, word_fronts, "#:"};

inline constexpr std::string_view list_words[] = {"a", "<", ">",   "(", ")", "\"",
                                                  ",", ":", "\n ", ".", "["};
inline constexpr std::string_view list_fronts[] = {"", "a <", "<a:", "<a>", "(", "NO"};
inline constexpr hostile lists{list_words, list_fronts, "<a:#>,"};

inline constexpr std::string_view trace_words[] = {
    "from ", "by ", "(", ")", "<", ">", ";", "[1.2.3.4]", "\"", "helo=", "a", "\n ", "1970-01-01 "};
inline constexpr std::string_view trace_fronts[] = {"", "from a (", "by a; ", "for <", "from \""};
inline constexpr hostile traces{trace_words, trace_fronts, "by a# (b#) "};

inline constexpr std::string_view tag_words[] = {"a",   "b=",  "=",  ";", ":",
                                                 "h=a", "\n ", "\r", ",", "!"};
inline constexpr std::string_view tag_fronts[] = {"",   "v=1; a=", "h=", "i=1;",
                                                  "b=", "i=@",     "z=", "v=DMARC1; rua="};
inline constexpr hostile tags{tag_words, tag_fronts, "a#=b;"};

inline constexpr std::string_view result_words[] = {"a",  "=",      ";", "(", ")", "\"",
                                                    "\\", "a.b=c ", " ", "/", "@"};
inline constexpr std::string_view result_fronts[] = {
    "", "a;", "a; b=c ", "a; b=c reason=", "i=1; a;", "pass ("};
inline constexpr hostile results{result_words, result_fronts, "a#=b c.d#=e;"};

inline constexpr std::string_view reply_words[] = {
    "250-", "250 ", "a", " ", "\r\n",         "\n",      "\r",    "5.1.1 ",
    "=",    "\xE9", "1", ".", "queued as a1", "AUTH a ", "id=a1", "LIMITS RCPTMAX=1 "};
inline constexpr std::string_view reply_fronts[] = {
    "", "250-a\r\n250-", "250 2.0.0 Ok: ", "250-a\r\n250-AUTH ", "250-a\r\n250-LIMITS "};
inline constexpr hostile replies{reply_words, reply_fronts, "250-A# b\r\n"};

inline constexpr std::string_view transcript_words[] = {"MAIL FROM:<>\n",
                                                        "RCPT TO:<a@b>\n",
                                                        "DATA\n",
                                                        "BDAT 9\n",
                                                        "BDAT 1 LAST\n",
                                                        "RSET\n",
                                                        "250\n",
                                                        "250-\n",
                                                        "354\n",
                                                        "..\n",
                                                        ".\n",
                                                        "a",
                                                        "\n",
                                                        "C: "};
inline constexpr std::string_view transcript_fronts[] = {
    "", "LHLO a\n250\n", "C: LHLO a\nS: 250\nS: ", "DATA\n354\n", "EHLO a\r\n"};
inline constexpr hostile transcripts{transcript_words, transcript_fronts,
                                     "MAIL FROM:<>\nRCPT TO:<a@#>\nDATA\n250\n250\n354\n.\n250\n"};

inline constexpr std::string_view flowed_words[] = {"a", " ", ">", "-- ", "\n", "\r\n", " \n"};
inline constexpr std::string_view flowed_fronts[] = {"", ">", "a \n", ">> -- \n"};
inline constexpr hostile flowed{flowed_words, flowed_fronts, "> a# \n"};

inline constexpr std::string_view flow_words[] = {"format", "=", "flowed", ";",     "*0",
                                                  "\"",     "(", "\n ",    "delsp", "%66"};
inline constexpr std::string_view flow_fronts[] = {"", "text/plain;", "text/plain; format=flowed;"};
inline constexpr hostile flows{flow_words, flow_fronts, "a#=b;"};

inline constexpr std::string_view skeleton_words[] = {
    "a", ":", " ", "\t", "\n", "\r", "From ", ">", "\n\n", std::string_view{"\0", 1}};
inline constexpr std::string_view skeleton_fronts[] = {"", "From a\n", "a:", "\n\n",
                                                       "Content-Length: 9\n\n"};
inline constexpr hostile skeletons{skeleton_words, skeleton_fronts, "a#: b\n"};

inline constexpr std::string_view header_words[] = {"Received:;1 Jan 2024 10:00 +0000\n",
                                                    "Received:\n",
                                                    "Resent-To:a\n",
                                                    "Resent-A:\n",
                                                    "a:b\n",
                                                    "\n",
                                                    " "};
inline constexpr std::string_view header_fronts[] = {"", "a:\n", "Received: from (\n",
                                                     "Resent-To:\n"};
inline constexpr hostile headers{header_words, header_fronts, "Resent-A#: b\n"};

inline constexpr std::string_view signed_words[] = {"ARC-Seal:i=1;cv=none\n",
                                                    "ARC-Seal:i=2;a\n",
                                                    "ARC-Message-Signature: i=3;h=a\n",
                                                    "ARC-Authentication-Results:\n",
                                                    "From:a\n",
                                                    "From:",
                                                    "a:b\n",
                                                    ";i=1",
                                                    "("};
inline constexpr std::string_view signed_fronts[] = {
    "", "DKIM-Signature: h=From:", "ARC-Authentication-Results: i=1;a;arc=pass ", "ARC-Seal: "};
inline constexpr hostile signed_headers{signed_words, signed_fronts, "ARC-Seal: i=1;a#=b\n"};

inline constexpr std::string_view white_words[] = {"a", " ",    "\t",    "\r",   "\n",
                                                   ":", "\r\n", "\r\n ", " \r\n"};
inline constexpr std::string_view white_fronts[] = {"", "A:", "A: \t", "a\r\n",
                                                    "DKIM-Signature: b="};
inline constexpr hostile white_space{white_words, white_fronts, "a# \r\n"};

inline constexpr std::string_view names_words[] = {"a:",    ":b",     "A: c\n", "b:\r\n",
                                                   "\n a:", ";b= x;", "\n"};
inline constexpr std::string_view names_fronts[] = {
    "D: h=", "D: c=relaxed/relaxed; h=a:a:a:b:a:b:b:a;\n",
    "D: h=a; b=", "D: l=9; c=relaxed; h=a\n"};
inline constexpr hostile signed_names{names_words, names_fronts, "a#: b\n"};

inline constexpr std::string_view recorded_words[] = {"Authentication-Results:a;\n",
                                                      "Authentication-Results:b;spf=pass\n",
                                                      "Received:by a\n",
                                                      "From:a@b.c\n",
                                                      ";dkim=pass header.d=b.c",
                                                      " smtp.mailfrom=\"\"",
                                                      " smtp.helo=b.c",
                                                      "(",
                                                      "\"",
                                                      "@b.c,",
                                                      "\n ",
                                                      "\r"};
inline constexpr std::string_view recorded_fronts[] = {
    "",
    "From:a@b.c\n",
    "From:",
    "From:a@b.c\nAuthentication-Results:a;spf=pass ",
    "From:a@b.c\nAuthentication-Results:a;dkim=pass header.d=",
    "\xEF\xBB\xBF"
    "From:a@b.c\n"};
inline constexpr hostile recorded{recorded_words, recorded_fronts,
                                  "Authentication-Results:a;dkim=pass header.d=a#.c\n"};

inline constexpr std::string_view report_words[] = {
    "a", ": ", ";", "\n", "\n\n", "\r\n ", "(", "\\x{E9}", "5.1.1 ", "Status:", "Action: failed\n",
    "/",
};
inline constexpr std::string_view report_fronts[] = {
    "",
    "Reporting-MTA: dns; a\n\n",
    "Final-Recipient: utf-8; ",
    "Diagnostic-Code: smtp; (",
    "Disposition: a/b; c/",
    "Source-IP: ",
    "DKIM-Canonicalized-Body: ",
};
inline constexpr hostile reports{report_words, report_fronts,
                                 "Final-Recipient: rfc822; a#\nStatus: 5.1.1\n\n"};

inline constexpr std::string_view encoded_words[] = {"=?",  "?=",  "?",   "utf-8", "big5",
                                                     "?Q?", "=C3", "=A9", "_",     " ",
                                                     "\n ", "(",   "\\",  "\"",    "=?utf-8?Q?a?="};
inline constexpr std::string_view encoded_fronts[] = {"", "=?utf-8?Q?", "=?x?b?", "\"", "("};
inline constexpr hostile encoded{encoded_words, encoded_fronts, "=?utf-8?Q?#?= "};

inline constexpr std::string_view cjk_words[] = {"a",    "\x81", "0", "\xFE", "\xA1\xA1", "\x8F",
                                                 "\x1B", "$B",   "~", "{",    "\x0E",     "\n"};
inline constexpr std::string_view cjk_fronts[] = {"", "\x1B$B", "\x0E", "~{"};
inline constexpr hostile cjk{cjk_words, cjk_fronts, "\x1B$B0!\x1B(B#"};

inline constexpr std::string_view name_words[] = {
    "=?", "?=",   "?",         "utf-8?Q?",   "=C3",     "%3D", " ",
    "\\", "\\\"", "\";f*1=\"", "\";f*2*=\"", "\";f=\"", "?B?", "=?utf-8?B?Y?="};
inline constexpr std::string_view name_fronts[] = {"", "=?utf-8?Q?", "=?x?b? "};
inline constexpr hostile names{name_words, name_fronts, "=?utf-8?B?#?= "};

inline constexpr std::string_view part_words[] = {"--a",
                                                  "--b",
                                                  "--",
                                                  "\n",
                                                  "\r\n",
                                                  "\n\n",
                                                  "\n--a\n",
                                                  "\n--b\n",
                                                  "x",
                                                  " ",
                                                  "Content-Type:multipart/a;boundary=a\n\n",
                                                  "Content-Type:multipart/digest;boundary=b\n\n",
                                                  "Content-Type:message/rfc822\n\n"};
inline constexpr std::string_view part_fronts[] = {
    "Content-Type:multipart/a;boundary=a\n\n--a\n",
    "Content-Type:multipart/a;boundary=a\n\n--a\nContent-Type:multipart/a;boundary*0=b\n\n--b\n",
    "Content-Type:message/rfc822\n\n", "Content-Type:multipart/a;boundary=a\n\n--a\n--a--\n"};
inline constexpr hostile parts{part_words, part_fronts,
                               "\n--a\nContent-Type:multipart/a;boundary=#\n\n--#\n"};

inline constexpr std::string_view body_words[] = {
    "\n--a\n",
    "\n--b\n",
    "\n--b--\n",
    "\n\n",
    "=41",
    "Content-Type:text/html;charset=utf-8\n",
    "Content-Type:image/a;name=a\n",
    "Content-Type:multipart/alternative;boundary=b"
    "\n\n--b\n",
    "Content-Type:multipart/mixed;boundary=b\n\n--b\n",
    "Content-Type:multipart/related;boundary=a\n\n",
    "Content-Disposition:attachment\n",
    "Content-ID:<%61@b>\n",
    "Content-Location: (a) b (\n"};
inline constexpr std::string_view body_fronts[] = {
    "Content-Type:multipart/alternative;boundary=a\n\n--a\n",
    "Content-Type:multipart/alternative;boundary=a\n\n--a\nContent-Type:multipart/"
    "mixed;boundary=b\n"
    "\n--b\nContent-Type:text/html\n\n",
    "Content-Type:text/html;charset=utf-8\nContent-Transfer-Encoding:quoted-printable\n\n"};
inline constexpr hostile bodies{
    body_words, body_fronts,
    "\n--a\nContent-Type:multipart/alternative;boundary=#\n\n--#\nContent-Type:text/html\n\nx"};

inline constexpr std::string_view data_words[] = {
    "a", ".", "..", "\r", "\n", "\r\n", " ", std::string_view{"\0", 1}, "\n.\r", "BDAT 1\r\n",
};
inline constexpr std::string_view data_fronts[] = {"", "a\r\n.", "a\r\n.\r", "BDAT 0\r\n"};
inline constexpr hostile mail_data{data_words, data_fronts, "BDAT 4\r\n#"};

inline constexpr std::string_view doubt_words[] = {"From:a@b\n",
                                                   "From:",
                                                   "\"a@b\" <c@d>,",
                                                   "Sender:",
                                                   "Received:by a\n",
                                                   "Authentication-Results:a\n",
                                                   "DKIM-Signature:h=From;d=a;l=1\n",
                                                   "Content-Type:text/a\n",
                                                   "\xE9",
                                                   "a",
                                                   "\r",
                                                   "\n",
                                                   " ",
                                                   "=?a?q?=40?= ",
                                                   "=? ",
                                                   "=?a?q? "};
inline constexpr std::string_view doubt_fronts[] = {
    "", "From:", "Received:by ", "Resent-From:a\nSubject:", "Content-Type:text/plain\n\n"};
inline constexpr hostile doubts{doubt_words, doubt_fronts, "From:\"a@b\" <c@d>\n"};

} // namespace test

#endif
