// What an IMAP server answers to FETCH of ENVELOPE and BODYSTRUCTURE (RFC 9051 section 7.5.2), for
// each message of an mbox.
//     build/bin/examples_imap tests/data/imap.mbox

#include "imap_structure.hpp"
#include "unquoted_message.hpp"

#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>

#include <iostream>
#include <string>

/// The message as a server sends it, and counts its octets: each line ends with CRLF.
std::string with_crlf(std::string const& stored) {
    std::string sent;
    for (char const c : stored) {
        if (c == '\n' && !sent.ends_with('\r')) sent += '\r';
        sent += c;
    }
    return sent;
}

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) return 2;
    int number = 0;
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        auto const text = with_crlf(unquoted_message(entry));
        foldwise::entity const mail{foldwise::message{text}};
        std::cout << "* " << ++number << " FETCH (ENVELOPE " << imap_envelope(mail.header())
                  << " BODYSTRUCTURE " << imap_structure(mail) << ")\r\n";
    }
}
