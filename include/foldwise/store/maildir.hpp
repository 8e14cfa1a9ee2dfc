#ifndef FOLDWISE_STORE_MAILDIR_HPP
#define FOLDWISE_STORE_MAILDIR_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/store/mapped_file.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace foldwise::inline FOLDWISE_ABI {

/// One message of a Maildir, described by the name of its file:
///
///     1418637600.M20046P2137.example.net:2,FS
///     |--------------------------------| unique_name()
///                                         || flags()
///
/// On file systems that do not allow a colon, programs write `!` or `;` instead.
class maildir_entry {
  public:
    /// The folder of the file. `unseen` is the folder "new": no mail client has seen the message.
    enum class folder : unsigned char { unseen, cur };

    /// A file of this name in one of the two folders.
    maildir_entry(std::string file_name, folder where)
        : file_name_{std::move(file_name)}, folder_{where} {}

    /// The name of the file, without its folder.
    std::string const& file_name() const& noexcept { return file_name_; }
    std::string const&
    file_name() const&& = delete; // it would dangle: keep the object in a variable first
    /// The folder with the file.
    folder where() const noexcept { return folder_; }

    /// The part of the name that stays the same when flags change or the file moves from new to
    /// cur.
    std::string_view unique_name() const& noexcept {
        return std::string_view{file_name_}.substr(0, info());
    }
    std::string_view
    unique_name() const&& = delete; // it would dangle: keep the object in a variable first

    /// The flags as written in the name: D draft, F flagged, P passed on, R replied, S seen, T
    /// trashed. Lower-case letters are keywords that the server defines.
    std::string_view flags() const& noexcept {
        auto const from = info();
        return from == file_name_.size() ? std::string_view{}
                                         : std::string_view{file_name_}.substr(from + 3);
    }
    std::string_view
    flags() const&& = delete; // it would dangle: keep the object in a variable first

  private:
    /// The offset of ":2,"; the size of the name if it has none.
    std::size_t info() const noexcept {
        constexpr char_class colons{":!;"};
        std::string_view const name = file_name_;
        for (auto at = name.rfind("2,"); at != name.npos && at > 0; at = name.rfind("2,", at - 1))
            if (colons.contains(name[at - 1])) return at - 1;
        return name.size();
    }
    std::string file_name_;
    folder folder_;
};

/// Something in a folder that was not read, and why.
struct left_out {
    /// Why it was not read.
    enum class reason : unsigned char {
        no_file,    ///< a FIFO, a device or a socket, which may never end or have an effect
        no_target,  ///< a link to nothing, or to itself
        unreadable, ///< see `error`
    };
    std::filesystem::path path;   ///< what was not read
    reason why = reason::no_file; ///< why it was not read
    std::error_code error = {};   ///< set if `why` is unreadable
};

namespace detail {

/// Whether `entry` of a folder is a regular file, or a link to one. If it is neither that nor a
/// folder, and did not vanish, it is added to `others`.
inline bool is_readable_file(std::filesystem::directory_entry const& entry,
                             std::vector<left_out>& others) {
    std::error_code error;
    if (entry.is_regular_file(error)) return true;
    using type = std::filesystem::file_type;
    using enum left_out::reason;
    bool const is_link = entry.is_symlink(error);
    auto const found = entry.status(error).type();
    if (found == type::directory || (found == type::not_found && !is_link)) return false;
    bool const is_loop = error == std::errc::too_many_symbolic_link_levels;
    if (found == type::not_found || is_loop)
        others.push_back({entry.path(), no_target});
    else if (found == type::none)
        others.push_back({entry.path(), unreadable, error});
    else
        others.push_back({entry.path(), no_file});
    return false;
}

} // namespace detail

/// The messages of a Maildir: the files in `new` and `cur`, never those in `tmp`, in the order of
/// their unique names, which is the order of delivery. Files whose name starts with a dot are not
/// messages.
///     std::error_code error;
///     auto box = maildir::open("Mail/inbox", error);
///     for (auto const& entry : box)
///         if (auto const file = box.read(entry, error)) use(message{file->bytes()});
///         else if (error) complain(box.path_of(entry), error);
///     if (box.vanished() != 0) ...
/// If one of the two folders cannot be read, the list contains the messages of the other. A link is
/// followed. FIFOs, devices and sockets are not messages; others() names them.
/// A Maildir has no locks: other programs deliver, rename and delete messages at any time. The list
/// contains the files that open() found. A message that is renamed while open() runs may be listed
/// twice. A file that no longer exists when it is read is counted by vanished(). The list allocates
/// about 100 bytes for each message.
class maildir {
  public:
    maildir() = default;

    /// Whether the folder at `path` looks like a Maildir: whether it contains `cur` or `new`.
    static bool is_maildir(std::filesystem::path const& path) {
        std::error_code ignored;
        return std::filesystem::is_directory(path / "cur", ignored) ||
               std::filesystem::is_directory(path / "new", ignored);
    }

    /// Lists the Maildir at `path`. If something of it cannot be read, `error` says why, and the
    /// list contains what can be read; others() names the folder. The error is
    /// no_such_file_or_directory if `path` contains neither `new` nor `cur`.
    static maildir open(std::filesystem::path const& path, std::error_code& error) {
        maildir result;
        result.path_ = path;
        error.clear();
        // "new" first, so that a message that is moved to "cur" meanwhile is seen twice, not
        // missed.
        bool const has_new = result.list("new", maildir_entry::folder::unseen, error);
        bool const has_cur = result.list("cur", maildir_entry::folder::cur, error);
        if (!error && !has_new && !has_cur)
            error = std::make_error_code(std::errc::no_such_file_or_directory);
        std::sort(result.entries_.begin(), result.entries_.end(), precedes);
        return result;
    }

    auto begin() const noexcept { return entries_.begin(); }
    auto end() const noexcept { return entries_.end(); }
    /// How many messages there are.
    std::size_t size() const noexcept { return entries_.size(); }
    bool empty() const noexcept { return entries_.empty(); }
    /// The message at `index`, which must be less than size().
    maildir_entry const& operator[](std::size_t index) const& noexcept { return entries_[index]; }
    maildir_entry const& operator[](std::size_t index) const&& =
        delete; // it would dangle: keep the object in a variable first

    /// The path of the message's file.
    std::filesystem::path path_of(maildir_entry const& entry) const {
        auto const* folder = entry.where() == maildir_entry::folder::cur ? "cur" : "new";
        return path_ / folder / entry.file_name();
    }

    /// Opens the file of a message. Empty if the file cannot be read, with `error` set, and if it
    /// no longer exists, with `error` cleared; then vanished() is incremented.
    std::optional<mapped_file> read(maildir_entry const& entry, std::error_code& error) {
        auto file = mapped_file::open(path_of(entry).string(), error);
        if (!error) return file;
        if (error == std::errc::no_such_file_or_directory) {
            ++vanished_;
            error.clear();
        }
        return std::nullopt;
    }

    /// How many files no longer existed when read() was called for them.
    std::size_t vanished() const noexcept { return vanished_; }

    /// What open() found but did not list: folders that cannot be read, and what is no file.
    std::vector<left_out> const& others() const& noexcept { return others_; }
    std::vector<left_out> const&
    others() const&& = delete; // it would dangle: keep the object in a variable first

  private:
    /// Adds the messages of one folder. Returns whether that folder exists. If it cannot be read,
    /// sets `error`, unless it is set already.
    bool list(char const* folder, maildir_entry::folder where, std::error_code& error) {
        std::error_code here;
        std::filesystem::directory_iterator at{path_ / folder, here};
        if (here == std::errc::no_such_file_or_directory) return false;
        for (std::filesystem::directory_iterator const end; !here && at != end;
             at.increment(here)) {
            auto name = at->path().filename().string();
            if (!name.starts_with('.') && detail::is_readable_file(*at, others_))
                entries_.emplace_back(std::move(name), where);
        }
        if (here) others_.push_back({path_ / folder, left_out::reason::unreadable, here});
        if (!error) error = here;
        return true;
    }

    /// Compares by the number at the start of the name, which is the time of delivery, then by
    /// name.
    static bool precedes(maildir_entry const& left, maildir_entry const& right) noexcept {
        std::string_view const a = left.file_name();
        std::string_view const b = right.file_name();
        auto const a_digits = scan::not_in(digit, a, 0);
        auto const b_digits = scan::not_in(digit, b, 0);
        if (a_digits != b_digits) return a_digits < b_digits;
        return a != b ? a < b : left.where() < right.where();
    }

    std::filesystem::path path_;
    std::vector<maildir_entry> entries_;
    std::vector<left_out> others_;
    std::size_t vanished_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
