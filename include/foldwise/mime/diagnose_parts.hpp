#ifndef FOLDWISE_MIME_DIAGNOSE_PARTS_HPP
#define FOLDWISE_MIME_DIAGNOSE_PARTS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/detail/message_subtypes.hpp>
#include <foldwise/mime/detail/multipart_subtypes.hpp>
#include <foldwise/mime/detail/open_boundaries.hpp>
#include <foldwise/mime/detail/repeated_fields.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_pieces.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

template <class Report>
class parts_diagnosis {
  public:
    parts_diagnosis() = delete;
    constexpr parts_diagnosis(std::string_view whole, Report& report) noexcept
        : whole_{whole}, report_{report} {}

    constexpr void read(entity_piece_walker const& at) {
        auto const piece = at.current();
        switch (piece.kind) {
        case piece_kind::header:
            if (auto const& places = at.places(); places.lacks_empty_line())
                problem(header_ended_by_delimiter, line_at(at.bytes(), places.body));
            // Of the message itself, diagnose() reports it.
            if (at.depth() != 0 && at.places().starts_message &&
                piece.raw.starts_with(utf8_byte_order_mark))
                problem(diagnostic_code::byte_order_mark, piece.raw.substr(0, 3));
            check_fields(piece.raw, at.depth() == 0 || at.places().starts_message);
            check_header(piece.raw, at);
            check_encoding(piece.raw, at);
            check_lines(piece.raw, at.boundaries());
            break;
        case piece_kind::body:
            if (is_external_body_) check_external_body(message{piece.raw}.header());
            check_lines(piece.raw, at.boundaries());
            break;
        case piece_kind::preamble: check_lines(piece.raw, at.boundaries()); break;
        case piece_kind::delimiter: check_delimiter(piece.raw); break;
        case piece_kind::close_delimiter:
            check_delimiter(piece.raw);
            closed_ = piece.raw;
            break;
        case piece_kind::epilogue:
            if (before_ == piece_kind::close_delimiter)
                check_epilogue(piece.raw);
            else
                problem(diagnostic_code::multipart_not_closed, piece.raw);
            check_lines(piece.raw, at.boundaries());
            break;
        case piece_kind::separator:
        case piece_kind::end: break;
        }
        before_ = piece.kind;
    }

  private:
    using enum diagnostic_code;

    constexpr void problem(diagnostic_code code, std::string_view octets) {
        report_(diagnostic{code, offset_of(whole_, octets), octets.size()});
    }

    constexpr void check_fields(std::string_view header, bool is_message) {
        repeated_fields seen{is_message};
        for (auto const f : header_section{header})
            if (seen.repeats(f.name())) problem(field_duplicate, f.raw());
    }

    constexpr void check_header(std::string_view header, entity_piece_walker const& at) {
        auto const& places = at.places();
        auto const type = places.content_type();
        auto const field = places.type.empty() ? header : places.type;
        bool const is_multipart = type.is("multipart");
        bool const is_global = type.is("message", "global");
        bool const is_message = is_global || type.is("message", "rfc822");
        is_external_body_ = is_external_body(type);
        if (is_external_body_ || is_partial(type)) check_reference(type, places.encoding, field);
        if (!is_multipart && !is_message) return;
        if (is_multipart && is_encoded(places.encoding)) problem(multipart_encoded, field);
        if (auto const missing = is_multipart ? missing_parameter(type) : std::nullopt)
            problem(*missing, field);
        if (places.kind != entity_kind::leaf) {
            if (is_multipart && at.boundaries().is_innermost_ambiguous())
                problem(boundary_not_unique, field);
        } else if (places.is_at_limit) {
            problem(entity_too_deep, field);
        } else if (is_message) {
            // RFC 6532 section 3.7 allows message/global to be encoded.
            problem(is_global ? body_encoded : message_encoded, field);
        } else if (type.boundary()) {
            problem(multipart_without_part, field);
        } else {
            problem(boundary_missing, field);
        }
    }

    /// Checks a message/partial or message/external-body.
    constexpr void check_reference(content_type const& type, transfer_encoding encoding,
                                   std::string_view field) {
        if (encoding != transfer_encoding::seven_bit) problem(message_encoding_forbidden, field);
        if (!has_required_parameters(type))
            problem(message_parameter_missing, field);
        else if (is_partial(type) && !is_fragment_number(type))
            problem(fragment_number_malformed, field);
    }
    /// `header` is that of the data elsewhere (RFC 2046 section 5.2.3).
    constexpr void check_external_body(header_section const& header) {
        if (!header.find("Content-ID"))
            problem(external_body_without_id, header.raw().substr(header.raw().size()));
    }

    /// Reports a part that declares more than the entity that contains it (RFC 2045 section 6.4).
    constexpr void check_encoding(std::string_view header, entity_piece_walker const& at) {
        auto const& places = at.places();
        auto const domain = encoding_domain(places.encoding);
        auto const depth = at.depth();
        if (depth != 0 && depth <= deepest_entity && domain > domains_[depth - 1])
            if (auto const declared = header_section{header}.find("Content-Transfer-Encoding"))
                problem(part_encoding_wider, declared->raw());
        if (depth < deepest_entity) domains_[depth] = domain;
    }

    /// Reports white space after a boundary, which those who write messages must not add.
    constexpr void check_delimiter(std::string_view delimiter) {
        auto const line = without_ending(delimiter);
        auto const text = trim_end(line, wsp);
        if (text.size() != line.size()) problem(delimiter_white_space, line.substr(text.size()));
    }

    /// Reports the first line that other readers may mistake for a delimiter line.
    constexpr void check_lines(std::string_view text, open_boundaries const& open) {
        if (open.empty()) return;
        for (std::size_t at = 0; at < text.size();) {
            auto const line = line_at(text, at);
            if (line.starts_with("--") && open.has_start_of(line)) {
                problem(delimiter_with_text, line);
                return;
            }
            at = next_dash(text, at);
        }
    }

    /// Reports the first line of an epilogue that starts like a delimiter line of its multipart.
    constexpr void check_epilogue(std::string_view text) {
        auto const dashes = closed_.find("--");
        auto const delimiter = closed_.substr(dashes, closed_.rfind("--") - dashes);
        for (std::size_t at = 0; at < text.size();) {
            auto const line = line_at(text, at);
            if (line.starts_with(delimiter)) {
                problem(delimiter_after_close, line);
                return;
            }
            at = next_dash(text, at);
        }
    }

    /// The line at `at`, without its ending.
    static constexpr std::string_view line_at(std::string_view text, std::size_t at) noexcept {
        return without_ending(text.substr(at, scan::line_feed(text, at) + 1 - at));
    }
    /// The start of the next line that begins with "-", or the end of the text.
    static constexpr std::size_t next_dash(std::string_view text, std::size_t at) noexcept {
        auto const found = scan::octet_pair<'\n', '-'>(text, at);
        return found < text.size() ? found + 1 : found;
    }

    std::string_view whole_;
    Report& report_;
    piece_kind before_ = piece_kind::end;
    std::string_view closed_; // the last close-delimiter
    bool is_external_body_ = false;
    unsigned char domains_[deepest_entity] = {}; // what the entities around this one declare
};

} // namespace detail

/// Calls `report` with a diagnostic for everything that is wrong or ambiguous in how an entity is
/// split into parts, at all levels. The first group covers the Content-Type field, or the header
/// section if there is no such field:
///
///     boundary_missing        a multipart without a boundary; it is a leaf
///     multipart_without_part  a multipart in which no delimiter line starts a part; it is a leaf
///     multipart_encoded       a multipart in base64 or quoted-printable; it is not decoded
///     message_encoded         a message in base64 or quoted-printable; it is a leaf
///     body_encoded            the same of message/global, for which it is allowed
///     entity_too_deep         a multipart or message at the depth limit; it is a leaf
///     boundary_not_unique     a boundary that equals or starts with that of an enclosing multipart
///     message_encoding_forbidden
///                             a message/partial or message/external-body that is not in 7bit
///     message_parameter_missing
///                             one of these without a parameter that it must have
///     fragment_number_malformed
///                             a message/partial whose number is not from 1 to its total
///     security_parameter_missing
///                             a multipart/signed or multipart/encrypted without protocol, or a
///                             multipart/signed without micalg
///     report_type_missing     a multipart/report without report-type
///     related_type_missing    a multipart/related without type
///
/// Two cover a field:
///
///     part_encoding_wider     a Content-Transfer-Encoding that is 8bit or binary, though that of
///                             the multipart or message around the part is not
///     field_duplicate         another field of a kind that may occur only once, in the header
///                             section of a message (From, Date, Content-Type ...) or of another
///                             part (Content-Type, Content-ID ...)
///
/// The next group covers a line, without its line ending:
///
///     header_ended_by_delimiter
///                             a delimiter line of a multipart in its own header section, which
///                             ends there: there is no empty line before the body
///     delimiter_with_text     a line that starts like a delimiter line of an open multipart, or of
///                             the innermost one in other case, but is not one; only the first in
///                             each body, preamble, epilogue and header
///     delimiter_after_close   a line in an epilogue that starts like a delimiter line of its
///                             multipart; only the first in each epilogue
///
/// One covers white space:
///
///     delimiter_white_space   white space at the end of a delimiter line
///
/// The last ones have length 0, at the place of what is missing:
///
///     external_body_without_id
///                             no Content-ID in the header section in a message/external-body
///     multipart_not_closed    a multipart without a close-delimiter
///
/// Offsets count from the start of root.raw(). O(root.raw()): it costs two walks. Allocates
/// nothing.
template <class Report>
constexpr void diagnose_parts(entity const& root, Report&& report) {
    detail::parts_diagnosis<std::remove_reference_t<Report>> diagnosis{root.raw(), report};
    for (detail::entity_piece_walker at{root.known()}; !at.at_end(); at.advance())
        diagnosis.read(at);
}

/// As above, but before it reports the problems of a piece (see entity::pieces()), it calls
/// `visit(piece, part)`. `part` is the entity whose header section came last: the one that a header
/// section, separator, preamble or body belongs to. Stops if `visit` returns false.
template <class Report, class Visit>
constexpr void diagnose_parts(entity const& root, Report&& report, Visit&& visit) {
    detail::parts_diagnosis<std::remove_reference_t<Report>> diagnosis{root.raw(), report};
    entity part;
    for (detail::entity_walker at{root}; !at.at_end(); at.advance_piece()) {
        if (at.pieces().kind() == piece_kind::header) part = at.current();
        if (!visit(at.pieces().current(), part)) return;
        diagnosis.read(at.pieces());
    }
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
