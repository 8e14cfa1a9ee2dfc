#ifndef FOLDWISE_INSPECT_DETAIL_MESSAGE_DIAGNOSIS_HPP
#define FOLDWISE_INSPECT_DETAIL_MESSAGE_DIAGNOSIS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/charset/undeclared_charset.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/inspect/detail/body_diagnosis.hpp>
#include <foldwise/inspect/detail/diagnostic_sink.hpp>
#include <foldwise/inspect/detail/field_name_check.hpp>
#include <foldwise/inspect/detail/field_readers.hpp>
#include <foldwise/inspect/detail/file_name_check.hpp>
#include <foldwise/inspect/detail/line_check.hpp>
#include <foldwise/inspect/detail/section_check.hpp>
#include <foldwise/inspect/detail/sender_doubts.hpp>
#include <foldwise/inspect/detail/signatures_diagnosis.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/diagnose_bodies.hpp>
#include <foldwise/mime/diagnose_parts.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>
#include <foldwise/words/text_options.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Diagnoses a message, or a part of one, piece by piece: see diagnose().
template <class Sink>
class message_diagnosis {
  public:
    constexpr message_diagnosis(entity const& root, Sink& sink,
                                text_options const& options) noexcept
        : root_{root}, whole_{root.raw()}, sink_{sink}, options_{options},
          starts_with_crlf_{line{whole_.substr(0, scan::line_feed(whole_, 0) + 1)}.ending() ==
                            line_ending::crlf} {}

    constexpr void run() {
        auto const in_parts = [this](diagnostic const& problem) {
            // content_type::diagnose() has reported it.
            if (problem.code != diagnostic_code::boundary_missing) sink_(problem);
        };
        diagnose_parts(root_, in_parts, [this](entity_piece const& piece, entity const& part) {
            read(piece, part);
            return !sink_.is_stopped();
        });
        if (sink_.is_stopped()) return;
        diagnose_bodies(root_, sink_);
        if (is_message(root_) && !sink_.is_stopped()) diagnose_signatures(message{whole_}, sink_);
    }

  private:
    static constexpr bool is_message(entity const& part) noexcept {
        return part.header().place() == header_place::message_start;
    }

    constexpr void read(entity_piece const& piece, entity const& part) {
        switch (piece.kind) {
        case piece_kind::header: read_header(part); break;
        case piece_kind::body: read_body(part); break;
        case piece_kind::preamble:
        case piece_kind::epilogue: read_lines(piece.raw, transfer_encoding::eight_bit); break;
        default: break;
        }
    }

    constexpr void read_header(entity const& part) {
        bool const in_message = is_message(part);
        auto place = !in_message                     ? field_place::elsewhere
                     : part.depth() == root_.depth() ? field_place::start_of_message
                                                     : field_place::start_of_attached_message;
        line_check<Sink> lines{whole_, {.is_header = true}, sink_};
        for (auto const f : part.header()) {
            diagnose_field_name(whole_, f, place, sink_);
            auto const start = offset_of(whole_, f.raw());
            bool const has_mark = place != field_place::elsewhere && starts_with_mark(f);
            auto const mark = has_mark ? utf8_byte_order_mark.size() : 0;
            report_high(lines.check(start + mark, start + f.raw().size()));
            place = field_place::elsewhere;
            // Other fields of a part that is not a message mean nothing (RFC 2046 section 5.1).
            if (in_message || is_about_content(f))
                diagnose_typed_value(f, text_sink{sink_, offset_of(whole_, f.raw_value())},
                                     options_);
            if (sink_.is_stopped()) return;
        }
        if (in_message) diagnose_sender(whole_, part.header(), sink_);
        diagnose_file_names(whole_, part, sink_);
        diagnose_line_endings(whole_, part.header().raw(), sink_);
        if (in_message)
            check_section(part.header(), text_sink{sink_, offset_of(whole_, part.header().raw())},
                          part.depth() != root_.depth());
    }
    static constexpr bool starts_with_mark(field const& f) noexcept {
        return f.raw().starts_with(utf8_byte_order_mark);
    }
    constexpr void report_high(high_octets const& octets) {
        if (octets.end == 0) return;
        auto const size = octets.end - octets.first;
        utf8_check check;
        check.take(whole_.substr(octets.first, size));
        check.finish();
        auto const code =
            check.is_valid() ? diagnostic_code::header_utf8 : diagnostic_code::header_octet;
        sink_(diagnostic{code, octets.first, size});
    }
    static constexpr bool is_about_content(field const& f) noexcept {
        constexpr std::string_view prefix = "Content-";
        return ascii_istarts_with(f.name(), prefix);
    }

    constexpr void read_body(entity const& part) {
        auto const body = part.raw_body();
        read_lines(body, part.encoding());
        if (sink_.is_stopped()) return;
        diagnose_body(part, text_sink{sink_, offset_of(whole_, body)}, options_);
        auto const type = part.content_type();
        bool const is_header =
            type.is("text", "rfc822-headers") || type.is("message", "global-headers");
        if (is_header && !is_encoded(part.encoding())) read_returned_header(message{body}.header());
    }
    /// Reads the header section of a returned message, which is the body of a part (RFC 6522
    /// section 4). Its lines have been checked with that body.
    constexpr void read_returned_header(header_section const& header) {
        for (auto const f : header) {
            if (sink_.is_stopped()) return;
            diagnose_field_name(whole_, f, field_place::elsewhere, sink_);
            diagnose_typed_value(f, text_sink{sink_, offset_of(whole_, f.raw_value())}, options_);
        }
    }
    /// Checks the lines of a body, preamble or epilogue. A body that is declared to be binary may
    /// have any octets, so it is not checked.
    constexpr void read_lines(std::string_view text, transfer_encoding encoding) {
        if (encoding == transfer_encoding::binary) return;
        auto const start = offset_of(whole_, text);
        line_rules const rules{.has_crlf = starts_with_crlf_,
                               .has_advised_limit = !is_encoded(encoding)};
        auto const octets =
            line_check<Sink>{whole_, rules, sink_}.check(start, start + text.size());
        if (octets.end != 0 && encoding == transfer_encoding::seven_bit)
            sink_(diagnostic{diagnostic_code::body_octet, octets.first, octets.end - octets.first});
    }

    entity const& root_;
    std::string_view whole_;
    Sink& sink_;
    text_options const& options_;
    bool starts_with_crlf_; // whether the first line ends with CRLF
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
