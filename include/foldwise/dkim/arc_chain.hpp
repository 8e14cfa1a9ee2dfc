#ifndef FOLDWISE_DKIM_ARC_CHAIN_HPP
#define FOLDWISE_DKIM_ARC_CHAIN_HPP

#include <foldwise/auth/tag_list.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/arc_set.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The ARC chain of a message (RFC 8617 section 4.3): its ARC fields, grouped into sets by their
/// instance. Each server that forwards the message and takes part adds a set.
///
///     ARC-Seal: i=2; cv=pass; ...                     set(2)   newest()
///     ARC-Message-Signature: i=2; ...
///     ARC-Authentication-Results: i=2; b.example ...
///     ARC-Seal: i=1; cv=none; ...                     set(1)
///     ARC-Message-Signature: i=1; ...
///     ARC-Authentication-Results: i=1; a.example ...
///     Subject: not part of the chain
///
///     arc_chain const chain{m.header()};
///     for (auto const& set : chain)                   // the oldest first
///         if (auto const seal = set.seal()) use(seal->domain());
///     chain.recorded_status()                         // pass
///     chain.can_pass()                                // true
///
/// The order of the fields in the header section has no meaning. A range of the sets from 1 to the
/// highest instance, where a set may be empty. Nothing is verified: a sender can invent a chain.
/// An ARC field with a byte order mark before its name is not part of the chain, because
/// validators do not see it.
///
/// Total. The constructor takes one pass over the header section. A chain has room for the 50 sets
/// that are allowed, about 3 KiB, so pass it by reference; its iterators point into it. Borrows the
/// message's bytes; trivially copyable; allocates nothing.
class arc_chain {
  public:
    /// The most sets that a message may have (RFC 8617 section 4.2.1).
    static constexpr unsigned most_sets = 50;

    using iterator = arc_set const*;

    constexpr arc_chain() = default;
    /// Reads the ARC fields of a message. O(header).
    explicit constexpr arc_chain(header_section const& header) noexcept : header_{header} {
        for (unsigned i = 0; i != most_sets; ++i)
            sets_[i].instance_ = static_cast<unsigned char>(i + 1);
        for (auto const f : header)
            if (auto const kind = kind_of(f)) add(f, *kind);
    }
    explicit constexpr arc_chain(message const& m) noexcept : arc_chain{m.header()} {}

    /// The header section of the message. Offsets of diagnostics count from its start.
    constexpr header_section header() const noexcept { return header_; }

    constexpr iterator begin() const noexcept { return sets_; }
    constexpr iterator end() const noexcept { return sets_ + size_; }

    /// The highest instance; 0 if there is none. Sets below it may be empty.
    constexpr unsigned size() const noexcept { return size_; }

    /// Whether no field has an instance that can be read.
    constexpr bool empty() const noexcept { return size_ == 0; }

    /// The set of that instance; an empty set if the message has none.
    constexpr arc_set set(unsigned instance) const noexcept {
        // size_ is at most most_sets; without the second test, g++ 12 warns of set(51) with -O3.
        bool const exists = instance >= 1 && instance <= most_sets && instance <= size_;
        return exists ? sets_[instance - 1] : arc_set{};
    }

    /// The set with the highest instance; an empty set if the message has none.
    constexpr arc_set newest() const noexcept { return set(size_); }

    /// Whether the message has ARC fields whose instance cannot be read, which belong to no set.
    constexpr bool has_stray_fields() const noexcept { return has_stray_; }

    /// What the newest seal records about the chain before it, or none if the message has no ARC
    /// fields at all. O(value). The error is that of recorded_status(unsigned).
    constexpr result<arc_chain_status> recorded_status() const noexcept {
        if (size_ == 0 && !has_stray_) return arc_chain_status::none;
        return recorded_status(size_);
    }

    /// What the seal of that set records: its cv= (RFC 8617 section 4.4). The error is
    /// arc_set_incomplete if there is no such seal; otherwise it is that of arc_seal::chain_status.
    /// Offsets count from the start of the header section. O(value).
    constexpr result<arc_chain_status> recorded_status(unsigned instance) const noexcept {
        auto const seal = set(instance).seal();
        if (!seal) return problem(diagnostic_code::arc_set_incomplete, set(instance));
        auto const status = seal->chain_status();
        if (status) return status;
        auto const start = offset_of(header_.raw(), seal->raw());
        return diagnostic{status.error().code, start + status.error().offset,
                          status.error().length};
    }

    /// Whether a validator can come to the status pass, if all signatures are valid (RFC 8617
    /// section 5.2, steps 1 to 3): there are ARC fields; all belong to a complete set; no set is
    /// missing; cv= is none in the first set and pass in all others; and no seal or message
    /// signature has a problem graver than `obsolete`. O(ARC fields).
    template <class Worst = gravest> // see gravest_of
    constexpr bool can_pass() const noexcept {
        bool found = size_ != 0 && !has_stray_;
        for (auto const& set : *this)
            found = found && set.is_complete() && is_expected_status(set, *set.seal()) &&
                    is_proper(set.seal()->template deviation<Worst>()) &&
                    is_proper(set.message_signature()->template deviation<Worst>());
        return found;
    }

    /// Calls `report` with a diagnostic for each problem of the chain: first arc_field_without_set
    /// and arc_set_duplicate, in the order of the fields; then, from the oldest set to the newest,
    /// arc_set_missing, arc_set_incomplete, arc_chain_status_impossible. The problems of a single
    /// field are left to the field's diagnose(). Offsets count from the start of the header
    /// section. O(header).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        if (size_ == 0 && !has_stray_) return;
        for (auto const f : header_) {
            auto const kind = kind_of(f);
            if (!kind) continue;
            auto const instance = instance_of(f, *kind);
            if (!instance)
                report(problem(arc_field_without_set, f.raw()));
            else if (slot(*instance, *kind).data() != f.raw().data())
                report(problem(arc_set_duplicate, f.raw()));
        }
        bool has_gap = false;
        for (auto const& set : *this) {
            if (!set.empty() && has_gap) report(problem(arc_set_missing, set));
            has_gap = set.empty();
            if (has_gap) continue;
            if (!set.has_all()) report(problem(arc_set_incomplete, set));
            if (auto const seal = set.seal(); seal && is_wrong_status(set, *seal))
                report(status_problem(*seal));
        }
    }

    /// The gravest problem of the chain. O(header).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    friend class sealed_header;

    static constexpr optional<arc_member> kind_of(field const& f) noexcept {
        auto const name = f.name();
        if (name.size() < 8 || name[3] != '-' || f.has_byte_order_mark()) return std::nullopt;
        if (f.is("ARC-Seal")) return arc_member::seal;
        if (f.is("ARC-Message-Signature")) return arc_member::message_signature;
        if (f.is("ARC-Authentication-Results")) return arc_member::authentication_results;
        return std::nullopt;
    }
    static constexpr result<unsigned> instance_of(field const& f, arc_member kind) noexcept {
        if (kind == arc_member::authentication_results)
            return arc_authentication_results{f}.instance();
        return detail::arc_instance_of(tag_list{f});
    }

    constexpr std::string_view slot(unsigned instance, arc_member kind) const noexcept {
        return sets_[instance - 1].raw_[static_cast<std::size_t>(kind)];
    }
    constexpr void add(field const& f, arc_member kind) noexcept {
        auto const instance = instance_of(f, kind);
        if (!instance) {
            has_stray_ = true;
            return;
        }
        auto& set = sets_[*instance - 1];
        auto& raw = set.raw_[static_cast<std::size_t>(kind)];
        if (raw.empty())
            raw = f.raw();
        else
            set.has_duplicate_ = true;
        if (*instance > size_) size_ = *instance;
    }

    /// Whether cv= is what the seal of that set must have in a chain that passes.
    static constexpr bool is_expected_status(arc_set const& set, arc_seal const& seal) noexcept {
        auto const expected = set.instance() == 1 ? arc_chain_status::none : arc_chain_status::pass;
        auto const status = seal.chain_status();
        return status && *status == expected;
    }
    /// Whether cv= is what the seal of that set can never have. The newest seal may say that the
    /// chain failed.
    constexpr bool is_wrong_status(arc_set const& set, arc_seal const& seal) const noexcept {
        auto const status = seal.chain_status();
        bool const may_fail = set.instance() == size_ && size_ != 1;
        if (!status || is_expected_status(set, seal)) return false;
        return !may_fail || *status != arc_chain_status::fail;
    }
    static constexpr bool is_proper(optional<diagnostic> const& worst) noexcept {
        return !worst || worst->severity() <= severity::obsolete;
    }

    constexpr diagnostic problem(diagnostic_code code, arc_set const& set) const noexcept {
        return problem(code, set.present_field());
    }
    constexpr diagnostic problem(diagnostic_code code, std::string_view raw) const noexcept {
        return {code, raw.empty() ? header_.raw().size() : offset_of(header_.raw(), raw),
                raw.size()};
    }
    constexpr diagnostic status_problem(arc_seal const& seal) const noexcept {
        auto const value = trim_fws(seal.tags().find("cv")->raw_value());
        return problem(diagnostic_code::arc_chain_status_impossible, value);
    }

    header_section header_;
    arc_set sets_[most_sets];
    unsigned size_ = 0;
    bool has_stray_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
