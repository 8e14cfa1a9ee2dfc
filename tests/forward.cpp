#include <foldwise/forward.hpp>

// A header of a program: the types need not be complete.
bool is_wanted(foldwise::message const& m, foldwise::mailbox const* sender);

#include <foldwise/foldwise.hpp>
#include <foldwise/mapped_file.hpp>

#include "support.hpp"

#include <fstream>
#include <string>

// The declared types are those that the other headers define, or their names would be ambiguous.
constexpr std::size_t sizes[] = {
    sizeof(foldwise::address),    sizeof(foldwise::address_list), sizeof(foldwise::content_type),
    sizeof(foldwise::date_time),  sizeof(foldwise::diagnostic),   sizeof(foldwise::entity),
    sizeof(foldwise::field),      sizeof(foldwise::group),        sizeof(foldwise::header_section),
    sizeof(foldwise::mailbox),    sizeof(foldwise::mapped_file),  sizeof(foldwise::mbox),
    sizeof(foldwise::mbox_entry), sizeof(foldwise::message),      sizeof(foldwise::message_id),
    sizeof(foldwise::received),
};

bool is_wanted(foldwise::message const& m, foldwise::mailbox const* sender) {
    return m.header().find("Subject") && sender == nullptr;
}

TEST_CASE("forward: a function that was declared with forward.hpp is the one that is called") {
    CHECK(is_wanted(foldwise::message{"Subject: a\n\n"}, nullptr));
}

TEST_CASE("forward: each declared type is in the table above") {
    std::ifstream file{FOLDWISE_SOURCE_DIR "/include/foldwise/forward.hpp"};
    std::size_t declarations = 0;
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("class ") || line.starts_with("struct ")) ++declarations;
    CHECK(declarations == std::size(sizes));
}
