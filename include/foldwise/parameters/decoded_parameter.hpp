#ifndef FOLDWISE_PARAMETERS_DECODED_PARAMETER_HPP
#define FOLDWISE_PARAMETERS_DECODED_PARAMETER_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/parameters/detail/parameter_words.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/parameters/parameter_text.hpp>
#include <foldwise/words/decoded_words.hpp>
#include <foldwise/words/encoded_word.hpp>
#include <foldwise/words/text_options.hpp>
#include <foldwise/words/word_segments.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Walks over the encoded-words of a parameter, and over the text between them. The pieces of a
/// word may be in several sections.
class parameter_word_walker {
  public:
    using source = parameter;

    constexpr parameter_word_walker() = default;
    constexpr parameter_word_walker(parameter const& p, charset_set readable) noexcept
        : at_{p.name_text().first_piece()}, readable_{readable}, stated_{stated_by(p.charset())} {
        if (readable.contains(stated_)) charset_ = decoded_as(stated_);
        find();
    }

    constexpr bool at_end() const noexcept { return current_.octets.empty(); }
    constexpr word_segment current() const noexcept { return current_; }
    constexpr void advance() noexcept {
        auto const size = current_.octets.size();
        at_.pass(size);
        left_ -= is_in_word_ ? size : 0;
        find();
    }

    struct place {
        std::size_t passed;
        bool is_at_end;
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept { return {at_.passed(), at_end()}; }

  private:
    /// Finds the segment at `at_`.
    constexpr void find() noexcept {
        do {
            if (is_in_word_ && left_ != 0) return take_piece();
            if (is_in_word_) end_word();
            current_ = {segment_kind::text, find_text(), charset_, stated_};
        } while (is_in_word_);
    }

    /// The text before the next word or the end of the piece. Starts the word if there is no text.
    constexpr std::string_view find_text() noexcept {
        auto const rest = at_.rest();
        for (auto sign = scan::octet(rest, '=', 0); sign < rest.size();
             sign = scan::octet(rest, '=', sign + 1)) {
            auto there = at_;
            there.pass(sign);
            auto const word = finder_.word_at(there);
            if (!word.is_found()) continue;
            if (sign == 0) start(word);
            return rest.substr(0, sign);
        }
        return rest;
    }

    constexpr void start(parameter_word const& word) noexcept {
        is_in_word_ = true;
        auto const stated = stated_by(word.charset_label());
        is_read_ = readable_.contains(stated);
        word_ = {is_read_ ? segment_kind::word : segment_kind::unread_word,
                 {},
                 is_read_ ? decoded_as(stated) : charset_,
                 stated,
                 word.is_base64() ? word_encoding::b : word_encoding::q};
        left_ = word.text_size;
        if (is_read_)
            at_.pass(word.start.size);
        else
            left_ += word.start.size + end_size;
    }

    /// Takes the octets of a word that are in one piece of the parameter.
    constexpr void take_piece() noexcept {
        auto const octets = at_.rest().substr(0, left_);
        if (is_read_ && word_.piece == word_piece::first)
            word_.piece = word_piece::later;
        else if (is_read_ && octets.size() != left_ && word_.piece == word_piece::whole)
            word_.piece = word_piece::first;
        current_ = word_;
        current_.octets = octets;
    }

    /// After a word that was read: passes its "?=", and the white space before another such word.
    constexpr void end_word() noexcept {
        is_in_word_ = false;
        if (!is_read_) return;
        at_.pass(end_size);
        auto next = at_;
        while (!next.at_end() && is_wsp(next.front())) next.pass(1);
        if (next.passed() == at_.passed()) return;
        auto const word = finder_.word_at(next);
        if (word.is_found() && readable_.contains(stated_by(word.charset_label()))) at_ = next;
    }

    static constexpr std::size_t end_size = 2; // of "?="

    parameter_octets at_; // where the segment starts
    parameter_word_finder finder_;
    charset_set readable_;
    charset charset_ = charset::utf_8; // of the text between the words
    charset stated_ = charset::replacement;
    word_segment current_;
    word_segment word_;    // the word at `at_`, without its octets
    std::size_t left_ = 0; // octets of the word from `at_` on
    bool is_in_word_ = false;
    bool is_read_ = false; // whether the charset of the word can be read
};

/// What is wrong with the charset of the text in a parameter.
struct parameter_charset_check {
    bool has_replaced = false;
    bool has_fallback = false;
    bool has_undeclared = false;

    constexpr parameter_charset_check(parameter const& source,
                                      text_options const& options) noexcept {
        segment_reader<parameter_word_walker> reader{source, options};
        constexpr std::size_t most = 64;
        char block[most];
        char utf8[charset_decoder::max_size(most)];
        segment_octets octets;
        charset_decoder decoder;
        word_segment before;
        auto const finish = [&]() noexcept {
            decoder.finish(utf8);
            has_replaced = has_replaced || decoder.replaced() != 0;
        };
        for (auto at = reader.segments(); !at.at_end(); at.advance()) {
            auto next = at.current();
            bool const is_undeclared = next.is_undeclared();
            next.charset = reader.charset_of(next);
            if (!before.is_decoded_with(next)) {
                finish();
                decoder = reader.decoder_of(next.charset);
            }
            before = next;
            for (octets.start(next); !octets.at_end();) {
                auto const taken = octets.take(block, most);
                decoder.write(taken, utf8);
                if (!is_undeclared || ascii_end(taken, 0) == taken.size()) continue;
                if (next.charset != charset::utf_8)
                    has_fallback = true;
                else if (next.stated == charset::us_ascii)
                    has_undeclared = true;
            }
        }
        finish();
    }
};

} // namespace detail

/// The value of a parameter as text for people, in UTF-8. Its main use is file names.
///     content_disposition const d{"attachment; filename*=iso-8859-1''na%EFve.txt"};
///     if (auto const name = d.filename()) decoded_parameter{*name}.to_string()  ->  "naïve.txt"
/// An extended or continued parameter is read in the charset that it names (RFC 2231 sections 3 and
/// 4). Text without a charset that can be decoded, or in US-ASCII, is read as UTF-8 if it is valid
/// UTF-8, else in the fallback of text_options. U+FFFD replaces malformed octets; a byte order mark
/// at the start is left out.
///
/// Many programs write encoded-words, which RFC 2047 section 5 forbids in parameters. They are
/// decoded as in `decoded_text`, in every form of parameter; a word may start in one section and
/// end in another one. parameters::diagnose reports parameter_encoded_word. In quotes, a backslash
/// quotes only a DQUOTE or a backslash, because many programs write "C:\Users\file.txt";
/// parameter_quoted_pair is reported. To save a file, use `safe_file_name`.
///
/// Do not use it for a boundary, or for another parameter that programs read: see `parameter_text`.
/// Borrows the field's bytes; trivially copyable; a forward, borrowed range of char; the cost is
/// that of parameter_text. Only `append_to` and `to_string` allocate. Total.
class decoded_parameter : public detail::decoded_words<detail::parameter_word_walker> {
  public:
    constexpr decoded_parameter() = default;
    /// The value of `p`, decoded.
    explicit constexpr decoded_parameter(parameter const& p) noexcept : decoded_words{p} {}

    /// The text as a view of the field's bytes, if it is one piece of them: if there is nothing to
    /// decode. O(value).
    constexpr optional<std::string_view> contiguous() const noexcept {
        auto const text = source().name_text().contiguous();
        if (text && *this == *text) return text;
        return std::nullopt;
    }

    /// Calls `report` with what is wrong with the charset of the text, each code at most once, at
    /// the first segment. Offsets count from the start of the value in which the parameter was
    /// found.
    ///     parameter_charset_unknown
    ///                              it names a charset that is not known
    ///     charset_octets_replaced  octets that are malformed in their charset, or are not UTF-8
    ///                              and have neither a charset nor a fallback
    ///     charset_fallback         text without a charset is read in the fallback; also text in
    ///                              US-ASCII
    ///     charset_undeclared       text in US-ASCII that is UTF-8 (other UTF-8 needs no charset:
    ///                              RFC 6532 section 3.1)
    /// parameters::diagnose reports everything else. O(value).
    template <class Report>
    constexpr void diagnose(Report&& report, text_options const& options = {}) const {
        if (auto const label = source().charset(); !label.empty() && !find_charset(label))
            report(source().problem(diagnostic_code::parameter_charset_unknown));
        detail::parameter_charset_check check{source(), options};
        if (check.has_replaced) report(source().problem(diagnostic_code::charset_octets_replaced));
        if (check.has_fallback) report(source().problem(diagnostic_code::charset_fallback));
        if (check.has_undeclared && !check.has_replaced)
            report(source().problem(diagnostic_code::charset_undeclared));
    }

    /// The gravest problem that `diagnose` reports, if any. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::decoded_parameter> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::decoded_parameter> = true;

#endif
