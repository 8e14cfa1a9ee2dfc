#ifndef FOLDWISE_WORDS_TEXT_OPTIONS_HPP
#define FOLDWISE_WORDS_TEXT_OPTIONS_HPP

#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_converter.hpp>

namespace foldwise {

/// How text for people is decoded where the message leaves it open. Every such text takes the
/// options in the same way, as the last argument of `to_string`, `append_to` and `diagnose`:
///     iconv_converter converter;
///     text_options const options{.fallback = charset::windows_1252, .converter = &converter};
///     if (auto const subject = get<"Subject">(m)) title = subject->to_string(options);
/// A call keeps nothing of its options: they, and the converter, have to live until it returns.
struct text_options {
    /// The charset of text that names none, or one that nobody knows, and is not valid UTF-8.
    /// With utf_8, U+FFFD takes the place of what is malformed. A charset that cannot be read is
    /// ignored.
    foldwise::charset fallback = foldwise::charset::utf_8;

    /// Decodes the charsets that are not built in, one text at a time; null if there is none.
    charset_converter* converter = nullptr;
};

} // namespace foldwise

#endif
