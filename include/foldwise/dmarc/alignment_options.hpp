#ifndef FOLDWISE_DMARC_ALIGNMENT_OPTIONS_HPP
#define FOLDWISE_DMARC_ALIGNMENT_OPTIONS_HPP

#include <foldwise/dmarc/a_label_converter.hpp>
#include <foldwise/dmarc/dmarc_record.hpp>
#include <foldwise/dmarc/organizational_domain_finder.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// Names that the caller has in an array or a vector of std::string_view.
///     std::string_view const ids[] = {"mx.sample.net", "sample.net"};
///     name_list const trusted{ids};
/// Borrows the array and the names. Trivially copyable.
class name_list {
  public:
    constexpr name_list() = default;
    constexpr name_list(std::string_view const* names, std::size_t size) noexcept
        : names_{names}, size_{size} {}
    template <std::size_t Size>
    constexpr name_list(std::string_view const (&names)[Size]) noexcept
        : names_{names}, size_{Size} {}
    template <std::size_t Size>
    name_list(std::string_view const (&&)[Size]) = delete; // it would dangle

    /// `names` is a container with data() and size(), such as a std::vector. It must not change
    /// while the list is used.
    template <class Names>
        requires requires(Names const& names, std::string_view const* data) {
            data = names.data();
            names.size();
        }
    constexpr name_list(Names const& names) noexcept : names_{names.data()}, size_{names.size()} {}
    template <class Names>
        requires requires(Names const& names, std::string_view const* data) { data = names.data(); }
    name_list(Names const&&) = delete; // it would dangle: keep the names in a variable first

    constexpr std::string_view const* begin() const noexcept { return names_; }
    constexpr std::string_view const* end() const noexcept { return names_ + size_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }

  private:
    std::string_view const* names_ = nullptr;
    std::size_t size_ = 0;
};

/// What `alignment` has to know from its caller. By default nothing is trusted, so that nothing
/// aligns. Everything that the options refer to must live as long as the `alignment`.
struct alignment_options {
    /// The authserv-ids of the caller's own servers, and of others whose results it trusts. ASCII
    /// case does not count. Those servers must remove fields with these ids from incoming mail (RFC
    /// 8601 section 5). An empty name is never trusted.
    name_list authserv_ids{};

    /// The names of the caller's own hosts, as their Received fields name them after "by". If there
    /// are any, results count only above the first Received field that another host wrote. A sender
    /// can add Received fields with these names, or none at all: this is no substitute for removing
    /// forged results.
    name_list own_hosts{};

    /// How closely the domains must match: adkim= and aspf= of the DMARC record of the author
    /// domain (`dmarc_record`). Relaxed by default, as in RFC 9989 section 4.7.
    dmarc_alignment_mode dkim = dmarc_alignment_mode::relaxed;
    dmarc_alignment_mode spf = dmarc_alignment_mode::relaxed;

    /// Finds organizational domains; if null, only identical domains align.
    organizational_domain_finder const* organizational_domain = nullptr;

    /// Converts U-labels to A-labels; if null, a name with U-labels aligns only with a name that
    /// has the same octets but for ASCII case.
    a_label_converter const* converter = nullptr;
};

} // namespace foldwise

#endif
