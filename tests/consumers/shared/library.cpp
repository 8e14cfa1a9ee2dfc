// A shared library that uses foldwise inside and does not show it: FUNCTION takes and returns text.
#include <foldwise/foldwise.hpp>

#include <string>

extern "C" [[gnu::visibility("default")]] int FUNCTION(char const* bytes, char* domain);

/// Writes the domain of the first author to `domain`, and returns how many attachments there are.
extern "C" int FUNCTION(char const* bytes, char* domain) {
    foldwise::message const m{bytes};
    if (auto const from = foldwise::get<"From">(m))
        for (auto const author : from->mailboxes()) {
            author.domain().to_string().copy(domain, 100);
            break;
        }
    int count = 0;
    for (auto const part : foldwise::attachments(foldwise::entity{m})) count += part.is_leaf();
    return count;
}
