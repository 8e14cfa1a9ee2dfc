#ifndef FOLDWISE_STORE_MAIL_FOLDER_HPP
#define FOLDWISE_STORE_MAIL_FOLDER_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/store/maildir.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace foldwise::inline FOLDWISE_ABI {

/// Whether a file with the name `left` comes before one with the name `right`, in an order in which
/// numbers count as numbers, of any size.
///     "2" < "10", "2.eml" < "10.eml", "2" < "2a"
constexpr bool precedes_by_number(std::string_view left, std::string_view right) noexcept {
    constexpr char_class zero{"0"};
    std::size_t at_left = 0;
    std::size_t at_right = 0;
    while (at_left < left.size() && at_right < right.size()) {
        if (!digit.contains(left[at_left]) || !digit.contains(right[at_right])) {
            auto const a = static_cast<unsigned char>(left[at_left++]);
            auto const b = static_cast<unsigned char>(right[at_right++]);
            if (a != b) return a < b;
            continue;
        }
        at_left = scan::not_in(zero, left, at_left);
        at_right = scan::not_in(zero, right, at_right);
        auto const end_left = scan::not_in(digit, left, at_left);
        auto const end_right = scan::not_in(digit, right, at_right);
        auto const a = left.substr(at_left, end_left - at_left);
        auto const b = right.substr(at_right, end_right - at_right);
        if (a.size() != b.size()) return a.size() < b.size();
        if (a != b) return a < b;
        at_left = end_left;
        at_right = end_right;
    }
    if (at_left == left.size() && at_right == right.size()) return left < right; // "01", "1"
    return at_left == left.size();
}

/// A folder that holds mail, of any kind: which of its files hold messages, and in which order.
///
///     Mail/inbox/1  2  10  .mh_sequences            MH: a file for each message
///     Mail/lists/announce  devel.mbox  old.eml      files of any kind
///     Mail/in/cur  new  tmp  .Sent/  .Archive.2026/ a Maildir, with the subfolders of Maildir++
///     Export.mbox/mbox  table_of_contents           an export of Apple Mail
///     Inbox.mbox/Messages/17.emlx                   a mailbox of Apple Mail, perhaps deeper below:
///     Inbox.mbox/4E1F.../Data/3/Messages/3017.emlx
///
///     std::error_code error;
///     auto const folder = mail_folder::open("Mail/inbox", error);
///     for (auto const& path : folder.files()) ...   // each an mbox, a message, an .emlx ...
///
/// A Maildir is recognised, but its messages are listed by `maildir`. Files whose names start with
/// a dot are not mail, nor are those that mail programs keep beside it: indexes of Dovecot, Cyrus,
/// Courier and Thunderbird, the table of contents of Apple Mail, messages that MH has deleted
/// (",17"). Whether the other files hold mail is not known before they are read.
class mail_folder {
  public:
    /// What the folder is: any folder with files, a Maildir, or a mailbox of Apple Mail.
    enum class kind : unsigned char { files, maildir, apple_mailbox };

    mail_folder() = default;

    /// Lists the folder at `path`, but not its subfolders. If something of it cannot be read,
    /// `error` says why, and the lists contain what can be read.
    static mail_folder open(std::filesystem::path const& path, std::error_code& error) {
        mail_folder result;
        result.path_ = path;
        error.clear();
        if (maildir::is_maildir(path)) result.kind_ = kind::maildir;
        result.list(error);
        if (result.kind_ == kind::files && has_apple_name(path)) result.find_apple_messages(error);
        std::sort(result.files_.begin(), result.files_.end(), precedes);
        std::sort(result.subfolders_.begin(), result.subfolders_.end(), precedes);
        return result;
    }

    /// The path that was passed.
    std::filesystem::path const& path() const& noexcept { return path_; }
    std::filesystem::path const&
    path() const&& = delete; // it would dangle: keep the object in a variable first
    /// What the folder is.
    kind what() const noexcept { return kind_; }

    /// The files that may hold messages, in the order of their names, with numbers in numeric
    /// order. Empty for a Maildir.
    std::vector<std::filesystem::path> const& files() const& noexcept { return files_; }
    std::vector<std::filesystem::path> const&
    files() const&& = delete; // it would dangle: keep the object in a variable first

    /// The folders in it, in the same order, links to folders included. Folders whose names start
    /// with a dot are among them only if they are Maildirs, as in Maildir++. The folders that a
    /// Maildir or a mailbox of Apple Mail consists of are not.
    std::vector<std::filesystem::path> const& subfolders() const& noexcept { return subfolders_; }
    std::vector<std::filesystem::path> const&
    subfolders() const&& = delete; // it would dangle: keep the object in a variable first

    /// What is neither a file nor a folder, and what cannot be read.
    std::vector<left_out> const& others() const& noexcept { return others_; }
    std::vector<left_out> const&
    others() const&& = delete; // it would dangle: keep the object in a variable first

  private:
    /// Whether a file with this name is one that a mail program keeps beside mail.
    static bool is_companion(std::string_view name) noexcept {
        for (std::string_view const whole :
             {"dovecot-uidlist", "dovecot-keywords", "dovecot-acl", "dovecot-acl-list",
              "dovecot.mailbox.log", "subscriptions", "maildirfolder", "maildirsize",
              "table_of_contents", "Info.plist"})
            if (name == whole) return true;
        for (std::string_view const start :
             {"dovecot-uidvalidity", "dovecot.index", "dovecot.list.index", "dovecot.map.index",
              "cyrus.", "courierimap"})
            if (name.starts_with(start)) return true;
        bool const is_deleted = name.size() > 1 && (name[0] == ',' || name[0] == '#') &&
                                scan::not_in(digit, name, 1) == name.size();
        return is_deleted || name.ends_with(".msf");
    }

    static bool has_apple_name(std::filesystem::path const& path) {
        auto const last = path.has_filename() ? path : path.parent_path(); // "in.mbox/"
        auto const extension = last.extension();
        return extension == ".mbox" || extension == ".imapmbox";
    }

    static bool precedes(std::filesystem::path const& left, std::filesystem::path const& right) {
        auto const a = left.filename().string();
        auto const b = right.filename().string();
        return a != b ? precedes_by_number(a, b) : left < right;
    }

    void add_folder(std::filesystem::path path) {
        auto const name = path.filename().string();
        bool const is_part =
            kind_ == kind::maildir && (name == "cur" || name == "new" || name == "tmp");
        if (is_part || (name.starts_with('.') && !maildir::is_maildir(path))) return;
        subfolders_.push_back(std::move(path));
    }

    void list(std::error_code& error) {
        std::filesystem::directory_iterator at{path_, error};
        for (std::filesystem::directory_iterator const end; !error && at != end;
             at.increment(error)) {
            std::error_code ignored;
            auto const name = at->path().filename().string();
            if (at->is_directory(ignored))
                add_folder(at->path());
            else if (kind_ != kind::maildir && !name.starts_with('.') && !is_companion(name) &&
                     detail::is_readable_file(*at, others_))
                files_.push_back(at->path());
        }
        if (error) others_.push_back({path_, left_out::reason::unreadable, error});
    }

    /// Looks for the messages of a mailbox of Apple Mail. If there are any, they are its only
    /// files.
    void find_apple_messages(std::error_code& error) {
        std::vector<std::filesystem::path> messages;
        for (auto const& file : files_)
            if (file.filename() == "mbox") messages.push_back(file);
        std::vector<std::filesystem::path> others;
        std::vector<std::filesystem::path> left;
        for (auto const& folder : subfolders_) {
            std::error_code ignored;
            bool const is_link = std::filesystem::is_symlink(folder, ignored); // may lead back
            if (has_apple_name(folder))
                others.push_back(folder);
            else if (!is_link)
                left.push_back(folder);
        }
        while (!left.empty()) {
            auto const folder = std::move(left.back());
            left.pop_back();
            find_in(folder, messages, left, error);
        }
        if (messages.empty()) return;
        kind_ = kind::apple_mailbox;
        files_.swap(messages);
        subfolders_.swap(others);
    }

    /// Adds the .emlx files of a folder `Messages`, and the folders to look into next.
    void find_in(std::filesystem::path const& folder, std::vector<std::filesystem::path>& messages,
                 std::vector<std::filesystem::path>& left, std::error_code& error) {
        std::error_code here;
        bool const has_messages = folder.filename() == "Messages";
        std::filesystem::directory_iterator at{folder, here};
        for (std::filesystem::directory_iterator const end; !here && at != end;
             at.increment(here)) {
            std::error_code ignored;
            bool const is_link = at->is_symlink(ignored);
            if (at->is_directory(ignored) && !is_link && at->path().filename() != "Attachments")
                left.push_back(at->path());
            else if (has_messages && at->path().extension() == ".emlx" &&
                     detail::is_readable_file(*at, others_))
                messages.push_back(at->path());
        }
        if (here) others_.push_back({folder, left_out::reason::unreadable, here});
        if (!error) error = here;
    }

    std::filesystem::path path_;
    kind kind_ = kind::files;
    std::vector<std::filesystem::path> files_;
    std::vector<std::filesystem::path> subfolders_;
    std::vector<left_out> others_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
