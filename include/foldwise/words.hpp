#ifndef FOLDWISE_WORDS_HPP
#define FOLDWISE_WORDS_HPP

/// Text for people in header fields, with encoded-words (RFC 2047) decoded. The central type is
/// `decoded_text`, as which get<"Subject"> reads the field.
///
///     field or text ->  decoded_text     Subject and other unstructured fields
///                       decoded_phrase   display names, group names     ->  range of UTF-8
///                       decoded_comment  comments                           to_string(options)
///                                                                           append_to(.., options)
///     text_options: { fallback charset, converter }                         diagnose(.., options)
///
/// `decoded_parameter` (parameters) and `body_text` (mime) take the same text_options. A single
/// encoded-word is an `encoded_word`.

#include <foldwise/words/decoded_text.hpp>
#include <foldwise/words/decoded_words.hpp>
#include <foldwise/words/encoded_word.hpp>
#include <foldwise/words/encoded_word_check.hpp>
#include <foldwise/words/fields.hpp>
#include <foldwise/words/text_options.hpp>
#include <foldwise/words/word_prefix.hpp>
#include <foldwise/words/word_segments.hpp>

#endif
