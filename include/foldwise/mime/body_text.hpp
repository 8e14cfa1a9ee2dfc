#ifndef FOLDWISE_MIME_BODY_TEXT_HPP
#define FOLDWISE_MIME_BODY_TEXT_HPP

#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_converter.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/mime/decoded_body.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/content_type.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace foldwise {

/// The set that the charset parameter of a text means: us_ascii where there is none (RFC 2046
/// section 4.1.2); nothing where nobody knows the label.
///     charset_of(content_type{"text/plain; charset=Latin1"})  ->  windows_1252
/// O(value).
constexpr std::optional<charset> charset_of(content_type const& type) noexcept {
    auto const label = type.charset();
    if (!label) return charset::us_ascii;
    char octets[64] = {}; // longer than any label, with some white space
    auto const size = label->copy_to(octets, sizeof octets);
    if (size == sizeof octets) return std::nullopt;
    return find_charset({octets, size});
}

/// The text of a part as UTF-8: its transfer encoding undone (RFC 2045 section 6), its charset
/// converted.
///     Content-Type: text/plain; charset=iso-8859-1
///     Content-Transfer-Encoding: quoted-printable
///
///     caf=E9                         ->  "café"
/// What is not of the charset becomes U+FFFD. A charset whose label nobody knows is read as
/// US-ASCII, as is what says none: that much of it is text in nearly all charsets, and no other one
/// is guessed. Who knows better says so:
///     body_text{part, charset_of(part.content_type()).value_or(charset::utf_8)}
/// Line endings stay as they are, and so does what HTML says of its charset: in UTF-8 it may be
/// wrong. For text/plain that is flowed see `flowed_text`.
///
/// Borrows the message's bytes; trivially copyable; allocates only in `append_to` and `to_string`;
/// O(body). Charsets that are not built in need a converter, see `charset_decoder`.
class body_text {
  public:
    constexpr body_text() = default;
    explicit constexpr body_text(entity const& part) noexcept
        : body_text{part, charset_of(part.content_type()).value_or(foldwise::charset::us_ascii)} {}
    /// In that charset, whatever the part says.
    constexpr body_text(entity const& part, foldwise::charset from) noexcept
        : body_text{part.decoded(), from} {}
    /// Of a body that is not as it stands in the part, such as one whose mbox quoting is undone.
    constexpr body_text(decoded_body const& octets, foldwise::charset from) noexcept
        : octets_{octets}, charset_{from} {}

    /// The octets that are converted, and the charset that they are read in.
    constexpr decoded_body octets() const noexcept { return octets_; }
    constexpr foldwise::charset charset() const noexcept { return charset_; }

    /// Calls `use` with one block of UTF-8 after the other, as std::string_view: at most 4 KiB that
    /// are valid for the call, in which no character is cut. Allocates nothing; 8 KiB of stack.
    template <class Use>
    constexpr void for_each_block(Use use) const {
        convert(charset_decoder{charset_}, use);
    }
    template <class Use>
    constexpr void for_each_block(Use use, charset_converter& converter) const {
        convert(charset_decoder{charset_, converter}, use);
    }

    /// Appends the text to `text`. Allocates what `text` needs.
    constexpr void append_to(std::string& text) const {
        for_each_block([&text](std::string_view block) { text.append(block); });
    }
    constexpr void append_to(std::string& text, charset_converter& converter) const {
        for_each_block([&text](std::string_view block) { text.append(block); }, converter);
    }

    /// The text as a string of its own. Allocates.
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }
    constexpr std::string to_string(charset_converter& converter) const {
        std::string text;
        append_to(text, converter);
        return text;
    }

    /// Calls `report` with what is wrong with the charset, as charset_decoder::diagnose; offsets
    /// are from the start of octets(). What is wrong with the transfer encoding is not reported.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        convert(charset_decoder{charset_}, [](std::string_view) {}).diagnose(report);
    }
    template <class Report>
    constexpr void diagnose(Report&& report, charset_converter& converter) const {
        convert(charset_decoder{charset_, converter}, [](std::string_view) {}).diagnose(report);
    }

  private:
    /// Gives the decoder as it is in the end.
    template <class Use>
    constexpr charset_decoder convert(charset_decoder decoder, Use use) const {
        constexpr std::size_t most = 1024;
        char block[charset_decoder::max_size(most)] = {};
        octets_.for_each_block([&](std::string_view octets) {
            for (; !octets.empty();
                 octets.remove_prefix(most < octets.size() ? most : octets.size()))
                if (auto const size = decoder.write(octets.substr(0, most), block); size != 0)
                    use(std::string_view{block, size});
        });
        if (auto const size = decoder.finish(block); size != 0) use(std::string_view{block, size});
        return decoder;
    }

    decoded_body octets_;
    foldwise::charset charset_ = foldwise::charset::us_ascii;
};

} // namespace foldwise

#endif
