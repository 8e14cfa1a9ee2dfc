#ifndef FOLDWISE_DKIM_SEALED_HEADER_HPP
#define FOLDWISE_DKIM_SEALED_HEADER_HPP

#include <foldwise/base/octets_of.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/arc_chain.hpp>
#include <foldwise/dkim/arc_set.hpp>
#include <foldwise/dkim/canonical_field.hpp>
#include <foldwise/dkim/canonical_form.hpp>
#include <foldwise/dkim/detail/canonical_text.hpp>
#include <foldwise/dkim/detail/field_selection.hpp>
#include <foldwise/dkim/signed_header.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The ARC fields that an ARC-Seal covers, as they are hashed and then signed (RFC 8617 section
/// 5.1.1): for each set from 1 to that of the seal, ARC-Authentication-Results,
/// ARC-Message-Signature and ARC-Seal, in this order and in relaxed canonical form; the seal itself
/// comes last, with an empty b= and without CRLF.
///     arc_chain const chain{m};
///     sealed_header const header{chain, 2, m};        // what the second seal covers
///     for (auto const piece : header.pieces()) hash.update(piece);
/// A seal that says cv=fail covers only its own set (section 5.1.2). What an ARC-Message-Signature
/// covers is a signed_header. Nothing is verified: a caller hashes the text, gets the key, and
/// checks the signature.
///
/// Borrows the message's bytes. Its ranges refer to the object, so keep it in a variable. Has room
/// for the 50 sets of a chain, about 5 KiB; allocates only in `to_string` and `append_to`.
/// Construction is O(seal). Total; see problem().
class sealed_header : public pieced_text<sealed_header> {
  public:
    using piece_range = walk_range<detail::signed_header_walker>;
    using iterator = walk_iterator<detail::octets_of<detail::signed_header_walker>>;

    constexpr sealed_header() = default;

    /// What the seal of the set `instance` covers. `lf` says what an LF without a CR means.
    constexpr sealed_header(arc_chain const& chain, unsigned instance, bare_lf lf) noexcept
        : lf_{lf} {
        auto const status = chain.recorded_status(instance);
        problem_ = status ? problem_of(chain, instance) : optional{status.error()};
        if (problem_) return;
        bool const is_alone = *status == arc_chain_status::fail;
        for (auto i = is_alone ? instance : 1; i <= instance && !problem_; ++i) {
            problem_ = problem_of(chain, i);
            for (auto const kind : {arc_member::authentication_results,
                                    arc_member::message_signature, arc_member::seal})
                if (auto const f = chain.set(i).find(kind))
                    fields_[size_++] = {f->name(), f->raw()};
        }
        if (problem_) return;
        --size_; // the seal itself
        auto const own = *chain.set(instance).find(arc_member::seal);
        own_ = canonical_field{arc_seal{own}, own, canonical_form::relaxed, lf};
    }

    /// The same. What LF means is decided by bare_lf_in(m.raw()).
    constexpr sealed_header(arc_chain const& chain, unsigned instance, message const& m) noexcept
        : sealed_header{chain, instance, bare_lf_in(m.raw())} {}

    /// Why the text cannot be determined, if it cannot: a set is missing or lacks a field
    /// (arc_set_incomplete), or has two fields of one kind (arc_set_duplicate), or cv= of the seal
    /// cannot be read. The text is empty then. Offsets count from the start of the header section.
    constexpr optional<diagnostic> problem() const noexcept { return problem_; }

    /// The seal in canonical form, with an empty b= and without CRLF.
    constexpr canonical_field own() const noexcept { return own_; }

    constexpr iterator begin() const& noexcept {
        return iterator{detail::octets_of{first_piece()}};
    }
    iterator begin() const&& = delete; // it would dangle: keep the object in a variable first
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return first_piece().at_end(); }

    /// The text that is hashed, in pieces.
    constexpr piece_range pieces() const& noexcept { return piece_range{first_piece()}; }
    piece_range pieces() const&& = delete; // it would dangle: keep the object in a variable first

    /// The whole text as one view, if it is in one piece. O(n).
    constexpr optional<std::string_view> contiguous() const noexcept {
        return detail::only_piece(first_piece());
    }

  private:
    static constexpr optional<diagnostic> problem_of(arc_chain const& chain,
                                                     unsigned instance) noexcept {
        auto const set = chain.set(instance);
        if (set.is_complete()) return std::nullopt;
        return chain.problem(set.has_duplicate() ? diagnostic_code::arc_set_duplicate
                                                 : diagnostic_code::arc_set_incomplete,
                             set);
    }
    constexpr detail::signed_header_walker first_piece() const noexcept {
        if (problem_) return {};
        return {{fields_, size_}, own_.parts_, {canonical_form::relaxed, lf_, true}};
    }

    detail::selected_field fields_[std::size_t{3} * arc_chain::most_sets];
    std::size_t size_ = 0;
    canonical_field own_;
    optional<diagnostic> problem_ = diagnostic{diagnostic_code::arc_set_incomplete, 0, 0};
    bare_lf lf_ = bare_lf::data;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
