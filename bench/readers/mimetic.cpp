// How a user of mimetic does the tasks. It cannot read an mbox, so the mbox is cut into messages
// here. It neither reads dates nor decodes encoded-words, so it does not do the task `typical`.

#include "../tasks.hpp"
#include "cut.hpp"

#include <mimetic/mimetic.h>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace {

using bench::corpus;
using bench::tally;

template <class Use>
void for_each_message(corpus const& from, int without, Use use) {
    bench::for_each_message_in(from.bytes, [&](std::string_view text) {
        mimetic::MimeEntity message;
        message.load(text.begin(), text.end(), without);
        use(message);
    });
}

tally fields(corpus const& from) {
    tally found;
    for_each_message(from, mimetic::imBody, [&](mimetic::MimeEntity& message) {
        for (auto const& field : message.header())
            found += {1, field.name().size() + field.value().size()};
    });
    return found;
}

/// mimetic replaces a fold and the white space after it with one blank, even at the start of a
/// value.
tally fields_expected(corpus const& from) {
    auto const& put = from.put;
    return {put.fields, put.name_octets + put.value_octets + put.folds - put.fold_blanks +
                            put.first_line_folds};
}

template <class Decoder>
std::string_view decode(std::string const& text, std::string& to) {
    to.clear();
    Decoder decoder;
    mimetic::decode(text.begin(), text.end(), decoder, std::back_inserter(to));
    return to;
}

void add_leaves(mimetic::MimeEntity& part, std::string& text, tally& found) {
    auto& parts = part.body().parts();
    for (auto* const inner : parts) add_leaves(*inner, text, found);
    if (!parts.empty()) return;
    auto const& encoding = part.header().contentTransferEncoding().mechanism();
    if (encoding == mimetic::ContentTransferEncoding::base64)
        found += {1, decode<mimetic::Base64::Decoder>(part.body(), text).size()};
    else if (encoding == mimetic::ContentTransferEncoding::quoted_printable)
        found += {1, decode<mimetic::QP::Decoder>(part.body(), text).size()};
    else
        found += {1, part.body().size()};
}

tally full(corpus const& from) {
    tally found;
    std::string text;
    for_each_message(from, mimetic::imNone,
                     [&](mimetic::MimeEntity& message) { add_leaves(message, text, found); });
    return found;
}

/// mimetic ends each decoded line of quoted-printable with LF.
tally with_lf(tally expected, corpus const& from) {
    return {expected.count, expected.octets - from.put.quoted_lines * (from.ending_size - 1)};
}
tally full_expected(corpus const& from) { return with_lf(from.put.leaves, from); }
tally quoted_expected(corpus const& from) { return with_lf({1, from.decoded.size()}, from); }

template <class Decoder>
tally decoded_size(corpus const& from) {
    static std::string to;
    return {1, decode<Decoder>(from.bytes, to).size()};
}
template <class Decoder>
bool is_decoded(corpus const& from) {
    std::string to;
    return decode<Decoder>(from.bytes, to) == from.decoded;
}

/// mimetic may leave white space around the parts of an address, and quotes around names.
std::size_t length(std::string_view text) {
    constexpr std::string_view outside = " \r\n\"";
    auto const first = text.find_first_not_of(outside);
    return first == text.npos ? 0 : text.find_last_not_of(outside) + 1 - first;
}

tally addresses(corpus const& from) {
    tally found;
    for (auto const value : from.pieces)
        for (auto const& one : mimetic::MailboxList{std::string{value}})
            found += {1, length(one.mailbox()) + 1 + length(one.domain()) + length(one.label())};
    return found;
}

/// mimetic leaves names encoded.
tally addresses_expected(corpus const& from) {
    return {from.values.count, from.values.octets + from.put.encoding_octets};
}

[[maybe_unused]] bool const added = bench::add_reader(
    "mimetic",
    {{"fields", fields, nullptr, fields_expected},
     {"full", full, nullptr, full_expected},
     {"base64", decoded_size<mimetic::Base64::Decoder>, is_decoded<mimetic::Base64::Decoder>},
     {"quoted_printable", decoded_size<mimetic::QP::Decoder>, nullptr, quoted_expected},
     {"addresses", addresses, nullptr, addresses_expected}});

} // namespace
