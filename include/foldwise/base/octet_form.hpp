#ifndef FOLDWISE_BASE_OCTET_FORM_HPP
#define FOLDWISE_BASE_OCTET_FORM_HPP

#include <foldwise/config.hpp>

#include <cstdint>

namespace foldwise::inline FOLDWISE_ABI {

/// A pattern for eight octets: "0" stands for any digit, "?" for any octet, and any other octet for
/// itself.
///     constexpr octet_form form{"00:00:00"};
///     auto const time = form.read("10:59:07");
///     time.has_form   ->  true
///     time.number(3)  ->  59
/// Compares all eight octets at once, in about ten instructions.
class octet_form {
  public:
    /// What eight octets are, compared with the form.
    struct reading {
        bool has_form;         ///< whether the octets have the form
        std::uint64_t numbers; ///< at each place: 10 times the digit there, plus the next one

        /// The two digits at `place`, from 0 to 6.
        constexpr int number(int place) const noexcept {
            return static_cast<int>(numbers >> (8 * place) & 0xFF);
        }
    };

    /// A form of eight octets.
    explicit constexpr octet_form(char const (&form)[9]) noexcept {
        for (int place = 0; place < 8; ++place) {
            auto const octet = static_cast<std::uint64_t>(static_cast<unsigned char>(form[place]));
            if (octet == '?') continue;
            auto const shift = 8 * place;
            pattern_ |= octet << shift;
            counts_ |= std::uint64_t{0xFF} << shift;
            slack_ |= std::uint64_t{octet == '0' ? 6u : 15u} << shift;
        }
    }

    /// The eight octets at `text`.
    constexpr reading read(char const* text) const noexcept {
        // In each octet, difference = text ^ pattern, and a mismatch sets one of the upper four
        // bits of difference or of difference + slack:
        //     form     difference if it matches        slack    a greater difference + slack
        //     "0"      0 to 9 (0x30 ^ 0x30 to 0x39)        6    at least 16
        //     "?"      0, because counts_ is 0             0
        //     other    0                                  15    at least 16
        // If all match, 10 * digit + next digit is at most 99, so that no octet overflows.
        auto const difference = (eight_octets_at(text) ^ pattern_) & counts_;
        auto const beyond = (difference | (difference + slack_)) & 0xF0F0F0F0F0F0F0F0;
        return {beyond == 0, difference * 10 + (difference >> 8)};
    }

  private:
    /// As one number, the first octet lowest. Compilers turn it into a single load.
    static constexpr std::uint64_t eight_octets_at(char const* text) noexcept {
        auto const octet = [text](int i) noexcept {
            return std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
        };
        return octet(0) | octet(1) | octet(2) | octet(3) | octet(4) | octet(5) | octet(6) |
               octet(7);
    }

    std::uint64_t pattern_ = 0;
    std::uint64_t counts_ = 0; // 0xFF at each octet that is compared, 0 at "?"
    std::uint64_t slack_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
