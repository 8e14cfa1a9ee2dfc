#ifndef FOLDWISE_DKIM_ARC_SET_HPP
#define FOLDWISE_DKIM_ARC_SET_HPP

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/dkim/arc.hpp>
#include <foldwise/message/field.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The three fields of an ARC set, in the order in which an ARC-Seal signs them (RFC 8617 section
/// 5.1.1).
enum class arc_member : unsigned char { authentication_results, message_signature, seal };

/// header.oldest-pass, which a server records with the result of ARC (RFC 8617 sections 5.2 and 6):
/// the instance of the oldest ARC-Message-Signature that was still valid, or 0 if all were. Empty
/// if it is not recorded.
///     arc_oldest_pass(authentication_results{"a; arc=pass header.oldest-pass=2"})  ->  2
/// The error is authres_property_malformed if the value is not a number from 0 to 50. O(raw).
constexpr result<optional<unsigned>>
arc_oldest_pass(authentication_results const& results) noexcept {
    auto const arc = results.find("arc");
    if (!arc) return optional<unsigned>{};
    auto const property = arc->find("header", "oldest-pass");
    if (!property) return optional<unsigned>{};
    auto const text = property->value().text().contiguous();
    auto const number = text ? read_decimal(*text, 50) : std::nullopt;
    if (number) return optional{static_cast<unsigned>(*number)};
    return diagnostic{diagnostic_code::authres_property_malformed,
                      offset_of(results.raw(), property->raw()), property->raw().size()};
}

namespace detail {

template <class T>
constexpr optional<T> read_as(optional<field> const& f) noexcept {
    return f ? optional{T{*f}} : std::nullopt;
}

} // namespace detail

/// One ARC set (RFC 8617 section 4.2): the ARC fields of a message that have the same instance. A
/// complete set has one field of each kind. If a kind occurs twice, the set has the upper field.
/// Borrows the fields' bytes. Every member is O(1), unless it says otherwise.
class arc_set {
  public:
    constexpr arc_set() = default;

    /// The instance: 1 for the oldest set.
    constexpr unsigned instance() const noexcept { return instance_; }

    /// Whether the message has no field of this instance.
    constexpr bool empty() const noexcept { return present_field().empty(); }

    /// Whether the set has exactly one field of each kind.
    constexpr bool is_complete() const noexcept { return has_all() && !has_duplicate_; }

    /// Whether the message has several fields of the same kind with this instance.
    constexpr bool has_duplicate() const noexcept { return has_duplicate_; }

    /// The field of this kind.
    constexpr optional<field> find(arc_member kind) const noexcept {
        auto const raw = raw_[static_cast<std::size_t>(kind)];
        return raw.empty() ? std::nullopt : optional{field{raw}};
    }

    /// What the server recorded when the message arrived.
    constexpr optional<arc_authentication_results> authentication_results() const noexcept {
        return detail::read_as<arc_authentication_results>(
            find(arc_member::authentication_results));
    }

    /// The signature of the message as the server forwarded it.
    constexpr optional<arc_message_signature> message_signature() const noexcept {
        return detail::read_as<arc_message_signature>(find(arc_member::message_signature));
    }

    /// The seal, which signs this set and all older ones.
    constexpr optional<arc_seal> seal() const noexcept {
        return detail::read_as<arc_seal>(find(arc_member::seal));
    }

    /// What the server recorded as header.oldest-pass about the older sets. Offsets count from the
    /// start of authentication_results()->raw(). O(value). See arc_oldest_pass.
    constexpr result<optional<unsigned>> oldest_pass() const noexcept {
        auto const recorded = authentication_results();
        return recorded ? arc_oldest_pass(recorded->results()) : optional<unsigned>{};
    }

  private:
    friend class arc_chain;

    constexpr bool has_all() const noexcept {
        return !raw_[0].empty() && !raw_[1].empty() && !raw_[2].empty();
    }
    /// The raw() of a field of the set; empty if there is none.
    constexpr std::string_view present_field() const noexcept {
        if (!raw_[0].empty()) return raw_[0];
        return raw_[1].empty() ? raw_[2] : raw_[1];
    }

    std::string_view raw_[3]; // of each arc_member's field
    unsigned char instance_ = 0;
    bool has_duplicate_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
