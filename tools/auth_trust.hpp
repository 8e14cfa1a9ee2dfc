#ifndef FOLDWISE_TOOLS_AUTH_TRUST_HPP
#define FOLDWISE_TOOLS_AUTH_TRUST_HPP

#include "auth_text.hpp"
#include "options.hpp"
#include "public_suffixes.hpp"

#include <foldwise/dmarc/alignment_options.hpp>
#include <foldwise/dmarc/organizational_domain_finder.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Whose results the user trusts, and how domains are compared: --trust, --host and
/// --public-suffixes.
class auth_trust {
  public:
    explicit auth_trust(tool::options const& options) : options_{options} {
        if (!is_given() || options.suffixes == "none") return;
        if (options.suffixes) {
            list_name_ = *options.suffixes;
            read(list_name_);
            if (list_ == nullptr) problem_ = list_name_ + ": no list of public suffixes";
            return;
        }
        // The system's list: the first path is that of Debian, Fedora and others, the second one
        // that of FreeBSD.
        for (auto const* const path :
             {"/usr/share/publicsuffix/public_suffix_list.dat",
              "/usr/local/share/public_suffix_list/public_suffix_list.dat"})
            if (list_ == nullptr && read(path)) list_name_ = path;
    }
    /// With the list `list`, or without one. The list must outlive this object.
    auth_trust(tool::options const& options, public_suffixes const* list, std::string list_name)
        : options_{options}, list_{list}, list_name_{std::move(list_name)} {}
    auth_trust(auth_trust const&) = delete;
    auth_trust& operator=(auth_trust const&) = delete;

    /// Whether any server is trusted.
    bool is_given() const { return !options_.trusted.empty(); }

    /// What is wrong, in one line; empty if nothing is.
    std::string const& problem() const { return problem_; }

    /// The file of public suffixes. If there is none, this is empty, and only identical domains
    /// align.
    std::string const& list_name() const { return list_name_; }

    /// The options for foldwise::alignment. They are valid as long as this object.
    foldwise::alignment_options alignment_options() const {
        return {.authserv_ids = options_.trusted,
                .own_hosts = options_.hosts,
                .organizational_domain = list_ != nullptr ? &finder_ : nullptr};
    }

    /// Whom and what the verdicts rely on, in a few sentences for people.
    std::string basis() const {
        if (!is_given())
            return "Nothing is trusted, as no --trust ID is given: the sender may have written "
                   "any of it.";
        auto text = "Trusted, because of --trust: " + joined(options_.trusted);
        if (!options_.hosts.empty()) text += "; own hosts: " + joined(options_.hosts);
        if (list_name_.empty()) return text + ". Only identical domains align (strict).";
        return text + ". Domains with the same organizational domain align (relaxed), by " +
               list_name_ + ".";
    }

  private:
    /// Reads a list; returns whether there is one.
    bool read(std::string const& path) {
        own_list_ = public_suffixes::read(path);
        if (own_list_) list_ = &*own_list_;
        return list_ != nullptr;
    }

    struct find_in_list {
        public_suffixes const* const* list;
        foldwise::optional<std::string_view> operator()(std::string_view domain) const {
            auto const found = (*list)->find(domain);
            return found ? foldwise::optional{*found} : std::nullopt;
        }
    };

    tool::options const& options_;
    std::optional<public_suffixes> own_list_;
    public_suffixes const* list_ = nullptr;
    std::string list_name_;
    std::string problem_;
    foldwise::organizational_domain_by<find_in_list> finder_{find_in_list{&list_}};
};

} // namespace tool

#endif
