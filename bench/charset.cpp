// Text in many charsets converted to UTF-8, by foldwise and by iconv: ASCII alone, and lines of
// words in the script of the charset. `to_copy` compares the octets read with a copy of them.

#include "random.hpp"
#include "support.hpp"

#include <foldwise/charset.hpp>
#include <foldwise/charset_cjk.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<iconv.h>)
#include <cstdint>
#include <iconv.h>
#endif

namespace {

/// How the words of a charset are written: `shift_in`, then characters of `octets` octets, of which
/// the first is from the first range and the others are from the second one, then `shift_out`. With
/// 0 octets, only ASCII is measured.
struct charset_row {
    foldwise::charset charset;
    char const* iconv_name;
    unsigned octets;
    unsigned char first[2];
    unsigned char others[2];
    std::string_view shift_in = "";
    std::string_view shift_out = "";
};

using foldwise::charset;

constexpr charset_row table[] = {
    {charset::utf_8, "UTF-8", 3, {0xE4, 0xE8}, {0x80, 0xBF}},
    {charset::us_ascii, "US-ASCII", 1, {'a', 'z'}, {}},
    {charset::windows_1252, "CP1252", 1, {0xC0, 0xFF}, {}},
    {charset::iso_8859_2, "ISO-8859-2", 1, {0xC0, 0xFF}, {}},
    {charset::windows_1251, "CP1251", 1, {0xC0, 0xFF}, {}},
    {charset::koi8_r, "KOI8-R", 1, {0xC0, 0xFF}, {}},
    {charset::utf_7, "UTF-7", 0, {}, {}},
    {charset::gb18030, "GB18030", 2, {0xB0, 0xD6}, {0xA1, 0xFE}},
    {charset::gbk, "GBK", 2, {0xB0, 0xD6}, {0xA1, 0xFE}},
    {charset::big5, "BIG5-HKSCS", 2, {0xA4, 0xC5}, {0x40, 0x7E}},
    {charset::euc_jp, "EUC-JP", 2, {0xB0, 0xCE}, {0xA1, 0xFE}},
    {charset::shift_jis, "CP932", 2, {0x89, 0x97}, {0x40, 0x7E}},
    {charset::euc_kr, "CP949", 2, {0xB0, 0xC8}, {0xA1, 0xFE}},
    {charset::iso_2022_jp, "ISO-2022-JP", 2, {'0', 'N'}, {'!', '~'}, "\x1B$B", "\x1B(B"},
    {charset::iso_2022_jp_2, "ISO-2022-JP-2", 2, {'0', 'N'}, {'!', '~'}, "\x1B$B", "\x1B(B"},
    {charset::iso_2022_kr, "ISO-2022-KR", 2, {'0', 'H'}, {'!', '~'}, "\x0E", "\x0F"},
    {charset::hz_gb_2312, "HZ", 2, {'0', 'V'}, {'!', '~'}, "~{", "~}"},
};

enum class text_kind : unsigned char { ascii, words };

std::string text_in(charset_row const& row, text_kind kind, std::size_t size) {
    bench::random_source random{7};
    auto const octet = [&random](unsigned char const(&range)[2]) {
        return static_cast<char>(random.between(range[0], range[1]));
    };
    // RFC 1557: the declaration at the start.
    std::string text = row.charset == charset::iso_2022_kr ? "\x1B$)C" : "";
    while (text.size() < size) {
        if (kind == text_kind::ascii) {
            for (int i = 0; i < 76; ++i) text += static_cast<char>(random.between(' ', 'Z'));
        } else {
            for (int word = 0; word < 6; ++word) {
                if (word != 0) text += random.chance(20) ? ", " : " ";
                text += row.shift_in;
                for (auto left = random.between(1, 8); left != 0; --left) {
                    text += octet(row.first);
                    for (unsigned i = 1; i < row.octets; ++i) text += octet(row.others);
                }
                text += row.shift_out;
            }
        }
        text += "\r\n";
    }
    if (row.charset == charset::utf_7)
        for (auto& each : text)
            if (kind == text_kind::ascii && each == '+') each = '-';
    return text;
}

/// A text in a charset, and what it is in UTF-8.
struct sample {
    std::string text;
    std::string utf8;
    bool is_right = true; // whether all ways to convert it give this
};

constexpr std::size_t piece = 4096;

/// Converts `text` to `to` in pieces. Returns the number of octets written, and how many U+FFFD
/// replace malformed octets.
bench::tally convert(charset from, std::string_view text, char* to, std::size_t piece_size) {
    foldwise::cjk_converter converter;
    foldwise::charset_decoder decoder{from, converter};
    std::size_t size = 0;
    for (std::size_t at = 0; at < text.size(); at += piece_size)
        size += decoder.write(text.substr(at, piece_size), to + size);
    size += decoder.finish(to + size);
    return {decoder.replaced(), size};
}

#if __has_include(<iconv.h>)
/// A conversion by iconv, which stays open.
class iconv_reader {
  public:
    explicit iconv_reader(char const* name) : descriptor_{::iconv_open("UTF-8", name)} {}
    iconv_reader(iconv_reader const&) = delete;
    iconv_reader& operator=(iconv_reader const&) = delete;
    ~iconv_reader() {
        if (is_open()) ::iconv_close(descriptor_);
    }
    bool is_open() const { return reinterpret_cast<std::intptr_t>(descriptor_) != -1; }

    /// The same as `convert`; `room` is what `to` has room for.
    bench::tally convert(std::string_view text, char* to, std::size_t room) {
        ::iconv(descriptor_, nullptr, nullptr, nullptr, nullptr);
        auto const size = room;
        auto* at = const_cast<char*>(text.data()); // nothing is written there
        auto left = text.size();
        auto const status = ::iconv(descriptor_, &at, &left, &to, &room);
        ::iconv(descriptor_, nullptr, nullptr, &to, &room);
        return {status == 0 ? std::size_t{0} : std::size_t{1}, size - room};
    }

  private:
    ::iconv_t descriptor_;
};
#endif

constexpr std::size_t room_for(std::size_t octets) {
    return foldwise::charset_decoder::max_size(octets);
}

sample make_sample(charset_row const& row, text_kind kind, std::size_t size) {
    sample made{text_in(row, kind, size), {}};
    made.utf8.resize(room_for(made.text.size()));
    auto const in_octets = convert(row.charset, made.text, made.utf8.data(), 1);
    made.utf8.resize(in_octets.octets);
    std::string again(room_for(made.text.size()), '\0');
    again.resize(convert(row.charset, made.text, again.data(), piece).octets);
    made.is_right = in_octets.count == 0 && again == made.utf8 &&
                    (kind != text_kind::ascii || made.text.ends_with(made.utf8));
    return made;
}

sample const& sample_of(charset_row const& row, text_kind kind, std::size_t size) {
    struct key {
        charset from;
        text_kind kind;
        std::size_t size;
        auto operator<=>(key const&) const = default;
    };
    static std::map<key, sample> made;
    auto const [at, is_new] = made.try_emplace({row.charset, kind, size});
    if (is_new) at->second = make_sample(row, kind, size);
    return at->second;
}

void measure(benchmark::State& state, charset_row const& row, text_kind kind) {
    auto const& known = sample_of(row, kind, static_cast<std::size_t>(state.range(0)) << 10);
    if (!known.is_right) return state.SkipWithError("a text is not what it must be");
    std::vector<char> to(room_for(known.text.size()));
    std::string_view const pieces[] = {known.text};
    bench::beside_lines(state, pieces, {0, known.utf8.size()}, [&] {
        auto const found = convert(row.charset, known.text, to.data(), piece);
        bench::keep({to.data(), found.octets});
        return found;
    });
}

#if __has_include(<iconv.h>)
void measure_iconv(benchmark::State& state, charset_row const& row, text_kind kind) {
    auto const& known = sample_of(row, kind, static_cast<std::size_t>(state.range(0)) << 10);
    iconv_reader reader{row.iconv_name};
    std::vector<char> to(room_for(known.text.size()));
    auto const size = reader.convert(known.text, to.data(), to.size()).octets;
    if (std::string_view(to.data(), size) != known.utf8)
        return state.SkipWithError("iconv has another text");
    std::string_view const pieces[] = {known.text};
    bench::beside_lines(state, pieces, {0, known.utf8.size()}, [&] {
        auto const found = reader.convert(known.text, to.data(), to.size());
        bench::keep({to.data(), found.octets});
        return found;
    });
}
#endif

void add(std::string const& name, charset_row const& row,
         void (*run)(benchmark::State&, charset_row const&, text_kind)) {
    for (auto const kind : {text_kind::ascii, text_kind::words}) {
        if (kind == text_kind::words && row.octets == 0) continue;
        auto const with = [&row, kind, run](benchmark::State& state) { run(state, row, kind); };
        auto const full_name = (name + "/").append(name_of(row.charset)) +
                               (kind == text_kind::ascii ? "/ascii" : "/words");
        bench::add_sizes(*benchmark::RegisterBenchmark(full_name.c_str(), with), {1});
    }
}

[[maybe_unused]] bool const added = [] {
    for (auto const& row : table) {
        add("charset", row, measure);
#if __has_include(<iconv.h>)
        if (iconv_reader{row.iconv_name}.is_open()) add("charset_iconv", row, measure_iconv);
#endif
    }
    return true;
}();

} // namespace
