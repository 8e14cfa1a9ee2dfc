#ifndef FOLDWISE_DKIM_SIGNED_FIELDS_HPP
#define FOLDWISE_DKIM_SIGNED_FIELDS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/dkim/detail/field_selection.hpp>
#include <foldwise/dkim/signature_tags.hpp>
#include <foldwise/dkim/signed_header.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How far a signature covers the fields of one name (RFC 6376 section 5.4.2). A signature covers
/// as many fields of a name as its h= has the name, from the bottom up:
///
///     h=from:subject:subject:cc      count()  listed_count()  signed_count()  is_oversigned()
///     From: b           not signed   2        1               1               false
///     From: a           signed
///     Subject: c        signed       1        2               1               true
///     (no Cc)                        0        1               0               true
///     Date: d           not signed   1        0               0               false
///
/// Borrows the field's bytes. Every member is O(1).
class field_coverage {
  public:
    constexpr field_coverage() = default;
    explicit constexpr field_coverage(std::string_view name FOLDWISE_LIFETIMEBOUND) noexcept
        : name_{name} {}
    template <owning_temporary T>
    explicit field_coverage(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The name of the fields.
    constexpr std::string_view name() const noexcept { return name_; }

    /// How many fields of this name the message has.
    constexpr std::size_t count() const noexcept { return count_; }

    /// How often h= has the name.
    constexpr std::size_t listed_count() const noexcept { return listed_count_; }

    /// How many of the fields the signature covers: the lowest ones.
    constexpr std::size_t signed_count() const noexcept { return signed_count_; }

    /// How many of the fields the signature does not cover: the uppermost ones. Anyone may have
    /// added them after the message was signed.
    constexpr std::size_t unsigned_count() const noexcept { return count_ - signed_count_; }

    /// Whether the signature breaks if another field of this name is added.
    constexpr bool is_oversigned() const noexcept { return listed_count_ > signed_count_; }

    /// The uppermost field, which most mail programs show if there are several. It is signed if
    /// unsigned_count() is 0.
    constexpr optional<field> uppermost() const noexcept { return uppermost_; }

  private:
    friend class signed_fields;

    constexpr void add(field const& f) noexcept {
        if (count_++ == 0) uppermost_ = f;
    }
    constexpr void add(signed_field const& f) noexcept {
        ++listed_count_;
        if (!f.raw().empty()) ++signed_count_;
    }

    std::string_view name_;
    optional<field> uppermost_;
    std::size_t count_ = 0;
    std::size_t listed_count_ = 0;
    std::size_t signed_count_ = 0;
};

/// Which fields of a message a DKIM-Signature or an ARC-Message-Signature covers, if it is valid,
/// and which it does not, above all those that mail programs show first.
///     signed_fields const s{dkim_signature{field}, m};
///     for (auto const& each : s.shown())
///         if (each.unsigned_count() != 0) warn(each.name());
///     s.coverage_of("X-Priority").signed_count();
/// Nothing is verified. If h= cannot be read, nothing is signed. If an element of it cannot be
/// read, the others count, although verifiers reject such a signature: see diagnose() of the
/// signature. A field with a byte order mark before its name is never signed by its name, because
/// the mark is part of the name for verifiers. The signature's own field is always signed, and does
/// not count among the fields that h= selects.
///
/// The fields are selected as in signed_header, which has their text. Borrows the message's bytes
/// and the signature's; trivially copyable; about 5 KiB; allocates nothing. Construction is
/// O(header + h=). Total.
class signed_fields {
  public:
    using field_range = walk_range<detail::signed_field_walker>;

    /// How many names of h= are read.
    static constexpr std::size_t most_names = detail::field_selection::most;

    /// `signature` is a dkim_signature or an arc_message_signature. Its field is found by its place
    /// in the message.
    constexpr signed_fields(signature_tags const& signature, message const& m) noexcept
        : header_{m.header()}, own_{own_field(header_, signature)} {
        detail::field_selection selection{selected_};
        for (auto const name : signature.header_names()) {
            if (!name) continue;
            has_more_names_ = selection.size() == most_names;
            if (has_more_names_) break;
            selection.add(*name);
        }
        size_ = selection.size();
        selection.select(header_, own_);

        for (auto const f : header_)
            if (auto* const coverage = coverage_among_shown(f.name())) coverage->add(f);
        for (auto const f : selected())
            if (auto* const coverage = coverage_among_shown(f.name())) coverage->add(f);
    }

    /// The fields that mail programs show first, or follow when they show the body: From, Subject,
    /// Date, To, Cc, Reply-To, Sender, MIME-Version, Content-Type, Content-Transfer-Encoding,
    /// List-Unsubscribe, List-Unsubscribe-Post, in this order. Also those that the message does not
    /// have: if they are not oversigned, they can be added.
    constexpr std::array<field_coverage, 12> const& shown() const& noexcept { return shown_; }
    std::array<field_coverage, 12> const&
    shown() const&& = delete; // it would dangle: keep the object in a variable first

    /// Each name in h=, in that order, and the field that it selects.
    constexpr field_range selected() const& noexcept {
        return field_range{detail::signed_field_walker{selected_, size_}};
    }
    field_range selected() const&& = delete; // it would dangle: keep the object in a variable first

    /// Whether h= has more names than are read (dkim_header_names_limit). The others select
    /// nothing.
    constexpr bool has_more_names() const noexcept { return has_more_names_; }

    /// The coverage of any name; ASCII case does not count. Borrows `name` too. O(header + h=).
    constexpr field_coverage
    coverage_of(std::string_view name FOLDWISE_LIFETIMEBOUND) const noexcept {
        field_coverage found{name};
        for (auto const f : header_)
            if (f.is(name) && !is_own(f)) found.add(f);
        for (auto const f : selected())
            if (ascii_iequals(f.name(), name)) found.add(f);
        return found;
    }
    template <owning_temporary T>
    field_coverage
    coverage_of(T&&) const = delete; // it would dangle: keep the string in a variable first

    /// Whether the signature covers this field of the message. O(h=).
    constexpr bool is_signed(field const& f) const noexcept {
        for (auto const each : selected())
            if (!each.raw().empty() && detail::is_same(each.raw(), f.raw())) return true;
        return is_own(f);
    }

    /// Calls `report` with a diagnostic for each name in shown() that has a field which is not
    /// signed: dkim_shown_field_unsigned, or dkim_shown_field_added if a lower field of that name
    /// is signed. It covers the uppermost field. Offsets count from the start of the message.
    /// O(1).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        for (auto const& each : shown_) {
            if (each.unsigned_count() == 0) continue;
            auto const raw = each.uppermost()->raw();
            auto const code =
                each.signed_count() == 0 ? dkim_shown_field_unsigned : dkim_shown_field_added;
            report(diagnostic{code, offset_of(header_.raw(), raw), raw.size()});
        }
    }

    /// The gravest problem. O(1).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    /// The field of which `signature` is the value; empty if it is not in the message.
    static constexpr field own_field(header_section const& header,
                                     signature_tags const& signature) noexcept {
        for (auto const f : header)
            if (!f.raw().empty() && detail::is_same(f.raw_value(), signature.raw())) return f;
        return {};
    }
    constexpr bool is_own(field const& f) const noexcept {
        return !f.raw().empty() && detail::is_same(f.raw(), own_.raw());
    }
    constexpr field_coverage* coverage_among_shown(std::string_view name) noexcept {
        for (auto& each : shown_)
            if (ascii_iequals(each.name(), name)) return &each;
        return nullptr;
    }

    header_section header_;
    field own_;
    detail::selected_field selected_[most_names];
    std::size_t size_ = 0; // how many of them are used
    bool has_more_names_ = false;
    std::array<field_coverage, 12> shown_{
        field_coverage{std::string_view{"From"}},
        field_coverage{std::string_view{"Subject"}},
        field_coverage{std::string_view{"Date"}},
        field_coverage{std::string_view{"To"}},
        field_coverage{std::string_view{"Cc"}},
        field_coverage{std::string_view{"Reply-To"}},
        field_coverage{std::string_view{"Sender"}},
        field_coverage{std::string_view{"MIME-Version"}},
        field_coverage{std::string_view{"Content-Type"}},
        field_coverage{std::string_view{"Content-Transfer-Encoding"}},
        field_coverage{std::string_view{"List-Unsubscribe"}},
        field_coverage{std::string_view{"List-Unsubscribe-Post"}}};
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
