#ifndef FOLDWISE_TESTS_TOOLS_RUN_HPP
#define FOLDWISE_TESTS_TOOLS_RUN_HPP

// Runs the tool as a user does, but without a shell.
//
//     auto const got = test::run({"count", "-"}, {.input = "Subject: x\n", .chunk = 1});
//     REQUIRE_SAME(got.command, got.status, 0);
//     REQUIRE_SAME(got.command, got.out, "1\n");

#include "../support.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace test {

/// The surroundings of a run.
struct setup {
    std::string stdin_file = "/dev/null";      ///< standard input
    std::optional<std::string> input = {};     ///< or the octets of a pipe as input,
    std::size_t chunk = 1 << 16;               ///< in chunks of this size,
    unsigned pause = 0;                        ///< this many milliseconds apart
    std::string stdout_file = {};              ///< standard output; empty: a pipe
    std::optional<std::size_t> reads = {};     ///< the reader closes after so many octets
    std::string cut_short = {};                ///< a file to truncate at the first output
    std::string remove = {};                   ///< a file to remove at the first output
    int out_columns = 0;                       ///< not 0: a terminal of this width
    int err_columns = 0;                       ///< the same for standard error
    std::vector<std::string> environment = {}; ///< "NAME=value", added to the environment
    std::string directory = {};                ///< the working directory
    std::size_t memory = 0;                    ///< not 0: the greatest size of the address space
    std::size_t file_size = 0;                 ///< not 0: the greatest size of a file
    bool joins = false;                        ///< standard error goes to standard output, too
    std::string program = FOLDWISE_TOOL_PATH;  ///< what is run
};

struct outcome {
    std::string command;
    int status = -1; ///< the exit status; 128 + number for a signal
    std::string out = {};
    std::string err = {};
    std::size_t fed = 0; ///< the number of octets written to the pipe
};

/// A signal ends every run after this many seconds.
inline constexpr unsigned time_limit = 60;

namespace detail {

class descriptor {
  public:
    descriptor() = default;
    /// Opens `path`.
    descriptor(char const* path, int flags) : number_{::open(path, flags | O_CLOEXEC)} {}
    /// Takes ownership of an open descriptor.
    explicit descriptor(int number) : number_{number} { ::fcntl(number, F_SETFD, FD_CLOEXEC); }
    descriptor(descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    descriptor& operator=(descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~descriptor() { close(); }

    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    void close() {
        if (is_open()) ::close(std::exchange(number_, -1));
    }

  private:
    int number_ = -1;
};

/// Two connected ends, one for the test and one for the tool.
struct connection {
    descriptor ours;
    descriptor theirs;
};

inline connection pipe_to_test() {
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0) failed(__FILE__, __LINE__, "no pipe");
    return {descriptor{ends[0]}, descriptor{ends[1]}};
}

inline connection pipe_to_tool() {
    auto both = pipe_to_test();
    std::swap(both.ours, both.theirs);
    ::fcntl(both.ours.number(), F_SETFL, O_NONBLOCK);
    return both;
}

/// A terminal that passes every octet unchanged.
inline connection terminal_to_test(int columns) {
    connection both{descriptor{::posix_openpt(O_RDWR | O_NOCTTY)}, {}};
    auto const master = both.ours.number();
    ::grantpt(master);
    ::unlockpt(master);
    both.theirs = descriptor{::ptsname(master), O_RDWR | O_NOCTTY};
    termios modes{};
    ::tcgetattr(both.theirs.number(), &modes);
    modes.c_oflag &= ~static_cast<tcflag_t>(OPOST);
    ::tcsetattr(both.theirs.number(), TCSANOW, &modes);
    winsize size{};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = 24;
    ::ioctl(both.theirs.number(), TIOCSWINSZ, &size);
    return both;
}

/// Pointers to the strings and a null pointer, for exec.
inline std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> result;
    for (auto& string : strings) result.push_back(string.data());
    result.push_back(nullptr);
    return result;
}

/// `first` and the test's own environment, without a variable that changes the output. A search for
/// leaks takes longer than most runs of the tool, whose end frees everything.
inline std::vector<std::string> environment(std::vector<std::string> first) {
    first.emplace_back("ASAN_OPTIONS=detect_leaks=0");
    for (char** at = ::environ; *at != nullptr; ++at)
        if (!std::string_view{*at}.starts_with("NO_COLOR=")) first.emplace_back(*at);
    return first;
}

/// Starts the tool with these descriptors for standard input, output and error. With vfork, since
/// copying the page tables of a test with AddressSanitizer takes longer than most runs.
[[gnu::noinline]] inline pid_t start(int const (&standard)[3], setup const& with, char* const* argv,
                                     char* const* envp) {
    auto const child = ::vfork();
    if (child != 0) return child;
    ::alarm(time_limit); // stays set after exec
    ::signal(SIGPIPE, SIG_DFL);
    ::dup2(standard[0], STDIN_FILENO);
    ::dup2(standard[1], STDOUT_FILENO);
    ::dup2(with.joins ? standard[1] : standard[2], STDERR_FILENO);
    rlimit const memory{with.memory, with.memory};
    if (with.memory != 0) ::setrlimit(RLIMIT_AS, &memory);
    rlimit const file_size{with.file_size, with.file_size};
    if (with.file_size != 0) ::setrlimit(RLIMIT_FSIZE, &file_size);
    if (with.directory.empty() || ::chdir(with.directory.c_str()) == 0)
        ::execve(with.program.c_str(), argv, envp);
    ::_exit(127);
}

/// Appends the available octets. Closes `from` at the end of the input.
inline void read_into(descriptor& from, std::string& to) {
    char buffer[1 << 16];
    auto const count = ::read(from.number(), buffer, sizeof buffer);
    if (count > 0)
        to.append(buffer, static_cast<std::size_t>(count));
    else if (count == 0 || errno != EINTR) // EIO: the terminal is no longer open elsewhere
        from.close();
}

/// Writes the rest of a chunk. Closes `to` at the end of the input, or if the reader has closed.
inline void feed(descriptor& to, std::size_t& fed, setup const& with) {
    auto const rest = std::string_view{*with.input}.substr(fed);
    auto const chunk = with.chunk - fed % with.chunk;
    auto const count = ::write(to.number(), rest.data(), std::min(chunk, rest.size()));
    if (count > 0) fed += static_cast<std::size_t>(count);
    if (fed == with.input->size() || (count < 0 && errno != EINTR && errno != EAGAIN))
        to.close();
    else if (with.pause != 0 && fed % with.chunk == 0)
        ::usleep(with.pause * 1000);
}

inline void exchange(descriptor& in, descriptor& out, descriptor& err, setup const& with,
                     outcome& result) {
    if (!with.input || with.input->empty()) in.close();
    while (in.is_open() || out.is_open() || err.is_open()) {
        pollfd ends[] = {
            {in.number(), POLLOUT, 0}, {out.number(), POLLIN, 0}, {err.number(), POLLIN, 0}};
        if (::poll(ends, 3, -1) < 0 && errno != EINTR) break;
        if (ends[1].revents != 0 && result.out.empty() && !with.cut_short.empty() &&
            ::truncate(with.cut_short.c_str(), 0) != 0)
            failed(__FILE__, __LINE__, with.cut_short.c_str());
        if (ends[1].revents != 0 && result.out.empty() && !with.remove.empty() &&
            ::unlink(with.remove.c_str()) != 0)
            failed(__FILE__, __LINE__, with.remove.c_str());
        if (ends[1].revents != 0) read_into(out, result.out);
        if (ends[2].revents != 0) read_into(err, result.err);
        if (ends[0].revents != 0) feed(in, result.fed, with);
        if (with.reads && result.out.size() >= *with.reads) out.close();
    }
}

} // namespace detail

/// Runs the tool until it exits.
inline outcome run(std::vector<std::string> arguments, setup const& with = {}) {
    arguments.insert(arguments.begin(), "foldwise");
    outcome result;
    for (auto const& argument : arguments)
        result.command += (result.command.empty() ? "" : " ") + argument;
    auto strings = detail::environment(with.environment);
    auto const argv = detail::pointers(arguments);
    auto const envp = detail::pointers(strings);

    detail::connection in;
    detail::connection out;
    if (with.input)
        in = detail::pipe_to_tool();
    else
        in.theirs = detail::descriptor{with.stdin_file.c_str(), O_RDONLY};
    if (!with.stdout_file.empty())
        out.theirs = detail::descriptor{with.stdout_file.c_str(), O_WRONLY};
    else
        out = with.out_columns != 0 ? detail::terminal_to_test(with.out_columns)
                                    : detail::pipe_to_test();
    auto err =
        with.err_columns != 0 ? detail::terminal_to_test(with.err_columns) : detail::pipe_to_test();
    if (with.reads == 0u) out.ours.close();

    auto const child = detail::start({in.theirs.number(), out.theirs.number(), err.theirs.number()},
                                     with, argv.data(), envp.data());
    if (child < 0) {
        failed(__FILE__, __LINE__, "cannot fork");
        return result;
    }
    in.theirs.close();
    out.theirs.close();
    err.theirs.close();
    auto* const before = std::signal(SIGPIPE, SIG_IGN); // the tool may not read all its input
    detail::exchange(in.ours, out.ours, err.ours, with, result);
    std::signal(SIGPIPE, before);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

/// Checks for success: `out` on standard output, nothing on standard error.
inline void check_output(outcome const& got, std::string_view out) {
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, got.out, out);
    REQUIRE_SAME(got.command, got.err, "");
}

/// Checks for one line on standard error, which contains `what`.
inline void check_one_line(outcome const& got, std::string_view what) {
    auto const line = "foldwise: ... " + std::string{what} + " ...\n";
    bool const is_line =
        got.err.starts_with("foldwise: ") && got.err.find('\n') + 1 == got.err.size();
    if (!is_line || got.err.find(what) == got.err.npos)
        REQUIRE_SAME(got.command, got.err, std::string_view{line});
}

/// Checks for an error: `status`, one line on standard error that contains `what`, and no output.
inline void check_complaint(outcome const& got, int status, std::string_view what) {
    REQUIRE_SAME(got.command, got.status, status);
    REQUIRE_SAME(got.command, got.out, "");
    check_one_line(got, what);
}

} // namespace test

#endif
