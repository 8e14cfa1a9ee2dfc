// Reads one message from its envelope to its verdict. docs/tour.md explains each step, and shows
// what this program prints.
//     build/bin/examples_tour tests/data/demo.mbox

#include <foldwise/foldwise.hpp>
#include <foldwise/mapped_file.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <system_error>

namespace {

void print_envelope(foldwise::message const& m) {
    if (auto const path = foldwise::get<"Return-Path">(m))
        if (auto const sender = path->addr_spec())
            std::cout << "bounces go to " << sender->to_string() << '\n';
    if (auto const recipient = foldwise::get<"Delivered-To">(m))
        std::cout << "delivered to " << recipient->addr_spec().to_string() << '\n';
}

void print_route(foldwise::message const& m) {
    foldwise::hops const route{m.header()};
    for (auto const hop : route) {
        auto const received = hop.received();
        if (auto const by = received.by()) std::cout << by->name().to_string();
        if (auto const from = received.from(); from && from->address())
            std::cout << " from " << from->address()->text;
        if (auto const with = received.with()) std::cout << " with " << with->value().to_string();
        if (auto const delay = hop.delay()) std::cout << ", " << *delay << " s";
        std::cout << '\n';
    }
    if (auto const total = route.total()) std::cout << *total << " s in all\n";
}

void print_author(foldwise::message const& m) {
    if (auto const from = foldwise::get<"From">(m))
        for (auto const author : from->mailboxes()) {
            if (auto const name = author.display_name()) std::cout << name->to_string() << ", ";
            std::cout << author.local_part().to_string() << " at " << author.domain().to_string()
                      << '\n';
        }
    if (auto const subject = foldwise::get<"Subject">(m)) std::cout << subject->to_string() << '\n';
    if (auto const when = foldwise::get<"Date">(m)) std::cout << when->to_string() << '\n';
    if (auto const list = foldwise::get<"List-Id">(m))
        std::cout << "mailing list " << list->text().to_string() << '\n';
}

void print_content(foldwise::entity const& mail) {
    for (auto const part : mail.walk()) {
        auto const type = part.content_type();
        std::cout << part.path().to_string() << ' ' << type.type() << '/' << type.subtype() << '\n';
    }
    for (auto const part : foldwise::text_body(mail))
        if (part.content_type().is("text")) {
            auto const text = foldwise::body_text{part}.to_string();
            std::cout << text.substr(0, text.find('\n')) << '\n';
        }
}

void print_signatures(foldwise::message const& m) {
    for (auto const signature : foldwise::all<"DKIM-Signature">(m)) {
        auto const domain = signature.domain();
        if (!domain) continue;
        std::cout << *domain << " signed";
        foldwise::signed_fields const covered{signature, m};
        for (auto const& field : covered.shown())
            if (field.signed_count() != 0) std::cout << ' ' << field.name();
        std::cout << '\n';
    }
}

void print_results(foldwise::message const& m) {
    for (auto const results : foldwise::all<"Authentication-Results">(m)) {
        if (!results.is_by("mx.example.org")) continue; // anybody can add such a field
        for (auto const check : results)
            if (check) std::cout << check->method() << ": " << check->result() << '\n';
    }
}

void print_verdict(foldwise::message const& m) {
    std::string_view const own[] = {"mx.example.org"};
    foldwise::alignment_options options;
    options.authserv_ids = own; // the names that our servers write into Authentication-Results
    foldwise::alignment const verdict{m, options};
    for (auto const step : verdict.steps()) {
        std::cout << text_of(step.finding());
        if (step.domain()) std::cout << ": " << step.domain()->text();
        std::cout << '\n';
    }
    std::cout << (verdict.is_aligned() ? "aligned\n" : "not aligned\n");
}

void print_chain(foldwise::message const& m) {
    for (auto const set : foldwise::arc_chain{m})
        if (auto const seen = set.authentication_results())
            for (auto const check : seen->results())
                if (check)
                    std::cout << "set " << set.instance() << " saw " << check->method() << ": "
                              << check->result() << '\n';
}

void print_problems(foldwise::message const& m) {
    foldwise::diagnose(m, [](foldwise::diagnostic const& d) {
        std::cout << d.offset << ": " << name_of(d.severity()) << ", " << d.name() << '\n';
    });
}

} // namespace

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) return 2;
    int number = 0;
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        if (++number != 3) continue;
        foldwise::message const m = entry.message();
        print_envelope(m);
        print_route(m);
        print_author(m);
        print_content(foldwise::entity{entry});
        print_signatures(m);
        print_results(m);
        print_verdict(m);
        print_chain(m);
        print_problems(m);
    }
}
