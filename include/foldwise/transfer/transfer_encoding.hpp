#ifndef FOLDWISE_TRANSFER_TRANSFER_ENCODING_HPP
#define FOLDWISE_TRANSFER_TRANSFER_ENCODING_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/syntax/mime_token.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

/// How the octets of a body were made fit for transport (RFC 2045 section 6.1).
enum class transfer_encoding : unsigned char {
    seven_bit, ///< "7bit": as they are
    eight_bit, ///< "8bit": as they are
    binary,    ///< as they are
    quoted_printable,
    base64,
    other, ///< an unknown one: not to be decoded
};

/// The encoding of a name, whose case does not count.
///     transfer_encoding_of("Base64")  ->  base64
constexpr transfer_encoding transfer_encoding_of(std::string_view name) noexcept {
    using enum transfer_encoding;
    if (ascii_iequals(name, "7bit")) return seven_bit;
    if (ascii_iequals(name, "8bit")) return eight_bit;
    if (ascii_iequals(name, "binary")) return binary;
    if (ascii_iequals(name, "quoted-printable")) return quoted_printable;
    if (ascii_iequals(name, "base64")) return base64;
    return other;
}

namespace detail {

/// Whether the octets of a body stand for others. Those of an unknown encoding are not decoded.
constexpr bool is_encoded(transfer_encoding encoding) noexcept {
    return encoding == transfer_encoding::base64 || encoding == transfer_encoding::quoted_printable;
}

} // namespace detail

/// A Content-Transfer-Encoding field (RFC 2045 section 6.1):
///     encoding  := "Content-Transfer-Encoding" ":" mechanism
///     mechanism := "7bit" / "8bit" / "binary" / "quoted-printable" / "base64" /
///                  ietf-token / x-token
///     content_transfer_encoding{" BASE64 (of RFC 2045)"}.encoding()  ->  base64
/// Without the field a body is 7bit. Quotes around the name, and text behind it, are diagnosed and
/// passed over. Borrows the field's bytes; trivially copyable; allocates nothing. Total: what is
/// no name is `other`. O(value).
class content_transfer_encoding {
  public:
    /// 7bit, as where the field is missing.
    constexpr content_transfer_encoding() = default;

    /// `value` is the field's raw_value(), folded as it stands.
    explicit constexpr content_transfer_encoding(
        std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        using enum diagnostic_code;
        lexer in{value};
        bool is_closed = in.skip_comments().is_closed();
        auto const start = in.position();
        bool const is_quoted = in.rest().starts_with('"');
        auto const quoted = is_quoted ? in.peek() : token{};
        // A quoted-pair or folding in it makes it no name.
        auto const text = is_quoted ? quoted.text().raw() : in.rest();
        name_ = text.substr(0, detail::mime_token_octets.not_in(text, 0));
        encoding_ = transfer_encoding_of(name_);
        auto const size = is_quoted ? quoted.raw().size() : name_.size();
        if (!is_quoted && is_closed && size != 0 && size == in.rest().size() &&
            encoding_ != transfer_encoding::other)
            return; // as nearly all are written
        lexer behind{in.rest().substr(size)};
        is_closed = behind.skip_comments().is_closed() && is_closed && quoted.is_closed();
        if (name_.empty() || !is_closed || (is_quoted && name_.size() != text.size())) {
            encoding_ = transfer_encoding::other;
            deviation_ = diagnostic{transfer_encoding_malformed, 0, value.size()};
        } else if (auto const text_behind = trim_fws(behind.rest()); !text_behind.empty()) {
            deviation_ = diagnostic{transfer_encoding_text_after, offset_of(value, text_behind),
                                    text_behind.size()};
        } else if (encoding_ == transfer_encoding::other) {
            deviation_ = diagnostic{transfer_encoding_unknown, start, size};
        } else if (is_quoted) {
            deviation_ = diagnostic{transfer_encoding_quoted, start, size};
        }
    }
    template <owning_temporary T>
    explicit content_transfer_encoding(T&&) = delete;

    /// Whatever the field's name is. Borrows what the field borrows.
    explicit constexpr content_transfer_encoding(field const& f) noexcept
        : content_transfer_encoding{f.raw_value()} {}

    constexpr transfer_encoding encoding() const noexcept { return encoding_; }

    /// The name as it is written; empty where there is none.
    constexpr std::string_view name() const noexcept { return name_; }

    /// What is wrong: transfer_encoding_malformed, transfer_encoding_text_after,
    /// transfer_encoding_unknown or transfer_encoding_quoted. Its offset counts from the start
    /// of the value.
    constexpr std::optional<diagnostic> deviation() const noexcept { return deviation_; }

  private:
    std::string_view name_;
    transfer_encoding encoding_ = transfer_encoding::seven_bit;
    std::optional<diagnostic> deviation_;
};

} // namespace foldwise

#endif
