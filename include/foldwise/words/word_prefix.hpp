#ifndef FOLDWISE_WORDS_WORD_PREFIX_HPP
#define FOLDWISE_WORDS_WORD_PREFIX_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The start of an encoded-word, before the encoded-text: "=?" charset "?" encoding "?". Sizes in
/// octets.
struct word_prefix {
    std::size_t size = 0;        ///< 0 if the text does not start like this
    std::size_t label_size = 0;  ///< of the charset, with the language
    bool is_well_formed = false; ///< whether there is a charset, and the encoding is B or Q
};

/// Reads the prefix of `text`, which starts with "=?". Reads at most up to the next "=".
constexpr word_prefix read_word_prefix(std::string_view text) noexcept {
    auto const charset = word_token_octets.not_in(text, 2);
    if (charset == text.size() || text[charset] != '?') return {};
    auto const encoding = word_token_octets.not_in(text, charset + 1);
    if (encoding == text.size() || text[encoding] != '?') return {};
    constexpr char_class encodings{"bBqQ"};
    bool const is_well_formed = charset != 2 && text[2] != '*' && encoding == charset + 2 &&
                                encodings.contains(text[charset + 1]);
    return {encoding + 1, charset - 2, is_well_formed};
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
