// Promise 2 of DESIGN section 1: only functions whose name says so allocate.

#include <foldwise/charset_cjk.hpp>
#include <foldwise/foldwise.hpp>

#include "allocation_counter.hpp"
#include "mail_files.hpp"
#include "support.hpp"

using namespace foldwise;

namespace {

std::size_t read_as_addresses(std::string_view value) {
    std::size_t sum = 0;
    for (auto const element : address_list{value}) {
        sum += element ? element->raw().size() : element.error().length;
        if (!element || !element->group()) continue;
        sum += element->group()->name().undecoded().length();
        for (auto const member : element->group()->members()) sum += member ? 1u : 0u;
    }
    auto const one = mailbox::read(value);
    for (auto const m : address_list{value}.mailboxes()) {
        sum += m.local_part().length() + m.route().size() + (m.comment() ? 1u : 0u);
        for (char const octet : m.domain()) sum += static_cast<unsigned char>(octet);
        if (auto const name = m.display_name())
            sum += name->contiguous() ? 1 : name->undecoded().length();
        if (auto const group = m.group_name()) sum += *group == "team" ? 1u : 0u;
        sum += one && one->addr_spec() == m.addr_spec() ? 1u : 0u;
        sum += addr_spec::read(m.addr_spec().raw()) ? 1u : 0u;
    }
    return sum;
}

std::size_t read_as_trace(std::string_view value) {
    received const r{value};
    std::size_t sum = r.date() ? 1 : 0;
    for (auto const clause : r.clauses()) sum += clause.value().length();
    for (auto const comment : r.comments()) sum += comment.text().length();
    for (auto const& host : {r.from(), r.by()})
        if (host) sum += host->helo().length() + host->host().value_or("").size();
    if (auto const protocol = r.protocol()) sum += protocol == with_protocol{} ? 1u : 0u;
    if (auto const path = r.for_path()) sum += path->raw().size();
    r.diagnose([&](diagnostic const& problem) { sum += problem.length; });
    if (auto const p = path::read(value)) sum += p->is_null() ? 1 : p->route().size();
    return sum;
}

std::size_t read_as_results(authentication_results const& ar) {
    std::size_t sum = ar.raw().size() + (ar.is_none() ? 1u : 0u) + ar.version().value_or(0);
    if (auto const id = ar.authserv_id()) sum += id->length();
    if (auto const r = ar.find("dkim")) sum += r->result().size();
    for (auto const r : ar) {
        if (!r) continue;
        sum += r->method().size() + r->method_version();
        if (auto const reason = r->reason()) sum += reason->text().length();
        for (auto const p : r->properties()) sum += p ? p->value().text().length() : 1;
        for (auto const comment : r->comments()) sum += comment.text().length();
        if (auto const p = r->find("smtp", "mailfrom")) sum += p->property().size();
    }
    ar.diagnose([&](diagnostic const& problem) { sum += problem.length; });
    return sum;
}

std::size_t read_as_signature(std::string_view value) {
    dkim_signature const s{value};
    std::size_t sum = s.lists("From") ? 1 : 0;
    if (auto const i = s.identity()) sum += i->local_part.length() + i->domain.size();
    if (auto const b = s.signature()) sum += b->length();
    for (auto const name : s.header_names()) sum += name ? name->size() : 0;
    for (auto const method : s.query_methods()) sum += method ? method->size() : 0;
    s.diagnose([&](diagnostic const& problem) { sum += problem.length; });
    return sum;
}

/// Reads any value as the records of other servers, and as the policies of domain owners.
std::size_t read_as_records(std::string_view value) {
    std::size_t sum = read_as_results(authentication_results{value});
    auto const add = [&sum](diagnostic const& problem) { sum += problem.length; };
    arc_authentication_results const aar{value};
    sum += aar.instance().value_or(0) + read_as_results(aar.results());
    aar.diagnose(add);
    arc_message_signature{value}.diagnose(add);
    arc_seal{value}.diagnose(add);
    received_spf const spf{value};
    if (auto const comment = spf.comment()) sum += comment->text().length();
    for (auto const p : spf) sum += p ? p->value().text().length() : 0;
    sum += spf.find("client-ip") ? 1u : 0u;
    spf.diagnose(add);
    dmarc_record const dmarc{value};
    for (auto const uri : dmarc.aggregate_reports()) sum += uri ? uri->uri.size() : 1;
    dmarc.diagnose(add);
    bimi_record{value}.diagnose(add);
    bimi_selector{value}.diagnose(add);
    return sum;
}

/// Reads any bytes as what a client sends after DATA, and as BDAT commands.
std::size_t read_as_mail_data(std::string_view bytes) {
    std::size_t sum = 0;
    auto const add = [&sum](diagnostic const& problem) { sum += problem.length; };
    mail_data const data{bytes};
    data.diagnose(add);
    for (char const octet : data.text()) sum += static_cast<unsigned char>(octet);
    for (auto const piece : dot_stuffed{bytes}.pieces()) sum += piece.size();
    end_of_data_finder finder;
    for (std::size_t at = 0; at < bytes.size(); at += 7) finder.feed(bytes.substr(at, 7), add);
    bdat_chunks const chunks{bytes};
    for (auto const chunk : chunks) sum += chunk ? chunk->content().size() : 1;
    chunks.diagnose(add);
    return sum + chunks.content().length() + (data.text().contiguous() ? 1u : 0u);
}

/// Reads any text as flowed, whatever its Content-Type says.
std::size_t read_as_flowed(std::string_view text) {
    std::size_t sum = flowed_delsp(content_type{text}) ? 1 : 0;
    for (auto const p : flowed_text{text, delsp::yes}) {
        sum += p.quote_depth() + p.length() + (p.contiguous() ? 1u : 0u);
        for (char const octet : p) sum += static_cast<unsigned char>(octet);
    }
    return sum;
}

std::size_t read_as_typed(result<typed_value> const& read) {
    return read ? read->text().length() + read->without_comments().length() : 1;
}

std::size_t read_as_delivery_status(std::string_view body) {
    delivery_status const status{body};
    auto sum = read_as_typed(status.reporting_mta()) + (status.arrival_date() ? 1u : 0u);
    for (auto const r : status.recipients()) {
        if (auto const to = r.final_recipient())
            sum += to->decoded().length() + (to->addr_spec() ? 1u : 0u);
        sum += (r.action() ? 1u : 0u) + (r.status() ? 1u : 0u) + read_as_typed(r.diagnostic_code());
    }
    status.diagnose([&](diagnostic const& problem) { sum += problem.length; });
    return sum;
}

/// Reads any body as a report of each kind.
std::size_t read_as_reports(std::string_view body) {
    auto sum = read_as_delivery_status(body);
    auto const add = [&sum](diagnostic const& problem) { sum += problem.length; };
    disposition_notification const n{body};
    if (auto const ua = n.reporting_ua()) sum += ua->name().length();
    if (auto const id = n.original_message_id()) sum += id->text().length();
    if (auto const d = n.disposition())
        for (auto const modifier : d->modifiers()) sum += modifier.length();
    n.diagnose(add);
    auth_failure_report const r{body};
    for (auto const to : r.original_rcpt_to()) sum += to ? 1u : 0u;
    for (auto const domain : r.reported_domains()) sum += domain.length();
    for (auto const uri : r.reported_uris()) sum += uri.length();
    if (auto const text = r.dkim_canonicalized_body())
        for (char const octet : *text) sum += static_cast<unsigned char>(octet);
    r.diagnose(add);
    return sum;
}

/// Reads any value as the arguments of commands of SMTP.
std::size_t read_as_commands(std::string_view value) {
    std::size_t sum = 0;
    auto const add = [&sum](diagnostic const& problem) { sum += problem.length; };
    smtp_command const command{value};
    command.diagnose(add);
    if (auto const c = mail_command::read(command)) c->diagnose(add);
    if (auto const c = rcpt_command::read(command)) c->diagnose(add);
    if (auto const c = helo_command::read(command)) c->diagnose(add);
    if (auto const c = bdat_command::read(command)) c->diagnose(add);
    if (auto const c = auth_command::read(command)) c->diagnose(add);
    if (auto const c = xclient_command::read(command)) c->diagnose(add);
    if (auto const c = vrfy_command::read(command)) c->diagnose(add);
    if (auto const c = help_command::read(command)) c->diagnose(add);
    if (auto const c = noop_command::read(command)) c->diagnose(add);
    if (auto const p = smtp_path::read(value)) p->diagnose(add);
    esmtp_parameters const parameters{value};
    for (auto const p : parameters) sum += p ? p->keyword().size() : 1;
    sum += parameters.message_size() || parameters.orcpt() || parameters.notify() ? 1u : 0u;
    parameters.diagnose(add);
    xtext const text{value};
    text.diagnose(add);
    return sum + text.length() + (check_smtp_domain(value) ? 1u : 0u);
}

/// Reads the value of any field as each structure.
std::size_t read_as_each_structure(std::string_view value) {
    std::size_t sum = date_time::read(value).has_value() ? 1 : 0;
    for (lexer in{value}; auto const size = in.next().raw().size();) sum += size;
    for (auto const id : message_ids{value}) sum += id.text().length();
    sum += read_as_addresses(value);
    for (auto const p : phrase_list{value}) sum += p.length();
    for (auto const u : list_uris{value}) sum += u ? u->text().length() : u.error().length;
    if (auto const u = archived_at::read(value)) sum += u->uri().scheme().length();
    if (auto const u = one_click{}.uri_in(list_uris{value})) sum += u->text().length();
    if (auto const id = list_id::read(value)) sum += id->text().length();
    if (auto const v = mime_version::read(value)) sum += *v == mime_version{1, 0} ? 1u : 0u;
    if (auto const a = auto_submitted::read(value)) sum += a->is_automatic() ? 1u : 0u;
    sum += importance::read(value) || priority::read(value) || x_priority::read(value) ? 1u : 0u;
    sum += precedence::read(value) ? 1u : 0u;
    for (auto const tag : tag_list{value}) sum += tag ? tag->value_without_fws().length() : 0;
    sum += read_as_commands(value);
    return sum + read_as_trace(value) + read_as_signature(value) + read_as_records(value);
}

/// Reads a text that may have encoded-words: unstructured text, a comment or a phrase.
template <class Text>
std::size_t read_words_of(Text const& text) {
    std::size_t sum = text == "a" ? 1 : 0;
    for (char const octet : text) sum += static_cast<unsigned char>(octet);
    text.diagnose([&sum](diagnostic const& problem) { sum += problem.length; });
    return sum;
}
std::size_t read_as_words(std::string_view value) {
    return read_words_of(decoded_text{value}) + read_words_of(decoded_comment{value}) +
           read_words_of(decoded_phrase{value});
}

std::size_t read_each_structure(message const& m) {
    std::size_t sum = 0;
    for (auto const f : m.header())
        sum += read_as_each_structure(f.raw_value()) + read_as_words(f.raw_value());
    sum += read_as_flowed(m.body());
    for (auto const h : hops{m.header()}) sum += h.delay() ? 1u : h.field().raw().size();
    for (auto const block : resent_blocks{m.header()}) sum += block.raw().size();
    return sum;
}

/// Reads the fields that other servers added, and what signatures cover.
std::size_t read_as_signed(message const& m) {
    arc_chain const chain{m};
    std::size_t sum = chain.can_pass() ? 1 : 0;
    auto const add = [&sum](diagnostic const& problem) { sum += problem.length; };
    sum += chain.recorded_status() ? 1u : 0u;
    for (auto const& set : chain) sum += set.is_complete() && set.oldest_pass() ? 1u : 0u;
    chain.diagnose(add);
    sealed_header const sealed{chain, chain.size(), m};
    for (auto const piece : sealed.pieces()) sum += piece.size();
    for (auto const f : m.header().find_all("DKIM-Signature")) {
        signed_fields const s{dkim_signature{f}, m};
        for (auto const& each : s.shown()) sum += each.signed_count();
        sum += s.coverage_of("Received").unsigned_count() + (s.is_signed(f) ? 1u : 0u);
        s.diagnose(add);
    }
    return sum;
}

/// Reads what signatures sign, in canonical form.
std::size_t read_as_canonical(message const& m) {
    std::size_t sum = 0;
    for (auto const f : m.header()) {
        for (auto const piece : canonical_field{f, canonical_form::relaxed}.pieces())
            sum += piece.size();
        if (!f.is("DKIM-Signature")) continue;
        dkim_signature const s{f};
        signed_header const header{s, f, m};
        for (auto const piece : header.pieces()) sum += piece.size();
        for (auto const each : header.fields()) sum += each.raw().size();
        if (auto const body = signed_body(s, m)) sum += body->length();
    }
    canonical_body_stream stream{canonical_form::relaxed};
    auto const add = [&sum](std::string_view piece) { sum += piece.size(); };
    stream.update(m.body(), add);
    stream.finish(add);
    return sum;
}

/// Reads what servers recorded about the author. Whoever recorded something is trusted.
std::size_t read_as_aligned(message const& m) {
    organizational_domain_by const finder{
        [](std::string_view domain) -> optional<std::string_view> { return domain; }};
    std::string_view const names[] = {"mx.example.org", "mx.example.com", "a"};
    alignment_options options;
    options.authserv_ids = names;
    options.own_hosts = names;
    options.organizational_domain = &finder;
    alignment const a{m, options};
    std::size_t sum = a.is_aligned() ? a.aligned_step()->domain()->text().size() : 0;
    for (auto const step : a.steps()) sum += text_of(step.finding()).size();
    return sum;
}

/// Reads the parts of a message in every way.
std::size_t read_as_parts(message const& m) {
    entity const root{m};
    std::size_t sum = root.raw_body().size() + root.epilogue().size();
    for (auto const part : root.walk()) {
        sum += part.path().size() + part.preamble().size() + part.header().raw().size();
        if (auto const boundary = part.content_type().boundary()) sum += boundary->length();
        auto const octets = part.is_leaf() ? part.decoded() : decoded_body{};
        for (char const octet : octets) sum += static_cast<unsigned char>(octet);
        octets.for_each_block([&sum](std::string_view block) { sum += block.size(); });
        sum += octets.length() + octets.size_limit();
    }
    for (auto const child : root.children()) sum += child.raw().size();
    for (auto const piece : root.pieces()) sum += piece.raw.size();
    diagnose_parts(root, [&sum](diagnostic const& problem) { sum += problem.length; });
    return sum;
}

/// Reads the bodies that people see, the attachments, and the parts that bodies link to.
std::size_t read_as_bodies(message const& m) {
    entity const root{m};
    std::size_t sum = 0;
    for (auto const part : text_body(root)) {
        body_text const text{part};
        text.for_each_block([&sum](std::string_view block) { sum += block.size(); });
        text.diagnose([&sum](diagnostic const& problem) { sum += problem.length; });
    }
    for (auto const part : html_body(root)) sum += find_linked(root, part, "cid:a@b") ? 1u : 0u;
    for (auto const part : attachments(root)) {
        safe_file_name const name{part};
        sum += name.view().size();
    }
    for (auto const part : inline_parts(root)) sum += part.depth();
    sum += find_by_content_id(root, "a@b") ? 1u : 0u;
    return sum + (find_by_location(root, "a") ? 1u : 0u);
}

/// Reads all problems of a message, and both readings of the first ambiguity.
std::size_t read_as_inspected(message const& m) {
    std::size_t sum = 0;
    bool is_first = true;
    diagnose(m, [&](diagnostic const& problem) {
        sum += problem.length;
        if (!is_first || problem.severity() != severity::ambiguity) return;
        is_first = false;
        if (auto const found = ambiguity_of(m, problem))
            for (auto const& each : {found->first(), found->second()})
                for (auto const by : each.readers) sum += by.name.size() + each.length;
    });
    return sum;
}

/// Reads any bytes as a recorded SMTP session.
std::size_t read_as_transcript(std::string_view bytes) {
    transcript const t{bytes};
    std::size_t sum = 0;
    for (auto const line : t.lines()) sum += line.carried().size();
    for (auto const each : t.exchanges()) sum += each.reply() ? 1u : 0u;
    for (auto const one : t) {
        sum += one.client_name().size() + (one.queue_id() ? 1u : 0u) + (one.is_from({}) ? 1u : 0u);
        for (auto const to : one.recipients()) sum += to.command() && to.is_accepted() ? 1u : 0u;
        for (auto const piece : one.message().pieces()) sum += piece.size();
        sum += one.message().contiguous() ? 1u : 0u;
    }
    t.diagnose([&sum](diagnostic const& problem) { sum += problem.length; });
    return sum;
}

/// Uses every view of a message, except the structures of its fields. The sum that it returns
/// depends on all of them.
std::size_t read_all(message const& m) {
    std::size_t sum = m.separator().size() + m.body().size();
    sum += read_as_reports(m.body());
    sum += read_as_parts(m) + read_as_bodies(m) + read_as_signed(m) + read_as_canonical(m) +
           read_as_aligned(m) + read_as_mail_data(m.raw());
    for (auto const f : m.header()) {
        sum += f.name().size() + f.raw_value().size() + (f.is("Subject") ? 1u : 0u);
        for (char const octet : f.value()) sum += static_cast<unsigned char>(octet);
        for (auto const piece : f.value().pieces()) sum += piece.size();
        for (auto const l : f.lines()) sum += l.text().size();
        if (auto const whole = f.value().contiguous()) sum += whole->size();
        char buffer[16];
        sum += f.value().length() + f.value().copy_to(buffer, sizeof buffer);
        sum += f.value() == "text/plain" ? 1u : 0u;
    }
    for (auto const f : m.header().find_all("Received")) sum += f.raw().size();
    if (auto const f = m.header().find("From")) sum += m.offset_of(f->raw());
    return sum;
}

std::size_t read_all(mbox_entry const& entry) {
    std::size_t sum = read_all(entry.message());
    for (auto const piece : entry.body().pieces()) sum += piece.size();
    if (auto const line = entry.from_line())
        sum += line->address().size() + line->date_text().size();
    return sum + entry.content_length().value_or(0);
}

} // namespace

TEST_CASE("allocations: the counter counts") {
    auto const before = test::allocations();
    auto const* const text = new std::string(100, 'x');
    CHECK(test::allocations() == before + 2);
    delete text;
}

TEST_CASE("allocations: converting a text allocates nothing") {
    std::size_t sum = 0;
    auto const before = test::allocations();
    for (auto from = charset::utf_8; from < charset::replacement;
         from = static_cast<charset>(static_cast<int>(from) + 1)) {
        cjk_converter converter;
        charset_decoder decoder{from, converter};
        char text[charset_decoder::max_size(40)];
        sum += decoder.write("a\x1B$B$3\x1B(B\xB0\xA1\x81\x30\x81\x30~{VP~}\x0E0!\x0F\x82", text);
        sum += decoder.finish(text);
    }
    CHECK(test::allocations() == before);
    CHECK(sum != 0);
}

TEST_CASE("allocations: reading replies of a server allocates nothing") {
    std::size_t sum = 0;
    std::string_view bytes = "250-mx.example.org hello\r\n"
                             "250-SIZE 1000\r\n"
                             "250-AUTH=PLAIN LOGIN\r\n"
                             "250 LIMITS RCPTMAX=50\r\n"
                             "550-5.1.1 no such user\r\n"
                             "451 4.3.0 \xE9\r\n"
                             "250 2.0.0 Ok: queued as 4F1C2D3E45\r\n";
    auto const before = test::allocations();
    while (auto const reply = smtp_reply::read(bytes)) {
        for (auto const line : reply->lines()) sum += line.text_after_status().size();
        if (auto const id = queue_id_of(*reply)) sum += id->size();
        if (auto const path = forward_path_of(*reply)) sum += path->raw().size();
        sum += reply->status() ? 1u : 0u;
        ehlo_reply const ehlo{*reply};
        for (auto const line : ehlo.extensions())
            for (auto const word : line.parameters()) sum += word.size();
        sum += ehlo.size() || ehlo.limit("RCPTMAX") || ehlo.supports_auth("LOGIN") ? 1u : 0u;
        ehlo.diagnose([&sum](diagnostic const& problem) { sum += problem.length; });
        bytes = reply->rest();
    }
    CHECK(test::allocations() == before);
    CHECK(bytes.empty());
    CHECK(sum != 0);
}

TEST_CASE("allocations: reading a file allocates nothing") {
    std::size_t sum = 0;
    auto const files =
        test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
            auto const before = test::allocations();
            sum += read_all(message{bytes}) + read_each_structure(message{bytes});
            sum += read_as_transcript(bytes) + read_as_inspected(message{bytes});
            for (auto const entry : mbox{bytes})
                sum += read_each_structure(entry.message()) + read_as_inspected(entry.message());
            for (auto const separator : {mbox_separator::likely, mbox_separator::after_empty_line,
                                         mbox_separator::any, mbox_separator::dated})
                for (auto const entry : mbox{bytes, {mbox_format::mboxcl2, separator}})
                    sum += read_all(entry);
            mbox_splitter splitter;
            for (auto window = bytes; auto const entry = splitter.next(window, mbox_input::ended);)
                sum += read_all(*entry);
            REQUIRE_SAME(path, test::allocations(), before);
        });
    CHECK(files >= 20);
    CHECK(sum != 0);
}
