#ifndef FOLDWISE_ADDRESS_DETAIL_SEPARATOR_CHECK_HPP
#define FOLDWISE_ADDRESS_DETAIL_SEPARATOR_CHECK_HPP

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The elements of a list of addresses, for separator_check.
enum class element_kind : unsigned char { none, mailbox, group, unread };

/// Finds the problems of the separators in a list of addresses (RFC 5322 sections 3.4 and 4.4):
///     ", a@b,, c@d"    empty elements, which are obsolete   address_obsolete for two commas
///     "x; g: a@b; c"   semicolons in place of commas        address_semicolon for both
/// A semicolon after a mailbox is a problem of the mailbox. Borrows the list. O(list) in all.
class separator_check {
  public:
    explicit constexpr separator_check(std::string_view list) noexcept : list_{list} {}

    /// Reports the separators between the last element and the one from `first` to `last`.
    template <class Report>
    constexpr void pass(element_kind kind, std::size_t first, std::size_t last, Report& report) {
        check(first, last_kind_ == element_kind::none ? 0 : 1, report);
        last_kind_ = kind;
        end_ = last;
    }

    /// Reports the separators after the last element.
    template <class Report>
    constexpr void finish(Report& report) {
        check(list_.size(), 0, report);
    }

  private:
    /// `wanted` is how many commas have to be in the text up to `last`.
    template <class Report>
    constexpr void check(std::size_t last, std::size_t wanted, Report& report) {
        bool is_known = last_kind_ == element_kind::mailbox; // its semicolon is
        std::size_t count = 0;
        for (lexer in{list_.substr(end_, last - end_)};;) {
            auto const at = end_ + in.position();
            auto const next = in.next();
            if (next.is(token_kind::end)) break;
            if (next.is(token_kind::comment)) continue;
            ++count;
            if (next.is(';') && (!is_known || count != 1))
                report(diagnostic{diagnostic_code::address_semicolon, at, 1});
            else if (next.is(',') && count > wanted)
                report(diagnostic{diagnostic_code::address_obsolete, at, 1});
        }
        if (count < wanted && end_ != 0) // after the semicolon of a group
            report(diagnostic{diagnostic_code::address_semicolon, end_ - 1, 1});
    }

    std::string_view list_;
    std::size_t end_ = 0; // of the last element
    element_kind last_kind_ = element_kind::none;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
