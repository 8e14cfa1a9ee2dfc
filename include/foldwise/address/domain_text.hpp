#ifndef FOLDWISE_ADDRESS_DOMAIN_TEXT_HPP
#define FOLDWISE_ADDRESS_DOMAIN_TEXT_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/equal_octets.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The text of a local part or a domain, without comments, white space and quotes.
using addr_spec_text = word_text<word_gap::none>;

/// The domain of an address: a domain name, or a domain-literal in brackets. It is neither looked
/// up nor converted. Compare it with is(), which ignores ASCII case (RFC 5321 section 2.4, RFC
/// 4343); == compares octet by octet.
///     domain_text{"Sample . (x) NET"}  ==  "Sample.NET"
///     domain_text{"Sample . (x) NET"}.is("sample.net")  ->  true
/// Borrows the value that it was read from. Trivially copyable.
class domain_text : public addr_spec_text {
  public:
    using addr_spec_text::addr_spec_text;

    /// Whether both are the same domain. Letters beyond ASCII are compared octet by octet: U-labels
    /// and A-labels are different. So are "a.b." and "a.b"; an address has no final dot. O(n).
    constexpr bool is(std::string_view name) const noexcept {
        for (auto const piece : pieces()) {
            if (!ascii_iequals(piece, name.substr(0, piece.size()))) return false;
            name.remove_prefix(piece.size());
        }
        return name.empty();
    }
    constexpr bool is(domain_text const& other) const noexcept {
        return equal_but_for_case(*this, other);
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::domain_text> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::domain_text> = true;

#endif
