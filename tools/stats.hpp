#ifndef FOLDWISE_TOOLS_STATS_HPP
#define FOLDWISE_TOOLS_STATS_HPP

#include "address_text.hpp"
#include "counts_by_name.hpp"
#include "date_text.hpp"
#include "input.hpp"
#include "link_table.hpp"
#include "part_text.hpp"
#include "stats_printer.hpp"
#include "structure_table.hpp"
#include "terminal.hpp"
#include "timeline.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/part_role.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Counts messages by time, size, sender and structure. Memory does not grow with the mailbox.
class stats {
  public:
    stats(options const& options, output& out, terminal const& terminal)
        : options_{options}, out_{out}, terminal_{terminal} {}

    /// Counts a message.
    void operator()(found const& found) {
        ++messages_;
        auto const message = found.entry.message();
        foldwise::entity const root{message};
        foldwise::field_index const fields{root.header(), room_};
        add_size(found, message.raw().size());
        auto when = date_of(fields).when;
        if (!when) when = delivery_date_of(found.entry, fields);
        if (when)
            times_.add(when->unix_seconds());
        else
            ++undated_;
        senders_.of(sender_of(fields)).add({1});
        if (foldwise::has_attachment(root)) ++attachments_;
        structures_.add(root);
    }

    std::uint64_t messages() const { return messages_; }

    /// Prints the result after all messages have been read.
    void finish() {
        if (messages_ == 0) return;
        stats_printer to{out_, terminal_, options_.json, options_.ascii};
        to.number("messages", messages_);
        to.number("octets", octets_);
        to.number("median", std::clamp(sizes_.median(), smallest_, largest_));
        to.number("largest", largest_, largest_label_);
        to.number("attachments", attachments_);
        if (!times_.empty()) {
            to.word("first", times_.first());
            to.word("last", times_.last());
        }
        to.number("undated", undated_);
        if (!times_.empty()) {
            auto const unit = times_.readable_unit();
            to.ranges(timeline::name_of(unit), times_.rows(unit));
        }
        to.ranges("size", size_rows(to.is_for_people()));
        to.names("sender", senders_.rows(), senders_.others().messages, senders_.most_of_another());
        to.names("structure", structures_.rows(), structures_.others(),
                 structures_.most_of_another());
        to.finish();
    }

  private:
    void add_size(found const& found, std::uint64_t size) {
        if (messages_ == 1 || size < smallest_) smallest_ = size;
        if (messages_ == 1 || size > largest_) {
            largest_ = size;
            largest_label_ = found.name();
        }
        octets_ += size;
        sizes_.add(size);
        std::size_t at = 0;
        while (at + 1 < size_steps && size >= limit_of(at)) ++at;
        ++by_size_[at];
    }

    // Sizes are counted in steps: below 1 KiB, below 4 KiB ... below 64 MiB, and others.
    static constexpr std::size_t size_steps = 10;
    static std::uint64_t limit_of(std::size_t step) { return std::uint64_t{1024} << (2 * step); }

    stats_printer::table size_rows(bool for_people) const {
        stats_printer::table rows;
        for (std::size_t at = 0; at < size_steps; ++at) {
            bool const is_last = at + 1 == size_steps;
            bool const is_beyond = at != 0 && limit_of(at - 1) > largest_;
            if (is_beyond || (rows.empty() && by_size_[at] == 0)) continue;
            auto const limit = limit_of(is_last ? at - 1 : at);
            auto label = std::string{is_last ? ">= " : "< "};
            if (for_people)
                label += human_size(limit);
            else
                label += std::to_string(limit);
            rows.emplace_back(std::move(label), by_size_[at]);
        }
        return rows;
    }

    /// The address of the first author, in lower case: one person may use several names.
    static std::string sender_of(foldwise::field_index const& fields) {
        if (auto const field = fields.find("From"))
            for (auto const author : foldwise::address_list{*field}.mailboxes())
                return lower(author.addr_spec().to_string());
        return "(no address)";
    }

    options const& options_;
    output& out_;
    terminal const& terminal_;
    std::uint64_t messages_ = 0;
    std::uint64_t octets_ = 0;
    std::uint64_t smallest_ = 0;
    std::uint64_t largest_ = 0;
    std::string largest_label_;
    std::uint64_t attachments_ = 0;
    std::uint64_t undated_ = 0;
    std::uint64_t by_size_[size_steps] = {};
    delay_counts sizes_;
    timeline times_;
    counts_by_name<message_count> senders_;
    structure_table structures_;
    foldwise::field_slot room_[64]; // for the fields of a message
};

} // namespace tool

#endif
