#ifndef FOLDWISE_BASE_WHITE_SPACE_RUNS_HPP
#define FOLDWISE_BASE_WHITE_SPACE_RUNS_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// Cuts out every run of SP, HTAB and line endings, which programs that fold at any column put into
/// identifiers. A `Cut` of `spliced`; a run at the end is not cut out.
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

} // namespace foldwise

#endif
