#ifndef FOLDWISE_DKIM_DETAIL_CANONICAL_SCAN_HPP
#define FOLDWISE_DKIM_DETAIL_CANONICAL_SCAN_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_vector.hpp>
#include <foldwise/config.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether a relaxed canonical form may change the text at `at`: an HTAB, an SP before another
/// octet of at most 0x20, or, if `with_lf`, an LF. An SP at the very end is no such place.
template <bool with_lf>
constexpr bool may_change_at(std::string_view text, std::size_t at) noexcept {
    char const octet = text[at];
    if (octet == '\t' || (with_lf && octet == '\n')) return true;
    return octet == ' ' && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) <= ' ';
}

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
/// The same for each of the 16 octets at `at`. Reads 17 octets.
template <bool with_lf>
FOLDWISE_ALWAYS_INLINE inline octet_mask changes_in(char const* at) noexcept {
    auto const here = load(at);
    auto const found = (here == '\t') | ((here == ' ') & (load(at + 1) <= ' '));
    if constexpr (with_lf) return found | (here == '\n');
    return found;
}
#endif

#if defined(FOLDWISE_VECTORS_X86_64)
template <bool with_lf>
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline wide_octet_mask
changes_in_wide(char const* at) noexcept {
    auto const here = load_wide(at);
    auto const found = (here == '\t') | ((here == ' ') & (load_wide(at + 1) <= ' '));
    if constexpr (with_lf) return found | (here == '\n');
    return found;
}
/// Skips blocks of 64 octets without such a place, as long as more than 64 octets are left.
/// Returns where the first place is, or where the last block starts that may have one.
template <bool with_lf>
[[gnu::noinline]] FOLDWISE_TARGET_AVX2 inline std::size_t pass_unchanged(std::string_view text,
                                                                         std::size_t at) noexcept {
    for (; text.size() - at > 64; at += 64) {
        auto const low = bits_of(changes_in_wide<with_lf>(text.data() + at));
        auto const high = bits_of(changes_in_wide<with_lf>(text.data() + at + 32));
        if ((low | high) != 0) return at + first_of(low | high << 32);
    }
    return at;
}
#endif

/// The first place from `at` on where a relaxed canonical form may change the text, or text.size().
/// Not inline: see find_pair in scan_pairs.hpp.
template <bool with_lf>
FOLDWISE_NOINLINE constexpr std::size_t find_change(std::string_view text,
                                                    std::size_t at) noexcept {
#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    if (!std::is_constant_evaluated()) {
#if defined(FOLDWISE_VECTORS_X86_64)
        if (text.size() - at > 256 && __builtin_cpu_supports("avx2")) {
            at = pass_unchanged<with_lf>(text, at);
            if (text.size() - at > 64) return at;
        }
#endif
        for (; text.size() - at > sizeof(octet_vector); at += sizeof(octet_vector))
            if (auto const bits = bits_of(changes_in<with_lf>(text.data() + at)))
                return at + first_of(bits);
    }
#endif
    while (at < text.size() && !may_change_at<with_lf>(text, at)) ++at;
    return at;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
