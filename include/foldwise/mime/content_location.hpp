#ifndef FOLDWISE_MIME_CONTENT_LOCATION_HPP
#define FOLDWISE_MIME_CONTENT_LOCATION_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/message_id.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// The URI of what is in a part (RFC 2557 section 4.2), absolute or relative:
///
///     Content-Location: (logo)\r\n http://www.example.org/images/\r\n ietflogo.gif
///
///                                  |--------------------------------------|  raw()
///
///     content-location = "Content-Location:" [CFWS] URI [CFWS]
/// A comment stands at either end, with white space between it and the URI. In the URI a "(" is as
/// good as any other octet: nothing is checked of it. Borrows the field's bytes; trivially
/// copyable. Total; O(value).
class content_location {
  public:
    constexpr content_location() = default;

    /// `value` is the field's raw_value(), folded as it stands.
    explicit constexpr content_location(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{uri_in(value)} {}
    template <owning_temporary T>
    explicit content_location(T&&) = delete;

    /// The URI as it stands, without white space and comments at both ends.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Without the white space at which it was folded (RFC 2017 section 3.1).
    constexpr spliced<white_space_runs> text() const noexcept {
        return spliced<white_space_runs>{raw_};
    }

    /// Whether it is `uri`, octet by octet, as RFC 2557 section 8.2 has it: text() is, or what it
    /// is with its encoded-words decoded (section 4.4.1). "%20" and the like stay as they are, and
    /// relative URIs are not resolved.
    constexpr bool is(std::string_view uri) const noexcept {
        return text() == uri || decoded_text{raw_} == uri;
    }

  private:
    static constexpr std::string_view uri_in(std::string_view value) noexcept {
        lexer before{value};
        if (before.skip_comments().is_closed()) {
            auto const at = before.position();
            if (at == 0 || at == value.size() || fws_octets.contains(value[at - 1]))
                value.remove_prefix(at);
        }
        value = trim(value, fws_octets);
        for (auto at = value.find('('); at != std::string_view::npos;
             at = value.find('(', at + 1)) {
            if (at == 0 || !fws_octets.contains(value[at - 1])) continue;
            lexer behind{value.substr(at)};
            bool const is_closed = behind.skip_comments().is_closed();
            if (is_closed && behind.rest().empty()) value = value.substr(0, at);
            break;
        }
        return trim(value, fws_octets);
    }

    std::string_view raw_;
};

/// The location of a part, as its first Content-Location field has it. Borrows the message's
/// bytes. O(header).
constexpr std::optional<content_location> location_of(entity const& part) noexcept {
    auto const field = part.header().find("Content-Location");
    if (!field) return std::nullopt;
    return content_location{field->raw_value()};
}

} // namespace foldwise

#endif
