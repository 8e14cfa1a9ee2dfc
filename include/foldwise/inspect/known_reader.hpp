#ifndef FOLDWISE_INSPECT_KNOWN_READER_HPP
#define FOLDWISE_INSPECT_KNOWN_READER_HPP

#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/inspect/detail/documented_readers_table.hpp>
#include <foldwise/inspect/detail/tried_readers_table.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A program that is known to read an ambiguous place in a certain way, and how that is known.
/// Borrows nothing: the texts are constants.
struct known_reader {
    std::string_view name; ///< with its version, if that is known: "GMime 3.2.13"

    /// Where that is reported: a project and the number of an issue or pull request; or
    /// "tests/readers" if the program was run there.
    std::string_view source;
};

namespace detail {

inline constexpr std::size_t documented_count =
    sizeof documented_readers / sizeof documented_readers[0];

/// Iterates over the programs that were run, and then over those that are documented.
class known_reader_walker {
  public:
    constexpr known_reader_walker() = default;
    constexpr known_reader_walker(diagnostic_code code, which_reading reading,
                                  std::uint32_t tried) noexcept
        : code_{code}, reading_{reading}, tried_{tried}, documented_{0} {
        skip();
    }

    constexpr bool at_end() const noexcept {
        return tried_ == 0 && documented_ == documented_count;
    }
    constexpr known_reader current() const noexcept {
        if (tried_ == 0) {
            auto const& row = documented_readers[documented_];
            return {row.name, row.source};
        }
        return {tried_readers[std::countr_zero(tried_)], "tests/readers"};
    }
    constexpr void advance() noexcept {
        if (tried_ != 0)
            tried_ &= tried_ - 1;
        else
            ++documented_;
        skip();
    }
    struct place {
        std::uint32_t tried;
        std::size_t documented;
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept { return {tried_, documented_}; }

  private:
    constexpr void skip() noexcept {
        for (; documented_ != documented_count; ++documented_) {
            auto const& row = documented_readers[documented_];
            if (row.code == code_ && row.reading == reading_) return;
        }
    }

    diagnostic_code code_ = diagnostic_code::bare_cr;
    which_reading reading_ = which_reading::first;
    std::uint32_t tried_ = 0; // bit n: program n of tried_readers
    std::size_t documented_ = documented_count;
};

} // namespace detail

/// The programs that are known to take one reading: a forward, borrowed range of known_reader.
using known_readers = walk_range<detail::known_reader_walker>;

} // namespace foldwise::inline FOLDWISE_ABI

#endif
