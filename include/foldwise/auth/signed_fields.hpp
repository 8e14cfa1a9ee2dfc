#ifndef FOLDWISE_AUTH_SIGNED_FIELDS_HPP
#define FOLDWISE_AUTH_SIGNED_FIELDS_HPP

#include <foldwise/auth/detail/signature_tags.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace foldwise {

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

    constexpr std::string_view name() const noexcept { return name_; }

    /// How many fields of this name the message has.
    constexpr std::size_t count() const noexcept { return count_; }

    /// How often h= has the name.
    constexpr std::size_t listed_count() const noexcept { return listed_count_; }

    /// How many of the fields the signature covers: the lowest ones.
    constexpr std::size_t signed_count() const noexcept {
        auto const most = count_ - (has_mark_ ? 1u : 0u);
        return listed_count_ < most ? listed_count_ : most;
    }

    /// How many of the fields the signature does not cover: the uppermost ones. Anyone may have
    /// added them after the message was signed.
    constexpr std::size_t unsigned_count() const noexcept { return count_ - signed_count(); }

    /// Whether the signature breaks if another field of this name is added.
    constexpr bool is_oversigned() const noexcept { return listed_count_ > signed_count(); }

    /// The uppermost field, which most mail programs show if there are several. It is signed if
    /// unsigned_count() is 0.
    constexpr optional<field> uppermost() const noexcept { return uppermost_; }

  private:
    friend class signed_fields;

    constexpr void add(field const& f) noexcept {
        if (count_++ != 0) return;
        uppermost_ = f;
        has_mark_ = f.has_byte_order_mark();
    }

    std::string_view name_;
    optional<field> uppermost_;
    std::size_t count_ = 0;
    std::size_t listed_count_ = 0;
    bool has_mark_ = false; // whether a byte order mark is before the uppermost field
};

/// Which fields of a message a DKIM-Signature or an ARC-Message-Signature covers, if it is valid,
/// and which it does not, above all those that mail programs show first.
///     signed_fields const s{m, dkim_signature{field}};
///     for (auto const& each : s.shown())
///         if (each.unsigned_count() != 0) warn(each.name());
///     s.coverage_of("X-Priority").signed_count();
/// Nothing is verified. If h= cannot be read, nothing is signed. If an element of it cannot be
/// read, the others count, although verifiers reject such a signature: see diagnose() of the
/// signature. A field with a byte order mark before its name is never signed by its name, because
/// the mark is part of the name for verifiers. The signature's own field, found by its place in the
/// message, is always signed and does not count among the fields that h= selects.
///
/// The constructor reads the header section and h= once: O(header + h=). Borrows the message's
/// bytes and the signature's; trivially copyable; about 1 KiB; allocates nothing. Total.
class signed_fields {
  public:
    constexpr signed_fields() = default;
    constexpr signed_fields(message const& m, signature_tags const& signature) noexcept
        : header_{m.header()}, signature_{signature} {
        for (auto const f : header_)
            if (auto* const coverage = coverage_among_shown(f.name())) coverage->add(f);
        for (auto const name : signature_.header_names())
            if (auto* const coverage = name ? coverage_among_shown(*name) : nullptr)
                ++coverage->listed_count_;
    }

    /// The fields that mail programs show first, or follow when they show the body: From, Subject,
    /// Date, To, Cc, Reply-To, Sender, MIME-Version, Content-Type, Content-Transfer-Encoding,
    /// List-Unsubscribe, List-Unsubscribe-Post, in this order. Also those that the message does not
    /// have: if they are not oversigned, they can be added.
    constexpr std::array<field_coverage, 12> const& shown() const noexcept { return shown_; }

    /// The coverage of any other name; ASCII case does not count. Borrows `name` too. O(header +
    /// h=).
    constexpr field_coverage
    coverage_of(std::string_view name FOLDWISE_LIFETIMEBOUND) const noexcept {
        field_coverage found{name};
        for (auto const f : header_)
            if (f.is(name) && !is_own(f)) found.add(f);
        found.listed_count_ = listed_count(name);
        return found;
    }
    template <owning_temporary T>
    field_coverage
    coverage_of(T&&) const = delete; // it would dangle: keep the string in a variable first

    /// Whether the signature covers this field, which must be one of the message's; any other field
    /// is not signed. O(header + h=).
    constexpr bool is_signed(field const& f) const noexcept {
        if (is_own(f)) return true;
        if (!f.has_name() || f.has_byte_order_mark()) return false;
        std::size_t from_bottom = 0; // 1 for the lowest field of the name
        for (auto const each : header_) {
            if (is_same(each.raw(), f.raw()))
                from_bottom = 1;
            else if (from_bottom != 0 && each.is(f.name()) && !is_own(each))
                ++from_bottom;
        }
        return from_bottom != 0 && from_bottom <= listed_count(f.name());
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
    /// Whether both are the same octets in memory.
    static constexpr bool is_same(std::string_view left, std::string_view right) noexcept {
        return left.size() == right.size() && left.data() == right.data();
    }
    constexpr bool is_own(field const& f) const noexcept {
        return !f.raw().empty() && is_same(f.raw_value(), signature_.raw());
    }
    constexpr std::size_t listed_count(std::string_view name) const noexcept {
        std::size_t count = 0;
        for (auto const each : signature_.header_names())
            if (each && ascii_iequals(*each, name)) ++count;
        return count;
    }
    constexpr field_coverage* coverage_among_shown(std::string_view name) noexcept {
        for (auto& each : shown_)
            if (ascii_iequals(each.name_, name)) return &each;
        return nullptr;
    }

    header_section header_;
    signature_tags signature_;
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

} // namespace foldwise

#endif
