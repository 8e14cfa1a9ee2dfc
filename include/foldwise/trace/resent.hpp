#ifndef FOLDWISE_TRACE_RESENT_HPP
#define FOLDWISE_TRACE_RESENT_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

constexpr bool is_resent(field const& f) noexcept {
    constexpr std::string_view prefix = "Resent-";
    return ascii_istarts_with(f.name(), prefix);
}

/// A bit for each name that occurs at most once in a block (RFC 5322 sections 3.6 and 4.5.6); 0 for
/// other names.
constexpr unsigned resent_bit(field const& f) noexcept {
    unsigned bit = 1;
    for (std::string_view const name :
         {"Resent-Date", "Resent-From", "Resent-Sender", "Resent-To", "Resent-Cc", "Resent-Bcc",
          "Resent-Message-ID", "Resent-Reply-To"}) {
        if (f.is(name)) return bit;
        bit <<= 1;
    }
    return 0;
}

class resent_block_walker {
  public:
    constexpr resent_block_walker() = default;
    explicit constexpr resent_block_walker(header_section const& header) noexcept
        : rest_{header.raw()} {
        advance();
    }

    constexpr bool at_end() const noexcept { return size_ == 0; }
    constexpr header_section current() const noexcept {
        return header_section{rest_.substr(0, size_), header_place::elsewhere};
    }
    constexpr std::size_t position() const noexcept { return at_end() ? 0 : rest_.size(); }
    constexpr void advance() noexcept {
        rest_.remove_prefix(size_);
        size_ = 0;
        unsigned seen = 0;
        for (auto const f : header_section{rest_, header_place::elsewhere}) {
            if (is_resent(f)) {
                auto const bit = resent_bit(f);
                if ((seen & bit) != 0) return;
                seen |= bit;
                size_ += f.raw().size();
            } else if (size_ != 0) {
                return;
            } else {
                rest_.remove_prefix(f.raw().size());
            }
        }
    }

  private:
    std::string_view rest_; // the block and all fields after it
    std::size_t size_ = 0;  // of the block
};

} // namespace detail

/// The blocks of Resent-* fields (RFC 5322 section 3.6.6). Each time somebody resends a message, a
/// block is added on top, so the newest one comes first.
///     for (auto const block : resent_blocks{message.header()})
///         if (auto const f = block.find("Resent-From")) use(f->value());
/// Each block is a header_section of consecutive Resent-* fields. It ends before a field that is
/// not a Resent-* field (usually, Received fields are between two blocks), and before the second
/// field of a name that occurs at most once in a block: Resent-Date, -From, -Sender, -To, -Cc,
/// -Bcc, -Message-ID, and the obsolete -Reply-To. Other names that start with "Resent-" may be
/// repeated.
///
/// If software mixes the fields of one resending with other fields, each run of Resent-* fields is
/// a separate block. The runs are not joined, because they could come from two resendings. The
/// blocks are only informational and must not be used for replies; anybody may have written them.
///
/// A forward range that borrows the header's bytes. Total. A traversal is O(header); the
/// constructor finds the first block. Nothing is allocated.
class resent_blocks : public walk_range<detail::resent_block_walker> {
  public:
    constexpr resent_blocks() = default;
    /// The blocks of a message with these fields.
    explicit constexpr resent_blocks(header_section const& header) noexcept
        : walk_range{detail::resent_block_walker{header}} {}
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::resent_blocks> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::resent_blocks> = true;

#endif
