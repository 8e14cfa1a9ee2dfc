#ifndef FOLDWISE_TRACE_PATH_HPP
#define FOLDWISE_TRACE_PATH_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/address_list.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/token.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The sender or the recipient of an SMTP envelope (RFC 5321 section 4.1.2): an address, or the
/// null path of bounces. A Return-Path field holds one (RFC 5321 section 4.4, RFC 5322 section
/// 3.6.7):
///     return = "Return-Path:" path CRLF
///     path   = angle-addr / ([CFWS] "<" [CFWS] ">" [CFWS])
///     path::read("<foe@sample.net>")->addr_spec()->domain()  ->  "sample.net"
///     path::read(" <>")->is_null()                           ->  true
/// `smtp_path` reads the path of a command, by the stricter rules of the wire. The server that
/// delivered a message writes its Return-Path, but senders can forge the field.
/// Only the topmost one can be trusted, and only if your own server writes it.
///
/// Borrows the value; trivially copyable; each member is O(1).
class path {
  public:
    /// The null path, "<>".
    constexpr path() = default;

    /// Reads a field's raw_value(). An address without angle brackets is read, with a deviation. An
    /// error: that of mailbox::read if the address cannot be read (address_without_at if there is
    /// none); address_malformed for several addresses, a display name, or brackets that are missing
    /// or repeated. O(value).
    static constexpr result<path> read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        if (is_null_path(value)) return path{value};
        auto const found = mailbox::read(value);
        if (!found) return found.error();
        if (found->display_name() || has_broken_form(*found))
            return whole_value(diagnostic_code::address_malformed, value);
        auto deviation = found->deviation();
        if (deviation) deviation->offset += offset_of(value, found->raw());
        bool const has_brackets = lexer{value}.next_outside_comments().is('<');
        if (deviation || has_brackets) return path{value, *found, deviation};
        auto const bare = found->addr_spec().raw();
        return path{value, *found,
                    diagnostic{diagnostic_code::path_without_brackets, offset_of(value, bare),
                               bare.size()}};
    }
    static constexpr result<path> read(field const& f) noexcept { return read(f.raw_value()); }
    template <owning_temporary T>
    static result<path> read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Whether the path is "<>", the sender of a message that must not be answered, such as a
    /// bounce.
    constexpr bool is_null() const noexcept { return is_null_; }

    /// The address. The null path has none.
    constexpr optional<foldwise::addr_spec> addr_spec() const noexcept {
        if (is_null_) return std::nullopt;
        return addr_spec_;
    }

    /// The obsolete source route (A-d-l), unchanged but without its colon; RFC 5321 says to ignore
    /// it.
    ///     "<@a.example,@b.example:foe@sample.net>"  ->  "@a.example,@b.example"
    constexpr std::string_view route() const noexcept { return route_; }

    /// How the value deviates from RFC 5322 section 3.6.7: path_without_brackets, or a deviation of
    /// the address (see `mailbox`). Offsets count from the start of raw().
    constexpr optional<diagnostic> deviation() const noexcept { return deviation_; }

    /// Calls `report` with deviation(), if there is one.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (deviation_) report(*deviation_);
    }

  private:
    explicit constexpr path(std::string_view raw) noexcept : raw_{raw} {}
    constexpr path(std::string_view raw, mailbox const& m,
                   optional<diagnostic> const& deviation) noexcept
        : raw_{raw}, addr_spec_{m.addr_spec()}, route_{m.route()}, is_null_{false},
          deviation_{deviation} {}

    /// Whether the mailbox has a form that only RFC 7103 section 7.1 reads. Programs write paths,
    /// not people, so they are not read.
    static constexpr bool has_broken_form(mailbox const& m) noexcept {
        bool is_broken = false;
        m.diagnose([&is_broken](diagnostic const& problem) noexcept {
            is_broken |= problem.code == diagnostic_code::address_bracket_missing ||
                         problem.code == diagnostic_code::address_bracket_repeated ||
                         problem.code == diagnostic_code::address_quote_not_closed ||
                         problem.code == diagnostic_code::address_domain_dot;
        });
        return is_broken;
    }

    /// Whether `value` is "<>", perhaps with comments around or between the brackets.
    static constexpr bool is_null_path(std::string_view value) noexcept {
        lexer in{value};
        return in.next_outside_comments().is('<') && in.next_outside_comments().is('>') &&
               in.skip_comments().is_closed() && in.next().is(token_kind::end);
    }

    std::string_view raw_;
    foldwise::addr_spec addr_spec_;
    std::string_view route_;
    bool is_null_ = true;
    optional<diagnostic> deviation_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
