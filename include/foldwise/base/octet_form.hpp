#ifndef FOLDWISE_BASE_OCTET_FORM_HPP
#define FOLDWISE_BASE_OCTET_FORM_HPP

#include <cstdint>

namespace foldwise {

/// What eight octets look like: "0" stands for any digit, "?" for any octet, each other octet for
/// itself.
///     constexpr octet_form form{"00:00:00"};
///     auto const time = form.read("10:59:07");
///     time.has_form   ->  true
///     time.number(3)  ->  59
/// Looks at all eight at once: some ten instructions.
class octet_form {
  public:
    struct reading {
        bool has_form;
        std::uint64_t numbers; ///< at each place, of the digit there and the next one

        /// The two digits at `place`, from 0 to 6.
        constexpr int number(int place) const noexcept {
            return static_cast<int>(numbers >> (8 * place) & 0xFF);
        }
    };

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
        // A digit differs from "0" by 0 to 9 (the bits of both are those of a sum), another octet
        // from what it should be by 0. Beyond that, the slack makes it 16 or more.
        auto const difference = (eight_octets_at(text) ^ pattern_) & counts_;
        auto const beyond = (difference | (difference + slack_)) & 0xF0F0F0F0F0F0F0F0;
        return {beyond == 0, difference * 10 + (difference >> 8)};
    }

  private:
    /// As one number, the first octet lowest: compilers make it a single load.
    static constexpr std::uint64_t eight_octets_at(char const* text) noexcept {
        auto const octet = [text](int i) noexcept {
            return std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
        };
        return octet(0) | octet(1) | octet(2) | octet(3) | octet(4) | octet(5) | octet(6) |
               octet(7);
    }

    std::uint64_t pattern_ = 0;
    std::uint64_t counts_ = 0; // the octets that are not any
    std::uint64_t slack_ = 0;
};

} // namespace foldwise

#endif
