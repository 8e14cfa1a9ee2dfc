#ifndef FOLDWISE_DATE_FIELDS_HPP
#define FOLDWISE_DATE_FIELDS_HPP

#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>

#include <string_view>

namespace foldwise {

// Fields that hold a date (RFC 5322 sections 3.6.1 and 3.6.6, RFC 2156).

template <>
struct field_type<"Date"> {
    static constexpr result<date_time> read(field const& f) noexcept {
        return read_date_time(f.raw_value());
    }
};
template <>
struct field_type<"Resent-Date"> {
    static constexpr result<date_time> read(field const& f) noexcept {
        return read_date_time(f.raw_value());
    }
};
template <>
struct field_type<"Delivery-Date"> {
    static constexpr result<date_time> read(field const& f) noexcept {
        return read_date_time(f.raw_value());
    }
};
template <>
struct field_type<"Expires"> {
    static constexpr result<date_time> read(field const& f) noexcept {
        return read_date_time(f.raw_value());
    }
};

} // namespace foldwise

#endif
