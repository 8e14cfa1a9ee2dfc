// How a user of foldwise does the tasks.

#include "../tasks.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/fields.hpp>
#include <foldwise/mail_data/dot_unstuffed.hpp>
#include <foldwise/mail_data/end_of_data_finder.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/store/indexed_mbox.hpp>
#include <foldwise/store/mbox.hpp>
#include <foldwise/trace/received.hpp>
#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/quoted_printable.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using bench::corpus;
using bench::tally;

// ---- Mailboxes

tally split(corpus const& from) {
    tally found;
    for (auto const entry : foldwise::mbox{from.bytes}) {
        ++found.count;
        found.octets += entry.message_bytes().size();
    }
    return found;
}

tally fields(corpus const& from) {
    tally found;
    foldwise::field_slot room[64];
    for (auto const [entry, fields] : foldwise::indexed_mbox{from.bytes, room})
        for (auto const field : fields) {
            ++found.count;
            found.octets += field.name().size() + field.value().length();
        }
    return found;
}

template <class Fields>
void add_typical(Fields const& fields, std::string& text, tally& found) {
    if (auto const from = foldwise::get<"From">(fields))
        for (auto const author : from->mailboxes())
            found += {1, author.local_part().length() + 1 + author.domain().length()};
    if (auto const subject = fields.find("Subject")) {
        text.clear();
        foldwise::decoded_text{subject->raw_value()}.append_to(text);
        found += {1, text.size()};
    }
    if (auto const when = foldwise::get<"Date">(fields))
        found += {1, static_cast<std::size_t>(when->unix_seconds())};
    if (auto const ids = foldwise::get<"Message-ID">(fields))
        if (auto const id = ids->first()) found += {1, id->text().length()};
    for ([[maybe_unused]] auto const hop : fields.find_all("Received")) ++found.count;
}

tally typical(corpus const& from) {
    tally found;
    std::string text;
    foldwise::field_slot room[64];
    for (auto const [entry, fields] : foldwise::indexed_mbox{from.bytes, room})
        add_typical(fields, text, found);
    return found;
}

tally look_ups(corpus const& from) {
    tally found;
    std::string text;
    for (auto const entry : foldwise::mbox{from.bytes})
        add_typical(entry.message().header(), text, found);
    return found;
}

tally full(corpus const& from) {
    tally found;
    for (auto const entry : foldwise::mbox{from.bytes})
        for (auto const part : foldwise::entity{entry.message()}.walk()) {
            if (!part.is_leaf()) continue;
            ++found.count;
            part.decoded().for_each_block([&](std::string_view block) {
                bench::keep(block);
                found.octets += block.size();
            });
        }
    return found;
}

// ---- Encoded texts

/// The buffer for decoded octets, allocated once.
template <auto Decode>
std::string_view decode(corpus const& from) {
    static std::string to;
    if (to.size() < from.bytes.size()) to.resize(from.bytes.size());
    auto const done = Decode(from.bytes, to.data(), to.size());
    return std::string_view{to}.substr(0, done.written);
}
template <auto Decode>
tally decoded_size(corpus const& from) {
    return {1, decode<Decode>(from).size()};
}
template <auto Decode>
bool is_decoded(corpus const& from) {
    return decode<Decode>(from) == from.decoded;
}

/// Decodes whole blocks as on platforms without vector instructions, then the octets after them.
auto decode_base64_scalar(std::string_view text, char* to, std::size_t count) {
    auto const blocks = foldwise::detail::base64_blocks::decode_scalar(text, to, count);
    auto done = foldwise::decode_base64(text.substr(blocks.read), to + blocks.written,
                                        count - blocks.written);
    done.read += blocks.read;
    done.written += blocks.written;
    return done;
}

/// Reads the octets one by one.
template <foldwise::transfer_encoding Encoding>
tally octets(corpus const& from) {
    tally found{1, 0};
    char all = 0;
    for (char const octet : foldwise::decoded_body{from.bytes, Encoding}) {
        all = static_cast<char>(all ^ octet);
        ++found.octets;
    }
    char const last = all; // `all` itself stays in a register
    bench::keep({&last, 1});
    return found;
}
template <foldwise::transfer_encoding Encoding>
bool are_octets(corpus const& from) {
    std::string all;
    for (char const octet : foldwise::decoded_body{from.bytes, Encoding}) all += octet;
    return all == from.decoded;
}

// ---- Values of fields

tally addresses(corpus const& from) {
    tally found;
    std::string text;
    for (auto const value : from.pieces)
        for (auto const m : foldwise::address_list{value}.mailboxes()) {
            text.clear();
            m.addr_spec().append_to(text);
            if (auto const name = m.display_name()) name->append_to(text);
            found += {1, text.size()};
        }
    return found;
}

tally dates(corpus const& from) {
    tally found;
    for (auto const value : from.pieces)
        if (auto const when = foldwise::date_time::read(value))
            found += {1, static_cast<std::size_t>(when->unix_seconds())};
    return found;
}

tally received(corpus const& from) {
    tally found;
    for (auto const value : from.pieces) {
        foldwise::received const hop{value};
        auto const sender = hop.from();
        auto const by = hop.by();
        auto const to = hop.for_path();
        auto const when = hop.date();
        if (!when) continue;
        found += {1, static_cast<std::size_t>(when->unix_seconds())};
        if (sender) found.octets += sender->name().length();
        if (by) found.octets += by->name().length();
        if (to) found.octets += to->value().length() - 2;
    }
    return found;
}

tally authentication_results(corpus const& from) {
    tally found;
    for (auto const value : from.pieces)
        for (auto const r : foldwise::authentication_results{value})
            if (r) found += {1, r->method().size() + r->result().size()};
    return found;
}

tally encoded_words(corpus const& from) {
    tally found;
    std::string text;
    for (auto const value : from.pieces) {
        text.clear();
        foldwise::decoded_text{value}.append_to(text);
        found += {1, text.size()};
    }
    return found;
}

std::size_t length(foldwise::parameter_text const& text) {
    std::size_t octets = 0;
    for (auto const piece : text.pieces()) octets += piece.size();
    return octets;
}

tally content_types(corpus const& from) {
    tally found;
    for (auto const value : from.pieces) {
        foldwise::content_type const type{value};
        found += {1, type.type().size() + type.subtype().size()};
        if (auto const label = type.parameters().find("charset"))
            found.octets += length(label->text());
        if (auto const boundary = type.boundary()) found.octets += length(*boundary);
    }
    return found;
}

// ---- Mail data

tally end_of_data(corpus const& from) {
    tally found;
    auto const add = [&found](foldwise::diagnostic const&) { ++found.count; };
    for (auto const bytes : from.pieces) {
        foldwise::end_of_data_finder finder;
        finder.feed(bytes, add);
        if (finder.found()) found += {1, finder.text_size()};
    }
    return found;
}

tally unstuff(corpus const& from) {
    tally found;
    static std::string to;
    to.resize(from.bytes.size());
    for (auto const bytes : from.pieces) {
        foldwise::dot_unstuffed const text{bytes.substr(0, bytes.size() - 3)};
        auto const size = text.copy_to(to.data(), to.size());
        bench::keep({to.data(), size});
        found += {1, size};
    }
    return found;
}

// ---- Small messages

tally open(corpus const& from) {
    tally found;
    for (auto const bytes : from.pieces) found += {1, foldwise::message{bytes}.body().size()};
    return found;
}

tally find_from(corpus const& from) {
    tally found;
    for (auto const bytes : from.pieces)
        if (auto const field = foldwise::message{bytes}.header().find("From"))
            found += {1, field->raw_value().size()};
    return found;
}

tally find_five(corpus const& from) {
    tally found;
    for (auto const bytes : from.pieces) {
        foldwise::message const m{bytes};
        for (auto const& field :
             m.header().find_many("From", "To", "Subject", "Date", "Message-ID"))
            if (field) found += {1, field->raw_value().size()};
    }
    return found;
}

[[maybe_unused]] bool const added = bench::add_reader(
    "foldwise",
    {{"split", split},
     {"fields", fields},
     {"typical", typical},
     {"look_ups", look_ups},
     {"full", full},
     {"base64", decoded_size<foldwise::decode_base64>, is_decoded<foldwise::decode_base64>},
     {"base64_scalar", decoded_size<decode_base64_scalar>, is_decoded<decode_base64_scalar>},
     {"base64_octets", octets<foldwise::transfer_encoding::base64>,
      are_octets<foldwise::transfer_encoding::base64>},
     {"text_octets", octets<foldwise::transfer_encoding::seven_bit>,
      are_octets<foldwise::transfer_encoding::seven_bit>},
     {"quoted_octets", octets<foldwise::transfer_encoding::quoted_printable>,
      are_octets<foldwise::transfer_encoding::quoted_printable>},
     {"quoted_printable", decoded_size<foldwise::decode_quoted_printable>,
      is_decoded<foldwise::decode_quoted_printable>},
     {"addresses", addresses},
     {"dates", dates},
     {"received", received},
     {"authentication_results", authentication_results},
     {"encoded_words", encoded_words},
     {"subjects", encoded_words},
     {"content_types", content_types},
     {"end_of_data", end_of_data},
     {"unstuff", unstuff},
     {"open", open},
     {"find_from", find_from},
     {"find_five", find_five}});

} // namespace
