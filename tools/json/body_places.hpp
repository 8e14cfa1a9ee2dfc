#ifndef FOLDWISE_TOOLS_JSON_BODY_PLACES_HPP
#define FOLDWISE_TOOLS_JSON_BODY_PLACES_HPP

#include <foldwise/base/sentinel.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_pieces.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tool {

/// A range of octets of a message.
struct extent {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// The places of the bodies in a message, in the order of a walk. The body of a container ends
/// after its parts, so its place is found only by a search through all of them. Such a search also
/// notes the places of the first parts that it passes, at most `most`, so that memory is bounded.
/// Each octet is read twice, and once more for each container around it that had to be searched
/// again because it was not among these parts.
class body_places {
  public:
    explicit body_places(foldwise::entity const& root) : at_{root.pieces().begin()} {}

    /// The place of the next body. Must be called once for each entity of the walk.
    extent next() {
        if (next_ == found_.size()) find();
        auto const place = found_[next_++];
        do {
            offset_ += (*at_).raw.size();
            ++at_;
        } while (at_ != std::default_sentinel && (*at_).kind != foldwise::piece_kind::header);
        return place;
    }

  private:
    /// Finds the places of the bodies of the next entity and of the first ones in it.
    void find() {
        found_.clear();
        open_.clear();
        next_ = 0;
        auto offset = offset_;
        auto at = at_;
        do {
            auto const piece = *at;
            if (piece.kind == foldwise::piece_kind::header) {
                open_.push_back(found_.size());
                if (found_.size() < most) found_.push_back({});
            }
            offset += piece.raw.size();
            bool const is_noted = open_.back() < most;
            if (piece.kind == foldwise::piece_kind::separator && is_noted)
                found_[open_.back()].offset = offset;
            if (piece.kind == foldwise::piece_kind::end) {
                if (is_noted) found_[open_.back()].length = offset - found_[open_.back()].offset;
                open_.pop_back();
            }
            ++at;
        } while (!open_.empty());
    }

    static constexpr std::size_t most = 10000;
    foldwise::entity_pieces::iterator at_; // the header section of the next entity
    std::uint64_t offset_ = 0;             // its offset
    std::vector<extent> found_;
    std::vector<std::size_t> open_; // indexes into found_
    std::size_t next_ = 0;          // in found_
};

} // namespace tool

#endif
