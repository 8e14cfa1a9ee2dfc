#ifndef FOLDWISE_MESSAGE_DETAIL_CUT_HEADER_HPP
#define FOLDWISE_MESSAGE_DETAIL_CUT_HEADER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/config.hpp>
#include <foldwise/message/field_cutter.hpp>
#include <foldwise/message/header_end.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// A field that cut_header has cut.
struct cut_field {
    std::string_view raw;
    std::size_t fold_octets; ///< how many of its octets unfolding drops
    char next;               ///< the octet after it; NUL at the end of the bytes
};

/// Cuts the header section at the start of `bytes` into fields, up to an empty line, in one pass:
/// calls `take` with each cut_field, until it returns false.
///     "A: b\n c\n\nbody"  ->  take("A: b\n c\n"), {8, 1}
/// Returns the end of the header section. If none was found, the position is the end of the bytes,
/// or of the field for which `take` returned false. Reads at most 1,024 octets after the position.
/// O(header).
template <class Take>
FOLDWISE_ALWAYS_INLINE constexpr header_end cut_header(std::string_view bytes, Take take) noexcept {
    if (auto const size = empty_line_size(bytes, 0)) return {0, size};
    auto const* first = bytes.data(); // where the field starts
    std::size_t separator_size = 0;
    field_cutter cutter{bytes};
    auto const take_field = [&](field_end const& f) noexcept {
        bool const goes_on = take(cut_field{octets_between(first, f.end), f.fold_octets, f.next});
        first = f.end;
        if (static_cast<unsigned char>(f.next) < ' ') { // rarely true if a field follows
            separator_size = empty_line_size(bytes, static_cast<std::size_t>(first - bytes.data()));
            if (separator_size != 0) return false;
        }
        return goes_on;
    };
    while (!cutter.at_end() && cutter.cut(take_field)) {
    }
    return {static_cast<std::size_t>(first - bytes.data()), separator_size};
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
