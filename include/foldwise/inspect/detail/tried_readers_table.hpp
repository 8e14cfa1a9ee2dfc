#ifndef FOLDWISE_INSPECT_DETAIL_TRIED_READERS_TABLE_HPP
#define FOLDWISE_INSPECT_DETAIL_TRIED_READERS_TABLE_HPP

// Written by tests/readers/run.py.

#include <foldwise/diagnostic/diagnostic_code.hpp>

#include <cstdint>
#include <string_view>

namespace foldwise::detail {

using std::literals::string_view_literals::operator""sv;

/// The programs that read the messages of tests/readers, with their versions.
inline constexpr std::string_view tried_readers[] = {
    "Python email 3.11.2"sv,
};

/// Which of them take which reading: bit n stands for program n.
struct tried_code {
    diagnostic_code code;
    std::uint32_t first;
    std::uint32_t second;
};

inline constexpr tried_code tried_codes[] = {
    {diagnostic_code::bare_cr, 0x0, 0x1},
};

} // namespace foldwise::detail

#endif
