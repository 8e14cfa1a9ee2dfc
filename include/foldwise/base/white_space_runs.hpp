#ifndef FOLDWISE_BASE_WHITE_SPACE_RUNS_HPP
#define FOLDWISE_BASE_WHITE_SPACE_RUNS_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A `Cut` of `spliced` for every run of SP, HTAB, CR and LF, except for a run at the end. Programs
/// that fold at any column put such runs into identifiers.
struct white_space_runs {
    bool are_there = true; ///< if false, nothing is cut out

    constexpr std::size_t cut_at(std::string_view bytes, std::size_t at) const noexcept {
        if (!are_there) return 0;
        auto const end = scan::not_in(fws_octets, bytes, at);
        return end < bytes.size() ? end - at : 0;
    }
    constexpr std::size_t find_cut(std::string_view bytes, std::size_t from) const noexcept {
        if (!are_there) return bytes.size();
        auto const at = scan::in(fws_octets, bytes, from);
        return scan::not_in(fws_octets, bytes, at) < bytes.size() ? at : bytes.size();
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
