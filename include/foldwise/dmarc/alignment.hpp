#ifndef FOLDWISE_DMARC_ALIGNMENT_HPP
#define FOLDWISE_DMARC_ALIGNMENT_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/dmarc/alignment_finding.hpp>
#include <foldwise/dmarc/alignment_options.hpp>
#include <foldwise/dmarc/alignment_step.hpp>
#include <foldwise/dmarc/author_domain.hpp>
#include <foldwise/dmarc/detail/alignment_walker.hpp>
#include <foldwise/message/message.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// Whether a domain that a trusted server authenticated, by SPF or DKIM, is aligned with the author
/// domain of a message (RFC 9989 sections 4.4 and 5.3): the question to which DMARC's "pass" is the
/// answer if the author domain has a DMARC record.
///
///     Authentication-Results: mx.sample.net; spf=pass smtp.mailfrom=b.example;
///      dkim=pass header.d=news.a.example
///     From: Foe <foe@a.example>
///
///     finding            about                            domain
///     author_found       the From field                   a.example
///     results_trusted    the Authentication-Results field
///     domains_differ     spf=pass                         b.example
///     relaxed_alignment  dkim=pass                        news.a.example
///
///     std::string_view const ids[] = {"mx.sample.net"};
///     alignment const a{m, {.authserv_ids = ids, .organizational_domain = &finder}};
///     if (!a.is_aligned())
///         for (auto const step : a.steps()) report(text_of(step.finding()));
///
/// Nothing is verified here: it is what servers that the caller trusts have recorded. What is read:
/// - The author domain, as `author_domain` says.
/// - Authentication-Results fields with an authserv-id of the options. If the caller names its own
///   hosts, only fields above the first Received field that does not certainly name one of them
///   after "by". Of several fields of one server, only the topmost one that has results of a method
///   counts for that method, since a forged field is below the real one.
/// - Their results of spf and dkim, version 1, that are "pass". Any one that aligns is enough.
/// - The domain of DKIM is header.d. If there is a header.i, its domain must be header.d or a
///   subdomain of it. The domain of SPF is smtp.mailfrom, with or without a local part. If
///   smtp.mailfrom is null (""), it is smtp.helo (RFC 7208 section 2.4). SPF of HELO alone does not
///   count (RFC 9989 section 4.4.2).
/// - The domains must be identical, or, in relaxed alignment, have the same organizational domain.
/// - Nothing aligns if one of these servers recorded dmarc=fail, or found another author domain.
///
/// A field that deviates by more than an obsolete form (severity) does not count: results_doubtful.
/// If all that is wrong is a property without a type, or a value without the quotes that it needs,
/// only the result that has it does not count: result_doubtful. A field or a result does not count
/// either if it has a sign that a server copied text of the sender (a local part, the name of a
/// client) into it without quotes, so that the text looks like results: a delimiter without the
/// white space that servers write beside it (results_with_...), or parts that contradict each
/// other. place() tells where. One case cannot be recognized: text with white space and semicolons
/// that makes up complete results together with what the server wrote around it. Trust only servers
/// that quote such text.
///
/// Borrows the message's bytes, and what the options refer to. Trivially copyable, less than 4 KiB;
/// allocates nothing. The constructor is O(header), and O(preamble) if the message is a multipart;
/// it calls the organizational_domain_finder at most twice for each result. Total.
class alignment {
  public:
    /// Each step is an alignment_step: first the one about the author domain, then one for each
    /// Authentication-Results field, in order, with one for each of its results if the field is
    /// trusted. If the caller names its own hosts, also one for each Received field down to the
    /// boundary. A forward, borrowed range; a traversal costs the same as the constructor.
    using step_range = walk_range<detail::alignment_walker>;

    /// Nothing aligns.
    constexpr alignment() = default;

    /// Reads the header section of `m`, and borrows what `options` refer to.
    constexpr alignment(message const& m, alignment_options const& options) noexcept
        : author_{m}, steps_{detail::alignment_walker{m, author_, options}} {
        for (auto const step : steps_) take(step);
    }

    /// Whether a domain aligns with the author domain, by SPF or by DKIM.
    constexpr bool is_aligned() const noexcept { return is_spf_aligned_ || is_dkim_aligned_; }
    constexpr bool is_spf_aligned() const noexcept { return is_spf_aligned_; }
    constexpr bool is_dkim_aligned() const noexcept { return is_dkim_aligned_; }

    /// The author domain, and how it was found.
    constexpr author_domain const& author() const& noexcept { return author_; }
    author_domain const&
    author() const&& = delete; // it would dangle: keep the object in a variable first

    /// The reasoning.
    constexpr step_range const& steps() const& noexcept { return steps_; }
    step_range const&
    steps() const&& = delete; // it would dangle: keep the object in a variable first

    /// The first step with a domain that aligns. O(header).
    constexpr optional<alignment_step> aligned_step() const noexcept {
        for (auto const step : steps_)
            if (step.is_aligned()) return step;
        return std::nullopt;
    }

  private:
    constexpr void take(alignment_step const& step) noexcept {
        if (!step.is_aligned()) return;
        (step.result()->is("spf") ? is_spf_aligned_ : is_dkim_aligned_) = true;
    }

    author_domain author_;
    step_range steps_;
    bool is_spf_aligned_ = false;
    bool is_dkim_aligned_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
