#ifndef FOLDWISE_INSPECT_DETAIL_NAMES_IN_ADDRESSES_HPP
#define FOLDWISE_INSPECT_DETAIL_NAMES_IN_ADDRESSES_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/address_list.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/address/unread_address.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/inspect/detail/diagnostic_sink.hpp>
#include <foldwise/words/text_options.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Diagnoses texts in a list of addresses, names in comments, and quotes that a local part does not
/// need; offsets count from the start of the list.
template <class Report>
class names_diagnosis {
  public:
    constexpr names_diagnosis(std::string_view list, Report const& report,
                              text_options const& options) noexcept
        : list_{list}, report_{report}, options_{options} {}

    template <class Text>
    constexpr void read(Text const& text) {
        text_sink const report{report_, offset_of(list_, text.raw())};
        text.diagnose(report, options_);
    }
    constexpr void read(mailbox const& of) {
        auto const name = of.display_name();
        auto const comment = of.comment();
        if (name) read(*name);
        if (comment) read(*comment);
        if (comment && !name) problem(diagnostic_code::display_name_in_comment, comment->raw());
        auto const local_part = of.addr_spec().local_part();
        if (local_part.raw().starts_with('"') && is_bare_local_part(local_part))
            problem(diagnostic_code::address_quotes_unneeded, local_part.raw());
    }
    /// `whole` is the list or group that the element is in.
    constexpr void read_unread(std::string_view whole, diagnostic const& problem) {
        read(unread_address{whole, problem}.text());
    }

  private:
    constexpr void problem(diagnostic_code code, std::string_view octets) {
        report_(diagnostic{code, offset_of(list_, octets), octets.size()});
    }

    std::string_view list_;
    Report const& report_;
    text_options const& options_;
};

/// Reports the problems of the texts for people in a list of addresses: names, comments, and what
/// is not an address; and display_name_in_comment, address_quotes_unneeded. Offsets count from the
/// start of the list.
template <class Report>
constexpr void diagnose_names(address_list const& list, Report const& report,
                              text_options const& options) {
    names_diagnosis<Report> names{list.raw(), report, options};
    for (auto const element : list) {
        if (!element) {
            names.read_unread(list.raw(), element.error());
        } else if (auto const group = element->group()) {
            names.read(group->name());
            for (auto const member : group->members()) {
                if (member)
                    names.read(*member);
                else
                    names.read_unread(group->raw(), member.error());
            }
        } else if (auto const mailbox = element->mailbox()) {
            names.read(*mailbox);
        }
    }
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
