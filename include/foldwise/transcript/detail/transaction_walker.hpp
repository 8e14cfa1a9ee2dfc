#ifndef FOLDWISE_TRANSCRIPT_DETAIL_TRANSACTION_WALKER_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_TRANSACTION_WALKER_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/smtp/helo_command.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/carried_message.hpp>
#include <foldwise/transcript/detail/exchange_walker.hpp>
#include <foldwise/transcript/detail/reply_meaning.hpp>
#include <foldwise/transcript/detail/transcript_form.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transaction.hpp>
#include <foldwise/transcript/transcript_exchange.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Iterates over the transactions of a transcript.
class transaction_walker {
  public:
    constexpr transaction_walker() = default;
    constexpr transaction_walker(std::string_view bytes, transcript_form form) noexcept
        : at_{bytes, form} {
        advance();
    }

    constexpr bool at_end() const noexcept { return is_at_end_; }
    constexpr transaction current() const noexcept { return current_; }
    constexpr std::size_t position() const noexcept {
        return is_at_end_ ? static_cast<std::size_t>(-1) : current_.offset();
    }

    constexpr void advance() noexcept {
        find_start();
        is_at_end_ = at_.at_end();
        if (is_at_end_) return;
        current_.first_ = at_;
        current_.has_message_ = false;
        current_.data_reply_.reset();
        current_.final_reply_.reset();
        current_.message_ = {};
        using enum exchange_outcome;
        bool const has_mail = current_.has_mail();
        auto const mail = has_mail ? at_.outcome() : accepted;
        if (has_mail && mail == accepted) may_be_open_ = false;
        bool const is_alone = has_mail && (may_be_open_ || at_.is_doubtful());
        bool is_over = !has_mail && passes_end();
        if (!is_over) at_.advance();
        while (!is_over && !is_alone && !at_.at_end() && !ends_before(mail)) {
            is_over = passes_end();
            if (!is_over) at_.advance();
        }
        current_.last_ = at_.position();
        if (is_alone) {
            may_be_open_ = true;
            return;
        }
        may_be_open_ = !is_over && mail != refused && !at_.at_end() && at_.outcome() != accepted;
    }

  private:
    /// Whether a transaction starts with this exchange: with MAIL, or, if that is not in the
    /// transcript or was refused, with something that needs it.
    constexpr bool starts() const noexcept {
        using enum smtp_verb;
        if (at_.is_message()) return true;
        switch (at_.sent().verb()) {
        case mail: return true;
        case rcpt: return !has_bad_sequence();
        case data:
        case bdat: return at_.outcome() != exchange_outcome::refused;
        default: return false;
        }
    }
    constexpr bool has_bad_sequence() const noexcept {
        auto const reply = at_.reply_start();
        return reply && reply_meaning{*reply}.code == 503;
    }

    constexpr void find_start() noexcept {
        for (; !at_.at_end(); at_.advance()) {
            if (at_.has_new_session()) {
                forget_client();
                may_be_open_ = false;
            }
            if (starts()) return;
            note_state();
        }
    }

    /// Notes what the client calls itself, and whether the server forgets what was before.
    constexpr void note_state() noexcept {
        using enum smtp_verb;
        auto const verb = at_.sent().verb();
        auto const outcome = at_.outcome();
        if (!resets(verb) || outcome == exchange_outcome::refused) return;
        bool const is_accepted = outcome == exchange_outcome::accepted;
        if (is_accepted) may_be_open_ = false;
        if ((verb == starttls || verb == xclient) && is_accepted) forget_client();
        if (verb != helo && verb != ehlo && verb != lhlo) return;
        bool const is_first = current_.client_verb_ == other;
        forget_client();
        if (!is_accepted && (!is_first || at_.reply_start())) return; // in doubt
        auto const command = helo_command::read(at_.sent().text());
        current_.client_name_ = command ? command->name() : std::string_view{};
        current_.client_verb_ = verb;
    }
    constexpr void forget_client() noexcept {
        current_.client_name_ = {};
        current_.client_verb_ = smtp_verb::other;
    }

    /// Whether the server forgets the transaction if it accepts this command (RFC 5321 section
    /// 4.1.4, RFC 3207 section 4.2).
    static constexpr bool resets(smtp_verb verb) noexcept {
        using enum smtp_verb;
        switch (verb) {
        case rset:
        case quit:
        case helo:
        case ehlo:
        case lhlo:
        case starttls:
        case xclient: return true;
        default: return false;
        }
    }

    static constexpr bool needs_mail(smtp_verb verb) noexcept {
        return verb == smtp_verb::rcpt || verb == smtp_verb::data || verb == smtp_verb::bdat;
    }

    /// Whether a transaction whose MAIL had this outcome ends before this exchange. A command that
    /// the server refuses changes nothing (RFC 5321 section 4.1.4).
    constexpr bool ends_before(exchange_outcome mail) const noexcept {
        if (at_.has_new_session()) return true;
        auto const verb = at_.sent().verb();
        bool const is_mail = verb == smtp_verb::mail;
        if (is_mail && mail != exchange_outcome::accepted) return true;
        // What the server does not refuse, although it refused MAIL, may belong to another one.
        if (mail == exchange_outcome::refused && at_.outcome() != exchange_outcome::refused &&
            (at_.is_message() || needs_mail(verb)))
            return true;
        return (is_mail || resets(verb)) && at_.outcome() != exchange_outcome::refused;
    }

    /// Notes the exchange if it is DATA, the message, or a chunk of it. If the transaction ends
    /// with it, as it does with the message or its last chunk, goes to the exchange after it and
    /// returns true.
    constexpr bool passes_end() noexcept {
        auto const first = at_.sent();
        bool const is_chunk = first.verb() == smtp_verb::bdat;
        bool const ends = is_chunk ? first.facts().is_last_chunk : at_.is_message();
        if (first.verb() == smtp_verb::data) current_.data_reply_ = at_.reply_start();
        if (!is_chunk && !ends) return false;
        if (!current_.has_message_) {
            first_ = first;
            is_whole_ = true;
        }
        current_.has_message_ = true;
        if (ends) current_.final_reply_ = at_.reply_start();
        auto next = at_;
        next.advance();
        is_whole_ = is_whole_ && !next.has_passed_cut();
        current_.message_ = carried_message{first_, next.sent().position(), is_whole_ && ends};
        if (ends) at_ = next;
        return ends;
    }

    exchange_walker at_; // the first exchange after the transaction
    transaction current_;
    transcript_line_walker first_; // where the message starts
    bool is_whole_ = true;         // whether no octets of the message are missing so far
    bool is_at_end_ = true;
    /// Whether an earlier transaction may still be open, because it is not known what the server
    /// did with the command after it. If so, it is not known to which of the two transactions the
    /// next recipients and the next message belong.
    bool may_be_open_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
