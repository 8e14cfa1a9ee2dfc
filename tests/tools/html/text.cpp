#include "../../../tools/html/text.hpp"

#include "../../mail_files.hpp"
#include "../../support.hpp"

#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/quoted_printable.hpp>

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <vector>

using namespace std::string_view_literals;

namespace {

struct row {
    std::string_view from;
    std::string_view html;
    std::string_view text;
};

constexpr row tags[] = {
    {"nothing", "", ""},
    {"text", "a", "a\n"},
    {"tags are dropped", "<b>a</b><i class=x>b</i>", "ab\n"},
    {"a tag with quoted >", "<b title=\"x>y\">a</b><b title='>'>b</b>", "ab\n"},
    {"an unquoted value ends at >", "<b title=x/y>a", "a\n"},
    {"an equals sign with blanks", "<b title = \"x>y\" >a", "a\n"},
    {"an attribute that starts with =", "<b =\">a\">b", "a\">b\n"},
    {"names in any case", "<SCRIPT>x</Script>a", "a\n"},
    {"a slash between attributes", "<img/alt=a/><br/>b", "[a/]\nb\n"},
    {"the first attribute of a name counts", "<img alt=a alt=b>", "[a]\n"},
    {"< that starts no tag", "1 < 2 <3 << <", "1 < 2 <3 << <\n"},
    {"</ that starts no tag", "a</ b>c</>d</", "acd</\n"},
    {"a tag that is not closed", "a<b title='x>y", "a\n"},
    {"a tag that is not closed, without quotes", "a<b x", "a\n"},
    {"comments", "a<!-- b --><!----><!-->c<!--->d", "acd\n"},
    {"a comment that --!> closes", "a<!-- x --!>b", "ab\n"},
    {"a comment with > and tags", "a<!-- > <b> - -- -> -->b", "ab\n"},
    {"a comment that is not closed", "a<!-- b > -- ", "a\n"},
    {"conditional comments", "<!--[if mso]>x<![endif]--><![if !mso]>a<![endif]>", "a\n"},
    {"CDATA is a comment", "a<![CDATA[b]]>c", "ac\n"},
    {"doctype and processing instructions", "<!DOCTYPE html><?xml x?>a<!>b", "ab\n"},
    {"script", "a<script>x</script>b", "ab\n"},
    {"script with a tag in a string", "<script>'<b>x</b></scriptx>'</script >a", "a\n"},
    {"script with a script in a comment", "<script><!--<script>x</script>y--></script>a", "a\n"},
    {"script with a comment that ends at once", "<script><!--><script>x</script>a", "a\n"},
    {"script that is not closed", "a<script>x<p>y</scrip", "a\n"},
    {"style", "<style>p > a{}<b></style>a", "a\n"},
    {"style that is not closed", "a<style>x</styl>y", "a\n"},
    {"title", "<title>x<b>y&lt;</title>a", "a\n"},
    {"never rendered",
     "<iframe>x<b></iframe><noembed>x</noembed><noframes>x</noframes><template>x<p>y</p></"
     "template>a",
     "a\n"},
    {"noframes inside noframes", "<noframes><noframes>x</noframes>a", "a\n"},
    {"noscript is shown, since scripts do not run", "<noscript>a</noscript>b", "ab\n"},
    {"textarea has no tags", "<textarea>a<b>&amp;</textarea>", "a<b>&\n"},
    {"xmp has no references", "<xmp>a<b>&amp;</xmp>", "a<b>&amp;\n"},
    {"plaintext never ends", "<plaintext>a</plaintext>", "a</plaintext>\n"},
    {"plaintext with CRLF", "<plaintext>a\r\nb", "a\nb\n"},
    {"NUL", "a\0b"sv, "ab\n"},
    {"octets that are not UTF-8", "a\xFF\xC3", "a\xEF\xBF\xBD\xEF\xBF\xBD\n"},
};

constexpr row references[] = {
    {"the usual ones", "&lt;b&gt; &amp; &quot;&apos;", "<b> & \"'\n"},
    {"HTML 4", "&eacute;&Eacute;&euro;&hellip;&alefsym;",
     "\xC3\xA9\xC3\x89\xE2\x82\xAC\xE2\x80\xA6\xE2\x84\xB5\n"},
    {"the first and the last of the table", "&AElig;&zwnj;x", "\xC3\x86\xE2\x80\x8Cx\n"},
    {"decoded once", "&amp;lt;", "&lt;\n"},
    {"decimal", "&#65;&#8364;&#65",
     "A\xE2\x82\xAC"
     "A\n"},
    {"hexadecimal", "&#x41;&#X20ac;&#x41g",
     "A\xE2\x82\xAC"
     "Ag\n"},
    {"beyond the BMP", "&#x1F600;", "\xF0\x9F\x98\x80\n"},
    {"WHATWG, windows-1252", "&#128;&#x92;&#159;", "\xE2\x82\xAC\xE2\x80\x99\xC5\xB8\n"},
    {"WHATWG, no character", "&#0;&#xD800;&#xDFFF;&#x110000;&#99999999999999999999;",
     "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\n"},
    {"the greatest character", "&#x10FFFF;", "\xF4\x8F\xBF\xBF\n"},
    {"no number", "&#;&#x;&#xg;&#", "&#;&#x;&#xg;&#\n"},
    {"no name", "&;&bogus;& a&1;&", "&;&bogus;& a&1;&\n"},
    {"without a semicolon", "&lt&ampx&copy2&notit",
     "<&x\xC2\xA9"
     "2\xC2\xACit\n"},
    {"with a semicolon, the longest name counts", "&notin;&not;", "\xE2\x88\x89\xC2\xAC\n"},
    {"other names need a semicolon", "&euro &hellip", "&euro &hellip\n"},
    {"the case of names counts", "&EURO;&Amp;&AMP", "&EURO;&Amp;&\n"},
    {"in an attribute", "<img alt='&lt;&copy=&copyx&copy;&copy'>",
     "[<&copy=&copyx\xC2\xA9\xC2\xA9]\n"},
    {"of blanks", "a&#32;&#10;b&Tab;c", "a b c\n"},
    {"nbsp is a space that stays", "a&nbsp;&nbsp;b &nbsp;", "a  b\n"},
    {"invisible characters", "a&shy;b&#8203;c&#xFEFF;", "abc\n"},
    {"joiners that join nothing", "&zwj;a&nbsp;&zwnj;&nbsp;&zwnj;&#847;<p>&zwnj; b", "a\n\nb\n"},
};

constexpr row layouts[] = {
    {"blanks are one space", " a \t\r\n b ", "a b\n"},
    {"between inline elements", "<b>a </b> <i> b</i>", "a b\n"},
    {"br", "a<br>b<br/>c</br>d", "a\nb\nc\nd\n"},
    {"br twice is an empty line, and no more", "a<br><br>b<br><br><br><br>c", "a\n\nb\n\nc\n"},
    {"br at both ends", "<br>a<br>", "a\n"},
    {"divisions", "<div>a<div>b</div></div>c", "a\nb\nc\n"},
    {"paragraphs", "<p>a<p>b</p>c", "a\n\nb\n\nc\n"},
    {"paragraphs without text", "<p>a</p><p>&nbsp;</p><p></p><p>b</p>", "a\n\nb\n"},
    {"an empty line of a division", "<div>a</div><div><br></div><div>b</div>", "a\n\nb\n"},
    {"headings", "<h1>a</h1>b<h6>c</h6>", "a\n\nb\n\nc\n"},
    {"rule", "a<hr>b", "a\n--------------------\nb\n"},
    {"list", "a<ul><li>b</li><li>c</li></ul>d", "a\n\n* b\n* c\n\nd\n"},
    {"list without end tags", "<ul><li>a<li>b</ul>c", "* a\n* b\n\nc\n"},
    {"list with numbers", "<ol><li>a<li>b</ol>", "1. a\n2. b\n"},
    {"list from a number", "<ol start=9><li>a<li>b<li value=3>c<li>d</ol>",
     "9. a\n10. b\n3. c\n4. d\n"},
    {"a malformed number", "<ol start=-1><li>a</ol>", "1. a\n"},
    {"lists in a list", "<ul><li>a<ol><li>b<li>c</ol><li>d</ul>", "* a\n  1. b\n  2. c\n* d\n"},
    {"paragraphs of an item", "<ul><li><p>a</p><p>b</p></ul>", "* a\n\n  b\n"},
    {"an item without text", "<ul><li></li><li>a</ul>", "* a\n"},
    {"an item without a list", "<li>a", "* a\n"},
    {"definitions", "<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\n  b\nc\n  d\n"},
    {"quote", "a<blockquote>b<br>c</blockquote>d", "a\n\n> b\n> c\n\nd\n"},
    {"quote with an empty line", "<blockquote><p>a<p>b</blockquote>", "> a\n>\n> b\n"},
    {"quotes in a quote", "<blockquote>a<blockquote>b</blockquote>c</blockquote>",
     "> a\n>\n> > b\n>\n> c\n"},
    {"a quote in an item", "<ul><li>a<blockquote>b</blockquote></ul>", "* a\n\n  > b\n"},
    {"a list in a quote", "<blockquote><ul><li>a<br>b</ul></blockquote>", "> * a\n>   b\n"},
    {"pre", "a<pre>  b\n\n\n c  \n</pre>d", "a\n\n  b\n\n\n c\n\nd\n"},
    {"pre, a line ending at its start", "<pre>\r\n a\r\n b\rc</pre>", " a\n b\nc\n"},
    {"pre after text", "x<pre>\r\n a</pre>y<pre>\nb</pre>", "x\n\n a\n\ny\n\nb\n"},
    {"white-space: pre-wrap", "<div style='white-space:pre-wrap'>a\n  b  c\nd</div>e",
     "a\n  b  c\nd\ne\n"},
    {"white-space: pre, in CRLF", "<p style=\"White-Space : PRE !important\">a\r\n b</p>",
     "a\n b\n"},
    {"white-space is inherited", "<div style='white-space:break-spaces'><b>a\n b</b></div>",
     "a\n b\n"},
    {"white-space: normal in pre", "<pre>a\n<span style='white-space:normal'>b\n  c</span></pre>",
     "a\nb c\n"},
    {"another white-space", "<div style='white-space:x'>a\n b</div>", "a b\n"},
    {"pre with elements", "<pre>a <b> b</b>\n c</pre>", "a  b\n c\n"},
    {"table", "<table><tr><td>a</td><td>b</td></tr><tr><th>c<th>d</table>", "a  b\nc  d\n"},
    {"table with blanks", "x<table>\n<tr>\n<td> a </td>\n<td> b </td>\n</tr></table>y",
     "x\n\na  b\n\ny\n"},
    {"cells without text", "<table><tr><td></td><td>a<td><td>b</table>", "a  b\n"},
    {"a table in a cell", "<table><tr><td>a<table><tr><td>b</table><td>c</table>", "a\n\nb\n\nc\n"},
    {"q", "<q>a</q>", "\"a\"\n"},
    {"options", "<select><option>a<option>b</select>", "a\nb\n"},
};

constexpr row links[] = {
    {"a link", "<a href=\"https://a.example/x\">a b</a>.", "a b <https://a.example/x>.\n"},
    {"text that equals its target", "<a href=\"https://a.example/x\">https://a.example/x</a>",
     "https://a.example/x\n"},
    {"text that equals the target without its scheme", "<a href='https://a.example/'>a.example</a>",
     "a.example\n"},
    {"text that equals the target except for a slash",
     "<a href='https://a.example/'>https://a.example</a>", "https://a.example\n"},
    {"text that names another target", "<a href='https://evil.example/'>https://bank.example/</a>",
     "https://bank.example/ <https://evil.example/>\n"},
    {"text that names another scheme", "<a href='http://a.example'>https://a.example</a>",
     "https://a.example <http://a.example>\n"},
    {"the start of a target", "<a href='https://a.example.evil/'>a.example</a>",
     "a.example <https://a.example.evil/>\n"},
    {"mailto", "<a href='mailto:a@b'>a@b</a> <a href='MAILTO:a@b'>me</a>", "a@b me <MAILTO:a@b>\n"},
    {"references in a target", "<a href='http://a/?b=1&amp;c=2&copy=3'>x</a>",
     "x <http://a/?b=1&c=2&copy=3>\n"},
    {"a target that forges another one", "<a href='http://a/> http://b/ <c'>x</a>",
     "x <http://a/%3E%20http://b/%20%3Cc>\n"},
    {"nothing is dropped from a target",
     "<a href='http://pay\xE2\x80\x8Bpal.com/x'>click</a> "
     "<a href='http://a/&shy;&#847;&#x2060;&#xFEFF;&zwj;&#x202E;&#xE0100;'>x</a>",
     "click <http://pay%E2%80%8Bpal.com/x> "
     "x <http://a/%C2%AD%CD%8F%E2%81%A0%EF%BB%BF%E2%80%8D%E2%80%AE%F3%A0%84%80>\n"},
    {"nor are blanks in it", "<a href='http://a&nbsp;b&#12288;c&#x2003;d'>x</a>",
     "x <http://a%C2%A0b%E3%80%80c%E2%80%83d>\n"},
    {"text that equals the target only because characters are dropped",
     "<a href='http://pay&shy;pal.com/'>http://pay&shy;pal.com/</a>",
     "http://paypal.com/ <http://pay%C2%ADpal.com/>\n"},
    {"letters in a target", "<a href='http://a/\xC3\xBC\xE6\x97\xA5'>x</a>",
     "x <http://a/\xC3\xBC\xE6\x97\xA5>\n"},
    {"octets in a target that are not UTF-8", "<a href='http://a/\xFFz'>x</a>",
     "x <http://a/\xEF\xBF\xBDz>\n"},
    {"scripts", "<a href='javascript:x'>a</a> <a href=VBScript:y>b</a>", "a (script) b (script)\n"},
    {"scripts in disguise", "<a href='&#1; java&#10;scr\tipt:x'>a</a>", "a (script)\n"},
    {"data", "<a href='data:text/html,x'>a</a>", "a (data)\n"},
    {"of the same page", "<a href='#x'>a</a><a name=y>b</a><a href=''>c</a>", "abc\n"},
    {"blanks in it", "a<a href=x> b </a>c", "a b <x>c\n"},
    {"on several lines", "<a href=http://a/b><div>http://a/</div><div>b</div></a>c",
     "http://a/\nb <http://a/b>\nc\n"},
    {"that ends in another line", "<a href=x><div>a</a>b</div>", "a <x>b\n"},
    {"with a rule", "<a href=x><img><hr>a</a>", "--------------------\na <x>\n"},
    {"nested links", "<a href=x>a<a href=y>b</a>c</a>", "a <x>b <y>c\n"},
    {"not closed", "<a href=x>a", "a <x>\n"},
    {"without text", "a<a href=x></a>b", "ab\n"},
    {"of an image", "<a href=x><img src=y alt=Logo></a>", "[Logo] <x>\n"},
    {"of an image without text", "a<p><a href=x><img src=y></a>", "a\n\n<x>\n"},
    {"in a quote", "<blockquote><a href=http://a/>a</a></blockquote>", "> a\n"},
    {"an image", "a <img src=http://x alt=' a  b '> c", "a [a b] c\n"},
    {"an image without text", "a<img src=http://x><img alt=''>b", "ab\n"},
};

constexpr row hidden[] = {
    {"display", "a<div style='display:none'>x<div>y</div>z</div>b", "ab\n"},
    {"in any case and with any white space",
     "a<p style=\" COLOR:red ; Display : None !important\">x</p>b", "ab\n"},
    {"with references and comments", "a<i style='display&#58;no/*;*/ne'>x</i>b", "ab\n"},
    {"similar properties", "<p style='x-display:none;display:nonesuch;a:display:none'>a", "a\n"},
    {"visibility", "a<i style=visibility:hidden>x</i>b", "ab\n"},
    {"opacity", "a<i style=opacity:0.0>x</i><i style='opacity:0.5'>b</i>", "ab\n"},
    {"max-height", "a<i style=max-height:0px>x</i><i style='max-height:10px'>b</i>", "ab\n"},
    {"the attribute", "a<b hidden>x<b>y</b>z</b>b", "ab\n"},
    {"font size", "a<i style=font-size:0>x</i><i style=font-size:0.0px>x</i>b", "ab\n"},
    {"font size, greater inside", "<p style=font-size:0px>x<i style=font-size:13px>a</i>y", "a\n"},
    {"font size, relative inside",
     "a<p style=font-size:0>x<i style=font-size:1em>y</i><i style=font-size:90%>z</i><i "
     "style=font-size:inherit>z</i>",
     "a\n"},
    {"font size, a keyword inside", "<p style=font-size:0>x<i style=font-size:medium>a</i>", "a\n"},
    {"images have no font size", "<p style=font-size:0>x<img alt=a>", "[a]\n"},
    {"hidden elements stay hidden",
     "a<div style=display:none><p style='display:block;font-size:9px'>x<br><hr><img alt=y><a "
     "href=z>w</a></div>b",
     "ab\n"},
    {"ended by the element around it", "<div><i hidden>x</div>a", "a\n"},
    {"ended by the next item", "<ul><li hidden>x<li>a</ul>", "* a\n"},
    {"ended by the next cell", "<table><tr><td hidden>x<td>a</table>", "a\n"},
    {"ended by the next row", "<table><tr hidden><td>x<tr><td>a</table>", "a\n"},
    {"ended by the next option", "<select><option hidden>x<option>a</select>", "a\n"},
    {"not ended by a row of another table", "<table><tr hidden><td><table></tr>x</table></table>a",
     "a\n"},
    {"not ended in another line", "<i hidden><div>x</i>y</div>z</i>a", "a\n"},
    {"elements that are closed as in XML", "<i hidden><x:i/>x</i>a", "a\n"},
    {"a cell contains its elements", "<div hidden>x<table><tr><td></div>y</table>z</div>a", "a\n"},
    {"end tags without an element", "</div></p></b>a<b></i>b</div></b>c", "abc\n"},
};

/// The text of a page that arrives in blocks of `size` octets.
std::string text_of_blocks(std::string_view html, std::size_t size) {
    std::string text;
    tool::html_reader reader{[&text](std::string_view block) { text += block; }};
    for (; !html.empty(); html.remove_prefix(std::min(size, html.size()))) {
        std::string const block{html.substr(0, size)}; // gone before the next one
        reader.take(block);
    }
    reader.finish();
    return text;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; });
}

void check(std::span<row const> table) {
    for (auto const& r : table) {
        REQUIRE_SAME(r.from, tool::html_text(r.html), r.text);
        for (std::size_t const size : {1U, 2U, 3U, 5U, 8U, 13U})
            if (is_ascii(r.html)) REQUIRE_SAME(r.from, text_of_blocks(r.html, size), r.text);
    }
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

} // namespace

TEST_CASE("tool html_text: tags, comments and raw text") { check(tags); }
TEST_CASE("tool html_text: character references") { check(references); }
TEST_CASE("tool html_text: lines and blanks") { check(layouts); }
TEST_CASE("tool html_text: links and images") { check(links); }
TEST_CASE("tool html_text: hidden elements") { check(hidden); }

TEST_CASE("tool html_text: the table of references is in order") {
    for (auto const& each : tool::references::table) {
        if (&each != tool::references::table)
            REQUIRE_SAME(each.name, (&each)[-1].name < each.name, true);
        REQUIRE_SAME(each.name, each.name.size() <= 16, true);
        bool const is_bare = each.end == tool::reference_end::bare;
        REQUIRE_SAME(each.name, !is_bare || each.name.size() <= 6, true);
    }
    CHECK(std::size(tool::references::table) >= 253);
}

TEST_CASE("tool html_text: any short text has no script, and no spaces at the ends of lines") {
    test::for_each_string("<>!-/a \"=", 6, [](std::string_view text) {
        auto const shown = tool::html_text(std::string{text}.append("<b><script>x</script>"));
        REQUIRE_SAME(text, shown.find('x') == shown.npos, true);
        REQUIRE_SAME(text, shown.find(" \n") == shown.npos, true);
        REQUIRE_SAME(text, text_of_blocks(std::string{text}.append("<b><script>x</script>"), 1),
                     shown);
        return true;
    });
}

TEST_CASE("tool html_text: hostile input has bounded work and bounded text") {
    constexpr std::string_view pieces[] = {
        "<",
        "<!",
        "<!--",
        "<!-- -",
        "</",
        "<a ",
        "<a b=",
        "<a b='",
        "<a href=x>",
        "a=b ",
        "&",
        "&#",
        "&amp",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<p>x",
        "<li>x",
        "<ul><li>x",
        "<ol><li>x",
        "<blockquote>x<br>",
        "<table><tr><td>",
        "<td>x",
        "<tr>",
        "<pre>\n",
        "<script>",
        "<style>",
        "<i hidden>",
        "<q>",
        "<x/>",
        "<div style='",
        "<script><!--",
        "<p style=font-size:0>",
        "<a href=x>x<div>",
        "<br>x<br>",
    };
    for (auto const first : pieces)
        for (auto const second : pieces) {
            auto const html = repeated(first, 300) + repeated(second, 300) +
                              repeated(std::string{first}.append(second), 300);
            auto const text = tool::html_text(html);
            // An octet adds at most 42 octets for the start of a line, and a few for its own text.
            REQUIRE_SAME(html.substr(0, 40), text.size() <= 50 * html.size(), true);
            REQUIRE_SAME(html.substr(0, 40), text_of_blocks(html, 7) == text, true);
        }
    // Elements below the depth limit only break lines.
    auto const deep = repeated("<div>", 256);
    CHECK(tool::html_text(deep + "<blockquote>a</blockquote>b") == "a\nb\n");
    CHECK(tool::html_text(repeated("<x/>", 256) + "<i hidden>x</i>a") == "a\n");
    CHECK(tool::html_text("<img " + repeated("a=b ", 30000) + "alt=x>") == "[x]\n");
    // No more attributes are read after 128 KiB; a value ends after 64 KiB, a name after 64 octets.
    CHECK(tool::html_text("<img " + repeated("a=b ", 40000) + "alt=x>a") == "a\n");
    auto const value = repeated("x", 1 << 17);
    CHECK(tool::html_text("<img src='data:" + value + "' alt=x>") == "[x]\n");
    CHECK(tool::html_text("<img alt=" + value + ">a").size() == (1 << 16) + 4);
    CHECK(tool::html_text("<img alt='" + value + "' title=''>a").size() == (1 << 16) + 3);
    CHECK(tool::html_text("<" + value + " hidden>x</" + value + ">a") == "a\n");
    CHECK(tool::html_text("<a href=x>" + value + "</a>").size() == value.size() + 5);
    CHECK(tool::html_text(repeated("<div>", 100000) + "a" + repeated("</div>", 100000) + "b") ==
          "a\nb\n");
    CHECK(tool::html_text(repeated("<", 100000)).size() == 100001);
    CHECK(tool::html_text(repeated("<!-- <!", 100000)).empty());
    CHECK(tool::html_text(repeated("<b hidden>", 1000) + "a</b>").empty());
}

namespace {

/// Approximately the HTML parts of a message: the text after a Content-Type line with text/html and
/// an empty line, up to the next line that starts with "--".
std::vector<std::string> html_parts(std::string_view bytes) {
    std::vector<std::string> parts;
    bool is_html = false;
    bool is_body = false;
    std::string encoding;
    std::string body;
    auto const finish = [&] {
        if (is_body && encoding.find("base64") != encoding.npos)
            body = foldwise::base64_decoded{body}.to_string();
        else if (is_body && encoding.find("quoted") != encoding.npos)
            body = foldwise::quoted_printable_decoded{body}.to_string();
        if (is_body) parts.push_back(body);
        is_html = is_body = false;
        encoding.clear();
        body.clear();
    };
    for (auto const each : foldwise::lines{bytes}) {
        std::string lower;
        for (char const octet : each.text().substr(0, 80)) lower += foldwise::ascii_lower(octet);
        if (lower.starts_with("--"))
            finish();
        else if (is_body)
            body += each.raw();
        else if (lower.starts_with("content-type:"))
            is_html = lower.find("text/html") != lower.npos;
        else if (lower.starts_with("content-transfer-encoding:"))
            encoding = lower;
        else if (is_html && lower.empty())
            is_body = true;
    }
    finish();
    return parts;
}

} // namespace

TEST_CASE("tool html_text: real mail") {
    std::size_t count = 0;
    test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
        for (auto const& html : html_parts(bytes)) {
            auto const text = tool::html_text(html);
            REQUIRE_SAME(path, text.find("<script") == text.npos, true);
            REQUIRE_SAME(path, text.find("<style") == text.npos, true);
            REQUIRE_SAME(path, text.empty() || text.back() == '\n', true);
            REQUIRE_SAME(path, text.size() <= 10 * html.size() + 10, true);
            if (is_ascii(html)) REQUIRE_SAME(path, text_of_blocks(html, 100) == text, true);
            ++count;
        }
    });
    MESSAGE(count);
}
