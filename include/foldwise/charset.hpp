#ifndef FOLDWISE_CHARSET_HPP
#define FOLDWISE_CHARSET_HPP

/// Charsets (RFC 2046 section 4.1.2): `find_charset` finds the charset that a label names, and
/// decoders convert text to UTF-8. UTF-8, UTF-16, UTF-32, UTF-7 and all single-byte charsets are
/// built in. For others, such as Shift_JIS, supply a `charset_converter`: that of
/// <foldwise/charset_cjk.hpp> has the tables of the Chinese, Japanese and Korean charsets.
///
/// The central type is `charset_decoder`, which reads a text in pieces and writes UTF-8. For
/// charset_decoder{charset::windows_1252} and the octets "Beno\xEEt\x81":
///
///     offset    0    1    2    3    4       5    6
///     octets    B    e    n    o    EE      t    81
///     UTF-8     B    e    n    o    C3 AE   t    C2 81
///
/// `utf8_text` is a view of a text in a charset, decoded while it is read.

#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_converter.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/charset/html_charset.hpp>
#include <foldwise/charset/undeclared_charset.hpp>
#include <foldwise/charset/utf8_text.hpp>

#endif
