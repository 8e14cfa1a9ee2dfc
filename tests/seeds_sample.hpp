#ifndef FOLDWISE_TESTS_SEEDS_SAMPLE_HPP
#define FOLDWISE_TESTS_SEEDS_SAMPLE_HPP

// Written by fuzz/sample from the seeds of the fuzz targets.

#include <string_view>

namespace test {

using namespace std::string_view_literals;

struct seed {
    std::string_view target;
    std::string_view name;
    std::string_view octets;
};

// clang-format off
inline constexpr seed seeds[] = {
    {"address_list"sv, "at_in_name"sv,
     "a@b.example <c@d.example>"sv},
    {"address_list"sv, "group"sv,
     "A Group:Ed Jones <joe@where.test>,b@c;"sv},
    {"address_list"sv, "nulls"sv,
     "a@b, , jdoe@test . example,"sv},
    {"alignment"sv, "both"sv,
     "Authentication-Results: mx.a; spf=pass smtp.mailfrom=x@b.c;\n dkim=pass header.d=n."
     "b.c\nFrom: A <a@b.c>\n\n"sv},
    {"alignment"sv, "dkim"sv,
     "From: a@b.c\nAuthentication-Results: mx.a; dkim=pass header.d=b.c\n\n"sv},
    {"alignment"sv, "interpolated"sv,
     "\001\r\004\000E\035\010\003\002\025\001\004!3\004\007"sv},
    {"authentication_results"sv, "ams"sv,
     "i=1; a=rsa-sha256; bh=QQ==; h=From:To; c=relaxed/simple; d=a.b; s=c; b="sv},
    {"authentication_results"sv, "folded"sv,
     "a;\r\n\tspf=pass (a\r\n b) smtp.mailfrom=\"x y\"@c"sv},
    {"authentication_results"sv, "received_spf"sv,
     "pass (mybox.example.org: domain of a@b designates 192.0.2.1) receiver=mybox.example"
     ".org; client-ip=192.0.2.1; envelope-from=\"a@b\"; helo=c;"sv},
    {"base64"sv, "lines"sv,
     "SGVs\r\nbG8s\r\nIFdv\r\n"sv},
    {"base64"sv, "long"sv,
     "QUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJ"
     "DQUJDQUJDQUJD"sv},
    {"base64"sv, "words"sv,
     "SGVsbG8sIFdvcmxkIQ=="sv},
    {"canonical"sv, "blank_lines"sv,
     " \n\t\n\n a  b\t\n\n\n"sv},
    {"canonical"sv, "crlf"sv,
     "A: b \r\n  c\t\r\n\r\n d \r\n\r\n"sv},
    {"canonical"sv, "mixed"sv,
     "DKIM-Signature: v=1; h=a:dkim-signature; b= ; l=3\r\nA: 1\n 2\r\nDKIM-Signature: b="
     "\nA: 3\r\n\r\n\r\r\n \n\r x\t"sv},
    {"charset"sv, "label"sv,
     "'ISO_8859-01:1987'"sv},
    {"charset"sv, "label-locale"sv,
     "en_US.iso885915"sv},
    {"charset"sv, "utf-32-malformed"sv,
     "\000\000\000a\000\000\330\000\000\021\000\000\377\377\377\377\000\000"sv},
    {"charset_cjk"sv, "big5"sv,
     "\277O\266\360 key.\n\210b\210\245\207E\247!"sv},
    {"charset_cjk"sv, "gb18030"sv,
     "\265\306\313\376 key, \2249\3746\242\343\2010\2138.\n\2015\3647\2010\201\200"sv},
    {"charset_cjk"sv, "iso-2022-jp-2"sv,
     "\033$AVP\033$(C0!\033$(D0!\033(B\033.A\033Ni\n\033.F\033Na"sv},
    {"date_time"sv, "asctime"sv,
     "Mon Dec 15 11:00:00 2014"sv},
    {"date_time"sv, "leap"sv,
     "30 Jun 2015 23:59:60 +0000"sv},
    {"date_time"sv, "plain"sv,
     "Mon, 15 Dec 2014 11:00:00 +0100"sv},
    {"diagnose"sv, "broken"sv,
     "From: a@b\nFrom : \"c\nno colon\r\rX:\000\351\nDate: x\nTo: <a@b, c@d\n\n\r\n\377"sv},
    {"diagnose"sv, "html"sv,
     "Content-Type: text/html; charset=latin1\n\n<p>a<a href=\"http://b\">c</a><table><tr"
     "><td>1<td>2</table>&eacute;\303\251"sv},
    {"diagnose"sv, "plain"sv,
     "From: A <a@b.example>\nTo: c@d.example\nSubject: =\?utf-8\?Q\?caf=C3=A9\?=\nDate: M"
     "on, 15 Dec 2014 11:00:00 +0100\nMessage-ID: <x@b.example>\n\ntext\n"sv},
    {"dmarc_record"sv, "bad"sv,
     "v=DMARC2;p=x;rua=,http:,mailto:a@b!;pct=101;p=none"sv},
    {"dmarc_record"sv, "modes"sv,
     "v=DMARC1; p=reject; sp=none; np=reject; adkim=s; aspf=r; fo=0:1:d:s; rf=afrf; t=y; "
     "psd=u"sv},
    {"dmarc_record"sv, "selector"sv,
     "v=BIMI1; s=brand"sv},
    {"encoded_word"sv, "00210f6c18cf37b480c1eff736f07a62ba098d5a"sv,
     "=\?utf8-Q\?\?a\?\357\277\273a=\363\363\363\363\363\363\363\363\363\363\363\363\363\363"
     "\363\363\363\363\363\363\363\363\363\363\363\363\363\363\363\363\363\363\363\363\363"
     "\363\363\363\363\363\363\363\363\363\363\363\363\363\?ttf-8\?Q\?b\?="sv},
    {"encoded_word"sv, "597e0954908d6a973f97be57b58321c56faef644"sv,
     "=\?\331\331\331\331\331\331\331\331\331\331\331\000\000\000O\331\331\331\331\331\331"
     "\331\331\331\331\331\331\331\331\331\331\331\331\331\331\331\331\331\331\331\331\331"
     "\331UTF-8\?B\?w6k=\?=8\?B\?w\?==\?utf-8\?B\?6k="sv},
    {"encoded_word"sv, "adba2f6f7dcf6ca985a3d9d1907df7f94077a5ee"sv,
     "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
     "\000\000\000\000\000\000\000\000\252\000\000\000=\?utf-8\?Q\?\303a\?=\r\n =\?ttf-8\?"
     "\000\000\000\000\000\000\000\000Q\?b\?="sv},
    {"entity"sv, "attach"sv,
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Disposition: attachment; "
     "filename=\"b.txt\"\n\nx\n--a--"sv},
    {"entity"sv, "external"sv,
     "Content-Type: message/external-body; access-type=URL; URL=\"http://a\"\n\nContent-T"
     "ype: text/plain\n\n"sv},
    {"entity"sv, "nested"sv,
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternati"
     "ve; boundary=ab\n\n--ab\n\nx\n--ab--\n--a--\n"sv},
    {"flowed_text"sv, "quotes"sv,
     "> a \n> b\n>> c\n"sv},
    {"flowed_text"sv, "stuffed"sv,
     " From a\n >b\n"sv},
    {"lists"sv, "archived"sv,
     "<http://a.example/b>"sv},
    {"lists"sv, "bare"sv,
     "<list.example>"sv},
    {"lists"sv, "id_phrase"sv,
     "\"Lena; x\" <lenas(c).da39a3ee@localhost>"sv},
    {"mail_data"sv, "bdat"sv,
     "BDAT 10\r\n01234\r\n789BDAT 3\r\nabcBDAT 0 LAST\r\nQUIT\r\n"sv},
    {"mail_data"sv, "bdat_recorded"sv,
     "BDAT 6\na\nb\nBDAT 5 LAST\na\nbQUIT\n"sv},
    {"mail_data"sv, "dots"sv,
     "Subject: a\r\n\r\n..b\r\n...\r\n.c\r\n.\r\nQUIT\r\n"sv},
    {"mbox"sv, "01f03272d988fe005af09480803071ed2570c297"sv,
     "From b Fri Dec 15 10:00 MET DST 90 MET DST 95\n\n\nFrom - Mon00:00b 2014\n"sv},
    {"mbox"sv, "65240c76c59d70565415cdb742469b9648b90ad1"sv,
     "\n\nFro\nB: c\n\nFrom@b.ex Decample Mon Dec 15 10:00:00 2014\nA: b\n\nc\n\nFrom now"
     " on\nA:  b\n"sv},
    {"mbox"sv, "ba282ac20c7d0cb444023695651d913deda6d247"sv,
     "From a!b Mo7 remzoteb(fromdc\n\n"sv},
    {"message"sv, "crlf"sv,
     "A: b\r\n c\r\nB: d\r\n\r\ne\r\n"sv},
    {"message"sv, "from_line"sv,
     "From a@b Mon\nA: b\n\n"sv},
    {"message"sv, "mark"sv,
     "\357\273\277Subject: a\nSubject: b\n\n"sv},
    {"message_id"sv, "bare-word"sv,
     "0b7d41e6-a95c (x)\r\n"sv},
    {"message_id"sv, "obsolete"sv,
     "<1234   @   local(blah)  .machine .example>"sv},
    {"message_id"sv, "phrase"sv,
     "Your message of \"Monday\" <a@b>"sv},
    {"parameter"sv, "bad"sv,
     "text; =a; b; c=; d=\"e; f=g h;;"sv},
    {"parameter"sv, "extended"sv,
     "a/b; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A"sv},
    {"parameter"sv, "path"sv,
     "attachment; filename=\"C:\\a\\..\\con\""sv},
    {"quoted_printable"sv, "blank_end"sv,
     "a \t\nb  =20\r\n"sv},
    {"quoted_printable"sv, "dot"sv,
     ".\n..\nFrom a\n"sv},
    {"quoted_printable"sv, "long"sv,
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"sv},
    {"received"sv, "comment"sv,
     "(qmail 123 invoked by uid 1); 15 Dec 2014 10:00:00 -0000"sv},
    {"received"sv, "for_list"sv,
     "by a for <b@c>, <d@e>; x"sv},
    {"received"sv, "literal"sv,
     "from [IPv6:2001:db8::1] (port=25 helo=a) by b with esmtps (TLS1.3) (envelope-from <"
     "c@d>) id 1-2; 1 Jan 2020 0:0 +0000"sv},
    {"report"sv, "auth"sv,
     "Feedback-Type: auth-failure\nAuth-Failure: bodyhash\nDelivery-Result: delivered\nId"
     "entity-Alignment: dkim, spf\nDKIM-Domain: a.b\n"sv},
    {"report"sv, "crlf"sv,
     "Reporting-MTA: dns; a\r\n\r\nFinal-Recipient: rfc822;\r\n a@b\r\nAction: relayed\r\n"
     "Status: 2.0.0\r\n"sv},
    {"report"sv, "split-first-group"sv,
     "Reporting-MTA: dns; a\nOriginal-Recipient: rfc822; b@c\n\nAction: delayed\nStatus: "
     "4.0.0\n"sv},
    {"scan"sv, "cr"sv,
     "a\r\n.\r\n \tb:=\?"sv},
    {"scan"sv, "long"sv,
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n \n-- yyyyy"
     "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy:\t"sv},
    {"scan"sv, "mbox"sv,
     "a\nFrom b\n--c\n * d\n"sv},
    {"signed_message"sv, "signature.eml"sv,
     "DKIM-Signature: v=1; c=relaxed; l=3; h=From:From:Subject: To:DKIM-Signature\nSubjec"
     "t: x\nFrom: a\nSubject: y\n z\nTo: b\nX: c\n\nbody\n"sv},
    {"smtp_command"sv, "auth"sv,
     "AUTH PLAIN AGZvZQBzZWNyZXQ=\r\n"sv},
    {"smtp_command"sv, "ehlo"sv,
     "EHLO [IPv6:2001:db8::1]\r\n"sv},
    {"smtp_command"sv, "parameters"sv,
     "SIZE=1 size=2  NOTIFY=NEVER =x ORCPT=utf-8;\\x{E9}@b"sv},
    {"smtp_reply"sv, "codes"sv,
     "250-a\n451 4.3.0 b\n"sv},
    {"smtp_reply"sv, "forward"sv,
     "551-5.1.6 User not local\r\n551 5.1.6 please try <foe@sample.net>\r\n251 will forwa"
     "rd to <a@b>\r\n"sv},
    {"smtp_reply"sv, "more"sv,
     "250 2.0.0 OK 00/00-28443-3AF54065\r\n250 Ok, envelope id 0LUD00A9Q8EK4BQ0@a.example"
     "\r\n250 queued on a.example as 1626807290-H9I3Z0YL1S\r\n250-\303\251\377\001\r250 b"sv},
    {"syntax"sv, "backslash_in_charset"sv,
     "a =\?ut\\\\f-8\?Q\?a@b\?= c"sv},
    {"syntax"sv, "tcp"sv,
     "a ([192.0.2.1])"sv},
    {"syntax"sv, "utf8"sv,
     "\303\251 \"\303\274\" (\303\266)"sv},
    {"tag_list"sv, "folded"sv,
     "a=b;\r\n c = d e ;\r\n f="sv},
    {"tag_list"sv, "length"sv,
     "v=1; l=12; c=relaxed; h=From : To; d=a.b; i=c@x.a.b; bh=Q Q=; b=QQ=="sv},
    {"tag_list"sv, "twice"sv,
     "a=1;a=2;;b;=c;d="sv},
    {"transcript"sv, "arrows"sv,
     "<- 220 a\n -> HELO b\n<- 250 a\n -> RSET\n<- 250 ok\n"sv},
    {"transcript"sv, "bdat-plain"sv,
     "MAIL FROM:<>\n250\nBDAT 3\nabcBDAT 2 LAST\nxy250 ok\n"sv},
    {"transcript"sv, "session"sv,
     "220 a ESMTP\nEHLO b\n250-a\n250 SIZE 10\nMAIL FROM:<c@d>\n250 ok\nRCPT TO:<e@f>\n25"
     "0 ok\nDATA\n354 go\nSubject: x\n\n..y\n.\n250 2.0.0 Ok: queued as 4AbC12\nQUIT\n221"
     " bye\n"sv},
    {"uuencode"sv, "base64"sv,
     "begin-base64 644 x\nQUJD\n====\n"sv},
    {"uuencode"sv, "headless"sv,
     "#0V%T\n`\nend\n"sv},
    {"uuencode"sv, "short"sv,
     "begin 644 x\n#0V\n#0V%TXX\n`\nend\n"sv},
    {"whole_message"sv, "broken"sv,
     "From: a@b\nFrom : \"c\nno colon\r\rX:\000\351\nDate: x\nTo: <a@b, c@d\n\n\r\n\377"sv},
    {"whole_message"sv, "html"sv,
     "Content-Type: text/html; charset=latin1\n\n<p>a<a href=\"http://b\">c</a><table><tr"
     "><td>1<td>2</table>&eacute;\303\251"sv},
    {"whole_message"sv, "plain"sv,
     "From: A <a@b.example>\nTo: c@d.example\nSubject: =\?utf-8\?Q\?caf=C3=A9\?=\nDate: M"
     "on, 15 Dec 2014 11:00:00 +0100\nMessage-ID: <x@b.example>\n\ntext\n"sv},
};
// clang-format on

} // namespace test

#endif
