#ifndef FOLDWISE_ADDRESS_MAILBOX_HPP
#define FOLDWISE_ADDRESS_MAILBOX_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// What an address says beside its addr-spec, as it stands; what is not there is empty.
struct mailbox_parts {
    std::string_view raw;
    std::string_view display_name;
    std::string_view route;
    std::string_view comment;
    std::string_view group;     // the name of it
    bool is_plain_name = false; // of display_name: quotes at both ends, or nowhere, are all that is
                                // not text
};

/// One address of a list, which is one person or thing (RFC 5322 section 3.4):
///
///     "Foe, A." <a.foe@sample.net> (at home)
///
///     |------------------------------------|   raw()
///     |-------|                                display_name()  ->  "Foe, A."
///                |--------------|              addr_spec()
///                                 |-------|    comment()
///
///     mailbox    = name-addr / addr-spec
///     name-addr  = [display-name] angle-addr
///     angle-addr = [CFWS] "<" addr-spec ">" [CFWS] / obs-angle-addr
///
/// Everything but the addr-spec is what the writer chose to say, which may look like
/// another address. Borrows the value of the field; trivially copyable; each member is
/// O(1), but for the texts, which are lazy.
class mailbox {
  public:
    constexpr mailbox() = default;
    constexpr mailbox(mailbox_parts const& parts, foldwise::addr_spec const& address,
                      std::optional<diagnostic> const& deviation) noexcept
        : parts_{parts}, addr_spec_{address}, deviation_{deviation} {}

    /// As it stands, with its comments, without white space at both ends.
    constexpr std::string_view raw() const noexcept { return parts_.raw; }

    constexpr foldwise::addr_spec const& addr_spec() const noexcept { return addr_spec_; }
    constexpr addr_spec_text local_part() const noexcept { return addr_spec_.local_part(); }
    constexpr addr_spec_text domain() const noexcept { return addr_spec_.domain(); }

    /// What stands before the angle brackets; encoded-words are not decoded.
    constexpr std::optional<phrase> display_name() const noexcept {
        auto const raw = parts_.display_name;
        if (!parts_.is_plain_name || raw.empty()) return phrase_of(raw);
        return phrase{raw, raw.front() == '"' ? raw.substr(1, raw.size() - 2) : raw};
    }

    /// The last comment of the mailbox outside of the angle brackets. Before there were display
    /// names, writers put the name there: `a@sample.net (A. Foe)`.
    constexpr std::optional<token_text> comment() const noexcept {
        if (parts_.comment.empty()) return std::nullopt;
        return token{token_kind::comment, parts_.comment, 2}.text();
    }

    /// The obsolete route before the addr-spec, which says nothing today (RFC 5322 section
    /// 4.4), as it stands without its colon: "@a.example,@b.example".
    constexpr std::string_view route() const noexcept { return parts_.route; }

    /// The name of the group that it was listed in.
    constexpr std::optional<phrase> group_name() const noexcept { return phrase_of(parts_.group); }

    /// In what it is not as RFC 5322 section 3.4 has it, yet can only mean one address, the
    /// gravest if there are several: address_dots, address_semicolon, address_obsolete,
    /// display_name_malformed. Its offset counts from the start of the value.
    constexpr std::optional<diagnostic> deviation() const noexcept { return deviation_; }

  private:
    static constexpr std::optional<phrase> phrase_of(std::string_view raw) noexcept {
        if (raw.empty()) return std::nullopt;
        return phrase{raw};
    }
    mailbox_parts parts_;
    foldwise::addr_spec addr_spec_;
    std::optional<diagnostic> deviation_;
};

} // namespace foldwise

#endif
