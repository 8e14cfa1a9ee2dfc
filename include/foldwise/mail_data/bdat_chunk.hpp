#ifndef FOLDWISE_MAIL_DATA_BDAT_CHUNK_HPP
#define FOLDWISE_MAIL_DATA_BDAT_CHUNK_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/bdat_command.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A BDAT command (see bdat_command) and the octets of the message that follow it:
///     BDAT 7 LAST\r\nHello\r\nQUIT\r\n  ->  chunk_size() 7, is_last(), content() "Hello\r\n"
/// The octets have no dots added and no line that ends them (RFC 3030 section 2). Borrows the
/// bytes; trivially copyable.
class bdat_chunk {
  public:
    constexpr bdat_chunk() = default;

    /// Reads the command at the start of `bytes`, and the octets after it, as many as there are.
    /// The error bdat_malformed covers the line, if it is not such a command: then it is not known
    /// how many of the octets after it belong to the message. Only CRLF ends the line; white space
    /// may be before it (RFC 5321 section 4.1.1). O(line).
    ///
    /// With line_ending::lf, for recorded commands in which each LF stands for a CRLF, an LF ends
    /// the line, and counts as two octets of the message. O(chunk).
    static constexpr result<bdat_chunk> read(std::string_view bytes FOLDWISE_LIFETIMEBOUND,
                                             line_ending ending = line_ending::crlf) noexcept;
    template <owning_temporary T>
    static result<bdat_chunk> read( // it would dangle: keep the string in a variable first
        T&&, line_ending = line_ending::crlf) = delete;

    /// The command and the octets after it.
    constexpr std::string_view raw() const noexcept { return raw_; }
    /// The command, with its line ending.
    constexpr std::string_view command() const noexcept { return raw_.substr(0, command_size_); }
    /// How many octets the command announces.
    constexpr std::uint64_t chunk_size() const noexcept { return chunk_size_; }
    /// Whether it is the last chunk of the message.
    constexpr bool is_last() const noexcept { return is_last_; }
    /// The octets of the message.
    constexpr std::string_view content() const noexcept { return raw_.substr(command_size_); }
    /// Whether all of them are there.
    constexpr bool is_complete() const noexcept { return is_complete_; }

    /// Calls `report` with each diagnostic of the command (see bdat_command), and with
    /// bdat_incomplete, which covers the command, if the chunk is not complete. O(line).
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        if (auto const line = bdat_command::read(without_ending(command()))) line->diagnose(report);
        if (!is_complete_) report(diagnostic{diagnostic_code::bdat_incomplete, 0, command_size_});
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view raw_;
    std::size_t command_size_ = 0;
    std::uint64_t chunk_size_ = 0;
    bool is_last_ = false;
    bool is_complete_ = true;
};

namespace detail {

/// How many of `bytes` belong to a chunk of `size` octets that starts with them, if each LF counts
/// as two octets. `size` becomes the number of octets that are missing. O(chunk).
constexpr std::size_t take_recorded(std::string_view bytes, std::uint64_t& size) noexcept {
    std::size_t at = 0;
    while (size != 0 && at != bytes.size()) {
        auto const text = scan::line_feed(bytes, at) - at;
        if (text >= size) {
            at += static_cast<std::size_t>(size);
            size = 0;
            break;
        }
        at += text;
        size -= text;
        if (at == bytes.size()) break;
        ++at;
        size -= size == 1 ? 1 : 2;
    }
    return at;
}

} // namespace detail

constexpr result<bdat_chunk> bdat_chunk::read(std::string_view bytes, line_ending ending) noexcept {
    auto const end = scan::line_feed(bytes, 0);
    bdat_chunk chunk;
    chunk.command_size_ = end == bytes.size() ? end : end + 1;
    auto const line = bytes.substr(0, chunk.command_size_);
    auto const command = bdat_command::read(without_ending(line));
    if (ending_of(line) != ending || !command)
        return diagnostic{diagnostic_code::bdat_malformed, 0, line.size()};
    chunk.chunk_size_ = command->chunk_size();
    chunk.is_last_ = command->is_last();
    auto const rest = bytes.substr(line.size());
    auto missing = chunk.chunk_size_;
    auto taken = rest.size();
    if (ending == line_ending::lf) {
        taken = detail::take_recorded(rest, missing);
    } else {
        if (missing < taken) taken = static_cast<std::size_t>(missing);
        missing -= taken;
    }
    chunk.is_complete_ = missing == 0;
    chunk.raw_ = bytes.substr(0, line.size() + taken);
    return chunk;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
