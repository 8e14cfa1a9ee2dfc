#ifndef FOLDWISE_CHARSET_HPP
#define FOLDWISE_CHARSET_HPP

/// Charsets: their labels, and decoders to UTF-8.

#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_converter.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/charset/utf8_text.hpp>

#endif
