#ifndef FOLDWISE_CHARSET_CHARSET_CJK_HPP
#define FOLDWISE_CHARSET_CHARSET_CJK_HPP

#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_converter.hpp>
#include <foldwise/charset/detail/big5_decoder.hpp>
#include <foldwise/charset/detail/euc_jp_decoder.hpp>
#include <foldwise/charset/detail/euc_kr_decoder.hpp>
#include <foldwise/charset/detail/gb18030_decoder.hpp>
#include <foldwise/charset/detail/hz_decoder.hpp>
#include <foldwise/charset/detail/iso_2022_jp_decoder.hpp>
#include <foldwise/charset/detail/iso_2022_kr_decoder.hpp>
#include <foldwise/charset/detail/shift_jis_decoder.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A charset_converter for the charsets of Chinese, Japanese and Korean mail, which gives the same
/// text on every system:
///     gb18030, gbk, big5, euc_jp, iso_2022_jp,   as the WHATWG Encoding Standard decodes them
///     shift_jis, euc_kr
///     iso_2022_jp_2                              RFC 1554
///     iso_2022_kr                                RFC 1557
///     hz_gb_2312                                 RFC 1843
///
///     cjk_converter converter;
///     charset_decoder decoder{charset::shift_jis, converter};
///     std::string text;
///     decoder.append_to("\x93\xFA\x96\x7B", text);     // "日本"
/// Malformed octets become U+FFFD, by the rules of the standard: an ASCII octet in the place of the
/// rest of a character is not lost, but read by itself. `start` returns false for other charsets.
/// Converts one text at a time. O(text). Allocates nothing: a converter has about 40 octets. Total.
class cjk_converter final : public charset_converter {
    // First, because clang needs the body of a template before its use at compile time.
    /// Calls `use` with the decoder of the charset, and returns whether there is one.
    template <class Use>
    constexpr bool with_decoder(Use use) noexcept {
        switch (from_) {
        case charset::gb18030:
        case charset::gbk: use(gb18030_); return true;
        case charset::big5: use(big5_); return true;
        case charset::euc_jp: use(euc_jp_); return true;
        case charset::shift_jis: use(shift_jis_); return true;
        case charset::euc_kr: use(euc_kr_); return true;
        case charset::iso_2022_jp:
        case charset::iso_2022_jp_2: use(iso_2022_jp_); return true;
        case charset::iso_2022_kr: use(iso_2022_kr_); return true;
        case charset::hz_gb_2312: use(hz_); return true;
        default: return false;
        }
    }

  public:
    constexpr cjk_converter() = default;

    constexpr bool start(charset from) noexcept override {
        from_ = from;
        gb18030_ = {};
        big5_ = {};
        euc_jp_ = {};
        shift_jis_ = {};
        euc_kr_ = {};
        iso_2022_jp_ = detail::iso_2022_jp_decoder{from};
        iso_2022_kr_ = {};
        hz_ = {};
        return with_decoder([](auto&) {});
    }

    constexpr written write(std::string_view octets, char* to) noexcept override {
        detail::replaced_places replaced;
        detail::utf8_writer out{to, 0, replaced};
        with_decoder([&](auto& decoder) { detail::decode(decoder, octets, out); });
        return result(out, replaced);
    }

    constexpr written finish(char* to) noexcept override {
        detail::replaced_places replaced;
        detail::utf8_writer out{to, 0, replaced};
        with_decoder([&](auto& decoder) { decoder.finish(out); });
        return result(out, replaced);
    }

  private:
    static constexpr written result(detail::utf8_writer const& out,
                                    detail::replaced_places const& replaced) noexcept {
        return {out.size(), replaced.count, static_cast<std::ptrdiff_t>(replaced.first),
                static_cast<std::ptrdiff_t>(replaced.last)};
    }

    charset from_ = charset::utf_8;
    detail::gb18030_decoder gb18030_;
    detail::big5_decoder big5_;
    detail::euc_jp_decoder euc_jp_;
    detail::shift_jis_decoder shift_jis_;
    detail::euc_kr_decoder euc_kr_;
    detail::iso_2022_jp_decoder iso_2022_jp_;
    detail::iso_2022_kr_decoder iso_2022_kr_;
    detail::hz_decoder hz_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
