#ifndef FOLDWISE_ADDRESS_MAILBOX_HPP
#define FOLDWISE_ADDRESS_MAILBOX_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/detail/address_reader.hpp>
#include <foldwise/address/domain_text.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A mailbox: the address of a person or thing, and text about it (RFC 5322 section 3.4).
///
///     "Foe, A." <a.foe@sample.net> (at home)
///
///     |------------------------------------|   raw()
///     |-------|                                display_name()  ->  "Foe, A."
///                |--------------|              addr_spec()
///                                   |-----|    comment()       ->  "at home"
///
///     mailbox    = name-addr / addr-spec
///     name-addr  = [display-name] angle-addr
///     angle-addr = [CFWS] "<" addr-spec ">" [CFWS] / obs-angle-addr
///
/// Only the addr-spec is an address. Everything else is text that the writer chose, which may look
/// like another address. Borrows the value of the field. Trivially copyable. Each accessor is O(1):
/// texts are decoded while they are read.
class mailbox {
  public:
    constexpr mailbox() = default;

    /// Reads the mailbox of a field such as Sender, which has only one (RFC 5322 section 3.6.2).
    ///     sender = "Sender:" mailbox CRLF
    ///     mailbox::read("Foe <a@sample.net>")->domain()  ->  "sample.net"
    /// The errors are those of an element of an `address_list`. If there are several addresses or a
    /// group, the error is address_malformed; if there is nothing to read, address_without_at. Both
    /// cover `value`. Borrows `value`. O(value), allocates nothing.
    static constexpr result<mailbox> read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept;
    static constexpr result<mailbox> read(field const& f) noexcept;
    template <owning_temporary T>
    static result<mailbox>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The mailbox unchanged, with its comments, without white space at both ends.
    constexpr std::string_view raw() const noexcept { return parts_.raw; }

    /// The address without the display name, and its two parts.
    constexpr foldwise::addr_spec addr_spec() const noexcept { return parts_.address; }
    constexpr addr_spec_text local_part() const noexcept { return parts_.address.local_part(); }
    constexpr domain_text domain() const noexcept { return parts_.address.domain(); }

    /// The name before the angle brackets, decoded: text for people.
    ///     auto const m = mailbox::read("=?utf-8?Q?Andr=C3=A9?= <a@sample.net>");
    ///     m->display_name()->to_string()  ->  "André"
    ///     m->display_name()->undecoded()  ->  "=?utf-8?Q?Andr=C3=A9?="
    ///     m->display_name()->raw()            the name unchanged, with quotes and folding
    constexpr optional<decoded_phrase> display_name() const noexcept {
        auto const raw = parts_.display_name;
        if (!parts_.is_plain_name || raw.empty()) return phrase_of(raw);
        return decoded_phrase{
            phrase{raw, raw.front() == '"' ? raw.substr(1, raw.size() - 2) : raw}};
    }

    /// The last comment outside of the angle brackets, decoded. Old programs put the name there:
    /// `a@sample.net (A. Foe)`.
    constexpr optional<decoded_comment> comment() const noexcept {
        if (parts_.comment.empty()) return std::nullopt;
        return decoded_comment{token{token_kind::comment, parts_.comment, 2}.text()};
    }

    /// The obsolete route before the addr-spec, unchanged, without its colon:
    /// "@a.example,@b.example". Ignore it (RFC 5322 section 4.4).
    constexpr std::string_view route() const noexcept { return parts_.route; }

    /// The name of the group that the mailbox is listed in, decoded.
    constexpr optional<decoded_phrase> group_name() const noexcept {
        return phrase_of(parts_.group);
    }

    /// Appends the address in its shortest form, "a.foe@sample.net", without the display name.
    /// Allocates.
    constexpr void append_to(std::string& text) const { parts_.address.append_to(text); }

    /// The address in its shortest form, see append_to. Allocates.
    constexpr std::string to_string() const { return parts_.address.to_string(); }

    /// The gravest problem that `diagnose` reports, if any; the first of equally grave ones. O(1).
    constexpr optional<diagnostic> deviation() const noexcept {
        if (!parts_.has_deviation) return std::nullopt;
        return parts_.deviation;
    }

    /// Calls `report` with each problem, with offsets from the start of raw(). These are deviations
    /// that leave only one possible address:
    ///     display_name_malformed    the display name has characters that need quotes
    ///     address_quote_not_closed  a quote before the display name that is never closed
    ///     address_bracket_missing   one of the two angle brackets is missing
    ///     address_bracket_repeated  there are several angle brackets on one side, or on both
    ///     address_dots              misplaced dots, see `addr_spec::read`
    ///     address_octet             a quoted-string, comment or domain-literal in the address has
    ///                               an octet that must not be there
    ///     address_obsolete          a form that only RFC 5322 section 4 allows
    ///     address_domain_dot        a dot after the domain
    ///     address_semicolon         a semicolon in place of a comma after the mailbox; the offset
    ///                               is beyond raw()
    /// O(raw).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (!parts_.has_deviation) return;
        detail::address_reader in{raw()};
        in.next();
        in.diagnose_mailbox(report);
        if (parts_.semicolon != 0)
            report(diagnostic{diagnostic_code::address_semicolon, parts_.semicolon, 1});
    }

    /// Creates the mailbox that `in` is at. It must have a mailbox.
    explicit constexpr mailbox(detail::address_reader const& in) noexcept
        : parts_{in.mailbox()} {} // without a copy

  private:
    static constexpr optional<decoded_phrase> phrase_of(std::string_view raw) noexcept {
        if (raw.empty()) return std::nullopt;
        return decoded_phrase{raw};
    }
    detail::mailbox_parts parts_;
};

namespace detail {

/// The mailbox that `in` is at, or why it cannot be read.
constexpr result<mailbox> mailbox_at(address_reader const& in) noexcept {
    if (!in.has_mailbox()) return in.error();
    return mailbox{in};
}

} // namespace detail

constexpr result<mailbox> mailbox::read(std::string_view value) noexcept {
    detail::address_reader in{value};
    auto const malformed = whole_value(diagnostic_code::address_malformed, value);
    auto const first = in.next();
    if (first == detail::address_part::end)
        return whole_value(diagnostic_code::address_without_at, value);
    if (first != detail::address_part::mailbox) return malformed;
    auto const found = detail::mailbox_at(in);
    if (in.next() != detail::address_part::end) return malformed;
    return found;
}
constexpr result<mailbox> mailbox::read(field const& f) noexcept { return read(f.raw_value()); }

} // namespace foldwise::inline FOLDWISE_ABI

#endif
