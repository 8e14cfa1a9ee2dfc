#include <foldwise/charset/detail/html_prescan.hpp>

#include "../../support.hpp"

#include <iterator>

namespace {

using foldwise::detail::html_prescan;

static_assert(noexcept(html_prescan{test::some_octets}.run()));

struct row {
    std::string_view document;
    std::string_view name; // of the charset; empty if none is found
    std::string_view label = {};
};

using std::literals::string_view_literals::operator""sv;

// The branches of "prescan a byte stream to determine its encoding", in the order of the standard.
constexpr row prescan[] = {
    {"", ""},
    {"text", ""},
    {"<\0?\0x\0m\0"sv, "utf-16le"},
    {"\0<\0?\0x\0m"sv, "utf-16be"},
    {"<\0?\0x"sv, ""},
    // "<!--": up to "-->", whose dashes may be those of "<!--".
    {"<!-- <meta charset=koi8-r> --><meta charset=big5>", "big5", "big5"},
    {"<!--><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<!---><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<!-- -> - -- > <meta charset=koi8-r>", ""},
    {"<!--a--!><meta charset=koi8-r>", ""},
    {"<!- -><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    // "<meta", and white space or a slash.
    {"<meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<META CharSet=KOI8-R>", "koi8-r", "KOI8-R"},
    {"<meta\tcharset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta\ncharset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta\fcharset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta\rcharset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta/charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<metacharset=koi8-r>", ""},
    {"<meta>charset=koi8-r>", ""},
    {"<metal charset=koi8-r>", ""},
    {"</meta charset=koi8-r>", ""},
    {"< meta charset=koi8-r>", ""},
    {"<<meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<p><head><meta name=x content=y><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    // Without a known label, the search goes on.
    {"<meta charset=x-unknown><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta charset><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta charset=''><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    // http-equiv and content, in either order; both are needed.
    {"<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">", "koi8-r", "koi8-r"},
    {"<meta content='text/html; charset=koi8-r' HTTP-EQUIV=\"content-type\">", "koi8-r", "koi8-r"},
    {"<meta content='text/html; charset=koi8-r'>", ""},
    {"<meta http-equiv=refresh content='text/html; charset=koi8-r'>", ""},
    {"<meta http-equiv=content-type>", ""},
    {"<meta http-equiv='content-type ' content='charset=koi8-r'>", ""},
    // charset counts more than content, wherever it is.
    {"<meta charset=koi8-r content='charset=big5'>", "koi8-r", "koi8-r"},
    {"<meta content='charset=big5' charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta http-equiv=content-type content='charset=big5' charset=x>", ""},
    {"<meta charset=x http-equiv=content-type content='charset=big5'>", ""},
    // Of attributes with the same name, the first one counts.
    {"<meta charset=koi8-r charset=big5>", "koi8-r", "koi8-r"},
    {"<meta charset=x charset=big5>", ""},
    {"<meta http-equiv=x http-equiv=content-type content='charset=big5'>", ""},
    {"<meta http-equiv=content-type content=x content='charset=big5'>", ""},
    // UTF-16 means UTF-8, x-user-defined means windows-1252.
    {"<meta charset=utf-16>", "utf-8", "utf-16"},
    {"<meta charset=utf-16be>", "utf-8", "utf-16be"},
    {"<meta charset=utf-16le>", "utf-8", "utf-16le"},
    {"<meta charset=ucs-2>", "utf-8", "ucs-2"},
    {"<meta charset=x-user-defined>", "windows-1252", "x-user-defined"},
    // Other tags: their attributes are passed.
    {"<p title='<meta charset=koi8-r>'>", ""},
    {"<p title=\"<meta charset=koi8-r>\"><meta charset=big5>", "big5", "big5"},
    {"<p title=<meta charset=koi8-r>", ""},
    {"<p '><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"</p title='<meta charset=koi8-r>'>", ""},
    {"<a charset=koi8-r>", ""},
    {"<p/><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<p\n><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    // "<!", "</" and "<?" end at the first ">".
    {"<!DOCTYPE html '><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<!DOCTYPE <meta charset=koi8-r>", ""},
    {"</ <meta charset=koi8-r>", ""},
    {"</1 '><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<?php '><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<? <meta charset=koi8-r>", ""},
    // What is cut off does not count.
    {"<meta charset=koi8-r", ""},
    {"<meta charset='koi8-r'", ""},
    {"<meta charset='koi8-r' ", ""},
    {"<meta charset='koi8-r", ""},
    {"<meta ", ""},
    {"<meta", ""},
    {"<", ""},
    {"<!--", ""},
    {"<!-", ""},
    {"<p a", ""},
};

// "Get an attribute".
constexpr row attributes[] = {
    {"<meta / / charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta a charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta a/charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta a=b/charset=koi8-r>", ""},
    {"<meta a= charset=koi8-r>", ""},
    {"<meta a='b'charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta charset = koi8-r>", "koi8-r", "koi8-r"},
    {"<meta charset\n=\n\"koi8-r\"\n>", "koi8-r", "koi8-r"},
    {"<meta charset=koi8-r/>", ""}, // the slash belongs to the value
    {"<meta charset=\"koi8-r\"/>", "koi8-r", "koi8-r"},
    {"<meta charset=koi8-r />", "koi8-r", "koi8-r"},
    {"<meta charset='koi8-r\">", ""},
    {"<meta charset=\"'koi8-r'\">", ""},
    {"<meta =charset=koi8-r>", ""},
    {"<meta ==x charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta = charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<meta charset =>", ""},
    {"<meta data-charset=koi8-r>", ""},
};

// "Extracting a character encoding from a meta element", in a meta with the right http-equiv.
constexpr row contents[] = {
    {"text/html; charset=koi8-r", "koi8-r", "koi8-r"},
    {"charset=koi8-r", "koi8-r", "koi8-r"},
    {"text/html; CHARSET = koi8-r ; x", "koi8-r", "koi8-r"},
    {"text/html;charset=koi8-r;x=y", "koi8-r", "koi8-r"},
    {"charset=koi8-r big5", "koi8-r", "koi8-r"},
    {"text/html", ""},
    {"text/html; charset", ""},
    {"text/html; charset=", ""},
    {"charset charset=koi8-r", "koi8-r", "koi8-r"},
    {"charset x; charset=koi8-r", "koi8-r", "koi8-r"},
    {"charsetcharset=koi8-r", "koi8-r", "koi8-r"},
    {"xcharset=koi8-r", "koi8-r", "koi8-r"},
    {"charset='koi8-r' x", "koi8-r", "koi8-r"},
    {"charset=' koi8-r '", "koi8-r", " koi8-r "},
    {"charset='koi8-r", ""},
    {"charset=", ""},
    {"charset=x-unknown; charset=koi8-r", ""}, // only the first one is looked at
    {"charse", ""},
};

// "Get an XML encoding", if there is no meta element.
constexpr row declarations[] = {
    {"<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>", "koi8-r", "koi8-r"},
    {"<?xml encoding = 'koi8-r' ?>", "koi8-r", "koi8-r"},
    {"<?xml encoding='utf-16'?>", "utf-8", "utf-16"},
    {"<?xml encoding='big5'?><meta charset=koi8-r>", "koi8-r", "koi8-r"},
    {"<?xml encoding='koi8-r'?><!-- never closed", "koi8-r", "koi8-r"},
    {" <?xml encoding='koi8-r'?>", ""},
    {"<?XML encoding='koi8-r'?>", ""},
    {"<?xml encoding=koi8-r?>", ""},
    {"<?xml encoding='koi8-r'", ""},
    {"<?xml encoding='koi8-r?>'", ""},
    {"<?xml encoding='koi8 r'?>", ""},
    {"<?xml encoding=' koi8-r'?>", ""},
    {"<?xml encoding='koi8-r\n'?>", ""},
    {"<?xml encoding koi8-r?>", ""},
    {"<?xml encoding=", ""},
    {"<?xml encoding?>", ""},
    {"<?xml encoding=?>", ""},
    {"<?xml?> encoding='koi8-r'", ""},
    {"<?xml encoding='utf-7'?>", ""},
};

constexpr void check(std::string_view document, row const& r) {
    auto const found = html_prescan{document}.run();
    REQUIRE_SAME(r.document, found ? name_of(found->charset) : "", r.name);
    REQUIRE_SAME(r.document, found ? found->label : "", r.label);
}

template <auto const& Table, std::size_t First, std::size_t Last>
constexpr bool documents_are_read() {
    for (auto i = First; i < Last && i < std::size(Table); ++i) check(Table[i].document, Table[i]);
    return true;
}
CASE("html_prescan: prescan, 1", (documents_are_read<prescan, 0, 25>))
CASE("html_prescan: prescan, 2", (documents_are_read<prescan, 25, 50>))
CASE("html_prescan: prescan, 3", (documents_are_read<prescan, 50, 200>))
CASE("html_prescan: attributes", (documents_are_read<attributes, 0, 100>))
CASE("html_prescan: XML declarations", (documents_are_read<declarations, 0, 100>))

constexpr bool contents_are_read() {
    for (auto const& r : contents) {
        test::text_buffer document;
        document.append("<meta http-equiv=content-type content=\"");
        document.append(r.document);
        document.append("\">");
        check(std::string_view{document}, r);
    }
    return true;
}
CASE("html_prescan: the content of a meta element", contents_are_read)

} // namespace
