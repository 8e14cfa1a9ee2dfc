#ifndef FOLDWISE_PARAMETERS_DECODED_PARAMETER_HPP
#define FOLDWISE_PARAMETERS_DECODED_PARAMETER_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/parameters/detail/parameter_segment.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/parameters/parameter_text.hpp>
#include <foldwise/words/decoded_words.hpp>
#include <foldwise/words/word_segments.hpp>

#include <string_view>

namespace foldwise {

namespace detail {

/// Walks over the segments of a plain parameter, which may contain encoded-words, or over the
/// octets of an extended or continued one.
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
    word_segment_walker<parameter_value_cuts> words_; // this or octets_ is at its end
    walk_iterator<parameter_piece_walker> octets_;
    charset charset_ = charset::utf_8;
    charset stated_ = charset::replacement;
};

} // namespace detail

/// The value of a parameter as text for people, in UTF-8. Its main use is file names.
///     content_disposition const d{"attachment; filename*=iso-8859-1''na%EFve.txt"};
///     if (auto const name = d.filename()) decoded_parameter{*name}.to_string()  ->  "naïve.txt"
/// An extended or continued parameter is read in the charset that it names (RFC 2231 sections 3 and
/// 4). A plain parameter may contain encoded-words: RFC 2047 section 5 forbids them, but many
/// programs write them, with and without quotes. They are decoded as in `decoded_text`, and
/// parameters::diagnose reports parameter_encoded_word. Text without a charset that can be decoded
/// is read as UTF-8, or in the fallback of text_options. U+FFFD replaces malformed octets. To save
/// a file, use `safe_file_name`.
///
/// Do not use it for a boundary, or for another parameter that programs read: see `parameter_text`.
/// Borrows the field's bytes; trivially copyable; a forward, borrowed range of char; the cost is
/// that of parameter_text. Only `append_to` and `to_string` allocate. Total.
class decoded_parameter : public detail::decoded_words<detail::parameter_word_walker> {
  public:
    constexpr decoded_parameter() = default;
    explicit constexpr decoded_parameter(parameter const& p) noexcept : decoded_words{p} {}

    /// The text as a view of the field's bytes, if it is one piece of them: if there is nothing to
    /// decode. O(value).
    constexpr optional<std::string_view> contiguous() const noexcept {
        auto const text = source().text().contiguous();
        if (text && *this == *text) return text;
        return std::nullopt;
    }
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::decoded_parameter> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::decoded_parameter> = true;

#endif
