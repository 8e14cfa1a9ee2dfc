#ifndef FOLDWISE_INSPECT_DETAIL_DOCUMENTED_READERS_TABLE_HPP
#define FOLDWISE_INSPECT_DETAIL_DOCUMENTED_READERS_TABLE_HPP

#include <foldwise/diagnostic/diagnostic_code.hpp>

#include <string_view>

namespace foldwise::detail {

using std::literals::string_view_literals::operator""sv;

/// Which reading of an ambiguous place a program takes, and who says so.
struct documented_reader {
    diagnostic_code code;
    bool is_second; ///< whether it takes the second reading
    std::string_view name;
    std::string_view source;
};

inline constexpr documented_reader documented_readers[] = {
    {diagnostic_code::field_duplicate, true, "nodemailer mailparser"sv,
     "nodemailer/mailparser issue 403"sv},
};

} // namespace foldwise::detail

#endif
