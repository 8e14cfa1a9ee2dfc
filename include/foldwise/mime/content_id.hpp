#ifndef FOLDWISE_MIME_CONTENT_ID_HPP
#define FOLDWISE_MIME_CONTENT_ID_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/trace/message_id.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The identifier of a part (RFC 2045 section 7): the first one in its first Content-ID field.
///     Content-ID: <foo4@bar.net>  ->  text() "foo4@bar.net"
/// A value that is a single word without brackets is one, too (see `message_ids`). Borrows the
/// message's bytes. O(header).
constexpr optional<message_id> content_id(entity const& part) noexcept {
    auto const field = part.header().find("Content-ID");
    if (!field) return std::nullopt;
    return message_ids{field->raw_value()}.first();
}

/// A "cid" URL (RFC 2392 section 2). HTML uses it to refer to another part, such as a picture.
///
///     cid:foo4%40bar.net
///
///     |----------------|    raw()
///         |------------|    encoded_id(), which refers_to() the Content-ID <foo4@bar.net>
///
///     cid-url    = "cid" ":" content-id
///     content-id = url-addr-spec           ; an addr-spec; "%" 2HEXDIG encodes any octet
///
/// Borrows the URL; trivially copyable.
class cid_url {
  public:
    /// Reads a URL. An error (cid_url_malformed, which covers the URL) if its scheme is not "cid";
    /// ASCII case does not count. O(1).
    static constexpr result<cid_url> read(std::string_view url FOLDWISE_LIFETIMEBOUND) noexcept {
        if (!ascii_istarts_with(url, scheme))
            return diagnostic{diagnostic_code::cid_url_malformed, 0, url.size()};
        return cid_url{url};
    }
    template <owning_temporary T>
    static result<cid_url>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The URL, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Everything after the scheme, not decoded. To compare it, use refers_to().
    constexpr std::string_view encoded_id() const noexcept { return raw_.substr(scheme.size()); }

    /// Whether the URL refers to the part with this Content-ID: whether encoded_id(), decoded once,
    /// has the same octets. A "%" without two hexadecimal digits after it stands for itself. O(n).
    constexpr bool refers_to(message_id const& id) const noexcept {
        auto const text = id.text();
        auto octet = text.begin();
        for (std::size_t at = scheme.size(); at < raw_.size(); ++octet) {
            if (octet == text.end() || *octet != decoded(at)) return false;
            at += is_encoded(at) ? 3u : 1u;
        }
        return octet == text.end();
    }

  private:
    static constexpr std::string_view scheme = "cid:";

    explicit constexpr cid_url(std::string_view raw) noexcept : raw_{raw} {}

    constexpr bool is_encoded(std::size_t at) const noexcept {
        return raw_[at] == '%' && raw_.size() - at > 2 && hexdig.contains(raw_[at + 1]) &&
               hexdig.contains(raw_[at + 2]);
    }
    constexpr char decoded(std::size_t at) const noexcept {
        if (!is_encoded(at)) return raw_[at];
        auto const value = hex_digit_value(raw_[at + 1]) * 16 + hex_digit_value(raw_[at + 2]);
        return static_cast<char>(static_cast<unsigned char>(value));
    }

    std::string_view raw_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
