#ifndef FOLDWISE_WORDS_ENCODED_WORD_CHECK_HPP
#define FOLDWISE_WORDS_ENCODED_WORD_CHECK_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/transfer/diagnose_base64.hpp>
#include <foldwise/transfer/quoted_printable.hpp>
#include <foldwise/words/decoded_words.hpp>
#include <foldwise/words/detail/word_places.hpp>
#include <foldwise/words/encoded_word.hpp>
#include <foldwise/words/word_segments.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Counts control characters in UTF-8 that arrives in pieces: C0 except HTAB, DEL, and C1, which is
/// U+0080 to U+009F, encoded as C2 80 to C2 9F.
class control_finder {
  public:
    constexpr void take(std::string_view utf8) noexcept {
        constexpr auto controls = ctl - char_class{"\t"};
        for (char const octet : utf8) {
            auto const value = static_cast<unsigned char>(octet);
            if (controls.contains(octet) || (before_ == 0xC2 && value < 0xA0)) ++found_;
            before_ = value;
        }
    }
    constexpr std::size_t found() const noexcept { return found_; }

  private:
    unsigned char before_ = 0;
    std::size_t found_ = 0;
};

/// Reports the problems of a text that may contain encoded-words. One type for all kinds of text,
/// so that the checks are compiled once for each reporter.
template <class Report>
class word_check {
  public:
    constexpr word_check(std::string_view value, word_surroundings const& surroundings,
                         Report& report) noexcept
        : value_{value}, surroundings_{surroundings}, report_{report} {}

    /// `reader` reads the value.
    template <class Segments>
    constexpr void run(segment_reader<Segments>&& reader) {
        for (auto at = reader.segments(); !at.at_end(); at.advance()) {
            auto next = at.current();
            bool const is_undeclared = next.is_undeclared();
            next.charset = reader.charset_of(next);
            bool const goes_on = segment_.is_decoded_with(next);
            bool const is_first = next.piece != word_piece::later;
            if (!goes_on) finish();
            if (goes_on && is_first && next.is_word()) check_join(next);
            if (is_first) check(next);
            if (!goes_on) start(next, reader.decoder_of(next.charset));
            segment_ = next;
            is_undeclared_ = is_undeclared;
            if (next.kind != segment_kind::gap) place_ = next.raw();
            decode();
        }
        finish();
    }

  private:
    /// Reports a problem of `octets`, which are a part of the value.
    constexpr void report(diagnostic_code code, std::string_view octets) const {
        report_(diagnostic{code, offset_of(value_, octets), octets.size()});
    }

    // ---- Problems of a segment before it is decoded.

    constexpr void check(word_segment const& segment) const {
        switch (segment.kind) {
        case segment_kind::gap:
        case segment_kind::quoted_text: break;
        case segment_kind::text: check_text(segment.octets); break;
        case segment_kind::word: check_word(segment); break;
        case segment_kind::unread_word:
            report(segment.stated != charset::replacement
                       ? diagnostic_code::encoded_word_not_converted
                       : diagnostic_code::encoded_word_charset_unknown,
                   segment.raw());
            break;
        }
    }

    constexpr void check_text(std::string_view text) const {
        for (auto at = scan::octet_pair<'=', '?'>(text, 0); at < text.size();) {
            auto size = read_word_prefix(text.substr(at)).size;
            if (size == 0) size = size_like_word(text, at);
            if (size != 0) report(diagnostic_code::encoded_word_malformed, text.substr(at, size));
            at = scan::octet_pair<'=', '?'>(text, at + 2);
        }
    }

    /// The size of the text at `at` up to white space, if that is around it and it ends like an
    /// encoded-word ("=?a?="); else 0 (RFC 2047 section 7).
    static constexpr std::size_t size_like_word(std::string_view text, std::size_t at) noexcept {
        if (at != 0 && !fws_octets.contains(text[at - 1])) return 0;
        auto const word = text.substr(at, scan::in(fws_octets, text, at) - at);
        return word.size() > 4 && word.ends_with("?=") ? word.size() : 0;
    }

    constexpr void check_word(word_segment const& segment) const {
        auto const raw = segment.word;
        encoded_word const word{raw, read_word_prefix(raw).label_size};
        if (segment.is_quoted)
            report(diagnostic_code::encoded_word_in_quotes, raw);
        else if (!is_separated(raw))
            report(diagnostic_code::encoded_word_not_separated, raw);
        if (raw.size() > encoded_word_limit && unfolded{raw}.length() > encoded_word_limit)
            report(diagnostic_code::encoded_word_too_long, raw);
        if (auto const label = word.charset_label();
            scan::in(char_class{":."}, label, 0) != label.size())
            report(diagnostic_code::encoded_word_charset_name, label);
        else if (!is_registered_label(label))
            report(diagnostic_code::charset_label_unregistered, label);
        auto const text = word.encoded_text();
        if (scan::in(fws_octets, text, 0) != text.size())
            report(diagnostic_code::encoded_word_white_space, raw);
        if (text.empty()) report(diagnostic_code::encoded_word_text_malformed, raw);
        if (word.encoding() == word_encoding::b)
            check_base64(text, segment.continues || segment.is_continued);
        else
            check_q_encoding(text, segment);
    }
    /// Whether there is nothing around a word that RFC 2047 section 5 forbids.
    constexpr bool is_separated(std::string_view word) const noexcept {
        auto const at = offset_of(value_, word);
        auto const end = at + word.size();
        return (at == 0 || surroundings_.before.contains(value_[at - 1])) &&
               (end == value_.size() || surroundings_.after.contains(value_[end]));
    }
    constexpr void check_base64(std::string_view text, bool is_joined) const {
        auto const start = offset_of(value_, text);
        diagnose_base64(text, [this, start, is_joined](diagnostic problem) {
            problem.offset += start;
            if (problem.code == diagnostic_code::base64_octet ||
                (!is_joined && problem.code != diagnostic_code::encoded_line_too_long))
                report_(problem);
        });
    }
    constexpr void check_q_encoding(std::string_view text, word_segment const& segment) const {
        auto const allowed =
            segment.is_quoted ? vchar - char_class{"?\"\\"} : surroundings_.allowed;
        auto const at = scan::not_in(allowed + fws_octets, text, 0);
        if (at != text.size())
            report(diagnostic_code::encoded_word_text_malformed, text.substr(at, 1));
        auto const end = text.size() - (segment.is_continued ? open_escape_size(text) : 0);
        constexpr auto lower = char_class::range('a', 'f');
        bool has_lower_case = false;
        for (auto sign = scan::octet(text, '=', 0); sign < end;
             sign = scan::octet(text, '=', sign + 1)) {
            if (text.size() - sign < 3 || hex_octet(text[sign + 1], text[sign + 2]) >= 256)
                report(diagnostic_code::qp_escape_malformed, text.substr(sign, 1));
            else if (lower.contains(text[sign + 1]) || lower.contains(text[sign + 2]))
                has_lower_case = true;
        }
        if (has_lower_case) report(diagnostic_code::encoded_word_lower_case, segment.word);
    }

    /// Reports what is split between the last word and the next one.
    constexpr void check_join(word_segment const& next) const {
        if (next.continues)
            report(diagnostic_code::encoded_word_text_split, segment_.raw());
        else if (is_in_character())
            report(diagnostic_code::encoded_word_split_character, segment_.raw());
    }

    // ---- Problems of the decoded text.

    constexpr void start(word_segment const& first, charset_decoder const& decoder) noexcept {
        decoder_ = decoder;
        controls_ = {};
        first_ = first;
    }
    FOLDWISE_NOINLINE constexpr void decode() {
        auto const replaced = decoder_.replaced();
        auto const controls = controls_.found();
        constexpr std::size_t most = 256;
        char octets[most] = {};
        char utf8[charset_decoder::max_size(most)] = {};
        bool is_ascii = true;
        for (octets_.start(segment_); !octets_.at_end();) {
            auto const taken = octets_.take(octets, most);
            if (is_undeclared_ && ascii_end(taken, 0) != taken.size()) is_ascii = false;
            auto const size = decoder_.write(taken, utf8);
            if (segment_.is_word()) controls_.take(octets_at(utf8, size));
        }
        if (decoder_.replaced() != replaced)
            report_place(diagnostic_code::charset_octets_replaced);
        else if (!is_ascii)
            note_undeclared();
        if (controls_.found() != controls) report_control(segment_.raw());
    }
    /// Reports a word, once: a fold inside divides it into pieces.
    constexpr void report_control(std::string_view word) {
        if (word.data() == reported_control_) return;
        reported_control_ = word.data();
        report(diagnostic_code::encoded_word_control, word);
    }
    /// Reports `place_`, once: it may have several pieces, and an incomplete character at its end.
    constexpr void report_place(diagnostic_code code) {
        if (place_.data() == reported_place_ && code == reported_code_) return;
        reported_place_ = place_.data();
        reported_code_ = code;
        report(code, place_);
    }
    /// Reports octets beyond ASCII that declare no charset, if they are read in the fallback. UTF-8
    /// is reported only in encoded-words (see finish): elsewhere it needs no charset (RFC 6532
    /// section 3.1).
    constexpr void note_undeclared() {
        if (segment_.charset != charset::utf_8)
            report_place(diagnostic_code::charset_fallback);
        else if (segment_.is_word() && undeclared_.empty())
            undeclared_ = place_;
    }
    /// Whether the last character is incomplete. False with a converter, which cannot tell.
    constexpr bool is_in_character() const noexcept {
        if (!is_built_in(segment_.charset)) return false;
        auto decoder = decoder_;
        char utf8[charset_decoder::max_size(0)] = {};
        return decoder.finish(utf8) != 0;
    }
    constexpr void finish() {
        auto const replaced = decoder_.replaced();
        char utf8[charset_decoder::max_size(0)] = {};
        decoder_.finish(utf8);
        if (decoder_.replaced() != replaced)
            report_place(diagnostic_code::charset_octets_replaced);
        else if (replaced == 0 && !undeclared_.empty())
            report(diagnostic_code::charset_undeclared, undeclared_);
        undeclared_ = {};
        decoder_.diagnose([this](diagnostic const& problem) {
            if (problem.code == diagnostic_code::charset_byte_order_missing)
                report(problem.code, first_.raw());
        });
    }

    std::string_view value_;
    word_surroundings const& surroundings_;
    Report& report_;
    word_segment segment_;        // the last segment
    std::string_view undeclared_; // the first word in US-ASCII that has octets of UTF-8, if any
    bool is_undeclared_ = false;  // see word_segment; segment_ has the charset that was chosen
    std::string_view place_;      // the last segment that is in the value, unlike a gap
    char const* reported_control_ = nullptr; // the last word with a control character
    char const* reported_place_ = nullptr;   // by report_place()
    diagnostic_code reported_code_ = diagnostic_code::charset_fallback;
    word_segment first_; // the first segment that `decoder_` has read
    segment_octets octets_;
    charset_decoder decoder_;
    control_finder controls_;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
