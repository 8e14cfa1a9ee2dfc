#ifndef FOLDWISE_WORDS_FIELDS_HPP
#define FOLDWISE_WORDS_FIELDS_HPP

#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>
#include <foldwise/message/unfold.hpp>

#include <string_view>

namespace foldwise {

// Unstructured fields (RFC 5322 sections 2.2.1 and 3.6.5, RFC 2045 section 8).

template <>
struct field_type<"Subject"> {
    static constexpr unfolded read(field const& f) noexcept { return f.value(); }
};
template <>
struct field_type<"Comments"> {
    static constexpr unfolded read(field const& f) noexcept { return f.value(); }
};
template <>
struct field_type<"Content-Description"> {
    static constexpr unfolded read(field const& f) noexcept { return f.value(); }
};

} // namespace foldwise

#endif
