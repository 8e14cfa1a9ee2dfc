#ifndef FOLDWISE_TRANSCRIPT_DETAIL_TRANSACTION_WALKER_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_TRANSACTION_WALKER_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/smtp/helo_command.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/carried_message.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transaction.hpp>
#include <foldwise/transcript/transcript_exchange.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::detail {

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
        for (; !at_.at_end() && at_.from().verb() != smtp_verb::mail; at_.advance()) note_client();
        is_at_end_ = at_.at_end();
        if (is_at_end_) return;
        current_.mail_ = at_;
        current_.has_message_ = false;
        current_.data_reply_.reset();
        current_.final_reply_.reset();
        current_.message_ = {};
        do at_.advance();
        while (!at_.at_end() && !ends_before() && !ends_with());
        current_.last_ = at_.position();
    }

  private:
    /// Notes what the client calls itself, if the server did not refuse the command.
    constexpr void note_client() noexcept {
        using enum smtp_verb;
        auto const verb = at_.from().verb();
        auto const reply = at_.reply_start();
        bool const is_refused = reply && !transcript_reply{*reply}.is_positive();
        if (verb == starttls && reply && !is_refused) {
            current_.client_name_ = {};
            current_.client_verb_ = other;
        }
        if ((verb != helo && verb != ehlo && verb != lhlo) || is_refused) return;
        auto const command = helo_command::read(at_.from().text());
        current_.client_name_ = command ? command->name() : std::string_view{};
        current_.client_verb_ = verb;
    }

    /// Whether the transaction ends before this exchange.
    constexpr bool ends_before() const noexcept {
        using enum smtp_verb;
        switch (at_.from().verb()) {
        case mail:
        case rset:
        case quit:
        case helo:
        case ehlo:
        case lhlo:
        case starttls: return true;
        default: return false;
        }
    }

    /// Whether the transaction ends with this exchange, the message or its last chunk. Passes it if
    /// it does.
    constexpr bool ends_with() noexcept {
        auto const first = at_.from();
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
        current_.message_ = carried_message{first_, next.from().position(), is_whole_ && ends};
        if (ends) at_ = next;
        return ends;
    }

    exchange_walker at_; // the first exchange after the transaction
    transaction current_;
    transcript_line_walker first_; // where the message starts
    bool is_whole_ = true;         // whether no octets of the message are missing so far
    bool is_at_end_ = true;
};

} // namespace foldwise::detail

#endif
