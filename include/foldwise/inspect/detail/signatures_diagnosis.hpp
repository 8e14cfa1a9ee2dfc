#ifndef FOLDWISE_INSPECT_DETAIL_SIGNATURES_DIAGNOSIS_HPP
#define FOLDWISE_INSPECT_DETAIL_SIGNATURES_DIAGNOSIS_HPP

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/dkim/arc_chain.hpp>
#include <foldwise/dkim/body_coverage.hpp>
#include <foldwise/dkim/dkim_signature.hpp>
#include <foldwise/dkim/signed_fields.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Passes on each distinct diagnostic once. It remembers the first 64 and drops all others. There
/// are fewer here: signed_fields has at most two for each of the 12 names that it shows, and
/// body_coverage has two.
template <class Report>
class distinct_sink {
  public:
    explicit constexpr distinct_sink(Report& to) noexcept : to_{to} {}

    constexpr void operator()(diagnostic const& problem) {
        for (std::size_t i = 0; i < count_; ++i)
            if (seen_[i] == problem) return;
        if (count_ == most) return;
        seen_[count_++] = problem;
        to_(problem);
    }

  private:
    static constexpr std::size_t most = 64;

    Report& to_;
    std::size_t count_ = 0;
    diagnostic seen_[most] = {};
};

/// How many DKIM-Signature fields are compared with the fields and the body of the message.
inline constexpr std::size_t most_compared_signatures = 10;

/// Reports what DKIM-Signature fields leave unsigned: a field or the body once, even if several
/// signatures leave it unsigned. Then the problems of the ARC sets together. Offsets count from the
/// start of the message. O(message).
template <class Report>
constexpr void diagnose_signatures(message const& m, Report& report) {
    distinct_sink<Report> distinct{report};
    std::size_t count = 0;
    for (auto const f : m.header().find_all("DKIM-Signature")) {
        if (++count > most_compared_signatures) {
            report(diagnostic{diagnostic_code::dkim_signatures_limit, m.offset_of(f.raw()),
                              f.raw().size()});
            break;
        }
        dkim_signature const signature{f};
        signed_fields{signature, m}.diagnose(distinct);
        if (auto const body = body_coverage::read(signature, m)) body->diagnose(distinct);
    }
    arc_chain{m}.diagnose(report);
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
