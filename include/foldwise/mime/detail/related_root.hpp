#ifndef FOLDWISE_MIME_DETAIL_RELATED_ROOT_HPP
#define FOLDWISE_MIME_DETAIL_RELATED_ROOT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/parameter_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The identifier in a `start` parameter, such as "<foo4@bar.net>", without brackets and white
/// space: some programs omit the brackets. Empty if it has more than 255 octets.
class start_identifier {
  public:
    explicit constexpr start_identifier(parameter_text const& start) noexcept {
        constexpr char_class left_out{"<> \t\r\n"};
        auto const size = start.copy_to(octets_, sizeof octets_);
        if (size == sizeof octets_) return;
        for (char const octet : octets_at(octets_, size))
            if (!left_out.contains(octet)) octets_[size_++] = octet;
    }
    constexpr std::string_view text() const noexcept { return {octets_, size_}; }

  private:
    char octets_[256] = {};
    std::size_t size_ = 0;
};

/// How many parts of a multipart/related come before the root that `start` names (RFC 2387 section
/// 3.2); nothing if it names no part. `at` is at the multipart. Reads the multipart up to its root.
constexpr optional<std::uint32_t> parts_before_root(entity_walker at,
                                                    parameter_text const& start) noexcept {
    start_identifier const named{start};
    auto const depth = at.current().depth();
    std::uint32_t before = 0;
    for (at.advance(); !at.at_end(); at.advance()) {
        auto const part = at.current();
        if (part.depth() <= depth) return std::nullopt;
        if (part.depth() != depth + 1) continue;
        if (auto const id = content_id(part); id && id->text() == named.text()) return before;
        ++before;
    }
    return std::nullopt;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
