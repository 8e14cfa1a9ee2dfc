// A few lines for each room of the library. They are the examples in docs/doors.md.
//     build/bin/examples_doors tests/data/demo.mbox

#include <foldwise/charset_cjk.hpp>
#include <foldwise/foldwise.hpp>
#include <foldwise/mapped_file.hpp>

#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

void message(std::string_view bytes) {
    foldwise::message const m{bytes};
    std::cout << m.body().size() << " octets of body\n";
    for (auto const field : m.header())
        std::cout << field.name() << ": " << field.value().length() << " octets\n";
    if (auto const to = m.header().find("to"))
        std::cout << "To, unfolded: " << to->value().to_string() << '\n';
}

void address(foldwise::message const& m) {
    if (auto const from = foldwise::get<"From">(m))
        for (auto const author : from->mailboxes())
            std::cout << author.local_part().to_string() << " at " << author.domain().to_string()
                      << '\n';
}

void date(foldwise::message const& m) {
    if (auto const when = foldwise::get<"Date">(m))
        std::cout << when->to_string() << ", " << when->unix_seconds() << '\n';
    else
        std::cout << "no date: " << when.error().text() << '\n';
}

void words(foldwise::message const& m) {
    foldwise::cjk_converter converter; // of charset_cjk.hpp
    foldwise::text_options const options{.fallback = foldwise::charset::windows_1252,
                                         .converter = &converter};
    if (auto const subject = foldwise::get<"Subject">(m))
        std::cout << subject->to_string(options) << '\n';
}

void mime(foldwise::message const& m) {
    for (auto const part : foldwise::entity{m}.walk()) {
        auto const type = part.content_type();
        std::cout << part.path().to_string() << ' ' << type.type() << '/' << type.subtype();
        if (part.is_leaf()) std::cout << ", " << part.decoded().length() << " octets, decoded";
        std::cout << '\n';
    }
}

void parameters() {
    foldwise::content_type const type{"text/plain; charset=utf-8; name*=utf-8''na%C3%AFve.txt"};
    if (auto const name = type.parameters().find("name"))
        std::cout << foldwise::decoded_parameter{*name}.to_string() << '\n';
}

void transfer() {
    std::cout << foldwise::base64_encoded{"Hello"}.to_string() << ' '
              << foldwise::quoted_printable_decoded{"caf=C3=A9"}.to_string() << '\n';
}

void charset() {
    if (auto const set = foldwise::find_charset("Windows-1251"))
        std::cout << foldwise::utf8_text{"\xCF\xF0\xE8\xE2\xE5\xF2", *set}.to_string() << '\n';
}

void trace(foldwise::message const& m) {
    foldwise::hops const hops{m.header()};
    for (auto const hop : hops)
        if (auto const delay = hop.delay()) std::cout << *delay << " s\n";
    std::cout << std::ranges::distance(hops) << " hops\n";
}

void lists(foldwise::message const& m) {
    if (auto const list = foldwise::get<"List-Id">(m))
        std::cout << list->text().to_string() << '\n';
}

void report(foldwise::message const& m) {
    auto const found = foldwise::find_report(foldwise::entity{m});
    if (found && found->kind == foldwise::report_kind::delivery_status)
        for (auto const recipient : foldwise::delivery_status{found->part}.recipients())
            if (auto const status = recipient.status()) std::cout << status->to_string() << '\n';
}

void auth(foldwise::message const& m) {
    for (auto const results : foldwise::all<"Authentication-Results">(m))
        if (auto const spf = results.find("spf")) std::cout << "spf: " << spf->result() << '\n';
}

void dkim(foldwise::message const& m) {
    for (auto const signature : foldwise::all<"DKIM-Signature">(m))
        if (auto const domain = signature.domain()) std::cout << "signed by " << *domain << '\n';
}

void dmarc(foldwise::message const& m) {
    std::string_view const own[] = {"mx.example.org"}; // the authserv-id of our own servers
    foldwise::alignment_options options;
    options.authserv_ids = own;
    foldwise::alignment const aligned{m, options};
    for (auto const step : aligned.steps()) std::cout << text_of(step.finding()) << '\n';
}

void smtp() {
    auto const reply = foldwise::smtp_reply::read("250 2.0.0 Ok: queued as 4F1C2D3E45\r\n");
    if (reply && reply->is_positive())
        if (auto const id = foldwise::queue_id_of(*reply))
            std::cout << *reply->code() << ", identifier " << *id << '\n';
}

void mail_data() {
    foldwise::mail_data const data{"Subject: a\r\n\r\n..b\r\n.\r\nQUIT\r\n"}; // after DATA
    std::cout << data.text().to_string() << "before " << data.rest();
}

void transcript() {
    foldwise::transcript const session{"HELO smtp.sample.net\n250 mail.example.org\n"
                                       "MAIL FROM:<foe@sample.net>\n250 ok\n"
                                       "RCPT TO:<friend@example.org>\n550 no such user\n"};
    for (auto const transaction : session)
        for (auto const recipient : transaction.recipients())
            if (auto const& reply = recipient.reply())
                std::cout << recipient.text() << ": " << reply->text_after_status() << '\n';
}

void syntax() {
    for (foldwise::lexer in{"\"Foe, A\" (boss) <a@b>"};;) {
        auto const token = in.next();
        if (token.is(foldwise::token_kind::end)) break;
        std::cout << token.text().to_string() << '\n';
    }
}

void diagnostic() {
    auto const when = foldwise::date_time::read("Tue, 31 Apr 2015 10:00:00 +0000");
    if (!when) std::cout << when.error().name() << ": " << when.error().text() << '\n';
}

void inspect(foldwise::message const& m) {
    foldwise::diagnose(m, [](foldwise::diagnostic const& d) {
        std::cout << d.offset << ": " << d.name() << '\n';
    });
    foldwise::diagnose(m, [&m](foldwise::diagnostic const& d) {
        if (auto const found = foldwise::ambiguity_of(m, d))
            std::cout << found->first().text << ", or " << found->second().text << '\n';
    });
}

void fields(foldwise::message const& m) {
    if (auto const from = foldwise::get<"From">(m))
        for (auto const author : from->mailboxes()) {
            if (auto const name = author.display_name()) std::cout << name->to_string() << ' ';
            std::cout << '<' << author.to_string() << ">\n"; // the address
        }
    if (auto const when = foldwise::get<"Date">(m))
        std::cout << when->to_string() << '\n';
    else
        std::cout << "no date: " << when.error().text() << '\n';
    for (auto const hop : foldwise::all<"Received">(m))
        if (auto const by = hop.by()) std::cout << "by " << by->name().to_string() << '\n';
}

void mbox(std::string_view bytes) {
    int messages = 0;
    for (auto const entry : foldwise::mbox{bytes})
        if (!entry.message().body().empty()) ++messages;
    std::cout << messages << " messages with a body\n";
}

} // namespace

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) return 2;
    std::vector<foldwise::message> mail;
    for (auto const entry : foldwise::mbox{file.bytes()}) mail.push_back(entry.message());
    if (mail.size() != 12) return 2;

    message(mail[1].raw());
    address(mail[0]);
    date(mail[0]);
    words(mail[3]);
    mime(mail[11]);
    parameters();
    transfer();
    charset();
    trace(mail[2]);
    lists(mail[2]);
    report(mail[4]);
    auth(mail[0]);
    dkim(mail[0]);
    dmarc(mail[0]);
    smtp();
    mail_data();
    transcript();
    syntax();
    diagnostic();
    inspect(mail[6]);
    fields(mail[1]);
    mbox(file.bytes());
}
