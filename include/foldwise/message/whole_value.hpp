#ifndef FOLDWISE_MESSAGE_WHOLE_VALUE_HPP
#define FOLDWISE_MESSAGE_WHOLE_VALUE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/unfold.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The diagnostic `code` of a field's raw_value() that cannot be read. It covers the value without
/// the folding white space at both ends; if there is nothing else, it is empty and at the end.
///     whole_value(diagnostic_code::keyword_malformed, " high \r\n fever")  ->  offset 1, length 13
/// Costs time in proportion to that white space. Borrows nothing.
constexpr diagnostic whole_value(diagnostic_code code, std::string_view value) noexcept {
    auto const text = trim_fws(value);
    return {code, offset_of(value, text), text.size()};
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
