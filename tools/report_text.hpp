#ifndef FOLDWISE_TOOLS_REPORT_TEXT_HPP
#define FOLDWISE_TOOLS_REPORT_TEXT_HPP

#include "bracketed.hpp"
#include "decoded_text.hpp"
#include "line_filters.hpp"
#include "part_text.hpp"

#include <foldwise/diagnostic/result.hpp>
#include <foldwise/report/delivery_action.hpp>
#include <foldwise/report/recipient_address.hpp>
#include <foldwise/report/status_code.hpp>
#include <foldwise/report/typed_value.hpp>
#include <foldwise/report/unitext.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tool {

// The values of a delivery report as texts; nothing for a field that is missing or cannot be read.

/// The decoded address without its angle brackets, which are never encoded.
inline foldwise::unitext bare_address(foldwise::recipient_address const& recipient) {
    using enum foldwise::unitext_form;
    return foldwise::unitext{without_brackets(recipient.raw_text()),
                             recipient.is("utf-8") ? encoded : plain};
}

/// "foe@sample.net"
inline std::optional<std::string>
recipient_text(foldwise::result<foldwise::recipient_address> const& recipient) {
    if (!recipient) return std::nullopt;
    return bare_address(*recipient).to_string();
}

/// "failed"
inline std::optional<std::string>
action_text(foldwise::result<foldwise::delivery_action> const& action) {
    if (!action) return std::nullopt;
    return lower(action->word());
}

/// "5.1.1"
inline std::optional<std::string>
status_text(foldwise::result<foldwise::status_code> const& status) {
    if (!status) return std::nullopt;
    return status->to_string();
}

/// "mx.sample.net"
inline std::optional<std::string>
server_text(foldwise::result<foldwise::typed_value> const& server) {
    if (!server) return std::nullopt;
    return server->without_comments().to_string();
}

/// Calls `put` with the reply of a server, "550 no such user", piece by piece: in one line, even if
/// its lines are not folded.
template <class Put>
void put_diagnostic(text_decoder& decoder, foldwise::typed_value const& diagnostic,
                    Put const& put) {
    line_joiner joiner{put};
    auto const join = [&joiner](std::string_view piece) { joiner(piece); };
    lf_endings lines{join};
    decoder.for_each_undeclared_block(diagnostic.text(),
                                      [&lines](std::string_view block) { lines(block); });
    lines.finish();
}

/// The same as a string.
inline std::optional<std::string>
diagnostic_text(text_decoder& decoder, foldwise::result<foldwise::typed_value> const& diagnostic) {
    if (!diagnostic) return std::nullopt;
    std::string text;
    put_diagnostic(decoder, *diagnostic, [&text](std::string_view piece) { text += piece; });
    return text;
}

/// What a status code means, in a few words (RFC 3463 section 3); empty for rarer codes.
inline std::string_view meaning_of(foldwise::status_code const& status) {
    struct {
        int subject;
        int detail;
        std::string_view text;
    } static constexpr known[] = {
        {1, 1, "no such mailbox"},
        {1, 2, "no such domain"},
        {1, 3, "malformed address"},
        {1, 6, "the mailbox has moved"},
        {1, 10, "the domain accepts no mail"},
        {2, 1, "the mailbox is disabled"},
        {2, 2, "the mailbox is full"},
        {2, 3, "the message is too large for the mailbox"},
        {3, 4, "the message is too large for the server"},
        {4, 1, "the server did not answer"},
        {4, 2, "the connection failed"},
        {4, 3, "a name server failed"},
        {4, 4, "no route to the server"},
        {4, 5, "the server is overloaded"},
        {4, 6, "the message was sent in a loop"},
        {4, 7, "the time for delivery is over"},
        {7, 1, "refused by a policy"},
    };
    for (auto const& row : known)
        if (row.subject == status.subject() && row.detail == status.detail()) return row.text;
    return {};
}

} // namespace tool

#endif
