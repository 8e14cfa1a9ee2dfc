#ifndef FOLDWISE_FUZZ_UTF8_HPP
#define FOLDWISE_FUZZ_UTF8_HPP

#include <foldwise/base/utf8.hpp>

#include <string_view>

namespace fuzz {

inline bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const c = foldwise::utf8_character_at(text, at);
        if (!c.is_well_formed) return false;
        at += c.size;
    }
    return true;
}

} // namespace fuzz

#endif
