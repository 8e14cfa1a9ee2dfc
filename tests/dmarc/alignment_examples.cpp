#include <foldwise/dmarc/alignment.hpp>

#include <foldwise/dmarc/dmarc_record.hpp>

#include "../support.hpp"

// The examples of RFC 9989 (section 4.4 and appendixes B.1 and B.4) and of RFC 8601 (appendix B).
// The RFCs have the identifiers; the fields that record them are written here.

namespace {

using foldwise::alignment;
using foldwise::alignment_finding;
using foldwise::alignment_options;
using foldwise::dmarc_alignment_mode;
using foldwise::dmarc_psd;
using foldwise::message;
using foldwise::optional;
using foldwise::organizational_domain_finder;
using enum foldwise::alignment_finding;

// ---- A tree walk over the DMARC records of an example (RFC 9989 section 4.10)

struct record {
    std::string_view domain;
    std::string_view text;
};

class tree_walk final : public organizational_domain_finder {
  public:
    template <std::size_t Size>
    explicit constexpr tree_walk(record const (&records)[Size]) noexcept
        : records_{records}, size_{Size} {}

    constexpr optional<std::string_view> find(std::string_view domain) const noexcept override {
        auto found = domain;
        auto below = domain;
        for (auto target = domain; !target.empty();) {
            if (auto const psd = psd_of(target)) {
                if (*psd == dmarc_psd::no) return target;
                if (*psd == dmarc_psd::yes) return target == domain ? target : below;
                found = target;
            }
            do {
                below = target;
                auto const dot = target.find('.');
                target = dot == target.npos ? std::string_view{} : target.substr(dot + 1);
            } while (labels(target) > 7);
        }
        return found;
    }

  private:
    static constexpr std::size_t labels(std::string_view domain) {
        std::size_t count = domain.empty() ? 0 : 1;
        for (char const octet : domain) count += octet == '.' ? 1u : 0u;
        return count;
    }
    constexpr optional<dmarc_psd> psd_of(std::string_view domain) const {
        optional<dmarc_psd> found;
        for (std::size_t i = 0; i < size_; ++i) {
            foldwise::dmarc_record const r{records_[i].text};
            if (records_[i].domain != domain || !r.version()) continue;
            if (found) return std::nullopt;
            found = r.psd().value_or(dmarc_psd::unknown);
        }
        return found;
    }

    record const* records_;
    std::size_t size_;
};

constexpr std::string_view ids[] = {"example.org"};

constexpr alignment_finding last_finding(std::string_view results, std::string_view from,
                                         alignment_options const& options) {
    test::text_buffer source;
    source.append("Authentication-Results: example.org; ");
    source.append(results);
    source.append("\nFrom: ");
    source.append(from);
    source.append("\nTo: receiver@example.org\nSubject: here's a sample\n\n");
    auto last = from_missing;
    alignment const a{message{std::string_view{source}}, options};
    for (auto const step : a.steps()) last = step.finding();
    REQUIRE_SAME(results, a.is_aligned(), is_aligned(last));
    return last;
}

struct row {
    std::string_view what;
    std::string_view results;
    std::string_view from;
    alignment_finding relaxed;
    alignment_finding strict;
};

template <std::size_t Size>
constexpr bool finds(row const (&table)[Size], organizational_domain_finder const& finder) {
    for (auto const& row : table) {
        alignment_options options{.authserv_ids = ids, .organizational_domain = &finder};
        auto const relaxed = last_finding(row.results, row.from, options);
        REQUIRE_SAME(row.what, name_of(relaxed), name_of(row.relaxed));
        options.dkim = options.spf = dmarc_alignment_mode::strict;
        auto const strict = last_finding(row.results, row.from, options);
        REQUIRE_SAME(row.what, name_of(strict), name_of(row.strict));
        if (std::is_constant_evaluated()) break; // each takes many steps
    }
    return true;
}

constexpr record usual_records[] = {{"example.com", "v=DMARC1; p=none"},
                                    {"example.net", "v=DMARC1; p=none"}};
constexpr tree_walk usual{usual_records};

constexpr row usual_table[] = {
    {"4.4, first row", "dkim=pass header.d=foo.example.com", "a@news.example.com",
     relaxed_alignment, domains_differ},
    {"4.4, second row", "dkim=pass header.d=news.example.com", "a@news.example.com",
     strict_alignment, strict_alignment},
    {"4.4, third row", "dkim=pass header.d=foo.example.net", "a@news.example.com", domains_differ,
     domains_differ},
    {"B.1.1, example 1", "spf=pass smtp.mailfrom=sender@example.com", "sender@example.com",
     strict_alignment, strict_alignment},
    {"B.1.1, example 2", "spf=pass smtp.mailfrom=sender@child.example.com", "sender@example.com",
     relaxed_alignment, domains_differ},
    {"B.1.1, example 3", "spf=pass smtp.mailfrom=sender@example.net", "sender@child.example.com",
     domains_differ, domains_differ},
    {"B.1.2, example 1", "dkim=pass header.d=example.com", "sender@example.com", strict_alignment,
     strict_alignment},
    {"B.1.2, example 2", "dkim=pass header.d=example.com", "sender@child.example.com",
     relaxed_alignment, domains_differ},
    {"B.1.2, example 3", "dkim=pass header.d=example.net", "sender@child.example.com",
     domains_differ, domains_differ},
    {"B.3.1, SPF", "spf=pass smtp.mailfrom=mail.example.com", "a@example.com", relaxed_alignment,
     domains_differ},
};
constexpr bool usual_examples() { return finds(usual_table, usual); }
CASE("alignment: the examples of RFC 9989 sections 4.4, B.1 and B.3", usual_examples)

constexpr record simple_records[] = {{"example.com", "v=DMARC1; p=none"},
                                     {"signing.example.com", "v=DMARC1; p=none"}};
constexpr tree_walk simple{simple_records};

constexpr row simple_table[] = {
    {"B.4.1, SPF", "spf=pass smtp.mailfrom=example.com", "a@example.com", strict_alignment,
     strict_alignment},
    {"B.4.1, DKIM", "dkim=pass header.d=signing.example.com", "a@example.com", relaxed_alignment,
     domains_differ},
    {"B.4.2, SPF", "spf=pass smtp.mailfrom=example.com", "a@a.b.c.d.e.f.g.h.i.j.k.example.com",
     relaxed_alignment, domains_differ},
    {"B.4.2, DKIM", "dkim=pass header.d=signing.example.com", "a@a.b.c.d.e.f.g.h.i.j.k.example.com",
     relaxed_alignment, domains_differ},
};
constexpr bool simple_examples() { return finds(simple_table, simple); }
CASE("alignment: the examples of RFC 9989 sections B.4.1 and B.4.2", simple_examples)

constexpr record bank_records[] = {{"bank.example", "v=DMARC1; p=reject; psd=y"},
                                   {"giant.bank.example", "v=DMARC1; p=reject"}};
constexpr tree_walk bank{bank_records};

constexpr row bank_table[] = {
    {"B.4.3, SPF", "spf=pass smtp.mailfrom=mail.giant.bank.example", "a@giant.bank.example",
     relaxed_alignment, domains_differ},
    {"B.4.3, DKIM", "dkim=pass header.d=mail.mega.bank.example", "a@giant.bank.example",
     domains_differ, domains_differ},
    {"the public suffix signs", "dkim=pass header.d=bank.example", "a@giant.bank.example",
     domains_differ, domains_differ},
    {"the public suffix is the author", "dkim=pass header.d=giant.bank.example", "a@bank.example",
     domains_differ, domains_differ},
};
constexpr bool bank_examples() { return finds(bank_table, bank); }
CASE("alignment: the example of RFC 9989 section B.4.3", bank_examples)

constexpr record section_records[] = {{"mail.example.com", "v=DMARC1; p=none; psd=n"},
                                      {"example.com", "v=DMARC1; p=none"},
                                      {"com", "v=DMARC1; p=none; psd=y"},
                                      {"two.example.net", "v=DMARC1; p=none"},
                                      {"two.example.net", "v=DMARC1; p=reject"},
                                      {"net", "v=spf1 -all"}};

constexpr bool tree_walks() {
    tree_walk const walk{section_records};
    REQUIRE_TRUE(walk.find("a.mail.example.com") == std::string_view{"mail.example.com"});
    REQUIRE_TRUE(walk.find("a.other.example.com") == std::string_view{"example.com"});
    REQUIRE_TRUE(walk.find("a.b.com") == std::string_view{"b.com"});
    REQUIRE_TRUE(walk.find("com") == std::string_view{"com"});
    REQUIRE_TRUE(walk.find("a.two.example.net") == std::string_view{"a.two.example.net"});
    return true;
}
CASE("alignment: tree walks as in RFC 9989 section 4.10.2", tree_walks)

// ---- RFC 8601 appendix B

struct message_row {
    std::string_view what;
    std::string_view source;
    std::string_view trusted;
    std::string_view findings; // of the steps after the first
};

constexpr message_row message_table[] = {
    {"B.1: no field",
     "Received: from mail-router.example.com by server.example.org; x\n"
     "From: sender@example.com\n\n",
     "example.org", ""},
    {"B.2: nothing checked",
     "Authentication-Results: example.org 1; none\n"
     "From: sender@example.com\n\n",
     "example.org", "results_trusted"},
    {"B.3: one check",
     "Authentication-Results: example.com;\n"
     "          spf=pass smtp.mailfrom=example.net\n"
     "From: sender@example.net\n\n",
     "example.com", "results_trusted strict_alignment"},
    {"B.4: one server, two fields",
     "Authentication-Results: example.com;\n"
     "          auth=pass (cram-md5) smtp.auth=sender@example.net;\n"
     "          spf=pass smtp.mailfrom=example.net\n"
     "Authentication-Results: example.com; iprev=pass\n"
     "          policy.iprev=192.0.2.200\n"
     "From: sender@example.net\n\n",
     "example.com", "results_trusted other_method strict_alignment results_trusted other_method"},
    {"B.5: two servers",
     "Authentication-Results: example.com;\n"
     "          dkim=pass (good signature) header.d=example.com\n"
     "Received: from mail-router.example.com by auth-checker.example.com; x\n"
     "Authentication-Results: example.com;\n"
     "          auth=pass (cram-md5) smtp.auth=sender@example.com;\n"
     "          spf=fail smtp.mailfrom=example.com\n"
     "From: sender@example.com\n\n",
     "example.com", "results_trusted strict_alignment results_trusted other_method not_passed"},
    {"B.6: two organizations, header.i",
     "Authentication-Results: example.com;\n"
     "      dkim=pass reason=\"good signature\"\n"
     "        header.i=@mail-router.example.net;\n"
     "      dkim=fail reason=\"bad signature\"\n"
     "        header.i=@newyork.example.com\n"
     "Authentication-Results: example.net;\n"
     "      dkim=pass (good signature) header.i=@newyork.example.com\n"
     "From: sender@newyork.example.com\n\n",
     "example.com", "results_trusted identifier_missing not_passed results_by_others"},
    {"B.7: comments",
     "Authentication-Results: foo.example.net (foobar) 1 (baz);\n"
     "    dkim (Because I like it) / 1 (One yay) = (wait for it) fail\n"
     "      policy (A dot can go here) . (like that) expired\n"
     "      (this surprised me) = (as I wasn't expecting it) 1362471462\n"
     "From: sender@example.net\n\n",
     "foo.example.net", "results_trusted not_passed"},
};

constexpr bool recorded_examples() {
    for (auto const& row : message_table) {
        std::string_view const trusted[] = {row.trusted};
        auto const check = [&](std::string_view source) {
            test::text_buffer text;
            bool is_first = true;
            alignment const a{message{source}, {.authserv_ids = trusted}};
            for (auto const step : a.steps()) {
                if (!is_first) text.append(std::string_view{text}.empty() ? "" : " ");
                if (!is_first) text.append(name_of(step.finding()));
                is_first = false;
            }
            REQUIRE_SAME(row.what, std::string_view{text}, row.findings);
        };
        check(row.source);
        if (std::is_constant_evaluated()) break; // each takes many steps
        check(test::with_crlf(row.source));
    }
    return true;
}
CASE("alignment: the examples of RFC 8601 appendix B", recorded_examples)

} // namespace
