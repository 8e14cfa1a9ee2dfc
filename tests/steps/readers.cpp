#include "readers.hpp"

#include <foldwise/charset_cjk.hpp>
#include <foldwise/foldwise.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

using namespace foldwise;

namespace {

// ---- The readers. As in tests/allocations.cpp, each uses every member of a type once. A member
// whose doc comment says that a call costs a pass over the value is not called for each element.

struct sum_of_problems {
    std::size_t& sum;
    void operator()(diagnostic const& problem) const { sum += problem.offset + problem.length; }
};

template <class T>
std::size_t value_or_problem(result<T> const& read) {
    return read ? 1 : read.error().offset + read.error().length;
}

template <class Text>
std::size_t octets_of(Text const& text) {
    std::size_t sum = 0;
    for (char const octet : text) sum += static_cast<unsigned char>(octet);
    for (auto const piece : text.pieces()) sum += piece.size();
    return sum + (text.contiguous() ? 1u : 0u) + (text == "a" ? 1u : 0u);
}

std::size_t read_tokens(std::string_view value) {
    std::size_t sum = 0;
    for (lexer in{value}; in.position() < value.size();) {
        auto const next = in.peek();
        sum += octets_of(next.text()) + in.next_outside_comments().raw().size();
    }
    return sum;
}

std::size_t read_comments(std::string_view value) {
    std::size_t sum = 0;
    for (auto const comment : comments{value}) sum += octets_of(comment.text());
    return sum;
}

std::size_t read_unfolded(std::string_view value) { return octets_of(unfolded{value}); }

std::size_t read_phrase(std::string_view value) { return octets_of(phrase{value}); }

std::size_t read_ids(std::string_view value) {
    std::size_t sum = 0;
    for (auto const id : message_ids{value})
        sum += octets_of(id.text()) + id.id_left().length() + id.id_right().length();
    return sum;
}

std::size_t use(mailbox const& m) {
    auto sum = octets_of(m.local_part()) + octets_of(m.domain()) + m.route().size();
    if (auto const name = m.display_name()) sum += octets_of(name->undecoded());
    if (auto const comment = m.comment()) sum += octets_of(comment->undecoded());
    return sum + (m.addr_spec() == m.addr_spec() ? 1u : 0u);
}

std::size_t read_addresses(std::string_view value) {
    std::size_t sum = 0;
    for (auto const element : address_list{value}) {
        sum += value_or_problem(element);
        if (element && element->mailbox()) sum += use(*element->mailbox());
        if (!element || !element->group()) continue;
        sum += octets_of(element->group()->name().undecoded());
        for (auto const member : element->group()->members())
            sum += member ? use(*member) : member.error().length;
    }
    return sum;
}

/// Calls group_name() for each mailbox of a group.
std::size_t read_mailboxes(std::string_view value) {
    std::size_t sum = 0;
    for (auto const m : address_list{value}.mailboxes()) sum += use(m) + (m.group_name() ? 1u : 0u);
    return sum;
}

std::size_t read_one_mailbox(std::string_view value) {
    auto const read = mailbox::read(value);
    return read ? use(*read) : read.error().length;
}

std::size_t read_one_addr_spec(std::string_view value) {
    auto const read = addr_spec::read(value);
    return read ? octets_of(read->local_part()) + octets_of(read->domain()) : 0;
}

std::size_t check_one_addr_spec(std::string_view value) { return check_addr_spec(value) ? 1 : 0; }

std::size_t check_one_smtp_mailbox(std::string_view value) {
    return check_smtp_mailbox(value) ? 1 : 0;
}

std::size_t read_one_path(std::string_view value) {
    auto const read = path::read(value);
    return (read ? read->route().size() : read.error().length) +
           value_or_problem(delivered_to::read(value));
}

std::size_t read_command(std::string_view line) {
    smtp_command const command{line};
    std::size_t sum = command.argument().size();
    command.diagnose(sum_of_problems{sum});
    auto const use = [&sum](auto const& read) {
        sum += value_or_problem(read);
        if (read) read->diagnose(sum_of_problems{sum});
    };
    use(mail_command::read(command));
    use(rcpt_command::read(command));
    use(helo_command::read(command));
    use(bdat_command::read(command));
    use(auth_command::read(command));
    use(xclient_command::read(command));
    use(vrfy_command::read(command));
    use(help_command::read(command));
    use(noop_command::read(command));
    return sum;
}

std::size_t read_smtp_path(std::string_view text) {
    auto const read = smtp_path::read(text);
    std::size_t sum = value_or_problem(read) + (check_smtp_domain(text) ? 1u : 0u);
    if (!read) return sum;
    sum += read->route().size() + (read->address_literal() ? 1u : 0u);
    read->diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_parameters(std::string_view text) {
    esmtp_parameters const list{text};
    std::size_t sum = list.has_smtputf8() ? 1 : 0;
    for (auto const p : list) sum += value_or_problem(p);
    sum += value_or_problem(list.message_size()) + value_or_problem(list.body());
    sum += value_or_problem(list.ret()) + value_or_problem(list.notify());
    if (auto const address = list.orcpt()) sum += address->address().length();
    for (auto const& value : {list.envid(), list.auth()})
        if (value) sum += value->length() + (value->contiguous() ? 1u : 0u);
    list.diagnose(sum_of_problems{sum});
    xtext const all{text};
    all.diagnose(sum_of_problems{sum});
    return sum + all.length();
}

std::size_t read_date(std::string_view value) { return value_or_problem(date_time::read(value)); }

std::size_t read_keywords(std::string_view value) {
    return value_or_problem(mime_version::read(value)) +
           value_or_problem(auto_submitted::read(value)) +
           value_or_problem(importance::read(value)) + value_or_problem(priority::read(value)) +
           value_or_problem(x_priority::read(value)) +
           value_or_problem(x_msmail_priority::read(value)) +
           value_or_problem(precedence::read(value));
}

std::size_t read_phrases(std::string_view value) {
    std::size_t sum = 0;
    for (auto const p : phrase_list{value}) sum += octets_of(p);
    return sum;
}

std::size_t read_uris(std::string_view value) {
    list_uris const uris{value};
    std::size_t sum = uris.says_no() ? 1 : 0;
    for (auto const u : uris) {
        sum += value_or_problem(u);
        if (!u) continue;
        sum += octets_of(u->text()) + u->scheme().length();
        if (auto const comment = u->comment()) sum += octets_of(*comment);
    }
    return sum + (one_click{}.uri_in(uris) ? 1u : 0u) + value_or_problem(one_click::read(value));
}

std::size_t read_one_uri(std::string_view value) {
    auto const read = archived_at::read(value);
    return read ? octets_of(read->uri().text()) : read.error().length;
}

std::size_t read_one_list_id(std::string_view value) {
    auto const read = list_id::read(value);
    if (!read) return read.error().length;
    auto const description = read->description();
    return octets_of(read->text()) + (description ? octets_of(*description) : 0);
}

std::size_t use(std::optional<extended_domain> const& host) {
    return host ? octets_of(host->name()) + octets_of(host->helo()) +
                      host->host().value_or("").size()
                : 0;
}

std::size_t read_received(std::string_view value) {
    received const r{value};
    auto sum = value_or_problem(r.date()) + use(r.from()) + use(r.by());
    for (auto const clause : r.clauses()) {
        sum += octets_of(clause.value()) + clause.unexpected().size();
        for (auto const comment : clause.comments()) sum += comment.raw().size();
    }
    for (auto const comment : r.comments()) sum += octets_of(comment.text());
    sum += (r.protocol() ? 1u : 0u) + (r.for_path() ? 1u : 0u);
    r.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_tcp_info(std::string_view value) {
    tcp_info const info{value};
    return (info.host() ? 1u : 0u) + (info.address() ? 1u : 0u) + (info.helo() ? 1u : 0u);
}

std::size_t read_tags(std::string_view value) {
    tag_list const list{value};
    std::size_t sum = list.find_duplicate() ? 1 : 0;
    for (auto const t : list)
        sum += t ? octets_of(t->value()) + octets_of(t->value_without_fws()) : t.error().length;
    list.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t use(colon_list const& list) {
    std::size_t sum = 0;
    for (auto const item : list) sum += value_or_problem(item);
    return sum;
}

std::size_t use(signature_tags const& s) {
    auto sum = use(s.header_names()) + use(s.query_methods());
    sum += value_or_problem(s.algorithm()) + value_or_problem(s.domain());
    sum += value_or_problem(s.canonicalization()) + value_or_problem(s.body_length());
    if (auto const b = s.signature()) sum += octets_of(*b);
    if (auto const z = s.copied_fields(); z && *z) sum += octets_of(**z);
    return sum + (s.lists("From") ? 1u : 0u);
}

std::size_t read_dkim(std::string_view value) {
    dkim_signature const s{value};
    auto sum = use(s);
    if (auto const i = s.identity()) sum += octets_of(i->local_part);
    s.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_arc_signature(std::string_view value) {
    arc_message_signature const s{value};
    auto sum = use(s) + value_or_problem(s.instance());
    s.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_arc_seal(std::string_view value) {
    arc_seal const s{value};
    auto sum = value_or_problem(s.instance()) + value_or_problem(s.chain_status());
    s.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_arc_chain(std::string_view bytes) {
    arc_chain const chain{message{bytes}};
    std::size_t sum = chain.can_pass() ? 1 : 0;
    sum += value_or_problem(chain.recorded_status());
    for (auto const& set : chain) sum += set.instance() + value_or_problem(set.oldest_pass());
    chain.diagnose(sum_of_problems{sum});
    sealed_header const sealed{chain, chain.size(), bare_lf::crlf};
    return sum + octets_of(sealed);
}

std::size_t read_signed_fields(std::string_view bytes) {
    message const m{bytes};
    auto const own = m.header().find("DKIM-Signature");
    if (!own) return 0;
    signed_fields const s{dkim_signature{*own}, m};
    std::size_t sum = s.coverage_of("To").count();
    for (auto const& each : s.shown()) sum += each.unsigned_count() + each.listed_count();
    sum += s.is_signed(*m.header().begin()) ? 1u : 0u;
    for (auto const f : s.selected()) sum += f.raw().size();
    s.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_canonical(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const form : {canonical_form::simple, canonical_form::relaxed})
        for (auto const lf : {bare_lf::data, bare_lf::crlf}) {
            for (auto const piece : canonical_body{bytes, form, lf}.pieces()) sum += piece.size();
            for (auto const piece : canonical_field{field{bytes}, form, lf}.pieces())
                sum += piece.size();
        }
    return sum;
}

std::size_t read_canonical_in_chunks(std::string_view bytes) {
    std::size_t sum = 0;
    auto const add = [&sum](std::string_view piece) { sum += piece.size(); };
    canonical_body_stream stream{canonical_form::relaxed};
    for (std::size_t at = 0; at < bytes.size(); at += 5) stream.update(bytes.substr(at, 5), add);
    stream.finish(add);
    return sum;
}

std::size_t read_signed_header(std::string_view bytes) {
    header_section const header{bytes};
    if (header.empty()) return 0;
    auto const own = *header.begin();
    dkim_signature const s{own};
    signed_header const text{s, own, header, bare_lf_in(bytes)};
    std::size_t sum = text.problem() ? 1 : 0;
    for (auto const f : text.fields()) sum += f.raw().size();
    for (auto const piece : text.pieces()) sum += piece.size();
    return sum;
}

std::size_t read_dmarc(std::string_view value) {
    dmarc_record const r{value};
    std::size_t sum = value_or_problem(r.policy()) + use(r.failure_options());
    for (auto const uri : r.aggregate_reports()) sum += value_or_problem(uri);
    r.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_bimi(std::string_view value) {
    std::size_t sum = 0;
    bimi_record{value}.diagnose(sum_of_problems{sum});
    bimi_selector{value}.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t use(authentication_results const& ar) {
    std::size_t sum = value_or_problem(ar.authserv_id()) + value_or_problem(ar.version());
    sum += (ar.is_none() ? 1u : 0u) + (ar.find("dkim") ? 1u : 0u);
    for (auto const r : ar) {
        sum += value_or_problem(r);
        if (!r) continue;
        if (auto const reason = r->reason()) sum += octets_of(reason->text());
        for (auto const p : r->properties())
            sum += p ? octets_of(p->value().text()) : p.error().length;
        for (auto const comment : r->comments()) sum += octets_of(comment.text());
        sum += r->find("smtp", "mailfrom") ? 1u : 0u;
    }
    ar.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_results(std::string_view value) { return use(authentication_results{value}); }

std::size_t read_arc_results(std::string_view value) {
    arc_authentication_results const aar{value};
    auto sum = value_or_problem(aar.instance()) + use(aar.results());
    aar.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_spf(std::string_view value) {
    received_spf const spf{value};
    std::size_t sum = value_or_problem(spf.result()) + (spf.find("client-ip") ? 1u : 0u);
    if (auto const comment = spf.comment()) sum += octets_of(comment->text());
    for (auto const p : spf) sum += p ? octets_of(p->value().text()) : p.error().length;
    spf.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_flowed(std::string_view text) {
    std::size_t sum = 0;
    for (auto const spaces : {delsp::no, delsp::yes})
        for (auto const p : flowed_text{text, spaces}) sum += octets_of(p) + p.quote_depth();
    return sum;
}

std::size_t read_flow(std::string_view value) { return flowed_delsp(content_type{value}) ? 1 : 0; }

std::size_t use(result<typed_value> const& read) {
    if (!read) return read.error().length;
    return octets_of(read->text()) + octets_of(read->without_comments());
}

std::size_t use(result<recipient_address> const& read) {
    if (!read) return read.error().length;
    return value_or_problem(read->addr_spec()) + read->decoded().length() +
           (read->decoded().contiguous() ? 1u : 0u);
}

std::size_t use(std::optional<unfolded> const& text) { return text ? octets_of(*text) : 0; }

std::size_t read_delivery_status(std::string_view body) {
    delivery_status const status{body};
    auto sum = use(status.reporting_mta()) + use(status.dsn_gateway());
    sum += use(status.received_from_mta()) + use(status.original_envelope_id());
    sum += value_or_problem(status.arrival_date());
    for (auto const r : status.recipients()) {
        sum += use(r.original_recipient()) + use(r.final_recipient());
        sum += value_or_problem(r.action()) + value_or_problem(r.status());
        sum += use(r.remote_mta()) + use(r.diagnostic_code()) + use(r.final_log_id());
        for (auto const text : r.localized_diagnostics()) sum += use(text);
        sum += value_or_problem(r.last_attempt_date()) + value_or_problem(r.will_retry_until());
    }
    status.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_disposition_notification(std::string_view body) {
    disposition_notification const n{body};
    auto sum = use(n.mdn_gateway()) + use(n.original_recipient()) + use(n.final_recipient());
    if (auto const ua = n.reporting_ua()) sum += octets_of(ua->name()) + use(ua->product());
    if (auto const id = n.original_message_id()) sum += octets_of(id->text());
    auto const d = n.disposition();
    sum += value_or_problem(d);
    if (d)
        for (auto const modifier : d->modifiers()) sum += octets_of(modifier);
    for (auto const f : n.errors()) sum += octets_of(f.value());
    n.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_feedback_report(std::string_view body) {
    auth_failure_report const r{body};
    auto sum = value_or_problem(r.feedback_type()) + use(r.user_agent());
    sum += value_or_problem(r.version()) + use(r.original_envelope_id());
    sum += value_or_problem(r.original_mail_from()) + value_or_problem(r.arrival_date());
    sum += use(r.reporting_mta()) + value_or_problem(r.source_ip());
    sum += value_or_problem(r.incidents()) + value_or_problem(r.auth_failure());
    sum += value_or_problem(r.delivery_result()) + use(r.dkim_domain());
    for (auto const f : r.authentication_results()) sum += f.raw().size();
    for (auto const to : r.original_rcpt_to()) sum += value_or_problem(to);
    for (auto const domain : r.reported_domains()) sum += octets_of(domain);
    for (auto const uri : r.reported_uris()) sum += octets_of(uri);
    if (auto const text = r.dkim_canonicalized_body())
        for (char const octet : *text) sum += static_cast<unsigned char>(octet);
    r.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_fields(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const f : header_section{bytes}) {
        sum += f.name().size() + octets_of(f.value());
        for (auto const l : f.lines()) sum += l.text().size();
    }
    for (auto const f : header_section{bytes}.find_all("a")) sum += f.raw().size();
    return sum;
}

std::size_t find_end(std::string_view bytes) { return find_header_end(bytes).position; }

std::size_t index_fields(std::string_view bytes) {
    field_slot room[8];
    indexed_message const m{bytes, room};
    auto sum = m.message().body().size();
    for (auto const f : m.fields()) sum += f.name().size();
    for (auto const f : m.fields().find_all("a")) sum += f.raw().size();
    return sum;
}

/// As if the bytes arrived one by one.
std::size_t read_data(std::string_view bytes) {
    mail_data const data{bytes};
    auto sum = octets_of(data.text()) + data.rest().size() + dot_stuffed{bytes}.length();
    data.diagnose(sum_of_problems{sum});
    for (char const octet : dot_stuffed{bytes}) sum += static_cast<unsigned char>(octet);
    return sum;
}

std::size_t find_end_of_data(std::string_view bytes) {
    std::size_t sum = 0;
    for (std::size_t const size : {1u, 7u}) {
        end_of_data_finder finder;
        for (std::size_t at = 0; at < bytes.size(); at += size)
            finder.feed(bytes.substr(at, size), sum_of_problems{sum});
        finder.finish(sum_of_problems{sum});
        sum += finder.text_size();
    }
    return sum;
}

std::size_t read_bdat(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const ending : {line_ending::crlf, line_ending::lf}) {
        bdat_chunks const chunks{bytes, ending};
        for (auto const chunk : chunks) sum += value_or_problem(chunk);
        sum += octets_of(chunks.content()) + chunks.rest().size();
        chunks.diagnose(sum_of_problems{sum});
    }
    return sum;
}

std::size_t find_end_in_pieces(std::string_view bytes) {
    header_end found;
    for (std::size_t size = 1; size <= bytes.size() && !found.found(); ++size)
        found = find_header_end(bytes.substr(0, size), found.position);
    return found.position;
}

/// Reads all problems of a message, and both readings of the first ambiguity: the doc comment of
/// ambiguity_of() says that each costs a pass over the message.
std::size_t inspect_message(std::string_view bytes) {
    message const m{bytes};
    auto sum = m.header().raw().size() + m.body().size();
    bool is_first = true;
    diagnose(m, [&](diagnostic const& problem) {
        sum += problem.offset + problem.length;
        if (!is_first || problem.severity() != severity::ambiguity) return;
        is_first = false;
        auto const found = ambiguity_of(m, problem);
        if (!found) return;
        for (auto const& each : {found->first(), found->second()}) {
            sum += each.offset + each.length;
            for (auto const by : each.readers) sum += by.name.size();
        }
    });
    return sum;
}

std::size_t read_hops(std::string_view bytes) {
    hops const all{header_section{bytes}};
    std::size_t sum = all.total() ? 1 : 0;
    for (auto const h : all) sum += h.delay() ? 1u : h.field().raw().size();
    return sum;
}

std::size_t read_resent_blocks(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const block : resent_blocks{header_section{bytes}}) sum += block.raw().size();
    return sum;
}

template <mbox_format format, mbox_separator separator>
std::size_t read_mbox(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const entry : mbox{bytes, {format, separator}}) {
        sum += entry.message_bytes().size() + octets_of(entry.body());
        if (auto const line = entry.from_line()) sum += line->address().size();
        sum += value_or_problem(entry.content_length());
    }
    return sum;
}

template <class Text>
std::size_t read_words(std::string_view value) {
    Text const text{value};
    std::size_t sum = text == "a" ? 1 : 0;
    for (char const octet : text) sum += static_cast<unsigned char>(octet);
    text.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_name(std::string_view value) {
    auto const list = std::string{"f*0=\""}.append(value).append("\"");
    parameters const read{list};
    auto const found = read.find("f");
    if (!found) return 0;
    decoded_parameter const name{*found};
    std::size_t sum = name == "a" ? 1 : 0;
    for (char const octet : name) sum += static_cast<unsigned char>(octet);
    found->diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t walk_parts(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const part : entity{message{bytes}}.walk()) {
        sum += part.depth() + part.path().size() + part.content_type().type().size();
        if (part.is_leaf()) sum += part.raw_body().size();
    }
    return sum;
}

std::size_t read_pieces(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const piece : entity{message{bytes}}.pieces()) sum += piece.raw.size();
    return sum;
}

std::size_t read_children(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const part : entity{message{bytes}}.children()) sum += part.raw_body().size();
    return sum;
}

std::size_t check_parts(std::string_view bytes) {
    std::size_t sum = 0;
    diagnose_parts(entity{message{bytes}}, sum_of_problems{sum});
    return sum;
}

std::size_t read_bodies(std::string_view bytes) {
    entity const root{message{bytes}};
    std::size_t sum = 0;
    for (auto const part : text_body(root)) sum += part.depth();
    for (auto const part : html_body(root)) sum += part.depth();
    for (auto const part : attachments(root))
        sum += part.raw_body().size() + (suggested_file_name(part) ? 1u : 0u);
    for (auto const part : inline_parts(root)) sum += part.depth();
    return sum;
}

std::size_t read_texts(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const part : text_body(entity{message{bytes}})) {
        body_text const text{part};
        text.for_each_block([&sum](std::string_view block) { sum += block.size(); });
        text.diagnose(sum_of_problems{sum});
    }
    return sum;
}

std::size_t find_links(std::string_view bytes) {
    entity const root{message{bytes}};
    std::size_t sum = find_by_content_id(root, "c@d") ? 1 : 0;
    sum += find_by_location(root, "c") ? 1u : 0u;
    for (auto const uri : {"cid:a@b", "cid:c%40d", "b"})
        if (auto const found = find_linked(root, root, uri)) sum += found->raw_body().size();
    return sum;
}

// ---- Readers that are quadratic on purpose: for each octet, they look at all that follow it.

template <std::size_t (*look)(std::string_view rest)>
std::size_t look_everywhere(std::string_view value) {
    std::size_t sum = 0;
    for (; !value.empty(); value.remove_prefix(1)) sum += look(value);
    return sum;
}

std::size_t loop(std::string_view rest) { return scan::in(char_class{"?"}, rest, 0); }
std::size_t search(std::string_view rest) { return rest.find('?'); }
std::size_t search_text(std::string_view rest) { return rest.find("a?"); }
std::size_t compare(std::string_view rest) {
    return rest.substr(1) == rest.substr(0, rest.size() - 1) ? 1 : 0;
}

constexpr test::reader quadratic[] = {
    {"a loop", look_everywhere<loop>, &test::words, 0},
    {"a search", look_everywhere<search>, &test::words, 0},
    {"a search for a text", look_everywhere<search_text>, &test::words, 0},
    {"a comparison", look_everywhere<compare>, &test::words, 0},
};

std::size_t read_cjk(std::string_view octets) {
    std::size_t sum = 0;
    for (auto from = charset::gb18030; from < charset::replacement;
         from = static_cast<charset>(static_cast<int>(from) + 1)) {
        cjk_converter converter;
        if (!converter.start(from)) continue;
        char text[charset_decoder::max_size(512)];
        for (std::size_t at = 0; at < octets.size(); at += 512)
            sum += converter.write(octets.substr(at, 512), text).size;
        sum += converter.finish(text).size;
    }
    return sum;
}

std::size_t read_replies(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const ending : {line_ending::crlf, line_ending::lf})
        for (auto rest = bytes; auto const reply = smtp_reply::read(rest, ending);) {
            sum += reply->is_complete() && reply->status() ? 1u : 0u;
            for (auto const line : reply->lines()) sum += line.text_after_status().size();
            reply->diagnose(sum_of_problems{sum});
            rest = reply->rest();
        }
    return sum;
}

std::size_t read_extensions(std::string_view bytes) {
    auto const reply = smtp_reply::read(bytes);
    if (!reply) return 0;
    ehlo_reply const ehlo{*reply};
    std::size_t sum = ehlo.domain().size() + ehlo.greeting().size();
    for (auto const line : ehlo.extensions())
        for (auto const word : line.parameters()) sum += word.size();
    sum += (ehlo.supports("A") ? 1u : 0u) + (ehlo.supports_auth("b") ? 1u : 0u);
    sum += value_or_problem(ehlo.size()) + value_or_problem(ehlo.limit("RCPTMAX"));
    ehlo.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_alignment(std::string_view text) {
    organizational_domain_by const finder{[](std::string_view domain) {
        auto const dot = domain.rfind('.');
        return dot == domain.npos ? std::nullopt : optional{domain.substr(dot + 1)};
    }};
    std::string_view const names[] = {"a"};
    alignment_options options;
    options.authserv_ids = names;
    options.organizational_domain = &finder;
    std::size_t sum = 0;
    for (auto const hosts : {name_list{}, name_list{names}}) {
        options.own_hosts = hosts;
        alignment const a{message{text}, options};
        for (auto const step : a.steps()) sum += text_of(step.finding()).size();
    }
    return sum;
}

std::size_t read_transcript(std::string_view bytes) {
    transcript const t{bytes};
    std::size_t sum = 0;
    for (auto const line : t.lines()) sum += line.carried().size();
    for (auto const each : t.exchanges())
        sum += each.reply() ? each.reply()->text_after_status().size() : 1;
    for (auto const one : t) {
        sum += one.client_name().size() + (one.queue_id() ? 1u : 0u) + (one.is_from({}) ? 1u : 0u);
        for (auto const to : one.recipients()) sum += to.command() && to.delivery() ? 1u : 0u;
        sum += one.message().length() + (one.message().contiguous() ? 1u : 0u);
    }
    t.diagnose(sum_of_problems{sum});
    return sum;
}

std::size_t read_queue_id(std::string_view text) {
    auto const id = queue_id_of(text);
    return id ? id->size() : 0;
}

// ---- The table of readers. The last column, steps per octet at most, is 1.5 times the number of
// steps with g++ 12, which makes more basic blocks than clang.

using enum mbox_format;
using enum mbox_separator;

constexpr test::reader all_readers[] = {
    {"lexer", read_tokens, &test::addresses, 205},
    {"comments", read_comments, &test::addresses, 35},
    {"unfolded", read_unfolded, &test::skeletons, 45},
    {"phrase", read_phrase, &test::addresses, 310},
    {"message_ids", read_ids, &test::addresses, 210},
    {"address_list", read_addresses, &test::addresses, 295},
    {"address_list::mailboxes", read_mailboxes, &test::addresses, 415},
    {"mailbox::read", read_one_mailbox, &test::addresses, 210},
    {"addr_spec::read", read_one_addr_spec, &test::addresses, 80},
    {"check_addr_spec", check_one_addr_spec, &test::addresses, 45},
    {"check_smtp_mailbox", check_one_smtp_mailbox, &test::addresses, 45},
    {"path", read_one_path, &test::addresses, 415},
    {"smtp_command", read_command, &test::commands, 75},
    {"smtp_path", read_smtp_path, &test::addresses, 65},
    {"esmtp_parameters", read_parameters, &test::commands, 210},
    {"phrase_list", read_phrases, &test::addresses, 370},
    {"date_time::read", read_date, &test::words, 140},
    {"keywords", read_keywords, &test::words, 115},
    {"list_uris", read_uris, &test::lists, 225},
    {"archived_at", read_one_uri, &test::lists, 115},
    {"list_id", read_one_list_id, &test::lists, 60},
    {"received", read_received, &test::traces, 1000},
    {"tcp_info", read_tcp_info, &test::traces, 145},
    {"tag_list", read_tags, &test::tags, 220},
    {"dkim_signature", read_dkim, &test::tags, 705},
    {"arc_message_signature", read_arc_signature, &test::tags, 645},
    {"arc_seal", read_arc_seal, &test::tags, 285},
    {"arc_chain", read_arc_chain, &test::signed_headers, 90},
    {"signed_fields", read_signed_fields, &test::signed_headers, 45},
    {"canonical_body", read_canonical, &test::white_space, 235},
    {"canonical_body_stream", read_canonical_in_chunks, &test::white_space, 75},
    {"signed_header", read_signed_header, &test::signed_names, 95},
    {"dmarc_record", read_dmarc, &test::tags, 455},
    {"bimi", read_bimi, &test::tags, 215},
    {"authentication_results", read_results, &test::results, 335},
    {"alignment", read_alignment, &test::recorded, 665},
    {"arc_authentication_results", read_arc_results, &test::results, 520},
    {"received_spf", read_spf, &test::results, 115},
    {"smtp_reply", read_replies, &test::replies, 200},
    {"ehlo_reply", read_extensions, &test::replies, 400},
    {"transcript", read_transcript, &test::transcripts, 1570},
    {"queue_id_of", read_queue_id, &test::replies, 15},
    {"mail_data", read_data, &test::mail_data, 125},
    {"end_of_data_finder", find_end_of_data, &test::mail_data, 45},
    {"bdat_chunks", read_bdat, &test::mail_data, 165},
    {"flowed_text", read_flowed, &test::flowed, 395},
    {"flowed_delsp", read_flow, &test::flows, 120},
    {"delivery_status", read_delivery_status, &test::reports, 745},
    {"disposition_notification", read_disposition_notification, &test::reports, 560},
    {"feedback_report", read_feedback_report, &test::reports, 1620},
    {"decoded_text", read_words<decoded_text>, &test::encoded, 800},
    {"decoded_comment", read_words<decoded_comment>, &test::encoded, 800},
    {"decoded_phrase", read_words<decoded_phrase>, &test::encoded, 815},
    {"decoded_parameter", read_name, &test::names, 400},
    {"cjk_converter", read_cjk, &test::cjk, 415},
    {"entity::walk", walk_parts, &test::parts, 60},
    {"entity::pieces", read_pieces, &test::parts, 55},
    {"entity::children", read_children, &test::parts, 55},
    {"diagnose_parts", check_parts, &test::parts, 75},
    {"body_parts", read_bodies, &test::parts, 505},
    {"body_parts of alternatives", read_bodies, &test::bodies, 700},
    {"body_text", read_texts, &test::bodies, 960},
    {"find_linked", find_links, &test::bodies, 340},
    {"header_section", read_fields, &test::skeletons, 180},
    {"indexed_message", index_fields, &test::skeletons, 100},
    {"find_header_end", find_end, &test::skeletons, 20},
    {"find_header_end in pieces", find_end_in_pieces, &test::skeletons, 45},
    {"diagnose", inspect_message, &test::skeletons, 245},
    {"diagnose doubts", inspect_message, &test::doubts, 560},
    {"diagnose parts", inspect_message, &test::parts, 690},
    {"diagnose bodies", inspect_message, &test::bodies, 965},
    {"diagnose signatures", inspect_message, &test::signed_headers, 405},
    {"hops", read_hops, &test::headers, 130},
    {"resent_blocks", read_resent_blocks, &test::headers, 55},
    {"mbox mboxrd", read_mbox<mboxrd, after_empty_line>, &test::skeletons, 120},
    {"mbox mboxcl likely", read_mbox<mboxcl, likely>, &test::skeletons, 120},
    {"mbox any", read_mbox<mboxo, any>, &test::skeletons, 95},
    {"mbox mboxcl any", read_mbox<mboxcl, any>, &test::skeletons, 120},
    {"mbox dated", read_mbox<mboxcl, dated>, &test::skeletons, 65},
    {"mbox mboxcl2", read_mbox<mboxcl2, after_empty_line>, &test::skeletons, 85},
};

} // namespace

std::span<test::reader const> test::readers() noexcept { return all_readers; }
std::span<test::reader const> test::quadratic_readers() noexcept { return quadratic; }
