#ifndef FOLDWISE_TOOLS_LADDER_DRAWING_HPP
#define FOLDWISE_TOOLS_LADDER_DRAWING_HPP

#include "counted.hpp"
#include "credentials.hpp"
#include "message_size.hpp"
#include "terminal.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/transcript.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Draws a conversation as a ladder: the client's lines on the left, the server's on the right,
/// time going down. Each line of the drawing is as wide as the terminal, or 80 columns, and longer
/// text is cut. Messages are summarised, and credentials are not shown. A line that may be a
/// command has an arrow only if the replies show that it is one.
class ladder_drawing {
  public:
    ladder_drawing(terminal const& terminal, bool ascii)
        : terminal_{terminal}, signs_{ascii ? ascii_signs : box_signs},
          inner_{std::max(terminal.width() == 0 ? std::size_t{80} : terminal.width(), least) - 2} {}

    std::string draw(foldwise::transcript const& session) {
        using enum foldwise::transcript_line_kind;
        text_.clear();
        text_.append("client").append(inner_ + 2 - 12, ' ').append("server\n");
        auto const exchanges = session.exchanges(); // each call of exchanges() looks ahead
        auto sent = exchanges.begin();
        for (auto const line : session.lines()) {
            if (line.kind() == data || line.kind() == chunk) {
                size_.add(line.carried());
                continue;
            }
            if (line.kind() == remark || line.kind() == unplaced) continue;
            end_message();
            auto const at = foldwise::offset_of(session.raw(), line.raw());
            while (sent != exchanges.end() && (*sent).offset() < at) ++sent;
            bool const is_sent = sent != exchanges.end() && (*sent).offset() == at;
            if (line.kind() == reply)
                add_reply(line.text());
            else
                add_client("36", shown(line), is_sent || line.kind() != possible_command);
            if (line.kind() == command) is_tls_next_ = line.verb() == foldwise::smtp_verb::starttls;
            is_reply_open_ = line.kind() == reply && line.text().substr(3, 1) == "-";
            if (line.kind() == reply && !is_reply_open_) end_reply(line.text());
        }
        end_message();
        return std::move(text_);
    }

  private:
    struct signs {
        std::string_view side;
        std::string_view dash;
        std::string_view to_server;
        std::string_view to_client;
        std::string_view tls;
    };
    static constexpr signs ascii_signs{"|", "-", ">", "<", "="};
    static constexpr signs box_signs{"\xE2\x94\x82", "\xE2\x94\x80", "\xE2\x96\xB6", "\xE2\x97\x80",
                                     "\xE2\x95\x90"};
    static constexpr std::size_t least = 24;

    /// What is shown of a line of the client: everything but credentials.
    static std::string shown(foldwise::transcript_line const& line) {
        if (!may_hold_credentials(line)) return std::string{line.text()};
        auto const size = counted(line.text().size(), "octet");
        if (line.kind() == foldwise::transcript_line_kind::credentials)
            return '(' + size + " of credentials)";
        foldwise::smtp_command const command{line.text()};
        auto const mechanism = mechanism_in(command.argument());
        bool const is_auth = line.verb() == foldwise::smtp_verb::auth;
        if (is_auth ? !looks_secret(mechanism)
                    : !is_doubtful_name(command.name()) && is_mechanism(mechanism))
            return std::string{command.name()}.append(" ").append(mechanism) + " (credentials)";
        return '(' + size + ", perhaps credentials)";
    }

    void end_message() {
        if (size_.octets() != 0) add_client("33", '(' + size_.text() + " of a message)", true);
        size_ = {};
    }

    void append(std::string_view sign, std::size_t count) {
        for (; count != 0; --count) text_ += sign;
    }

    /// Appends `text`, cut to fit in a line; returns the number of columns.
    std::size_t fit(std::string& to, std::string_view text) const {
        return terminal_.append(to, text, inner_ - 5);
    }

    void add_client(std::string_view style, std::string_view text, bool is_sent) {
        std::string shown;
        auto const columns = fit(shown, text);
        text_.append(signs_.side).append(" ");
        terminal_.style(text_, style);
        text_ += shown;
        terminal_.plain(text_);
        text_ += ' ';
        append(is_sent ? signs_.dash : " ", inner_ - columns - 3);
        text_.append(is_sent ? signs_.to_server : " ").append(signs_.side).append("\n");
    }

    void add_reply(std::string_view text) {
        std::string shown;
        auto const columns = fit(shown, text);
        text_ += signs_.side;
        if (is_reply_open_) {
            text_.append(inner_ - columns - 2, ' ');
        } else {
            text_ += signs_.to_client;
            append(signs_.dash, inner_ - columns - 3);
        }
        text_ += ' ';
        terminal_.style(text_, text.starts_with('2') || text.starts_with('3') ? "32" : "31");
        text_ += shown;
        terminal_.plain(text_);
        text_.append(" ").append(signs_.side).append("\n");
    }

    /// After a reply that accepts STARTTLS, marks that everything that follows is encrypted.
    void end_reply(std::string_view text) {
        if (!std::exchange(is_tls_next_, false) || !text.starts_with("220")) return;
        constexpr std::string_view word = " TLS ";
        auto const left = (inner_ - word.size()) / 2;
        text_ += signs_.side;
        append(signs_.tls, left);
        text_ += word;
        append(signs_.tls, inner_ - word.size() - left);
        text_.append(signs_.side).append("\n");
    }

    terminal const& terminal_;
    signs signs_;
    std::size_t inner_; // columns between the sides
    std::string text_;
    message_size size_;          // of the message so far
    bool is_reply_open_ = false; // whether further lines of the reply should follow
    bool is_tls_next_ = false;   // whether STARTTLS was the last command
};

} // namespace tool

#endif
