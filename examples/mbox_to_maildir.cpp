// Converts an mbox to a Maildir. The name of each file is made from the delivery date and from the
// place of the message in the mbox, never from what a sender wrote; no file is ever overwritten.
//     build/bin/examples_mbox_to_maildir tests/data/bounces.mbox OUT
//     build/bin/examples_mbox_to_maildir tests/data/bounces.mbox OUT

#include "unquoted_message.hpp"

#include <foldwise/date.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>
#include <foldwise/message.hpp>

#include <cstdio>
#include <filesystem>
#include <string>

namespace fs = std::filesystem;

/// What mail programs keep in the fields Status and X-Status, as the flags of a Maildir.
std::string flags_of(foldwise::message const& m) {
    std::string marks;
    for (auto const* const name : {"Status", "X-Status"})
        if (auto const field = m.header().find(name)) field->value().append_to(marks);
    std::string flags;                                            // in alphabetical order
    for (auto const* const pair : {"TD", "FF", "AR", "RS", "DT"}) // a mark and its flag
        if (marks.find(pair[0]) != marks.npos) flags += pair[1];
    return flags;
}

/// Writes a new file with the message, without the quotes of the mbox.
bool write(fs::path const& path, foldwise::mbox_entry const& entry) {
    auto const text = unquoted_message(entry);
    auto* const file = std::fopen(path.string().c_str(), "wbx"); // x: fails if the file exists
    if (file == nullptr) return false;
    auto const written = std::fwrite(text.data(), 1, text.size(), file);
    return std::fclose(file) == 0 && written == text.size();
}

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc == 3 ? argv[1] : "", error);
    fs::path const maildir{argc == 3 ? argv[2] : ""};
    for (auto const* const name : {"tmp", "new", "cur"})
        if (!error) fs::create_directories(maildir / name, error);
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        auto const line = entry.from_line();
        auto const when = foldwise::date_time::read(line ? line->date_text() : "");
        auto const name = std::to_string(when ? when->unix_seconds() : 0) + ".P" +
                          std::to_string(entry.offset()) + ".mbox";
        auto const tmp = maildir / "tmp" / name;
        auto const place = maildir / "cur" / (name + ":2," + flags_of(entry.message()));
        if (!error && !write(tmp, entry)) error = std::make_error_code(std::errc::io_error);
        if (error) break;
        fs::create_hard_link(tmp, place, error); // unlike a rename, replaces no other message
        std::remove(tmp.string().c_str());
    }
    if (error) std::fprintf(stderr, "%s\n", error.message().c_str());
    return error ? 2 : 0;
}
