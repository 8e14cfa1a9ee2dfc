#ifndef FOLDWISE_REPORT_DETAIL_OPEN_KEYWORD_HPP
#define FOLDWISE_REPORT_DETAIL_OPEN_KEYWORD_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/keyword.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The base of types that read a field whose value is one keyword, such as Action and
/// Feedback-Type. `Self` is the derived type. It adds keyword(), which maps the known words to an
/// enumeration. Unknown words are read, too, since new ones may be registered. Borrows the value;
/// trivially copyable.
template <class Self>
class open_keyword {
  public:
    constexpr open_keyword() = default;

    /// Reads a field's raw_value():
    ///     value = [CFWS] atom [CFWS]
    /// The error is keyword_malformed, which covers the value, if the value is not one word, apart
    /// from comments. O(value).
    static constexpr result<Self> read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        auto const word = lone_atom(value);
        if (word.empty()) return whole_value(diagnostic_code::keyword_malformed, value);
        Self read;
        read.raw_ = value;
        read.word_ = word;
        return read;
    }
    static constexpr result<Self> read(field const& f) noexcept { return read(f.raw_value()); }
    template <owning_temporary T>
    static result<Self> read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The word as written. To compare it, use is() or keyword().
    constexpr std::string_view word() const noexcept { return word_; }

    /// Whether the word is `word`; ASCII case does not count.
    constexpr bool is(std::string_view word) const noexcept { return ascii_iequals(word_, word); }

    /// Always empty: a value that can be read has no problem.
    constexpr optional<diagnostic> deviation() const noexcept { return std::nullopt; }
    template <class Report>
    constexpr void diagnose(Report&&) const noexcept {}

  protected:
    /// The meaning of the word in the table `known`, or `otherwise` if it is not there.
    template <class Meaning, std::size_t Count>
    constexpr Meaning meaning_in(keyword<Meaning> const (&known)[Count],
                                 Meaning otherwise) const noexcept {
        for (auto const& each : known)
            if (is(each.word)) return each.meaning;
        return otherwise;
    }

  private:
    std::string_view raw_;
    std::string_view word_;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
