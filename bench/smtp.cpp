// Mail data of SMTP (RFC 5321 section 4.5.2): finding its end, and dropping the dots that the client
// added.

#include "support.hpp"

#include <foldwise/base/line.hpp>
#include <foldwise/mail_data/dot_unstuffed.hpp>
#include <foldwise/mail_data/end_of_data_finder.hpp>
#include <foldwise/store/mbox.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// How often a line of mail starts with a dot: in 160,000 lines of test mail of many projects, once
/// in 290 lines.
constexpr std::size_t lines_per_dot = 290;

/// The octets of a TCP segment: what a server often receives at a time.
constexpr std::size_t segment = 1460;

/// The messages of a mailbox as a client sends them after DATA.
class mail_data {
  public:
    explicit mail_data(bench::mailbox const& box) {
        for (auto const entry : foldwise::mbox{box.bytes, box.read_as}) add(entry.message_bytes());
        for (auto const& data : sent_) pieces.push_back(data);
        room.resize(largest);
    }

    /// Whether the text of each message comes back unchanged.
    bool is_right() const {
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            auto const text = std::string_view{sent_[i]}.substr(0, sent_[i].size() - 3);
            if (foldwise::dot_unstuffed{text}.to_string() != texts_[i]) return false;
        }
        return true;
    }

    std::vector<std::string_view> pieces;
    std::size_t dots = 0;        ///< that were added
    std::size_t text_octets = 0; ///< without them, and without the ends
    std::size_t largest = 0;     ///< text, in octets
    std::vector<char> room;

  private:
    void add(std::string_view message) {
        std::string text;
        std::string sent;
        for (auto const line : foldwise::lines{message}) {
            if (++lines_ % lines_per_dot == 0) text.append(".");
            text.append(line.raw());
            bool const has_dot = lines_ % lines_per_dot == 0 || line.raw().starts_with('.');
            if (has_dot) sent.append(".");
            if (has_dot) ++dots;
            if (lines_ % lines_per_dot == 0) sent.append(".");
            sent.append(line.raw());
        }
        text_octets += text.size();
        if (text.size() > largest) largest = text.size();
        texts_.push_back(std::move(text));
        sent_.push_back(sent.append(".\r\n"));
    }

    std::vector<std::string> texts_;
    std::vector<std::string> sent_;
    std::size_t lines_ = 0;
};

bench::tally walk_foldwise_lines(bench::byte_pieces pieces) {
    bench::tally found;
    for (auto const piece : pieces)
        for (auto const line : foldwise::lines{piece}) {
            ++found.count;
            found.octets += line.raw().size();
        }
    return found;
}

/// Reports, besides what beside_lines() does, `to_foldwise_lines`: the task's speed divided by that
/// of a walk over foldwise::lines of the same bytes, the median of rounds in which both run.
template <class Task>
void measure(benchmark::State& state, bench::mailbox const& box,
             bench::tally (*expected)(mail_data const&), Task const& task) {
    mail_data data{box};
    if (!data.is_right()) return state.SkipWithError("a text is not what it must be");
    auto const run = [&] { return task(data); };
    bench::beside_lines(state, data.pieces, expected(data), run);
    std::vector<double> ratios;
    while (ratios.size() < 3 * bench::least_rounds()) {
        bench::tally walked;
        bench::tally found;
        auto const walk = bench::seconds([&] { return walk_foldwise_lines(data.pieces); }, walked);
        ratios.push_back(walk / bench::seconds(run, found));
    }
    state.counters["to_foldwise_lines"] = bench::median(ratios);
}

bench::tally ends_of(mail_data const& data) {
    return {data.pieces.size(), data.text_octets + data.dots};
}
bench::tally texts_of(mail_data const& data) { return {data.pieces.size(), data.text_octets}; }

void measure_find_end(benchmark::State& state, bench::mailbox const& box) {
    measure(state, box, ends_of, [](mail_data const& data) {
        bench::tally found;
        for (auto const piece : data.pieces) {
            foldwise::end_of_data_finder finder;
            finder.feed(piece);
            found.count += finder.found() ? 1u : 0u;
            found.octets += finder.text_size();
        }
        return found;
    });
}

void measure_find_end_in_segments(benchmark::State& state, bench::mailbox const& box) {
    measure(state, box, ends_of, [](mail_data const& data) {
        bench::tally found;
        for (auto piece : data.pieces) {
            foldwise::end_of_data_finder finder;
            for (; !finder.found(); piece.remove_prefix(finder.found() ? 0 : segment))
                finder.feed(piece.substr(0, segment));
            ++found.count;
            found.octets += finder.text_size();
        }
        return found;
    });
}

/// How long the text is, which needs a search for all dots but no copy.
void measure_unstuff(benchmark::State& state, bench::mailbox const& box) {
    measure(state, box, texts_of, [](mail_data const& data) {
        bench::tally found;
        for (auto const piece : data.pieces) {
            foldwise::dot_unstuffed const text{piece.substr(0, piece.size() - 3)};
            ++found.count;
            found.octets += text.length();
        }
        return found;
    });
}

void measure_unstuff_copy(benchmark::State& state, bench::mailbox const& box) {
    measure(state, box, texts_of, [](mail_data& data) {
        bench::tally found;
        for (auto const piece : data.pieces) {
            foldwise::dot_unstuffed const text{piece.substr(0, piece.size() - 3)};
            auto const size = text.copy_to(data.room.data(), data.room.size());
            bench::keep({data.room.data(), size});
            ++found.count;
            found.octets += size;
        }
        return found;
    });
}

constexpr bench::source sources[] = {
    {"list", bench::make<bench::mail_kind::list, bench::newline::crlf>},
    {"attach", bench::make<bench::mail_kind::attach, bench::newline::crlf>},
    {"headers", bench::make<bench::mail_kind::headers, bench::newline::crlf>},
};

[[maybe_unused]] bool const added = [] {
    bench::add("smtp_find_end", sources, measure_find_end);
    bench::add("smtp_find_end_in_segments", sources, measure_find_end_in_segments);
    bench::add("smtp_unstuff", sources, measure_unstuff);
    bench::add("smtp_unstuff_copy", sources, measure_unstuff_copy);
    return true;
}();

} // namespace
