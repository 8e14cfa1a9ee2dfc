#include <foldwise/words/encoded_word_check.hpp>

#include "../support.hpp"

#include <foldwise/words/decoded_text.hpp>

namespace {

using foldwise::charset;
using foldwise::charset_converter;
using foldwise::decoded_comment;
using foldwise::decoded_phrase;
using foldwise::decoded_text;
using foldwise::diagnostic;

struct check_row {
    std::string_view from;
    std::string_view value;
    std::string_view problems; ///< each followed by its octets in angle brackets
};

template <class Text>
constexpr test::text_buffer problems_of(std::string_view value,
                                        foldwise::text_options const& options = {}) {
    test::text_buffer problems;
    Text{value}.diagnose(
        [&](diagnostic const& problem) {
            if (!std::string_view{problems}.empty()) problems.append(", ");
            problems.append(problem.name());
            problems.append(" <");
            problems.append(value.substr(problem.offset, problem.length));
            problems.append(">");
        },
        options);
    return problems;
}

template <class Text, std::size_t Rows>
constexpr bool check_all(check_row const (&table)[Rows]) {
    for (auto const& row : table)
        REQUIRE_SAME(row.from, std::string_view{problems_of<Text>(row.value)}, row.problems);
    return true;
}

constexpr check_row texts[] = {
    {"RFC 2047 section 8", " =?ISO-8859-1?Q?a?= b =?ISO-8859-1?Q?b?=\r\n =?ISO-8859-1?Q?c?=", ""},
    {"RFC 2231 section 5", "=?US-ASCII*EN?Q?Keith_Moore?=", ""},
    {"no words", "a =? b ?= =?a? caf\xC3\xA9 ?", ""},
    {"text before", "a=?utf-8?Q?b?=", "encoded_word_not_separated <=?utf-8?Q?b?=>"},
    {"text after", "=?utf-8?Q?b?=a", "encoded_word_not_separated <=?utf-8?Q?b?=>"},
    {"a parenthesis", "(=?utf-8?Q?b?= )", "encoded_word_not_separated <=?utf-8?Q?b?=>"},
    {"no charset", "=??Q?a?=", "encoded_word_malformed <=??Q?>"},
    {"no encoding", "=?a??a?=", "encoded_word_malformed <=?a?\?>"},
    {"an unknown encoding", " =?utf-8?X?a?=", "encoded_word_malformed <=?utf-8?X?>"},
    {"white space", "=?utf-8?Q?a b?=", "encoded_word_white_space <=?utf-8?Q?a b?=>"},
    {"a fold", "=?utf-8?B?YW\n Jj?=", "encoded_word_white_space <=?utf-8?B?YW\n Jj?=>"},
    {"white space and an unknown charset",
     "=?x?Q?a\n b?=", "encoded_word_charset_unknown <=?x?Q?a\n b?=>"},
    {"a colon in the name of the charset",
     "=?ISO_8859-1:1987?Q?J=F8rn?=", "encoded_word_charset_name <ISO_8859-1:1987>"},
    {"a charset by the name of databases",
     "=?utf8mb4*en?Q?a?= =?utf8?Q?a?=", "charset_label_unregistered <utf8mb4>"},
    {"a charset in apostrophes", "=?'utf-8'?Q?a?=", "charset_label_unregistered <'utf-8'>"},
    {"base64 that is cut",
     "=?utf-8?B?5L?= =?utf-8?B?it?=", "encoded_word_text_split <=?utf-8?B?5L?=>"},
    {"base64 that is cut, and malformed", "=?utf-8?B?5_L?= =?utf-8?B?i?=",
     "base64_octet <_>, encoded_word_text_split <=?utf-8?B?5_L?=>, "
     "charset_octets_replaced <=?utf-8?B?i?=>"},
    {"Q that is cut", "=?utf-8?Q?=C3=?= =?utf-8?Q?B6=?=",
     "encoded_word_text_split <=?utf-8?Q?=C3=?=>, qp_escape_malformed <=>"},
    {"twice not closed", "=?utf-8?Q?a =?b?b?b",
     "encoded_word_malformed <=?utf-8?Q?>, encoded_word_malformed <=?b?b?>"},
    {"an unknown charset", "a=?x?Q?a?=", "encoded_word_charset_unknown <=?x?Q?a?=>"},
    {"a charset that is always refused",
     "=?replacement?Q?a?=", "encoded_word_charset_unknown <=?replacement?Q?a?=>"},
    {"a charset for a converter", "=?gbk?Q?a?=", "encoded_word_not_converted <=?gbk?Q?a?=>"},
    {"75 octets",
     "=?utf-8?Q?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?=", ""},
    {"76 octets", "=?utf-8?Q?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?=",
     "encoded_word_too_long "
     "<=?utf-8?Q?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?=>"},
    {"75 octets without the line ending of a fold",
     "=?utf-8?Q?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?=",
     "encoded_word_white_space "
     "<=?utf-8?Q?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?=>"},
    {"an empty text", "=?utf-8?Q?\?=", "encoded_word_text_malformed <=?utf-8?Q?\?=>"},
    {"a question mark", "=?utf-8?Q?a?b?=", "encoded_word_text_malformed <?>"},
    {"beyond ASCII", "=?utf-8?Q?\xC3\xA9?=", "encoded_word_text_malformed <\xC3>"},
    {"any other octet", "=?utf-8?Q?\"(@<,.]\\?=", ""},
    {"malformed escapes", "=?utf-8?Q?=A=ZZ=?=",
     "qp_escape_malformed <=>, qp_escape_malformed <=>, qp_escape_malformed <=>"},
    {"lower case", "=?utf-8?Q?=c3=a9?=", "encoded_word_lower_case <=?utf-8?Q?=c3=a9?=>"},
    {"RFC 2047 section 7", "a =?b?= c=?d?= =?=", "encoded_word_malformed <=?b?=>"},
    {"base64 without padding", "=?utf-8?B?YQ?=", "base64_truncated <YQ>"},
    {"another octet in base64", "=?utf-8?B?YW_F?=", "base64_octet <_>, base64_truncated <YW_F>"},
    {"a split character",
     "=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "encoded_word_split_character <=?utf-8?Q?=C3?=>"},
    {"a split character without a continuation", "=?utf-8?Q?=C3?= =?utf-8?Q?a?=",
     "encoded_word_split_character <=?utf-8?Q?=C3?=>, charset_octets_replaced <=?utf-8?Q?a?=>"},
    {"a cut off character", "=?utf-8?Q?=C3?= a", "charset_octets_replaced <=?utf-8?Q?=C3?=>"},
    {"malformed octets", "=?utf-8?Q?=FF?=", "charset_octets_replaced <=?utf-8?Q?=FF?=>"},
    {"malformed text", "a\r\n \xFF", "charset_octets_replaced < \xFF>"},
    {"malformed text that ends in a character", "\xFF \xC3", "charset_octets_replaced <\xFF \xC3>"},
    {"malformed octets that end in a character", "=?utf-8?Q?=FF=C3?= a",
     "charset_octets_replaced <=?utf-8?Q?=FF=C3?=>"},
    {"UTF-16", "=?utf-16?B?YQBiAA==?= =?utf-16?B?YQA=?=",
     "charset_byte_order_missing <=?utf-16?B?YQBiAA==?=>"},
    {"a control", "=?utf-8?Q?=1B?= =?utf-8?Q?=09?=", "encoded_word_control <=?utf-8?Q?=1B?=>"},
    {"a control before and after a fold", "=?utf-8?Q?=1B\r\n =1D?=",
     "encoded_word_white_space <=?utf-8?Q?=1B\r\n =1D?=>, "
     "encoded_word_control <=?utf-8?Q?=1B\r\n =1D?=>"},
    {"a line ending", "=?utf-8?Q?=0D=0A?=", "encoded_word_control <=?utf-8?Q?=0D=0A?=>"},
    {"a C1 control",
     "=?utf-8?Q?=C2=9B?= =?utf-8?Q?=C2=A0=C4=80?=", "encoded_word_control <=?utf-8?Q?=C2=9B?=>"},
};
constexpr bool problems_of_texts() { return check_all<decoded_text>(texts); }
CASE("decoded_text: its problems", problems_of_texts)

constexpr check_row comment_table[] = {
    {"RFC 2047 section 8", "=?ISO-8859-1?Q?a?=", ""},
    {"a comment in the comment", "a (=?utf-8?Q?a?=) b", ""},
    {"text after a parenthesis", "(a)=?utf-8?Q?a?=", "encoded_word_not_separated <=?utf-8?Q?a?=>"},
    {"a quote", "=?utf-8?Q?\"?=", "encoded_word_text_malformed <\">"},
    {"a parenthesis", "=?utf-8?Q?(a)?=", "encoded_word_text_malformed <(>"},
    {"a quoted-pair", "=?utf-8?Q?a\\)?=", "encoded_word_text_malformed <\\>"},
    {"a comma", "=?utf-8?Q?a,?=", ""},
};
constexpr bool problems_of_comments() { return check_all<decoded_comment>(comment_table); }
CASE("decoded_comment: its problems", problems_of_comments)

constexpr check_row phrases[] = {
    {"RFC 2047 section 8", "=?ISO-8859-1?Q?Andr=E9?= Pirard", ""},
    {"in quotes", "\"=?utf-8?Q?a?= =?utf-8?Q?b?=\" =?utf-8?Q?c?=",
     "encoded_word_in_quotes <=?utf-8?Q?a?=>, encoded_word_in_quotes <=?utf-8?Q?b?=>"},
    {"no word in quotes", "\"=?utf-8?Q?a\"", ""},
    {"all octets in quotes", "\"x=?utf-8?Q?a.b,(c)?=x\"",
     "encoded_word_in_quotes <=?utf-8?Q?a.b,(c)?=>"},
    {"a quoted-pair in quotes", "\"=?utf-8?Q?\\\"?=\"",
     "encoded_word_in_quotes <=?utf-8?Q?\\\"?=>, encoded_word_text_malformed <\\>"},
    {"white space", "=?utf-8?Q?a b?= c", "encoded_word_white_space <=?utf-8?Q?a b?=>"},
    {"a quoted-string touches", "\"a\"=?utf-8?Q?b?=", "encoded_word_not_separated <=?utf-8?Q?b?=>"},
    {"a comment touches", "(a)=?utf-8?Q?b?=(c)", ""},
    {"all octets that are allowed", "=?utf-8?Q?aZ0!*+-/=20_?=", ""},
    {"a comma", "=?utf-8?Q?a,b?=", "encoded_word_text_malformed <,>"},
    {"a dot", "=?utf-8?Q?a.b?=", "encoded_word_text_malformed <.>"},
    {"malformed text before a gap", "a\xC3 b", "charset_octets_replaced <a\xC3>"},
    {"malformed text in quotes", "\"\xF1, \xE9\"", "charset_octets_replaced <\xF1, \xE9>"},
    {"not closed", "=?utf-8?Q?a", "encoded_word_malformed <=?utf-8?Q?>"},
};
constexpr bool problems_of_phrases() { return check_all<decoded_phrase>(phrases); }
CASE("decoded_phrase: its problems", problems_of_phrases)

/// Knows only GBK and EUC-KR. In GBK it reads "a" as "b"; in EUC-KR every octet is malformed.
class some_converter final : public charset_converter {
  public:
    constexpr bool start(charset from) noexcept override {
        is_gbk_ = from == charset::gbk;
        return is_gbk_ || from == charset::euc_kr;
    }
    constexpr written write(std::string_view octets, char* to) noexcept override {
        std::size_t size = 0;
        for (char const octet : octets)
            if (is_gbk_) to[size++] = octet == 'a' ? 'b' : octet;
        return {size, is_gbk_ ? 0 : octets.size()};
    }
    constexpr written finish(char*) noexcept override { return {0, 0}; }

  private:
    bool is_gbk_ = false;
};

constexpr std::string_view converted =
    "=?gbk?Q?a=1B?= =?gbk?Q?ac?= =?euc-kr?Q?a?= =?big5?Q?a?= =?x?Q?a?=";

constexpr bool a_converter_reads_what_is_not_built_in() {
    some_converter converter;
    REQUIRE_SAME("problems",
                 std::string_view{problems_of<decoded_text>(converted, {.converter = &converter})},
                 "encoded_word_control <=?gbk?Q?a=1B?=>, "
                 "charset_octets_replaced <=?euc-kr?Q?a?=>, "
                 "encoded_word_not_converted <=?big5?Q?a?=>, "
                 "encoded_word_charset_unknown <=?x?Q?a?=>");
    if (test::can_allocate())
        REQUIRE_SAME("text", decoded_text{converted}.to_string({.converter = &converter}),
                     "b\x1B"
                     "bc =?big5?Q?a?= =?x?Q?a?=");
    return true;
}
CASE("decoded_text: a converter reads sets that are not built in",
     a_converter_reads_what_is_not_built_in)

} // namespace
