#ifndef FOLDWISE_TRACE_PATH_HPP
#define FOLDWISE_TRACE_PATH_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/address_list.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/token.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// Where a message came from, or where it went (RFC 5321 section 4.1.2): an address, or the
/// null path of bounces. read_path gives it. Borrows the value; trivially copyable.
class path {
  public:
    /// The null path, "<>".
    constexpr path() = default;
    explicit constexpr path(mailbox const& m, std::optional<diagnostic> const& deviation) noexcept
        : addr_spec_{m.addr_spec()}, route_{m.route()}, is_null_{false}, deviation_{deviation} {}

    /// Whether it is "<>": a message that nobody wants to be answered, such as a bounce.
    constexpr bool is_null() const noexcept { return is_null_; }

    /// The address, but for the null path.
    constexpr std::optional<foldwise::addr_spec> addr_spec() const noexcept {
        if (is_null_) return std::nullopt;
        return addr_spec_;
    }

    /// The obsolete A-d-l, as it stands without its colon, which is to be ignored.
    constexpr std::string_view route() const noexcept { return route_; }

    /// In what it is not as RFC 5322 section 3.6.7 has it, yet has one meaning:
    /// path_without_brackets, or what the mailbox in it deviates in.
    constexpr std::optional<diagnostic> deviation() const noexcept { return deviation_; }

  private:
    foldwise::addr_spec addr_spec_;
    std::string_view route_;
    bool is_null_ = true;
    std::optional<diagnostic> deviation_;
};

namespace detail {

/// Whether it is "<>", comments around and between them.
constexpr bool is_null_path(std::string_view value) noexcept {
    lexer in{value};
    return in.next_outside_comments().is('<') && in.next_outside_comments().is('>') &&
           in.skip_comments().is_closed() && in.next().is(token_kind::end);
}

} // namespace detail

/// The path in a Return-Path field (RFC 5321 section 4.4, RFC 5322 section 3.6.7); `value` is
/// its raw_value().
///     return = "Return-Path:" path CRLF
///     path   = angle-addr / ([CFWS] "<" [CFWS] ">" [CFWS])
///     read_path("<foe@sample.net>")->addr_spec()->domain()  ->  "sample.net"
///     read_path(" <>")->is_null()                           ->  true
/// An address without brackets is read, and deviates. Without a value, as an element of an
/// address_list, where there is none, and address_malformed where there are several, or a
/// display name. Whoever delivered the message wrote it, if nobody forged it: only the
/// topmost one of a mailbox that writes it can be trusted. O(value), nothing is allocated.
constexpr result<path> read_path(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
    if (detail::is_null_path(value)) return path{};
    auto const found = read_mailbox(value);
    if (!found) return found.error();
    if (found->display_name())
        return diagnostic{diagnostic_code::address_malformed, 0, value.size()};
    auto const deviation = found->deviation();
    bool const has_brackets = lexer{value}.next_outside_comments().is('<');
    if (deviation || has_brackets) return path{*found, deviation};
    auto const bare = found->addr_spec().raw();
    return path{*found, diagnostic{diagnostic_code::path_without_brackets, offset_of(value, bare),
                                   bare.size()}};
}
template <owning_temporary T>
result<path> read_path(T&&) = delete;

/// The address in a field that says to whom a message was delivered or redirected: Delivered-To
/// (RFC 9228), X-Original-To, Envelope-To, X-Envelope-To; `value` is its raw_value().
///     Delivered-To: Mailbox
///     read_delivered_to("me@sample.net")->local_part()  ->  "me"
/// Brackets around it are taken. Without a value, as an element of an address_list, where there
/// is none (many systems write the name of a local user), and address_malformed where there are
/// several, or a display name. O(value), nothing is allocated.
constexpr result<addr_spec>
read_delivered_to(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
    return read_path(value).and_then([value](path const& p) -> result<addr_spec> {
        if (auto const address = p.addr_spec()) return *address;
        return diagnostic{diagnostic_code::address_without_at, 0, value.size()};
    });
}
template <owning_temporary T>
result<addr_spec> read_delivered_to(T&&) = delete;

} // namespace foldwise

#endif
