#ifndef FOLDWISE_MIME_DETAIL_MULTIPART_HPP
#define FOLDWISE_MIME_DETAIL_MULTIPART_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/text_hash.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/parameters/parameter_text.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

/// What parts the parts of a multipart (RFC 2046 section 5.1.1).
namespace foldwise::detail {

/// The most multiparts that can be open at the same time.
inline constexpr std::size_t most_boundaries = 100;

/// Whose delimiter line it is: 1 for the outermost open multipart, 0 for none.
struct boundary_match {
    std::size_t number = 0;
    bool is_close = false;
};

/// The boundaries of the multiparts that are open, the outermost first. What a line costs does
/// not depend on how many there are: they lie in a hash table, from which only the last one that
/// came is ever taken.
class open_boundaries {
  public:
    /// What is not in use has no value: that would cost as much as a small message. (A constant
    /// must have all its values.)
    constexpr open_boundaries() noexcept {
        if (!std::is_constant_evaluated()) return;
        for (auto& each : boundaries_) each = {};
        for (auto& each : copies_) each = 0;
    }

    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }

    /// Opens a multipart, unless its boundary is empty, or none is left for it: 100 may be open,
    /// and those that do not stand in one piece in their fields have 1024 octets together.
    constexpr bool open(parameter_text const& text) noexcept {
        if (size_ == most_boundaries) return false;
        auto& added = boundaries_[size_];
        added = {};
        added.copy_at = copied_;
        if (auto const whole = text.contiguous()) {
            added.in_field = whole->data();
            added.stated_size = whole->size();
        } else {
            auto const room = sizeof copies_ - copied_;
            auto const size = text.copy_to(copies_ + copied_, room);
            if (size == room) return false;
            added.stated_size = size;
        }
        auto const octets = trim_end(stated(added), wsp);
        if (octets.empty()) return false;
        added.size = octets.size();
        if (added.in_field == nullptr)
            copied_ = static_cast<std::uint16_t>(copied_ + added.stated_size);
        added.hash = text_hash{}.add(octets).value();
        added.slot = static_cast<std::uint8_t>(slot_for(octets, added.hash));
        added.hidden = slots_[added.slot];
        slots_[added.slot] = static_cast<std::uint8_t>(++size_);
        return true;
    }

    /// Closes the innermost multipart.
    constexpr void close() noexcept {
        auto const& closed = boundaries_[--size_];
        slots_[closed.slot] = closed.hidden;
        copied_ = closed.copy_at;
    }

    /// Whose delimiter line `line` is, which starts with "--" and has no line ending: that of the
    /// innermost multipart, where there are several. White space at the end does not count, nor
    /// does that of a boundary (RFC 2046 section 5.1.1: a gateway added it); so a boundary "b "
    /// is closed by "--b--" and by "--b --". O(line).
    constexpr boundary_match find(std::string_view line) const noexcept {
        constexpr std::string_view dashes = "--";
        auto const text = trim_end(line.substr(dashes.size()), wsp);
        bool const can_close = text.ends_with(dashes);
        auto const stem = text.substr(0, text.size() - (can_close ? dashes.size() : 0u));
        auto const bare = trim_end(stem, wsp);
        text_hash hash;
        auto of_stem = number_of(bare, hash.add(bare).value());
        if (!can_close) return {of_stem, false};
        if (of_stem != 0 && bare.size() != stem.size() && stated(boundaries_[of_stem - 1]) != stem)
            of_stem = 0;
        auto const of_text =
            number_of(text, hash.add(stem.substr(bare.size())).add(dashes).value());
        if (of_text > of_stem) return {of_text, false};
        return {of_stem, of_stem != 0};
    }

    /// Whether `line`, which starts with "--" and is no delimiter line, starts as one of these, so
    /// that other readers may take it for one. O(line).
    constexpr bool has_start_of(std::string_view line) const noexcept {
        return starts_with_one(line.substr(2));
    }

    /// Whether the boundary of the innermost one is that of an enclosing one, or starts with it.
    constexpr bool is_innermost_ambiguous() const noexcept {
        auto const& innermost = boundaries_[size_ - 1];
        auto const text = text_of(innermost);
        return innermost.hidden != 0 || starts_with_one(text.substr(0, text.size() - 1));
    }

  private:
    struct boundary {
        char const* in_field; // where its field has it; or null, and it is a copy
        std::size_t stated_size;
        std::size_t size; // without white space at its end
        std::uint64_t hash;
        std::uint16_t copy_at;
        std::uint8_t slot;
        std::uint8_t hidden; // the number of an outer one that is the same
    };
    static constexpr std::size_t slots = 256;

    /// As its field has it.
    constexpr std::string_view stated(boundary const& b) const noexcept {
        return {b.in_field != nullptr ? b.in_field : copies_ + b.copy_at, b.stated_size};
    }
    constexpr std::string_view text_of(boundary const& b) const noexcept {
        return stated(b).substr(0, b.size);
    }
    constexpr bool starts_with_one(std::string_view text) const noexcept {
        text_hash hash;
        for (std::size_t size = 1; size <= text.size(); ++size) {
            hash.add(text.substr(size - 1, 1));
            if (number_of(text.substr(0, size), hash.value()) != 0) return true;
        }
        return false;
    }
    /// Where the innermost one is that is `text`, or where the next one goes that is.
    constexpr std::size_t slot_for(std::string_view text, std::uint64_t hash) const noexcept {
        for (auto slot = static_cast<std::size_t>(hash % slots);; slot = (slot + 1) % slots) {
            if (slots_[slot] == 0) return slot;
            auto const& there = boundaries_[slots_[slot] - 1u];
            if (there.hash == hash && text_of(there) == text) return slot;
        }
    }
    constexpr std::size_t number_of(std::string_view text, std::uint64_t hash) const noexcept {
        return slots_[slot_for(text, hash)];
    }

    boundary boundaries_[most_boundaries];
    std::size_t size_ = 0;
    std::uint8_t slots_[slots] = {}; // numbers
    char copies_[1024];
    std::uint16_t copied_ = 0;
};

/// A line that parts two parts of a multipart, or closes it. Offsets into the bytes searched.
///     delimiter         := CRLF "--" boundary
///     close-delimiter   := delimiter "--"
///     transport-padding := *LWSP-char
struct delimiter {
    std::size_t start = 0;    ///< with the line ending before it, which belongs to it
    std::size_t line = 0;     ///< where its line starts
    std::size_t text_end = 0; ///< where its own line ending starts
    std::size_t end = 0;      ///< behind its line ending
    boundary_match multipart; ///< none at the end of the bytes
};

/// The delimiter line that starts at `at`, if one does. `first` is from where on octets can belong
/// to it. O(line).
constexpr std::optional<delimiter> delimiter_at(std::string_view bytes, std::size_t at,
                                                std::size_t first,
                                                open_boundaries const& open) noexcept {
    if (open.empty() || bytes.size() - at < 2 || bytes[at] != '-' || bytes[at + 1] != '-')
        return std::nullopt;
    auto const line_feed = scan::line_feed(bytes, at);
    auto const end = line_feed == bytes.size() ? line_feed : line_feed + 1;
    auto const text = without_ending(bytes.substr(at, end - at));
    auto const multipart = open.find(text);
    if (multipart.number == 0) return std::nullopt;
    auto const before = bytes.substr(first, at - first);
    return delimiter{at - size_of(ending_of(before)), at, at + text.size(), end, multipart};
}

/// The first delimiter line from `from` on, which is where a line starts; at the end of the bytes,
/// where there is none. `first` as in delimiter_at. O(what it passes), and O(1) where no multipart
/// is open.
constexpr delimiter find_delimiter(std::string_view bytes, std::size_t from, std::size_t first,
                                   open_boundaries const& open) noexcept {
    auto const size = bytes.size();
    for (auto at = open.empty() ? size : from; at < size;) {
        if (auto const found = delimiter_at(bytes, at, first, open)) return *found;
        at = scan::octet_pair<'\n', '-'>(bytes, at);
        if (at < size) ++at;
    }
    return {size, size, size, size, {}};
}

} // namespace foldwise::detail

#endif
