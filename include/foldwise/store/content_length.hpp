#ifndef FOLDWISE_STORE_CONTENT_LENGTH_HPP
#define FOLDWISE_STORE_CONTENT_LENGTH_HPP

#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>

namespace foldwise::inline FOLDWISE_ABI {

/// The size of the body according to the Content-Length fields of `message`. RFC 5322 does not
/// define the field; the mboxcl formats use it.
///     Content-Length = *WSP 1*DIGIT *WSP
/// An error: content_length_missing if there is no such field; content_length_malformed if a value
/// is not a number or does not fit into std::size_t; content_length_conflict if several fields
/// differ. Offsets count from the start of the message. O(header).
constexpr result<std::size_t> content_length(message const& message) noexcept {
    optional<std::size_t> found;
    for (auto const field : message.header().find_all("Content-Length")) {
        diagnostic problem{diagnostic_code::content_length_malformed,
                           message.offset_of(field.raw()), field.raw().size()};
        auto const digits = field.value().contiguous();
        constexpr std::uint64_t most = (std::numeric_limits<std::size_t>::max)();
        auto const value = digits ? read_decimal(*digits, most) : std::nullopt;
        if (!value) return problem;
        problem.code = diagnostic_code::content_length_conflict;
        if (found && *found != *value) return problem;
        found = static_cast<std::size_t>(*value);
    }
    if (found) return *found;
    return diagnostic{diagnostic_code::content_length_missing, 0, 0};
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
