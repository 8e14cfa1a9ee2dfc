#ifndef FOLDWISE_TRACE_DETAIL_HELO_WORDS_HPP
#define FOLDWISE_TRACE_DETAIL_HELO_WORDS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/detail/trace_word.hpp>

#include <initializer_list>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether `text` is one of the commands by which a client introduces itself.
constexpr bool is_helo(std::string_view text) noexcept {
    if (text.size() != 4 || (text[3] != 'O' && text[3] != 'o')) return false; // nearly always
    return ascii_iequals(text, "HELO") || ascii_iequals(text, "EHLO") ||
           ascii_iequals(text, "LHLO");
}

/// The name after `HELO name`, `helo=name`, `helo = name`, `helo[name]` or `"HELO name"`, if that
/// comes next; empty if nothing follows. `at` then is at the last word of it.
constexpr optional<std::string_view> take_helo(trace_word_walker& at) noexcept {
    constexpr std::size_t size = 4; // of HELO
    auto const word = at.current();
    auto const text = word.raw.starts_with('"') ? word.last.text().raw() : word.raw;
    if (!is_helo(text.substr(0, size))) return std::nullopt;
    auto const name = text.substr(size);
    if (text.size() != word.raw.size()) { // quoted
        if (!name.empty() && !fws_octets.contains(name[0])) return std::nullopt;
        return trim(name, fws_octets);
    }
    constexpr auto of_host = alpha + digit + utf8_non_ascii + char_class{"-_."};
    if (!name.empty() && of_host.contains(name[0])) return std::nullopt; // "helot", "helo.example"
    constexpr char_class marks{"=:"};
    bool const has_mark = !name.empty() && marks.contains(name[0]);
    if (name.size() > (has_mark ? 1 : 0)) return name.substr(has_mark ? 1 : 0);
    auto ahead = at;
    ahead.advance();
    if (!has_mark && !ahead.at_end() && marks.contains(ahead.current().raw[0])) { // "helo = name"
        auto const rest = ahead.current().raw.substr(1);
        at = ahead;
        if (!rest.empty()) return rest;
        ahead.advance();
    }
    if (ahead.at_end() || !ahead.current().is_text()) return word.raw.substr(word.raw.size());
    at = ahead;
    return at.current().raw;
}

/// The only address among several texts.
class single_address {
  public:
    constexpr void add(optional<ip_address> const& found) noexcept {
        if (!found) return;
        is_several_ = is_several_ || (found_ && found_->text != found->text);
        found_ = found;
    }
    constexpr optional<ip_address> address() const noexcept {
        return is_several_ ? std::nullopt : found_;
    }

  private:
    optional<ip_address> found_;
    bool is_several_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
