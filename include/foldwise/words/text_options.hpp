#ifndef FOLDWISE_WORDS_TEXT_OPTIONS_HPP
#define FOLDWISE_WORDS_TEXT_OPTIONS_HPP

#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_converter.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// Options for decoding text for people, for cases that the message leaves open. They are the last
/// argument of `to_string`, `append_to` and `diagnose` of every such text:
///     cjk_converter converter; // of charset_cjk.hpp
///     text_options const options{.fallback = charset::windows_1252, .converter = &converter};
///     if (auto const subject = get<"Subject">(m)) title = subject->to_string(options);
/// They, and the converter, need to live only until the call returns.
struct text_options {
    /// The charset of text that is not valid UTF-8 and declares no charset, one that cannot be
    /// decoded, or US-ASCII. It is chosen for each text by itself: a subject, a display name, the
    /// body of a part. With utf_8, U+FFFD replaces malformed octets. A fallback that cannot be
    /// decoded is ignored.
    foldwise::charset fallback = foldwise::charset::utf_8;

    /// Decodes the charsets that are not built in, one text at a time; null if there is none.
    charset_converter* converter = nullptr;
};

namespace detail {

/// The fallback, if it can be decoded; else utf_8.
constexpr charset readable_fallback(text_options const& options) noexcept {
    auto const fallback = options.fallback;
    if (is_built_in(fallback)) return fallback;
    bool const is_known = options.converter != nullptr && options.converter->start(fallback);
    return is_known ? fallback : charset::utf_8;
}

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif
