#ifndef FOLDWISE_FUZZ_DECODERS_HPP
#define FOLDWISE_FUZZ_DECODERS_HPP

#include "properties.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/transfer/decoded.hpp>
#include <foldwise/transfer/decoded_pieces.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

/// Checks that every way to decode `text` returns `wanted`, which is within the size limit.
template <class Decoder>
void every_way_gives(std::string_view text, std::string_view wanted) {
    foldwise::decoded<Decoder> const view{text};
    REQUIRE_PROPERTY(wanted.size() <= view.size_limit());
    REQUIRE_PROPERTY(view.length() == wanted.size());
    REQUIRE_PROPERTY(view.to_string() == wanted);

    std::string lazily;
    for (char const octet : view) lazily += octet;
    REQUIRE_PROPERTY(lazily == wanted);

    // A sanitizer detects octets that are written too far.
    std::vector<char> exactly(wanted.size());
    REQUIRE_PROPERTY(view.copy_to(exactly.data(), exactly.size()) == wanted.size());
    REQUIRE_PROPERTY(std::string_view(exactly.data(), exactly.size()) == wanted);

    dice die{text};
    std::vector<std::string> pieces;
    auto const most = die.roll(40);
    for (auto rest = text; !rest.empty();) {
        pieces.emplace_back(rest.substr(0, die.roll(most) + (most == 0 ? 1u : 0u)));
        rest.remove_prefix(pieces.back().size());
    }
    std::string in_blocks;
    for (auto from = foldwise::decode_pieces<Decoder>(pieces);;) {
        std::vector<char> block(1 + die.roll(2 * most));
        auto const size = from.read(block.data(), block.size());
        in_blocks.append(block.data(), size);
        if (size < block.size()) break;
    }
    REQUIRE_PROPERTY(in_blocks == wanted);

    std::string from_pieces;
    auto range = foldwise::decode_pieces<Decoder>(pieces);
    for (char const octet : range) from_pieces += octet;
    REQUIRE_PROPERTY(from_pieces == wanted);
}

/// A reporter that counts problems. Each must be inside `text`, and their number is bounded.
class problems_in {
  public:
    explicit problems_in(std::string_view text) : size_{text.size()} {}
    void operator()(foldwise::diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.length > 0 && problem.offset <= size_);
        REQUIRE_PROPERTY(problem.length <= size_ - problem.offset);
        REQUIRE_PROPERTY(++count_ <= 2 * size_ + 1);
    }
    std::size_t count() const { return count_; }

  private:
    std::size_t size_;
    std::size_t count_ = 0;
};

} // namespace fuzz

#endif
