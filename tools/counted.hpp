#ifndef FOLDWISE_TOOLS_COUNTED_HPP
#define FOLDWISE_TOOLS_COUNTED_HPP

#include <cstdint>
#include <string>
#include <string_view>

namespace tool {

/// A number and a noun, which is given in the singular: "1 octet", "2 octets".
inline std::string counted(std::uint64_t number, std::string_view noun) {
    return std::to_string(number).append(" ").append(noun).append(number == 1 ? "" : "s");
}

/// "(1 event is left out)", "(2 events are left out)".
inline std::string left_out_text(std::uint64_t number, std::string_view noun) {
    return '(' + counted(number, noun) + (number == 1 ? " is" : " are") + " left out)";
}

} // namespace tool

#endif
