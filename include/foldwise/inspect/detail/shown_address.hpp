#ifndef FOLDWISE_INSPECT_DETAIL_SHOWN_ADDRESS_HPP
#define FOLDWISE_INSPECT_DETAIL_SHOWN_ADDRESS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::detail {

/// Finds words that look like an address, "local@domain", in a text that comes octet by octet.
class shown_address_finder {
  public:
    /// `own` is an address that is not looked for; ASCII case does not count.
    explicit constexpr shown_address_finder(std::string_view own) noexcept : own_{own} {}

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
            bool const is_own = size <= sizeof word_ && ascii_iequals({word_, size}, own_);
            has_found_ = has_found_ || !is_own;
        }
        size_ = 0;
        at_ = none;
    }

    std::string_view own_;
    char word_[254] = {}; // the longest address that SMTP carries
    std::size_t size_ = 0;
    std::size_t at_ = none; // of the first "@" in the word
    bool has_found_ = false;
};

/// Whether a text for people has a word that looks like an address other than `own`.
template <class Text>
constexpr bool shows_address(Text const& text, std::string_view own) noexcept {
    shown_address_finder finder{own};
    for (char const octet : text) finder.take(octet);
    return finder.finish();
}

} // namespace foldwise::detail

#endif
