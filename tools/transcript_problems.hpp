#ifndef FOLDWISE_TOOLS_TRANSCRIPT_PROBLEMS_HPP
#define FOLDWISE_TOOLS_TRANSCRIPT_PROBLEMS_HPP

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/transcript/transcript.hpp>

#include <vector>

namespace tool {

/// What transcript::diagnose() reports, in its order. A function, so that the readers of all
/// commands and replies are compiled once, and not for each reporter.
inline std::vector<foldwise::diagnostic> transcript_problems(foldwise::transcript const& session) {
    std::vector<foldwise::diagnostic> problems;
    session.diagnose([&](foldwise::diagnostic const& each) { problems.push_back(each); });
    return problems;
}

} // namespace tool

#endif
