#ifndef FOLDWISE_TOOLS_PUBLIC_SUFFIXES_HPP
#define FOLDWISE_TOOLS_PUBLIC_SUFFIXES_HPP

#include "a_label.hpp"

#include <foldwise/base/line.hpp>

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace tool {

/// The domains under which different owners register names, such as "com" and "co.uk", from a file
/// in the format of https://publicsuffix.org/list/:
///
///     // a comment
///     co.uk          a suffix
///     *.ck           each domain directly below ck is one
///     !www.ck        except for this one
///
/// Reads all rules, also those of the private section of the list: the more suffixes there are, the
/// fewer domains belong together.
class public_suffixes {
  public:
    public_suffixes() = default;
    explicit public_suffixes(std::string_view text) {
        for (auto const line : foldwise::lines{text}) {
            auto const rule = line.text().substr(0, line.text().find_first_of(" \t"));
            if (rule.empty() || rule.starts_with("//")) continue;
            if (auto name = with_a_labels(rule)) rules_.insert(std::move(*name));
        }
    }

    /// Reads a file; nothing if it cannot be read or holds no rule.
    static std::optional<public_suffixes> read(std::string const& path) {
        auto* const file = std::fopen(path.c_str(), "rb");
        if (file == nullptr) return std::nullopt;
        std::string text;
        char buffer[1 << 14];
        while (auto const size = std::fread(buffer, 1, sizeof buffer, file)) {
            text.append(buffer, size);
            if (text.size() > longest_file_) break;
        }
        bool const is_read = std::ferror(file) == 0 && text.size() <= longest_file_;
        std::fclose(file);
        public_suffixes list{is_read ? std::string_view{text} : std::string_view{}};
        if (list.rules_.empty()) return std::nullopt;
        return list;
    }

    /// The organizational domain of `domain`, which must have lower-case letters and A-labels: its
    /// public suffix and the label before that. Nothing if it is a public suffix itself.
    ///     "a.b.example.co.uk"  ->  "example.co.uk"
    std::optional<std::string_view> find(std::string_view domain) const {
        std::optional<std::string_view> below; // with one label more
        for (auto rest = domain;;) {
            auto const dot = rest.find('.');
            if (has("!", rest)) return rest;
            bool const is_top = dot == rest.npos; // the rule for all other domains is "*"
            if (is_top || has("", rest) || has("*", rest.substr(dot))) return below;
            below = rest;
            rest.remove_prefix(dot + 1);
        }
    }

  private:
    static constexpr std::size_t longest_file_ = 1 << 24;

    /// Whether `start` and `rest` together are a rule.
    bool has(std::string_view start, std::string_view rest) const {
        return rules_.contains(std::string{start}.append(rest));
    }

    std::unordered_set<std::string> rules_;
};

} // namespace tool

#endif
