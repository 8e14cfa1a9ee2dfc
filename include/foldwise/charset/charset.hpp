#ifndef FOLDWISE_CHARSET_CHARSET_HPP
#define FOLDWISE_CHARSET_CHARSET_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/charset/detail/label_reader.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

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

/// The names of the charsets, in the order of the enum, each in a cell of 16 octets.
inline constexpr char charset_names[] = //
    "utf-8           "
    "ibm866          "
    "iso-8859-2      "
    "iso-8859-3      "
    "iso-8859-4      "
    "iso-8859-5      "
    "iso-8859-6      "
    "iso-8859-7      "
    "iso-8859-8      "
    "iso-8859-10     "
    "iso-8859-13     "
    "iso-8859-14     "
    "iso-8859-15     "
    "iso-8859-16     "
    "koi8-r          "
    "koi8-u          "
    "macintosh       "
    "windows-874     "
    "windows-1250    "
    "windows-1251    "
    "windows-1252    "
    "windows-1253    "
    "windows-1254    "
    "windows-1255    "
    "windows-1256    "
    "windows-1257    "
    "windows-1258    "
    "x-mac-cyrillic  "
    "ibm437          "
    "ibm850          "
    "ibm852          "
    "ibm00858        "
    "iso-8859-8-i    "
    "us-ascii        "
    "x-user-defined  "
    "utf-16          "
    "utf-16be        "
    "utf-16le        "
    "utf-32          "
    "utf-32be        "
    "utf-32le        "
    "utf-7           "
    "gb18030         "
    "gbk             "
    "big5            "
    "euc-jp          "
    "iso-2022-jp     "
    "iso-2022-jp-2   "
    "shift_jis       "
    "euc-kr          "
    "iso-2022-kr     "
    "iso-2022-cn     "
    "iso-2022-cn-ext "
    "hz-gb-2312      "
    "replacement     ";
inline constexpr std::size_t charset_count = sizeof charset_names / 16;
static_assert(charset_count == static_cast<std::size_t>(charset::replacement) + 1);

} // namespace detail

/// The name of a charset in lower case: that of the WHATWG Encoding Standard, or if it has none,
/// the preferred name at IANA. O(1).
///     name_of(charset::windows_1252)  ->  "windows-1252"
constexpr std::string_view name_of(charset value) noexcept {
    auto const cell =
        std::string_view{detail::charset_names}.substr(16 * static_cast<std::size_t>(value), 16);
    return cell.substr(0, cell.find(' '));
}

/// Whether foldwise decodes the charset itself, without a charset_converter.
constexpr bool is_built_in(charset value) noexcept { return value < charset::gb18030; }

/// The charset that a label names. A label is the value of a charset parameter (RFC 2046 section
/// 4.1.2), or the charset of an encoded-word (RFC 2047 section 2).
///     find_charset("Latin1")      ->  windows_1252
///     find_charset("'UTF_8'")     ->  utf_8
///     find_charset("x-unknown")   ->  nothing
/// Labels match as Unicode Technical Standard 22 section 1.4 says: only ASCII letters and digits
/// count, in any case, and each 0 that has no digit before it is ignored ("utf-08"). The labels are
/// those of the WHATWG Encoding Standard (section 4.2), the names and aliases that IANA has
/// registered for the same charsets, and others that occur in mail, such as "utf8mb4", "cp932" and
/// "win-1251". Where the standard and IANA differ, the standard counts, with three exceptions:
///     "us-ascii"         and its aliases name US-ASCII, not windows-1252: it is the default of
///                        mail (RFC 2046 section 4.1.2), and does not say what octets beyond
///                        ASCII mean
///     "utf-16"           and the names of UCS-2 name utf_16, which may have a byte order mark
///                        (RFC 2781 section 3.2)
///     "iso-2022-kr" ...  which the standard maps to "replacement", name charsets
/// A label that is unknown is cut at each ; , / = and white space, and the first part that is known
/// counts ("charset=utf-8", "utf-8; format=flowed", "utf-8//TRANSLIT"). "x-" or a locale at the
/// start of a part ("x-cp850", "en_US.iso885915"), "http-equivcontent-type" at its end and zeros
/// before a number ("iso-8859-01") are ignored. If no part is known, there is no value. O(label).
constexpr optional<charset> find_charset(std::string_view label) noexcept {
    // The most frequent labels in mail.
    if (ascii_iequals(label, "utf-8")) return charset::utf_8;
    if (ascii_iequals(label, "iso-8859-1")) return charset::windows_1252;
    auto const number = detail::label_reader::charset_number(label);
    if (number < 0) return std::nullopt;
    return static_cast<charset>(number);
}

/// Whether a label is one of the WHATWG Encoding Standard, or registered at IANA for a charset that
/// foldwise knows. Case, zeros before a number, and the characters - _ . : + do not count. Other
/// programs may not know a label for which this is false, even if find_charset does. O(label).
///     is_registered_label("Latin1")   ->  true
///     is_registered_label("utf8mb4")  ->  false
constexpr bool is_registered_label(std::string_view label) noexcept {
    return detail::label_reader::is_registered(label);
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
