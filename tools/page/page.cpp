// The part of the page that reads mail: functions for its script, compiled to WebAssembly. The
// script writes a file and its name into memory, and reads the JSON that a function leaves there.

#include "../public_suffixes.hpp"
#include "mail_file.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#define FOLDWISE_PAGE_EXPORT(name) extern "C" __attribute__((export_name(#name)))

namespace {

std::unique_ptr<char[]> bytes;
std::size_t byte_count = 0;
std::string text; // what the next call needs besides the file
std::string name;
std::optional<tool::mail_file> file;
std::optional<tool::public_suffixes> suffixes;
std::string result;

std::vector<std::string_view> lines_of_text() {
    std::vector<std::string_view> found;
    for (auto const line : foldwise::lines{text})
        if (!line.text().empty()) found.push_back(line.text());
    return found;
}

std::size_t keep(std::string json) {
    result = std::move(json);
    return result.size();
}

} // namespace

/// Memory for a file of `size` octets, in place of the last file.
FOLDWISE_PAGE_EXPORT(file_room) char* file_room(std::size_t size) {
    file.reset();
    bytes.reset(new char[size]);
    byte_count = size;
    return bytes.get();
}

/// Memory for a text of `size` octets, which the next call uses.
FOLDWISE_PAGE_EXPORT(text_room) char* text_room(std::size_t size) {
    text.assign(size, ' ');
    return text.data();
}

/// The JSON that the last call left. The functions below return its size.
FOLDWISE_PAGE_EXPORT(result_room) char const* result_room() { return result.data(); }

/// Finds the messages of the file, whose name is the text.
FOLDWISE_PAGE_EXPORT(open_file) std::size_t open_file() {
    name = text;
    file.emplace(std::string_view{bytes.get(), byte_count}, name);
    return keep(file->summary());
}

FOLDWISE_PAGE_EXPORT(list) std::size_t list(std::size_t first, std::size_t count) {
    return keep(file->list(first, count));
}
FOLDWISE_PAGE_EXPORT(message) std::size_t message(std::size_t at) {
    return keep(file->message(at));
}
FOLDWISE_PAGE_EXPORT(problems) std::size_t problems(std::size_t at) {
    return keep(file->problems(at));
}
/// Leaves the text of the message instead of JSON.
FOLDWISE_PAGE_EXPORT(message_text) std::size_t message_text(std::size_t at) {
    return keep(file->text(at));
}
/// Takes the text as the list of public suffixes.
FOLDWISE_PAGE_EXPORT(use_suffixes) void use_suffixes() { suffixes.emplace(text); }
/// The lines of the text are the servers that are trusted.
FOLDWISE_PAGE_EXPORT(authentication) std::size_t authentication(std::size_t at) {
    return keep(file->authentication(at, lines_of_text(), suffixes ? &*suffixes : nullptr));
}
