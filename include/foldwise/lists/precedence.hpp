#ifndef FOLDWISE_LISTS_PRECEDENCE_HPP
#define FOLDWISE_LISTS_PRECEDENCE_HPP

#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/keyword.hpp>

#include <string_view>

namespace foldwise {

/// What a Precedence field says: of which class the message is. No RFC defines the field
/// (RFC 2076 lists it, as one to be avoided); sendmail made it known. To those who
/// answer automatically, bulk, junk and list say: do not (RFC 3834 section 2).
enum class precedence : unsigned char { bulk, junk, list, first_class, special_delivery };

/// The word in a Precedence field; `value` is its raw_value().
///     read_precedence("bulk")  ->  precedence::bulk
/// Case does not count, and comments and folding may stand around the word. Without a value
/// where there is anything else, such as "high": keyword_malformed, which covers the value.
/// O(value), nothing is allocated.
constexpr result<precedence> read_precedence(std::string_view value) noexcept {
    constexpr detail::keyword<precedence> known[] = {
        {"bulk", precedence::bulk},
        {"junk", precedence::junk},
        {"list", precedence::list},
        {"first-class", precedence::first_class},
        {"special-delivery", precedence::special_delivery},
    };
    return detail::read_keyword(value, known);
}

} // namespace foldwise

#endif
