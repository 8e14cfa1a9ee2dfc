#ifndef FOLDWISE_SMTP_SMTP_PATH_HPP
#define FOLDWISE_SMTP_SMTP_PATH_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/smtp_mailbox_check.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A sender or a recipient as a client sends it in MAIL FROM or RCPT TO (RFC 5321 section 4.1.2).
///
///     <@a.example,@b.example:foe@[192.0.2.1]>
///
///      |-------------------|                      route()
///                            |-------------|      addr_spec()->raw()
///                                 |-------|       address_literal()->text
///     |-------------------------------------|     raw()
///
///     Path         = "<" [ A-d-l ":" ] Mailbox ">"
///     Reverse-path = Path / "<>"                   ; "<>" is the null path
///     A-d-l        = "@" Domain *( "," "@" Domain )
///     "<Postmaster>"                               ; for RCPT only
///
/// For the field into which a server writes such a path, use `path`: in a field, comments, folding
/// and white space may be anywhere in the address. In a command they may not. A path with a comment
/// in it is not read, since servers differ in what they take for the address.
/// Borrows the text; trivially copyable; each member is O(1), except diagnose() and deviation().
class smtp_path {
  public:
    /// The null path, "<>".
    constexpr smtp_path() = default;

    /// Reads `text`, which must be one path.
    ///     smtp_path::read("<foe@sample.net>")->addr_spec()->domain()  ->  "sample.net"
    ///     smtp_path::read("<>")->is_null()                            ->  true
    /// diagnose() says which malformed paths are read nevertheless. Otherwise, the error covers the
    /// address, or all of `text` if the brackets are at fault:
    ///     address_without_at  text without "@" that is not Postmaster, such as the name of a user
    ///     address_not_closed  the second bracket is missing, or a quote is not closed
    ///     address_malformed   everything else, such as a comment, a control character or white
    ///                         space in the address, a malformed source route, or octets that are
    ///                         not UTF-8
    ///     address_encoded_word  see addr_spec::read
    /// O(text).
    static constexpr result<smtp_path> read(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept {
        bool const has_bracket = text.starts_with('<');
        if (has_bracket && (text.size() == 1 || !text.ends_with('>')))
            return diagnostic{diagnostic_code::address_not_closed, 0, text.size()};
        smtp_path found;
        found.raw_ = text;
        auto address = found.inside();
        if (address.empty() && has_bracket) return found;
        if (ascii_iequals(address, "Postmaster")) {
            found.kind_ = kind::postmaster;
            return found;
        }
        found.kind_ = kind::address;
        if (address.starts_with('@')) {
            auto const colon = scan::octet(address, ':', 0);
            if (colon == address.size() || !is_route(address.substr(0, colon)))
                return found.problem(diagnostic_code::address_malformed, address);
            found.route_ = address.substr(0, colon);
            address.remove_prefix(colon + 1);
        }
        auto const read = foldwise::addr_spec::read(address);
        if (!read) return found.problem(read.error().code, address);
        if (is_malformed(address))
            return found.problem(diagnostic_code::address_malformed, address);
        found.addr_spec_ = *read;
        return found;
    }
    template <owning_temporary T>
    static result<smtp_path>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole path, unchanged, with its brackets.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Whether the path is "<>", the sender of a message that must not be answered.
    constexpr bool is_null() const noexcept { return kind_ == kind::null; }

    /// Whether the path is "<Postmaster>", a recipient whose domain is the server's (RFC 5321
    /// section 4.5.1); ASCII case does not count. "<Postmaster@sample.net>" is an address.
    constexpr bool is_postmaster() const noexcept { return kind_ == kind::postmaster; }

    /// The address. "<>" and "<Postmaster>" have none.
    constexpr optional<foldwise::addr_spec> addr_spec() const noexcept {
        if (kind_ != kind::address) return std::nullopt;
        return addr_spec_;
    }

    /// The IP address, if the domain is an address-literal that has one (RFC 5321 section 4.1.3).
    constexpr optional<ip_address> address_literal() const noexcept {
        if (kind_ != kind::address || !addr_spec_.is_domain_literal()) return std::nullopt;
        auto const domain = addr_spec_.domain().raw();
        return ip_address::read(domain.substr(1, domain.size() - 2));
    }

    /// The obsolete source route, without its colon. RFC 5321 appendix C says to ignore it.
    ///     "<@a.example,@b.example:foe@sample.net>"  ->  "@a.example,@b.example"
    constexpr std::string_view route() const noexcept { return route_; }

    /// Calls `report` with a diagnostic for each problem:
    ///
    ///     path_without_brackets  neither bracket is there
    ///     smtp_white_space       white space directly inside the brackets
    ///     smtp_source_route      a route()
    ///     address_dots, address_domain_dot, address_octet    see addr_spec
    ///     address_not_for_smtp, address_too_long             see check_smtp_mailbox; also for a
    ///                            path of more than 256 octets with its route (section 4.5.3.1.3)
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        if (raw_.empty()) return;
        bool const has_brackets = raw_.starts_with('<');
        if (!has_brackets) report(diagnostic{path_without_brackets, 0, raw_.size()});
        auto const text = inside();
        auto const note_space = [&](std::size_t first, std::size_t last) {
            if (first < last) report(diagnostic{smtp_white_space, first, last - first});
        };
        auto const first = offset_of(raw_, text);
        auto const last = first + text.size();
        auto const bracket = has_brackets ? std::size_t{1} : std::size_t{0};
        note_space(bracket, first);
        note_space(last, raw_.size() - bracket);
        if (!route_.empty()) report(diagnostic{smtp_source_route, first, route_.size() + 1});
        if (kind_ == kind::address) diagnose_address(text, report);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    enum class kind : unsigned char { null, postmaster, address };

    /// The text between the brackets, without white space at both ends.
    constexpr std::string_view inside() const noexcept {
        bool const has_brackets = raw_.starts_with('<');
        return trim(has_brackets ? raw_.substr(1, raw_.size() - 2) : raw_, wsp);
    }
    constexpr diagnostic problem(diagnostic_code code, std::string_view part) const noexcept {
        return {code, offset_of(raw_, part), part.size()};
    }

    /// A-d-l = At-domain *( "," At-domain )
    static constexpr bool is_route(std::string_view text) noexcept {
        for (;;) {
            auto const end = scan::octet(text, ',', 0);
            if (!text.starts_with('@') || check_smtp_domain(text.substr(1, end - 1))) return false;
            if (end == text.size()) return true;
            text.remove_prefix(end + 1);
        }
    }

    /// Whether the text of an addr-spec has a control character other than HTAB, or white space or
    /// a comment outside of quotes: all of them are errors in a command.
    static constexpr bool is_malformed(std::string_view text) noexcept {
        if (scan::in(ctl - char_class{"\t"}, text, 0) != text.size()) return true;
        std::size_t end = 0;
        for (lexer in{text};;) {
            auto const at = in.position();
            if (at != end) return true;
            auto const token = in.next();
            auto const raw = token.raw();
            bool const is_literal = token.is(token_kind::domain_literal);
            if (is_literal && scan::in(wsp, raw, 0) != raw.size()) return true;
            if (token.is(token_kind::comment)) return true;
            if (token.is(token_kind::end)) return false;
            end = at + raw.size();
        }
    }

    template <class Report>
    constexpr void diagnose_address(std::string_view text, Report& report) const {
        using enum diagnostic_code;
        if (!route_.empty()) text.remove_prefix(route_.size() + 1);
        auto problem = check_smtp_mailbox(text);
        auto const at = offset_of(raw_, text);
        bool const is_too_long = problem && problem->code == address_too_long;
        if (problem && problem->code != address_not_for_smtp && !is_too_long) {
            addr_spec_.diagnose([&](diagnostic found) {
                found.offset += at;
                report(found);
            });
        } else if (problem) {
            problem->offset += at;
            report(*problem);
        }
        if (raw_.size() > 256 && !is_too_long) report(diagnostic{address_too_long, 0, raw_.size()});
    }

    std::string_view raw_;
    std::string_view route_;
    foldwise::addr_spec addr_spec_;
    kind kind_ = kind::null;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
