#ifndef FOLDWISE_CHARSET_ICONV_HPP
#define FOLDWISE_CHARSET_ICONV_HPP

/// A charset_converter over POSIX iconv. Its texts depend on the system. It needs the operating
/// system, and is not part of <foldwise/foldwise.hpp>. <foldwise/charset_cjk.hpp> converts the same
/// charsets, except ISO-2022-CN, without the operating system.

#include <foldwise/charset/charset_iconv.hpp>

#endif
