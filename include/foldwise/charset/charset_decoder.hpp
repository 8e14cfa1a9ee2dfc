#ifndef FOLDWISE_CHARSET_CHARSET_DECODER_HPP
#define FOLDWISE_CHARSET_CHARSET_DECODER_HPP

#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_converter.hpp>
#include <foldwise/charset/detail/single_byte_decoder.hpp>
#include <foldwise/charset/detail/single_byte_tables.hpp>
#include <foldwise/charset/detail/utf16_decoder.hpp>
#include <foldwise/charset/detail/utf32_decoder.hpp>
#include <foldwise/charset/detail/utf7_decoder.hpp>
#include <foldwise/charset/detail/utf8_decoder.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Converts a text in any charset to UTF-8, piece by piece. A piece may end anywhere, even inside a
/// character: the result does not depend on where the text is cut.
///     charset_decoder decoder{charset::windows_1252};
///     std::string text;
///     decoder.append_to("Beno\xEEt", text);     // "Benoît"
///     decoder.append_end_to(text);              // adds U+FFFD if a character is cut off
/// The result is always well-formed UTF-8. Malformed octets become U+FFFD, by the rules of the
/// WHATWG Encoding Standard, and are counted. U+FEFF at the start is text, except that the byte
/// order mark of charset::utf_16 and charset::utf_32 is dropped. A charset that is not built in
/// needs a converter. Without one that knows it, a text that is not empty becomes a single U+FFFD.
///
/// O(text). A decoder has about 100 bytes. Only append_to and append_end_to allocate. Total.
class charset_decoder {
  public:
    constexpr charset_decoder() noexcept : charset_decoder{charset::utf_8} {}
    /// A decoder at the start of a text in this charset.
    explicit constexpr charset_decoder(charset from) noexcept
        : single_byte_{detail::single_byte_table(from)}, utf16_{order_of(from)},
          utf32_{order_of(from)}, method_{method_of(from)} {}
    /// Uses `converter` for a charset that is not built in. It must outlive the decoder, and can
    /// serve only one decoder at a time.
    constexpr charset_decoder(charset from,
                              charset_converter& converter FOLDWISE_LIFETIMEBOUND) noexcept
        : charset_decoder{from} {
        if (method_ != method::none || !converter.start(from)) return;
        method_ = method::converter;
        converter_ = &converter;
    }

    /// The maximum number of octets that `write` writes for `octets` octets, and `finish` for 0. A
    /// whole text of n octets becomes at most 3 * n octets.
    static constexpr std::size_t max_size(std::size_t octets) noexcept { return 3 * (octets + 8); }

    /// Converts the next octets of the text to `to`, which must have room for
    /// max_size(octets.size()) octets. Returns how many were written.
    constexpr std::size_t write(std::string_view octets, char* to) noexcept {
        detail::utf8_writer out{to, offset_, replaced_};
        offset_ += octets.size();
        switch (method_) {
        case method::utf8: detail::decode(utf8_, octets, out); break;
        case method::single_byte: detail::decode(single_byte_, octets, out); break;
        case method::utf16: detail::decode(utf16_, octets, out); break;
        case method::utf32: detail::decode(utf32_, octets, out); break;
        case method::utf7: detail::decode(utf7_, octets, out); break;
        case method::converter: return add(converter_->write(octets, to), octets.size());
        case method::none: break;
        }
        return out.size();
    }

    /// Ends the text: writes the rest to `to`, such as U+FFFD for a character that is cut off. `to`
    /// must have room for max_size(0) octets. Returns how many were written. No octets may follow.
    constexpr std::size_t finish(char* to) noexcept {
        detail::utf8_writer out{to, offset_, replaced_};
        switch (method_) {
        case method::utf8: utf8_.finish(out); break;
        case method::single_byte: break;
        case method::utf16: utf16_.finish(out); break;
        case method::utf32: utf32_.finish(out); break;
        case method::utf7: utf7_.finish(out); break;
        case method::converter: return add(converter_->finish(to), 0);
        case method::none:
            if (offset_ != 0) out.replace(offset_, 0);
            break;
        }
        return out.size();
    }

    /// Appends to `text` what `write` writes. Allocates what `text` needs.
    constexpr void append_to(std::string_view octets, std::string& text) {
        constexpr std::size_t most = 1024;
        char buffer[max_size(most)];
        for (; !octets.empty(); octets.remove_prefix(octets.size() < most ? octets.size() : most))
            text.append(buffer, write(octets.substr(0, most), buffer));
    }
    /// Appends to `text` what `finish` writes. Allocates what `text` needs.
    constexpr void append_end_to(std::string& text) {
        char buffer[max_size(0)];
        text.append(buffer, finish(buffer));
    }

    /// How many U+FFFD have replaced malformed octets so far.
    constexpr std::size_t replaced() const noexcept { return replaced_.count; }

    /// Calls `report` with each problem of the text so far, at most one of each code, with offsets
    /// from the start of the text:
    ///     charset_not_converted       the charset needs a converter, and none was given that knows
    ///                                 it
    ///     charset_octets_replaced     from the first to the last replaced octet (in UTF-7, the
    ///                                 octets where it was noticed; with a converter that does not
    ///                                 know them, whole pieces)
    ///     charset_byte_order_missing  UTF-16 or UTF-32 of unknown byte order has no byte order
    ///                                 mark
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (method_ == method::none && offset_ != 0)
            report(diagnostic{diagnostic_code::charset_not_converted, 0, offset_});
        else if (replaced_.count != 0)
            report(diagnostic{diagnostic_code::charset_octets_replaced, replaced_.first,
                              replaced_.last - replaced_.first});
        if (utf16_.order_was_assumed())
            report(diagnostic{diagnostic_code::charset_byte_order_missing, 0, 2});
        if (utf32_.order_was_assumed())
            report(diagnostic{diagnostic_code::charset_byte_order_missing, 0, 4});
    }

  private:
    enum class method : unsigned char { utf8, single_byte, utf16, utf32, utf7, converter, none };

    static constexpr method method_of(charset from) noexcept {
        if (from >= charset::ibm866 && from <= charset::x_user_defined) return method::single_byte;
        switch (from) {
        case charset::utf_8: return method::utf8;
        case charset::utf_16:
        case charset::utf_16be:
        case charset::utf_16le: return method::utf16;
        case charset::utf_32:
        case charset::utf_32be:
        case charset::utf_32le: return method::utf32;
        case charset::utf_7: return method::utf7;
        default: return method::none;
        }
    }
    static constexpr detail::byte_order order_of(charset from) noexcept {
        if (from == charset::utf_16be || from == charset::utf_32be) return detail::byte_order::big;
        if (from == charset::utf_16le || from == charset::utf_32le)
            return detail::byte_order::little;
        return detail::byte_order::unknown;
    }
    /// Adds what the converter wrote for the last `size` octets, and returns how much it wrote.
    constexpr std::size_t add(charset_converter::written const& by, std::size_t size) noexcept {
        if (by.replaced == 0) return by.size;
        auto const start = offset_ - size;
        if (by.first == by.last)
            replaced_.add(start, offset_, by.replaced);
        else // a negative number wraps around
            replaced_.add(start + static_cast<std::size_t>(by.first),
                          start + static_cast<std::size_t>(by.last), by.replaced);
        return by.size;
    }

    detail::utf8_decoder utf8_;
    detail::single_byte_decoder single_byte_;
    detail::utf16_decoder utf16_;
    detail::utf32_decoder utf32_;
    detail::utf7_decoder utf7_;
    charset_converter* converter_ = nullptr;
    std::size_t offset_ = 0; // octets read
    detail::replaced_places replaced_;
    method method_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
