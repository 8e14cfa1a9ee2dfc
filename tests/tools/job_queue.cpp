#include "../../tools/job_queue.hpp"

#include "../support.hpp"
#include "kept_output.hpp"

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <utility>

namespace {

tool::piece made(std::uint64_t number, std::string text) {
    tool::piece result;
    result.number = number;
    result.text = std::move(text);
    return result;
}

void nothing(tool::job&) {}

} // namespace

TEST_CASE("tool job queue: pieces are written in their order, whichever is finished first") {
    for (std::string const order : {"012", "021", "102", "120", "201", "210"}) {
        test::kept_output out;
        tool::progress progress{0};
        tool::job_queue queue{1, out, progress};
        for (int i = 0; i < 3; ++i) queue.add(nothing);
        std::string ends;
        for (char const each : order) {
            auto mine = made(static_cast<std::uint64_t>(each - '0'), std::string(3, each));
            mine.then = [&ends, each] { ends += each; };
            queue.finish(std::move(mine));
        }
        REQUIRE_SAME(order, queue.wait(), 3u);
        REQUIRE_SAME(order, out.text, "000111222");
        REQUIRE_SAME(order, ends, "012");
    }
}

TEST_CASE("tool job queue: a job that is ahead keeps at most 4 MiB, and waits for its turn") {
    constexpr std::size_t step = 1 << 16;
    constexpr std::size_t all = 200; // steps; 12.5 MiB
    test::kept_output out;
    tool::progress progress{0};
    tool::job_queue queue{1, out, progress};
    queue.add(nothing);
    queue.add(nothing);
    std::atomic<std::size_t> kept = 0;
    std::thread ahead{[&] {
        auto mine = made(1, "");
        for (std::size_t i = 0; i < all; ++i) {
            mine.text.append(step, 'b');
            if (queue.keep(mine, step)) ++kept;
        }
        queue.finish(std::move(mine));
    }};
    constexpr std::size_t most = (std::size_t{1} << 22) / step;
    auto const wait = [](int milliseconds) {
        std::this_thread::sleep_for(std::chrono::milliseconds{milliseconds});
    };
    for (int i = 0; i < 2000 && kept < most; ++i) wait(10); // a busy machine may take long
    wait(50);
    REQUIRE_SAME("kept", kept.load(), most);
    REQUIRE_SAME("written before its turn", out.text, "");
    auto first = made(0, std::string(10, 'a'));
    REQUIRE_SAME("the first one is written at once", queue.keep(first, step), false);
    REQUIRE_SAME("first", out.text, std::string(10, 'a'));
    queue.finish(std::move(first));
    queue.wait();
    ahead.join();
    REQUIRE_SAME("no more kept", kept.load(), most);
    REQUIRE_SAME("all", out.text == std::string(10, 'a') + std::string(all * step, 'b'), true);
}
