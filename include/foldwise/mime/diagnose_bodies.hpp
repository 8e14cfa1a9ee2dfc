#ifndef FOLDWISE_MIME_DIAGNOSE_BODIES_HPP
#define FOLDWISE_MIME_DIAGNOSE_BODIES_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/detail/sorted_parts.hpp>
#include <foldwise/mime/entity.hpp>

#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

template <class Report>
class bodies_diagnosis {
  public:
    bodies_diagnosis() = delete;
    constexpr bodies_diagnosis(std::string_view whole, Report& report) noexcept
        : whole_{whole}, report_{report} {}

    constexpr void read(sorted_parts<rfc8621_rule>& at) {
        auto const& part = at.current();
        auto const type = part.content_type();
        if (at.start() == related_start::missing_part)
            problem(related_root_missing, part, "Content-Type");
        if (at.start() == related_start::later_part)
            problem(related_root_not_first, part, "Content-Type");
        if (!part.is_leaf()) return;
        if (is_text(type) && !is_plain(type) && !is_html(type))
            problem(text_subtype_unknown, part, "Content-Type");
        if (at.is_hidden_blank_alternative()) problem(alternative_blank, part.raw_body());
        if (at.is_only_text()) problem(body_text_elsewhere, part.raw_body());
        if (is_said_to_be_attachment(part) && at.is_linked_image())
            problem(attachment_linked, part, "Content-Disposition");
    }

  private:
    using enum diagnostic_code;

    constexpr void problem(diagnostic_code code, std::string_view octets) {
        report_(diagnostic{code, offset_of(whole_, octets), octets.size()});
    }
    constexpr void problem(diagnostic_code code, entity const& part, std::string_view name) {
        auto const field = part.header().find(name);
        problem(code, field ? field->raw() : part.header().raw());
    }

    std::string_view whole_;
    Report& report_;
};

} // namespace detail

/// Calls `report` with a diagnostic for each part that text_body(), html_body() and attachments()
/// treat in another way than other programs may. The first group covers the Content-Type field:
///
///     text_subtype_unknown    a text other than plain and HTML; it is read as text/plain
///     related_root_missing    a `start` parameter that names no part of its multipart/related
///     related_root_not_first  a `start` parameter that names a later part than the first
///
/// The second group covers the body:
///
///     alternative_blank       a blank text in a multipart/alternative, which is not shown
///     body_text_elsewhere     the text that is shown because the bodies have no text, or only
///                             white space
///
/// The last one covers the Content-Disposition field:
///
///     attachment_linked       an image that declares itself an attachment, and that HTML refers to
///
/// If a part has no such field, its header section is covered. Attached messages are not read.
/// Offsets count from the start of root.raw(). Costs as much as attachments(). Allocates nothing.
template <class Report>
constexpr void diagnose_bodies(entity const& root, Report&& report) {
    detail::bodies_diagnosis<std::remove_reference_t<Report>> diagnosis{root.raw(), report};
    for (detail::sorted_parts<rfc8621_rule> at{root, {}}; !at.at_end(); at.advance())
        diagnosis.read(at);
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
