#ifndef FOLDWISE_FUZZ_BY_ICONV_HPP
#define FOLDWISE_FUZZ_BY_ICONV_HPP

#include "properties.hpp"

#include <cstdint> // defines __GLIBC__

#if defined(__GLIBC__)

#include <iconv.h>
#include <optional>
#include <string>
#include <string_view>

namespace fuzz {

/// A conversion to UTF-8 that stays open, since opening one loads a library, which takes longer
/// than decoding an input.
inline ::iconv_t opened(char const* name) {
    auto const descriptor = ::iconv_open("UTF-8", name);
    REQUIRE_PROPERTY(reinterpret_cast<std::intptr_t>(descriptor) != -1);
    return descriptor;
}

/// The text that iconv returns for `octets`, if it accepts all of them.
inline std::optional<std::string> by_iconv(::iconv_t descriptor, std::string_view octets) {
    ::iconv(descriptor, nullptr, nullptr, nullptr, nullptr); // to its initial state
    std::string text(4 * octets.size() + 16, '\0');
    auto* in = const_cast<char*>(octets.data()); // nothing is written there
    auto in_left = octets.size();
    auto* to = text.data();
    auto room = text.size();
    bool const is_text = ::iconv(descriptor, &in, &in_left, &to, &room) == 0;
    ::iconv(descriptor, nullptr, nullptr, &to, &room);
    if (!is_text) return std::nullopt;
    text.resize(text.size() - room);
    return text;
}

} // namespace fuzz

#endif

#endif
