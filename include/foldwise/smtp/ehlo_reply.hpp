#ifndef FOLDWISE_SMTP_EHLO_REPLY_HPP
#define FOLDWISE_SMTP_EHLO_REPLY_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/ehlo_line.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_reply.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Iterates over the extensions in the lines of a reply. Lines without a keyword are skipped.
class ehlo_walker {
  public:
    constexpr ehlo_walker() = default;
    explicit constexpr ehlo_walker(reply_line_walker const& second_line) noexcept
        : at_{second_line} {
        find();
    }

    constexpr bool at_end() const noexcept { return at_.at_end(); }
    constexpr ehlo_line current() const noexcept { return *ehlo_line::read(at_.current().text()); }
    constexpr void advance() noexcept {
        at_.advance();
        find();
    }
    constexpr std::size_t position() const noexcept { return at_.position(); }

  private:
    constexpr void find() noexcept {
        while (!at_.at_end() && !ehlo_line::read(at_.current().text())) at_.advance();
    }

    reply_line_walker at_;
};

} // namespace detail

/// The extensions of a server, as a forward, borrowed range of ehlo_line.
using ehlo_lines = walk_range<detail::ehlo_walker>;

/// A server's answer to EHLO or LHLO: its name, and the extensions that it supports (RFC 5321
/// section 4.1.1.1).
///
///     250-mx.example.org at your service\r\n250-SIZE 1000\r\n250 AUTH PLAIN LOGIN\r\n
///         |------------| domain()
///                        |-------------| greeting()
///                                               |-------|        |--------------|  extensions()
///
///     ehlo_reply const server{*smtp_reply::read(bytes)};
///     if (server.supports("8BITMIME")) ...
///     if (auto const limit = server.size(); limit && *limit != 0) use(*limit);
///     if (auto const auth = server.find("AUTH")) use(auth->parameters());
///
/// Total: a reply whose code is not positive, or whose lines have different codes, announces no
/// extension; a reply that is not complete announces those of its lines that were read. Borrows the
/// reply's bytes; trivially copyable. Each look-up reads the lines again: O(reply).
class ehlo_reply {
  public:
    /// Reads the reply to an EHLO command.
    explicit constexpr ehlo_reply(smtp_reply const& reply) noexcept : reply_{reply} {}

    /// The reply.
    constexpr smtp_reply reply() const noexcept { return reply_; }
    /// The octets of the reply, unchanged.
    constexpr std::string_view raw() const noexcept { return reply_.raw(); }

    /// The name that the server gives itself, the first word of the first line: a domain or an
    /// address literal. Empty if the answer is not positive.
    constexpr std::string_view domain() const noexcept {
        auto const text = first_text();
        return text.substr(0, scan::in(wsp, text, 0));
    }

    /// The text after the name in the first line; it may be empty.
    constexpr std::string_view greeting() const noexcept {
        auto const text = first_text();
        return text.substr(scan::not_in(wsp, text, domain().size()));
    }

    /// The extensions, one in each line after the first.
    constexpr ehlo_lines extensions() const noexcept {
        if (!is_positive()) return {};
        return ehlo_lines{detail::ehlo_walker{second_line()}};
    }

    /// The first line with this keyword; ASCII case does not count.
    ///     server.find("XCLIENT")->has("ADDR")
    constexpr optional<ehlo_line> find(std::string_view keyword) const noexcept {
        for (auto const line : extensions())
            if (line.is(keyword)) return line;
        return std::nullopt;
    }

    /// Whether the server announces this keyword; ASCII case does not count.
    constexpr bool supports(std::string_view keyword) const noexcept {
        return find(keyword).has_value();
    }
    constexpr bool supports(smtp_extension extension) const noexcept {
        for (auto const line : extensions())
            if (line.extension() == extension) return true;
        return false;
    }

    /// Whether the server announces this mechanism in a line AUTH, or in the historic "AUTH=";
    /// ASCII case does not count.
    constexpr bool supports_auth(std::string_view mechanism) const noexcept {
        for (auto const line : extensions())
            if (line.is("AUTH") && line.has(mechanism)) return true;
        return false;
    }

    /// The size of the largest message that the server accepts, in octets (RFC 1870 section 3). 0
    /// says that there is no fixed limit, or that the server does not name one ("SIZE"). The error
    /// is ehlo_keyword_missing if there is no SIZE, and ehlo_parameter_malformed if its parameter
    /// is not a number of at most 20 digits, or above 2^64 - 1.
    constexpr result<std::uint64_t> size() const noexcept {
        auto const line = find("SIZE");
        if (!line) return missing();
        auto const parameters = line->parameters();
        if (parameters.empty()) return std::uint64_t{0};
        return number(*parameters.begin(), 20, UINT64_MAX);
    }

    /// One of the server's limits for a session or transaction (RFC 9422):
    ///     LIMITS RCPTMAX=100 MAILMAX=10        limit("rcptmax")  ->  100
    /// ASCII case does not count. The error is ehlo_keyword_missing if the limit is not announced,
    /// and ehlo_parameter_malformed if it is not a number from 1 to 999999.
    constexpr result<std::uint64_t> limit(std::string_view name) const noexcept {
        auto const line = find("LIMITS");
        if (!line) return missing();
        for (auto const parameter : line->parameters()) {
            auto const equals = scan::octet(parameter, '=', 0);
            if (!ascii_iequals(parameter.substr(0, equals), name)) continue;
            auto const value = equals == parameter.size() ? equals : equals + 1;
            auto const found = number(parameter.substr(value), 6, 999999);
            if (!found || *found != 0) return found;
            return malformed(parameter.substr(value));
        }
        return missing();
    }

    /// Calls `report` with a diagnostic for each problem: those of the reply and of its
    /// extensions, ehlo_keyword_missing for a line without a keyword, ehlo_keyword_duplicate for a
    /// second line of a known extension (but not for "AUTH=" beside AUTH), and the error of size().
    /// Offsets count from the start of the reply.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        reply_.diagnose(report);
        if (!is_positive()) return;
        auto const all = raw();
        std::uint64_t seen = 0; // a bit for each smtp_extension
        for (auto at = second_line(); !at.at_end(); at.advance()) {
            auto const line = at.current();
            auto const start = offset_of(all, line.text());
            auto const found = ehlo_line::read(line.text());
            if (!found) {
                report(diagnostic{ehlo_keyword_missing, start, line.text().size()});
                continue;
            }
            bool is_historic = false;
            found->diagnose([&](diagnostic problem) {
                is_historic = is_historic || problem.code == ehlo_keyword_equals;
                problem.offset += start;
                report(problem);
            });
            auto const extension = found->extension();
            if (extension == smtp_extension::other) continue;
            if (extension == smtp_extension::auth && is_historic) continue;
            auto const bit = std::uint64_t{1} << static_cast<unsigned>(extension);
            if ((seen & bit) != 0)
                report(diagnostic{ehlo_keyword_duplicate, start, found->keyword().size()});
            seen |= bit;
        }
        if (auto const limit = size(); !limit && limit.error().code == ehlo_parameter_malformed)
            report(limit.error());
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr bool is_positive() const noexcept {
        return reply_.code_class() == reply_class::positive_completion;
    }
    constexpr std::string_view first_text() const noexcept {
        if (!is_positive()) return raw().substr(0, 0);
        return (*reply_.lines().begin()).text();
    }
    constexpr detail::reply_line_walker second_line() const noexcept {
        detail::reply_line_walker at{raw(), reply_.ending()};
        at.advance(); // a reply has at least one line
        return at;
    }
    constexpr diagnostic missing() const noexcept {
        return {diagnostic_code::ehlo_keyword_missing, raw().size(), 0};
    }
    constexpr diagnostic malformed(std::string_view value) const noexcept {
        return {diagnostic_code::ehlo_parameter_malformed, offset_of(raw(), value), value.size()};
    }
    constexpr result<std::uint64_t> number(std::string_view digits, std::size_t longest,
                                           std::uint64_t limit) const noexcept {
        auto const value = read_decimal(digits, limit);
        if (!value || digits.size() > longest) return malformed(digits);
        return *value;
    }

    smtp_reply reply_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
