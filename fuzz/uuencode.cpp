// Properties of uuencode: every way to decode a text has the same result; what is encoded is
// decoded again, without problems; the files in a text lie in it, one after the other, and have the
// content that their lines decode to.

#include "decoders.hpp"
#include "parts.hpp"
#include "properties.hpp"

#include <foldwise/base/line.hpp>
#include <foldwise/mime/uuencoded_files.hpp>
#include <foldwise/transfer/diagnose_uuencode.hpp>
#include <foldwise/transfer/uuencode.hpp>
#include <foldwise/transfer/uuencode_encoder.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace foldwise;

/// A simple decoder.
std::string plain_decoded(std::string_view text) {
    std::string octets;
    enum { outside, inside, after_last } place = outside;
    bool is_first = true;
    for (auto const whole : lines{text}) {
        std::string line{whole.text().substr(0, 127)};
        using enum detail::uuencoded_line_kind;
        auto const kind = detail::uuencoded_kind_of(line);
        bool const may_start = is_first && kind == data && detail::is_complete(line);
        if (!line.empty()) is_first = false;
        if (kind == begin) {
            place = inside;
        } else if (kind == data && (place == inside || (place == outside && may_start))) {
            place = inside;
            std::size_t const size = detail::uuencode_value(line[0]);
            line.resize(4 * ((size + 2) / 3) + 1, ' ');
            std::string bits;
            for (auto const octet : line.substr(1))
                for (unsigned bit = 32; bit != 0; bit /= 2)
                    bits += (detail::uuencode_value(octet) & bit) != 0 ? '1' : '0';
            for (std::size_t i = 0; i < size; ++i)
                octets += static_cast<char>(std::stoi(bits.substr(8 * i, 8), nullptr, 2));
        } else if (kind != last) {
            place = outside;
        } else if (place == inside && !line.empty()) {
            place = after_last;
        }
    }
    return octets;
}

void files_lie_in(std::string_view text) {
    uuencoded_files const files{text};
    fuzz::parts_in_order order{text};
    std::size_t count = 0;
    for (auto const file : files) {
        order.take(file.raw());
        REQUIRE_PROPERTY(file.raw().starts_with("begin") && !file.name().empty());
        if (file.raw().starts_with("begin "))
            REQUIRE_PROPERTY(file.content().to_string() == plain_decoded(file.raw()));
        // Alone, it is the same file.
        uuencoded_files const alone{file.raw()};
        REQUIRE_PROPERTY(!alone.empty() && (*alone.begin()).raw() == file.raw());
        ++count;
    }
    REQUIRE_PROPERTY(files.empty() == (count == 0));
    fuzz::passes_agree(files);
    // A finder that reads the text in blocks finds the same names.
    auto file = files.begin();
    uuencoded_name_finder names{[&](std::string_view name) {
        REQUIRE_PROPERTY(file != files.end() && name == (*file).name());
        ++file;
    }};
    for (std::size_t at = 0; at < text.size(); at += 1 + at % 7)
        names.take(text.substr(at, 1 + at % 7));
    names.finish();
    REQUIRE_PROPERTY(file == files.end());
    fuzz::problems_lie_in(text, files);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    fuzz::every_way_gives<uuencode_decoder>(text, plain_decoded(text));
    fuzz::problems_in problems{text};
    diagnose_uuencode(text, problems);
    files_lie_in(text);
    files_lie_in(std::string{"begin 644 a\n#0V%T\n"}.append(text));

    auto const lf = fuzz::with_lf(text);
    auto const crlf = fuzz::with_crlf(lf);
    REQUIRE_PROPERTY(uuencode_decoded{lf}.to_string() == uuencode_decoded{crlf}.to_string());

    for (auto const ending : {line_ending::lf, line_ending::crlf}) {
        auto const encoded = uuencoded{text, "a b", ending}.to_string();
        REQUIRE_PROPERTY(uuencode_decoded{encoded}.to_string() == text);
        std::size_t count = 0;
        diagnose_uuencode(encoded, [&](diagnostic const&) { ++count; });
        REQUIRE_PROPERTY(count == 0);
        uuencoded_files const files{std::string_view{encoded}};
        REQUIRE_PROPERTY((*files.begin()).raw() == encoded && (*files.begin()).name() == "a b");
    }
    return 0;
}
