#ifndef FOLDWISE_TOOLS_AUTH_LINES_HPP
#define FOLDWISE_TOOLS_AUTH_LINES_HPP

#include "auth_facts.hpp"
#include "terminal.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Writes what is known about the authentication of one message for programs: one line per fact,
/// with TABs between its values, of which the first says what kind of fact it is. A missing value
/// is empty, and a TAB in a value becomes a space.
class auth_lines {
  public:
    explicit auth_lines(terminal const& terminal) : terminal_{terminal} {}

    std::string write(auth_facts const& facts) {
        text_.clear();
        line({"# as recorded, not verified; " + facts.basis});
        line({"from", facts.from_domain, facts.from});
        for (auto const& source : facts.sources) add(source);
        for (auto const& set : facts.arc) add(set);
        for (auto const& problem : facts.arc_problems) line({"arc-problem", problem});
        for (auto const& signature : facts.signatures) add(signature);
        if (facts.more_signatures != 0)
            line({"more-signatures", std::to_string(facts.more_signatures)});
        line({"verdict", alignment_text(facts.alignment), facts.verdict});
        return std::move(text_);
    }

  private:
    void add(auth_source const& source) {
        std::string_view const trusted = source.trusted == answer::yes  ? "trusted"
                                         : source.trusted == answer::no ? "not trusted"
                                                                        : "";
        std::string_view const kind = source.is_spf_field ? "received-spf" : "result";
        if (source.checks.empty()) line({kind, source.by, trusted, "", "", "", "", source.why, ""});
        for (auto const& check : source.checks)
            line({kind, source.by, trusted, check.method, check.result, check.domain,
                  alignment_text(check.alignment), check.why.empty() ? source.why : check.why,
                  check.note});
    }

    void add(arc_set_facts const& set) {
        auto const instance = std::to_string(set.instance);
        line({"arc", instance, set.by, set.sealer, set.chain_status, set.problem});
        for (auto const& check : set.checks)
            line({"arc-result", instance, set.by, check.method, check.result, check.domain,
                  check.note});
    }

    void add(signature_facts const& signature) {
        line({"signature", signature.kind, signature.domain, signature.selector,
              signature.algorithm, signature.canonicalization, joined(signature.names),
              joined(signature.absent), signature.body, signature.recorded, signature.recorded_by});
        for (auto const& each : signature.unsigned_shown)
            line({"unsigned", signature.kind, signature.domain, signature.selector, each.name,
                  std::to_string(each.unsigned_count), std::to_string(each.count)});
        for (auto const& problem : signature.problems)
            line({"signature-problem", signature.kind, signature.domain, signature.selector,
                  problem});
    }

    void line(std::initializer_list<std::string_view> values) {
        terminal_.append_line(text_, values);
    }

    terminal const& terminal_;
    std::string text_;
};

} // namespace tool

#endif
