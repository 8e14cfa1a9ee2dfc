#ifndef FOLDWISE_TOOLS_MAILDIR_MESSAGES_HPP
#define FOLDWISE_TOOLS_MAILDIR_MESSAGES_HPP

#include "found.hpp"
#include "not_mail.hpp"
#include "options.hpp"
#include "output.hpp"
#include "progress.hpp"

#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/maildir.hpp>
#include <foldwise/store/mapped_file.hpp>
#include <foldwise/store/mbox_entry.hpp>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <system_error>
#include <utility>

namespace tool {

/// The messages of a Maildir, which are numbered as those of one mailbox. Several threads may read
/// them.
class maildir_messages {
  public:
    /// How FILE names them.
    struct selection {
        foldwise::byte_range places = {}; ///< those that --shard selects, counted from 0
        bool is_checked = true;           ///< whether doubts are reported
        bool is_one = false;              ///< whether FILE names one message
        bool is_among_several = false;    ///< as in tool::found
    };

    maildir_messages(options const& options, std::string folder, foldwise::maildir box,
                     selection wanted)
        : options_{options}, folder_{std::move(folder)}, box_{std::move(box)}, wanted_{wanted} {}

    std::size_t size() const { return box_.size(); }

    /// Passes one message to `use`, unless it cannot be read. Returns the exit status.
    template <class Use>
    status read(std::size_t place, progress& progress, Use const& use) {
        auto const& entry = box_[place];
        auto const path = box_.path_of(entry).string();
        std::error_code error;
        auto const file = foldwise::mapped_file::open(path, error);
        if (error == std::errc::no_such_file_or_directory) {
            ++vanished_;
            return status::done;
        }
        if (error) return fail(path, error.message());
        auto const bytes = file.bytes();
        progress.add(bytes.size());
        if (auto const what = why_foreign(bytes, path, options_)) return fail(path, *what);
        foldwise::mbox_entry const whole{bytes, {0, 0, bytes.size(), false}, 0, {}};
        doubt about;
        about.see(whole);
        auto const what = about.what(path, options_);
        if (what && wanted_.is_checked) complain(path + ": " + *what);
        bool const is_followed = !wanted_.is_one && place + 1 < box_.size();
        use(found{path, folder_, place + 1, whole, entry.flags(), wanted_.is_among_several,
                  is_followed && wanted_.places.contains(place + 1)});
        return status::done;
    }

    /// Reports how many messages no longer existed when they were to be read.
    void report_vanished() const {
        if (vanished_ != 0)
            complain(folder_ + ": " + std::to_string(vanished_) +
                     " messages vanished while it was read");
    }

  private:
    static status fail(std::string const& path, std::string const& why) {
        complain(path + ": " + why);
        return status::failed;
    }

    options const& options_;
    std::string folder_;
    foldwise::maildir box_;
    selection wanted_;
    std::atomic<std::size_t> vanished_ = 0;
};

} // namespace tool

#endif
