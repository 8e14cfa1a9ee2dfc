#ifndef FOLDWISE_DKIM_BODY_COVERAGE_HPP
#define FOLDWISE_DKIM_BODY_COVERAGE_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/dkim/canonical_body.hpp>
#include <foldwise/dkim/canonical_form.hpp>
#include <foldwise/dkim/signature_tags.hpp>
#include <foldwise/message/message.hpp>

#include <cstdint>

namespace foldwise::inline FOLDWISE_ABI {

/// How much of a message's body a DKIM-Signature or an ARC-Message-Signature covers, if it is valid
/// (RFC 6376 section 3.5, l=). A signature with l= covers only the start of the body: anyone may
/// have added the rest, and what is added may hide what was signed (section 8.2).
///     message const m{"From: a\r\n\r\nsigned\r\nadded\r\n"};
///     auto const body = body_coverage::read(dkim_signature{"c=relaxed/relaxed; l=8"}, m);
///     body->is_whole()         ->  false
///     body->unsigned_octets()  ->  7: "added\r\n"
/// Octets are those of the canonical body, as in signed_body. Nothing is verified. Borrows nothing;
/// trivially copyable.
class body_coverage {
  public:
    constexpr body_coverage() = default;

    /// The error is that of c= or l=, if one of them cannot be read. O(body) if there is l=, and
    /// otherwise O(signature).
    static constexpr result<body_coverage> read(signature_tags const& signature,
                                                message const& m) noexcept {
        auto const forms = signature.canonical_forms();
        if (!forms) return forms.error();
        auto const limit = signature.body_length();
        if (!limit) return limit.error();
        body_coverage coverage;
        coverage.where_ = {diagnostic_code::dkim_body_partly_signed, m.offset_of(m.body()),
                           m.body().size()};
        coverage.limit_ = *limit;
        if (*limit)
            coverage.size_ = canonical_body{m.body(), forms->body, bare_lf_in(m.raw())}.length();
        return coverage;
    }

    /// l=: how many octets of the body are covered, if it says so.
    constexpr optional<std::uint64_t> limit() const noexcept { return limit_; }

    /// Whether the whole body is covered.
    constexpr bool is_whole() const noexcept { return !limit_ || *limit_ == size_; }

    /// How many octets at the end of the body are not covered.
    constexpr std::uint64_t unsigned_octets() const noexcept {
        return limit_ && *limit_ < size_ ? size_ - *limit_ : 0;
    }

    /// Whether l= is larger than the body: no such signature is valid, so nothing is covered.
    constexpr bool is_beyond_body() const noexcept { return limit_ && *limit_ > size_; }

    /// Calls `report` with dkim_body_partly_signed or dkim_body_length_beyond_body, if one of them
    /// applies. It covers the whole body. Offsets count from the start of the message.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (is_whole()) return;
        auto problem = where_;
        if (is_beyond_body()) problem.code = diagnostic_code::dkim_body_length_beyond_body;
        report(problem);
    }

    /// The problem, if there is one.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    optional<std::uint64_t> limit_;
    std::uint64_t size_ = 0; // of the canonical body; only counted if there is l=
    diagnostic where_;       // the body
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
