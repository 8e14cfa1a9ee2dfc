#ifndef FOLDWISE_CHARSET_CHARSET_HPP
#define FOLDWISE_CHARSET_CHARSET_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// A charset: an encoding of the WHATWG Encoding Standard, or another one that mail uses.
enum class charset : unsigned char {
    utf_8,
    ibm866, ///< from here to x_user_defined: single-byte charsets
    iso_8859_2,
    iso_8859_3,
    iso_8859_4,
    iso_8859_5,
    iso_8859_6,
    iso_8859_7,
    iso_8859_8,
    iso_8859_10,
    iso_8859_13,
    iso_8859_14,
    iso_8859_15,
    iso_8859_16,
    koi8_r,
    koi8_u,
    macintosh,
    windows_874,
    windows_1250,
    windows_1251,
    windows_1252, ///< "iso-8859-1" too
    windows_1253,
    windows_1254, ///< "iso-8859-9" too
    windows_1255,
    windows_1256,
    windows_1257,
    windows_1258,
    x_mac_cyrillic,
    ibm437,
    ibm850,
    ibm852,
    ibm858,
    iso_8859_8_i, ///< the characters of iso_8859_8, in logical order
    us_ascii,
    x_user_defined,
    utf_16, ///< with a byte order mark; utf_16le without one
    utf_16be,
    utf_16le,
    utf_32, ///< with a byte order mark
    utf_32be,
    utf_32le,
    utf_7,   ///< RFC 2152
    gb18030, ///< from here on: only with a charset_converter
    gbk,
    big5,
    euc_jp,
    iso_2022_jp,
    iso_2022_jp_2, ///< RFC 1554
    shift_jis,
    euc_kr,
    iso_2022_kr, ///< RFC 1557
    iso_2022_cn, ///< RFC 1922
    iso_2022_cn_ext,
    hz_gb_2312,  ///< RFC 1843
    replacement, ///< text that must not be decoded; from the WHATWG standard
};

namespace detail {

struct charset_labels {
    foldwise::charset charset;
    std::string_view labels; ///< each with a space at both ends, its name first
};

using std::literals::string_view_literals::operator""sv; // faster to compile than conversions

/// The labels of each charset, in the order of the enum. They are those of the WHATWG Encoding
/// Standard (section 4.2). At the end of a row are others that mail uses: the names of US-ASCII,
/// UTF-7 and UTF-16 in the registry of IANA, and the numbers of Microsoft's code pages.
inline constexpr charset_labels charset_table[] = {
    {charset::utf_8,
     " utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8 "sv},
    {charset::ibm866, " ibm866 866 cp866 csibm866 "sv},
    {charset::iso_8859_2, " iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 "
                          "iso_8859-2:1987 l2 latin2 "sv},
    {charset::iso_8859_3, " iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 "
                          "iso_8859-3:1988 l3 latin3 "sv},
    {charset::iso_8859_4, " iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 "
                          "iso_8859-4:1988 l4 latin4 "sv},
    {charset::iso_8859_5, " iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 "
                          "iso_8859-5 iso_8859-5:1988 "sv},
    {charset::iso_8859_6,
     " iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic "
     "ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 "
     "iso_8859-6:1987 "sv},
    {charset::iso_8859_7, " iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 "
                          "iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek "sv},
    {charset::iso_8859_8, " iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e "
                          "iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual "sv},
    {charset::iso_8859_10, " iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6 "sv},
    {charset::iso_8859_13, " iso-8859-13 iso8859-13 iso885913 "sv},
    {charset::iso_8859_14, " iso-8859-14 iso8859-14 iso885914 "sv},
    {charset::iso_8859_15, " iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 "sv},
    {charset::iso_8859_16, " iso-8859-16 "sv},
    {charset::koi8_r, " koi8-r cskoi8r koi koi8 koi8_r "sv},
    {charset::koi8_u, " koi8-u koi8-ru "sv},
    {charset::macintosh, " macintosh csmacintosh mac x-mac-roman "sv},
    {charset::windows_874, " windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 "sv},
    {charset::windows_1250, " windows-1250 cp1250 x-cp1250 "sv},
    {charset::windows_1251, " windows-1251 cp1251 x-cp1251 "sv},
    {charset::windows_1252, " windows-1252 cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 "
                            "iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 x-cp1252 "sv},
    {charset::windows_1253, " windows-1253 cp1253 x-cp1253 "sv},
    {charset::windows_1254, " windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 "
                            "iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254 "sv},
    {charset::windows_1255, " windows-1255 cp1255 x-cp1255 "sv},
    {charset::windows_1256, " windows-1256 cp1256 x-cp1256 "sv},
    {charset::windows_1257, " windows-1257 cp1257 x-cp1257 "sv},
    {charset::windows_1258, " windows-1258 cp1258 x-cp1258 "sv},
    {charset::x_mac_cyrillic, " x-mac-cyrillic x-mac-ukrainian "sv},
    {charset::ibm437, " ibm437 437 cp437 cspc8codepage437 "sv},
    {charset::ibm850, " ibm850 850 cp850 cspc850multilingual "sv},
    {charset::ibm852, " ibm852 852 cp852 cspcp852 "sv},
    {charset::ibm858, " ibm00858 ccsid00858 cp00858 csibm00858 cp858 ibm858 "sv},
    {charset::iso_8859_8_i, " iso-8859-8-i csiso88598i logical "sv},
    {charset::us_ascii, " us-ascii ascii ansi_x3.4-1968 ansi_x3.4-1986 cp367 csascii ibm367 "
                        "iso-ir-6 iso646-us iso_646.irv:1991 us "sv},
    {charset::x_user_defined, " x-user-defined "sv},
    {charset::utf_16, " utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode csutf16 "sv},
    {charset::utf_16be, " utf-16be unicodefffe csutf16be "sv},
    {charset::utf_16le, " utf-16le unicodefeff csutf16le "sv},
    {charset::utf_32, " utf-32 csutf32 "sv},
    {charset::utf_32be, " utf-32be csutf32be "sv},
    {charset::utf_32le, " utf-32le csutf32le "sv},
    {charset::utf_7, " utf-7 csunicode11utf7 csutf7 unicode-1-1-utf-7 "sv},
    {charset::gb18030, " gb18030 "sv},
    {charset::gbk, " gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 "
                   "x-gbk cp936 ms936 windows-936 "sv},
    {charset::big5, " big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 "sv},
    {charset::euc_jp, " euc-jp cseucpkdfmtjapanese x-euc-jp "sv},
    {charset::iso_2022_jp, " iso-2022-jp csiso2022jp "sv},
    {charset::iso_2022_jp_2, " iso-2022-jp-2 csiso2022jp2 "sv},
    {charset::shift_jis, " shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis "
                         "cp932 "sv},
    {charset::euc_kr, " euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 "
                      "ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 "sv},
    {charset::iso_2022_kr, " iso-2022-kr csiso2022kr "sv},
    {charset::iso_2022_cn, " iso-2022-cn "sv},
    {charset::iso_2022_cn_ext, " iso-2022-cn-ext "sv},
    {charset::hz_gb_2312, " hz-gb-2312 "sv},
    {charset::replacement, " replacement "sv},
};
inline constexpr std::size_t longest_charset_label = 19;

} // namespace detail

/// The name of a charset in lower case: that of the WHATWG Encoding Standard, or if it has none,
/// the preferred name at IANA. O(1).
///     name_of(charset::windows_1252)  ->  "windows-1252"
constexpr std::string_view name_of(charset value) noexcept {
    auto const labels = detail::charset_table[static_cast<std::size_t>(value)].labels.substr(1);
    return labels.substr(0, labels.find(' '));
}

/// Whether foldwise decodes the charset itself, without a charset_converter.
constexpr bool is_built_in(charset value) noexcept { return value < charset::gb18030; }

/// The charset that a label names. A label is the value of a charset parameter (RFC 2046 section
/// 4.1.2), or the charset of an encoded-word (RFC 2047 section 2).
///     find_charset("Latin1")      ->  windows_1252
///     find_charset(" UTF-8\t")    ->  utf_8
///     find_charset("x-unknown")   ->  nothing
/// The labels of the WHATWG Encoding Standard (section 4.2) have the meaning that they have there.
/// ASCII case, and ASCII white space at both ends, are ignored. There are three differences,
/// because mail is not the web:
///     "us-ascii"         and its aliases name US-ASCII, not windows-1252: it is the default of
///                        mail (RFC 2046 section 4.1.2), and does not say what octets beyond
///                        ASCII mean
///     "utf-16"           and the names of UCS-2 name utf_16, which may have a byte order mark
///                        (RFC 2781 section 3.2)
///     "iso-2022-kr" ...  which the standard maps to "replacement", name charsets
/// For any other label there is no value: nothing is guessed. O(label), and a search in a table of
/// about 3000 octets.
constexpr optional<charset> find_charset(std::string_view label) noexcept {
    // The most frequent labels in mail.
    if (ascii_iequals(label, "utf-8")) return charset::utf_8;
    if (ascii_iequals(label, "iso-8859-1")) return charset::windows_1252;
    constexpr char_class white_space{" \t\n\f\r"};
    label.remove_prefix(scan::not_in(white_space, label, 0));
    auto const size = scan::in(white_space, label, 0);
    if (scan::not_in(white_space, label, size) != label.size()) return std::nullopt;
    if (size == 0 || size > detail::longest_charset_label) return std::nullopt;
    char word[detail::longest_charset_label + 2] = {' '};
    for (std::size_t i = 0; i < size; ++i) word[i + 1] = ascii_lower(label[i]);
    word[size + 1] = ' ';
    auto const wanted = octets_at(word, size + 2);
    // Most labels are names, which come first in their rows.
    for (auto const& row : detail::charset_table)
        if (row.labels[1] == word[1] && row.labels.starts_with(wanted)) return row.charset;
    for (auto const& row : detail::charset_table)
        if (row.labels.find(wanted) != std::string_view::npos) return row.charset;
    return std::nullopt;
}

} // namespace foldwise

#endif
