#ifndef FOLDWISE_MIME_DETAIL_REPEATED_FIELDS_HPP
#define FOLDWISE_MIME_DETAIL_REPEATED_FIELDS_HPP

#include <foldwise/base/ascii.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Finds repeated fields in one header section, of which only one is allowed: those of RFC 5322
/// section 3.6 and Return-Path (RFC 5321 section 4.4), if the header section is that of a message,
/// and those of MIME (RFC 2045 section 3, RFC 2183).
///     From: a@b.example
///     From: c@d.example     repeats("From")  ->  true
class repeated_fields {
  public:
    /// `is_message`: the header section is that of a message, not of another part.
    explicit constexpr repeated_fields(bool is_message) noexcept
        : first_{is_message ? 0 : names_of_messages} {}

    /// Whether a field of this name was passed before, and only one is allowed. ASCII case does not
    /// matter. Must be called for each field, in order. O(name).
    constexpr bool repeats(std::string_view name) noexcept {
        for (auto at = first_; at < count; ++at) {
            if (!ascii_iequals(name, names[at])) continue;
            auto const bit = std::uint32_t{1} << at;
            bool const was_seen = (seen_ & bit) != 0;
            seen_ |= bit;
            return was_seen;
        }
        return false;
    }

  private:
    static constexpr std::size_t names_of_messages = 13;
    static constexpr std::size_t count = 18;
    static constexpr std::string_view names[count] = {
        "From",
        "Date",
        "Subject",
        "To",
        "Cc",
        "Bcc",
        "Message-ID",
        "Reply-To",
        "Sender",
        "References",
        "In-Reply-To",
        "Return-Path",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Disposition",
        "Content-ID",
        "Content-Description",
    };

    std::size_t first_;
    std::uint32_t seen_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
