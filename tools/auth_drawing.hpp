#ifndef FOLDWISE_TOOLS_AUTH_DRAWING_HPP
#define FOLDWISE_TOOLS_AUTH_DRAWING_HPP

#include "auth_facts.hpp"
#include "paragraph.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Draws what is known about the authentication of one message, for people on a terminal. Lines
/// are wrapped at spaces.
class auth_drawing {
  public:
    explicit auth_drawing(terminal const& terminal) : terminal_{terminal} {}

    std::string draw(auth_facts const& facts) {
        text_.clear();
        draw_title(facts.label);
        words("", 0, "From: " + (facts.from.empty() ? "(none)" : facts.from));
        words("2", 0, facts.basis);
        if (!facts.boundary.empty())
            words("2", 0,
                  "Nothing below the Received field of " + facts.boundary +
                      ", which is not one of your own hosts, is trusted.");
        for (auto const& source : facts.sources) draw(source);
        if (facts.sources.empty()) section("No server recorded results");
        draw_chain(facts);
        if (facts.signatures.empty()) section("Nothing is signed");
        if (!facts.signatures.empty()) section("Signatures, not verified");
        for (auto const& each : facts.signatures) draw(each);
        if (facts.more_signatures != 0)
            words("2", indentation, std::to_string(facts.more_signatures) + " more signatures");
        text_ += '\n';
        words(facts.alignment == answer::yes  ? "1;32"
              : facts.alignment == answer::no ? "1;31"
                                              : "1",
              0, facts.verdict);
        return std::move(text_);
    }

  private:
    static constexpr std::size_t indentation = 2;
    static constexpr std::size_t gap = 2;
    static constexpr std::size_t least_note = 28; // a narrower note starts a line of its own

    void draw(auth_source const& source) {
        auto title = "Recorded by " + (source.by.empty() ? "an unnamed server" : source.by);
        if (source.is_spf_field) title += " in Received-SPF";
        if (source.trusted != answer::unknown)
            title += source.trusted == answer::yes ? ", trusted" : ", not trusted";
        if (!source.why.empty()) title += ": " + source.why;
        section(title);
        draw(source.checks, indentation, source.trusted == answer::yes);
    }

    void draw(std::vector<auth_check> const& checks, std::size_t indent, bool is_trusted) {
        if (checks.empty()) words("2", indent, "no results");
        auto const widths = widths_of(checks, indent);
        for (auto const& check : checks) draw(check, indent, widths, is_trusted);
    }

    struct table_widths {
        std::size_t method = 4;
        std::size_t result = 4;
        std::size_t domain = 0;
    };
    table_widths widths_of(std::vector<auth_check> const& checks, std::size_t indent) {
        table_widths widths;
        for (auto const& check : checks) {
            widths.method = std::max(widths.method, terminal_.columns_of(check.method));
            widths.result = std::max(widths.result, terminal_.columns_of(check.result));
            widths.domain = std::max(widths.domain, terminal_.columns_of(check.domain));
        }
        widths.method = std::min(widths.method, width() / 5);
        widths.result = std::min(widths.result, width() / 5);
        auto const taken = indent + widths.method + widths.result + 2 * gap;
        auto const rest = width() > taken ? width() - taken : 1;
        // The note gets a place beside the domain if that leaves the domain a third of the line.
        auto const most = rest > least_note + gap + width() / 3 ? rest - least_note - gap : rest;
        widths.domain = std::min(widths.domain, most);
        return widths;
    }

    void draw(auth_check const& check, std::size_t indent, table_widths const& widths,
              bool is_trusted) {
        auto used = indent;
        text_.append(indent, ' ');
        auto const cell = [&](std::string_view style, std::string_view text, std::size_t columns) {
            if (used != indent) {
                text_.append(gap, ' ');
                used += gap;
            }
            if (!style.empty()) terminal_.style(text_, style);
            terminal_.append_column(text_, text, columns);
            if (!style.empty()) terminal_.plain(text_);
            used += columns;
        };
        cell("", check.method, widths.method);
        cell(!is_trusted                      ? "2"
             : check.alignment == answer::yes ? "32"
             : check.result == "fail"         ? "31"
                                              : "",
             check.result, widths.result);
        auto const note = check.text();
        auto const is_beside = used + widths.domain + 2 * gap + least_note <= width();
        if (!check.domain.empty())
            cell("36", check.domain, widths.domain);
        else if (!note.empty() && is_beside && widths.domain != 0)
            cell("", "", widths.domain);
        if (note.empty() || !is_beside) end_line();
        if (note.empty()) return;
        if (is_beside)
            used += gap;
        else
            used = indent + 2 * gap;
        text_.append(is_beside ? gap : used, ' ');
        append_paragraph(text_, terminal_, check.alignment == answer::yes ? "32" : "", note,
                         {width(), used, used});
    }

    void draw_chain(auth_facts const& facts) {
        if (facts.arc.empty() && facts.arc_problems.empty()) return;
        section("ARC chain, oldest set first, not verified");
        for (auto const& set : facts.arc) {
            auto title = std::to_string(set.instance);
            if (!set.by.empty()) title += "  recorded by " + set.by;
            if (!set.sealer.empty()) title += "  sealed by " + set.sealer;
            if (!set.chain_status.empty()) title += "  cv=" + set.chain_status;
            if (!set.problem.empty()) title += "  " + set.problem;
            words(set.problem.empty() ? "" : "31", indentation, title);
            if (!set.checks.empty()) draw(set.checks, 2 * indentation, false);
        }
        for (auto const& problem : facts.arc_problems) words("31", indentation, problem);
    }

    void draw(signature_facts const& signature) {
        auto title = signature.kind;
        for (auto const* const part : {&signature.domain, &signature.selector, &signature.algorithm,
                                       &signature.canonicalization})
            title.append("  ").append(part->empty() ? "?" : *part);
        words("", indentation, title);
        if (!signature.recorded.empty())
            words("", 2 * indentation,
                  "recorded as " + signature.recorded + " by " + signature.recorded_by);
        words("", 2 * indentation, "signed: " + signature.covers());
        if (!signature.absent.empty())
            words("2", 2 * indentation, "breaks if added: " + joined(signature.absent));
        std::string names;
        for (auto const& each : signature.unsigned_shown)
            names.append(names.empty() ? "" : ", ").append(each.text());
        if (!names.empty())
            words("31", 2 * indentation, "not signed, but readers see their effect: " + names);
        for (auto const& problem : signature.problems) words("31", 2 * indentation, problem);
    }

    void section(std::string_view title) {
        text_ += '\n';
        words("1", 0, title);
    }

    /// Adds the title. The name of the message is never cut: a long one has a line of its own.
    void draw_title(std::string_view name) {
        constexpr std::string_view rest = "authentication as recorded, not verified";
        terminal_.style(text_, "1");
        auto const used = terminal_.append_name(text_, name);
        text_ += used + 2 + rest.size() <= width() ? ": " : ":\n";
        terminal_.plain(text_);
        words("1", 0, rest);
    }

    std::size_t width() const { return terminal_.width() == 0 ? 80 : terminal_.width(); }
    void end_line() {
        while (text_.ends_with(' ')) text_.pop_back();
        text_ += '\n';
    }

    /// Adds a paragraph. Its lines after the first are indented more.
    void words(std::string_view style, std::size_t indent, std::string_view text) {
        if (text.empty()) return;
        text_.append(indent, ' ');
        append_paragraph(text_, terminal_, style, text, {width(), indent, indent + gap});
    }

    terminal const& terminal_;
    std::string text_;
};

} // namespace tool

#endif
