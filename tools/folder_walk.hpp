#ifndef FOLDWISE_TOOLS_FOLDER_WALK_HPP
#define FOLDWISE_TOOLS_FOLDER_WALK_HPP

#include "output.hpp"

#include <foldwise/store/mail_folder.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace tool {

/// Lists a folder, and the folders in it if `is_recursive`. Reports what is skipped, and what
/// cannot be read. A link to a file or folder that is read anyway, or to a folder around it, is
/// skipped, so that nothing is read twice and the walk ends.
class folder_walk {
  public:
    using path = std::filesystem::path;
    using folder_user = std::function<bool(foldwise::mail_folder const&)>;

    explicit folder_walk(bool is_recursive) : is_recursive_{is_recursive} {}

    /// Calls `use` with each folder, until it returns false. Returns the exit status.
    status walk(path const& root, folder_user const& use) {
        auto worst = status::done;
        add_tree(root);
        std::vector<path> left{root};
        while (!left.empty()) {
            auto const here = std::move(left.back());
            left.pop_back();
            std::error_code error;
            auto folder = foldwise::mail_folder::open(here, error);
            worst = worse(worst, report(folder.others()));
            folder_count_ += folder.subfolders().size();
            if (!use(folder)) break;
            if (!is_recursive_) continue;
            std::vector<path> next;
            for (auto const& each : folder.subfolders())
                if (!leads_back(each)) next.push_back(each);
            left.insert(left.end(), next.rbegin(), next.rend()); // the first one comes next
        }
        return worst;
    }

    /// The number of subfolders that have been seen.
    std::size_t folder_count() const { return folder_count_; }

    /// Whether `file` is a link into a folder that is read. If it is, reports that it is skipped.
    bool is_link_back(path const& file) const {
        std::error_code error;
        if (!std::filesystem::is_symlink(file, error)) return false;
        auto const target = std::filesystem::canonical(file, error);
        if (error) return false; // opening it fails, too
        bool const is_read =
            is_recursive_ ? is_in_a_tree(target) : trees_.contains(target.parent_path());
        return is_read && skip_link(file);
    }

    /// Reports what was left out; returns `failed` if something could not be read.
    static status report(std::vector<foldwise::left_out> const& others) {
        using enum foldwise::left_out::reason;
        auto worst = status::done;
        for (auto const& [where, why, error] : others) {
            if (why == unreadable) worst = status::failed;
            complain(where.string() + ": " +
                     (why == unreadable  ? error.message()
                      : why == no_target ? "skipped: a link to nothing, or to itself"
                                         : "skipped: not a file but a FIFO, a device or a socket"));
        }
        return worst;
    }

  private:
    static bool skip_link(path const& link) {
        complain(link.string() + ": skipped: a link back into what is read");
        return true;
    }

    static bool is_in(path const& inner, path const& outer) {
        return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first ==
               outer.end();
    }

    // In the order of trees_, what is in a folder comes directly after it. No tree is in another
    // one, so a tree around a path can only be the last one that does not come after the path, and a
    // tree in it the first one that does not come before.
    bool is_in_a_tree(path const& inner) const {
        auto const after = trees_.upper_bound(inner);
        return after != trees_.begin() && is_in(inner, *std::prev(after));
    }
    bool is_around_a_tree(path const& outer) const {
        auto const at = trees_.lower_bound(outer);
        return at != trees_.end() && is_in(*at, outer);
    }

    void add_tree(path const& folder) {
        std::error_code error;
        auto target = std::filesystem::canonical(folder, error);
        if (!error) trees_.insert(std::move(target));
    }

    /// Whether `folder` is a link to a folder inside or around one that is read. If it is, reports
    /// that it is skipped. Any other link is followed, and its target is noted as read. O(log
    /// targets).
    bool leads_back(path const& folder) {
        std::error_code error;
        if (!std::filesystem::is_symlink(folder, error)) return false;
        auto const target = std::filesystem::canonical(folder, error);
        if (is_in_a_tree(target) || is_around_a_tree(target)) return skip_link(folder);
        trees_.insert(target);
        return false;
    }

    bool is_recursive_;
    std::set<path> trees_; // without links in their paths
    std::size_t folder_count_ = 0;
};

} // namespace tool

#endif
