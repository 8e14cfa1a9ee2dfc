#ifndef FOLDWISE_TOOLS_HOP_DRAWING_HPP
#define FOLDWISE_TOOLS_HOP_DRAWING_HPP

#include "duration.hpp"
#include "terminal.hpp"

#include <foldwise/trace/hops.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// The name of a host: the one that the server looked up, or else the one that the client gave, or
/// else the address.
inline std::string shown_name(foldwise::extended_domain const& host) {
    if (auto const name = host.host()) return std::string{*name};
    auto name = host.helo().to_string();
    if (auto const address = host.address(); address && name.empty()) name = address->text;
    return name;
}

/// All names of a host: "pc17 (mail.example.net [192.0.2.25])", without parts that are missing or
/// repeated; "-" if there is no host.
inline std::string shown_host(std::optional<foldwise::extended_domain> const& host) {
    if (!host) return "-";
    auto text = host->helo().to_string();
    auto const name = host->host().value_or("");
    auto address = std::string{host->address() ? host->address()->text : ""};
    if (!address.empty()) address = '[' + address + ']';
    if (!name.empty() && name != text) {
        text.append(text.empty() ? "(" : " (").append(name);
        text.append(address.empty() ? "" : " ").append(address).append(")");
    } else if (address != text) {
        text.append(text.empty() || address.empty() ? "" : " ").append(address);
    }
    return text.empty() ? "-" : text;
}

/// Draws the hops of one message, the oldest first: the delay of each, its two hosts, and a bar for
/// the delay. Hosts that do not fit in one line take two.
class hop_drawing {
  public:
    hop_drawing(terminal const& terminal, bool ascii) : terminal_{terminal}, ascii_{ascii} {}

    std::string draw(foldwise::hops const& hops) {
        std::vector<foldwise::hop> oldest_first;
        std::int64_t longest = 0;
        for (auto const hop : hops) {
            oldest_first.push_back(hop);
            longest = std::max(longest, hop.delay().value_or(0));
        }
        std::reverse(oldest_first.begin(), oldest_first.end());
        text_.clear();
        std::size_t number = 0;
        for (auto const& hop : oldest_first) append(hop, ++number, longest);
        auto const total = hops.total();
        terminal_.style(text_, "1");
        append_left(total ? human_duration(*total) : number == 1 ? "" : "?", margin - gap);
        text_.append(gap, ' ');
        line_end("in all, " + std::to_string(number) + (number == 1 ? " hop" : " hops"));
        return std::move(text_);
    }

  private:
    static constexpr std::size_t number_width = 3;
    static constexpr std::size_t gap = 2;
    static constexpr std::size_t duration_width = 12; // "-59 min 59 s"
    static constexpr std::size_t margin = number_width + gap + duration_width + gap;

    /// The number of columns to the right of the margin.
    std::size_t columns() const {
        auto const width = terminal_.width() == 0 ? 80 : terminal_.width();
        return width > margin ? width - margin : 1;
    }

    void append(foldwise::hop const& hop, std::size_t number, std::int64_t longest) {
        auto const received = hop.received();
        auto const delay = hop.delay();
        bool const is_skew = delay && *delay < 0;
        terminal_.style(text_, "33");
        append_left(std::to_string(number), number_width);
        terminal_.style(text_, is_skew ? "0;31" : "0;1");
        text_.append(gap, ' ');
        append_left(delay             ? human_duration(*delay)
                    : hop.arrival()   ? number == 1 ? "" : "?"
                    : received.date() ? "zone?"
                                      : "no date",
                    duration_width);
        text_.append(gap, ' ');
        append_hosts(received);
        if (!delay || *delay == 0) return;
        text_.append(margin, ' ');
        if (is_skew) {
            terminal_.style(text_, "31");
            line_end("clock skew: dated before the previous hop");
        } else {
            terminal_.style(text_, "36");
            terminal_.append_bar(text_, static_cast<double>(*delay) / static_cast<double>(longest),
                                 columns());
            terminal_.plain(text_);
            text_ += '\n';
        }
    }

    /// Appends text in `width` columns, after spaces.
    void append_left(std::string_view text, std::size_t width) {
        text_.append(text.size() < width ? width - text.size() : 0, ' ').append(text);
    }

    /// Appends "FROM -> BY  WITH", in one line if that fits.
    void append_hosts(foldwise::received const& received) {
        auto const from = shown_host(received.from());
        auto const by = received.by();
        auto to = std::string{ascii_ ? "-> " : "\xE2\x86\x92 "};
        to += by && !by->name().empty() ? by->name().to_string() : "-";
        if (auto const with = received.with()) {
            to += "  ";
            with->value().append_to(to);
        }
        auto const both = from + ' ' + to;
        terminal_.plain(text_);
        std::string shown;
        if (terminal_.width() == 0 || terminal_.append(shown, both) <= columns()) {
            line_end(both);
            return;
        }
        line_end(from);
        text_.append(margin, ' ');
        line_end(to);
    }

    /// Appends as much of `text` as fits, and ends the line.
    void line_end(std::string_view text) {
        auto const all = static_cast<std::size_t>(-1);
        terminal_.append(text_, text, terminal_.width() == 0 ? all : columns());
        terminal_.plain(text_);
        text_ += '\n';
    }

    terminal const& terminal_;
    bool ascii_;
    std::string text_;
};

} // namespace tool

#endif
