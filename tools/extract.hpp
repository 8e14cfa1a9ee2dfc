#ifndef FOLDWISE_TOOLS_EXTRACT_HPP
#define FOLDWISE_TOOLS_EXTRACT_HPP

#include "decoded_text.hpp"
#include "input.hpp"
#include "output.hpp"
#include "part_text.hpp"
#include "terminal.hpp"

#include <foldwise/base/line.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/uuencoded_files.hpp>
#include <foldwise/parameters/safe_file_name.hpp>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace tool {

/// The name of the `number`-th file that is called `name`: for the second "a.txt", "a (2).txt". A
/// long name is shortened to the 255 octets of UTF-8 that file systems allow; its extension stays.
inline std::string numbered_name(std::string const& name, unsigned number) {
    constexpr std::size_t longest = 255;
    constexpr std::size_t longest_extension = 16; // with its dot
    if (number < 2) return name;
    auto const dot = name.rfind('.');
    bool const has_extension =
        dot != name.npos && dot != 0 && name.size() - dot <= longest_extension;
    auto stem = name.substr(0, has_extension ? dot : name.npos);
    auto end = std::string{" ("}.append(std::to_string(number)).append(")");
    if (has_extension) end.append(name, dot);
    auto size = std::min(stem.size(), longest - end.size());
    while (size != 0 && (static_cast<unsigned char>(stem[size]) & 0xC0) == 0x80) --size;
    stem.resize(size);
    return stem.append(end);
}

/// A new file. The destructor removes it unless keep() succeeded.
class new_file {
  public:
    /// If a file with this name exists, uses a name with a number: "a.txt", "a (2).txt" ... If no
    /// file can be created, is_open() is false and errno says why. If n files have the name,
    /// O(log n) names are tried.
    new_file(std::filesystem::path const& directory, std::string const& name) {
        for (unsigned number = 1; file_ == nullptr && number < most_;) {
            path_ = directory / numbered_name(name, number);
            errno = 0;
            file_ = std::fopen(path_.string().c_str(), "wbx"); // does not follow links
            if (file_ != nullptr || errno != EEXIST) break;
            number = free_number(directory, name, number);
        }
    }
    new_file(new_file const&) = delete;
    new_file& operator=(new_file const&) = delete;
    ~new_file() {
        if (file_ == nullptr) return;
        std::fclose(file_);
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }

    bool is_open() const { return file_ != nullptr; }
    std::string path() const { return path_.string(); }

    void write(std::string_view octets) {
        is_whole_ =
            is_whole_ && std::fwrite(octets.data(), 1, octets.size(), file_) == octets.size();
    }
    /// Closes the file and keeps it. Returns false if something could not be written.
    bool keep() {
        if (!is_whole_ || std::fflush(file_) != 0) return false;
        bool const is_closed = std::fclose(file_) == 0;
        file_ = nullptr;
        return is_closed;
    }

  private:
    static constexpr unsigned most_ = 1'000'000'000;

    /// Returns a free number above `taken`, by doubling and bisection. The number before it is in
    /// use.
    static unsigned free_number(std::filesystem::path const& directory, std::string const& name,
                                unsigned taken) {
        auto const is_taken = [&](unsigned number) {
            std::error_code ignored;
            return std::filesystem::exists(
                std::filesystem::symlink_status(directory / numbered_name(name, number), ignored));
        };
        auto free = taken + 1;
        for (; free < most_ && is_taken(free); free *= 2) taken = free;
        while (free - taken > 1) {
            auto const middle = taken + (free - taken) / 2;
            (is_taken(middle) ? taken : free) = middle;
        }
        return free;
    }

    std::FILE* file_ = nullptr;
    std::filesystem::path path_;
    bool is_whole_ = true;
};

/// Writes decoded parts: one to standard output, or the requested ones of each message into a
/// directory, under safe names of new files. On a terminal, control characters of a text are
/// replaced, and parts that are not text are not shown.
class extract {
  public:
    extract(options const& options, output& out, terminal const& terminal)
        : options_{options}, out_{out}, terminal_{terminal}, decoder_{options.fallback} {
        if (options.directory.empty()) return;
        std::error_code error;
        std::filesystem::create_directories(options.directory, error);
        can_save_ = !error;
        if (error) fail(std::string{options.directory}, error.message());
    }

    void operator()(found const& found) {
        ++messages_;
        for (auto const part : foldwise::entity{found.entry}.walk()) {
            if (options_.part.empty() ? !part.is_leaf() : part.path() != options_.part) continue;
            ++parts_;
            if (can_save_)
                save_all(found, part);
            else if (options_.directory.empty() && parts_ == 1)
                keep(part);
        }
    }

    /// Prints the part after all messages have been read, and returns the exit status. Read errors
    /// have been reported before.
    status finish(status reading) {
        if (parts_ == 0) {
            if (reading != status::done) return worst_;
            auto const what =
                options_.part.empty() ? std::string_view{"no part"} : std::string_view{"no part "};
            complain(std::string{what}.append(options_.part));
            return worse(worst_, status::nothing_matched);
        }
        if (options_.directory.empty() && messages_ > 1) {
            complain("several messages: name one (FILE:K), or a directory for them (-o DIR)");
            return status::failed;
        }
        print();
        return worst_;
    }

  private:
    void fail(std::string what, std::string_view why) {
        complain(what.append(": ").append(why));
        worst_ = status::failed;
    }

    /// Stores the decoded part, which finish() prints if there is no other message.
    void keep(foldwise::entity const& part) {
        part.decoded().append_to(printed_);
        auto const type = part.content_type();
        is_text_ = type.is("text") || type.is("message") || type.is("multipart");
    }

    void print() {
        if (terminal_.width() == 0) {
            out_.write(printed_);
            return;
        }
        if (!is_text_) return fail("not text", "say where to (-o DIR), or > FILE");
        std::string shown;
        for (auto const line : foldwise::lines{printed_}) {
            terminal_.append(shown, line.text());
            shown += '\n';
        }
        out_.write(shown);
    }

    /// Saves the part, and if all parts are saved, the uuencoded files in it.
    void save_all(found const& found, foldwise::entity const& part) {
        save(name_of(found, part), part.decoded());
        if (!options_.part.empty()) return;
        for_each_file(part, [&](foldwise::uuencoded_file const& file) {
            std::string name{file.name()};
            if (!is_alone(found)) name.insert(0, "-").insert(0, found.label());
            save(foldwise::safe_file_name{name}.to_string(), file.content());
        });
    }

    /// Saves octets in a new file.
    template <class Octets>
    void save(std::string const& name, Octets const& octets) {
        new_file file{options_.directory, name};
        if (!file.is_open()) return fail(file.path(), std::strerror(errno));
        if constexpr (requires { octets.for_each_block([](std::string_view) {}); })
            octets.for_each_block([&](std::string_view block) { file.write(block); });
        else
            file.write(octets.to_string());
        auto const path = file.path();
        if (!file.keep()) return fail(path, std::strerror(errno));
        out_.write(path + '\n');
    }

    static bool is_alone(found const& found) {
        return found.entry.is_alone() && found.file == found.argument;
    }

    /// A safe form of the name that the sender chose, or else of the part's number and type. The
    /// number of the message comes first, unless FILE is a single message.
    std::string name_of(found const& found, foldwise::entity const& part) {
        auto const numbers = std::string{"part-"}
                                 .append(part.path().to_string())
                                 .append(extension_of(part.content_type()));
        auto const options = decoder_.options();
        if (is_alone(found)) return foldwise::safe_file_name{part, numbers, options}.to_string();
        auto const name = file_name_text(decoder_, part).value_or(numbers);
        return foldwise::safe_file_name{found.label().append("-").append(name)}.to_string();
    }

    static std::string_view extension_of(foldwise::content_type const& type) {
        struct {
            std::string_view type;
            std::string_view extension;
        } static constexpr known[] = {
            {"application/gzip", ".gz"},
            {"application/json", ".json"},
            {"application/pdf", ".pdf"},
            {"application/pgp-signature", ".asc"},
            {"application/pkcs7-mime", ".p7m"},
            {"application/pkcs7-signature", ".p7s"},
            {"application/x-pkcs7-signature", ".p7s"},
            {"application/xml", ".xml"},
            {"application/zip", ".zip"},
            {"image/gif", ".gif"},
            {"image/jpeg", ".jpg"},
            {"image/png", ".png"},
            {"image/svg+xml", ".svg"},
            {"image/webp", ".webp"},
            {"message/global", ".eml"},
            {"message/rfc822", ".eml"},
            {"text/calendar", ".ics"},
            {"text/csv", ".csv"},
            {"text/html", ".html"},
            {"text/vcard", ".vcf"},
            {"text/x-diff", ".diff"},
            {"text/x-patch", ".patch"},
        };
        auto const name = type_text(type);
        for (auto const& row : known)
            if (row.type == name) return row.extension;
        bool const is_text = type.is("text") || type.is("message");
        return is_text ? ".txt" : ".bin";
    }

    options const& options_;
    output& out_;
    terminal const& terminal_;
    text_decoder decoder_;
    std::string printed_;
    bool is_text_ = false;
    bool can_save_ = false;
    std::uint64_t messages_ = 0;
    std::uint64_t parts_ = 0;
    status worst_ = status::done;
};

} // namespace tool

#endif
