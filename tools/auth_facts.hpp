#ifndef FOLDWISE_TOOLS_AUTH_FACTS_HPP
#define FOLDWISE_TOOLS_AUTH_FACTS_HPP

#include "auth_text.hpp"

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/auth/resinfo.hpp>
#include <foldwise/dkim/arc_chain.hpp>
#include <foldwise/dkim/dkim_signature.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Whether a result is for the domain of From, or whether a server is trusted.
enum class answer : unsigned char { unknown, yes, no };

/// "aligned" or "not aligned"; empty if that is not known.
constexpr std::string_view alignment_text(answer alignment) {
    return alignment == answer::yes ? "aligned" : alignment == answer::no ? "not aligned" : "";
}

/// One check that a server recorded.
struct auth_check {
    std::string method;
    std::string result;
    std::string domain;
    std::string note;       ///< the server's own words
    std::string_view place; ///< where it is in the message
    std::string selector;   ///< of DKIM, if it is recorded
    std::string b_start;    ///< the start of the signature, if it is recorded
    answer alignment = answer::unknown;
    std::string why; ///< why the result aligns, or does not

    /// Everything about it for people.
    std::string text() const {
        std::string all{alignment_text(alignment)};
        if (!why.empty()) all.append(all.empty() ? "" : ": ").append(why);
        if (note.empty()) return all;
        return all.empty() ? note : all.append(" (").append(note).append(")");
    }
};

/// A field in which a server recorded results: Authentication-Results or Received-SPF.
struct auth_source {
    std::string by; ///< the server; empty if the field does not say
    bool is_spf_field = false;
    std::string_view place;           ///< the field in the message
    answer trusted = answer::unknown; ///< unknown if no server is trusted
    std::string why;                  ///< why it is not trusted, if that needs to be said
    std::string doubt;                ///< the same, of a field that may be a trusted server's
    std::vector<auth_check> checks;
};

/// Fields of one name that a signature does not cover, although mail programs show or follow them.
struct unsigned_fields {
    std::string name;
    std::size_t unsigned_count; ///< how many are not covered: the uppermost ones
    std::size_t count;          ///< how many there are

    std::string text() const {
        if (count == 1) return name;
        return name + " (the upper " + std::to_string(unsigned_count) + " of " +
               std::to_string(count) + ')';
    }
};

/// A signature, of DKIM or ARC.
struct signature_facts {
    std::string kind; ///< "DKIM", or "ARC" and the instance
    std::string domain;
    std::string selector;
    std::string algorithm;
    std::string canonicalization;
    std::vector<std::string> names; ///< the signed fields that the message has
    /// Those that it does not have. To add one breaks the signature.
    std::vector<std::string> absent;
    std::string body;            ///< how much of the body is signed
    std::string b;               ///< the signature itself, without white space
    std::string possible_result; ///< the first result of a trusted server that may be about it
    bool is_disputed = false;    ///< whether another such result differs
    std::string recorded;        ///< the result that a trusted server recorded for it
    std::string recorded_by;     ///< that server
    std::vector<unsigned_fields> unsigned_shown;
    std::vector<std::string> problems;

    /// What is signed: "from, date; the body".
    std::string covers() const {
        return joined(names).append(names.empty() ? "" : "; ").append(body);
    }
};

/// An ARC set.
struct arc_set_facts {
    unsigned instance = 0;
    std::string by;     ///< the server that recorded the results
    std::string sealer; ///< the domain that sealed it
    std::string chain_status;
    std::vector<auth_check> checks;
    std::string problem;
};

/// What is known about the authentication of one message, as texts.
struct auth_facts {
    std::string label;         ///< names the message
    std::string from;          ///< for people
    std::string from_domain;   ///< of the author; empty if there is not exactly one author
    std::string no_domain;     ///< why it is empty, in a few words
    std::string why_no_domain; ///< the same in a sentence
    std::string boundary;      ///< the topmost host that is not the user's own
    std::vector<auth_source> sources;
    bool has_signature = false; ///< whether it has a signature, of DKIM or ARC, or a part of one
    std::vector<arc_set_facts> arc;
    std::vector<std::string> arc_problems;
    std::vector<signature_facts> signatures;
    std::size_t more_signatures = 0; ///< how many are not among `signatures`
    std::string basis;               ///< what the verdict is based on
    answer alignment = answer::unknown;
    std::string verdict;

    /// Whether neither results nor signatures were found.
    bool is_empty() const { return sources.empty() && !has_signature; }
};

/// One result of an Authentication-Results field as texts.
inline auth_check check_of(foldwise::resinfo const& result) {
    auto const property = [&result](std::string_view name) {
        auto const found = result.find("header", name);
        return found ? found->value().text().to_string() : std::string{};
    };
    auth_check check;
    check.method = lower(result.method());
    check.result = lower(result.result());
    check.domain = domain_of(result);
    check.note = note_of(result);
    check.place = result.raw();
    check.selector = property("s");
    check.b_start = property("b");
    return check;
}

/// All results of a field that can be read.
inline std::vector<auth_check> checks_of(foldwise::authentication_results const& field) {
    std::vector<auth_check> checks;
    for (auto const each : field)
        if (each) checks.push_back(check_of(*each));
    return checks;
}

} // namespace tool

#endif
