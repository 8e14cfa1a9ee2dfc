#ifndef FOLDWISE_LISTS_DETAIL_KEYWORD_FIELD_HPP
#define FOLDWISE_LISTS_DETAIL_KEYWORD_FIELD_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/syntax/keyword.hpp>

#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The base of the classes that read a field whose value is one of a few words. `Field` is the
/// derived class, `words` an array of `keyword`: the words with their meanings.
template <class Field, auto const& words>
class keyword_field {
  public:
    /// Reads a field's raw_value(): one of the words, perhaps with comments and folding around it;
    /// ASCII case does not count. An error (keyword_malformed, which covers the value) for any
    /// other text. O(value).
    static constexpr result<Field> read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        auto const found = read_keyword(value, words);
        if (!found) return found.error();
        Field field;
        keyword_field& base = field;
        base.raw_ = value;
        base.meaning_ = *found;
        return field;
    }
    static constexpr result<Field> read(field const& f) noexcept { return read(f.raw_value()); }
    template <owning_temporary T>
    static result<Field> read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Always empty: a value that is read has no deviations.
    constexpr optional<diagnostic> deviation() const noexcept { return std::nullopt; }

    /// Reports nothing: there are no deviations.
    template <class Report>
    constexpr void diagnose(Report&&) const noexcept {}

  protected:
    constexpr keyword_field() = default;
    constexpr auto meaning() const noexcept { return meaning_; }

  private:
    std::string_view raw_;
    std::remove_cvref_t<decltype(words[0].meaning)> meaning_ = words[0].meaning;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
