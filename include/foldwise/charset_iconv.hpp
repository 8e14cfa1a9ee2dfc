#ifndef FOLDWISE_CHARSET_ICONV_HPP
#define FOLDWISE_CHARSET_ICONV_HPP

/// A charset_converter over POSIX iconv, for charsets that need large tables, such as GB18030,
/// Shift_JIS and EUC-KR. It needs the operating system, and is not part of <foldwise/foldwise.hpp>.

#include <foldwise/charset/charset_iconv.hpp>

#endif
