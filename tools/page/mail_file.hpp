#ifndef FOLDWISE_TOOLS_PAGE_MAIL_FILE_HPP
#define FOLDWISE_TOOLS_PAGE_MAIL_FILE_HPP

#include "../auth_collector.hpp"
#include "../auth_trust.hpp"
#include "../decoded_text.hpp"
#include "../emlx_entry.hpp"
#include "../found.hpp"
#include "../json/body_lines.hpp"
#include "../json/writer.hpp"
#include "../not_mail.hpp"
#include "../options.hpp"
#include "../public_suffixes.hpp"
#include "../session.hpp"
#include "auth_json.hpp"
#include "list_json.hpp"
#include "message_facts.hpp"
#include "problems_json.hpp"

#include <foldwise/mime/entity.hpp>
#include <foldwise/store/mbox.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// A file that was given to the page, and what is in it, as JSON. Messages are counted from 0.
/// Borrows the bytes of the file and its name.
class mail_file {
  public:
    /// Finds the messages. O(file).
    mail_file(std::string_view bytes, std::string_view name) : name_{name} {
        if (auto const* const kind = find_foreign_kind(bytes)) {
            refusal_ = std::string{kind->what}.append(kind->filter);
            return;
        }
        doubt about;
        for (auto const entry : foldwise::mbox{bytes}) {
            entries_.push_back(read_emlx(name, entry).value_or(entry));
            about.see(entries_.back());
        }
        if (entries_.size() == 1 && is_session(entries_.front()))
            note_ =
                "a recorded SMTP session; the command `foldwise smtp` shows what happened in it";
        else
            note_ = about.what(name, options_).value_or("");
    }

    std::size_t size() const { return entries_.size(); }

    /// {"messages":12,"refusal":"","note":""}: why the file is not read, and what is doubtful.
    std::string summary() const {
        std::string text;
        json_writer json{text};
        json.open('{').key("messages").value(entries_.size());
        json.key("refusal").value(refusal_).key("note").value(note_).close('}');
        return text;
    }

    /// The rows of the list for at most `count` messages from `first` on.
    std::string list(std::size_t first, std::size_t count) const {
        std::string text;
        json_writer json{text};
        list_json rows{json, options_};
        auto const end = first + std::min(count, size() - std::min(first, size()));
        json.open('[');
        for (auto at = first; at < end; ++at) rows.add(at, entries_[at]);
        json.close(']');
        return text;
    }

    /// What the page shows of a message at first (see message_facts).
    std::string message(std::size_t at) const {
        text_decoder decoder{options_.fallback};
        std::string text;
        json_writer json{text};
        message_facts{json, decoder}.add(found_at(at));
        return text;
    }

    /// The text of a message, not JSON (see put_body_lines).
    std::string text(std::size_t at) const {
        text_decoder decoder{options_.fallback};
        std::string text;
        put_body_lines(decoder, foldwise::entity{entries_[at]},
                       [&text](std::string_view piece) { text += piece; });
        return text;
    }

    /// What is wrong or doubtful about a message (see problems_json).
    std::string problems(std::size_t at) const {
        text_decoder decoder{options_.fallback};
        std::string text;
        json_writer json{text};
        problems_json{json}.add(entries_[at], decoder.options());
        return text;
    }

    /// What is recorded about authentication, and what follows if the servers `trusted` are
    /// trusted. If there is no list of public suffixes, only identical domains align.
    std::string authentication(std::size_t at, std::vector<std::string_view> trusted,
                               public_suffixes const* list) const {
        auto options = options_;
        options.trusted = std::move(trusted);
        auth_trust const trust{options, list, {}};
        std::string text;
        json_writer json{text};
        auth_json{json}.add(auth_collector{options, trust}.collect(found_at(at), {}));
        return text;
    }

  private:
    found found_at(std::size_t at) const { return {name_, name_, at + 1, entries_[at]}; }

    std::string_view name_;
    options options_;
    std::string refusal_;
    std::string note_;
    std::vector<foldwise::mbox_entry> entries_;
};

} // namespace tool

#endif
