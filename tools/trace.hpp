#ifndef FOLDWISE_TOOLS_TRACE_HPP
#define FOLDWISE_TOOLS_TRACE_HPP

#include "counts_by_name.hpp"
#include "duration.hpp"
#include "hop_drawing.hpp"
#include "input.hpp"
#include "link_table.hpp"
#include "terminal.hpp"

#include <foldwise/base/utf8.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/trace/hops.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace tool {

/// Shows the route of messages: for one message, its hops with their delays as bars; for several,
/// the links from host to host with the longest delays. Memory does not grow with the mailbox.
class trace {
  public:
    trace(options const& options, output& out, terminal const& terminal)
        : out_{out}, terminal_{terminal}, drawing_{terminal, options.ascii},
          arrow_{options.ascii ? " -> " : " \xE2\x86\x92 "} {}

    /// Adds a message.
    void operator()(found const& found) {
        foldwise::hops const hops{foldwise::entity{found.entry.message()}.header()};
        // Printed if there is no other message.
        drawn_ = ++messages_ == 1 && !hops.empty() ? drawing_.draw(hops) : std::string{};
        if (hops.empty()) ++without_hops_;
        label_ = terminal_.width() == 0 ? found.name() : found.short_name();
        for (auto const hop : hops) add(hop);
    }

    std::uint64_t messages() const { return messages_; }
    /// Whether any message has a Received field.
    bool has_hops() const { return hops_ != 0; }

    /// Prints the result after all messages have been read.
    void finish() {
        if (has_hops() && messages_ == 1) out_.write(drawn_);
        if (has_hops() && messages_ != 1) print_table();
    }

  private:
    static constexpr std::string_view gap = "  ";
    static constexpr std::string_view bound_mark = ">=";
    static constexpr std::size_t short_width = 7; // "9.5 min"
    static constexpr std::size_t count_width = 6;
    static constexpr std::size_t least_label = 7;
    static constexpr std::size_t name_indent = 4;
    static constexpr std::size_t rows = 20;

    void add(foldwise::hop const& hop) {
        ++hops_;
        if (!hop.arrival()) ++undated_;
        auto const delay = hop.delay();
        if (!delay) return;
        if (*delay < 0) {
            ++skewed_;
            return;
        }
        auto const received = hop.received();
        auto const from = received.from();
        auto const by = received.by();
        links_.add(from ? shown_name(*from) : "-", by ? by->name().to_string() : "-",
                   static_cast<std::uint64_t>(*delay), label_);
    }

    void print_table() {
        auto const links = links_.first(rows);
        if (!links.empty()) {
            for (auto const* const each : links) {
                label_width_ = std::max(label_width_, terminal_.columns_of(each->slowest_label));
                if (!each->is_exact) mark_width_ = bound_mark.size();
            }
            if (terminal_.width() != 0 &&
                label_width_ > std::max(least_label, terminal_.width() / 5))
                label_width_ = 0;
            append_heads();
            for (auto const* const each : links) append(*each);
        }
        append_counts(links.size());
        out_.write(text_);
    }

    /// Whether the terminal is so narrow that it shows only the most important times.
    bool is_narrow() const { return terminal_.width() != 0 && terminal_.width() < 72; }

    /// Whether the names of the messages are in a column. They are never cut: if one is long, each
    /// has a line of its own. A narrow terminal does not show them.
    bool has_column() const { return !is_narrow() && label_width_ != 0; }

    void append_heads() {
        terminal_.style(text_, "1");
        append_right("all", time_width());
        if (!is_narrow()) {
            append_right("hops", gap.size() + mark_width_ + count_width);
            append_right("median", gap.size() + short_width);
        }
        append_right("slowest", gap.size() + time_width());
        if (has_column()) append_right("message", gap.size() + label_width_);
        text_ += gap;
        auto heads = std::string{"from"};
        heads.append(arrow_).append("by");
        if (!is_narrow() && !has_column()) heads += ", and the slowest message";
        line_end(heads);
    }

    void append(link const& each) {
        append_bound(each, short_text(each.all), time_width());
        if (!is_narrow()) {
            append_bound(each, std::to_string(each.delays.count()),
                         gap.size() + mark_width_ + count_width);
            append_right(each.is_exact ? short_text(each.median()) : "?", gap.size() + short_width);
        }
        append_bound(each, short_text(each.slowest), gap.size() + time_width());
        if (has_column()) {
            text_ += gap;
            auto const used = terminal_.columns_of(each.slowest_label);
            text_.append(label_width_ - used, ' ');
            append_label(each);
        }
        text_ += gap;
        append_link(each);
        if (is_narrow() || has_column()) return;
        text_.append(name_indent, ' ');
        append_label(each);
        text_ += '\n';
    }

    void append_label(link const& each) {
        terminal_.style(text_, "33");
        terminal_.append_name(text_, each.slowest_label);
        terminal_.plain(text_);
    }

    /// Appends text in `width` columns, after spaces.
    void append_right(std::string_view text, std::size_t width) {
        text_.append(text.size() < width ? width - text.size() : 0, ' ').append(text);
    }

    static std::string short_text(std::uint64_t seconds) {
        return short_duration(static_cast<std::int64_t>(seconds));
    }

    /// Appends a number of the link, marked if it is only a lower bound.
    void append_bound(link const& each, std::string const& text, std::size_t width) {
        append_right(each.is_exact ? text : std::string{bound_mark}.append(text), width);
    }

    std::size_t time_width() const { return mark_width_ + short_width; }

    /// The number of columns that are left for the hosts.
    std::size_t link_width() const {
        auto const others = mark_width_ + count_width + short_width + 2 * gap.size();
        auto const taken = 2 * time_width() + 2 * gap.size() + (is_narrow() ? 0 : others) +
                           (has_column() ? label_width_ + gap.size() : 0);
        return terminal_.width() > taken ? terminal_.width() - taken : 1;
    }

    void append_link(link const& each) {
        if (terminal_.width() == 0) {
            line_end(each.from + std::string{arrow_} + each.by);
            return;
        }
        // Each host gets half of the columns, and those that the other host does not need.
        auto const arrow_width = terminal_.width() == 0 ? 0 : terminal_.columns_of(arrow_);
        auto const both = link_width() > arrow_width + 2 ? link_width() - arrow_width : 2;
        auto const from = terminal_.columns_of(each.from);
        auto const by = terminal_.columns_of(each.by);
        auto const from_width = std::min(from, std::max(both / 2, both > by ? both - by : 0));
        append_end(each.from, from_width);
        text_ += arrow_;
        append_end(each.by, std::min(by, both - from_width));
        text_ += '\n';
    }

    /// Appends `text`, aligned to the right in `width` columns. If it is longer, appends its end.
    void append_end(std::string_view text, std::size_t width) {
        shown_.clear();
        auto used = terminal_.append(shown_, text);
        bool const is_cut = used > width && terminal_.width() != 0;
        while (is_cut && used > width - 1) {
            text.remove_prefix(foldwise::utf8_character_at(text, 0).size);
            shown_.clear();
            used = terminal_.append(shown_, text);
        }
        used += is_cut ? 1u : 0u;
        text_.append(used < width ? width - used : 0, ' ');
        if (is_cut) terminal_.append_ellipsis(text_);
        text_ += shown_;
    }

    /// Appends as much of `text` as fits, and ends the line.
    void line_end(std::string_view text) {
        auto const all = static_cast<std::size_t>(-1);
        terminal_.append(text_, text, terminal_.width() == 0 ? all : link_width());
        terminal_.plain(text_);
        text_ += '\n';
    }

    /// Appends the totals, and the numbers of hops and links that the table leaves out.
    void append_counts(std::size_t shown) {
        if (shown != 0) text_ += '\n';
        append_count(messages_, "message", "messages", "");
        append_count(hops_, "hop", "hops", "");
        auto const forgotten = links_.forgotten_hops();
        if (auto const more = links_.size() - shown)
            append_count(more, "more link", "more links", "", forgotten == 0);
        if (forgotten != 0)
            append_count(forgotten, "hop", "hops", " of quick links that were not kept");
        if (skewed_ != 0)
            append_count(skewed_, "hop", "hops", " dated before the previous one (clock skew)");
        if (undated_ != 0) append_count(undated_, "hop", "hops", " without a certain date");
        if (without_hops_ != 0)
            append_count(without_hops_, "message", "messages", " without Received fields");
    }

    void append_count(std::uint64_t count, std::string_view one, std::string_view several,
                      std::string_view what, bool is_exact = true) {
        auto line = count_text(count, is_exact) + ' ';
        line.append(count == 1 ? one : several).append(what);
        auto const all = static_cast<std::size_t>(-1);
        terminal_.append(text_, line, terminal_.width() == 0 ? all : terminal_.width());
        text_ += '\n';
    }

    output& out_;
    terminal const& terminal_;
    hop_drawing drawing_;
    std::string_view arrow_;
    std::string drawn_;
    std::string label_;
    link_table links_;
    std::uint64_t messages_ = 0;
    std::uint64_t without_hops_ = 0;
    std::uint64_t hops_ = 0;
    std::uint64_t skewed_ = 0;
    std::uint64_t undated_ = 0;
    std::size_t label_width_ = least_label;
    std::size_t mark_width_ = 0; // of the marks of lower bounds, if there are any
    std::string text_;
    std::string shown_;
};

} // namespace tool

#endif
