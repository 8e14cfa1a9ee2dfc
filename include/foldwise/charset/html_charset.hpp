#ifndef FOLDWISE_CHARSET_HTML_CHARSET_HPP
#define FOLDWISE_CHARSET_HTML_CHARSET_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/detail/html_prescan.hpp>
#include <foldwise/config.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How many octets at the start of a document are searched for its charset.
inline constexpr std::size_t html_prescan_limit = 1024;

/// A charset that an HTML document declares.
struct html_charset {
    foldwise::charset charset; ///< the charset that the document declares
    std::string_view label;    ///< a part of the document; empty if there is none

    friend constexpr bool operator==(html_charset const&, html_charset const&) = default;
};

/// The charset that an HTML document declares at its start.
///     <meta charset="windows-1251">                                            ->  windows_1251
///     <meta http-equiv="Content-Type" content="text/html; charset=shift_jis">  ->  shift_jis
///     <!-- <meta charset="koi8-r"> --> <p title="charset=koi8-r">              ->  nothing
/// This is the algorithm of the HTML standard (section 13.2.3.2, "prescan a byte stream to
/// determine its encoding"), which falls back to the XML declaration (`<?xml encoding="..."?>`).
/// Only labels of the WHATWG Encoding Standard count, so UTF-7 has none. Those of UTF-16 mean
/// utf_8, because the declaration would not be readable in UTF-16. x-user-defined means
/// windows_1252. As in find_charset, two things differ from the standard: "us-ascii" means
/// us_ascii, not windows_1252, and the labels of ISO-2022 and HZ that the standard maps to
/// "replacement" name charsets. A byte order mark is not looked for: see byte_order_mark_charset.
///
/// Only the first html_prescan_limit octets are read; a tag that is cut off there does not count.
/// Borrows the document. O(html_prescan_limit). Total.
constexpr optional<html_charset>
find_html_charset(std::string_view document FOLDWISE_LIFETIMEBOUND) noexcept {
    auto const found = detail::html_prescan{document.substr(0, html_prescan_limit)}.run();
    if (!found) return std::nullopt;
    return html_charset{found->charset, found->label};
}
template <owning_temporary T>
void find_html_charset(T&&) = delete; // it would dangle: keep the string in a variable first

} // namespace foldwise::inline FOLDWISE_ABI

#endif
