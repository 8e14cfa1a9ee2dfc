#ifndef FOLDWISE_CHARSET_CHARSET_ICONV_HPP
#define FOLDWISE_CHARSET_CHARSET_ICONV_HPP

// Not part of foldwise.hpp, because it needs POSIX. Empty if there is no <iconv.h>.
#if __has_include(<iconv.h>)

#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_converter.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iconv.h>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The names of a charset in iconv. The first one is nearest to the WHATWG Encoding Standard, which
/// has the extensions of Microsoft and Hong Kong. Null if there is no second name. ISO-2022-CN-EXT
/// is left out: the iconv of glibc 2.36 writes octets that the text does not contain.
struct iconv_names {
    foldwise::charset charset;
    char const* names[2];
};
inline constexpr iconv_names iconv_table[] = {
    {charset::gb18030, {"GB18030", nullptr}},
    {charset::gbk, {"GB18030", "GBK"}},
    {charset::big5, {"BIG5-HKSCS", "BIG5"}},
    {charset::euc_jp, {"EUC-JP-MS", "EUC-JP"}},
    {charset::iso_2022_jp, {"ISO-2022-JP", nullptr}},
    {charset::iso_2022_jp_2, {"ISO-2022-JP-2", nullptr}},
    {charset::shift_jis, {"CP932", "SHIFT_JIS"}},
    {charset::euc_kr, {"CP949", "EUC-KR"}},
    {charset::iso_2022_kr, {"ISO-2022-KR", nullptr}},
    {charset::iso_2022_cn, {"ISO-2022-CN", nullptr}},
    {charset::hz_gb_2312, {"HZ", nullptr}},
};

} // namespace detail

/// A charset_converter over POSIX iconv, for the charsets that are not built in. For a converter
/// that does not depend on the system, see cjk_converter.
///     iconv_converter converter;
///     charset_decoder decoder{charset::shift_jis, converter};
/// It knows the charsets that are in its table and that the system's iconv knows. Where iconv
/// stops, U+FFFD replaces one octet, or two if the charset has characters of two octets, the first
/// octet may start one, and the second one is beyond ASCII, as in the WHATWG Encoding Standard. A
/// character that is cut off at the end of the text becomes U+FFFD. Converts one text at a time.
/// `start` opens a descriptor, unless the previous text was in the same charset; iconv allocates
/// only there.
class iconv_converter final : public charset_converter {
  public:
    iconv_converter() = default;
    iconv_converter(iconv_converter const&) = delete;
    iconv_converter& operator=(iconv_converter const&) = delete;
    ~iconv_converter() { close(); }

    bool start(charset from) noexcept override {
        pending_size_ = 0;
        if (!is_open_ || from != open_) open(from);
        if (is_open_) ::iconv(descriptor_, nullptr, nullptr, nullptr, nullptr);
        return is_open_;
    }

    written write(std::string_view octets, char* to) noexcept override {
        output out{to, max_size(octets.size()), {0, 0}};
        // A character that started in the last piece is completed octet by octet.
        while (pending_size_ != 0 && !octets.empty()) {
            pending_[pending_size_++] = octets.front();
            octets.remove_prefix(1);
            convert_pending(out);
        }
        keep(convert(octets, out), out);
        return out.sum;
    }

    written finish(char* to) noexcept override {
        output out{to, max_size(0), {0, 0}};
        if (pending_size_ != 0) replace(out);
        pending_size_ = 0;
        return out.sum;
    }

  private:
    struct output {
        char* to;
        std::size_t room;
        written sum;
    };

    // A character has up to four octets; with an escape sequence before it, some more.
    static constexpr std::size_t longest_pending = 8;

    static constexpr std::size_t max_size(std::size_t octets) noexcept {
        return 3 * (octets + longest_pending);
    }

    void open(charset from) noexcept {
        close();
        for (auto const& row : detail::iconv_table) {
            if (row.charset != from) continue;
            for (auto const* name : row.names) {
                if (is_open_ || name == nullptr) continue;
                descriptor_ = ::iconv_open("UTF-8", name);
                is_open_ = reinterpret_cast<std::intptr_t>(descriptor_) != -1;
            }
        }
        open_ = from;
    }
    void close() noexcept {
        if (is_open_) ::iconv_close(descriptor_);
        is_open_ = false;
    }

    /// Converts `octets`, and returns those at the end that are an incomplete character.
    std::string_view convert(std::string_view octets, output& out) noexcept {
        while (!octets.empty()) {
            auto* at = const_cast<char*>(octets.data()); // nothing is written there
            auto left = octets.size();
            auto room = out.room;
            auto const status = ::iconv(descriptor_, &at, &left, &out.to, &room);
            auto const error = status == static_cast<std::size_t>(-1) ? errno : 0;
            out.sum.size += out.room - room;
            out.room = room;
            auto const passed = octets.substr(0, octets.size() - left);
            octets.remove_prefix(passed.size());
            if (error == 0 || error == EINVAL) break;
            replace(out);
            if (!has_passed_malformed(passed)) octets.remove_prefix(malformed_size(octets));
        }
        return octets;
    }
    void convert_pending(output& out) noexcept {
        auto const left = convert({pending_, pending_size_}, out);
        pending_size_ = 0;
        keep(left, out);
    }
    /// Keeps `octets`, the start of a character, for the next piece. They may overlap pending_.
    void keep(std::string_view octets, output& out) noexcept {
        if (octets.size() > longest_pending) {
            replace(out);
        } else if (!octets.empty()) {
            std::memmove(pending_, octets.data(), octets.size());
            pending_size_ = octets.size();
        }
    }

    static void replace(output& out) noexcept {
        constexpr std::string_view replacement = "\xEF\xBF\xBD";
        if (out.room < replacement.size()) return;
        std::memcpy(out.to, replacement.data(), replacement.size());
        out.to += replacement.size();
        out.room -= replacement.size();
        out.sum.size += replacement.size();
        ++out.sum.replaced;
    }

    /// Whether iconv has passed malformed octets before it refused them, as that of glibc 2.36 does
    /// with A2 E8 in CP949: then they are the last that it passed.
    bool has_passed_malformed(std::string_view passed) const noexcept {
        return open_ == charset::euc_kr && passed.ends_with("\xA2\xE8");
    }

    /// How many octets one U+FFFD replaces at the start of `octets`.
    std::size_t malformed_size(std::string_view octets) const noexcept {
        if (octets.size() < 2 || !starts_two_octets(octets[0])) return octets.empty() ? 0 : 1;
        return static_cast<unsigned char>(octets[1]) < 0x80 ? 1 : 2;
    }
    bool starts_two_octets(char octet) const noexcept {
        auto const lead = static_cast<unsigned char>(octet);
        if (open_ == charset::iso_2022_jp || open_ == charset::iso_2022_jp_2 ||
            open_ >= charset::iso_2022_kr)
            return false;
        if (open_ != charset::shift_jis) return lead > 0x80 && lead < 0xFF;
        return (lead > 0x80 && lead < 0xA0) || (lead >= 0xE0 && lead < 0xFD);
    }

    iconv_t descriptor_{};
    bool is_open_ = false;
    charset open_ = charset::utf_8;
    char pending_[longest_pending + 1] = {};
    std::size_t pending_size_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#endif
