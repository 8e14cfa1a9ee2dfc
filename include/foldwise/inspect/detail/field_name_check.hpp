#ifndef FOLDWISE_INSPECT_DETAIL_FIELD_NAME_CHECK_HPP
#define FOLDWISE_INSPECT_DETAIL_FIELD_NAME_CHECK_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/field.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Where a field is: whether it is the first one of a message, or of one that is attached.
enum class field_place : unsigned char { elsewhere, start_of_message, start_of_attached_message };

/// Reports the problems of the name of a field. Offsets count from the start of `whole`. O(name).
template <class Report>
constexpr void diagnose_field_name(std::string_view whole, field const& f, field_place place,
                                   Report& report) {
    auto const raw = f.raw();
    auto const start = offset_of(whole, raw);
    // diagnose_parts() reports the mark of an attached message.
    if (place == field_place::start_of_message && raw.starts_with(utf8_byte_order_mark))
        report(diagnostic{diagnostic_code::byte_order_mark, start, utf8_byte_order_mark.size()});
    auto const name_end = offset_of(raw, f.name()) + f.name().size();
    if (!f.has_name()) {
        bool const is_from_line = place != field_place::elsewhere && raw.starts_with("From ");
        auto const code =
            is_from_line ? diagnostic_code::mbox_from_line : diagnostic_code::field_without_name;
        report(diagnostic{code, start, raw.size()});
    } else if (raw[name_end] != ':') {
        auto const colon = scan::not_in(wsp, raw, name_end);
        report(diagnostic{diagnostic_code::space_before_colon, start + name_end, colon - name_end});
    }
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
