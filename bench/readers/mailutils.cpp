// How a user of GNU Mailutils does the tasks. Its mbox reader needs a file, so the mbox is cut into
// messages here, each of which is a stream over memory.

#include "../tasks.hpp"
#include "cut.hpp"

#include <mailutils/mailutils.h>

#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>

namespace {

using bench::corpus;
using bench::tally;

std::size_t length(char const* of) { return of == nullptr ? 0 : std::string_view{of}.size(); }

struct free_text {
    void operator()(char* owned) const { std::free(owned); }
};
using text = std::unique_ptr<char, free_text>;

/// The octets that can be read from a stream, which is destroyed.
std::size_t drained(mu_stream_t from) {
    static char buffer[65536];
    std::size_t octets = 0;
    std::size_t size = 0;
    while (mu_stream_read(from, buffer, sizeof buffer, &size) == 0 && size != 0) octets += size;
    mu_stream_destroy(&from);
    return octets;
}

/// Decodes encoded-words. A value that starts with a fold keeps a blank.
std::size_t decoded_length(char const* value) {
    value = mu_str_skip_class(value, MU_CTYPE_BLANK);
    char* decoded = nullptr;
    if (mu_rfc2047_decode("utf-8", value, &decoded) != 0) return 0;
    return length(text{decoded}.get());
}

// ---- Mailboxes

template <class Use>
void for_each_message(corpus const& from, Use use) {
    bench::for_each_message_in(from.bytes, [&](std::string_view octets) {
        mu_stream_t stream = nullptr;
        mu_message_t message = nullptr;
        if (mu_static_memory_stream_create(&stream, octets.data(), octets.size()) != 0) return;
        if (mu_stream_to_message(stream, &message) == 0) {
            use(message);
            mu_message_destroy(&message, nullptr);
        }
        mu_stream_unref(stream);
    });
}

template <class Use>
void for_each_value(mu_header_t header, char const* name, Use use) {
    char* value = nullptr;
    for (int i = 1; mu_header_aget_value_unfold_n(header, name, i, &value) == 0; ++i)
        use(text{value}.get());
}

tally fields(corpus const& from) {
    tally found;
    for_each_message(from, [&](mu_message_t message) {
        mu_header_t header = nullptr;
        std::size_t count = 0;
        mu_message_get_header(message, &header);
        mu_header_get_field_count(header, &count);
        for (std::size_t i = 1; i <= count; ++i) {
            char const* name = nullptr;
            char* value = nullptr;
            mu_header_sget_field_name(header, i, &name);
            mu_header_aget_field_value_unfold(header, i, &value);
            found += {1, length(name) + length(text{value}.get())};
        }
    });
    return found;
}

/// Mailutils replaces a fold and the white space after it with one blank, even at the start of a
/// value.
tally fields_expected(corpus const& from) {
    auto const& put = from.put;
    return {put.fields, put.name_octets + put.value_octets + put.folds - put.fold_blanks +
                            put.first_line_folds};
}

void add_addresses(char const* value, tally& found, bool with_names) {
    mu_address_t list = nullptr;
    if (mu_address_create(&list, value) != 0) return;
    std::size_t count = 0;
    mu_address_get_count(list, &count);
    for (std::size_t i = 1; i <= count; ++i) {
        char const* email = nullptr;
        char const* name = nullptr;
        mu_address_sget_email(list, i, &email);
        found += {1, length(email)};
        if (with_names && mu_address_sget_personal(list, i, &name) == 0 && name != nullptr)
            found.octets += decoded_length(name);
    }
    mu_address_destroy(&list);
}

void add_date(char const* value, tally& found) {
    time_t when = 0;
    if (mu_parse_date(value, &when, nullptr) == 0) found += {1, static_cast<std::size_t>(when)};
}

tally typical(corpus const& from) {
    tally found;
    for_each_message(from, [&](mu_message_t message) {
        mu_header_t header = nullptr;
        mu_message_get_header(message, &header);
        for_each_value(header, MU_HEADER_FROM,
                       [&](char const* value) { add_addresses(value, found, false); });
        for_each_value(header, MU_HEADER_SUBJECT,
                       [&](char const* value) { found += {1, decoded_length(value)}; });
        for_each_value(header, MU_HEADER_DATE, [&](char const* value) { add_date(value, found); });
        for_each_value(header, MU_HEADER_MESSAGE_ID,
                       [&](char const* value) { found += {1, length(value) - 2}; });
        for_each_value(header, "Received", [&](char const*) { ++found.count; });
    });
    return found;
}

std::size_t decoded_size(mu_stream_t encoded, char const* encoding) {
    mu_stream_t decoded = nullptr;
    if (mu_filter_create(&decoded, encoded, encoding, MU_FILTER_DECODE, MU_STREAM_READ) != 0)
        return 0;
    return drained(decoded);
}

void add_leaves(mu_message_t part, tally& found) {
    int is_multipart = 0;
    mu_message_is_multipart(part, &is_multipart);
    if (is_multipart != 0) {
        std::size_t count = 0;
        mu_message_get_num_parts(part, &count);
        for (std::size_t i = 1; i <= count; ++i) {
            mu_message_t inner = nullptr;
            if (mu_message_get_part(part, i, &inner) == 0) add_leaves(inner, found);
        }
        return;
    }
    mu_header_t header = nullptr;
    mu_body_t body = nullptr;
    mu_stream_t octets = nullptr;
    char* encoding = nullptr;
    mu_message_get_header(part, &header);
    mu_message_get_body(part, &body);
    if (mu_body_get_streamref(body, &octets) != 0) return;
    if (mu_header_aget_value(header, MU_HEADER_CONTENT_TRANSFER_ENCODING, &encoding) != 0) {
        found += {1, drained(octets)};
        return;
    }
    text const name{encoding};
    found += {1, decoded_size(octets, name.get())};
    mu_stream_unref(octets);
}

tally full(corpus const& from) {
    tally found;
    for_each_message(from, [&](mu_message_t message) { add_leaves(message, found); });
    return found;
}

// ---- Encoded texts

tally decode(corpus const& from, char const* encoding) {
    mu_stream_t stream = nullptr;
    mu_static_memory_stream_create(&stream, from.bytes.data(), from.bytes.size());
    auto const size = decoded_size(stream, encoding);
    mu_stream_unref(stream);
    return {1, size};
}
tally base64(corpus const& from) { return decode(from, "base64"); }
tally quoted_printable(corpus const& from) { return decode(from, "quoted-printable"); }

// ---- Values of fields: each needs a NUL at its end.

template <class Use>
tally each_value(corpus const& from, Use use) {
    tally found;
    std::string value;
    for (auto const piece : from.pieces) use(value.assign(piece).c_str(), found);
    return found;
}
tally addresses(corpus const& from) {
    return each_value(from,
                      [](char const* value, tally& found) { add_addresses(value, found, true); });
}
tally dates(corpus const& from) { return each_value(from, add_date); }
tally encoded_words(corpus const& from) {
    tally found;
    std::string value;
    for (auto const piece : from.pieces) {
        value.assign(piece);
        mu_string_unfold(value.data(), nullptr);
        found += {1, decoded_length(value.c_str())};
    }
    return found;
}

[[maybe_unused]] bool const added = bench::add_reader("mailutils",
                                                      {{"fields", fields, nullptr, fields_expected},
                                                       {"typical", typical},
                                                       {"full", full},
                                                       {"base64", base64},
                                                       {"quoted_printable", quoted_printable},
                                                       {"addresses", addresses},
                                                       {"dates", dates},
                                                       {"encoded_words", encoded_words},
                                                       {"subjects", encoded_words}},
                                                      bench::reads::lf_only);

} // namespace
