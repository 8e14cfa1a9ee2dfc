#ifndef FOLDWISE_TRANSFER_CONTENT_TRANSFER_ENCODING_HPP
#define FOLDWISE_TRANSFER_CONTENT_TRANSFER_ENCODING_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/mime_token.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A Content-Transfer-Encoding field (RFC 2045 section 6.1):
///
///     Content-Transfer-Encoding: BASE64 (RFC 2045)
///                               |-----------------|  raw()
///                                |----|              name(), encoding() is base64
///
///     encoding  := "Content-Transfer-Encoding" ":" mechanism
///     mechanism := "7bit" / "8bit" / "binary" / "quoted-printable" / "base64" /
///                  ietf-token / x-token
///
/// Without the field, a body is 7bit. Quotes around the name, and text after it, are ignored and
/// diagnosed. Total: the encoding of a value without a name is `other`. Borrows the field's bytes;
/// trivially copyable; allocates nothing. O(value).
class content_transfer_encoding {
  public:
    /// 7bit, which is the encoding of a body without the field.
    constexpr content_transfer_encoding() = default;

    /// `value` is the field's raw_value(), with its line endings.
    explicit constexpr content_transfer_encoding(
        std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{value} {
        using enum diagnostic_code;
        lexer in{value};
        bool is_closed = in.skip_comments().is_closed();
        auto const start = in.position();
        bool const is_quoted = in.rest().starts_with('"');
        auto const quoted = is_quoted ? in.peek() : token{};
        // A name does not contain quoted-pairs or folding: the octets in the quotes are compared.
        auto const text = is_quoted ? quoted.text().raw() : in.rest();
        name_ = text.substr(0, detail::mime_token_octets.not_in(text, 0));
        encoding_ = transfer_encoding_of(name_);
        auto const size = is_quoted ? quoted.raw().size() : name_.size();
        if (!is_quoted && is_closed && size != 0 && size == in.rest().size() &&
            encoding_ < transfer_encoding::uuencode)
            return; // a plain name, as in nearly every message
        lexer after{in.rest().substr(size)};
        is_closed = after.skip_comments().is_closed() && is_closed && quoted.is_closed();
        if (name_.empty() || !is_closed || (is_quoted && name_.size() != text.size())) {
            encoding_ = transfer_encoding::other;
            deviation_ = whole_value(transfer_encoding_malformed, value);
        } else if (auto const text_after = trim_fws(after.rest()); !text_after.empty()) {
            deviation_ = diagnostic{transfer_encoding_text_after, offset_of(value, text_after),
                                    text_after.size()};
        } else if (encoding_ == transfer_encoding::other) {
            deviation_ = diagnostic{transfer_encoding_unknown, start, size};
        } else if (encoding_ == transfer_encoding::uuencode) {
            deviation_ = diagnostic{transfer_encoding_uuencode, start, size};
        } else if (is_quoted) {
            deviation_ = diagnostic{transfer_encoding_quoted, start, size};
        }
    }
    template <owning_temporary T>
    explicit content_transfer_encoding( // it would dangle: keep the string in a variable first
        T&&) = delete;

    /// Reads the field's value, whatever the field's name is.
    explicit constexpr content_transfer_encoding(field const& f) noexcept
        : content_transfer_encoding{f.raw_value()} {}

    /// The value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The encoding.
    constexpr transfer_encoding encoding() const noexcept { return encoding_; }

    /// The name as it is written, empty if there is none. To compare it, use `is`: its case has no
    /// meaning.
    constexpr std::string_view name() const noexcept { return name_; }

    /// Whether name() is this name, such as "x-uuencode". ASCII case is ignored.
    constexpr bool is(std::string_view name) const noexcept { return ascii_iequals(name_, name); }

    /// The problem, if there is one: transfer_encoding_malformed, transfer_encoding_text_after,
    /// transfer_encoding_unknown, transfer_encoding_uuencode or transfer_encoding_quoted. Its
    /// offset counts from the start of raw().
    constexpr optional<diagnostic> deviation() const noexcept { return deviation_; }

    /// Calls `report` with deviation(), if there is one.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (deviation_) report(*deviation_);
    }

  private:
    std::string_view raw_;
    std::string_view name_;
    transfer_encoding encoding_ = transfer_encoding::seven_bit;
    optional<diagnostic> deviation_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
