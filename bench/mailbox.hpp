#ifndef FOLDWISE_BENCH_MAILBOX_HPP
#define FOLDWISE_BENCH_MAILBOX_HPP

// Generated mailboxes, and what was put into them. Nothing here uses the code that
// is measured, but for the names of its options.

#include "mail_text.hpp"
#include "random.hpp"

#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

enum class mail_kind : unsigned char {
    list,    ///< plain-text list mail; about 40 % of the octets are header
    attach,  ///< multipart: text, quoted-printable HTML, base64 from 50 KiB to 2 MiB
    headers, ///< nearly only fields
};

enum class newline : unsigned char { lf, crlf };

/// What a generator put in. Octets are those of the file, line endings as they are.
struct contents {
    std::size_t messages = 0;
    std::size_t message_octets = 0;
    std::size_t body_octets = 0;
    std::size_t quotes = 0; ///< `>` that an mboxrd reader drops from the bodies
    std::size_t fields = 0;
    std::size_t name_octets = 0;
    std::size_t raw_value_octets = 0;
    std::size_t value_octets = 0;   ///< unfolded and trimmed
    std::size_t subjects = 0;       ///< messages with a Subject
    std::size_t subject_octets = 0; ///< of their raw values
};

struct mailbox {
    std::string bytes;
    contents put;
    foldwise::mbox_options read_as;
};

/// Writes an mbox and counts what it writes. Texts come with LF and leave with the
/// file's line ending.
class mail_writer {
  public:
    explicit mail_writer(newline ending) : ending_{ending == newline::lf ? "\n" : "\r\n"} {}

    std::size_t size() const { return result_.bytes.size(); }
    std::size_t message_size() const { return size() - message_; }

    /// A `From ` line; the message starts behind it.
    void begin_message(std::string_view sender, std::string_view date) {
        append("From ");
        append(sender);
        append(" ");
        append(date);
        append("\n");
        message_ = size();
    }

    /// Behind a message stands an empty line, which is not its own.
    void end_message() {
        ++result_.put.messages;
        result_.put.message_octets += size() - message_;
        result_.put.body_octets += size() - body_;
        append("\n");
    }

    /// `text` is what stands behind the colon: white space, and a value with line
    /// feeds where it is folded.
    void field(std::string_view name, std::string_view text) {
        auto const leading = text.find_first_not_of(" \t\n");
        std::size_t folds_behind = 0;
        for (char const octet : text.substr(leading)) folds_behind += octet == '\n' ? 1 : 0;
        append(name);
        append(":");
        auto const start = size();
        append(text);
        auto const raw = size() - start;
        append("\n");
        ++result_.put.fields;
        result_.put.name_octets += name.size();
        result_.put.raw_value_octets += raw;
        result_.put.value_octets += text.size() - leading - folds_behind;
        if (name != "Subject") return;
        ++result_.put.subjects;
        result_.put.subject_octets += raw;
    }

    void end_header() {
        append("\n");
        body_ = size();
    }

    void line(std::string_view text) {
        append(text);
        append("\n");
    }

    /// A line of a body that starts with `From `, as an mbox must keep it.
    void quoted_line(std::string_view text) {
        append(">");
        line(text);
        ++result_.put.quotes;
    }

    mailbox take() { return static_cast<mailbox&&>(result_); }

  private:
    void append(std::string_view text) {
        for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n')) {
            result_.bytes.append(text.substr(0, at)).append(ending_);
            text.remove_prefix(at + 1);
        }
        result_.bytes.append(text);
    }
    mailbox result_;
    std::string_view ending_;
    std::size_t message_ = 0; // where the message starts
    std::size_t body_ = 0;
};

/// 15 to 25 fields, the separator behind them not included.
inline void list_fields(random_source& random, mail_writer& out, std::string_view content_type) {
    out.field("Return-Path", joined({" <", address(random), ">"}));
    for (auto hops = random.between(2, 3); hops != 0; --hops)
        out.field("Received", received_value(random));
    if (random.chance(60)) {
        out.field("ARC-Seal", joined({" i=1; cv=none; a=rsa-sha256; d=", host(random),
                                      "; s=arc;\n\tb=", folded_base64(random, 342), "=="}));
        out.field("ARC-Message-Signature", signature_value(random, " i=1;"));
        out.field("ARC-Authentication-Results", results_value(random, " i=1; "));
    }
    if (random.chance(70)) out.field("Authentication-Results", results_value(random, " "));
    out.field("DKIM-Signature", signature_value(random, " v=1;"));
    out.field("From", joined({" \"", words(random, 10), "\" <", address(random), ">"}));
    out.field("To", joined({" ", address(random)}));
    if (random.chance(40)) out.field("Cc", " " + folded_list(random, 6, ",", address));
    if (random.chance(50)) out.field("Sender", " " + address(random));
    out.field("Subject", subject_value(random));
    out.field("Date", " " + date(random));
    out.field("Message-ID", " " + message_id(random));
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

/// Paragraphs, quoted text of two depths, a signature and a list's footer.
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
    for (; count != 0; --count) {
        out.line("<p style=3D\"margin:0\">" + words(random, 40) + "=C3=A9 =");
        out.line(words(random, 60) + "</p>=20");
    }
}

inline void attach_body(random_source& random, mail_writer& out, std::size_t octets_left) {
    out.line("--=_boundary");
    out.line("Content-Type: text/plain; charset=utf-8");
    out.line("");
    text_lines(random, out, "", random.between(3, 20));
    out.line("--=_boundary");
    out.line("Content-Type: text/html; charset=utf-8");
    out.line("Content-Transfer-Encoding: quoted-printable");
    out.line("");
    html_lines(random, out, random.between(10, 150));
    for (auto attachments = random.between(1, 2); attachments != 0; --attachments) {
        constexpr std::size_t least = 50 << 10;
        auto size = random.between(least, least << random.between(0, 5)) * 4 / 3;
        if (size > octets_left) size = least;
        octets_left -= size < octets_left ? size : octets_left;
        out.line("--=_boundary");
        out.line("Content-Type: application/octet-stream; name=\"" + words(random, 8) + ".bin\"");
        out.line("Content-Transfer-Encoding: base64");
        out.line("");
        for (; size > 76; size -= 76) out.line(base64(random, 76));
        out.line(base64(random, size / 4 * 4));
    }
    out.line("--=_boundary--");
}

/// An mbox of about `size` octets: as many messages as it takes to reach it.
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
        if (attaches)
            attach_body(random, out, left);
        else if (kind == mail_kind::list)
            list_body(random, out, header * random.between(50, 230) / 100);
        else
            out.line("Hello!");
        out.end_message();
    }
    return out.take();
}

} // namespace bench

#endif
