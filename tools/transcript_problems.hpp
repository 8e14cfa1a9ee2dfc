#ifndef FOLDWISE_TOOLS_TRANSCRIPT_PROBLEMS_HPP
#define FOLDWISE_TOOLS_TRANSCRIPT_PROBLEMS_HPP

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/transcript/transcript.hpp>

#include <vector>

namespace tool {

/// The problems that transcript::diagnose() reports, in its order. With one reporter for all
/// callers, the readers of commands and replies are compiled only once.
inline std::vector<foldwise::diagnostic> transcript_problems(foldwise::transcript const& session) {
    std::vector<foldwise::diagnostic> problems;
    session.diagnose([&](foldwise::diagnostic const& each) { problems.push_back(each); });
    return problems;
}

} // namespace tool

#endif
