#ifndef FOLDWISE_DMARC_ALIGNMENT_STEP_HPP
#define FOLDWISE_DMARC_ALIGNMENT_STEP_HPP

#include <foldwise/auth/propspec.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/dmarc/alignment_finding.hpp>
#include <foldwise/dmarc/domain_name.hpp>
#include <foldwise/message/field.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {
class alignment_walker;
}

/// One step of the reasoning of an `alignment`: what it is about, and what was found.
///
///     Authentication-Results: mx.sample.net; spf=pass smtp.mailfrom=a@b.example
///
///     |-----------------------------------------------------------------------|   field()
///                                           |---------------------------------|   result()
///                                                     |-----------------------|   property()
///                                                                    "b.example"  domain()
///
/// Borrows the message's bytes, except for domain(), which it owns. Trivially copyable; each member
/// is O(1).
class alignment_step {
  public:
    constexpr alignment_step() = default;

    /// What was found in this step.
    constexpr alignment_finding finding() const noexcept { return finding_; }

    /// Whether a domain aligns.
    constexpr bool is_aligned() const noexcept { return foldwise::is_aligned(finding_); }

    /// The From, Received or Authentication-Results field; empty if there is no From field.
    constexpr optional<foldwise::field> field() const noexcept { return field_; }

    /// The result, if the step is about one.
    constexpr optional<resinfo> result() const noexcept { return result_; }

    /// The property of the result that has the domain: header.d, smtp.mailfrom or smtp.helo.
    constexpr optional<propspec> property() const noexcept { return property_; }

    /// The domain that the step is about: the author domain, or the one that was checked, with
    /// A-labels if it could be converted.
    constexpr optional<domain_name> domain() const noexcept { return domain_; }

    /// The problem because of which the field or the result does not count: the gravest one of
    /// those graver than severity::obsolete. Its offset counts from the start of the message.
    constexpr optional<diagnostic> problem() const noexcept { return problem_; }

    /// The octets of the message because of which the field or the result does not count, if
    /// the finding is about some of them; otherwise empty. For example, the comment of
    /// results_with_odd_comment, and the property of property_misplaced.
    constexpr std::string_view place() const noexcept { return place_; }

  private:
    friend class detail::alignment_walker;

    alignment_finding finding_ = alignment_finding::from_missing;
    optional<foldwise::field> field_;
    optional<resinfo> result_;
    optional<propspec> property_;
    optional<domain_name> domain_;
    optional<diagnostic> problem_;
    std::string_view place_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
