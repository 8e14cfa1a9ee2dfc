#ifndef FOLDWISE_TRANSCRIPT_TRANSACTION_RECIPIENT_HPP
#define FOLDWISE_TRANSCRIPT_TRANSACTION_RECIPIENT_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/forward_path.hpp>
#include <foldwise/smtp/rcpt_command.hpp>
#include <foldwise/smtp/smtp_path.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/exchange_walker.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transcript_exchange.hpp>
#include <foldwise/transcript/transcript_reply.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A recipient of a transaction: the command RCPT and what the server replied. Borrows the
/// transcript's bytes; trivially copyable.
class transaction_recipient {
  public:
    /// A recipient of an RCPT command, with the reply to it after the data, if there is one.
    constexpr transaction_recipient(transcript_exchange const& rcpt,
                                    optional<transcript_reply> const& delivery) noexcept
        : rcpt_{rcpt}, delivery_{delivery} {}

    /// The command, read. O(line).
    constexpr result<rcpt_command> command() const noexcept {
        return rcpt_command::read(rcpt_.text());
    }

    /// The line of the command, unchanged.
    constexpr std::string_view text() const noexcept { return rcpt_.text(); }

    /// The server's reply to the command. Empty if it is not in the transcript.
    constexpr optional<transcript_reply> reply() const noexcept { return rcpt_.reply(); }

    /// Whether the server accepted the recipient.
    constexpr bool is_accepted() const noexcept { return reply() && reply()->is_positive(); }

    /// The address that the server names in its reply instead of this one, in 251 and 551; empty if
    /// in doubt: see forward_path_of(). O(reply).
    constexpr optional<smtp_path> forward_path() const noexcept {
        bool const is_complete = reply() && reply()->is_complete();
        return is_complete ? forward_path_of_lines(reply()->lines()) : std::nullopt;
    }

    /// What the server replied after the message, if it had accepted the recipient: in LMTP, to
    /// this recipient alone (RFC 2033 section 4.2); else, to the transaction.
    constexpr optional<transcript_reply> delivery() const noexcept { return delivery_; }

    /// Where the command starts, in octets from the start of the transcript.
    constexpr std::size_t offset() const noexcept { return rcpt_.offset(); }

  private:
    transcript_exchange rcpt_;
    optional<transcript_reply> delivery_;
};

namespace detail {

/// Iterates over the recipients of a transaction.
class recipient_walker {
  public:
    constexpr recipient_walker() = default;
    /// From the start of the transaction up to its end at offset `last`. `delivery` is at the first
    /// line of the first reply after the message.
    constexpr recipient_walker(exchange_walker const& first, std::size_t last,
                               optional<transcript_line_walker> const& delivery) noexcept
        : at_{first}, last_{last}, delivery_{delivery}, is_lmtp_{first.is_lmtp()} {
        if (!at_end() && at_.sent().verb() != smtp_verb::rcpt) advance();
    }

    constexpr bool at_end() const noexcept { return at_.position() >= last_; }
    constexpr transaction_recipient current() const noexcept {
        auto const rcpt = at_.current();
        bool const has_delivery = delivery_ && rcpt.reply() && rcpt.reply()->is_positive();
        return {rcpt, has_delivery ? optional{transcript_reply{*delivery_}} : std::nullopt};
    }
    constexpr void advance() noexcept {
        bool const has_own = is_lmtp_ && delivery_ && at_.sent().verb() == smtp_verb::rcpt &&
                             current().is_accepted();
        if (has_own) exchange_walker::go_to_reply_after(*delivery_);
        if (has_own && delivery_->at_end()) delivery_.reset();
        do at_.advance();
        while (!at_end() && at_.sent().verb() != smtp_verb::rcpt);
    }
    constexpr std::size_t position() const noexcept { return at_end() ? last_ : at_.position(); }

  private:
    exchange_walker at_;
    std::size_t last_ = 0;
    optional<transcript_line_walker> delivery_;
    bool is_lmtp_ = false;
};

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif
