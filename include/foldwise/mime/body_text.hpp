#ifndef FOLDWISE_MIME_BODY_TEXT_HPP
#define FOLDWISE_MIME_BODY_TEXT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/mime/decoded_body.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/words/text_options.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise {

/// The charset that the charset parameter of a type names; us_ascii if there is no such parameter
/// (RFC 2046 section 4.1.2). Empty if the name is unknown.
///     charset_of(content_type{"text/plain; charset=Latin1"})  ->  windows_1252
/// O(value).
constexpr optional<charset> charset_of(content_type const& type) noexcept {
    auto const label = type.charset();
    if (!label) return charset::us_ascii;
    char octets[64] = {}; // longer than any label, with some white space
    auto const size = label->copy_to(octets, sizeof octets);
    if (size == sizeof octets) return std::nullopt;
    return find_charset(octets_at(octets, size));
}

/// The text of a part as UTF-8: its transfer encoding undone (RFC 2045 section 6), its charset
/// converted.
///     Content-Type: text/plain; charset=iso-8859-1
///     Content-Transfer-Encoding: quoted-printable
///
///     caf=E9                         ->  "café"
/// U+FFFD takes the place of octets that are malformed in the charset. If the part names no charset
/// or an unknown one, it is read as US-ASCII, which most charsets extend; with a fallback in
/// text_options, it is read as UTF-8 if it is valid UTF-8, else in the fallback. To read it in
/// another charset, pass that:
///     body_text{part, charset_of(part.content_type()).value_or(charset::utf_8)}
/// Line endings stay unchanged, and so does HTML: the charset in its `<meta>` may now be wrong. For
/// text/plain with format=flowed see `flowed_text`.
///
/// Borrows the message's bytes; trivially copyable. Only `append_to` and `to_string` allocate.
/// O(body). A charset that is not built in needs a converter in text_options; without one, a single
/// U+FFFD takes the place of the text. Total.
class body_text {
  public:
    constexpr body_text() = default;
    explicit constexpr body_text(entity const& part) noexcept
        : body_text{part, charset_of(part.content_type()).value_or(foldwise::charset::us_ascii)} {}
    /// Reads the part in `from`, whatever charset it names.
    constexpr body_text(entity const& part, foldwise::charset from) noexcept
        : body_text{part.decoded(), from} {}
    /// Reads a body that differs from the part's, such as one whose mbox quotes are removed.
    constexpr body_text(decoded_body const& octets, foldwise::charset from) noexcept
        : octets_{octets}, charset_{from} {}

    /// The octets that are converted, and the charset in which they are read. If the part names no
    /// charset, or an unknown one, this is us_ascii.
    constexpr decoded_body octets() const noexcept { return octets_; }
    constexpr foldwise::charset charset() const noexcept { return charset_; }

    /// Calls `use` with one block of UTF-8 after the other, as std::string_view. A block has at
    /// most 4 KiB, contains only whole characters, and is valid during the call. Allocates nothing;
    /// uses 8 KiB of stack.
    template <class Use>
    constexpr void for_each_block(Use&& use, text_options const& options = {}) const {
        convert(decoder(options), use);
    }

    /// Appends the text to `text`. Allocates what `text` needs.
    constexpr void append_to(std::string& text, text_options const& options = {}) const {
        for_each_block([&text](std::string_view block) { text.append(block); }, options);
    }

    /// The text as a string. Allocates.
    constexpr std::string to_string(text_options const& options = {}) const {
        std::string text;
        append_to(text, options);
        return text;
    }

    /// Calls `report` with each problem that charset_decoder::diagnose reports. Offsets count from
    /// the start of octets(). Problems of the transfer encoding are not reported.
    template <class Report>
    constexpr void diagnose(Report&& report, text_options const& options = {}) const {
        convert(decoder(options), [](std::string_view) {}).diagnose(report);
    }

    /// The gravest problem that `diagnose` reports, if any. O(body).
    template <class = void> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of(*this);
    }

  private:
    constexpr charset_decoder decoder(text_options const& options) const {
        auto const from = chosen(options.fallback);
        return options.converter != nullptr ? charset_decoder{from, *options.converter}
                                            : charset_decoder{from};
    }
    constexpr foldwise::charset chosen(foldwise::charset fallback) const {
        using foldwise::charset;
        if (charset_ != charset::us_ascii || fallback == charset::utf_8) return charset_;
        auto const as_utf_8 = convert(charset_decoder{}, [](std::string_view) {});
        return as_utf_8.replaced() == 0 ? charset::utf_8 : fallback;
    }

    /// Decodes all octets. Returns the decoder in its final state.
    template <class Use>
    constexpr charset_decoder convert(charset_decoder decoder, Use&& use) const {
        constexpr std::size_t most = 1024;
        char block[charset_decoder::max_size(most)] = {};
        octets_.for_each_block([&](std::string_view octets) {
            for (; !octets.empty();
                 octets.remove_prefix(most < octets.size() ? most : octets.size()))
                if (auto const size = decoder.write(octets.substr(0, most), block); size != 0)
                    use(octets_at(block, size));
        });
        if (auto const size = decoder.finish(block); size != 0) use(octets_at(block, size));
        return decoder;
    }

    decoded_body octets_;
    foldwise::charset charset_ = foldwise::charset::us_ascii;
};

} // namespace foldwise

#endif
