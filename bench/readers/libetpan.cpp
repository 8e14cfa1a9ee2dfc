// How a user of libetpan does the tasks. Its mbox reader needs a file, which it locks and may write
// to, so the mbox is cut into messages here.

#include "../tasks.hpp"
#include "cut.hpp"

#include <libetpan/libetpan.h>

#include <chrono>
#include <cstddef>
#include <string_view>

namespace {

using bench::corpus;
using bench::tally;

std::size_t length(char const* of) { return of == nullptr ? 0 : std::string_view{of}.size(); }

/// Calls `use` with each element of a list.
template <class T, class Use>
void for_each(clist* list, Use use) {
    if (list == nullptr) return;
    for (auto* at = clist_begin(list); at != nullptr; at = clist_next(at))
        use(*static_cast<T*>(clist_content(at)));
}

std::size_t seconds_of(mailimf_date_time const& when) {
    using namespace std::chrono;
    sys_days const days{year{when.dt_year} / when.dt_month / when.dt_day};
    // libetpan returns the zone +hhmm as the number hhmm.
    auto const zone = when.dt_zone / 100 * 3600 + when.dt_zone % 100 * 60;
    return static_cast<std::size_t>(days.time_since_epoch().count() * 86400 + when.dt_hour * 3600 +
                                    when.dt_min * 60 + when.dt_sec - zone);
}

/// Decodes encoded-words.
std::size_t decoded_length(std::string_view text) {
    std::size_t at = 0;
    char* decoded = nullptr;
    if (mailmime_encoded_phrase_parse("utf-8", text.data(), text.size(), &at, "utf-8", &decoded) !=
        MAILIMF_NO_ERROR)
        return 0;
    auto const size = length(decoded);
    mailimf_unstructured_free(decoded);
    return size;
}

// ---- Mailboxes

tally fields(corpus const& from) {
    tally found;
    bench::for_each_message_in(from.bytes, [&](std::string_view text) {
        std::size_t at = 0;
        mailimf_fields* all = nullptr;
        if (mailimf_optional_fields_parse(text.data(), text.size(), &at, &all) != MAILIMF_NO_ERROR)
            return;
        for_each<mailimf_field>(all->fld_list, [&](mailimf_field const& field) {
            auto const* const one = field.fld_data.fld_optional_field;
            found += {1, length(one->fld_name) + length(one->fld_value)};
        });
        mailimf_fields_free(all);
    });
    return found;
}

/// libetpan leaves values folded, and keeps a fold and its blank at the start of a value.
tally fields_expected(corpus const& from) {
    auto const& put = from.put;
    return {put.fields, put.name_octets + put.value_octets + put.folds * from.ending_size +
                            put.first_line_folds * (from.ending_size + 1)};
}

void add_field(mailimf_field const& field, tally& found) {
    auto const& data = field.fld_data;
    switch (field.fld_type) {
    case MAILIMF_FIELD_FROM:
        for_each<mailimf_mailbox>(
            data.fld_from->frm_mb_list->mb_list,
            [&](mailimf_mailbox const& author) { found += {1, length(author.mb_addr_spec)}; });
        break;
    case MAILIMF_FIELD_SUBJECT: found += {1, decoded_length(data.fld_subject->sbj_value)}; break;
    case MAILIMF_FIELD_ORIG_DATE:
        found += {1, seconds_of(*data.fld_orig_date->dt_date_time)};
        break;
    case MAILIMF_FIELD_MESSAGE_ID: found += {1, length(data.fld_message_id->mid_value)}; break;
    case MAILIMF_FIELD_OPTIONAL_FIELD:
        if (std::string_view{data.fld_optional_field->fld_name} == "Received") ++found.count;
        break;
    default: break;
    }
}

tally typical(corpus const& from) {
    tally found;
    bench::for_each_message_in(from.bytes, [&](std::string_view text) {
        std::size_t at = 0;
        mailimf_fields* all = nullptr;
        if (mailimf_envelope_and_optional_fields_parse(text.data(), text.size(), &at, &all) !=
            MAILIMF_NO_ERROR)
            return;
        for_each<mailimf_field>(all->fld_list,
                                [&](mailimf_field const& field) { add_field(field, found); });
        mailimf_fields_free(all);
    });
    return found;
}

/// The generated messages nest multiparts at most two deep.
void add_leaves(mailmime const& part, tally& found) {
    if (part.mm_type == MAILMIME_MESSAGE) {
        if (auto const* const inner = part.mm_data.mm_message.mm_msg_mime; inner != nullptr)
            add_leaves(*inner, found);
    } else if (part.mm_type == MAILMIME_MULTIPLE) {
        for_each<mailmime>(part.mm_data.mm_multipart.mm_mp_list,
                           [&](mailmime const& inner) { add_leaves(inner, found); });
    } else if (auto const* const body = part.mm_data.mm_single; body != nullptr) {
        std::size_t at = 0;
        char* decoded = nullptr;
        std::size_t size = 0;
        auto const& text = body->dt_data.dt_text;
        if (mailmime_part_parse(text.dt_data, text.dt_length, &at, body->dt_encoding, &decoded,
                                &size) != MAILIMF_NO_ERROR)
            return;
        found += {1, size};
        mailmime_decoded_part_free(decoded);
    }
}

tally full(corpus const& from) {
    tally found;
    bench::for_each_message_in(from.bytes, [&](std::string_view text) {
        std::size_t at = 0;
        mailmime* root = nullptr;
        if (mailmime_parse(text.data(), text.size(), &at, &root) != MAILIMF_NO_ERROR) return;
        add_leaves(*root, found);
        mailmime_free(root);
    });
    return found;
}

/// libetpan ends each decoded line of quoted-printable with CRLF.
tally with_crlf(tally expected, corpus const& from) {
    return {expected.count, expected.octets + from.put.quoted_lines * (2 - from.ending_size)};
}
tally full_expected(corpus const& from) { return with_crlf(from.put.leaves, from); }
tally quoted_expected(corpus const& from) { return with_crlf({1, from.decoded.size()}, from); }

// ---- Encoded texts

template <int Encoding, class Use>
void decode(corpus const& from, Use use) {
    std::size_t at = 0;
    char* decoded = nullptr;
    std::size_t size = 0;
    if (mailmime_part_parse(from.bytes.data(), from.bytes.size(), &at, Encoding, &decoded, &size) !=
        MAILIMF_NO_ERROR)
        return;
    use(std::string_view{decoded, size});
    mailmime_decoded_part_free(decoded);
}
template <int Encoding>
tally decoded_size(corpus const& from) {
    tally found;
    decode<Encoding>(from, [&](std::string_view octets) { found += {1, octets.size()}; });
    return found;
}
template <int Encoding>
bool is_decoded(corpus const& from) {
    bool is_right = false;
    decode<Encoding>(from, [&](std::string_view octets) { is_right = octets == from.decoded; });
    return is_right;
}

// ---- Values of fields

tally addresses(corpus const& from) {
    tally found;
    for (auto const value : from.pieces) {
        std::size_t at = 0;
        mailimf_address_list* list = nullptr;
        if (mailimf_address_list_parse(value.data(), value.size(), &at, &list) != MAILIMF_NO_ERROR)
            continue;
        for_each<mailimf_address>(list->ad_list, [&](mailimf_address const& one) {
            if (one.ad_type != MAILIMF_ADDRESS_MAILBOX) return;
            auto const& mailbox = *one.ad_data.ad_mailbox;
            found += {1, length(mailbox.mb_addr_spec) + length(mailbox.mb_display_name)};
        });
        mailimf_address_list_free(list);
    }
    return found;
}

/// libetpan leaves names encoded.
tally addresses_expected(corpus const& from) {
    return {from.values.count, from.values.octets + from.put.encoding_octets};
}

tally dates(corpus const& from) {
    tally found;
    for (auto const value : from.pieces) {
        std::size_t at = 0;
        mailimf_date_time* when = nullptr;
        if (mailimf_date_time_parse(value.data(), value.size(), &at, &when) != MAILIMF_NO_ERROR)
            continue;
        found += {1, seconds_of(*when)};
        mailimf_date_time_free(when);
    }
    return found;
}

tally encoded_words(corpus const& from) {
    tally found;
    for (auto const value : from.pieces) found += {1, decoded_length(value)};
    return found;
}

[[maybe_unused]] bool const added = bench::add_reader(
    "libetpan",
    {{"fields", fields, nullptr, fields_expected},
     {"typical", typical},
     {"full", full, nullptr, full_expected},
     {"base64", decoded_size<MAILMIME_MECHANISM_BASE64>, is_decoded<MAILMIME_MECHANISM_BASE64>},
     {"quoted_printable", decoded_size<MAILMIME_MECHANISM_QUOTED_PRINTABLE>, nullptr,
      quoted_expected},
     {"addresses", addresses, nullptr, addresses_expected},
     {"dates", dates},
     {"encoded_words", encoded_words},
     {"subjects", encoded_words}});

} // namespace
