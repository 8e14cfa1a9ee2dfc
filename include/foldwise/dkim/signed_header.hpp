#ifndef FOLDWISE_DKIM_SIGNED_HEADER_HPP
#define FOLDWISE_DKIM_SIGNED_HEADER_HPP

#include <foldwise/base/octets_of.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/dkim/canonical_field.hpp>
#include <foldwise/dkim/canonical_form.hpp>
#include <foldwise/dkim/detail/field_selection.hpp>
#include <foldwise/dkim/signature_tags.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A name in the h= of a signature, and the field that it selects. Borrows the signature and the
/// header section.
class signed_field {
  public:
    constexpr signed_field() = default;
    explicit constexpr signed_field(detail::selected_field const& selected) noexcept
        : selected_{selected} {}

    /// The name as written in h=.
    constexpr std::string_view name() const noexcept { return selected_.name; }

    /// The field; empty if the header section has no field, or no further field, of that name. Such
    /// a name adds nothing to the text that is hashed, so that nobody can add the field later.
    constexpr optional<foldwise::field> field() const noexcept {
        if (selected_.raw.empty()) return std::nullopt;
        return foldwise::field{selected_.raw};
    }

    /// The octets of the field; empty if there is none.
    constexpr std::string_view raw() const noexcept { return selected_.raw; }

  private:
    detail::selected_field selected_;
};

namespace detail {

/// Iterates over the selected fields.
class signed_field_walker {
  public:
    constexpr signed_field_walker() = default;
    constexpr signed_field_walker(selected_field const* first, std::size_t count) noexcept
        : next_{first}, left_{count} {}

    constexpr bool at_end() const noexcept { return left_ == 0; }
    constexpr signed_field current() const noexcept { return signed_field{*next_}; }
    constexpr void advance() noexcept {
        ++next_;
        --left_;
    }
    constexpr std::size_t position() const noexcept { return left_; }

  private:
    selected_field const* next_ = nullptr;
    std::size_t left_ = 0;
};

/// Iterates over the pieces of the fields, and then over those of the signature's own field.
class signed_header_walker {
  public:
    constexpr signed_header_walker() = default;
    constexpr signed_header_walker(signed_field_walker const& fields,
                                   canonical_field_parts const& own, canonical_rules rules) noexcept
        : fields_{fields}, own_{own}, rules_{rules}, is_own_{false} {
        go_on();
    }

    constexpr bool at_end() const noexcept { return pieces_.at_end(); }
    constexpr std::string_view current() const noexcept { return pieces_.current(); }
    constexpr void advance() noexcept {
        passed_ += pieces_.current().size();
        pieces_.advance();
        go_on();
    }
    constexpr std::size_t position() const noexcept { return passed_; }

  private:
    constexpr void go_on() noexcept {
        while (pieces_.at_end() && !is_own_) {
            while (!fields_.at_end() && fields_.current().raw().empty()) fields_.advance();
            is_own_ = fields_.at_end();
            if (is_own_) {
                pieces_ = canonical_field_walker{own_};
            } else {
                field const f{fields_.current().raw()};
                pieces_ = canonical_field_walker{canonical_parts_of(f, rules_, nullptr)};
                fields_.advance();
            }
        }
    }

    canonical_field_walker pieces_;
    signed_field_walker fields_; // those that are left
    canonical_field_parts own_;
    canonical_rules rules_;
    bool is_own_ = true; // whether no field is left after the current one
    std::size_t passed_ = 0;
};

} // namespace detail

/// The header fields that a signature covers, as they are hashed and then signed (RFC 6376 section
/// 3.7): the fields that h= names, in that order, and then the signature's own field, in canonical
/// form.
///     for (auto const f : m.header().find_all("DKIM-Signature")) {
///         dkim_signature const s{f};
///         signed_header const header{s, f, m};
///         for (auto const piece : header.pieces()) hash.update(piece);
///         ...
/// If a name occurs several times, the first occurrence selects the last field of that name, the
/// second one the field above it, and so on (section 5.4.2); ASCII case does not count. A name
/// without a field, or without a further one, adds nothing. The signature's own field is never
/// selected, so that "h=dkim-signature" selects other signatures. A field whose name follows a byte
/// order mark is not selected, and malformed items of h= select nothing.
///
/// Works for DKIM-Signature and ARC-Message-Signature (RFC 8617 section 4.1.2). Nothing is
/// verified: a caller hashes the text, gets the key, and checks the signature.
///
/// Borrows the signature, the field and the header section. Its ranges refer to the object, so keep
/// it in a variable. Has room for 128 names, about 4 KiB; the constructor needs as much again on
/// the stack. Allocates only in `to_string` and `append_to`. Construction is O(signature + header).
/// Total; see problem().
class signed_header : public pieced_text<signed_header> {
  public:
    using field_range = walk_range<detail::signed_field_walker>;
    using piece_range = walk_range<detail::signed_header_walker>;
    using iterator = walk_iterator<detail::octets_of<detail::signed_header_walker>>;

    /// How many names of h= are read.
    static constexpr std::size_t most_names = detail::field_selection::most;

    /// `signature` is a dkim_signature or arc_message_signature that was constructed from the field
    /// `own`, which need not be in `header`.
    constexpr signed_header(signature_tags const& signature, field const& own,
                            header_section const& header, bare_lf lf) noexcept {
        auto const forms = signature.canonical_forms();
        if (!forms) problem_ = forms.error();
        form_ = forms ? forms->header : canonical_form::simple;
        lf_ = lf;
        own_ = canonical_field{signature, own, form_, lf};

        auto const names = signature.tags().find("h");
        if (!names && !problem_) problem_ = names.error();
        if (!problem_) problem_ = signature.names_problem();
        detail::field_selection selection{selected_};
        for (auto const name : signature.header_names())
            if (name && selection.size() != most_names) selection.add(*name);
        size_ = selection.size();
        selection.select(header, own);
    }

    /// The same for the header section of `m`. What LF means is decided by bare_lf_in(m.raw()).
    constexpr signed_header(signature_tags const& signature, field const& own,
                            message const& m) noexcept
        : signed_header{signature, own, m.header(), bare_lf_in(m.raw())} {}

    /// Why the text cannot be determined, if it cannot: c= or h= cannot be read, c= is
    /// dkim_canonicalization_unknown, or there are too many names (dkim_header_names_limit). The
    /// text is empty then; fields() has the names that were read. Offsets count from the start of
    /// the signature's raw().
    constexpr optional<diagnostic> problem() const noexcept { return problem_; }

    /// The canonical form of the fields.
    constexpr canonical_form form() const noexcept { return form_; }

    /// The signed_field for each name in h=, in that order.
    constexpr field_range fields() const& noexcept { return field_range{first_field()}; }
    field_range fields() const&& = delete; // it would dangle: keep the object in a variable first

    /// The signature's own field in canonical form, with an empty b= and without CRLF.
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
    constexpr detail::signed_field_walker first_field() const noexcept {
        return {selected_, size_};
    }
    constexpr detail::signed_header_walker first_piece() const noexcept {
        if (problem_) return {};
        return {first_field(), own_.parts_, {form_, lf_, true}};
    }

    detail::selected_field selected_[most_names];
    std::size_t size_ = 0;
    canonical_field own_;
    optional<diagnostic> problem_;
    canonical_form form_ = canonical_form::simple;
    bare_lf lf_ = bare_lf::data;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
