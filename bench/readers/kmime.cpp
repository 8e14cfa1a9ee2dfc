// How a user of KMime does the tasks. It cannot read an mbox, so the mbox is cut into messages here.
// It returns the values of fields interpreted, not as they are written, so it does not do the task
// `fields`.

#include "../tasks.hpp"
#include "cut.hpp"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <kcodecs.h>
#include <kmime/kmime_header_parsing.h>
#include <kmime/kmime_message.h>

#include <cstddef>
#include <string_view>

namespace {

using bench::corpus;
using bench::tally;

/// Octets that are read in place.
QByteArray borrowed(std::string_view text) {
    return QByteArray::fromRawData(text.data(), static_cast<int>(text.size()));
}
std::size_t length(QByteArray const& octets) { return static_cast<std::size_t>(octets.size()); }
std::size_t length(QString const& text) { return length(text.toUtf8()); }

// ---- Mailboxes

template <class Use>
void for_each_message(corpus const& from, Use use) {
    bench::for_each_message_in(from.bytes, [&](std::string_view text) {
        KMime::Message message;
        message.setContent(borrowed(text));
        message.parse();
        use(message);
    });
}

tally typical(corpus const& from) {
    tally found;
    for_each_message(from, [&](KMime::Message& message) {
        if (auto const* const from_field = message.from(false); from_field != nullptr)
            for (auto const& author : from_field->mailboxes())
                found += {1, length(author.address())};
        if (auto const* const subject = message.subject(false); subject != nullptr)
            found += {1, length(subject->asUnicodeString())};
        if (auto const* const date = message.date(false); date != nullptr)
            found += {1, static_cast<std::size_t>(date->dateTime().toSecsSinceEpoch())};
        if (auto const* const id = message.messageID(false); id != nullptr)
            found += {1, length(id->identifier())};
        found.count += static_cast<std::size_t>(message.headersByType("Received").size());
    });
    return found;
}

void add_leaves(KMime::Content& part, tally& found) {
    auto const parts = part.contents();
    for (auto* const inner : parts) add_leaves(*inner, found);
    if (parts.isEmpty()) found += {1, length(part.decodedContent())};
}

tally full(corpus const& from) {
    tally found;
    for_each_message(from, [&](KMime::Message& message) { add_leaves(message, found); });
    return found;
}

/// To a body that starts with an empty line, KMime adds another one.
tally full_expected(corpus const& from) {
    auto expected = from.put.leaves;
    bench::for_each_message_in(from.bytes, [&](std::string_view text) {
        expected.octets += text.substr(text.find("\n\n")).starts_with("\n\n\n") ? 1u : 0u;
    });
    return expected;
}

// ---- Encoded texts

using decoder = QByteArray (*)(QByteArray const&);

template <decoder Decode>
tally decoded_size(corpus const& from) {
    return {1, length(Decode(borrowed(from.bytes)))};
}
template <decoder Decode>
bool is_decoded(corpus const& from) {
    return Decode(borrowed(from.bytes)) == borrowed(from.decoded);
}

// ---- Values of fields

tally addresses(corpus const& from) {
    tally found;
    for (auto const value : from.pieces) {
        KMime::Types::AddressList list;
        auto const* at = value.data();
        if (!KMime::HeaderParsing::parseAddressList(at, at + value.size(), list)) continue;
        for (auto const& address : list)
            for (auto const& one : address.mailboxList)
                found += {1, length(one.address()) + length(one.name())};
    }
    return found;
}

tally dates(corpus const& from) {
    tally found;
    for (auto const value : from.pieces) {
        QDateTime when;
        auto const* at = value.data();
        if (KMime::HeaderParsing::parseDateTime(at, at + value.size(), when))
            found += {1, static_cast<std::size_t>(when.toSecsSinceEpoch())};
    }
    return found;
}

tally encoded_words(corpus const& from) {
    tally found;
    QByteArray charset;
    for (auto const value : from.pieces)
        found += {1, length(KCodecs::decodeRFC2047String(borrowed(value), &charset))};
    return found;
}

/// KMime keeps the blank before a value.
tally encoded_words_expected(corpus const& from) {
    return {from.values.count, from.values.octets + from.values.count};
}

[[maybe_unused]] bool const added = bench::add_reader(
    "kmime",
    {{"typical", typical},
     {"full", full, nullptr, full_expected},
     {"base64", decoded_size<KCodecs::base64Decode>, is_decoded<KCodecs::base64Decode>},
     {"quoted_printable", decoded_size<KCodecs::quotedPrintableDecode>,
      is_decoded<KCodecs::quotedPrintableDecode>},
     {"addresses", addresses},
     {"dates", dates},
     {"encoded_words", encoded_words, nullptr, encoded_words_expected}},
    bench::reads::lf_only);

} // namespace
