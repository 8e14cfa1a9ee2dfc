// Properties of what diagnose() reports about a message: each problem is inside the message, and is
// reported once; they come in the order of the message's pieces, and of the fields in each header
// section; a reader that stops early has seen the first problems; each ambiguity has two readings,
// which are in the message; LF and CRLF have the same problems, except those of lines; the message's
// entity has the same problems, and those of a part alone, or without the quotes of an mbox, are
// inside, too.

#include "properties.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/inspect.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

void problem_is_inside(std::string_view bytes, diagnostic const& problem) {
    REQUIRE_PROPERTY(problem.offset <= bytes.size());
    REQUIRE_PROPERTY(problem.length <= bytes.size() - problem.offset);
}

template <class Subject>
std::vector<diagnostic> problems_of(Subject const& subject) {
    std::vector<diagnostic> all;
    diagnose(subject, [&](diagnostic const& problem) {
        problem_is_inside(subject.raw(), problem);
        all.push_back(problem);
    });
    return all;
}

/// A reader that stops after some of the problems has seen the first ones.
void stopping_gives_the_first(message const& m, fuzz::dice& dice) {
    auto const all = problems_of(m);
    auto const most = dice.roll(all.size());
    std::vector<diagnostic> first;
    diagnose(m, [&](diagnostic const& problem) {
        first.push_back(problem);
        return first.size() < most;
    });
    REQUIRE_PROPERTY(first.size() == (all.empty() ? 0 : most == 0 ? 1 : most));
    REQUIRE_PROPERTY(std::equal(first.begin(), first.end(), all.begin()));
}

void no_problem_is_reported_twice(std::vector<diagnostic> problems) {
    std::ranges::sort(problems, [](diagnostic const& left, diagnostic const& right) {
        if (left.offset != right.offset) return left.offset < right.offset;
        return left.length != right.length ? left.length < right.length : left.code < right.code;
    });
    auto const is_repeated = [](diagnostic const& left, diagnostic const& right) {
        return left == right && left.length != 0; // several tags can be missing in one place
    };
    REQUIRE_PROPERTY(std::ranges::adjacent_find(problems, is_repeated) == problems.end());
}

/// Whether a problem may be one that needs the whole message, which comes after all others.
bool may_be_about_whole(diagnostic const& problem) {
    using enum diagnostic_code;
    for (auto const each : {related_root_missing, related_root_not_first, text_subtype_unknown,
                            alternative_blank, body_text_elsewhere, attachment_linked})
        if (problem.code == each) return true;
    return problem.name().starts_with("dkim_") || problem.name().starts_with("arc_");
}

/// The problems of a piece come after those of the pieces before it.
void problems_come_in_order(message const& m, std::vector<diagnostic> problems) {
    while (!problems.empty() && may_be_about_whole(problems.back())) problems.pop_back();
    std::vector<std::size_t> starts; // of the pieces that have octets
    for (auto const piece : entity{m}.pieces())
        if (!piece.raw.empty()) starts.push_back(offset_of(m.raw(), piece.raw));
    std::size_t reached = 0; // how many pieces
    for (auto const& problem : problems) {
        // It covers a line of the next piece.
        if (problem.code == diagnostic_code::header_ended_by_delimiter) continue;
        auto const begun = [&](auto bound) {
            return static_cast<std::size_t>(bound(starts, problem.offset) - starts.begin());
        };
        // A place without octets, between two pieces, belongs to either.
        auto const latest = begun(std::ranges::upper_bound);
        auto const first = problem.length == 0 ? begun(std::ranges::lower_bound) : latest;
        REQUIRE_PROPERTY(latest >= reached);
        reached = std::max(reached, first);
    }
}

/// Whether a problem may be in a header section, but come after those of its last field: since it
/// concerns the whole section, or the body that a field describes.
bool may_come_after_fields(diagnostic const& problem) {
    using enum diagnostic_code;
    for (auto const each :
         {from_missing, date_missing, sender_missing, mime_version_missing, resent_field_missing,
          field_duplicate, field_obsolete, from_several_mailboxes, from_group, sender_redundant,
          display_name_address, address_route, address_encoded_word, authres_of_receiver,
          part_encoding_wider, fragment_number_malformed, external_body_without_id, bare_lf,
          byte_order_mark}) // of an attached message: diagnose_parts() reports it
        if (problem.code == each) return true;
    for (std::string_view const of_body :
         {"multipart_", "boundary_", "charset_", "text_", "body_", "encoded_", "transfer_",
          "delimiter_", "header_ended", "entity_", "message_"})
        if (problem.name().starts_with(of_body)) return true;
    return may_be_about_whole(problem);
}

/// In a header section, the problems of a field come after those of the fields before it.
void problems_come_in_order_of_fields(message const& m, std::vector<diagnostic> const& problems) {
    for (auto const part : entity{m}.walk()) {
        auto const header = part.header().raw();
        auto const start = offset_of(m.raw(), header);
        auto const is_inside = [&](diagnostic const& problem) {
            return problem.offset >= start && problem.offset < start + header.size();
        };
        std::vector<std::size_t> fields; // where each starts
        for (auto const f : part.header()) fields.push_back(offset_of(m.raw(), f.raw()));
        std::size_t reached = start;
        auto at = std::ranges::find_if(problems, is_inside);
        for (; at != problems.end() && is_inside(*at) && !may_come_after_fields(*at); ++at) {
            auto const next = std::ranges::upper_bound(fields, at->offset);
            REQUIRE_PROPERTY(next != fields.begin() && *(next - 1) >= reached);
            reached = *(next - 1);
        }
    }
}

/// The entity of a message has the same problems. Those of a part alone are inside of it, and so
/// are those of a message whose bodies are decoded without quotes.
void entities_have_problems(message const& m, fuzz::dice& dice) {
    entity const root{m};
    REQUIRE_PROPERTY(problems_of(root) == problems_of(m));
    no_problem_is_reported_twice(problems_of(entity{m, from_quotes{from_quoting::mboxrd}}));
    auto skipped = dice.roll(3);
    for (auto const part : root.walk())
        if (skipped-- == 0) no_problem_is_reported_twice(problems_of(part));
}

/// Each ambiguity has two readings, which are in the message, and known readers.
void ambiguities_have_two_readings(message const& m, std::vector<diagnostic> const& problems) {
    for (auto const& problem : problems) {
        auto const found = ambiguity_of(m, problem);
        REQUIRE_PROPERTY(found.has_value() == (problem.severity() == severity::ambiguity));
        if (!found) continue;
        REQUIRE_PROPERTY(found->problem() == problem);
        for (auto const& each : {found->first(), found->second()}) {
            REQUIRE_PROPERTY(each.offset <= m.raw().size() && !each.text.empty());
            REQUIRE_PROPERTY(each.length <= m.raw().size() - each.offset);
            for (auto const by : each.readers)
                REQUIRE_PROPERTY(!by.name.empty() && !by.source.empty());
        }
    }
}

/// The codes of the problems, except bare CR and those of charsets: a line ending is part of a
/// character in UTF-16.
std::vector<diagnostic_code> codes_of(std::string_view bytes) {
    std::vector<diagnostic_code> codes;
    diagnose(message{bytes}, [&codes](diagnostic const& problem) {
        if (problem.code == diagnostic_code::bare_cr) return;
        if (!problem.name().starts_with("charset_")) codes.push_back(problem.code);
    });
    return codes;
}

void lf_and_crlf_have_the_same_problems(std::string_view bytes) {
    auto const lf = fuzz::with_lf(bytes);
    auto const crlf = fuzz::with_crlf(lf);
    REQUIRE_PROPERTY(codes_of(lf) == codes_of(crlf));
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    message const m{bytes};
    fuzz::try_one(
        dice,
        [&] {
            auto const problems = problems_of(m);
            no_problem_is_reported_twice(problems);
            problems_come_in_order(m, problems);
            problems_come_in_order_of_fields(m, problems);
        },
        [&] { stopping_gives_the_first(m, dice); },
        [&] { ambiguities_have_two_readings(m, problems_of(m)); },
        [&] { entities_have_problems(m, dice); },
        [&] { lf_and_crlf_have_the_same_problems(bytes); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
