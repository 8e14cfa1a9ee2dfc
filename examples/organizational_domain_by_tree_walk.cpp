// Organizational domains by DNS tree walk (RFC 9989 section 4.10), and whether two domains are in
// relaxed alignment. The answers of the DNS come from a file with lines such as
//     _dmarc.example.com TXT "v=DMARC1; p=none"
// as a resolver or a cache would have them. Without a file, they are those of RFC 9989 appendix
// B.4.3. A domain and a file may be given:
//     build/bin/examples_organizational_domain_by_tree_walk
//     build/bin/examples_organizational_domain_by_tree_walk a.b.example.com tests/data/dns.txt

#include <foldwise/base/line.hpp>
#include <foldwise/dmarc.hpp>
#include <foldwise/mapped_file.hpp>

#include <iostream>
#include <map>
#include <string>
#include <string_view>

/// The texts of TXT records, each by the name that it was found at.
using dns_answers = std::multimap<std::string, std::string, std::less<>>;

dns_answers read_zone(std::string_view text) {
    dns_answers answers;
    for (auto const line : foldwise::lines{text}) {
        auto const end_of_name = line.text().find_first_of(" \t");
        auto const first = line.text().find('"');
        auto const last = line.text().rfind('"');
        if (end_of_name > first || first == last) continue;
        answers.emplace(line.text().substr(0, end_of_name),
                        line.text().substr(first + 1, last - first - 1));
    }
    return answers;
}

std::string_view parent_of(std::string_view domain) {
    auto const dot = domain.find('.');
    return dot == domain.npos ? std::string_view{} : domain.substr(dot + 1);
}

/// psd= of the DMARC record at `domain`. Empty if there is no record, or more than one.
foldwise::optional<foldwise::dmarc_psd> find_record(dns_answers const& answers,
                                                    std::string_view domain) {
    foldwise::optional<foldwise::dmarc_psd> found;
    auto const [first, last] = answers.equal_range(std::string{"_dmarc."}.append(domain));
    for (auto it = first; it != last; ++it) {
        foldwise::dmarc_record const record{it->second};
        if (!record.version()) continue;
        if (found) return std::nullopt;
        found = record.psd().value_or(foldwise::dmarc_psd::unknown);
    }
    return found;
}

std::string_view organizational_domain_of(dns_answers const& answers, std::string_view domain) {
    auto found = domain; // if there is no record at all
    auto below = domain; // one label more than `target`
    auto labels = foldwise::domain_name::read(domain)->labels();
    for (auto target = domain; !target.empty();) {
        if (auto const psd = find_record(answers, target)) {
            if (*psd == foldwise::dmarc_psd::no) return target;
            if (*psd == foldwise::dmarc_psd::yes) return target == domain ? target : below;
            found = target;
        }
        do { // of a name with more than 8 labels, the next target has 7
            below = target;
            target = parent_of(target);
            --labels;
        } while (labels > 7);
    }
    return found;
}

constexpr std::string_view example_answers = R"(
_dmarc.bank.example TXT "v=DMARC1; p=reject; psd=y"
_dmarc.giant.bank.example TXT "v=DMARC1; p=reject"
)";

int main(int argc, char** argv) {
    std::error_code error;
    foldwise::mapped_file file;
    if (argc > 2) file = foldwise::mapped_file::open(argv[2], error);
    if (error) {
        std::cerr << error.message() << '\n';
        return 2;
    }
    auto const answers = read_zone(argc > 2 ? file.bytes() : example_answers);
    foldwise::organizational_domain_by const finder{
        [&answers](std::string_view domain) -> foldwise::optional<std::string_view> {
            return organizational_domain_of(answers, domain);
        }};

    // This is how the finder is used.
    foldwise::message const m{"Authentication-Results: mx.example.org;\n"
                              " spf=pass smtp.mailfrom=mail.giant.bank.example;\n"
                              " dkim=pass header.d=mail.mega.bank.example\n"
                              "From: teller@giant.bank.example\n\n"};
    std::string_view const own[] = {"mx.example.org"};
    foldwise::alignment_options options;
    options.authserv_ids = own;
    options.organizational_domain = &finder;
    foldwise::alignment const alignment{m, options};
    for (auto const step : alignment.steps())
        if (auto const& domain = step.domain())
            std::cout << domain->text() << ": " << *finder.find(domain->text()) << ": "
                      << text_of(step.finding()) << '\n';

    // A domain of the command line.
    auto const name = foldwise::domain_name::read(std::string_view{argc > 1 ? argv[1] : ""});
    if (name) std::cout << name->text() << ": " << *finder.find(name->text()) << '\n';
}
