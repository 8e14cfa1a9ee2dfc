#ifndef FOLDWISE_SMTP_QUEUE_ID_HPP
#define FOLDWISE_SMTP_QUEUE_ID_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/smtp/detail/queue_id_finder.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_reply.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

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
/// an identifier ("queued as requested"), if the sentence does not affirm it ("not queued as"), and
/// if several identifiers are named: one that is wrong costs more than one that is missing. Text in
/// angle brackets or quotes is not searched, since the sender may have chosen it; nor is anything
/// after the first 32 words.
///
/// The result points into `text`. O(text), nothing is allocated.
constexpr optional<std::string_view>
queue_id_of(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept {
    detail::queue_id_finder finder;
    finder.add(text);
    return finder.found();
}
template <owning_temporary T>
optional<std::string_view>
queue_id_of(T&&) = delete; // it would dangle: keep the string in a variable first

/// The identifier in the text of a reply line; empty if its code is not 250.
constexpr optional<std::string_view> queue_id_of(reply_line const& line) noexcept {
    if (line.code() != 250) return std::nullopt;
    return queue_id_of(line.text());
}

/// The identifier in the lines of a reply, a range of reply_line; empty if the lines do not agree
/// on one, or if the code of a line is not 250. O(lines).
template <class Lines>
constexpr optional<std::string_view> queue_id_of_lines(Lines const& lines) noexcept {
    detail::queue_id_finder finder;
    for (auto const line : lines) {
        if (line.code() != 250) return std::nullopt;
        finder.add(line.text());
    }
    return finder.found();
}

/// The identifier in the lines of a reply; empty as for queue_id_of_lines(), and if the reply is
/// not complete. O(reply).
///     "250-ok\r\n250 Ok: queued as 4F1C2D3E45\r\n"  ->  "4F1C2D3E45"
constexpr optional<std::string_view> queue_id_of(smtp_reply const& reply) noexcept {
    return reply.is_complete() ? queue_id_of_lines(reply.lines()) : std::nullopt;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
