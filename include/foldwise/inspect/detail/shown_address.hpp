#ifndef FOLDWISE_INSPECT_DETAIL_SHOWN_ADDRESS_HPP
#define FOLDWISE_INSPECT_DETAIL_SHOWN_ADDRESS_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/equal_octets.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// A mark that opens a quotation and the mark that closes it. All octets of both may occur in an
/// address (RFC 5322 section 3.2.3, RFC 6532 section 3.2).
struct quotation_marks {
    std::string_view open;
    std::string_view close;
};

inline constexpr quotation_marks marks_around_addresses[] = {
    {"'", "'"},                       //
    {"`", "'"},                       //
    {"`", "`"},                       //
    {"\xE2\x80\x98", "\xE2\x80\x99"}, // U+2018 and U+2019: English
    {"\xE2\x80\x9C", "\xE2\x80\x9D"}, // U+201C and U+201D
    {"\xE2\x80\x9A", "\xE2\x80\x98"}, // U+201A and U+2018: German
    {"\xE2\x80\x9E", "\xE2\x80\x9C"}, // U+201E and U+201C
    {"\xE2\x80\xB9", "\xE2\x80\xBA"}, // U+2039 and U+203A: French
    {"\xC2\xAB", "\xC2\xBB"},         // U+00AB and U+00BB
    {"\xE3\x80\x8C", "\xE3\x80\x8D"}, // U+300C and U+300D: Japanese
};

/// A word without quotation marks, if a pair is around all of it, and then without the dots at its
/// end; otherwise an empty text.
///     "'a@b.example.'"  ->  "a@b.example"
constexpr std::string_view inside_marks(std::string_view word) noexcept {
    for (auto const marks : marks_around_addresses)
        if (word.size() > marks.open.size() + marks.close.size() && word.starts_with(marks.open) &&
            word.ends_with(marks.close)) {
            word = word.substr(marks.open.size(),
                               word.size() - marks.open.size() - marks.close.size());
            return word.substr(0, word.find_last_not_of('.') + 1);
        }
    return {};
}

/// Finds words that look like an address, "local@domain", in a text that comes octet by octet.
class shown_address_finder {
  public:
    /// `own` is an address that is not looked for, whether or not it is in quotation marks. ASCII
    /// case does not count, nor do comments, white space and quotes in `own`.
    explicit constexpr shown_address_finder(addr_spec const& own) noexcept : own_{own} {}

    constexpr void take(char octet) noexcept {
        if (octet == '@' || octet == '.' || atext.contains(octet) ||
            utf8_non_ascii.contains(octet)) {
            if (octet == '@' && at_ == none) at_ = size_;
            if (size_ < sizeof word_) word_[size_] = octet;
            ++size_;
        } else {
            end_word();
        }
    }
    /// Ends the text. Returns whether it has such a word.
    constexpr bool finish() noexcept {
        end_word();
        return has_found_;
    }

  private:
    static constexpr auto none = static_cast<std::size_t>(-1);

    constexpr void end_word() noexcept {
        auto size = size_;
        while (size != 0 && size <= sizeof word_ && word_[size - 1] == '.') --size;
        if (at_ != none && at_ != 0 && at_ + 1 < size) {
            has_found_ = has_found_ || size > sizeof word_ || !is_own(octets_at(word_, size));
        }
        size_ = 0;
        at_ = none;
    }

    constexpr bool is_own(std::string_view word) const noexcept {
        for (; !word.empty(); word = inside_marks(word)) {
            auto const at = word.find('@');
            if (at != word.npos && equal_but_for_case(own_.local_part(), word.substr(0, at)) &&
                own_.domain().is(word.substr(at + 1)))
                return true;
        }
        return false;
    }

    addr_spec own_;
    char word_[254] = {}; // the longest address that SMTP carries
    std::size_t size_ = 0;
    std::size_t at_ = none; // of the first "@" in the word
    bool has_found_ = false;
};

/// Whether a text for people has a word that looks like an address other than `own`. O(text).
template <class Text>
constexpr bool shows_address(Text const& text, addr_spec const& own) noexcept {
    shown_address_finder finder{own};
    for (char const octet : text) finder.take(octet);
    return finder.finish();
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
