#ifndef FOLDWISE_MIME_BODY_TEXT_HPP
#define FOLDWISE_MIME_BODY_TEXT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/charset/html_charset.hpp>
#include <foldwise/charset/undeclared_charset.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/mime/decoded_body.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/words/text_options.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

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
/// U+FFFD takes the place of octets that are malformed in the charset. If the part names no
/// charset, an unknown one or US-ASCII, the charset is the first of these:
///     - that of the byte order mark (byte_order_mark_charset)
///     - if the part is HTML, and does not name US-ASCII: what the document declares
///       (find_html_charset)
///     - UTF-8, if the text is valid UTF-8
///     - the fallback of text_options
/// A byte order mark at the start of the text is left out. To read it in another charset, pass
/// that:
///     body_text{part, charset_of(part.content_type()).value_or(charset::iso_8859_2)}
/// Line endings stay unchanged, and so does HTML: the charset in its `<meta>` may now be wrong. For
/// text/plain with format=flowed see `flowed_text`.
///
/// Borrows the message's bytes; trivially copyable. Only `append_to` and `to_string` allocate.
/// O(body). A charset that is not built in needs a converter in text_options; without one, a single
/// U+FFFD takes the place of the text. Total.
class body_text {
  public:
    constexpr body_text() = default;
    /// The text of a part, which must be a leaf.
    explicit constexpr body_text(entity const& part) noexcept
        : body_text{part, part.content_type()} {}
    /// Reads the part in `from`, whatever charset it names.
    constexpr body_text(entity const& part, foldwise::charset from) noexcept
        : body_text{part.decoded(), from} {}
    /// Reads a body that differs from the part's, such as one whose mbox quotes are removed.
    constexpr body_text(decoded_body const& octets, foldwise::charset from) noexcept
        : octets_{octets}, charset_{from} {}

    /// The octets that are converted, and the charset that the part declares. If it names none, or
    /// an unknown one, this is us_ascii.
    constexpr decoded_body octets() const noexcept { return octets_; }
    constexpr foldwise::charset charset() const noexcept { return charset_; }

    /// The charset in which the octets are read: charset(), or if that is us_ascii, the one that is
    /// chosen as described above. O(1); O(body) if charset() is us_ascii and there is a fallback.
    constexpr foldwise::charset charset_for(text_options const& options = {}) const {
        return choose(options).charset;
    }

    /// Calls `use` with one block of UTF-8 after the other, as std::string_view. A block has at
    /// most 4 KiB, contains only whole characters, and is valid during the call. Allocates nothing;
    /// uses 8 KiB of stack.
    template <class Use>
    constexpr void for_each_block(Use&& use, text_options const& options = {}) const {
        convert(decoder_of(choose(options).charset, options), use);
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

    /// Calls `report` with each problem that charset_decoder::diagnose reports, and with one of
    /// these, if the charset was chosen because the part declares none, an unknown one or US-ASCII:
    ///     charset_undeclared  UTF-8, because the text is valid UTF-8
    ///     charset_fallback    the fallback
    ///     charset_from_mark   that of the byte order mark
    ///     charset_from_html   that which the HTML document declares
    /// The range of these is from the first octet above 127 to the last one (all octets, if the
    /// charset has only octets below 128, as ISO-2022-JP has). Offsets count from the start of
    /// octets(). Problems of the transfer encoding are not reported.
    template <class Report>
    constexpr void diagnose(Report&& report, text_options const& options = {}) const {
        auto const chosen = choose(options);
        auto const decoder = convert(decoder_of(chosen.charset, options), [](std::string_view) {});
        bool const is_utf_8 = chosen.reason == diagnostic_code::charset_undeclared;
        if (chosen.reason && !(is_utf_8 && decoder.replaced() != 0))
            if (auto const found = undeclared_octets(chosen); found.length != 0)
                report(diagnostic{*chosen.reason, found.offset, found.length});
        decoder.diagnose(report);
    }

    /// The gravest problem that `diagnose` reports, if any. O(body).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr body_text(entity const& part, content_type const& type) noexcept
        : octets_{part.decoded()} {
        auto const declared = charset_of(type);
        charset_ = declared.value_or(foldwise::charset::us_ascii);
        may_be_in_html_ =
            (!declared || !type.parameters().find("charset")) && type.is("text", "html");
    }

    struct choice {
        foldwise::charset charset;
        optional<diagnostic_code> reason; // if it is not declared
    };

    constexpr choice choose(text_options const& options) const {
        using foldwise::charset;
        constexpr auto us_ascii = charset::us_ascii;
        if (charset_ != us_ascii) return {charset_, std::nullopt};
        char copy[html_prescan_limit] = {};
        auto const start =
            octets_at(copy, octets_.copy_to(copy, may_be_in_html_ ? sizeof copy : 4));
        if (auto const marked = byte_order_mark_charset(start))
            return {*marked, diagnostic_code::charset_from_mark};
        if (may_be_in_html_)
            if (auto const found = find_html_charset(start); found && found->charset != us_ascii)
                return {found->charset, diagnostic_code::charset_from_html};
        auto const chosen = undeclared(detail::readable_fallback(options));
        return {chosen, chosen == charset::utf_8 ? diagnostic_code::charset_undeclared
                                                 : diagnostic_code::charset_fallback};
    }
    constexpr foldwise::charset undeclared(foldwise::charset fallback) const {
        if (fallback == foldwise::charset::utf_8) return fallback;
        utf8_check check;
        octets_.for_each_block([&check](std::string_view octets) { check.take(octets); });
        check.finish();
        return undeclared_charset(check, fallback);
    }

    struct octet_range {
        std::size_t offset;
        std::size_t length;
    };

    /// The octets whose meaning depends on the charset; see diagnose.
    constexpr octet_range undeclared_octets(choice const& chosen) const {
        using enum foldwise::charset;
        std::size_t passed = 0;
        std::size_t first = 0;
        std::size_t end = 0; // 0: none was found
        octets_.for_each_block([&](std::string_view octets) {
            auto const at = detail::ascii_end(octets, 0);
            if (at != octets.size()) {
                auto last = octets.size() - 1;
                while (static_cast<unsigned char>(octets[last]) < 0x80) --last;
                if (end == 0) first = passed + at;
                end = passed + last + 1;
            }
            passed += octets.size();
        });
        auto const from = chosen.charset;
        bool const has_seven_bits = from == iso_2022_jp || from == iso_2022_kr ||
                                    from == iso_2022_cn || from == iso_2022_cn_ext ||
                                    from == hz_gb_2312;
        if (has_seven_bits) return {0, passed};
        return {first, end - first};
    }

    static constexpr charset_decoder decoder_of(foldwise::charset from,
                                                text_options const& options) {
        return options.converter != nullptr ? charset_decoder{from, *options.converter}
                                            : charset_decoder{from};
    }

    /// Decodes all octets. Returns the decoder in its final state.
    template <class Use>
    constexpr charset_decoder convert(charset_decoder decoder, Use&& use) const {
        constexpr std::size_t most = 1024;
        char block[charset_decoder::max_size(most)] = {};
        detail::start_mark_filter without_mark;
        auto const put = [&](std::size_t size) {
            if (auto const text = without_mark(octets_at(block, size)); !text.empty()) use(text);
        };
        octets_.for_each_block([&](std::string_view octets) {
            for (; !octets.empty();
                 octets.remove_prefix(most < octets.size() ? most : octets.size()))
                put(decoder.write(octets.substr(0, most), block));
        });
        put(decoder.finish(block));
        return decoder;
    }

    decoded_body octets_;
    foldwise::charset charset_ = foldwise::charset::us_ascii;
    bool may_be_in_html_ = false; // whether the document may declare the charset
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
