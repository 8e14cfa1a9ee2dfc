#ifndef FOLDWISE_TESTS_INSPECT_REQUIREMENT_HPP
#define FOLDWISE_TESTS_INSPECT_REQUIREMENT_HPP

// What the RFCs require of those who write messages, with what diagnose() reports when a message
// breaks it: the type of a row of the tables in requirements_*.hpp.

#include <foldwise/diagnostic/diagnostic_code.hpp>

#include <string>
#include <string_view>

namespace test {

/// Why a requirement cannot be checked in a message, or need not be.
struct not_reported {
    std::string_view reason;
};

/// A requirement of an RFC on messages, in our words.
///
/// `message` stands for two messages: {{broken||sound}} is "broken" in the one that breaks the
/// requirement, and "sound" in the other one. {90:text} stands for 90 times "text". A message that
/// has neither From nor Date starts with both.
///     {"5322 3.6", "there is one To field at most",
///      "To: friend@example.org\n{{To||X-To}}: friend@example.org\n", field_duplicate}
struct requirement {
    constexpr requirement(std::string_view of_section, std::string_view what,
                          std::string_view messages, foldwise::diagnostic_code reported) noexcept
        : section{of_section}, text{what}, message{messages}, code{reported} {}
    constexpr requirement(std::string_view of_section, std::string_view what,
                          not_reported why) noexcept
        : section{of_section}, text{what}, reason{why.reason} {}

    std::string_view section; // such as "5322 3.6"
    std::string_view text;    // what is required
    std::string_view message = {};
    foldwise::diagnostic_code code = {}; // reported of the broken message only
    std::string_view reason = {};        // why nothing is reported; else empty
};

enum class message_variant { broken, sound };

/// One of the two messages of a requirement.
inline std::string message_of(requirement const& row, message_variant which) {
    auto const has_field = [&row](std::string_view name) {
        for (std::string_view const before : {"\n", "{{", "||"})
            if (row.message.find(std::string{before}.append(name)) != row.message.npos) return true;
        return row.message.starts_with(name);
    };
    std::string message;
    if (!has_field("From:") && !has_field("Date:"))
        message = "From: foe@sample.net\nDate: Mon, 15 Dec 2014 10:00:00 +0000\n";
    bool is_left_out = false;
    for (auto rest = row.message; !rest.empty();) {
        auto const take = [&rest](std::string_view mark) {
            bool const is_next = rest.starts_with(mark);
            if (is_next) rest.remove_prefix(mark.size());
            return is_next;
        };
        if (take("{{")) {
            is_left_out = which == message_variant::sound;
        } else if (take("||")) {
            is_left_out = which == message_variant::broken;
        } else if (take("}}")) {
            is_left_out = false;
        } else if (rest[0] == '{') {
            auto const colon = rest.find(':');
            auto const end = rest.find('}');
            auto const text = rest.substr(colon + 1, end - colon - 1);
            for (auto n = std::stoul(std::string{rest.substr(1, colon - 1)}); n != 0; --n)
                if (!is_left_out) message += text;
            rest.remove_prefix(end + 1);
        } else {
            if (!is_left_out) message += rest[0];
            rest.remove_prefix(1);
        }
    }
    return message;
}

} // namespace test

#endif
