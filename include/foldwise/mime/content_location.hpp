#ifndef FOLDWISE_MIME_CONTENT_LOCATION_HPP
#define FOLDWISE_MIME_CONTENT_LOCATION_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/message_id.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The value of a Content-Location field: the URI of a part's content, absolute or relative (RFC
/// 2557 section 4.2):
///
///     Content-Location: (logo)\r\n http://www.example.org/images/\r\n ietflogo.gif
///
///                      |---------------------------------------------------------|  raw()
///                                  |---------------------------------------------|  raw_text()
///
///     content-location = "Content-Location:" [CFWS] URI [CFWS]
///
/// A comment is recognized only at the start or end of the value, with white space between it and
/// the URI, because "(" may be part of a URI. The URI is not checked. Borrows the value; trivially
/// copyable. Total; O(value).
class content_location {
  public:
    constexpr content_location() = default;
    explicit constexpr content_location(field const& f) noexcept
        : content_location{f.raw_value()} {}
    /// `value` is a field's raw_value().
    explicit constexpr content_location(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{value}, raw_text_{uri_in(value)} {}
    template <owning_temporary T>
    explicit content_location(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The URI without white space and comments at both ends, not unfolded.
    constexpr std::string_view raw_text() const noexcept { return raw_text_; }

    /// The URI without the white space at which it was folded (RFC 2017 section 3.1).
    constexpr spliced<white_space_runs> text() const noexcept {
        return spliced<white_space_runs>{raw_text_};
    }

    /// Whether text(), or text() with its encoded-words decoded (RFC 2557 section 4.4.1), is `uri`,
    /// octet by octet (section 8.2). "%20" and the like are not decoded; relative URIs are not
    /// resolved.
    constexpr bool is(std::string_view uri) const noexcept {
        return text() == uri || decoded_text{raw_text_} == uri;
    }

    /// Always empty: the URI is not checked.
    constexpr optional<diagnostic> deviation() const noexcept { return std::nullopt; }
    template <class Report>
    constexpr void diagnose(Report&&) const noexcept {}

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
            lexer after{value.substr(at)};
            bool const is_closed = after.skip_comments().is_closed();
            if (is_closed && after.rest().empty()) value = value.substr(0, at);
            break;
        }
        return trim(value, fws_octets);
    }

    std::string_view raw_;
    std::string_view raw_text_;
};

/// The first Content-Location field of a part. Borrows the message's bytes. O(header).
constexpr optional<content_location> location_of(entity const& part) noexcept {
    auto const field = part.header().find("Content-Location");
    if (!field) return std::nullopt;
    return content_location{*field};
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
