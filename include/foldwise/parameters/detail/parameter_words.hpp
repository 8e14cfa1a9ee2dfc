#ifndef FOLDWISE_PARAMETERS_DETAIL_PARAMETER_WORDS_HPP
#define FOLDWISE_PARAMETERS_DETAIL_PARAMETER_WORDS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/parameters/parameter_text.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/words/word_prefix.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reads the text of a parameter octet by octet, or several octets of one piece at a time.
class parameter_octets {
  public:
    constexpr parameter_octets() = default;
    explicit constexpr parameter_octets(parameter_piece_walker first) noexcept : pieces_{first} {
        take();
    }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr char front() const noexcept { return rest_[0]; }

    /// The rest of the piece; empty only at the end.
    constexpr std::string_view rest() const noexcept { return rest_; }

    /// How many octets have been passed.
    constexpr std::size_t passed() const noexcept { return passed_; }

    /// Passes octets, of which there must be so many.
    constexpr void pass(std::size_t count) noexcept {
        passed_ += count;
        for (; count >= rest_.size() && !rest_.empty(); take()) {
            count -= rest_.size();
            pieces_.advance();
        }
        rest_.remove_prefix(count);
    }

  private:
    constexpr void take() noexcept {
        rest_ = pieces_.at_end() ? std::string_view{} : pieces_.current();
    }
    parameter_piece_walker pieces_;
    std::string_view rest_;
    std::size_t passed_ = 0;
};

/// An encoded-word in a parameter. Its octets may be in several sections, and percent-encoded.
struct parameter_word {
    char prefix[80] = {}; ///< a longer one has no charset that anybody knows
    word_prefix start{};  ///< the parts of `prefix`
    std::size_t text_size = 0;

    constexpr bool is_found() const noexcept { return start.is_well_formed; }
    /// The charset, without the language.
    constexpr std::string_view charset_label() const noexcept {
        auto const label = octets_at(prefix + 2, start.label_size);
        return label.substr(0, scan::octet(label, '*', 0));
    }
    constexpr bool is_base64() const noexcept {
        return prefix[start.size - 2] == 'b' || prefix[start.size - 2] == 'B';
    }
};

/// Finds encoded-words in the text of a parameter. Their text may have white space, but no other
/// "=?". O(text) for all words together: the last end that was found is remembered.
class parameter_word_finder {
  public:
    /// The word that starts at `at`, if there is one. Words are sought from the front to the back.
    constexpr parameter_word word_at(parameter_octets at) noexcept {
        parameter_word word;
        std::size_t size = 0;
        for (int marks = 0; marks != 3; ++size, at.pass(1)) {
            if (at.at_end() || size == sizeof word.prefix) return {};
            char const octet = at.front();
            bool const is_fine = size == 0   ? octet == '='
                                 : size == 1 ? octet == '?'
                                             : octet == '?' || word_token_octets.contains(octet);
            if (!is_fine) return {};
            if (octet == '?') ++marks;
            word.prefix[size] = octet;
        }
        auto const start = read_word_prefix(octets_at(word.prefix, size));
        auto const text = at.passed();
        if (!start.is_well_formed || !find_end(at)) return {};
        word.start = start;
        word.text_size = end_ - text;
        return word;
    }

  private:
    /// Finds the "?=" that comes before another "=?", if there is one; it is at end_ then.
    constexpr bool find_end(parameter_octets at) noexcept {
        if (looked_at_ <= at.passed() && at.passed() <= end_ && looked_at_ != 0) return is_end_;
        looked_at_ = at.passed();
        bool is_after_mark = false;
        bool is_after_start = false;
        for (char before = '?'; !at.at_end(); at.pass(1)) {
            char const octet = at.front();
            is_end_ = is_after_mark && octet == '=';
            if (is_end_ || is_after_start) {
                end_ = at.passed() - 1;
                return is_end_;
            }
            is_after_mark = octet == '?';
            is_after_start = is_after_mark && before == '=';
            before = octet;
        }
        end_ = at.passed();
        is_end_ = false;
        return false;
    }

    std::size_t looked_at_ = 0; // see find_end; 0: nothing is known
    std::size_t end_ = 0;
    bool is_end_ = false;
};

/// Whether there is an encoded-word in the text of a parameter.
constexpr bool has_encoded_word(parameter_octets at) noexcept {
    parameter_word_finder words;
    while (!at.at_end()) {
        at.pass(scan::octet(at.rest(), '=', 0));
        if (at.at_end()) break;
        if (at.front() != '=') continue; // the next piece
        if (words.word_at(at).is_found()) return true;
        at.pass(1);
    }
    return false;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
