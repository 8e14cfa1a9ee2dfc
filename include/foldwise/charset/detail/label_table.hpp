#ifndef FOLDWISE_CHARSET_DETAIL_LABEL_TABLE_HPP
#define FOLDWISE_CHARSET_DETAIL_LABEL_TABLE_HPP

#include <foldwise/config.hpp>

// clang-format off

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The labels of all charsets, in their normal form (Unicode Technical Standard 22 section 1.4):
/// those of the WHATWG Encoding Standard and of IANA's registry, and others that occur in mail.
/// Made by tools/charset_labels.py. A row is a label, "=" ("~" if the label is neither in the
/// standard nor in the registry), the number of its charset in two digits, and a space. Rows are
/// ordered by the size of the label, then by the label. It is one literal, because that is quickest
/// to compile.
inline constexpr char label_rows[] =
    // labels of size 2
    "hz~53 l1=20 l2=02 l3=03 l4=04 l5=22 l6=09 l7~10 l8=11 l9=12 us=33 "
    // labels of size 3
    "437=28 646~33 850=29 852=30 858~31 866=01 874~17 932~48 936~43 949~49 950~44 gbk=43 jis~46 "
    "koi=14 l10=13 mac=16 uhc~49 "
    // labels of size 4
    "1200~37 1201~36 1250~18 1251~19 1252~20 1253~21 1254~22 1255~23 1256~24 1257~25 1258~26 "
    "big5=44 cngb~43 hzgb~53 jis7~46 koi8=14 msee~18 sjis=48 ucs2=35 ucs4~38 uft8~00 ujis~45 "
    "utf7=41 utf8=00 xeuc~45 xgbk=43 "
    // labels of size 5
    "10000~16 10007~27 12000~40 12001~39 20127~33 20866~14 20932~45 20936~43 21866~15 28591~20 "
    "28592~02 28593~03 28594~04 28595~05 28596~06 28597~07 28598~08 28599~22 28603~10 28605~12 "
    "38598~32 50220~46 50221~46 50222~46 50225~50 51932~45 51936~43 51949~49 52936~53 54936~42 "
    "65000~41 65001~00 88591~20 88592~02 88593~03 88594~04 88595~05 88596~06 88597~07 88598~08 "
    "88599~22 ascii=33 cp367=33 cp437=28 cp819=20 cp850=29 cp852=30 cp858=31 cp866=01 cp874~17 "
    "cp932~48 cp936=43 cp943~48 cp949~49 cp950~44 csgbk=43 euccn~43 eucjp=45 euckr=49 greek=07 "
    "koi8r=14 koi8u=15 ms874~17 ms932=48 ms936=43 ms949~49 ms950~44 utf16=35 utf32=38 utf8n~00 "
    "xsjis=48 "
    // labels of size 6
    "885910~09 885913~10 885914~11 885915~12 885916~13 arabic=06 cnbig5=44 cp1200~37 cp1201~36 "
    "cp1250=18 cp1251=19 cp1252=20 cp1253=21 cp1254=22 cp1255=23 cp1256=24 cp1257=25 cp1258=26 "
    "cp943c~48 csbig5=44 csucs4=38 csutf7=41 csutf8=00 dos437~28 dos850~29 dos852~30 dos858~31 "
    "dos866~01 dos874=17 gb2312=43 greek8=07 hebrew=08 ibm367=33 ibm437=28 ibm819=20 ibm850=29 "
    "ibm852=30 ibm858=31 ibm866=01 ibm874~17 ibm943~48 isoir6=33 koi8ru=15 korean=49 latin1=20 "
    "latin2=02 latin3=03 latin4=04 latin5=22 latin6=09 latin7~10 latin8=11 latin9=12 ms1250~18 "
    "ms1251~19 ms1252~20 ms1253~21 ms1254~22 ms1255~23 ms1256~24 ms1257~25 ms1258~26 msansi~20 "
    "msarab~24 mscyrl~19 mshebr~23 msturk~22 tis620=17 ucs2be~36 ucs2le~37 ucs4be~39 ucs4le~40 "
    "visual=08 win866~01 win874~17 win932~48 win936~43 win949~49 win950~44 xeucjp=45 xxbig5=44 "
    // labels of size 7
    "asmo708=06 bigfive~44 chinese=43 cp10000~16 cp10007~27 cp12000~40 cp12001~39 cp20127~33 "
    "cp20866~14 cp20932~45 cp20936~43 cp21866~15 cp28591~20 cp28592~02 cp28593~03 cp28594~04 "
    "cp28595~05 cp28596~06 cp28597~07 cp28598~08 cp28599~22 cp28603~10 cp28605~12 cp38598~32 "
    "cp50220=46 cp50221~46 cp50222~46 cp50225~50 cp51932=45 cp51936~43 cp51949~49 cp52936~53 "
    "cp54936~42 cp65000~41 cp65001~00 csascii=33 cseuckr=49 cskoi8r=14 cskoi8u=15 csutf16=35 "
    "csutf32=38 ecma114=06 ecma118=07 elot928=07 eucjpms~45 gb18030=42 gbk2312~43 ibm1250~18 "
    "ibm1251~19 ibm1252~20 ibm1253~21 ibm1254~22 ibm1255~23 ibm1256~24 ibm1257~25 ibm1258~26 "
    "ibm943c~48 iso8859~20 isoir58=43 ja16euc~45 ksc5601=49 latin10=13 logical=32 msgreek~21 "
    "mskanji=48 siftjis~48 sjiswin~48 unicode=35 usascii=33 utf16be=36 utf16le=37 utf32be=39 "
    "utf32le=40 utf8bom~00 utf8dos~00 utf8mb3~00 utf8mb4~00 utf8sig~00 win1250~18 win1251~19 "
    "win1252~20 win1253~21 win1254~22 win1255~23 win1256~24 win1257~25 win1258~26 xcp1250=18 "
    "xcp1251=19 xcp1252=20 xcp1253=21 xcp1254=22 xcp1255=23 xcp1256=24 xcp1257=25 xcp1258=26 "
    // labels of size 8
    "al32utf8~00 ansi1250~18 ansi1251~19 ansi1252~20 ansi1253~21 ansi1254~22 ansi1255~23 "
    "ansi1256~24 ansi1257~25 ansi1258~26 big5eten~44 ccsid858=31 cl8koi8r~14 cl8koi8u~15 "
    "csgb2312=43 csibm858=31 csibm866=01 cspcp852=30 cstis620=17 cyrillic=05 eucjpwin~45 "
    "gb231280=43 hzgb2312=53 iso646us=33 iso88591=20 iso88592=02 iso88593=03 iso88594=04 "
    "iso88595=05 iso88596=06 iso88597=07 iso88598=08 iso88599=22 isoir100=20 isoir101=02 "
    "isoir109=03 isoir110=04 isoir126=07 isoir127=06 isoir138=08 isoir144=05 isoir148=22 "
    "isoir149=49 isoir157=09 isoir199=11 isoir226=13 ja16sjis~48 macroman~16 muleutf8~00 "
    "shiftjis=48 utf8unix~00 zhs16gbk~43 "
    // labels of size 9
    "big5hkscs=44 cscp50220=46 cscp51932=45 csgb18030=42 csunicode=35 csutf16be=36 csutf16le=37 "
    "csutf32be=39 csutf32le=40 iso2022cn=51 iso2022jp=46 iso2022kr=50 iso885910=09 iso885911=17 "
    "iso885913=10 iso885914=11 iso885915=12 iso885916=13 iso88596e=06 iso88596i=06 iso88598e=08 "
    "iso88598i=32 isoceltic=11 isolatin1~20 isolatin2~02 macintosh=16 xmacroman=16 zht16big5~44 "
    // labels of size 10
    "csshiftjis=48 gb23121980~43 iso2022jp1~47 iso2022jp2=47 latin1unix~20 macukraine~27 "
    "shiftjisms~48 suneugreek=07 tis6202533~17 unicodebig~36 utf8strict~00 winbaltrim~25 "
    "windows31j=48 windows874=17 windows932~48 windows936=43 windows949=49 windows950~44 "
    "zht16hkscs~44 "
    // labels of size 11
    "ansix341968=33 ansix341986=33 csbig5hkscs=44 csiso2022cn=51 csiso2022jp=46 csiso2022kr=50 "
    "csiso885913=10 csiso885914=11 csiso885915=12 csiso885916=13 csiso88596e=06 csiso88596i=06 "
    "csiso88598e=08 csiso88598i=32 csisolatin1=20 csisolatin2=02 csisolatin3=03 csisolatin4=04 "
    "csisolatin5=22 csisolatin6=09 csisolatin9=12 csmacintosh=16 gb180302000~42 gb180302005~42 "
    "gb180302022~42 gb231219800~43 iso2022jpms~46 iso88591dos~20 ko16ksc5601~49 ksc56011987=49 "
    "ksc56011989=49 ksc56011992~49 maccyrillic~27 replacement=54 unicodefeff=37 unicodefffe=36 "
    "windows1250=18 windows1251=19 windows1252=20 windows1253=21 windows1254=22 windows1255=23 "
    "windows1256=24 windows1257=25 windows1258=26 "
    // labels of size 12
    "ar8mswin1256~24 cl8iso8859p5~05 cl8mswin1251~19 csiso2022jp2=47 cswindows31j=48 "
    "cswindows874=17 ee8iso8859p2~02 ee8mswin1250~18 el8iso8859p7~07 el8mswin1253~21 "
    "iso10646ucs2=35 iso10646ucs4=38 iso2022cnext=52 iso2022jpesc~46 iso2022jpsio~46 "
    "iso885911987=20 iso885911998~20 iso88591unix~20 iso885921987=02 iso885921999~02 "
    "iso885931988=03 iso885941988=04 iso885951988=05 iso885961987=06 iso885971987=07 "
    "iso885972003~07 iso885981988=08 iso885991989=22 iw8mswin1255~23 ko16mswin949~49 "
    "ksc560119870~49 macukrainian~27 tr8mswin1254~22 we8iso8859p1~20 we8iso8859p9~22 "
    "we8mswin1252~20 xmaccyrillic=27 xuserdefined=34 zhs32gb18030~42 "
    // labels of size 13
    "ansix31101983~20 big5hkscs2004~44 csksc56011987=49 cswindows1250=18 cswindows1251=19 "
    "cswindows1252=20 cswindows1253=21 cswindows1254=22 cswindows1255=23 cswindows1256=24 "
    "cswindows1257=25 cswindows1258=26 iso646irv1991=33 iso8859101992=09 iso8859141998=11 "
    "iso8859151998~12 iso885915unix~12 iso8859162001=13 unicode11utf7=41 unicode11utf8=00 "
    "unicode20utf7~41 unicode20utf8=00 unicodelittle~37 utf8generalci~00 utf8unicodeci~00 "
    "we8iso8859p15~12 windowscp1250~18 windowscp1251~19 windowscp1252~20 windowscp1253~21 "
    "windowscp1254~22 windowscp1255~23 windowscp1256~24 windowscp1257~25 windowscp1258~26 "
    "xmacukrainian=27 zht16mswin950~44 "
    // labels of size 14
    "csiso2022cnext=52 utf8withoutbom~00 xunicode20utf8=00 zhs16cgb231280~43 "
    // labels of size 15
    "csiso58gb231280=43 csisolatingreek=07 csunicode11utf7=41 iso2022jpmobile~46 "
    "latin1generalci~20 latin1swedishci~20 "
    // labels of size 16
    "csisolatinarabic=06 csisolatinhebrew=08 cspc8codepage437=28 utf8mb4generalci~00 "
    "utf8mb4unicodeci~00 "
    // labels of size 18
    "csisolatincyrillic=05 "
    // labels of size 19
    "cseucpkdfmtjapanese=45 cspc850multilingual=29 "
    // labels of size 21
    "pcmultilingual850euro=31 "
    // labels of size 39
    "extendedunixcodepackedformatforjapanese=45 ";

inline constexpr unsigned longest_label = 39;

/// Where the rows with labels of each size end; index 0 is where the first row starts.
inline constexpr unsigned short label_rows_ends[] = {
    0, 0, 66, 185, 393, 1032, 1842, 2898, 3522, 3886, 4152, 4827, 5451, 6080, 6152, 6266, 6366,
    6366, 6388, 6434, 6434, 6459, 6459, 6459, 6459, 6459, 6459, 6459, 6459, 6459, 6459, 6459, 6459,
    6459, 6459, 6459, 6459, 6459, 6459, 6502,
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

// clang-format on

#endif
