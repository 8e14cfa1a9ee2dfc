#ifndef FOLDWISE_BENCH_MAILBOX_HPP
#define FOLDWISE_BENCH_MAILBOX_HPP

// Generated mailboxes, and their known contents.

#include "mail_text.hpp"
#include "mail_writer.hpp"
#include "random.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

enum class mail_kind : unsigned char {
    list,    ///< plain-text list mail; about 40 % of the octets are header
    attach,  ///< multipart: text, quoted-printable HTML, base64 from 50 KiB to 2 MiB
    headers, ///< almost nothing but fields
};

/// Writes 15 to 25 fields, without the separator.
inline void list_fields(random_source& random, mail_writer& out, std::string_view content_type) {
    out.field("Return-Path", joined({" <", address(random), ">"}));
    for (auto hops = random.between(2, 3); hops != 0; --hops) {
        out.field("Received", received_value(random));
        ++out.put().hops;
    }
    if (random.chance(60)) {
        out.field("ARC-Seal", joined({" i=1; cv=none; a=rsa-sha256; d=", host(random),
                                      "; s=arc;\n\tb=", folded_base64(random, 342), "=="}));
        out.field("ARC-Message-Signature", signature_value(random, " i=1;"));
        out.field("ARC-Authentication-Results", results_value(random, " i=1; "));
    }
    if (random.chance(70)) out.field("Authentication-Results", results_value(random, " "));
    out.field("DKIM-Signature", signature_value(random, " v=1;"));
    auto const author = address(random);
    out.field("From", joined({" \"", words(random, 10), "\" <", author, ">"}));
    out.put().senders += {1, author.size()};
    out.field("To", joined({" ", address(random)}));
    if (random.chance(40))
        out.field("Cc", " " + folded_list(random, 6, ",", address));
    else if (random.chance(50))
        out.field("Sender", " " + address(random));
    auto const subject = subject_value(random);
    out.field("Subject", subject.text);
    out.put().decoded_subject_octets += subject.octets;
    auto const sent = dated(random);
    out.field("Date", " " + sent.text);
    ++out.put().dates;
    out.put().date_seconds += sent.seconds;
    auto const id = message_id(random);
    out.field("Message-ID", " " + id);
    out.put().ids += {1, id.size() - 2};
    if (random.chance(70)) {
        out.field("In-Reply-To", " " + message_id(random));
        out.field("References", "\n " + folded_list(random, 8, "", message_id));
    }
    out.field("MIME-Version", " 1.0");
    out.field("Content-Type", content_type);
    if (random.chance(50)) out.field("Content-Transfer-Encoding", " 8bit");
    if (random.chance(50)) out.field("User-Agent", " Mutt/1.5.23 (2014-03-12)");
    out.field("List-Id", joined({" ", words(random, 12), " <list.", host(random), ">"}));
    out.field("List-Unsubscribe", joined({" <https://", host(random), "/options/list>,\n\t<mailto:",
                                          address(random), "?subject=unsubscribe>"}));
    out.field("List-Post", joined({" <mailto:", address(random), ">"}));
    out.field("Precedence", " list");
}

inline void text_lines(random_source& random, mail_writer& out, std::string_view prefix,
                       std::size_t count) {
    for (; count != 0; --count)
        out.line(std::string{prefix} + words(random, random.between(40, 64)));
}

/// Writes paragraphs, quoted text of two depths, a signature and the footer of a list.
inline void list_body(random_source& random, mail_writer& out, std::size_t size) {
    auto const end = out.size() + size;
    while (out.size() < end) {
        if (random.chance(10))
            out.line(joined({"On ", date(random), ", ", address(random), " wrote:"}));
        if (random.chance(15)) text_lines(random, out, "> > ", random.between(2, 8));
        if (random.chance(40)) text_lines(random, out, "> ", random.between(2, 12));
        if (random.chance(5)) out.quoted_line("From here on " + words(random, 30));
        out.line("");
        text_lines(random, out, "", random.between(1, 8));
        out.line("");
    }
    out.line("-- ");
    out.line(words(random, 20));
    out.line(address(random));
    out.line("_______________________________________________");
    out.line("list mailing list, " + address(random));
}

inline void html_lines(random_source& random, mail_writer& out, std::size_t count) {
    out.put().quoted_lines += count - 1; // the last one belongs to the delimiter
    for (; count != 0; --count) {
        out.line("<p style=3D\"margin:0\">" + words(random, 40) + "=C3=A9 =");
        out.line(words(random, 60) + "</p>=20");
        out.encoded_with(4 * 2 + 1 + out.ending_size()); // escapes, and a soft line break
    }
}

/// Writes `size` octets of base64, with padding.
inline void base64_lines(random_source& random, mail_writer& out, std::size_t size) {
    for (; size > 76; size -= 76) {
        out.line(base64(random, 76));
        out.encoded_with(76 / 4 + out.ending_size());
    }
    auto const quanta = (size + 3) / 4;
    auto const padding = random.below(3);
    out.line(
        joined({base64(random, quanta * 4 - padding), std::string_view{"=="}.substr(0, padding)}));
    out.encoded_with(quanta + padding);
}

/// Writes a part: its fields, and the body that `write` writes.
template <class Write>
void part(mail_writer& out, std::string_view fields, Write write) {
    out.line("--=_boundary");
    out.line(fields);
    out.line("");
    out.begin_leaf();
    write();
    out.encoded_with(out.ending_size());
    out.end_leaf();
}

inline void attach_body(random_source& random, mail_writer& out, std::size_t octets_left) {
    part(out, "Content-Type: text/plain; charset=utf-8",
         [&] { text_lines(random, out, "", random.between(3, 20)); });
    part(out, "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
         [&] { html_lines(random, out, random.between(10, 150)); });
    for (auto attachments = random.between(1, 2); attachments != 0; --attachments) {
        constexpr std::size_t least = 50 << 10;
        auto size = random.between(least, least << random.between(0, 5)) * 4 / 3;
        if (size > octets_left) size = least;
        octets_left -= size < octets_left ? size : octets_left;
        part(out,
             joined({"Content-Type: application/octet-stream; name=\"", words(random, 8),
                     ".bin\"\nContent-Transfer-Encoding: base64"}),
             [&] { base64_lines(random, out, size); });
    }
    out.line("--=_boundary--");
}

/// An mbox of at least `size` octets: messages are added until this size is reached.
inline mailbox make_mailbox(mail_kind kind, newline ending, std::size_t size,
                            std::uint64_t seed = 1) {
    random_source random{seed};
    mail_writer out{ending};
    while (out.size() < size) {
        bool const attaches = kind == mail_kind::attach;
        auto const sender = address(random);
        out.begin_message(sender, asctime_date(random));
        list_fields(random, out,
                    attaches ? " multipart/mixed;\n\tboundary=\"=_boundary\""
                             : " text/plain; charset=\"utf-8\"");
        auto const header = out.message_size();
        auto const left = out.size() < size ? size - out.size() : 0;
        out.end_header();
        out.begin_leaf();
        if (attaches)
            attach_body(random, out, left);
        else if (kind == mail_kind::list)
            list_body(random, out, header * random.between(50, 230) / 100);
        else
            out.line("Hello!");
        if (!attaches) out.end_leaf();
        out.end_message();
    }
    return out.take();
}

} // namespace bench

#endif
