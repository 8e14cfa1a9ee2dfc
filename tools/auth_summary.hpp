#ifndef FOLDWISE_TOOLS_AUTH_SUMMARY_HPP
#define FOLDWISE_TOOLS_AUTH_SUMMARY_HPP

#include "auth_facts.hpp"
#include "auth_table.hpp"
#include "auth_trust.hpp"
#include "counts_by_name.hpp"
#include "paragraph.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Adds up the results of many messages by the domain of From, as in an aggregate report of DMARC
/// (RFC 9990). Memory does not grow with the number of messages.
class auth_summary {
  public:
    explicit auth_summary(terminal const& terminal) : terminal_{terminal} {}

    void add(auth_facts const& facts) {
        auth_tally tally;
        for (auto const& source : facts.sources) {
            bool const counts = source.trusted != answer::no && !source.is_spf_field;
            if (!source.is_spf_field) ++servers_of(source).of(source.by).messages;
            if (!counts) continue;
            tally.is_judged = true;
            for (auto const& check : source.checks) {
                // Without a trusted server, what passed is counted, whatever its domain is.
                bool const is_good = source.trusted == answer::yes ? check.alignment == answer::yes
                                                                   : check.result == "pass";
                if (is_good && check.method == "spf") tally.spf = true;
                if (is_good && check.method == "dkim") tally.dkim = true;
            }
        }
        domains_.of(facts.from_domain.empty() ? '(' + facts.no_domain + ')' : facts.from_domain)
            .add(tally);
        all_.add(tally);
    }

    std::string print(auth_trust const& trust) {
        text_.clear();
        if (terminal_.width() == 0)
            print_lines(trust);
        else
            print_table(trust);
        return std::move(text_);
    }

  private:
    static constexpr std::size_t most_rows = 25;
    static constexpr std::size_t most_servers = 10;

    counts_by_name<auth_counts>& servers_of(auth_source const& source) {
        return source.trusted == answer::yes ? trusted_ : others_;
    }

    void print_lines(auth_trust const& trust) {
        line({"# as recorded, not verified; " + trust.basis()});
        auto const add_counts = [&](std::string_view kind, std::string_view name,
                                    auth_counts const& counts, std::string_view remark = {}) {
            auto const number = [](std::uint64_t count) { return std::to_string(count); };
            line({kind, name, number(counts.messages), number(counts.spf), number(counts.dkim),
                  number(counts.neither), number(counts.unjudged)},
                 remark);
        };
        for (auto const& row : domains_.rows())
            add_counts("domain", row.name, row.counts, row.is_exact() ? "" : "at least");
        if (auto const others = domains_.others(); others.messages != 0)
            add_counts("others", "", others, at_most_text(domains_.most_of_another()));
        add_counts("all", "", all_);
        for (auto const* const servers : {&trusted_, &others_})
            for (auto const& row : servers->rows())
                line({"server", row.name, servers == &trusted_ ? "trusted" : "not trusted",
                      std::to_string(row.counts.messages)},
                     row.is_exact() ? "" : "at least");
    }

    /// Adds a line of values. If `last` is empty, it is left out, with the TAB before it.
    void line(std::initializer_list<std::string_view> values, std::string_view last = {}) {
        terminal_.append_line(text_, values);
        if (!last.empty()) text_.insert(text_.size() - 1, std::string{"\t"}.append(last));
    }

    void print_table(auth_trust const& trust) {
        paragraph("1", "Authentication as recorded, not verified");
        paragraph("2", trust.basis());
        paragraph("2", trust.is_given()
                           ? "SPF, DKIM: messages with a trusted result that aligns with From. "
                             "unknown: messages without trusted results."
                           : "SPF, DKIM: messages with any result that is said to be \"pass\". "
                             "unknown: messages without results.");
        text_ += '\n';
        terminal_.style(text_, "1");
        append_cells("domain of From", {"messages", "SPF", "DKIM", "neither", "unknown"});
        terminal_.plain(text_);
        text_ += '\n';
        auto const rows = domains_.rows();
        for (std::size_t i = 0; i < rows.size() && i < most_rows; ++i)
            append_row(rows[i].name, rows[i].counts, rows[i].is_exact());
        auto rest = domains_.others();
        for (std::size_t i = most_rows; i < rows.size(); ++i) rest.add(rows[i].counts);
        if (rest.messages != 0) append_row("(other domains)", rest);
        if (rows.size() > 1) append_row("(all)", all_);
        print_servers(trust);
        for (auto const* const table : {&domains_, &trusted_, &others_}) {
            if (table->most_of_another() == 0) continue;
            text_ += '\n';
            return paragraph("2",
                             "There were too many names to count each from the start: >= marks "
                             "a lower bound.");
        }
    }

    /// Prints the servers that recorded results, with the number of fields that each recorded.
    void print_servers(auth_trust const& trust) {
        for (auto const* const servers : {&trusted_, &others_}) {
            auto const rows = servers->rows();
            if (rows.empty()) continue;
            text_ += '\n';
            paragraph("1", !trust.is_given()      ? "Recorded by"
                           : servers == &trusted_ ? "Recorded by trusted servers"
                                                  : "Recorded by others");
            for (std::size_t i = 0; i < rows.size() && i < most_servers; ++i)
                append_server(count_text(rows[i].counts.messages, rows[i].is_exact()),
                              rows[i].name.empty() ? "(no name)" : rows[i].name);
            auto rest = servers->others().messages;
            for (std::size_t i = most_servers; i < rows.size(); ++i)
                rest += rows[i].counts.messages;
            if (rest != 0) append_server(std::to_string(rest), "(other servers)");
        }
    }

    void append_server(std::string const& digits, std::string_view name) {
        constexpr std::size_t columns = 8;
        text_.append(digits.size() < columns ? columns - digits.size() : 0, ' ').append(digits);
        text_ += "  ";
        terminal_.append(text_, name,
                         terminal_.width() > columns + 2 ? terminal_.width() - columns - 2 : 1);
        text_ += '\n';
    }

    void append_row(std::string_view name, auth_counts const& counts, bool is_exact = true) {
        auto const cell = [=](std::uint64_t count) { return count_text(count, is_exact); };
        append_cells(name, {cell(counts.messages), cell(counts.spf), cell(counts.dkim),
                            cell(counts.neither), cell(counts.unjudged)});
        text_ += '\n';
    }

    /// Adds a name and its counts. A narrow terminal shows only the first three counts.
    void append_cells(std::string_view name, std::initializer_list<std::string> counts) {
        constexpr std::size_t widths[] = {8, 6, 6, 7, 7};
        bool const is_narrow = terminal_.width() < 64;
        auto const gap = is_narrow ? std::size_t{1} : std::size_t{2};
        auto const shown = is_narrow ? std::size_t{3} : counts.size();
        std::size_t taken = 0;
        for (std::size_t i = 0; i < shown; ++i) taken += widths[i] + gap;
        auto const rest = terminal_.width() > taken + 4 ? terminal_.width() - taken : 4;
        terminal_.append_column(text_, name, rest);
        for (std::size_t i = 0; i < shown; ++i) {
            auto const& count = counts.begin()[i];
            auto const columns = widths[i] + gap;
            text_.append(count.size() < columns ? columns - count.size() : 0, ' ').append(count);
        }
    }

    void paragraph(std::string_view style, std::string_view text) {
        append_paragraph(text_, terminal_, style, text, {terminal_.width()});
    }

    terminal const& terminal_;
    counts_by_name<auth_counts> domains_;
    counts_by_name<auth_counts> trusted_;
    counts_by_name<auth_counts> others_;
    auth_counts all_;
    std::string text_;
};

} // namespace tool

#endif
