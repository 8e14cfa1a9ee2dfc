#ifndef FOLDWISE_ADDRESS_ADDR_SPEC_HPP
#define FOLDWISE_ADDRESS_ADDR_SPEC_HPP

#include <foldwise/address/detail/addr_spec_reader.hpp>
#include <foldwise/address/detail/addr_spec_writer.hpp>
#include <foldwise/address/domain_text.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/equal_octets.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// An addr-spec: the address that mail is sent to (RFC 5322 section 3.4.1).
///
///     "A. Foe" . x @ (the) sample.net
///
///     |-----------------------------|   raw()
///     |----------|                      local_part().raw();  local_part()  ->  "A. Foe.x"
///                          |--------|   domain().raw();      domain()      ->  "sample.net"
///
///     addr-spec  = local-part "@" domain
///     local-part = dot-atom / quoted-string / obs-local-part
///     domain     = dot-atom / domain-literal / obs-domain
///
/// Borrows the value that it was read from. Trivially copyable.
class addr_spec {
  public:
    constexpr addr_spec() = default;

    /// Reads `text`, which must be one addr-spec. Comments and folding may be around it.
    ///     addr_spec::read("a.foe@sample.net")->domain()  ->  "sample.net"
    /// Misplaced dots in the local part are accepted, since some domains have such addresses:
    /// "a..b@sample.net". So is a dot at the end of the domain, which DNS allows (RFC 1034 section
    /// 3.1): it is left out. For any other text, the error covers all of `text`:
    ///     address_without_at    there is no "@"
    ///     address_not_closed    a quote, comment or bracket is not closed
    ///     address_encoded_word  an atom starts with "=?"
    ///     address_malformed     everything else, such as angle brackets, or text after the address
    /// This is for addresses in messages. To check whether a text is an address by the strict
    /// grammar of the RFC, see `check_addr_spec`. Borrows `text`. O(text), allocates nothing.
    static constexpr result<addr_spec> read(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept;
    static constexpr result<addr_spec> read(field const& f) noexcept;
    template <owning_temporary T>
    static result<addr_spec>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The address unchanged, from the first octet of the local part to the last one of the domain.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The name of a mailbox in the domain. Its case is significant: only the domain may ignore it.
    constexpr addr_spec_text local_part() const noexcept {
        std::string_view const part{raw_.data(), local_part_size_};
        return is_plain_ ? addr_spec_text{part, part} : addr_spec_text{part};
    }

    /// The domain. Its case is not significant: compare it with `domain().is("sample.net")`.
    constexpr domain_text domain() const noexcept {
        std::string_view const part{raw_.data() + domain_offset_, raw_.size() - domain_offset_};
        return is_plain_ ? domain_text{part, part} : domain_text{part};
    }

    /// Whether the domain is a domain-literal, such as "[192.0.2.1]".
    constexpr bool is_domain_literal() const noexcept { return raw_.ends_with(']'); }

    /// Appends the address in its shortest form: without comments and white space, and with quotes
    /// only if the local part needs them. addr_spec::read() reads it as the same address.
    /// Allocates.
    ///     "\"a\" . b @ (c) d"  ->  "a.b@d"
    constexpr void append_to(std::string& text) const {
        if (is_shortest_)
            text.append(raw_);
        else
            append_shortest_to(text);
    }

    /// Calls `use` with each piece of the address in its shortest form, see append_to. No piece is
    /// empty. For addresses of any length: allocates nothing. O(raw).
    template <class Use>
    constexpr void for_each_piece(Use&& use) const {
        if (is_shortest_) {
            use(raw_);
            return;
        }
        auto const use_all = [&use](auto const& text) {
            for (std::string_view const piece : text.pieces()) use(piece);
        };
        if (detail::is_bare_local_part(local_part())) {
            use_all(local_part());
        } else {
            use(std::string_view{"\""});
            detail::for_each_quoted_piece(local_part(), char_class{"\"\\"}, use);
            use(std::string_view{"\""});
        }
        use(std::string_view{"@"});
        if (is_domain_literal()) {
            use(std::string_view{"["});
            token const literal{token_kind::domain_literal, domain().raw(), 2};
            detail::for_each_quoted_piece(literal.text(), char_class{"[]\\"}, use);
            use(std::string_view{"]"});
        } else {
            use_all(domain());
        }
    }

    /// The address in its shortest form, see append_to. Allocates.
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

    /// Whether `address` is the same address, compared with ==; false if it is not an address.
    ///     addr_spec::read("a@Sample.NET")->is("\"a\"@sample.net")  ->  true
    constexpr bool is(std::string_view address) const noexcept {
        auto const other = read(address);
        return other && *other == *this;
    }

    /// Whether the local parts are equal octet by octet, and the domains without ASCII case
    /// (RFC 5321 section 2.4). Quotes, comments and white space are ignored. Addresses that are not
    /// equal may still have the same mailbox, but only the domain knows. O(n), allocates nothing.
    friend constexpr bool operator==(addr_spec const& left, addr_spec const& right) noexcept {
        return equal_octets(left.local_part(), right.local_part()) &&
               left.domain().is(right.domain());
    }

    /// Calls `report` with each problem: address_dots, address_octet, address_obsolete,
    /// address_domain_dot. Each covers raw(). O(raw).
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        auto const note = [&](bool is_found, diagnostic_code code) {
            if (is_found) report(diagnostic{code, 0, raw_.size()});
        };
        if (!is_shortest_) {
            auto const found = read_again();
            note(found.has_odd_dot(), diagnostic_code::address_dots);
            note(found.has_odd_octet(), diagnostic_code::address_octet);
            note(found.is_obsolete(), diagnostic_code::address_obsolete);
        }
        note(has_domain_dot_, diagnostic_code::address_domain_dot);
    }

    /// The gravest problem that `diagnose` reports, if any. O(raw).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

    /// Creates the address that `found` has read from `value`.
    constexpr addr_spec(std::string_view value FOLDWISE_LIFETIMEBOUND,
                        detail::addr_spec_reader const& found) noexcept
        : raw_{value.data() + found.first(), found.address_last() - found.first()},
          local_part_size_{found.local_part_last() - found.first()},
          domain_offset_{found.domain_first() - found.first()}, is_plain_{found.is_plain()},
          is_shortest_{is_plain_ && !found.has_odd_dot()}, has_domain_dot_{found.has_domain_dot()} {
    }

    /// Creates the address dot-atom-text "@" dot-atom-text, of which `local_part_size` octets are
    /// before the "@".
    constexpr addr_spec(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                        std::size_t local_part_size) noexcept
        : raw_{raw}, local_part_size_{local_part_size}, domain_offset_{local_part_size + 1},
          is_plain_{true}, is_shortest_{true} {}

  private:
    FOLDWISE_NOINLINE constexpr void append_shortest_to(std::string& text) const {
        for_each_piece([&text](std::string_view piece) { text.append(piece); });
    }

    constexpr detail::addr_spec_reader read_again() const noexcept {
        detail::addr_spec_reader reader;
        for (lexer in{raw_};;) {
            auto const at = in.position();
            auto const token = in.next();
            if (token.is(token_kind::end)) break;
            if (!token.is(token_kind::comment)) reader.take(token, at);
        }
        reader.finish(raw_);
        return reader;
    }

    std::string_view raw_;
    std::size_t local_part_size_ = 0;
    std::size_t domain_offset_ = 0;
    bool is_plain_ = false;       // both parts are their own text
    bool is_shortest_ = false;    // raw_ is dot-atom-text "@" dot-atom-text
    bool has_domain_dot_ = false; // directly after raw_, or after a gap
};

constexpr result<addr_spec> addr_spec::read(std::string_view text) noexcept {
    detail::addr_spec_reader reader;
    lexer in{text};
    for (;;) {
        auto const at = in.position();
        auto const token = in.next();
        if (!token.is_closed())
            return diagnostic{diagnostic_code::address_not_closed, 0, text.size()};
        if (token.is(token_kind::end)) break;
        if (!token.is(token_kind::comment)) reader.take(token, at);
    }
    reader.finish(text);
    if (auto const code = reader.error_code()) return diagnostic{*code, 0, text.size()};
    return addr_spec{text, reader};
}
constexpr result<addr_spec> addr_spec::read(field const& f) noexcept { return read(f.raw_value()); }

} // namespace foldwise::inline FOLDWISE_ABI

#endif
