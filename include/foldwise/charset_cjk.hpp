#ifndef FOLDWISE_CHARSET_CJK_HPP
#define FOLDWISE_CHARSET_CJK_HPP

/// A charset_converter for the charsets of Chinese, Japanese and Korean mail, such as GB18030,
/// Shift_JIS and EUC-KR. Its tables have 170 kB. It is not part of <foldwise/foldwise.hpp>.

#include <foldwise/charset/charset_cjk.hpp>

#endif
