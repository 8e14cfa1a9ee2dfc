// Promise 3 of DESIGN section 1: the stack that a call needs is bounded. Readers run in a thread
// whose stack is filled with a pattern, and then the octets that were overwritten are counted.

#include <foldwise/foldwise.hpp>

#include "mail_files.hpp"
#include "sanitizer.hpp"
#include "support.hpp"

#if defined(__linux__) && !FOLDWISE_TEST_HAS_SANITIZER

#include <pthread.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

using namespace foldwise;

namespace {

// About 25,000 octets with g++ 12 without optimisation.
constexpr std::size_t most_stack = std::size_t{64} * 1024;

// Larger than it may become, so that the test fails instead of crashing.
alignas(65536) char stack_octets[8 * most_stack];

struct task {
    std::size_t (*read)(std::string_view bytes);
    std::string_view bytes;
    std::size_t sum = 0;
};

void* run(void* of_task) {
    auto& each = *static_cast<task*>(of_task);
    each.sum = each.read(each.bytes);
    return nullptr;
}

/// How many octets of stack a reader needs, with those that the C library needs for a thread.
std::size_t stack_of(std::size_t (*read)(std::string_view), std::string_view bytes) {
    constexpr char filler = '\x5A';
    std::memset(stack_octets, filler, sizeof stack_octets);
    pthread_attr_t attributes;
    pthread_t thread{};
    task each{read, bytes};
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstack(&attributes, stack_octets, sizeof stack_octets) == 0);
    REQUIRE(pthread_create(&thread, &attributes, run, &each) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    pthread_attr_destroy(&attributes);
    auto const* const lowest =
        std::ranges::find_if(stack_octets, [](char octet) { return octet != filler; });
    return static_cast<std::size_t>(std::ranges::end(stack_octets) - lowest);
}

std::size_t read_nothing(std::string_view bytes) { return bytes.size(); }

std::size_t read_problems(std::string_view bytes) {
    message const m{bytes};
    std::size_t sum = 0;
    bool is_first = true;
    diagnose(m, [&](diagnostic const& problem) {
        sum += problem.length;
        if (!is_first || problem.severity() != severity::ambiguity) return;
        is_first = false;
        if (auto const found = ambiguity_of(m, problem)) sum += found->second().length;
    });
    return sum;
}

std::size_t read_parts(std::string_view bytes) {
    entity const root{message{bytes}};
    std::size_t sum = 0;
    for (auto const part : root.walk()) sum += part.content_type().subtype().size();
    for (auto const part : text_body(root))
        body_text{part}.for_each_block([&sum](std::string_view block) { sum += block.size(); });
    for (auto const part : attachments(root)) {
        safe_file_name const name{part};
        sum += name.view().size();
    }
    return sum;
}

std::size_t read_alignment(std::string_view bytes) {
    std::string_view const names[] = {"mx.example.org", "a"};
    alignment_options options;
    options.authserv_ids = names;
    alignment const a{message{bytes}, options};
    std::size_t sum = a.is_aligned() ? 1 : 0;
    for (auto const step : a.steps()) sum += text_of(step.finding()).size();
    return sum;
}

std::size_t read_transactions(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const one : transcript{bytes}) {
        for (auto const to : one.recipients()) sum += to.is_accepted() ? 1u : 0u;
        sum += one.message().length() + (one.queue_id() ? 1u : 0u);
    }
    return sum;
}

std::size_t read_entries(std::string_view bytes) {
    std::size_t sum = 0;
    for (auto const entry : mbox{bytes}) sum += entry.message_bytes().size();
    return sum;
}

constexpr struct {
    std::string_view name;
    std::size_t (*read)(std::string_view bytes);
} readers[] = {
    {"nothing", read_nothing},     {"diagnose", read_problems},       {"parts", read_parts},
    {"alignment", read_alignment}, {"transcript", read_transactions}, {"mbox", read_entries},
};

/// A message in a message in a message ... up to the limit, with hostile fields.
std::string nested_message() {
    std::string bytes;
    for (int depth = 0; depth < 120; ++depth) {
        auto const boundary = std::to_string(1000 + depth);
        bytes.append("From: \"a@b\" <c@d>,(((\nContent-Type: multipart/mixed; boundary*0=");
        bytes.append(boundary).append("\n\n--").append(boundary);
        bytes.append("\nContent-Type: message/rfc822\n\n");
    }
    return bytes;
}

} // namespace

TEST_CASE("stack: each reader needs at most 64 KiB") {
    auto const nested = nested_message();
    for (auto const& reader : readers) {
        std::size_t most = stack_of(reader.read, nested);
        test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
            if (path.find("/shared/corpus/") != path.npos) return; // too many
            most = std::max(most, stack_of(reader.read, bytes));
        });
        INFO(reader.name);
        CHECK(most <= most_stack);
    }
}

#endif
