#ifndef FOLDWISE_TOOLS_EXTRACT_HPP
#define FOLDWISE_TOOLS_EXTRACT_HPP

#include "decoded_text.hpp"
#include "extracted_name.hpp"
#include "files_text.hpp"
#include "input.hpp"
#include "new_file.hpp"
#include "output.hpp"
#include "part_text.hpp"
#include "terminal.hpp"

#include <foldwise/base/line.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/part_role.hpp>
#include <foldwise/mime/uuencoded_files.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace tool {

/// Writes decoded parts: one to standard output, or the requested ones of each message into a
/// directory, under safe names of new files, which it prints. On a terminal, control characters of
/// a text or a name are replaced, and parts that are not text are not shown.
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

    /// Takes the parts of a message that were requested.
    void operator()(found const& found) {
        ++messages_;
        foldwise::entity const root{found.entry};
        switch (options_.parts) {
        case extracted_parts::one: return take_one(found, root);
        case extracted_parts::all: return save_leaves(found, root);
        case extracted_parts::attachments: return save_attachments(found, root);
        }
    }

    /// Prints the part after all messages have been read, and returns the exit status. `reading` is
    /// the status of reading, whose errors have been reported before.
    status finish(status reading) {
        if (messages_ == 0) return worst_;
        if (parts_ == 0) {
            if (reading != status::done) return worst_;
            bool const is_part = options_.parts != extracted_parts::attachments;
            auto what =
                files_text(options_.files).append(is_part ? ": no part" : ": no attachment");
            if (!options_.part.empty()) what.append(" ").append(options_.part);
            complain(what);
            return worse(worst_, status::nothing_matched);
        }
        if (options_.directory.empty() && messages_ > 1) {
            complain("several messages: name one (FILE:K), or a directory for them (-o DIR)");
            return status::failed;
        }
        if (options_.directory.empty()) print();
        return worst_;
    }

    std::uint64_t messages() const { return messages_; }

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

    void take_one(found const& found, foldwise::entity const& root) {
        for (auto const part : root.walk()) {
            if (part.path() != options_.part) continue;
            ++parts_;
            if (can_save_)
                save(name_.of(found, part), part.decoded());
            else if (options_.directory.empty() && parts_ == 1)
                keep(part);
        }
    }

    /// Saves all parts that contain no others, and attached messages as a whole.
    void save_leaves(found const& found, foldwise::entity const& root) {
        auto const all = static_cast<std::size_t>(-1);
        auto depth = all; // of the message that was saved last
        for (auto const part : root.walk()) {
            if (part.depth() > depth) continue;
            bool const is_message = part.kind() == foldwise::entity_kind::message;
            depth = is_message ? part.depth() : all;
            if (part.kind() == foldwise::entity_kind::multipart) continue;
            ++parts_;
            if (!can_save_) continue;
            save(name_.of(found, part), part.decoded());
            if (!is_message) save_files(found, part);
        }
    }

    /// Saves what `show` lists as attachments.
    void save_attachments(found const& found, foldwise::entity const& root) {
        for (auto const& at : foldwise::part_roles{root}) {
            if (at.role == foldwise::part_role::text) save_files(found, at.part);
            if (at.role != foldwise::part_role::attachment) continue;
            ++parts_;
            if (can_save_) save(name_.of(found, at.part), at.part.decoded());
        }
    }

    /// Saves the uuencoded files in a text.
    void save_files(found const& found, foldwise::entity const& part) {
        for_each_file(part, [&](foldwise::uuencoded_file const& file) {
            ++parts_;
            if (can_save_) save(name_.of(found, file.name()), file.content());
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
        if (!file.keep())
            return fail(path,
                        std::string{std::strerror(errno)} + "; the incomplete file was removed");
        print_name(path);
    }

    /// Prints the name of a new file.
    void print_name(std::string const& path) {
        std::string line;
        terminal_.append_name(line, path);
        out_.write(line += '\n');
    }

    options const& options_;
    output& out_;
    terminal const& terminal_;
    text_decoder decoder_;
    extracted_name name_{decoder_, options_.files.size() > 1};
    std::string printed_;
    bool is_text_ = false;
    bool can_save_ = false;
    std::uint64_t messages_ = 0;
    std::uint64_t parts_ = 0;
    status worst_ = status::done;
};

} // namespace tool

#endif
