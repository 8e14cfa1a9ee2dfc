// Compile time equals run time: each seed of a sample is read with the types of its room at compile
// time, where only scalar code runs, and at run time, where vectors are used. Everything that was
// read, with its problems and their places, goes into a digest.

#include <foldwise/charset.hpp>
#include <foldwise/foldwise.hpp>
#include <foldwise/inspect.hpp>
#include <foldwise/mbox.hpp>

#include "seeds_sample.hpp"
#include "support.hpp"

#include <cstdint>
#include <string>

namespace {

using namespace foldwise;

/// A hash (FNV-1a) of what was read.
class digest {
  public:
    constexpr void add(std::string_view octets) noexcept {
        for (char const octet : octets) add_octet(octet);
        add(octets.size());
    }
    constexpr void add(std::uint64_t number) noexcept {
        value_ = (value_ ^ number) * 1099511628211u;
    }
    /// The characters of a lazy text.
    template <class Text>
    constexpr void add_text(Text const& text) noexcept {
        for (char const octet : text) add_octet(octet);
    }
    constexpr void add(diagnostic const& problem) noexcept {
        add(static_cast<std::uint64_t>(problem.code));
        add(problem.offset);
        add(problem.length);
    }
    template <class View>
    constexpr void add_problems(View const& view) noexcept {
        view.diagnose([this](diagnostic const& problem) { add(problem); });
    }
    /// A value that reading may refuse.
    template <class T>
    constexpr void add_read(std::string_view value) noexcept {
        if (auto const read = T::read(value))
            add_problems(*read);
        else
            add(read.error());
    }
    /// The elements of a list.
    template <class List>
    constexpr void add_all(List const& list) noexcept {
        for (auto const& element : list) add_element(element);
    }
    constexpr std::uint64_t value() const noexcept { return value_; }

  private:
    constexpr void add_octet(char octet) noexcept { add(static_cast<unsigned char>(octet)); }

    template <class Element>
    constexpr void add_element(Element const& element) noexcept {
        if constexpr (requires { element.error(); }) {
            if (element)
                add_element(*element);
            else
                add(element.error());
        } else if constexpr (requires { element.raw(); }) {
            add(element.raw());
        } else {
            add(std::string_view{element});
        }
    }

    std::uint64_t value_ = 14695981039346656037u;
};

constexpr void read_message(digest& to, std::string_view octets) {
    message const m{octets};
    for (auto const f : m.header()) {
        to.add(f.name());
        to.add_text(f.value());
    }
    diagnose(m, [&to](diagnostic const& problem) { to.add(problem); });
    for (auto const part : entity{m}.walk()) {
        to.add(part.depth());
        to.add_text(part.decoded());
    }
}

constexpr void read_addresses(digest& to, std::string_view value) {
    address_list const list{value};
    for (auto const m : list.mailboxes()) {
        to.add_text(m.local_part());
        to.add_text(m.domain());
        if (m.display_name()) to.add_text(*m.display_name());
    }
    to.add_problems(list);
    message_ids const ids{value};
    to.add_all(ids);
    to.add_problems(ids);
}

constexpr void read_texts(digest& to, std::string_view value) {
    to.add_text(decoded_text{value});
    to.add_text(decoded_phrase{value});
    to.add_problems(decoded_text{value});
    for (lexer in{value};;) {
        auto const next = in.next();
        if (next.is(token_kind::end)) break;
        to.add(static_cast<std::uint64_t>(next.kind()));
        to.add_text(next.text());
    }
}

constexpr void read_octets(digest& to, std::string_view text) {
    to.add_text(base64_decoded{text});
    to.add_text(quoted_printable_decoded{text});
    to.add_text(uuencode_decoded{text});
    auto const report = [&to](diagnostic const& problem) { to.add(problem); };
    diagnose_base64(text, report);
    diagnose_quoted_printable(text, report);
    diagnose_uuencode(text, report);
    char room[512] = {};
    if (base64_encoded_size(text.size()) <= sizeof room)
        to.add(std::string_view{room, encode_base64(text, room)});
}

constexpr void read_charsets(digest& to, std::string_view octets) {
    for (auto const from : {charset::utf_8, charset::windows_1252, charset::utf_16le,
                            charset::utf_7, charset::koi8_r})
        to.add_text(utf8_text{octets, from});
}

constexpr void read_parameters(digest& to, std::string_view value) {
    content_type const type{value};
    to.add(type.type());
    to.add(type.subtype());
    to.add_problems(type);
    to.add_problems(content_disposition{value});
    parameters const list{value};
    to.add_all(list.segments());
    to.add_problems(list);
}

constexpr void read_date(digest& to, std::string_view value) {
    auto const when = date_time::read(value);
    to.add_read<date_time>(value);
    if (!when) return;
    to.add(static_cast<std::uint64_t>(when->unix_seconds()));
    to.add(static_cast<std::uint64_t>(when->offset_minutes() + 1440));
}

constexpr void read_trace(digest& to, std::string_view value) {
    received const r{value};
    to.add_all(r.clauses());
    to.add_problems(r);
    list_uris const uris{value};
    to.add_all(uris);
    to.add_problems(uris);
    to.add_read<list_id>(value);
}

constexpr void read_tags(digest& to, std::string_view value) {
    to.add_all(tag_list{value});
    to.add_problems(dkim_signature{value});
    to.add_problems(dmarc_record{value});
    to.add_problems(bimi_record{value});
    authentication_results const results{value};
    to.add_all(results);
    to.add_problems(results);
    to.add_problems(received_spf{value});
}

constexpr void read_canonical(digest& to, std::string_view octets) {
    message const m{octets};
    for (auto const form : {canonical_form::simple, canonical_form::relaxed}) {
        for (auto const f : m.header()) to.add_text(canonical_field{f, form});
        to.add_text(canonical_body{m.body(), form});
    }
}

constexpr void read_mbox(digest& to, std::string_view bytes) {
    for (auto const entry : mbox{bytes}) {
        to.add(entry.offset());
        to.add(entry.raw());
        to.add(entry.message_bytes());
    }
    if (auto const file = emlx::read(bytes)) to.add(file->message_bytes());
}

constexpr void read_flowed(digest& to, std::string_view text) {
    for (auto const p : flowed_text{text, delsp::no}) {
        to.add(p.raw());
        to.add_text(p);
    }
}

constexpr void read_reports(digest& to, std::string_view body) {
    to.add_problems(delivery_status{body});
    to.add_problems(disposition_notification{body});
    to.add_problems(auth_failure_report{body});
}

constexpr void read_session(digest& to, std::string_view bytes) {
    transcript const t{bytes};
    to.add_all(t.lines());
    to.add_problems(t);
    smtp_command const command{bytes};
    to.add_problems(command);
    if (auto const reply = smtp_reply::read(bytes)) to.add_all(reply->lines());
    mail_data const data{bytes};
    to.add_text(data.text());
    to.add_problems(data);
    to.add_text(dot_stuffed{bytes});
}

struct {
    std::string_view targets; // separated by blanks
    void (*read)(digest&, std::string_view);
} constexpr readers[] = {
    {"address_list message_id", read_addresses},
    {"encoded_word syntax", read_texts},
    {"base64 quoted_printable uuencode", read_octets},
    {"charset charset_cjk", read_charsets},
    {"parameter", read_parameters},
    {"date_time", read_date},
    {"received lists", read_trace},
    {"tag_list dmarc_record authentication_results", read_tags},
    {"canonical", read_canonical},
    {"mbox scan", read_mbox},
    {"flowed_text", read_flowed},
    {"report", read_reports},
    {"smtp_command smtp_reply transcript mail_data", read_session},
    {"alignment diagnose entity message signed_message whole_message", read_message},
};

/// The digest of what the room of a target reads; 0 if there is no such room.
constexpr std::uint64_t digest_of(std::string_view target, std::string_view octets) {
    for (auto const& each : readers)
        for (auto rest = each.targets; !rest.empty();) {
            auto const name = rest.substr(0, rest.find(' '));
            rest.remove_prefix(name.size() < rest.size() ? name.size() + 1 : rest.size());
            if (name != target) continue;
            digest to;
            each.read(to, octets);
            return to.value();
        }
    return 0;
}

#if !defined(FOLDWISE_RUN_TIME_CASES)

constexpr std::size_t seed_count = sizeof test::seeds / sizeof test::seeds[0];

/// Each seed is evaluated alone, since a compiler limits the steps of an evaluation.
template <std::size_t N>
constexpr std::uint64_t at_compile_time = digest_of(test::seeds[N].target, test::seeds[N].octets);

template <std::size_t... N>
void are_read_alike(std::index_sequence<N...>) {
    std::uint64_t const wanted[] = {at_compile_time<N>...};
    for (std::size_t i = 0; i < seed_count; ++i) {
        auto const& seed = test::seeds[i];
        std::string const octets{seed.octets}; // not known when this is compiled
        REQUIRE_SAME(seed.name, digest_of(seed.target, octets), wanted[i]);
    }
}

TEST_CASE("compile time equals run time on a sample of the seeds") {
    are_read_alike(std::make_index_sequence<seed_count>{});
}

#endif

TEST_CASE("each target of the sample is read") {
    for (auto const& seed : test::seeds)
        REQUIRE_SAME(seed.name, digest_of(seed.target, seed.octets) != 0, true);
}

} // namespace
