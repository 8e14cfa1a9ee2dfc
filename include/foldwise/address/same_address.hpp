#ifndef FOLDWISE_ADDRESS_SAME_ADDRESS_HPP
#define FOLDWISE_ADDRESS_SAME_ADDRESS_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/domain_text.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/text_hash.hpp>
#include <foldwise/diagnostic/result.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Adds a domain to a hash, in lower case.
constexpr void add_domain(text_hash& hash, domain_text const& domain) noexcept {
    for (auto const piece : domain.pieces())
        for (char const octet : piece) hash.add(ascii_lower(octet));
}

constexpr domain_text as_domain(domain_text const& domain) noexcept { return domain; }
constexpr domain_text as_domain(std::string_view name) noexcept { return {name, name}; }

/// Whether both are the same address; if neither is an address, whether they are the same text.
constexpr bool is_same_address(addr_spec const& left, addr_spec const& right) noexcept {
    return left == right;
}
constexpr bool is_same_address(addr_spec const& left, std::string_view right) noexcept {
    return left.is(right);
}
constexpr bool is_same_address(std::string_view left, addr_spec const& right) noexcept {
    return right.is(left);
}
constexpr bool is_same_address(std::string_view left, std::string_view right) noexcept {
    auto const address = addr_spec::read(left);
    return address ? address->is(right) : left == right;
}

} // namespace detail

/// Compares and hashes domains as DNS does: without ASCII case (RFC 4343). A domain is a
/// `domain_text` or any string.
///     std::unordered_map<std::string, int, domain_hash, same_domain> count;
///     if (auto const found = count.find(a.domain()); found != count.end()) ...  // C++20
/// O(n), allocates nothing.
struct same_domain {
    using is_transparent = void;
    /// Whether both mean the same.
    template <class Left, class Right>
    constexpr bool operator()(Left const& left, Right const& right) const noexcept {
        return detail::as_domain(left).is(detail::as_domain(right));
    }
};
struct domain_hash {
    using is_transparent = void;
    /// The same number for domains that are equal.
    template <class Domain>
    constexpr std::size_t operator()(Domain const& domain) const noexcept {
        text_hash hash;
        detail::add_domain(hash, detail::as_domain(domain));
        return static_cast<std::size_t>(hash.value());
    }
};

/// Compares and hashes addresses as == of addr_spec does (RFC 5321 section 2.4): local parts octet
/// by octet, domains without ASCII case; quotes, comments and white space are ignored. An address
/// is an `addr_spec` or any string; strings that are not addresses are compared octet by octet.
///     std::unordered_set<std::string, address_hash, same_address> seen;
///     if (!seen.contains(m.addr_spec())) seen.insert(m.to_string());
/// O(n), allocates nothing.
struct same_address {
    using is_transparent = void;
    /// Whether both mean the same.
    template <class Left, class Right>
    constexpr bool operator()(Left const& left, Right const& right) const noexcept {
        return detail::is_same_address(left, right);
    }
};
struct address_hash {
    using is_transparent = void;
    /// The same number for addresses that are equal.
    constexpr std::size_t operator()(addr_spec const& address) const noexcept {
        text_hash hash;
        for (auto const piece : address.local_part().pieces()) hash.add(piece);
        detail::add_domain(hash.add('@'), address.domain());
        return static_cast<std::size_t>(hash.value());
    }
    constexpr std::size_t operator()(std::string_view text) const noexcept {
        if (auto const address = addr_spec::read(text)) return (*this)(*address);
        return static_cast<std::size_t>(text_hash{}.add(text).value());
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
