#ifndef FOLDWISE_SYNTAX_IP_ADDRESS_HPP
#define FOLDWISE_SYNTAX_IP_ADDRESS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/text_hash.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The two versions of the Internet Protocol.
enum class ip_version : unsigned char { v4, v6 };

namespace detail {

/// Whether `text` is Snum 3("." Snum), where Snum is 1*3DIGIT, from 0 to 255.
constexpr bool is_ipv4(std::string_view text) noexcept {
    cursor in{text};
    for (int i = 0; i < 4; ++i) {
        if (i != 0 && !in.skip('.')) return false;
        auto const number = in.take_while(digit);
        if (number.empty() || number.size() > 3) return false;
        if (number.size() == 3 && number > "255") return false;
    }
    return in.at_end();
}

/// Whether `text` is eight groups of 1*4HEXDIG. "::" may stand once for one or more groups, and an
/// IPv4 address at the end for two. A zone may follow (RFC 4007 section 11): "fe80::1%eth0".
constexpr bool is_ipv6(std::string_view text) noexcept {
    auto const zone = text.find('%');
    if (zone != text.npos) {
        constexpr auto zone_text = alpha + digit + char_class{"-._~"};
        auto const name = text.substr(zone + 1);
        if (name.empty() || scan::not_in(zone_text, name, 0) != name.size()) return false;
    }
    cursor in{text.substr(0, zone)};
    int groups = 0;
    bool is_shortened = in.skip("::");
    while (!in.at_end()) {
        if (is_ipv4(in.rest())) {
            groups += 2;
            break;
        }
        auto const group = in.take_while(hexdig);
        if (group.empty() || group.size() > 4) return false;
        ++groups;
        if (in.at_end()) break;
        if (!is_shortened && in.skip("::"))
            is_shortened = true;
        else if (!in.skip(':') || in.at_end())
            return false;
    }
    return is_shortened ? groups < 8 : groups == 8;
}

} // namespace detail

/// An IP address as text (RFC 5321 section 4.1.3, RFC 4291 section 2.2).
///     IPv4-address-literal = Snum 3("." Snum)
///     IPv6-address-literal = "IPv6:" IPv6-addr
/// == compares the texts octet by octet: the same address of version 6 can have different texts.
/// Borrows the text that it was read from. Trivially copyable.
struct ip_address {
    std::string_view text; ///< without brackets and without "IPv6:"
    ip_version version;    ///< of the address

    /// The address, if `text` is one. "IPv6:" before an address of version 6 is optional.
    ///     ip_address::read("192.0.2.1")         ->  "192.0.2.1", v4
    ///     ip_address::read("IPv6:2001:db8::1")  ->  "2001:db8::1", v6
    /// Borrows `text`. O(text).
    static constexpr optional<ip_address>
    read(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept;
    template <owning_temporary T>
    static optional<ip_address>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    friend constexpr bool operator==(ip_address const&, ip_address const&) = default;
};

constexpr optional<ip_address> ip_address::read(std::string_view text) noexcept {
    constexpr std::string_view tag = "IPv6:";
    if (detail::is_ipv4(text)) return ip_address{text, ip_version::v4};
    if (ascii_istarts_with(text, tag)) text.remove_prefix(tag.size());
    if (detail::is_ipv6(text)) return ip_address{text, ip_version::v6};
    return std::nullopt;
}

} // namespace foldwise::inline FOLDWISE_ABI

/// The hash of the text, which operator== compares.
template <>
struct std::hash<foldwise::ip_address> {
    constexpr std::size_t operator()(foldwise::ip_address const& address) const noexcept {
        return static_cast<std::size_t>(foldwise::text_hash{}.add(address.text).value());
    }
};

#endif
