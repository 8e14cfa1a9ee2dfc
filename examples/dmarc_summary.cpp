// How many messages of each author domain are authenticated: what the own server recorded about SPF
// and DKIM, aligned with the author domain (RFC 9989). Only identical domains align here; see
// organizational_domain_by_list.cpp and organizational_domain_by_tree_walk.cpp for the others.
//     build/bin/examples_dmarc_summary tests/data/demo.mbox mx.example.org

#include <foldwise/dmarc.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>

#include <cstdio>
#include <map>
#include <string>
#include <string_view>

struct counts {
    int messages = 0;
    int by_spf = 0;
    int by_dkim = 0;
    int not_aligned = 0;
};

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argv[1], error);
    if (error) return 2;
    // The name that the own servers write into Authentication-Results. They must remove fields with
    // this name from incoming mail.
    std::string_view const own[] = {argv[2]};
    foldwise::alignment_options options;
    options.authserv_ids = own;

    std::map<std::string, counts> domains;
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        foldwise::alignment const found{entry.message(), options};
        auto const& author = found.author().name();
        auto& domain = domains[author ? std::string{author->text()} : "(no single author domain)"];
        ++domain.messages;
        domain.by_spf += found.is_spf_aligned() ? 1 : 0;
        domain.by_dkim += found.is_dkim_aligned() ? 1 : 0;
        domain.not_aligned += found.is_aligned() ? 0 : 1;
    }
    std::printf("messages  SPF  DKIM  not aligned  author domain\n");
    for (auto const& [name, domain] : domains)
        std::printf("%8d %4d %5d %12d  %s\n", domain.messages, domain.by_spf, domain.by_dkim,
                    domain.not_aligned, name.c_str());
}
