#ifndef FOLDWISE_DKIM_DETAIL_FIELD_SELECTION_HPP
#define FOLDWISE_DKIM_DETAIL_FIELD_SELECTION_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/dkim/signature_tags.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// A name in the h= of a signature, and the octets of the field that it selects: empty if there is
/// no such field.
struct selected_field {
    std::string_view name;
    std::string_view raw;
};

/// Whether both are the same octets in memory.
constexpr bool is_same(std::string_view left, std::string_view right) noexcept {
    return left.size() == right.size() && left.data() == right.data();
}

/// Selects the fields for a list of names from the bottom of the header section up (RFC 6376
/// section 5.4.2): the n-th occurrence of a name selects the n-th last field of that name. Reads
/// the header section once.
///
/// The occurrences of one name form a group, which serves as a ring buffer for the fields of that
/// name. It is filled from the last occurrence to the first, and then over again, so that each
/// field overwrites the uppermost one. In the end, the ring is turned so that the first occurrence
/// has the last field.
class field_selection {
  public:
    static constexpr std::size_t most = signature_tags::most_names;

    explicit constexpr field_selection(selected_field* selected) noexcept : selected_{selected} {}

    constexpr std::size_t size() const noexcept { return size_; }

    /// Adds a name, for which there must be room.
    constexpr void add(std::string_view name) noexcept {
        auto const at = static_cast<unsigned char>(size_++);
        selected_[at] = {name, {}};
        auto& bucket = buckets_[bucket_of(name)];
        auto const first = find(bucket, name);
        if (first == none) {
            groups_[at] = {bucket, at, none};
            bucket = at;
            previous_[at] = none;
        } else {
            previous_[at] = groups_[first].last;
            groups_[first].last = at;
        }
    }

    /// Selects the fields, except for `own`.
    constexpr void select(header_section const& header, field const& own) noexcept {
        // A name after a byte order mark does not count: signatures are made over octets.
        for (auto const f : header_section{header.raw(), header_place::elsewhere}) {
            if (!f.has_name() || is_same(f.raw(), own.raw())) continue;
            auto const at = find(buckets_[bucket_of(f.name())], f.name());
            if (at == none) continue;
            auto& newest = groups_[at].newest;
            bool const is_around = newest == none || previous_[newest] == none;
            newest = is_around ? groups_[at].last : previous_[newest];
            selected_[newest].raw = f.raw();
        }
        std::string_view room[most];
        for (std::size_t i = 0; i != size_; ++i)
            if (previous_[i] == none && groups_[i].newest != none) turn(groups_[i], room);
    }

  private:
    static constexpr unsigned char none = 255;

    /// The occurrences of one name; its number is that of the first one.
    struct group {
        unsigned char next = none;   // the next group in the bucket
        unsigned char last = none;   // the last occurrence; the others follow in previous_
        unsigned char newest = none; // the occurrence to which a field was written last
    };

    static constexpr std::size_t bucket_of(std::string_view name) noexcept {
        // % 32 drops the bit that differs between upper and lower case.
        return (static_cast<unsigned char>(name.front()) + name.size()) % 32;
    }
    constexpr unsigned char find(unsigned char at, std::string_view name) const noexcept {
        while (at != none && !ascii_iequals(selected_[at].name, name)) at = groups_[at].next;
        return at;
    }

    /// Moves the field that was written last to the first occurrence, the one before it to the
    /// second, and so on.
    constexpr void turn(group const& g, std::string_view* room) noexcept {
        std::size_t count = 0; // of the occurrences, counted from the last one
        std::size_t newest = 0;
        for (auto at = g.last; at != none; at = previous_[at]) {
            if (at == g.newest) newest = count;
            room[count++] = selected_[at].raw;
        }
        auto next = newest == count - 1 ? 0 : newest + 1;
        for (auto at = g.last; at != none; at = previous_[at]) {
            selected_[at].raw = room[next];
            next = next == count - 1 ? 0 : next + 1;
        }
    }

    selected_field* selected_;
    std::size_t size_ = 0;
    unsigned char previous_[most] = {}; // the occurrence of the same name before this one
    group groups_[most];                // for the first occurrence of each name
    unsigned char buckets_[32] = {none, none, none, none, none, none, none, none, none, none, none,
                                  none, none, none, none, none, none, none, none, none, none, none,
                                  none, none, none, none, none, none, none, none, none, none};
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
