// A folded field, read in each way: by lines, in pieces, character by character.
// prints: 3 lines, 3 pieces, 3 semicolons:

#include <foldwise/message/message.hpp>

#include <algorithm>
#include <cstdio>
#include <string_view>

int main() {
    constexpr std::string_view bytes = "Return-Path: <foe@sample.net>\r\n"
                                       "Delivered-To: crew@skerry.example.org\r\n"
                                       "Authentication-Results: mx.example.org;\r\n"
                                       "\tspf=pass smtp.mailfrom=sample.net;\r\n"
                                       "\tdkim=none; dmarc=pass\r\n"
                                       "\r\n"
                                       "Hello.\r\n";
    constexpr foldwise::message message{bytes}; // at compile time, if one likes
    constexpr auto field = *message.header().find("authentication-results");

    auto const lines = std::ranges::distance(field.lines());
    auto const pieces = std::ranges::distance(field.value().pieces());
    auto const semicolons = std::ranges::count(field.value(), ';');
    std::printf("%td lines, %td pieces, %td semicolons: ", lines, pieces, semicolons);
    for (std::string_view const piece : field.value().pieces())
        std::printf("%.*s", static_cast<int>(piece.size()), piece.data());
    std::printf("\n");
}
