#ifndef FOLDWISE_TOOLS_STANDARD_INPUT_HPP
#define FOLDWISE_TOOLS_STANDARD_INPUT_HPP

#if defined(_WIN32)
#include <cstdio>
#include <io.h>
#else
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace tool {

/// Whether standard input is a pipe, a socket or a file, so that it is read if no FILE is given. A
/// terminal and /dev/null are not.
inline bool has_piped_input() {
#if defined(_WIN32)
    return _isatty(_fileno(stdin)) == 0;
#else
    struct stat status{};
    if (::fstat(STDIN_FILENO, &status) != 0) return false;
    return S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode) || S_ISREG(status.st_mode);
#endif
}

} // namespace tool

#endif
