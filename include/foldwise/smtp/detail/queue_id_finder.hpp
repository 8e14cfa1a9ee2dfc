#ifndef FOLDWISE_SMTP_DETAIL_QUEUE_ID_FINDER_HPP
#define FOLDWISE_SMTP_DETAIL_QUEUE_ID_FINDER_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/report/status_code.hpp>
#include <foldwise/smtp/detail/word_walker.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Searches the lines of a server's answer for a queue identifier, in the forms that queue_id_of()
/// lists. The answer has none if two of them do not agree.
class queue_id_finder {
  public:
    /// Searches one line. Nothing after its first 32 words is searched; nor after a bracket or a
    /// quote, since the text there may be the sender's, unless the form is that of Exchange.
    constexpr void add(std::string_view text) noexcept {
        text = without_status(text);
        bool const is_exchange = text.starts_with('<');
        count_ = 0;
        word_walker at{text};
        for (bool ends = false; !ends && !at.at_end() && count_ < most; at.advance()) {
            words_[count_++] = at.current();
            ends =
                !is_exchange && scan::in(char_class{"<\""}, at.current(), 0) != at.current().size();
        }
        if (is_exchange) {
            if (at.at_end()) in_exchange();
            return;
        }
        for (std::size_t i = 0; i < count_; ++i) {
            after_queued(i);
            after_id(i);
            in_parentheses(i);
        }
        before_accepted();
        if (is(0, "ok")) after_ok();
        if (count_ == 4 && is(0, "ok:") && is(1, "Message") && is(3, "accepted") &&
            is_number(word(2), 5))
            take(word(2)); // IronPort
    }

    /// The identifier of the lines so far.
    constexpr optional<std::string_view> found() const noexcept {
        if (is_unsure_ || found_.empty()) return std::nullopt;
        return found_;
    }

  private:
    static constexpr std::size_t most = 32; // words that are searched

    /// `text` without a status code at its start. One that says that the message is not accepted
    /// makes the answer unsure.
    constexpr std::string_view without_status(std::string_view text) noexcept {
        word_walker const first{text};
        auto word = first.current();
        if (word.ends_with(':')) word.remove_suffix(1); // as OpenSMTPD writes it
        if (scan::not_in(digit + char_class{"."}, word, 0) == word.size()) {
            auto const status = status_code::read(word);
            if (status && status->code_class() != status_class::success) is_unsure_ = true;
            if (status) text.remove_prefix(text.size() - first.position() + first.current().size());
        }
        return text.substr(scan::not_in(wsp, text, 0));
    }

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

    /// Takes `id`, a word at `at` or the end of one, if it looks like an identifier. A dot or comma
    /// at its end belongs to the sentence. A number before other words may be a count, so it is not
    /// taken. The answer is unsure if a later word is one such as "rejected", or looks like a
    /// different identifier. (A later number is a time if `id` has letters.)
    constexpr void take_word(std::size_t at, std::string_view id) noexcept {
        constexpr std::string_view denying[] = {"not", "rejected", "refused", "discarded"};
        bool const may_count = is_number(id, 1) && at + 1 < count_; // "10000 more messages"
        id = without_mark(id);
        if (!is_id(id) || id.ends_with('!') || may_count) return;
        for (auto next = at + 1; next < count_; ++next) {
            auto const other = without_mark(word(next));
            for (auto const each : denying)
                if (ascii_iequals(other, each)) is_unsure_ = true;
            bool const is_time = is_number(other, 1) && !is_number(id, 1);
            if (is_id(other) && !is_time && other != id) is_unsure_ = true;
        }
        take(id);
    }
    static constexpr std::string_view without_mark(std::string_view word) noexcept {
        bool const has_mark = word.ends_with('.') || word.ends_with(',');
        return word.substr(0, word.size() - (has_mark ? 1 : 0));
    }

    static constexpr bool is_number(std::string_view word, std::size_t least) noexcept {
        return word.size() >= least && scan::not_in(digit, word, 0) == word.size();
    }

    /// Whether a word can be an identifier: at least 5 octets, a digit among them, no octet that
    /// occurs in no identifier, and not a status code, an address or the name of a host.
    static constexpr bool is_id(std::string_view word) noexcept {
        constexpr auto in_id = alpha + digit + char_class{"-_.,/+=!"};
        return word.size() >= 5 && scan::not_in(in_id, word, 0) == word.size() &&
               scan::in(digit, word, 0) < word.size() && !is_version_or_address(word) &&
               !is_host(word);
    }
    /// Whether a word has no letter, and other octets than digits and hyphens: "2.0.0",
    /// "192.0.2.1", "10,000".
    static constexpr bool is_version_or_address(std::string_view word) noexcept {
        return scan::in(alpha, word, 0) == word.size() &&
               scan::not_in(digit + char_class{"-"}, word, 0) < word.size();
    }

    /// Whether a word ends with a dot and a top-level domain: only letters, or "xn--...".
    static constexpr bool is_host(std::string_view word) noexcept {
        auto const dot = word.rfind('.');
        if (dot == word.npos) return false;
        auto const last = word.substr(dot + 1);
        return scan::not_in(alpha, last, 0) == last.size() || ascii_istarts_with(last, "xn--");
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

    /// Whether a word may be the code of a reply, or an enhanced status code.
    static constexpr bool is_code(std::string_view word) noexcept {
        return !word.empty() && scan::not_in(digit + char_class{"."}, word, 0) == word.size();
    }

    /// Whether the word `at` is "queued", and the words before it affirm it, up to the start or to
    /// the code of another server's reply: "Ok: queued", "from MTA(...): 250 2.0.0 Ok: queued", not
    /// "not queued".
    constexpr bool is_queued(std::size_t at) const noexcept {
        constexpr std::string_view affirming[] = {"ok",        "ok:",      "ok,",       "message",
                                                  "mail",      "accepted", "accepted,", "received",
                                                  "received,", "and"};
        if (!is(at, "queued")) return false;
        while (at-- != 0) {
            auto const before = word(at);
            if (is_code(before))
                return before[0] == '2' && (!is_code(word(at - 1)) || word(at - 1)[0] == '2');
            bool affirms = false;
            for (auto const each : affirming) affirms = affirms || ascii_iequals(before, each);
            if (!affirms) return false;
        }
        return true;
    }

    /// "queued as ID" of Postfix and many others, "queued on HOST as ID" and "queued on HOST ID" of
    /// Yandex, "queued with id ID" of Stalwart.
    constexpr void after_queued(std::size_t at) noexcept {
        if (!is_queued(at)) return;
        if (is(at + 1, "as")) return take_word(at + 2, word(at + 2));
        if (is(at + 1, "with") && is(at + 2, "id")) return take_word(at + 3, word(at + 3));
        auto const last = is(at + 3, "as") ? at + 4 : at + 3;
        if (is(at + 1, "on") && last + 1 == count_) take_word(last, word(last));
    }

    /// "OK id=ID" of Exim, "Requested mail action okay, completed: id=ID" of GMX and IONOS;
    /// "Ok, envelope id ID@HOST" of Oracle. Not "Ok, id=..." of amavis, which is not the name of a
    /// queued message.
    constexpr void after_id(std::size_t at) noexcept {
        constexpr std::string_view mark = "id=";
        bool const is_marked =
            (at == 1 && is(0, "ok")) || (at == 5 && is(0, "requested") && is(1, "mail") &&
                                         is(2, "action") && is(3, "okay,") && is(4, "completed:"));
        if (is_marked && word(at).starts_with(mark)) take_word(at, word(at).substr(mark.size()));
        if (at != 2 || !is(0, "ok,") || !is(1, "envelope") || !is(2, "id")) return;
        constexpr auto in_host = alpha + digit + char_class{"@.-"};
        auto const id = word(3);
        auto const host = scan::octet(id, '@', 0);
        bool const ends = scan::not_in(in_host, id, host) == id.size();
        if (ends && is_id(id.substr(0, host))) take(id);
    }

    /// "Message Queued (UUID)" of Haraka, with the number of the message in the connection after
    /// the UUID.
    constexpr void in_parentheses(std::size_t at) noexcept {
        auto const in = word(at + 1);
        if (!is_queued(at) || !in.starts_with('(') || !in.ends_with(')')) return;
        auto const id = in.substr(1, in.size() - 2);
        auto const dot = scan::octet(id, '.', 0);
        bool const ends = dot == id.size() || is_number(id.substr(dot + 1), 1);
        if (is_uuid(id.substr(0, dot)) && ends) take(id);
    }

    /// "<MESSAGE-ID> [InternalId=ID, Hostname=HOST] ... Queued mail for delivery" of Exchange. The
    /// sender, who chooses the Message-ID, can put blanks and a second InternalId into it.
    constexpr void in_exchange() noexcept {
        constexpr std::string_view mark = "[InternalId=";
        std::size_t marks = 0;
        std::size_t last = 0;
        for (std::size_t at = 1; at < count_; ++at)
            if (word(at).starts_with(mark)) {
                ++marks;
                last = at;
            }
        if (marks != 1 || !word(last - 1).ends_with('>')) return;
        auto const value = word(last).substr(mark.size());
        auto const size = scan::not_in(digit, value, 0);
        bool const ends = size != 0 && size + 1 == value.size();
        if (!ends || (value[size] != ',' && value[size] != ']')) return;
        for (auto next = last + 1; next < count_; ++next) {
            bool const is_affirmed = word(next - 1).ends_with(']') || is(next - 1, "KB/sec");
            if (is_affirmed && is(next, "Queued") && is(next + 1, "mail") && is(next + 2, "for"))
                take(value.substr(0, size));
        }
    }

    /// "ID Message accepted for delivery" of Sendmail and OpenSMTPD.
    constexpr void before_accepted() noexcept {
        constexpr auto in_id = alpha + digit + char_class{"-_"};
        bool const is_accepted = count_ == 5 && is(1, "Message") && is(2, "accepted") &&
                                 is(3, "for") && is(4, "delivery");
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

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
