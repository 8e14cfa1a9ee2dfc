#ifndef FOLDWISE_TESTS_STEPS_HOSTILE_HPP
#define FOLDWISE_TESTS_STEPS_HOSTILE_HPP

#include <span>
#include <string_view>

namespace test {

/// What is hostile to readers of the same kind. A front begins what the words then go on with,
/// or never end.
struct hostile {
    std::span<std::string_view const> words;
    std::span<std::string_view const> fronts; ///< each leaves a reader in another state
    std::string_view element;                 ///< as it should be; "#" is a number
};

inline constexpr std::string_view address_words[] = {"a",  "<", ">",  "@",   ",",      ":", ";",
                                                     "\"", "(", "\\", "\n ", "=?a?q?", "[", "."};
inline constexpr std::string_view address_fronts[] = {"",   "a:", "<",   "<@",
                                                      "\"", "(",  "a@[", "=?a?q?"};
inline constexpr hostile addresses{address_words, address_fronts, "a# <a#@b>,"};

inline constexpr std::string_view word_words[] = {"a", "1",  " ",  "\r\n ", "(",
                                                  ")", "\"", "\\", ",",     ":"};
inline constexpr std::string_view word_fronts[] = {"", "Mon, 1 Jan 2024 ", "1 Jan 2024 10:00 ",
                                                   "("};
inline constexpr hostile words{word_words, word_fronts, "#:"};

inline constexpr std::string_view list_words[] = {"a", "<", ">",   "(", ")", "\"",
                                                  ",", ":", "\n ", ".", "["};
inline constexpr std::string_view list_fronts[] = {"", "a <", "<a:", "<a>", "(", "NO"};
inline constexpr hostile lists{list_words, list_fronts, "<a:#>,"};

inline constexpr std::string_view trace_words[] = {"from ", "by ",       "(",  ")",     "<", ">",
                                                   ";",     "[1.2.3.4]", "\"", "helo=", "a", "\n "};
inline constexpr std::string_view trace_fronts[] = {"", "from a (", "by a; ", "for <", "from \""};
inline constexpr hostile traces{trace_words, trace_fronts, "by a# (b#) "};

inline constexpr std::string_view tag_words[] = {"a",   "b=",  "=",  ";", ":",
                                                 "h=a", "\n ", "\r", ",", "!"};
inline constexpr std::string_view tag_fronts[] = {"",   "v=1; a=", "h=", "i=1;",
                                                  "b=", "i=@",     "z=", "v=DMARC1; rua="};
inline constexpr hostile tags{tag_words, tag_fronts, "a#=b;"};

inline constexpr std::string_view result_words[] = {"a",  "=",      ";", "(", ")", "\"",
                                                    "\\", "a.b=c ", " ", "/", "@"};
inline constexpr std::string_view result_fronts[] = {
    "", "a;", "a; b=c ", "a; b=c reason=", "i=1; a;", "pass ("};
inline constexpr hostile results{result_words, result_fronts, "a#=b c.d#=e;"};

inline constexpr std::string_view skeleton_words[] = {
    "a", ":", " ", "\t", "\n", "\r", "From ", ">", "\n\n", std::string_view{"\0", 1}};
inline constexpr std::string_view skeleton_fronts[] = {"", "From a\n", "a:", "\n\n",
                                                       "Content-Length: 9\n\n"};
inline constexpr hostile skeletons{skeleton_words, skeleton_fronts, "a#: b\n"};

inline constexpr std::string_view header_words[] = {"Received:;1 Jan 2024 10:00 +0000\n",
                                                    "Received:\n",
                                                    "Resent-To:a\n",
                                                    "Resent-A:\n",
                                                    "a:b\n",
                                                    "\n",
                                                    " "};
inline constexpr std::string_view header_fronts[] = {"", "a:\n", "Received: from (\n",
                                                     "Resent-To:\n"};
inline constexpr hostile headers{header_words, header_fronts, "Resent-A#: b\n"};

} // namespace test

#endif
