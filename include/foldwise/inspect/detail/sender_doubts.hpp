#ifndef FOLDWISE_INSPECT_DETAIL_SENDER_DOUBTS_HPP
#define FOLDWISE_INSPECT_DETAIL_SENDER_DOUBTS_HPP

#include <foldwise/address/address_list.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/address/unread_address.hpp>
#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/inspect/detail/shown_address.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/trace/received.hpp>
#include <foldwise/words/word_prefix.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reports what makes programs, or people, see another sender than others do: a second mailbox in a
/// From field, a name or comment that looks like another address, a route, an encoded-word that is
/// an address when decoded, and a group. Offsets count from the start of `whole`. O(field).
template <class Report>
constexpr void diagnose_authors(std::string_view whole, field const& from, Report& report) {
    auto const problem = [&](diagnostic_code code, std::string_view octets) {
        report(diagnostic{code, offset_of(whole, octets), octets.size()});
    };
    address_list const list{from};
    std::size_t authors = 0;
    for (auto const author : list.mailboxes()) {
        if (++authors == 2) problem(diagnostic_code::from_several_mailboxes, author.raw());
        auto const own = author.addr_spec();
        auto const name = author.display_name();
        // A name with "@" outside of quotes has been reported: display_name_malformed.
        bool const is_malformed =
            name && !name->raw().starts_with('"') && name->raw().find('@') != name->raw().npos;
        if (name && !is_malformed && shows_address(*name, own))
            problem(diagnostic_code::display_name_address, name->raw());
        else if (auto const comment = author.comment(); comment && shows_address(*comment, own))
            problem(diagnostic_code::display_name_address, comment->raw());
        if (!author.route().empty()) problem(diagnostic_code::address_route, author.route());
    }
    for (auto const element : list) {
        if (element && element->group())
            problem(diagnostic_code::from_group, element->group()->raw());
        if (element || element.error().code == diagnostic_code::address_encoded_word) continue;
        unread_address const unread{list.raw(), element.error()};
        auto const raw = unread.raw();
        if (scan::octet(raw, '@', 0) == raw.size() && shows_address(unread.text(), {}))
            problem(diagnostic_code::address_encoded_word, raw);
    }
}

/// Whether two host names are the same, or one is a parent domain of the other.
constexpr bool is_same_or_subdomain(std::string_view one, std::string_view other) noexcept {
    auto const longer = one.size() > other.size() ? one : other;
    auto const shorter = one.size() > other.size() ? other : one;
    if (shorter.empty() || !ascii_iequals(longer.substr(longer.size() - shorter.size()), shorter))
        return false;
    return longer.size() == shorter.size() || longer[longer.size() - shorter.size() - 1] == '.';
}

/// The name of the server that added a Received field; empty if it is folded or missing.
constexpr std::string_view server_of(field const& f) noexcept {
    auto const by = received{f}.by();
    auto const name = by ? by->name().contiguous() : optional<std::string_view>{};
    return name.value_or(std::string_view{});
}

/// Reports Authentication-Results fields that have the name of the receiving server but are below a
/// Received field of another server: they may have been in the message before. The receiving server
/// is the one that the topmost Received field names after "by"; a field that names none, or folds
/// the name, is passed over. Results below the fields of the receiving server, but above those of
/// other servers, are not reported: a milter of the receiving server adds them there. (A sender
/// could have written them, too, if that server does not remove such fields.) O(header).
template <class Report>
constexpr void diagnose_old_results(std::string_view whole, header_section const& header,
                                    Report& report) {
    std::string_view server;
    bool is_older = false; // whether a Received field of another server is above
    for (auto const f : header) {
        if (f.is("Received")) {
            auto const by = server_of(f);
            if (server.empty())
                server = by;
            else if (!is_same_or_subdomain(by, server))
                is_older = true;
        }
        if (!is_older || !f.is("Authentication-Results")) continue;
        auto const id = authentication_results{f}.authserv_id();
        if (auto const name = id ? id->contiguous() : optional<std::string_view>{};
            name && is_same_or_subdomain(server, *name))
            report(diagnostic{diagnostic_code::authres_of_receiver, offset_of(whole, f.raw()),
                              f.raw().size()});
    }
}

/// Reports the first encoded-word in a Received field. O(field).
template <class Report>
constexpr void diagnose_words_in(std::string_view whole, field const& f, Report& report) {
    auto const value = f.raw_value();
    for (auto at = scan::octet_pair<'=', '?'>(value, 0); at < value.size();
         at = scan::octet_pair<'=', '?'>(value, at + 2)) {
        auto const prefix = read_word_prefix(value.substr(at));
        if (!prefix.is_well_formed) continue;
        auto const end = scan::octet_pair<'?', '='>(value, at + prefix.size);
        if (end == value.size()) return; // no other word ends, either
        return report(diagnostic{diagnostic_code::encoded_word_misplaced,
                                 offset_of(whole, value) + at, end + 2 - at});
    }
}

/// Reports doubts about the sender of a message: first, in the order of the fields, those about the
/// authors in each From field, and the first encoded-word in each Received field; then the results
/// that may be older than the message's last hop. Offsets count from the start of `whole`.
template <class Report>
constexpr void diagnose_sender(std::string_view whole, header_section const& header,
                               Report& report) {
    for (auto const f : header)
        if (f.is("From"))
            diagnose_authors(whole, f, report);
        else if (f.is("Received"))
            diagnose_words_in(whole, f, report);
    diagnose_old_results(whole, header, report);
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
