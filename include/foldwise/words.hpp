#ifndef FOLDWISE_WORDS_HPP
#define FOLDWISE_WORDS_HPP

/// Encoded-words (RFC 2047): text for people.

#include <foldwise/words/decoded_text.hpp>
#include <foldwise/words/decoded_words.hpp>
#include <foldwise/words/encoded_word.hpp>
#include <foldwise/words/encoded_word_check.hpp>
#include <foldwise/words/fields.hpp>
#include <foldwise/words/text_options.hpp>
#include <foldwise/words/word_segments.hpp>

#endif
