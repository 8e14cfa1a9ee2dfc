#ifndef FOLDWISE_CHARSET_ICONV_HPP
#define FOLDWISE_CHARSET_ICONV_HPP

/// Charsets that need big tables, converted by POSIX's iconv.

#include <foldwise/charset/charset_iconv.hpp>

#endif
