// Prints how foldwise reads messages, one JSON object for each, for compare.py.
//
// Reads from standard input, for each message, its number of octets in decimal digits, LF, and
// these octets. Octets are written as the characters U+0000 to U+00FF.

#include <foldwise/address.hpp>
#include <foldwise/charset.hpp>
#include <foldwise/charset_cjk.hpp>
#include <foldwise/date.hpp>
#include <foldwise/message.hpp>
#include <foldwise/mime.hpp>
#include <foldwise/parameters.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// Writes JSON.
class writer {
  public:
    void text(std::string_view octets) {
        constexpr std::string_view digits = "0123456789abcdef";
        out_ += '"';
        for (char const octet : octets) {
            auto const code = static_cast<unsigned char>(octet);
            if (code >= ' ' && code < 0x7F && octet != '"' && octet != '\\') {
                out_ += octet;
            } else {
                out_ += "\\u00";
                out_ += digits[code >> 4];
                out_ += digits[code & 15];
            }
        }
        out_ += '"';
    }
    void number(std::uint64_t value) { out_ += std::to_string(value); }
    void number(std::int64_t value) { out_ += std::to_string(value); }
    void raw(std::string_view json) { out_ += json; }
    /// A comma, unless `is_first`, which becomes false.
    void comma(bool& is_first) {
        if (!is_first) out_ += ',';
        is_first = false;
    }
    template <class Maybe>
    void text_or_null(Maybe const& value) {
        if (value)
            text(*value);
        else
            out_ += "null";
    }
    void end_line() {
        out_ += '\n';
        std::fwrite(out_.data(), 1, out_.size(), stdout);
        out_.clear();
    }

  private:
    std::string out_;
};

constexpr std::array<std::uint32_t, 256> crc_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i != 256; ++i) {
        auto value = i;
        for (int bit = 0; bit != 8; ++bit) value = (value >> 1) ^ (0xEDB88320U & -(value & 1));
        table[i] = value;
    }
    return table;
}

/// The CRC-32 that Python's zlib computes.
std::uint32_t crc_of(std::string_view octets) {
    static constexpr auto table = crc_table();
    std::uint32_t crc = ~0U;
    for (char const octet : octets)
        crc = table[(crc ^ static_cast<unsigned char>(octet)) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

template <class Text>
std::string decoded(Text const& text) {
    foldwise::cjk_converter converter;
    return text.to_string({.fallback = foldwise::charset::windows_1252, .converter = &converter});
}

std::string lower(std::string_view text) {
    std::string result;
    for (char const octet : text) result += foldwise::ascii_lower(octet);
    return result;
}

bool is_one_of(foldwise::field const& f, std::initializer_list<std::string_view> names) {
    for (auto const name : names)
        if (f.is(name)) return true;
    return false;
}

/// An array for each mailbox: name, address, name of the group; and for text that is not an
/// address: null, null, name of the group.
class addresses {
  public:
    addresses(writer& out, std::string_view value) : out_{out} {
        out_.raw("[");
        for (auto const element : foldwise::address_list{value}) {
            if (!element)
                add(foldwise::result<foldwise::mailbox>{element.error()}, {});
            else if (auto const mailbox = element->mailbox())
                add(*mailbox, {});
            else if (auto const group = element->group())
                for (auto const member : group->members()) add(member, decoded(group->name()));
        }
        out_.raw("]");
    }

  private:
    void add(foldwise::result<foldwise::mailbox> const& found,
             std::optional<std::string> const& group) {
        out_.comma(is_first_);
        out_.raw("[");
        if (!found) {
            out_.raw("null,null");
        } else {
            std::string name;
            if (auto const shown = found->display_name())
                name = decoded(*shown);
            else if (auto const comment = found->comment())
                name = decoded(*comment);
            out_.text(name);
            out_.raw(",");
            out_.text(found->to_string());
        }
        out_.raw(",");
        out_.text_or_null(group);
        out_.raw("]");
    }

    writer& out_;
    bool is_first_ = true;
};

/// The seconds since 1970, and the offset in minutes or null; or null.
void add_date(writer& out, foldwise::field const& f) {
    auto const when = foldwise::date_time::read(f);
    if (!when) {
        out.raw("null");
        return;
    }
    out.raw("[");
    out.number(static_cast<std::int64_t>(when->unix_seconds()));
    out.raw(",");
    if (when->is_offset_known())
        out.number(static_cast<std::int64_t>(when->offset_minutes()));
    else
        out.raw("null");
    out.raw("]");
}

void add_fields(writer& out, foldwise::message const& m) {
    bool is_first = true;
    out.raw("\"header\":[");
    for (auto const f : m.header()) {
        out.comma(is_first);
        out.raw("[");
        out.number(static_cast<std::uint64_t>(foldwise::offset_of(m.raw(), f.raw())));
        out.raw(",");
        out.number(static_cast<std::uint64_t>(f.raw().size()));
        out.raw(",");
        out.text(f.name());
        out.raw(",");
        out.text(f.value().to_string());
        out.raw(",");
        if (is_one_of(f, {"From", "To", "Cc", "Bcc", "Reply-To", "Sender"}))
            addresses{out, f.raw_value()};
        else if (is_one_of(f, {"Date", "Resent-Date"}))
            add_date(out, f);
        else if (f.is("Subject"))
            out.text(decoded(foldwise::decoded_text{f}));
        else
            out.raw("null");
        out.raw("]");
    }
    out.raw("]");
}

struct extent {
    std::size_t header, body, end;
};

/// Where each entity is, in the order of the walk.
std::vector<extent> extents(foldwise::entity const& root) {
    std::vector<extent> all;
    std::vector<std::size_t> open;
    std::size_t at = 0;
    for (auto const piece : root.pieces()) {
        if (piece.kind == foldwise::piece_kind::header) {
            open.push_back(all.size());
            all.push_back({at, at, at});
        }
        at += piece.raw.size();
        if (piece.kind == foldwise::piece_kind::separator) all[open.back()].body = at;
        if (piece.kind != foldwise::piece_kind::end) continue;
        all[open.back()].end = at;
        open.pop_back();
    }
    return all;
}

void add_parts(writer& out, foldwise::message const& m) {
    foldwise::entity const root{m};
    auto const places = extents(root);
    auto place = places.begin();
    bool is_first = true;
    out.raw(",\"parts\":[");
    for (auto const part : root.walk()) {
        out.comma(is_first);
        auto const type = part.content_type();
        out.raw("[");
        for (auto const number : {part.depth(), place->header, place->body, place->end}) {
            out.number(static_cast<std::uint64_t>(number));
            out.raw(",");
        }
        ++place;
        out.text(lower(type.type()) + "/" + lower(type.subtype()));
        out.raw(",");
        auto const charset = type.parameters().find("charset");
        out.text_or_null(charset ? std::optional<std::string>{charset->text().to_string()}
                                 : std::optional<std::string>{});
        out.raw(",");
        auto const name = foldwise::suggested_file_name(part);
        out.text_or_null(
            name ? std::optional<std::string>{decoded(foldwise::decoded_parameter{*name})}
                 : std::optional<std::string>{});
        if (part.is_leaf()) {
            auto const octets = part.decoded().to_string();
            out.raw(",");
            out.number(static_cast<std::uint64_t>(octets.size()));
            out.raw(",");
            out.number(static_cast<std::uint64_t>(crc_of(octets)));
        }
        out.raw("]");
    }
    out.raw("]");
}

/// Reads one message; false at the end of the input.
bool read_message(std::string& octets) {
    std::size_t size = 0;
    int c = std::getchar();
    if (c == EOF) return false;
    for (; c >= '0' && c <= '9'; c = std::getchar())
        size = size * 10 + static_cast<std::size_t>(c - '0');
    octets.resize(size);
    if (c == '\n' && std::fread(octets.data(), 1, size, stdin) == size) return true;
    std::fputs("the input is cut off\n", stderr);
    std::exit(2);
}

} // namespace

int main() {
    writer out;
    for (std::string octets; read_message(octets);) {
        foldwise::message const m{octets};
        out.raw("{");
        add_fields(out, m);
        add_parts(out, m);
        out.raw("}");
        out.end_line();
    }
}
