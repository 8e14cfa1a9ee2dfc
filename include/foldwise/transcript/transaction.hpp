#ifndef FOLDWISE_TRANSCRIPT_TRANSACTION_HPP
#define FOLDWISE_TRANSCRIPT_TRANSACTION_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/helo_command.hpp>
#include <foldwise/smtp/mail_command.hpp>
#include <foldwise/smtp/queue_id.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/trace/path.hpp>
#include <foldwise/transcript/carried_message.hpp>
#include <foldwise/transcript/detail/exchange_walker.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transaction_recipient.hpp>
#include <foldwise/transcript/transcript_reply.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

class transaction_walker;

/// Whether `value` deviates by more than an obsolete form.
template <class T>
constexpr bool is_doubtful(T const& value) noexcept {
    auto const deviation = value.deviation();
    return deviation && deviation->severity() > severity::obsolete;
}

} // namespace detail

/// One mail transaction of a transcript (RFC 5321 section 3.3): a sender, recipients, and perhaps a
/// message.
///
///     EHLO smtp.sample.net             client_name()
///     MAIL FROM:<foe@sample.net>       mail()             250 2.1.0 ok       mail_reply()
///     RCPT TO:<friend@example.org>     recipients()       250 2.1.5 ok       reply() of each
///     DATA                                                354 go ahead       data_reply()
///     Subject: hello ...               message()
///     .                                                   250 ok 17763873    final_reply()
///
/// It starts at MAIL. It ends with the message, with the transcript, or before RSET, QUIT, HELO,
/// EHLO, LHLO, STARTTLS, XCLIENT, another MAIL or another greeting. A command that the server
/// refuses changes nothing (RFC 5321 section 4.1.4): after a RSET with a reply 5yz, the transaction
/// goes on. A transaction whose MAIL is refused is one, too.
///
/// If MAIL is not in the transcript, or if it is in doubt to which MAIL recipients and a message
/// belong, they are a transaction without a sender: has_mail() is false.
///
/// Borrows the transcript's bytes; trivially copyable. The members are O(1) except where they say
/// otherwise.
class transaction {
  public:
    using recipient_range = walk_range<detail::recipient_walker>;

    /// The argument of the last EHLO, HELO or LHLO before the transaction that the server did not
    /// refuse. Empty if there is none, if STARTTLS (RFC 3207 section 4.2), XCLIENT or another
    /// greeting came after it, or if it is in doubt which of two it is.
    constexpr std::string_view client_name() const noexcept { return client_name_; }

    /// The verb of that command, such as ehlo; `other` if there is none.
    constexpr smtp_verb client_verb() const noexcept { return client_verb_; }

    /// Whether the transaction starts with MAIL. If not, its sender is not known.
    constexpr bool has_mail() const noexcept { return first_.sent().verb() == smtp_verb::mail; }

    /// The command MAIL, read. The error is smtp_command_malformed if there is none. O(line).
    constexpr result<mail_command> mail() const noexcept { return mail_command::read(mail_text()); }
    /// The line of the command, unchanged. Empty if there is none.
    constexpr std::string_view mail_text() const noexcept {
        return has_mail() ? first_.sent().text() : first_.sent().text().substr(0, 0);
    }
    /// The reply to the command MAIL. Empty if there is no MAIL, if the reply is not in the
    /// transcript, or if it is in doubt which reply it is.
    constexpr optional<transcript_reply> mail_reply() const noexcept {
        return has_mail() ? first_.current().reply() : std::nullopt;
    }

    /// The recipients, in order, with the replies. A traversal is O(transaction).
    constexpr recipient_range recipients() const noexcept {
        return recipient_range{detail::recipient_walker{first_, last_, final_reply_}};
    }

    /// The reply to the command DATA: 354, or why the server refuses to take a message. Empty if
    /// the message came in chunks, or if the reply is not in the transcript.
    constexpr optional<transcript_reply> data_reply() const noexcept { return reply(data_reply_); }

    /// Whether the client sent a message, or started to, as far as the transcript goes.
    constexpr bool has_message() const noexcept { return has_message_; }

    /// The message. If there is none, it is empty.
    constexpr carried_message message() const noexcept { return message_; }

    /// The reply to the message. Empty if it is not in the transcript. In LMTP, the reply for the
    /// first accepted recipient.
    constexpr optional<transcript_reply> final_reply() const noexcept {
        return reply(final_reply_);
    }

    /// Whether the server accepted the message: its final reply is 2yz. In LMTP, that is for the
    /// first accepted recipient: see transaction_recipient::delivery. O(reply).
    constexpr bool is_accepted() const noexcept {
        return final_reply_ && final_reply()->is_positive();
    }

    /// The identifier that the server gave the message in its queue, from the final reply. Empty if
    /// its code is not 250, or if in doubt: see queue_id_of(). O(reply).
    constexpr optional<std::string_view> queue_id() const noexcept {
        return is_accepted() ? queue_id_of_lines(final_reply()->lines()) : std::nullopt;
    }

    /// Whether the sender is that of a Return-Path field: the same address, or null both.
    ///     if (auto const path = get<"Return-Path">(m)) use(transaction.is_from(*path));
    /// False if either deviates by more than an obsolete form. O(line).
    constexpr bool is_from(path const& return_path) const noexcept {
        auto const command = mail();
        if (!command || detail::is_doubtful(*command) || detail::is_doubtful(return_path))
            return false;
        auto const& sender = command->reverse_path();
        if (sender.is_null() || return_path.is_null())
            return sender.is_null() && return_path.is_null();
        return *sender.addr_spec() == *return_path.addr_spec();
    }

    /// The first accepted recipient with this address. O(transaction).
    ///     if (auto const to = get<"Delivered-To">(m)) use(transaction.find(to->addr_spec()));
    /// Commands that deviate by more than an obsolete form are passed over, and an address that
    /// does is not found.
    constexpr optional<transaction_recipient> find(addr_spec const& address) const noexcept {
        if (detail::is_doubtful(address)) return std::nullopt;
        for (auto const recipient : recipients()) {
            auto const command = recipient.command();
            if (!recipient.is_accepted() || !command || detail::is_doubtful(*command)) continue;
            auto const found = command->forward_path().addr_spec();
            if (found && *found == address) return recipient;
        }
        return std::nullopt;
    }

    /// Where the command MAIL starts, or what else the transaction starts with, in octets from the
    /// start of the transcript.
    constexpr std::size_t offset() const noexcept { return first_.position(); }

  private:
    friend class detail::transaction_walker;

    constexpr transaction() = default;

    static constexpr optional<transcript_reply>
    reply(optional<detail::transcript_line_walker> const& first) noexcept {
        return first ? optional{transcript_reply{*first}} : std::nullopt;
    }

    std::string_view client_name_;
    smtp_verb client_verb_ = smtp_verb::other;
    bool has_message_ = false;
    detail::exchange_walker first_;
    std::size_t last_ = 0; // where the first exchange after the transaction starts
    optional<detail::transcript_line_walker> data_reply_;
    optional<detail::transcript_line_walker> final_reply_;
    carried_message message_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
