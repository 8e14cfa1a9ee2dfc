#ifndef FOLDWISE_BENCH_TASKS_HPP
#define FOLDWISE_BENCH_TASKS_HPP

// The tasks: the input of each and the results that it must find. readers/ has one file for each
// reader (foldwise, and other libraries if they are installed) that says how the reader does them.

#include "corpus.hpp"
#include "values.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

/// A kind of corpus, by name, that can be made in any size.
struct corpus_kind {
    std::string_view name;
    void (*make)(corpus& made, newline ending, std::size_t size);
    bool has_crlf = true;  ///< whether its line endings matter
    bool is_small = false; ///< whether it stays in the cache, like mail that has just arrived
};

struct task {
    std::string_view name;
    std::string_view what;
    std::span<corpus_kind const> kinds;
    tally (*expected)(corpus const& from);
};

namespace detail {

inline constexpr corpus_kind mail[] = {{"list", make_mail<mail_kind::list>},
                                       {"attach", make_mail<mail_kind::attach>},
                                       {"headers", make_mail<mail_kind::headers>}};
inline constexpr corpus_kind messages[] = {{"600_octets", make_messages<600>, true, true},
                                           {"2_kib", make_messages<2048>, true, true}};
inline constexpr corpus_kind data[] = {{"mail_data", make_mail_data, false}};
inline constexpr corpus_kind base64[] = {{"lines_of_76", make_base64}};
inline constexpr corpus_kind text[] = {{"text", make_text}};
inline constexpr corpus_kind quoted[] = {{"plain", make_quoted_plain},
                                         {"escapes", make_quoted_escapes}};
inline constexpr corpus_kind addresses[] = {{"lists", make_addresses}};
inline constexpr corpus_kind dates[] = {{"values", make_dates, false}};
inline constexpr corpus_kind received[] = {{"values", make_received}};
inline constexpr corpus_kind results[] = {{"values", make_results}};
inline constexpr corpus_kind words[] = {{"subjects", make_words}};
inline constexpr corpus_kind subjects[] = {{"values", make_subjects}};
inline constexpr corpus_kind content_types[] = {{"values", make_content_types}};

inline tally typical(contents const& put) {
    return {put.senders.count + put.subjects + put.dates + put.ids.count + put.hops,
            put.senders.octets + put.decoded_subject_octets +
                static_cast<std::size_t>(put.date_seconds) + put.ids.octets};
}

} // namespace detail

inline constexpr task tasks[] = {
    {"split", "all entries of an mbox, lengths summed", detail::mail,
     [](corpus const& c) { return tally{c.put.messages, c.put.message_octets}; }},
    {"fields", "every field of every message, names and unfolded values", detail::mail,
     [](corpus const& c) { return tally{c.put.fields, c.put.name_octets + c.put.value_octets}; }},
    {"typical", "From address, Subject decoded, Date, Message-ID, number of Received", detail::mail,
     [](corpus const& c) { return detail::typical(c.put); }},
    {"look_ups", "the same, each field looked up in the message by its name", detail::mail,
     [](corpus const& c) { return detail::typical(c.put); }},
    {"full", "every MIME leaf of every message, decoded", detail::mail,
     [](corpus const& c) { return c.put.leaves; }},
    {"base64", "decoded", detail::base64,
     [](corpus const& c) { return tally{1, c.decoded.size()}; }},
    {"base64_scalar", "the same without vectors", detail::base64,
     [](corpus const& c) { return tally{1, c.decoded.size()}; }},
    {"base64_octets", "the same with a loop over a decoded_body", detail::base64,
     [](corpus const& c) { return tally{1, c.decoded.size()}; }},
    {"text_octets", "a loop over a decoded_body that is not encoded", detail::text,
     [](corpus const& c) { return tally{1, c.decoded.size()}; }},
    {"quoted_octets", "a loop over a decoded_body in quoted-printable", detail::quoted,
     [](corpus const& c) { return tally{1, c.decoded.size()}; }},
    {"quoted_printable", "decoded", detail::quoted,
     [](corpus const& c) { return tally{1, c.decoded.size()}; }},
    {"addresses", "address lists: addresses and names", detail::addresses,
     [](corpus const& c) { return c.values; }},
    {"dates", "Date values, as seconds", detail::dates, [](corpus const& c) { return c.values; }},
    {"received", "Received values: from, by, for and date", detail::received,
     [](corpus const& c) { return c.values; }},
    {"authentication_results", "methods and their results", detail::results,
     [](corpus const& c) { return c.values; }},
    {"encoded_words", "Subjects of encoded-words, as UTF-8", detail::words,
     [](corpus const& c) { return c.values; }},
    {"subjects", "Subjects as they are usual, as UTF-8", detail::subjects,
     [](corpus const& c) { return c.values; }},
    {"content_types", "media types, charsets and boundaries", detail::content_types,
     [](corpus const& c) { return c.values; }},
    {"end_of_data", "where the mail data of SMTP ends, and each near miss", detail::data,
     [](corpus const& c) { return c.values; }},
    {"unstuff", "the mail data of SMTP copied, without the dots that the client added",
     detail::data, [](corpus const& c) { return tally{c.values.count, c.put.message_octets}; }},
    {"open", "a small message: where its body starts", detail::messages,
     [](corpus const& c) { return tally{c.put.messages, c.put.body_octets}; }},
    {"find_from", "a small message: its From field", detail::messages,
     [](corpus const& c) { return c.put.senders; }},
    {"find_five", "a small message: five of its fields", detail::messages,
     [](corpus const& c) { return tally{5 * c.put.messages, c.put.raw_value_octets}; }},
};

/// How a reader does a task. `check`, if there is one, compares everything octet by octet; it runs
/// once and is not timed.
struct reading {
    std::string_view task;
    tally (*run)(corpus const& from);
    bool (*check)(corpus const& from) = nullptr;
    /// The expected result, if the reader understands the task differently from foldwise. The
    /// function's comment describes the difference.
    tally (*expected)(corpus const& from) = nullptr;

    tally finds(bench::task const& of, corpus const& from) const {
        return (expected != nullptr ? expected : of.expected)(from);
    }
};

/// The line endings of the mail that a reader can read.
enum class reads : unsigned char { both_endings, lf_only };

struct reader {
    std::string_view name;
    std::vector<reading> readings;
    reads endings = reads::both_endings;

    bool can_read(corpus_kind const& kind, newline ending) const {
        return ending == newline::lf || (kind.has_crlf && endings == reads::both_endings);
    }
};

inline std::vector<reader>& readers() {
    static std::vector<reader> all;
    return all;
}

/// Initialises a namespace-scope constant, so that readers register before main().
inline bool add_reader(std::string_view name, std::vector<reading> readings,
                       reads endings = reads::both_endings) {
    readers().push_back({name, std::move(readings), endings});
    return true;
}

/// How the reader does the task, or a null pointer if it does not.
inline reading const* find_reading(std::string_view reader_name, std::string_view task_name) {
    for (auto const& r : readers()) {
        if (r.name != reader_name) continue;
        for (auto const& reading : r.readings)
            if (reading.task == task_name) return &reading;
    }
    return nullptr;
}

} // namespace bench

#endif
