#include <foldwise/transfer/decoded_pieces.hpp>

#include <foldwise/message/unfold.hpp>
#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/quoted_printable.hpp>

#include "../support.hpp"

#include <ranges>
#include <vector>

namespace {

using foldwise::base64_decoder;
using foldwise::decode_pieces;
using foldwise::quoted_printable_decoder;

using in_an_array =
    decltype(decode_pieces<base64_decoder>(std::declval<std::string_view const (&)[2]>()));
static_assert(std::ranges::input_range<in_an_array>);

template <class T>
concept can_be_decoded =
    requires(T pieces) { decode_pieces<base64_decoder>(std::forward<T>(pieces)); };
static_assert(can_be_decoded<std::vector<std::string>&>);
static_assert(!can_be_decoded<std::vector<std::string>>);
static_assert(can_be_decoded<foldwise::unfolded::piece_range>); // a borrowed range

constexpr bool octet_by_octet() {
    std::string_view const pieces[] = {"", "S", "GVs\r", "", "\nbG8", "=", ""};
    constexpr std::string_view wanted = "Hello";
    std::size_t count = 0;
    auto text = decode_pieces<base64_decoder>(pieces);
    for (char const octet : text) REQUIRE_SAME(count, octet, wanted[count++]);
    REQUIRE_SAME("count", count, wanted.size());
    return true;
}
CASE("decoded_pieces: it is a range of octets", octet_by_octet)

constexpr bool pieces_of_a_folded_text() {
    foldwise::unfolded const folded{"SGVs\r\n bG8="};
    auto text = decode_pieces<base64_decoder>(folded.pieces());
    char octets[8] = {};
    REQUIRE_SAME("size", text.read(octets, 8), std::size_t{5});
    REQUIRE_SAME("octets", std::string_view(octets, 5), "Hello");
    REQUIRE_SAME("end", text.read(octets, 8), std::size_t{0});
    return true;
}
CASE("decoded_pieces: the pieces of a folded text", pieces_of_a_folded_text)

constexpr bool no_pieces() {
    std::string_view const pieces[] = {"", " ", ""};
    auto text = decode_pieces<quoted_printable_decoder>(pieces);
    REQUIRE_TRUE(text.begin() == text.end());
    return true;
}
CASE("decoded_pieces: pieces without text", no_pieces)

TEST_CASE("decoded_pieces: strings that decode to more than one block") {
    std::vector<std::string> pieces;
    std::string wanted;
    for (int i = 0; i < 3000; ++i) {
        pieces.push_back(i % 3 == 0 ? "=" : i % 3 == 1 ? "4" : "1 ");
        if (i % 3 == 2) wanted += "A ";
    }
    wanted.pop_back(); // white space at the end is removed
    std::string got;
    auto text = decode_pieces<quoted_printable_decoder>(pieces);
    for (char const octet : text) got += octet;
    CHECK(got == wanted);
}

} // namespace
