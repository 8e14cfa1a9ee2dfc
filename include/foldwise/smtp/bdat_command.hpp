#ifndef FOLDWISE_SMTP_BDAT_COMMAND_HPP
#define FOLDWISE_SMTP_BDAT_COMMAND_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/detail/envelope_command.hpp>
#include <foldwise/smtp/smtp_command.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A BDAT command, after whose CRLF a chunk of the message follows (RFC 3030 section 2).
///     bdat-cmd   = "BDAT" SP chunk-size [ SP end-marker ] CRLF
///     chunk-size = 1*DIGIT
///     end-marker = "LAST"
///     BDAT 1024 LAST  ->  chunk_size() 1024, is_last()
/// Borrows the line, but only for raw() and diagnose(); trivially copyable.
class bdat_command {
  public:
    constexpr bdat_command() = default;

    /// Reads one line with its CRLF, or without any line ending. The size says where the next
    /// command starts, so nothing is guessed. The error is smtp_command_malformed for another
    /// command, a size that is not a decimal number or does not fit in 64 bits, any other text, and
    /// anything but one SP between two words; smtp_line_ending for a CR or LF that is not part of
    /// the CRLF at the end. White space at the end is ignored. O(line).
    static constexpr result<bdat_command>
    read(std::string_view line FOLDWISE_LIFETIMEBOUND) noexcept {
        return read(smtp_command{line});
    }
    static constexpr result<bdat_command> read(smtp_command const& command) noexcept {
        auto const argument = command.argument();
        auto const before = command.raw().substr(0, offset_of(command.raw(), argument));
        cursor in{argument};
        auto const size = read_decimal(in.take_while(digit));
        bool const is_last = ascii_iequals(in.rest(), " LAST");
        if (command.verb() != smtp_verb::bdat || before.size() != command.name().size() + 1 ||
            !before.ends_with(' ') || !size || (!is_last && !in.at_end()))
            return detail::unread_command(command);
        bdat_command found;
        found.command_ = command;
        found.chunk_size_ = *size;
        found.is_last_ = is_last;
        return found;
    }
    template <owning_temporary T>
    static result<bdat_command>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The line unchanged, with its line ending.
    constexpr std::string_view raw() const noexcept { return command_.raw(); }

    /// How many octets follow the command. There may be none.
    constexpr std::uint64_t chunk_size() const noexcept { return chunk_size_; }

    /// Whether the chunk is the last one of the message.
    constexpr bool is_last() const noexcept { return is_last_; }

    /// Calls `report` with each diagnostic of the line: see smtp_command.
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        if (!raw().empty()) command_.diagnose(report);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    smtp_command command_;
    std::uint64_t chunk_size_ = 0;
    bool is_last_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
