#ifndef FOLDWISE_DMARC_ORGANIZATIONAL_DOMAIN_FINDER_HPP
#define FOLDWISE_DMARC_ORGANIZATIONAL_DOMAIN_FINDER_HPP

#include <foldwise/base/optional.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The interface of the function that finds organizational domains, for relaxed alignment (RFC 9989
/// section 4.10.2, RFC 7489 section 3.2). The caller supplies it, since it needs the DNS (a tree
/// walk) or a list (public suffixes). examples/organizational_domain_by_tree_walk.cpp and
/// examples/organizational_domain_by_list.cpp are such functions. `organizational_domain_by` makes
/// one from any function object.
class organizational_domain_finder {
  public:
    /// The organizational domain of `domain`: `domain` itself, or the end of it that starts after a
    /// dot. `domain` has lower-case letters, A-labels, at least two labels and no final dot. Empty
    /// if there is none or it is not known, as for a public suffix: `domain` then aligns only with
    /// itself. An answer that is not `domain` or an end of it, or has only one label, counts as
    /// empty, too.
    ///     find("news.sample.net")  ->  "sample.net"
    virtual constexpr optional<std::string_view> find(std::string_view domain) const noexcept = 0;

  protected:
    constexpr organizational_domain_finder() = default;
    constexpr organizational_domain_finder(organizational_domain_finder const&) = default;
    constexpr organizational_domain_finder&
    operator=(organizational_domain_finder const&) = default;
    constexpr ~organizational_domain_finder() = default; // nobody owns one through its base
};

/// An organizational_domain_finder that calls a function object, which must not throw.
///     organizational_domain_by const finder{[&](std::string_view domain) {
///         return list.registered_domain_of(domain); // an optional<std::string_view>
///     }};
///     alignment const a{m, {.authserv_ids = ids, .organizational_domain = &finder}};
template <class Function>
class organizational_domain_by final : public organizational_domain_finder {
  public:
    /// Finds domains by calling `function`.
    explicit constexpr organizational_domain_by(Function function) noexcept : function_{function} {}

    constexpr optional<std::string_view> find(std::string_view domain) const noexcept override {
        return function_(domain);
    }

  private:
    Function function_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
