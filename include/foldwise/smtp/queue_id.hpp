#ifndef FOLDWISE_SMTP_QUEUE_ID_HPP
#define FOLDWISE_SMTP_QUEUE_ID_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/report/status_code.hpp>
#include <foldwise/smtp/detail/word_walker.hpp>
#include <foldwise/smtp/reply_line.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

namespace detail {

/// Searches the words of a server's answer for a queue identifier, in the forms that queue_id_of()
/// lists.
class queue_id_finder {
  public:
    explicit constexpr queue_id_finder(std::string_view text) noexcept {
        for (word_walker at{text}; !at.at_end() && count_ < most; at.advance())
            words_[count_++] = at.current();
    }

    /// The identifier; empty if there is none, or if several forms fit that do not agree.
    constexpr std::string_view find() noexcept {
        for (std::size_t at = 0; at < count_; ++at) {
            after_queued(at);
            after_id(at);
            in_parentheses(at);
            in_exchange(at);
        }
        before_accepted();
        if (is(0, "ok")) after_ok();
        if (is(0, "ok:") && is(1, "Message") && is(3, "accepted") && is_number(word(2), 5))
            take(word(2)); // IronPort
        return is_unsure_ ? std::string_view{} : found_;
    }

  private:
    static constexpr std::size_t most = 32; // words that are searched

    constexpr std::string_view word(std::size_t at) const noexcept {
        return at < count_ ? words_[at] : std::string_view{};
    }
    constexpr bool is(std::size_t at, std::string_view text) const noexcept {
        return ascii_iequals(word(at), text);
    }

    constexpr void take(std::string_view id) noexcept {
        is_unsure_ = is_unsure_ || (!found_.empty() && found_ != id);
        found_ = id;
    }

    static constexpr bool is_number(std::string_view word, std::size_t least) noexcept {
        return word.size() >= least && scan::not_in(digit, word, 0) == word.size();
    }

    /// Whether a word can be an identifier: at least 5 octets, a digit among them, no octet that
    /// occurs in no identifier, and not a status code or an address.
    static constexpr bool is_id(std::string_view word) noexcept {
        constexpr auto in_id = alpha + digit + char_class{"-_.,/+=!"};
        return word.size() >= 5 && scan::not_in(in_id, word, 0) == word.size() &&
               scan::in(digit, word, 0) < word.size() && is_no_version_or_address(word);
    }
    /// Whether a word has a letter, or no octets but digits and hyphens: no "2.0.0", "192.0.2.1"
    /// and "10,000".
    static constexpr bool is_no_version_or_address(std::string_view word) noexcept {
        return scan::in(alpha, word, 0) < word.size() ||
               scan::not_in(digit + char_class{"-"}, word, 0) == word.size();
    }

    /// Whether `word` has the form `form`, in which "x" stands for a hexadecimal digit, "d" for a
    /// digit, "a" for a letter or digit, and any other octet for itself.
    static constexpr bool has_form(std::string_view word, std::string_view form) noexcept {
        if (word.size() != form.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i) {
            bool const fits = form[i] == 'x'   ? hexdig.contains(word[i])
                              : form[i] == 'd' ? digit.contains(word[i])
                              : form[i] == 'a' ? (alpha + digit).contains(word[i])
                                               : word[i] == form[i];
            if (!fits) return false;
        }
        return true;
    }
    static constexpr bool is_uuid(std::string_view word) noexcept {
        return has_form(word, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
    }

    /// "queued as ID" of Postfix and many others, "queued on HOST as ID" and "queued on HOST ID" of
    /// Yandex. A dot at the end belongs to the sentence.
    constexpr void after_queued(std::size_t at) noexcept {
        if (!is(at, "queued")) return;
        auto const last = is(at + 3, "as") ? at + 4 : at + 3;
        auto id = is(at + 1, "as") ? word(at + 2) : word(last);
        if (!is(at + 1, "as") && (!is(at + 1, "on") || last + 1 != count_)) return;
        if (id.ends_with('.')) id.remove_suffix(1);
        if (is_id(id)) take(id);
    }

    /// "OK id=ID" of Exim, "completed: id=ID" of GMX and IONOS; "with id ID" of Stalwart, "envelope
    /// id ID@HOST" of Oracle. Not "Ok, id=..." of amavis, which is not the name of a queued
    /// message.
    constexpr void after_id(std::size_t at) noexcept {
        constexpr std::string_view mark = "id=";
        bool const is_marked = (at == 1 && is(0, "ok")) || (at != 0 && is(at - 1, "completed:"));
        if (is_marked && word(at).starts_with(mark) && is_id(word(at).substr(mark.size())))
            take(word(at).substr(mark.size()));
        if (at == 0 || !is(at, "id")) return;
        constexpr auto in_host = alpha + digit + char_class{"@.-"};
        auto const id = word(at + 1);
        auto const host = is(at - 1, "envelope") ? scan::octet(id, '@', 0) : id.size();
        bool const is_named = is(at - 1, "with") || is(at - 1, "envelope");
        bool const ends = scan::not_in(in_host, id, host) == id.size();
        if (is_named && ends && is_id(id.substr(0, host))) take(id);
    }

    /// "Message Queued (UUID)" of Haraka, with the number of the message in the connection after
    /// the UUID.
    constexpr void in_parentheses(std::size_t at) noexcept {
        auto const in = word(at + 1);
        if (!is(at, "queued") || !in.starts_with('(') || !in.ends_with(')')) return;
        auto const id = in.substr(1, in.size() - 2);
        auto const dot = scan::octet(id, '.', 0);
        bool const ends = dot == id.size() || is_number(id.substr(dot + 1), 1);
        if (is_uuid(id.substr(0, dot)) && ends) take(id);
    }

    /// "<MESSAGE-ID> [InternalId=ID, Hostname=HOST] ... Queued mail for delivery" of Exchange.
    constexpr void in_exchange(std::size_t at) noexcept {
        constexpr std::string_view mark = "[InternalId=";
        if (at != 1 || !word(at).starts_with(mark)) return;
        auto const value = word(at).substr(mark.size());
        auto const size = scan::not_in(digit, value, 0);
        bool const ends = size != 0 && size + 1 == value.size();
        if (!ends || (value[size] != ',' && value[size] != ']')) return;
        for (auto next = at + 1; next < count_; ++next)
            if (is(next, "Queued") && is(next + 1, "mail") && is(next + 2, "for"))
                take(value.substr(0, size));
    }

    /// "ID Message accepted for delivery" of Sendmail and OpenSMTPD.
    constexpr void before_accepted() noexcept {
        constexpr auto in_id = alpha + digit + char_class{"-_"};
        bool const is_accepted =
            is(1, "Message") && is(2, "accepted") && is(3, "for") && is(4, "delivery");
        if (is_accepted && scan::not_in(in_id, word(0), 0) == word(0).size() && is_id(word(0)))
            take(word(0));
    }

    /// The forms that start with "ok".
    constexpr void after_ok() noexcept {
        auto const id = word(1);
        if (is(2, "qp") && is_number(id, 9) && is_number(word(3), 1)) { // qmail
            auto const span = octets_between(id.data(), word(3).data() + word(3).size());
            if (span.substr(id.size(), 4) == " qp ") take(span);
        }
        if (count_ == 2) {
            bool const has_known_form = is_number(id, 6) || is_uuid(id) || // Postmark has a UUID
                                        has_form(id, "xx/xx-ddddd-xxxxxxxx") || // Momentum
                                        has_form(id, amazon);
            if (has_known_form) take(id);
        }
        // Gmail: the time, and the identifier that its Received field has.
        auto const received_id = word(2);
        auto const dot = received_id.rfind('.');
        bool const has_number =
            dot != received_id.npos && is_number(received_id.substr(dot + 1), 1);
        bool const is_google = (count_ == 5 && is(3, "-") && is(4, "gsmtp")) || count_ == 3;
        if (is_google && has_number && is_number(id, 9) && is_id(received_id)) take(received_id);
    }

    static constexpr std::string_view amazon =
        "xxxxxxxxxxxxxxxx-aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa-dddddd";

    std::string_view words_[most];
    std::size_t count_ = 0;
    std::string_view found_;
    bool is_unsure_ = false;
};

} // namespace detail

/// The identifier of a message in the queue of the server that accepted it, from the text() of its
/// reply to the end of the data. An operator finds the message in the server's log by it. No RFC
/// says where it is, so only the forms of widely used servers are read:
///
///     Ok: queued as 4F1C2D3E45                                      Postfix
///                   |--------|
///     OK id=1abcDE-000123-4F                                        Exim
///           |--------------|
///     2.0.0 x1ABcdEf012345 Message accepted for delivery            Sendmail, OpenSMTPD
///           |------------|
///     ok 1418637600 qp 1234                                         qmail: the time, and the
///        |----------------|                                         process
///     ok 17763873                                                   a number, and no other text
///        |------|
///     2.6.0 <a@b.example> [InternalId=4711, Hostname=c.example]     Exchange: not the Message-ID,
///                                     |--|                          which the sender may choose
///     2.0.0 OK  1418637600 a1si123.45 - gsmtp                       Gmail
///                          |--------|
///     Ok 0102015e18822d41-65bd490a-d481-4dc4-a12b-45a78f954f39-000000
///        |----------------------------------------------------------|    Amazon SES
///
/// and those of Coremail, GMX, Haraka, IronPort, Momentum, Oracle, Postmark, Stalwart and Yandex.
/// An enhanced status code may precede them. Empty for any other text, if a word does not look like
/// an identifier ("queued as requested"), and if several forms fit and do not agree: an identifier
/// that is wrong costs more than one that is missing. Nothing after the first 32 words is searched.
///
/// The result points into `text`. O(text), nothing is allocated.
constexpr optional<std::string_view>
queue_id_of(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept {
    constexpr auto in_status = digit + char_class{"."};
    detail::word_walker first{text};
    auto word = first.current();
    if (word.ends_with(':')) word.remove_suffix(1); // as OpenSMTPD writes it
    if (scan::not_in(in_status, word, 0) == word.size()) {
        auto const status = status_code::read(word);
        if (status && status->code_class() != status_class::success) return std::nullopt;
        if (status) text.remove_prefix(text.size() - first.position() + first.current().size());
    }
    auto const id = detail::queue_id_finder{text}.find();
    if (id.empty()) return std::nullopt;
    return id;
}
template <owning_temporary T>
optional<std::string_view>
queue_id_of(T&&) = delete; // it would dangle: keep the string in a variable first

/// The identifier in the text of a reply line; empty if its code is not 250.
constexpr optional<std::string_view> queue_id_of(reply_line const& line) noexcept {
    if (line.code() != 250) return std::nullopt;
    return queue_id_of(line.text());
}

} // namespace foldwise

#endif
