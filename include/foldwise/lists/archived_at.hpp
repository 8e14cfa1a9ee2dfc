#ifndef FOLDWISE_LISTS_ARCHIVED_AT_HPP
#define FOLDWISE_LISTS_ARCHIVED_AT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/lists/list_uri.hpp>
#include <foldwise/lists/list_uris.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/whole_value.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// An Archived-At or X-Archived-At field: the URI of the message in an archive (RFC 5064 section
/// 2).
///     archived-at = "Archived-At:" [FWS] "<" folded-URI ">" CRLF
///     archived_at::read("<https://a.example/\r\n 1>")->uri().text()  ->  "https://a.example/1"
/// A message may have several of these fields. Borrows the value; trivially copyable.
class archived_at {
  public:
    constexpr archived_at() = default;

    /// Reads a field's raw_value() like a list_uris with one element: missing brackets and comments
    /// beside the URI are accepted. An error (list_uri_malformed, which covers the value) if there
    /// is not a URI, or if there is any other text. O(value).
    static constexpr result<archived_at>
    read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        auto const malformed = whole_value(diagnostic_code::list_uri_malformed, value);
        list_uris const uris{value};
        auto at = uris.begin();
        if (at == uris.end()) return malformed;
        auto const first = *at;
        if (!first || ++at != uris.end()) return malformed;
        return archived_at{value, *first};
    }
    static constexpr result<archived_at> read(field const& f) noexcept {
        return read(f.raw_value());
    }
    template <owning_temporary T>
    static result<archived_at>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Where the message is archived.
    constexpr list_uri uri() const noexcept { return uri_; }

    /// The deviation of uri(), except list_uri_with_white_space, because this field may be folded
    /// inside the URI. Offsets count from the start of raw().
    constexpr optional<diagnostic> deviation() const noexcept {
        auto found = uri_.deviation();
        if (found && found->code == diagnostic_code::list_uri_with_white_space) return std::nullopt;
        if (found) found->offset += offset_of(raw_, uri_.raw());
        return found;
    }

    /// Calls `report` with deviation(), if there is one.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (auto const found = deviation()) report(*found);
    }

  private:
    constexpr archived_at(std::string_view raw, list_uri const& uri) noexcept
        : raw_{raw}, uri_{uri} {}

    std::string_view raw_;
    list_uri uri_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
