// Which author domains are aligned with what the own server recorded, with organizational domains
// from the public suffix list (RFC 7489 section 3.2). The list is that of Debian's package
// publicsuffix, or another file, read when the program starts.
//     build/bin/examples_organizational_domain_by_list tests/data/demo.mbox tests/data/suffixes.dat

#include <foldwise/dmarc.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>
#include <foldwise/message.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <unordered_set>

/// The rules of the list (https://github.com/publicsuffix/list/wiki/Format).
class public_suffix_list {
  public:
    explicit public_suffix_list(std::string_view text) {
        for (auto const line : foldwise::lines{text}) {
            auto const rule = line.text().substr(0, line.text().find_first_of(" \t\r"));
            if (!rule.empty() && !rule.starts_with("//")) rules_.emplace(rule);
        }
    }

    /// The public suffix of a domain and one more label. Empty if the domain is a public suffix.
    foldwise::optional<std::string_view> registered_domain_of(std::string_view domain) const {
        // The list has U-labels, and `domain` has A-labels: its rule would not be found. A program
        // that handles such domains converts the list.
        if (domain.starts_with("xn--") || domain.find(".xn--") != domain.npos) return std::nullopt;
        std::string_view one_more; // the suffix of the domain before `suffix`
        for (auto suffix = domain; !suffix.empty(); suffix = parent_of(suffix)) {
            auto const parent = parent_of(suffix);
            if (is_rule("!", suffix)) return suffix; // an exception: its parent is the suffix
            bool const is_suffix = is_rule("", suffix) || is_rule("*.", parent) || parent.empty();
            if (is_suffix) return one_more.empty() ? std::nullopt : foldwise::optional{one_more};
            one_more = suffix;
        }
        return std::nullopt;
    }

  private:
    static std::string_view parent_of(std::string_view domain) {
        auto const dot = domain.find('.');
        return dot == domain.npos ? std::string_view{} : domain.substr(dot + 1);
    }
    bool is_rule(std::string_view mark, std::string_view domain) const {
        return rules_.contains(std::string{mark}.append(domain));
    }

    std::unordered_set<std::string> rules_;
};

int main(int argc, char** argv) {
    char const* const path = argc > 2 ? argv[2] : "/usr/share/publicsuffix/public_suffix_list.dat";
    std::error_code error;
    auto const list_file = foldwise::mapped_file::open(path, error);
    if (error) {
        std::cerr << "no list at " << path << ": install the package publicsuffix\n";
        return 2;
    }
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) {
        std::cerr << error.message() << '\n';
        return 2;
    }
    public_suffix_list const list{list_file.bytes()};
    foldwise::organizational_domain_by const finder{
        [&list](std::string_view domain) { return list.registered_domain_of(domain); }};

    std::string_view const own[] = {"mx.example.org"};
    foldwise::alignment_options options;
    options.authserv_ids = own; // the names that our servers write into Authentication-Results
    options.own_hosts = own;    // and into Received
    options.organizational_domain = &finder;

    int number = 0;
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        foldwise::alignment const found{entry.message(), options};
        std::cout << ++number << ": ";
        if (auto const& author = found.author().name()) {
            std::cout << author->text();
            if (auto const domain = finder.find(author->text())) std::cout << " of " << *domain;
        }
        if (auto const step = found.aligned_step()) {
            std::cout << ": " << name_of(step->finding()) << " with " << step->domain()->text()
                      << " by " << step->result()->method() << '\n';
            continue;
        }
        std::cout << ": not aligned\n";
        for (auto const step : found.steps())
            std::cout << "    " << text_of(step.finding()) << (step.domain() ? " (" : "")
                      << (step.domain() ? step.domain()->text() : "")
                      << (step.domain() ? ")\n" : "\n");
    }
}
