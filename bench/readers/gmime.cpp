// How a user of GMime 3 does the tasks.

#include "../tasks.hpp"

#include <gmime/gmime.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace {

using bench::corpus;
using bench::tally;

struct unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using object = std::unique_ptr<T, unref>;

struct free_text {
    void operator()(char* owned) const { g_free(owned); }
};
using text = std::unique_ptr<char, free_text>;

std::size_t length(char const* of) { return of == nullptr ? 0 : std::string_view{of}.size(); }

void start() { [[maybe_unused]] static bool const started = (g_mime_init(), true); }

// ---- Mailboxes: the parser always builds the tree of each message; bodies stay in the stream.

/// A stream over a mailbox in memory. It neither copies nor owns the mailbox.
class mailbox_stream {
  public:
    explicit mailbox_stream(std::string const& bytes)
        : array_{g_byte_array_new_take(reinterpret_cast<guint8*>(const_cast<char*>(bytes.data())),
                                       bytes.size())},
          stream_{g_mime_stream_mem_new_with_byte_array(array_)} {
        g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream_.get()), FALSE);
    }
    mailbox_stream(mailbox_stream const&) = delete;
    mailbox_stream& operator=(mailbox_stream const&) = delete;
    ~mailbox_stream() { g_byte_array_free(array_, FALSE); }

    GMimeStream* get() const { return stream_.get(); }

  private:
    GByteArray* array_;
    object<GMimeStream> stream_;
};

template <class Use>
void for_each_message(corpus const& from, Use use) {
    start();
    mailbox_stream const stream{from.bytes};
    object<GMimeParser> const parser{g_mime_parser_new_with_stream(stream.get())};
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
    while (g_mime_parser_eos(parser.get()) == FALSE) {
        object<GMimeMessage> const message{g_mime_parser_construct_message(parser.get(), nullptr)};
        if (message == nullptr) return;
        use(*parser, *message);
    }
}

tally split(corpus const& from) {
    tally found;
    for_each_message(from, [&](GMimeParser& parser, GMimeMessage&) {
        found += {1, static_cast<std::size_t>(g_mime_parser_tell(&parser) -
                                              g_mime_parser_get_headers_begin(&parser))};
    });
    return found;
}

/// GMime counts the empty line after a message as part of it.
tally split_expected(corpus const& from) {
    return {from.put.messages, from.put.message_octets + from.put.messages * from.ending_size};
}

void add_fields(GMimeObject* of, tally& found) {
    auto* const list = g_mime_object_get_header_list(of);
    for (int i = 0; i < g_mime_header_list_get_count(list); ++i) {
        auto* const header = g_mime_header_list_get_header_at(list, i);
        found +=
            {1, length(g_mime_header_get_name(header)) + length(g_mime_header_get_value(header))};
    }
}

/// GMime moves fields that begin with Content- to the part that is the message's body.
tally fields(corpus const& from) {
    tally found;
    for_each_message(from, [&](GMimeParser&, GMimeMessage& message) {
        add_fields(GMIME_OBJECT(&message), found);
        if (auto* const part = g_mime_message_get_mime_part(&message); part != nullptr)
            add_fields(part, found);
    });
    return found;
}

/// GMime returns values with encoded-words decoded.
tally fields_expected(corpus const& from) {
    return {from.put.fields, from.put.name_octets + from.put.value_octets -
                                 from.put.subject_value_octets + from.put.decoded_subject_octets};
}

tally typical(corpus const& from) {
    tally found;
    for_each_message(from, [&](GMimeParser&, GMimeMessage& message) {
        auto* const authors = g_mime_message_get_from(&message);
        for (int i = 0; i < internet_address_list_length(authors); ++i) {
            auto* const author = internet_address_list_get_address(authors, i);
            if (INTERNET_ADDRESS_IS_MAILBOX(author) == FALSE) continue;
            found +=
                {1, length(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(author)))};
        }
        if (auto const* const subject = g_mime_message_get_subject(&message); subject != nullptr)
            found += {1, length(subject)};
        if (auto* const date = g_mime_message_get_date(&message); date != nullptr)
            found += {1, static_cast<std::size_t>(g_date_time_to_unix(date))};
        if (auto const* const id = g_mime_message_get_message_id(&message); id != nullptr)
            found += {1, length(id)};
        auto* const list = g_mime_object_get_header_list(GMIME_OBJECT(&message));
        for (int i = 0; i < g_mime_header_list_get_count(list); ++i) {
            auto* const header = g_mime_header_list_get_header_at(list, i);
            if (g_ascii_strcasecmp(g_mime_header_get_name(header), "Received") == 0) ++found.count;
        }
    });
    return found;
}

tally full(corpus const& from) {
    tally found;
    for_each_message(from, [&](GMimeParser&, GMimeMessage& message) {
        auto const add = [](GMimeObject*, GMimeObject* part, gpointer to) {
            if (GMIME_IS_PART(part) == FALSE) return;
            object<GMimeStream> const sink{g_mime_stream_null_new()};
            auto const octets = g_mime_data_wrapper_write_to_stream(
                g_mime_part_get_content(GMIME_PART(part)), sink.get());
            *static_cast<tally*>(to) += {1, static_cast<std::size_t>(octets)};
        };
        g_mime_message_foreach(&message, add, &found);
    });
    return found;
}

/// The empty line after the last message is part of its body, unless the body is a multipart.
tally full_expected(corpus const& from) {
    bool const has_parts = from.put.leaves.count != from.put.messages;
    return {from.put.leaves.count, from.put.leaves.octets + (has_parts ? 0 : from.ending_size)};
}

// ---- Encoded texts

using decode_step = std::size_t (*)(unsigned char const*, std::size_t, unsigned char*, int*,
                                    guint32*);

template <decode_step Step>
std::string_view decode(corpus const& from) {
    static std::string to;
    if (to.size() < from.bytes.size() + 3) to.resize(from.bytes.size() + 3);
    int state = 0;
    guint32 save = 0;
    auto const size =
        Step(reinterpret_cast<unsigned char const*>(from.bytes.data()), from.bytes.size(),
             reinterpret_cast<unsigned char*>(to.data()), &state, &save);
    return std::string_view{to}.substr(0, size);
}
template <decode_step Step>
tally decoded_size(corpus const& from) {
    return {1, decode<Step>(from).size()};
}
template <decode_step Step>
bool is_decoded(corpus const& from) {
    return decode<Step>(from) == from.decoded;
}

// ---- Values of fields: each needs a NUL at its end.

tally addresses(corpus const& from) {
    start();
    tally found;
    std::string value;
    for (auto const piece : from.pieces) {
        object<InternetAddressList> const list{
            internet_address_list_parse(nullptr, value.assign(piece).c_str())};
        if (list == nullptr) continue;
        for (int i = 0; i < internet_address_list_length(list.get()); ++i) {
            auto* const one = internet_address_list_get_address(list.get(), i);
            if (INTERNET_ADDRESS_IS_MAILBOX(one) == FALSE) continue;
            auto* const mailbox = INTERNET_ADDRESS_MAILBOX(one);
            found += {1, length(internet_address_mailbox_get_addr(mailbox)) +
                             length(internet_address_get_name(one))};
        }
    }
    return found;
}

tally dates(corpus const& from) {
    start();
    tally found;
    std::string value;
    for (auto const piece : from.pieces) {
        auto* const when = g_mime_utils_header_decode_date(value.assign(piece).c_str());
        if (when == nullptr) continue;
        found += {1, static_cast<std::size_t>(g_date_time_to_unix(when))};
        g_date_time_unref(when);
    }
    return found;
}

tally encoded_words(corpus const& from) {
    start();
    tally found;
    std::string value;
    for (auto const piece : from.pieces) {
        text const unfolded{g_mime_utils_header_unfold(value.assign(piece).c_str())};
        text const decoded{g_mime_utils_header_decode_text(nullptr, unfolded.get())};
        found += {1, length(decoded.get())};
    }
    return found;
}

[[maybe_unused]] bool const added = bench::add_reader(
    "gmime", {{"split", split, nullptr, split_expected},
              {"fields", fields, nullptr, fields_expected},
              {"typical", typical},
              {"full", full, nullptr, full_expected},
              {"base64", decoded_size<g_mime_encoding_base64_decode_step>,
               is_decoded<g_mime_encoding_base64_decode_step>},
              {"quoted_printable", decoded_size<g_mime_encoding_quoted_decode_step>,
               is_decoded<g_mime_encoding_quoted_decode_step>},
              {"addresses", addresses},
              {"dates", dates},
              {"encoded_words", encoded_words},
              {"subjects", encoded_words}});

} // namespace
