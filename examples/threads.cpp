// The threads of a mailbox: each message below the last one of its References that is in the
// mailbox; without References, In-Reply-To counts.
//     build/bin/examples_threads tests/data/demo.mbox

#include "visible.hpp"

#include <foldwise/fields.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>

#include <iostream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct node {
    foldwise::message message;
    std::size_t root; // the node itself, or one nearer to the start of its thread
    std::vector<std::size_t> answers;
};

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) return 2;
    std::vector<node> nodes;
    std::unordered_map<foldwise::message_id, std::size_t> by_id; // of two equal ones, the first
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        auto const ids = foldwise::get<"Message-ID">(entry.message());
        if (ids && ids->first()) by_id.emplace(*ids->first(), nodes.size());
        nodes.push_back({entry.message(), nodes.size(), {}});
    }
    auto const root_of = [&nodes](std::size_t at) {
        while (nodes[at].root != at) at = nodes[at].root = nodes[nodes[at].root].root;
        return at;
    };
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        auto parent = i; // itself: it has none
        auto const [refs, reply_to] = foldwise::get<"References", "In-Reply-To">(nodes[i].message);
        for (auto const id : refs ? *refs : reply_to.value_or(foldwise::message_ids{}))
            if (auto const at = by_id.find(id); at != by_id.end() && root_of(at->second) != i)
                parent = at->second;
        nodes[i].root = parent; // no circle: the parent is not below this message
        if (parent != i) nodes[parent].answers.push_back(i);
    }
    std::vector<std::pair<std::size_t, std::size_t>> next; // messages and depths, the next one last
    for (auto i = nodes.size(); i-- > 0;)
        if (nodes[i].root == i) next.emplace_back(i, 0);
    while (!next.empty()) {
        auto const [at, depth] = next.back();
        next.pop_back();
        auto const subject = foldwise::get<"Subject">(nodes[at].message);
        std::cout << std::string(depth < 20 ? 2 * depth : 40, ' ') << at + 1 << ": "
                  << (subject ? visible(subject->to_string()) : "") << '\n';
        for (auto i = nodes[at].answers.size(); i-- > 0;)
            next.emplace_back(nodes[at].answers[i], depth + 1);
    }
}
