#ifndef FOLDWISE_PARAMETERS_DECODED_PARAMETER_HPP
#define FOLDWISE_PARAMETERS_DECODED_PARAMETER_HPP

#include <foldwise/charset/charset.hpp>
#include <foldwise/parameters/detail/parameter_segment.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/parameters/parameter_text.hpp>
#include <foldwise/words/decoded_words.hpp>
#include <foldwise/words/word_segments.hpp>

namespace foldwise {

namespace detail {

/// A plain parameter, which may have encoded-words in it, or the octets of another one.
class parameter_word_walker {
  public:
    using source = parameter;

    constexpr parameter_word_walker() = default;
    constexpr parameter_word_walker(parameter const& p, charset_set readable) noexcept {
        if (p.form() != parameter_form::plain) {
            octets_ = p.text().pieces().begin();
            stated_ = stated_by(p.charset());
            if (readable.contains(stated_)) charset_ = stated_;
        } else if (p.first().raw_value().starts_with('"')) {
            words_ = {
                p.first().text().raw(), {parameter_quoting::quoted}, word_place::quotes, readable};
        } else {
            words_ = {p.first().text().raw(), {}, word_place::text, readable};
        }
    }

    constexpr bool at_end() const noexcept {
        return words_.at_end() && octets_ == std::default_sentinel;
    }
    constexpr word_segment current() const noexcept {
        if (!words_.at_end()) return words_.current();
        return {segment_kind::text, *octets_, charset_, stated_};
    }
    constexpr void advance() noexcept {
        if (!words_.at_end())
            words_.advance();
        else
            ++octets_;
    }

    struct place {
        word_segment_walker<parameter_value_cuts>::place word;
        walk_iterator<parameter_piece_walker> octets;
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept { return {words_.position(), octets_}; }

  private:
    word_segment_walker<parameter_value_cuts> words_; // one of the two is at its end
    walk_iterator<parameter_piece_walker> octets_;
    charset charset_ = charset::utf_8;
    charset stated_ = charset::replacement;
};

} // namespace detail

/// What a parameter means, as UTF-8: a file name, first of all.
///     content_disposition const d{"attachment; filename*=iso-8859-1''na%EFve.txt"};
///     if (auto const name = d.filename()) decoded_parameter{*name}.to_string()  ->  "naïve.txt"
/// Extended and continued parameters are in the charset that they say (RFC 2231 sections 3 and 4),
/// or in UTF-8 where they say none, or one that nobody knows. In a plain one there may be
/// encoded-words, where RFC 2047 section 5 forbids them, yet many programs write them, in quotes
/// and without: they are decoded as in decoded_text, and parameters::diagnose says
/// parameter_encoded_word. U+FFFD stands in place of what is malformed.
/// A name is what a stranger wrote: `safe_file_name` makes one of it that a file can have.
///
/// Borrows the field's bytes; trivially copyable; a forward, borrowed range of char; costs what
/// parameter_text costs, and as decoded_text allocates only in `append_to` and `to_string`.
class decoded_parameter : public detail::decoded_words<detail::parameter_word_walker> {
  public:
    constexpr decoded_parameter() = default;
    explicit constexpr decoded_parameter(parameter const& p) noexcept : decoded_words{p} {}
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::decoded_parameter> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::decoded_parameter> = true;

#endif
