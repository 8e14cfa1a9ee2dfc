// The canonical forms of RFC 6376 section 3.4: bodies, and whole messages. Where OpenDKIM is
// installed, its relaxed body canonicalization reads the same bodies.

#include "support.hpp"

#include "mail_text.hpp"

#include <foldwise/dkim/canonical_body.hpp>
#include <foldwise/dkim/canonical_body_stream.hpp>
#include <foldwise/dkim/dkim_signature.hpp>
#include <foldwise/dkim/signed_body.hpp>
#include <foldwise/dkim/signed_header.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/store/mbox.hpp>

#if defined(FOLDWISE_BENCH_OPENDKIM)
#include "readers/opendkim.hpp"
#endif

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using foldwise::bare_lf;
using foldwise::canonical_form;

/// How many octets the relaxed form of a body has, by a literal reading of RFC 6376 section 3.4.4:
/// line by line, octet by octet.
std::size_t plainly_relaxed_size(std::string_view body) {
    std::size_t size = 0;
    std::size_t up_to_last_line = 0; // of the lines that are not empty
    while (!body.empty()) {
        auto const end = body.find('\n');
        auto line = body.substr(0, end);
        body.remove_prefix(end == body.npos ? body.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        line = line.substr(0, line.find_last_not_of(" \t") + 1);
        bool is_run = false;
        for (char const octet : line) {
            bool const is_white = octet == ' ' || octet == '\t';
            if (!is_white || !is_run) ++size;
            is_run = is_white;
        }
        size += 2;
        if (!line.empty()) up_to_last_line = size;
    }
    return up_to_last_line;
}

/// The bodies of a mailbox.
struct bodies {
    explicit bodies(bench::mailbox const& box) {
        for (auto const entry : foldwise::mbox{box.bytes, box.read_as})
            all.push_back(entry.message().body());
        for (auto const body : all) expected += {1, plainly_relaxed_size(body)};
        lf = foldwise::bare_lf_in(box.bytes);
    }
    std::vector<std::string_view> all;
    bench::tally expected;
    bare_lf lf = bare_lf::data;
};

void measure_relaxed(benchmark::State& state, bench::mailbox const& box) {
    bodies const known{box};
    bench::beside_lines(state, known.all, known.expected, [&] {
        bench::tally found;
        for (auto const body : known.all) {
            ++found.count;
            foldwise::canonical_body const text{body, canonical_form::relaxed, known.lf};
            for (auto const piece : text.pieces()) found.octets += piece.size();
        }
        return found;
    });
}

/// In chunks of 4 KiB.
void measure_stream(benchmark::State& state, bench::mailbox const& box) {
    bodies const known{box};
    bench::beside_lines(state, known.all, known.expected, [&] {
        bench::tally found;
        auto const count = [&](std::string_view piece) { found.octets += piece.size(); };
        for (auto body : known.all) {
            ++found.count;
            foldwise::canonical_body_stream stream{canonical_form::relaxed, known.lf};
            for (; !body.empty(); body = body.substr(body.size() < 4096 ? body.size() : 4096))
                stream.update(body.substr(0, 4096), count);
            stream.finish(count);
        }
        return found;
    });
}

/// All bodies of a mailbox with CRLF as one body, which is how OpenDKIM is measured: setting it up
/// takes longer than a short body.
template <class Task>
void measure_one_body(benchmark::State& state, bench::mailbox const& box, Task const& task) {
    std::string body;
    for (auto const each : bodies{box}.all) body.append(each);
    std::string_view const pieces[] = {body};
    bench::beside_lines(state, pieces, {1, plainly_relaxed_size(body)},
                        [&] { return bench::tally{1, task(body)}; });
}

void measure_one_relaxed(benchmark::State& state, bench::mailbox const& box) {
    measure_one_body(state, box, [](std::string_view body) {
        std::size_t size = 0;
        for (auto const piece : foldwise::canonical_body{body, canonical_form::relaxed}.pieces())
            size += piece.size();
        return size;
    });
}

#if defined(FOLDWISE_BENCH_OPENDKIM)
void measure_opendkim(benchmark::State& state, bench::mailbox const& box) {
    measure_one_body(state, box, bench::opendkim_relaxed_octets);
}
#endif

/// A signed message of about 5 KiB: half of it header.
std::string signed_message(bench::random_source& random) {
    std::string text;
    auto const field = [&](std::string_view name, std::string_view value) {
        text.append(name).append(":").append(value).append("\n");
    };
    field("Return-Path", bench::joined({" <", bench::address(random), ">"}));
    for (int i = 0; i != 3; ++i) field("Received", bench::received_value(random));
    field("DKIM-Signature",
          bench::joined({" v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org;\n"
                         " s=mail; h=From:To:Cc:Subject:Date:Message-ID:MIME-Version:\n"
                         "\tContent-Type:List-Id:In-Reply-To:References:From:Subject;\n"
                         "\tbh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=;\n\tb=",
                         std::string(172, 'A'), "\n\t", std::string(172, 'B')}));
    for (auto const* const name :
         {"Date", "From", "To", "Cc", "Subject", "Message-ID", "In-Reply-To", "References",
          "MIME-Version", "Content-Type", "List-Id", "X-Mailer", "Precedence"})
        field(name,
              bench::joined({" ", bench::words(random, 40), "\n ", bench::words(random, 20)}));
    text.append("\n");
    while (text.size() < 5120)
        text.append(bench::words(random, 60)).append(random.chance(10) ? "  \n\n" : "\n");
    std::string crlf;
    for (char const octet : text) {
        if (octet == '\n') crlf += '\r';
        crlf += octet;
    }
    return crlf;
}

/// From the bytes of a message to all pieces that are hashed for its signature.
void measure_message(benchmark::State& state) {
    bench::random_source random{6376};
    std::vector<std::string> messages;
    for (int i = 0; i != 200; ++i) messages.push_back(signed_message(random));
    std::vector<std::string_view> pieces{messages.begin(), messages.end()};
    auto const task = [&] {
        bench::tally found;
        for (auto const bytes : pieces) {
            foldwise::message const m{bytes};
            auto const own = m.header().find("DKIM-Signature");
            if (!own) continue;
            foldwise::dkim_signature const s{*own};
            foldwise::signed_header const header{s, *own, m};
            for (auto const piece : header.pieces()) found.octets += piece.size();
            if (auto const body = signed_body(s, m))
                for (auto const piece : body->pieces()) found.octets += piece.size();
            ++found.count;
        }
        return found;
    };
    bench::tally expected{pieces.size(), 0};
    for (auto const bytes : pieces) {
        foldwise::message const m{bytes};
        auto const own = m.header().find("DKIM-Signature");
        foldwise::dkim_signature const s{*own};
        expected.octets +=
            foldwise::signed_header{s, *own, m}.to_string().size() + plainly_relaxed_size(m.body());
    }
    bench::beside_lines(state, pieces, expected, task);
}

[[maybe_unused]] bool const added = [] {
    bench::add("canonical_relaxed", bench::ordinary, measure_relaxed);
    bench::add("canonical_relaxed_stream", bench::ordinary, measure_stream);
    static constexpr bench::source with_crlf[] = {bench::ordinary[1], bench::ordinary[3]};
    bench::add("canonical_one_body", with_crlf, measure_one_relaxed);
#if defined(FOLDWISE_BENCH_OPENDKIM)
    bench::add("canonical_one_body_opendkim", with_crlf, measure_opendkim);
#endif
    benchmark::RegisterBenchmark("canonical_message_5KiB", measure_message)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    return true;
}();

} // namespace
