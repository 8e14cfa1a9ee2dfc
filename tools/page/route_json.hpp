#ifndef FOLDWISE_TOOLS_PAGE_ROUTE_JSON_HPP
#define FOLDWISE_TOOLS_PAGE_ROUTE_JSON_HPP

#include "../date_text.hpp"
#include "../duration.hpp"
#include "../hop_drawing.hpp"
#include "../json/dates.hpp"
#include "../json/writer.hpp"

#include <foldwise/message/message.hpp>
#include <foldwise/trace/hops.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tool {

/// Writes the hops of a message as `foldwise trace` shows them, the oldest first: an object with
/// the total delay and an array of hops, of which only the newest `most_hops` are written. `start`
/// is the offset of the message in its file.
class route_json {
  public:
    static constexpr std::size_t most_hops = 1000;

    route_json(json_writer& json, foldwise::message const& message, std::uint64_t start)
        : json_{json}, message_{message}, start_{start} {}

    void add(foldwise::hops const& hops) {
        json_.open('{').key("total");
        add_delay(hops.total());
        std::size_t count = 0;
        std::vector<foldwise::hop> oldest_first;
        for (auto const hop : hops)
            if (count++ < most_hops) oldest_first.push_back(hop);
        std::reverse(oldest_first.begin(), oldest_first.end());
        json_.key("hop_count").value(count).key("hops").open('[');
        for (auto const& hop : oldest_first) add(hop);
        json_.close(']').close('}');
    }

  private:
    void add(foldwise::hop const& hop) {
        auto const received = hop.received();
        auto const by = received.by();
        auto const with = received.with();
        json_.open('{').key("from").value(shown_host(received.from()));
        json_.key("by").value(by ? by->name().to_string() : std::string{});
        json_.key("with").value(with ? with->value().to_string() : std::string{});
        write_date(json_.key("date"), date_of(received.date()));
        json_.key("is_certain").boolean(hop.arrival().has_value()).key("delay");
        add_delay(hop.delay());
        auto const field = hop.field().raw();
        json_.key("offset").value(start_ + message_.offset_of(field));
        json_.key("length").value(field.size()).close('}');
    }

    /// Adds seconds, and the same for people.
    void add_delay(std::optional<std::int64_t> seconds) {
        if (!seconds) {
            json_.null();
            return;
        }
        json_.open('{').key("seconds").value(*seconds);
        json_.key("text").value(human_duration(*seconds)).close('}');
    }

    json_writer& json_;
    foldwise::message message_;
    std::uint64_t start_;
};

} // namespace tool

#endif
