#ifndef FOLDWISE_BENCH_SURVEY_HPP
#define FOLDWISE_BENCH_SURVEY_HPP

// How often the forms of values occur in a collection of mail, see survey.md.
// Written by survey.py.

#include <cstddef>
#include <string_view>

namespace bench::survey {

/// The words of a form, and how many values have it.
struct form {
    std::size_t count;
    std::string_view words;
};

// clang-format off
inline constexpr form dates[] = {
    {1191, "Www, 99 Mmm 9999 99:99:99 +9999"},
    {206, "Www, 9 Mmm 9999 99:99:99 +9999"},
    {33, "Www, 99 Mmm 9999 99:99:99 +9999 (ZZZ)"},
    {11, "Www, 99 Mmm 9999 99:99:99 GMT"},
};
inline constexpr form received[] = {
    {802, "from (host[ip]) by (words) with id for (zone)"},
    {432, "(address) by via id (address)"},
    {432, "from ([ip]) by with id (address)"},
    {401, "from (host[ip]) by (words) with id (zone)"},
    {255, "from (host[ip]) (tls) (certificate) by (words) with id for (zone)"},
    {211, "by with id for (zone)"},
    {198, "from ([ip]) by with (words) (sender) id for"},
    {132, "from ([ip]) by with id (tls) (zone)"},
    {98, "by with id (zone)"},
    {86, "by (words) with id (zone)"},
    {81, "by (words) id (zone)"},
    {53, "from (host[ip]) (tls) (certificate) by (words) with id (zone)"},
    {43, "from (host[ip]) by with id (tls) (zone)"},
    {41, "from (host[ip]) by (words) with id"},
    {40, "from (words) by (words) with (tls) id"},
    {37, "(words)"},
    {34, "from by with (words) (sender) id"},
    {31, "from ([ip]) by with (words) id for"},
    {25, "from by with id for"},
    {24, "from (host[ip]) by with id (zone)"},
    {24, "from (host[ip]) by (words) with id (tls)"},
    {21, "from (host[ip]) by (words) with id for"},
};
inline constexpr form results[] = {
    {145, "dkim (comment) property property property"},
    {129, "arc property"},
    {70, "dmarc (comment) property"},
    {70, "spf property"},
    {25, "spf (comment) property"},
    {14, "auth (comment) property"},
    {6, "dkim property"},
    {5, "dkim (comment) property"},
    {5, "dmarc property property"},
    {3, "dkim (comment)"},
};
inline constexpr form result_counts[] = {
    {442, "1"},
    {12, "2"},
    {8, "3"},
};
inline constexpr form subjects[] = {
    {1283, "text"},
    {179, "text fold text"},
    {16, "B"},
    {13, "Q"},
    {11, "octets"},
};
inline constexpr form content_types[] = {
    {271, "text; charset"},
    {202, "multipart; boundary\""},
    {182, "multipart; boundary\" fold"},
    {154, "text; charset\""},
    {149, "multipart; micalg; protocol\"; boundary\" fold"},
    {60, "text"},
    {58, "text; charset; format"},
    {41, "multipart; boundary"},
    {33, "text; charset\" fold"},
    {17, "multipart; boundary\"; protocol\" fold"},
    {15, "multipart; protocol\"; boundary\" fold"},
    {14, "multipart; protocol\"; micalg; boundary\""},
    {13, "multipart; boundary fold"},
    {12, "multipart; report-type; boundary\" fold"},
    {10, "text; charset\"; format"},
    {10, "application; name; smime-type fold"},
    {9, "message"},
    {8, "text; charset; format fold"},
    {7, "multipart; boundary\"; micalg; protocol\" fold"},
};
// clang-format on

} // namespace bench::survey

#endif
