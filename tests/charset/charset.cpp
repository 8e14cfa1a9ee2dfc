#include <foldwise/charset/charset.hpp>

#include "../support.hpp"

namespace {

using foldwise::charset;
using foldwise::find_charset;
using foldwise::is_built_in;
using foldwise::name_of;

static_assert(noexcept(find_charset(test::some_octets)) && noexcept(name_of(charset::utf_8)));

struct row {
    std::string_view label;
    foldwise::charset charset;
};

// The labels of the WHATWG Encoding Standard, section 4.2, in alphabetical order. Three groups have
// another set than in the standard: the names of US-ASCII, the names of UTF-16 and UCS-2, and the
// labels that the standard maps to "replacement".
constexpr row standard[] = {
    {"866", charset::ibm866},
    {"ansi_x3.4-1968", charset::us_ascii},
    {"arabic", charset::iso_8859_6},
    {"ascii", charset::us_ascii},
    {"asmo-708", charset::iso_8859_6},
    {"big5", charset::big5},
    {"big5-hkscs", charset::big5},
    {"chinese", charset::gbk},
    {"cn-big5", charset::big5},
    {"cp1250", charset::windows_1250},
    {"cp1251", charset::windows_1251},
    {"cp1252", charset::windows_1252},
    {"cp1253", charset::windows_1253},
    {"cp1254", charset::windows_1254},
    {"cp1255", charset::windows_1255},
    {"cp1256", charset::windows_1256},
    {"cp1257", charset::windows_1257},
    {"cp1258", charset::windows_1258},
    {"cp819", charset::windows_1252},
    {"cp866", charset::ibm866},
    {"csbig5", charset::big5},
    {"cseuckr", charset::euc_kr},
    {"cseucpkdfmtjapanese", charset::euc_jp},
    {"csgb2312", charset::gbk},
    {"csibm866", charset::ibm866},
    {"csiso2022jp", charset::iso_2022_jp},
    {"csiso2022kr", charset::iso_2022_kr},
    {"csiso58gb231280", charset::gbk},
    {"csiso88596e", charset::iso_8859_6},
    {"csiso88596i", charset::iso_8859_6},
    {"csiso88598e", charset::iso_8859_8},
    {"csiso88598i", charset::iso_8859_8_i},
    {"csisolatin1", charset::windows_1252},
    {"csisolatin2", charset::iso_8859_2},
    {"csisolatin3", charset::iso_8859_3},
    {"csisolatin4", charset::iso_8859_4},
    {"csisolatin5", charset::windows_1254},
    {"csisolatin6", charset::iso_8859_10},
    {"csisolatin9", charset::iso_8859_15},
    {"csisolatinarabic", charset::iso_8859_6},
    {"csisolatincyrillic", charset::iso_8859_5},
    {"csisolatingreek", charset::iso_8859_7},
    {"csisolatinhebrew", charset::iso_8859_8},
    {"cskoi8r", charset::koi8_r},
    {"csksc56011987", charset::euc_kr},
    {"csmacintosh", charset::macintosh},
    {"csshiftjis", charset::shift_jis},
    {"csunicode", charset::utf_16},
    {"cyrillic", charset::iso_8859_5},
    {"dos-874", charset::windows_874},
    {"ecma-114", charset::iso_8859_6},
    {"ecma-118", charset::iso_8859_7},
    {"elot_928", charset::iso_8859_7},
    {"euc-jp", charset::euc_jp},
    {"euc-kr", charset::euc_kr},
    {"gb18030", charset::gb18030},
    {"gb2312", charset::gbk},
    {"gb_2312", charset::gbk},
    {"gb_2312-80", charset::gbk},
    {"gbk", charset::gbk},
    {"greek", charset::iso_8859_7},
    {"greek8", charset::iso_8859_7},
    {"hebrew", charset::iso_8859_8},
    {"hz-gb-2312", charset::hz_gb_2312},
    {"ibm819", charset::windows_1252},
    {"ibm866", charset::ibm866},
    {"iso-10646-ucs-2", charset::utf_16},
    {"iso-2022-cn", charset::iso_2022_cn},
    {"iso-2022-cn-ext", charset::iso_2022_cn_ext},
    {"iso-2022-jp", charset::iso_2022_jp},
    {"iso-2022-kr", charset::iso_2022_kr},
    {"iso-8859-1", charset::windows_1252},
    {"iso-8859-10", charset::iso_8859_10},
    {"iso-8859-11", charset::windows_874},
    {"iso-8859-13", charset::iso_8859_13},
    {"iso-8859-14", charset::iso_8859_14},
    {"iso-8859-15", charset::iso_8859_15},
    {"iso-8859-16", charset::iso_8859_16},
    {"iso-8859-2", charset::iso_8859_2},
    {"iso-8859-3", charset::iso_8859_3},
    {"iso-8859-4", charset::iso_8859_4},
    {"iso-8859-5", charset::iso_8859_5},
    {"iso-8859-6", charset::iso_8859_6},
    {"iso-8859-6-e", charset::iso_8859_6},
    {"iso-8859-6-i", charset::iso_8859_6},
    {"iso-8859-7", charset::iso_8859_7},
    {"iso-8859-8", charset::iso_8859_8},
    {"iso-8859-8-e", charset::iso_8859_8},
    {"iso-8859-8-i", charset::iso_8859_8_i},
    {"iso-8859-9", charset::windows_1254},
    {"iso-ir-100", charset::windows_1252},
    {"iso-ir-101", charset::iso_8859_2},
    {"iso-ir-109", charset::iso_8859_3},
    {"iso-ir-110", charset::iso_8859_4},
    {"iso-ir-126", charset::iso_8859_7},
    {"iso-ir-127", charset::iso_8859_6},
    {"iso-ir-138", charset::iso_8859_8},
    {"iso-ir-144", charset::iso_8859_5},
    {"iso-ir-148", charset::windows_1254},
    {"iso-ir-149", charset::euc_kr},
    {"iso-ir-157", charset::iso_8859_10},
    {"iso-ir-58", charset::gbk},
    {"iso8859-1", charset::windows_1252},
    {"iso8859-10", charset::iso_8859_10},
    {"iso8859-11", charset::windows_874},
    {"iso8859-13", charset::iso_8859_13},
    {"iso8859-14", charset::iso_8859_14},
    {"iso8859-15", charset::iso_8859_15},
    {"iso8859-2", charset::iso_8859_2},
    {"iso8859-3", charset::iso_8859_3},
    {"iso8859-4", charset::iso_8859_4},
    {"iso8859-5", charset::iso_8859_5},
    {"iso8859-6", charset::iso_8859_6},
    {"iso8859-7", charset::iso_8859_7},
    {"iso8859-8", charset::iso_8859_8},
    {"iso8859-9", charset::windows_1254},
    {"iso88591", charset::windows_1252},
    {"iso885910", charset::iso_8859_10},
    {"iso885911", charset::windows_874},
    {"iso885913", charset::iso_8859_13},
    {"iso885914", charset::iso_8859_14},
    {"iso885915", charset::iso_8859_15},
    {"iso88592", charset::iso_8859_2},
    {"iso88593", charset::iso_8859_3},
    {"iso88594", charset::iso_8859_4},
    {"iso88595", charset::iso_8859_5},
    {"iso88596", charset::iso_8859_6},
    {"iso88597", charset::iso_8859_7},
    {"iso88598", charset::iso_8859_8},
    {"iso88599", charset::windows_1254},
    {"iso_8859-1", charset::windows_1252},
    {"iso_8859-15", charset::iso_8859_15},
    {"iso_8859-1:1987", charset::windows_1252},
    {"iso_8859-2", charset::iso_8859_2},
    {"iso_8859-2:1987", charset::iso_8859_2},
    {"iso_8859-3", charset::iso_8859_3},
    {"iso_8859-3:1988", charset::iso_8859_3},
    {"iso_8859-4", charset::iso_8859_4},
    {"iso_8859-4:1988", charset::iso_8859_4},
    {"iso_8859-5", charset::iso_8859_5},
    {"iso_8859-5:1988", charset::iso_8859_5},
    {"iso_8859-6", charset::iso_8859_6},
    {"iso_8859-6:1987", charset::iso_8859_6},
    {"iso_8859-7", charset::iso_8859_7},
    {"iso_8859-7:1987", charset::iso_8859_7},
    {"iso_8859-8", charset::iso_8859_8},
    {"iso_8859-8:1988", charset::iso_8859_8},
    {"iso_8859-9", charset::windows_1254},
    {"iso_8859-9:1989", charset::windows_1254},
    {"koi", charset::koi8_r},
    {"koi8", charset::koi8_r},
    {"koi8-r", charset::koi8_r},
    {"koi8-ru", charset::koi8_u},
    {"koi8-u", charset::koi8_u},
    {"koi8_r", charset::koi8_r},
    {"korean", charset::euc_kr},
    {"ks_c_5601-1987", charset::euc_kr},
    {"ks_c_5601-1989", charset::euc_kr},
    {"ksc5601", charset::euc_kr},
    {"ksc_5601", charset::euc_kr},
    {"l1", charset::windows_1252},
    {"l2", charset::iso_8859_2},
    {"l3", charset::iso_8859_3},
    {"l4", charset::iso_8859_4},
    {"l5", charset::windows_1254},
    {"l6", charset::iso_8859_10},
    {"l9", charset::iso_8859_15},
    {"latin1", charset::windows_1252},
    {"latin2", charset::iso_8859_2},
    {"latin3", charset::iso_8859_3},
    {"latin4", charset::iso_8859_4},
    {"latin5", charset::windows_1254},
    {"latin6", charset::iso_8859_10},
    {"logical", charset::iso_8859_8_i},
    {"mac", charset::macintosh},
    {"macintosh", charset::macintosh},
    {"ms932", charset::shift_jis},
    {"ms_kanji", charset::shift_jis},
    {"replacement", charset::replacement},
    {"shift-jis", charset::shift_jis},
    {"shift_jis", charset::shift_jis},
    {"sjis", charset::shift_jis},
    {"sun_eu_greek", charset::iso_8859_7},
    {"tis-620", charset::windows_874},
    {"ucs-2", charset::utf_16},
    {"unicode", charset::utf_16},
    {"unicode-1-1-utf-8", charset::utf_8},
    {"unicode11utf8", charset::utf_8},
    {"unicode20utf8", charset::utf_8},
    {"unicodefeff", charset::utf_16le},
    {"unicodefffe", charset::utf_16be},
    {"us-ascii", charset::us_ascii},
    {"utf-16", charset::utf_16},
    {"utf-16be", charset::utf_16be},
    {"utf-16le", charset::utf_16le},
    {"utf-8", charset::utf_8},
    {"utf8", charset::utf_8},
    {"visual", charset::iso_8859_8},
    {"windows-1250", charset::windows_1250},
    {"windows-1251", charset::windows_1251},
    {"windows-1252", charset::windows_1252},
    {"windows-1253", charset::windows_1253},
    {"windows-1254", charset::windows_1254},
    {"windows-1255", charset::windows_1255},
    {"windows-1256", charset::windows_1256},
    {"windows-1257", charset::windows_1257},
    {"windows-1258", charset::windows_1258},
    {"windows-31j", charset::shift_jis},
    {"windows-874", charset::windows_874},
    {"windows-949", charset::euc_kr},
    {"x-cp1250", charset::windows_1250},
    {"x-cp1251", charset::windows_1251},
    {"x-cp1252", charset::windows_1252},
    {"x-cp1253", charset::windows_1253},
    {"x-cp1254", charset::windows_1254},
    {"x-cp1255", charset::windows_1255},
    {"x-cp1256", charset::windows_1256},
    {"x-cp1257", charset::windows_1257},
    {"x-cp1258", charset::windows_1258},
    {"x-euc-jp", charset::euc_jp},
    {"x-gbk", charset::gbk},
    {"x-mac-cyrillic", charset::x_mac_cyrillic},
    {"x-mac-roman", charset::macintosh},
    {"x-mac-ukrainian", charset::x_mac_cyrillic},
    {"x-sjis", charset::shift_jis},
    {"x-unicode20utf8", charset::utf_8},
    {"x-user-defined", charset::x_user_defined},
    {"x-x-big5", charset::big5},
};
static_assert(std::size(standard) == 228);

constexpr row names[] = {
    {"utf-8", charset::utf_8},
    {"ibm866", charset::ibm866},
    {"iso-8859-2", charset::iso_8859_2},
    {"iso-8859-3", charset::iso_8859_3},
    {"iso-8859-4", charset::iso_8859_4},
    {"iso-8859-5", charset::iso_8859_5},
    {"iso-8859-6", charset::iso_8859_6},
    {"iso-8859-7", charset::iso_8859_7},
    {"iso-8859-8", charset::iso_8859_8},
    {"iso-8859-10", charset::iso_8859_10},
    {"iso-8859-13", charset::iso_8859_13},
    {"iso-8859-14", charset::iso_8859_14},
    {"iso-8859-15", charset::iso_8859_15},
    {"iso-8859-16", charset::iso_8859_16},
    {"koi8-r", charset::koi8_r},
    {"koi8-u", charset::koi8_u},
    {"macintosh", charset::macintosh},
    {"windows-874", charset::windows_874},
    {"windows-1250", charset::windows_1250},
    {"windows-1251", charset::windows_1251},
    {"windows-1252", charset::windows_1252},
    {"windows-1253", charset::windows_1253},
    {"windows-1254", charset::windows_1254},
    {"windows-1255", charset::windows_1255},
    {"windows-1256", charset::windows_1256},
    {"windows-1257", charset::windows_1257},
    {"windows-1258", charset::windows_1258},
    {"x-mac-cyrillic", charset::x_mac_cyrillic},
    {"ibm437", charset::ibm437},
    {"ibm850", charset::ibm850},
    {"ibm852", charset::ibm852},
    {"ibm00858", charset::ibm858},
    {"iso-8859-8-i", charset::iso_8859_8_i},
    {"us-ascii", charset::us_ascii},
    {"x-user-defined", charset::x_user_defined},
    {"utf-16", charset::utf_16},
    {"utf-16be", charset::utf_16be},
    {"utf-16le", charset::utf_16le},
    {"utf-32", charset::utf_32},
    {"utf-32be", charset::utf_32be},
    {"utf-32le", charset::utf_32le},
    {"utf-7", charset::utf_7},
    {"gb18030", charset::gb18030},
    {"gbk", charset::gbk},
    {"big5", charset::big5},
    {"euc-jp", charset::euc_jp},
    {"iso-2022-jp", charset::iso_2022_jp},
    {"iso-2022-jp-2", charset::iso_2022_jp_2},
    {"shift_jis", charset::shift_jis},
    {"euc-kr", charset::euc_kr},
    {"iso-2022-kr", charset::iso_2022_kr},
    {"iso-2022-cn", charset::iso_2022_cn},
    {"iso-2022-cn-ext", charset::iso_2022_cn_ext},
    {"hz-gb-2312", charset::hz_gb_2312},
    {"replacement", charset::replacement},
};
static_assert(std::size(names) == foldwise::detail::charset_count);

constexpr void finds(row const& row) {
    auto const found = find_charset(row.label);
    REQUIRE_SAME(row.label, found.has_value(), true);
    if (found) REQUIRE_SAME(row.label, *found, row.charset);
}

bool each_label_of_the_standard() {
    for (auto const& row : standard) finds(row);
    return true;
}
TEST_CASE("charset: each label of the WHATWG Encoding Standard") { // too long for clang to compile
    CHECK(each_label_of_the_standard());
}

constexpr bool names_are_labels() {
    for (auto const& row : names) {
        REQUIRE_SAME(row.label, name_of(row.charset), row.label);
        finds(row);
    }
    return true;
}
CASE("charset: each name is a label of its set", names_are_labels)

// Unicode Technical Standard 22 section 1.4.
constexpr row same_labels[] = {
    {"UTF-8", charset::utf_8},
    {"Utf8", charset::utf_8},
    {"u.t.f-008", charset::utf_8},
    {"utf-08", charset::utf_8},
    {"UTF_8", charset::utf_8},
    {"utf 8", charset::utf_8},
    {"\t\n\f\r utf-8\r\n \t", charset::utf_8},
    {"'utf-8'", charset::utf_8},
    {"\"utf-8\"", charset::utf_8},
    {"utf-8,", charset::utf_8},
    {"<utf-8>", charset::utf_8},
    {"utf-8:", charset::utf_8},
    {"\xE2\x80\x9Cutf-8\xE2\x80\x9D", charset::utf_8}, // other quotation marks
    {"windows 1252", charset::windows_1252},
    {"Windows-1252:", charset::windows_1252},
    {"WINDOWS_01252", charset::windows_1252},
    {"iso8859_15", charset::iso_8859_15},
    {"iso 8859-2", charset::iso_8859_2},
    {"ISO_8859-01", charset::windows_1252},
    {"ISO_8859-1:1987", charset::windows_1252},
    {"ISO-8859-10", charset::iso_8859_10},
    {"windows-1250", charset::windows_1250}, // the 0 has a digit before it
    {"GB_18030", charset::gb18030},
    {"shift-jis", charset::shift_jis},
    {"Shift JIS", charset::shift_jis},
    {"eucjp", charset::euc_jp},
    {"iso2022jp", charset::iso_2022_jp},
    {"ISO-2022-JP-2", charset::iso_2022_jp_2},
    {"CSEUCPKDFMTJAPANESE", charset::euc_jp},
    {"KS_C_5601-1987", charset::euc_kr},
    {"koi8r", charset::koi8_r},
};

// Names at IANA that are not in the WHATWG Encoding Standard.
constexpr row registered[] = {
    {"ANSI_X3.4-1986", charset::us_ascii},
    {"ISO_646.irv:1991", charset::us_ascii},
    {"ISO646-US", charset::us_ascii},
    {"us", charset::us_ascii},
    {"IBM367", charset::us_ascii},
    {"cp367", charset::us_ascii},
    {"csASCII", charset::us_ascii},
    {"csUTF8", charset::utf_8},
    {"cswindows1250", charset::windows_1250},
    {"csISO885915", charset::iso_8859_15},
    {"Latin-9", charset::iso_8859_15},
    {"iso-celtic", charset::iso_8859_14},
    {"latin10", charset::iso_8859_16},
    {"csKOI8U", charset::koi8_u},
    {"csTIS620", charset::windows_874},
    {"IBM437", charset::ibm437},
    {"csPC8CodePage437", charset::ibm437},
    {"850", charset::ibm850},
    {"csPC850Multilingual", charset::ibm850},
    {"csPCp852", charset::ibm852},
    {"IBM00858", charset::ibm858},
    {"CCSID00858", charset::ibm858},
    {"PC-Multilingual-850+euro", charset::ibm858},
    {"csUTF16", charset::utf_16},
    {"csUTF32BE", charset::utf_32be},
    {"ISO-10646-UCS-4", charset::utf_32},
    {"UNICODE-1-1-UTF-7", charset::utf_7},
    {"csUTF7", charset::utf_7},
    {"CP936", charset::gbk},
    {"csGBK", charset::gbk},
    {"csGB18030", charset::gb18030},
    {"csBig5HKSCS", charset::big5},
    {"Extended_UNIX_Code_Packed_Format_for_Japanese", charset::euc_jp},
    {"CP51932", charset::euc_jp},
    {"CP50220", charset::iso_2022_jp},
    {"csISO2022JP2", charset::iso_2022_jp_2},
    {"csWindows31J", charset::shift_jis},
    {"csISO2022CN", charset::iso_2022_cn},
};

// Labels that occur in mail, and are not registered, or for another charset.
constexpr row mail[] = {
    {"utf8mb4", charset::utf_8},
    {"utf-8-unix", charset::utf_8},
    {"utf8_general_ci", charset::utf_8},
    {"cp65001", charset::utf_8},
    {"uft-8", charset::utf_8},
    {"we8mswin1252", charset::windows_1252},
    {"latin1_swedish_ci", charset::windows_1252},
    {"win-1251", charset::windows_1251},
    {"1251", charset::windows_1251},
    {"8859_2", charset::iso_8859_2},
    {"cp858", charset::ibm858},
    {"cp-850", charset::ibm850},
    {"cp932", charset::shift_jis},
    {"cp949", charset::euc_kr},
    {"uhc", charset::euc_kr},
    {"cp950", charset::big5},
    {"euc-cn", charset::gbk},
    {"ujis", charset::euc_jp},
    {"eucJP-ms", charset::euc_jp},
    {"iso-2022-jp-1", charset::iso_2022_jp_2},
    {"_iso-2022-jp$ESC", charset::iso_2022_jp},
    {"hz", charset::hz_gb_2312},
};

// Labels with something before or after them.
constexpr row damaged[] = {
    {"charset=us-ascii", charset::us_ascii},
    {"text/html; charset=koi8-r", charset::koi8_r},
    {"utf-8; format=flowed", charset::utf_8},
    {"utf-8 format=flowed", charset::utf_8},
    {"utf-8,gb2312", charset::utf_8},
    {"utf-8//TRANSLIT", charset::utf_8},
    {"iso-8859-2//IGNORE", charset::iso_8859_2},
    {"x-iso-2022-jp", charset::iso_2022_jp},
    {"X-UTF-8", charset::utf_8},
    {"x-cp850", charset::ibm850},
    {"'x-cp850'", charset::ibm850},
    {"charset='x-cp850'", charset::ibm850},
    {"x-windows-1251", charset::windows_1251},
    {"en_US.iso885915", charset::iso_8859_15},
    {"zh_CN.GB18030", charset::gb18030},
    {"ja_JP.eucJP", charset::euc_jp},
    {"windows-1252http-equivContent-Type", charset::windows_1252},
    {"IBM437HTTP-EQUIVCONTENT-TYPE", charset::ibm437},
};

template <std::size_t Count>
constexpr bool all_found(row const (&table)[Count]) {
    for (auto const& row : table) finds(row);
    return true;
}
CASE("charset: only letters and digits of a label count", [] { return all_found(same_labels); })
CASE("charset: labels that IANA has registered", [] { return all_found(registered); })
CASE("charset: labels that occur in mail", [] { return all_found(mail); })
CASE("charset: labels with something before or after them", [] { return all_found(damaged); })

constexpr bool which_labels_are_registered() {
    for (std::string_view const label : {"utf-8", "UTF_8", "Latin1", "ISO_8859-1:1987", "IBM00858",
                                         "PC-Multilingual-850+euro", "x-sjis", "cp936"})
        REQUIRE_SAME(label, foldwise::is_registered_label(label), true);
    for (std::string_view const label :
         {"", "x-unknown", "utf8mb4", "'utf-8'", "utf 8", "utf-8;", "x-utf-8", "cp932"})
        REQUIRE_SAME(label, foldwise::is_registered_label(label), false);
    return true;
}
CASE("charset: which labels are registered", which_labels_are_registered)

constexpr bool anything_else_is_none() {
    using namespace std::string_view_literals;
    for (std::string_view const label : {""sv,
                                         " "sv,
                                         "-"sv,
                                         "0"sv,
                                         "x"sv,
                                         "x-"sv,
                                         "utf"sv,
                                         "ut8"sv, // Unicode Technical Standard 22 section 1.4
                                         "utf-80"sv,
                                         "utf-9"sv,
                                         "tf-8"sv,
                                         "iso-8859-12"sv,
                                         "iso-8859-17"sv,
                                         "iso-8859-1-2"sv,
                                         "latin1-2-5"sv,
                                         "x-unknown"sv,
                                         "unknown-8bit"sv,
                                         "none"sv,
                                         "default"sv,
                                         "binary"sv,
                                         "8bit"sv,
                                         "us-asii"sv,
                                         "utf-33"sv,
                                         "utf-7-imap"sv,
                                         "http-equivcontent-type"sv,
                                         "cseucpkdfmtjapanesex"sv,
                                         "extendedunixcodepackedformatforjapanesex"sv,
                                         "\xC4\xB1so-8859-1"sv})
        REQUIRE_SAME(label, find_charset(label).has_value(), false);
    return true;
}
CASE("charset: other texts have no charset", anything_else_is_none)

constexpr bool some_need_a_converter() {
    REQUIRE_TRUE(is_built_in(charset::utf_8) && is_built_in(charset::utf_7));
    REQUIRE_TRUE(is_built_in(charset::x_user_defined) && is_built_in(charset::us_ascii));
    REQUIRE_TRUE(!is_built_in(charset::gb18030) && !is_built_in(charset::hz_gb_2312));
    return true;
}
CASE("charset: is_built_in says which sets need no converter", some_need_a_converter)

} // namespace
