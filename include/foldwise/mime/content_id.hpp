#ifndef FOLDWISE_MIME_CONTENT_ID_HPP
#define FOLDWISE_MIME_CONTENT_ID_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/trace/message_id.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

/// The identifier of a part (RFC 2045 section 7): what the first Content-ID field means.
///     Content-ID: <foo4@bar.net>  ->  text() "foo4@bar.net"
/// Without brackets, it needs an "@" to be one. Borrows the message's bytes. O(header).
constexpr std::optional<message_id> content_id(entity const& part) noexcept {
    auto const field = part.header().find("Content-ID");
    if (!field) return std::nullopt;
    return message_ids{field->raw_value()}.first();
}

/// What a "cid" URL refers to (RFC 2392 section 2), as HTML has it to show a picture that lies in
/// another part:
///     cid-url    = "cid" ":" content-id
///     content-id = url-addr-spec           ; an addr-spec, with "%" and two digits for any octet
/// Borrows the URL; trivially copyable.
class cid_url {
  public:
    /// Without a value where `url` is not one. The case of "cid" does not count. O(1).
    static constexpr std::optional<cid_url>
    from(std::string_view url FOLDWISE_LIFETIMEBOUND) noexcept {
        constexpr std::string_view scheme = "cid:";
        if (!ascii_iequals(url.substr(0, scheme.size()), scheme)) return std::nullopt;
        return cid_url{url.substr(scheme.size())};
    }
    template <owning_temporary T>
    static std::optional<cid_url> from(T&&) = delete;

    /// What is behind the scheme, as it stands.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Whether it is that of `id`: the same octets, once "%40" is "@" here. What is no digit
    /// behind "%" is as it stands. O(n).
    constexpr bool is_of(message_id const& id) const noexcept {
        auto const text = id.text();
        auto octet = text.begin();
        for (std::size_t at = 0; at < raw_.size(); ++octet) {
            if (octet == text.end() || *octet != decoded(at)) return false;
            at += is_encoded(at) ? 3u : 1u;
        }
        return octet == text.end();
    }

  private:
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

} // namespace foldwise

#endif
