#ifndef FOLDWISE_CHARSET_DETAIL_HTML_LABELS_HPP
#define FOLDWISE_CHARSET_DETAIL_HTML_LABELS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/charset/charset.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

using std::literals::string_view_literals::operator""sv; // faster to compile than conversions

/// The labels that a charset may have inside HTML: those of the WHATWG Encoding Standard (section
/// 4.2), each with a space at both ends. A test compares them with the standard.
struct html_label_row {
    foldwise::charset charset;
    std::string_view labels;
};
inline constexpr html_label_row html_label_table[] = {
    {charset::utf_8,
     " utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8 "sv},
    {charset::ibm866, " ibm866 866 cp866 csibm866 "sv},
    {charset::iso_8859_2,
     " iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 "sv},
    {charset::iso_8859_3,
     " iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 "sv},
    {charset::iso_8859_4,
     " iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 "sv},
    {charset::iso_8859_5,
     " iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 "sv},
    {charset::iso_8859_6,
     " iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 "sv},
    {charset::iso_8859_7,
     " iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek "sv},
    {charset::iso_8859_8,
     " iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual "sv},
    {charset::iso_8859_8_i, " iso-8859-8-i csiso88598i logical "sv},
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
    {charset::windows_1252,
     " windows-1252 cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 x-cp1252 "sv},
    {charset::us_ascii, " us-ascii ansi_x3.4-1968 ascii "sv},
    {charset::windows_1253, " windows-1253 cp1253 x-cp1253 "sv},
    {charset::windows_1254,
     " windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254 "sv},
    {charset::windows_1255, " windows-1255 cp1255 x-cp1255 "sv},
    {charset::windows_1256, " windows-1256 cp1256 x-cp1256 "sv},
    {charset::windows_1257, " windows-1257 cp1257 x-cp1257 "sv},
    {charset::windows_1258, " windows-1258 cp1258 x-cp1258 "sv},
    {charset::x_mac_cyrillic, " x-mac-cyrillic x-mac-ukrainian "sv},
    {charset::gbk,
     " gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk "sv},
    {charset::gb18030, " gb18030 "sv},
    {charset::big5, " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "sv},
    {charset::euc_jp, " euc-jp cseucpkdfmtjapanese x-euc-jp "sv},
    {charset::iso_2022_jp, " iso-2022-jp csiso2022jp "sv},
    {charset::shift_jis,
     " shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis "sv},
    {charset::euc_kr,
     " euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 "sv},
    {charset::iso_2022_kr, " iso-2022-kr csiso2022kr "sv},
    {charset::iso_2022_cn, " iso-2022-cn "sv},
    {charset::iso_2022_cn_ext, " iso-2022-cn-ext "sv},
    {charset::hz_gb_2312, " hz-gb-2312 "sv},
    {charset::replacement, " replacement "sv},
    {charset::utf_8, " utf-16be unicodefffe "sv},
    {charset::utf_8, " utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 "sv},
    {charset::windows_1252, " x-user-defined "sv},
};
inline constexpr std::size_t longest_html_label = 19;

/// The charset of a label in HTML; see find_html_charset. ASCII case, and ASCII white space at both
/// ends, are ignored. Searches a table of about 2,500 octets.
constexpr optional<charset> find_html_label(std::string_view label) noexcept {
    label = trim(label, char_class{" \t\n\f\r"});
    if (label.empty() || label.size() > longest_html_label) return std::nullopt;
    char word[longest_html_label + 2] = {' '};
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (label[i] == ' ') return std::nullopt;
        word[i + 1] = ascii_lower(label[i]);
    }
    word[label.size() + 1] = ' ';
    for (auto const& row : html_label_table)
        if (row.labels.find(octets_at(word, label.size() + 2)) != std::string_view::npos)
            return row.charset;
    return std::nullopt;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
