#ifndef FOLDWISE_BENCH_CORPUS_HPP
#define FOLDWISE_BENCH_CORPUS_HPP

// The input of a task, in any size, and the results that the task must find in it. The input is a
// mailbox, small messages, values of fields, or an encoded text.

#include "mailbox.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

struct corpus {
    std::string bytes;                    ///< the whole input
    std::vector<std::string_view> pieces; ///< pieces of `bytes` that are read one by one
    std::vector<std::string_view> beside; ///< the octets that the walk over lines reads
    contents put;                         ///< the contents of a mailbox or of messages
    tally values;                         ///< the contents of values of fields
    std::string decoded;                  ///< the decoded form of an encoded text
    std::size_t ending_size = 0;          ///< octets in one line ending
};

/// A mailbox: one piece.
template <mail_kind Kind>
void make_mail(corpus& made, newline ending, std::size_t size) {
    made.ending_size = ending == newline::lf ? 1 : 2;
    auto box = make_mailbox(Kind, ending, size);
    made.bytes = std::move(box.bytes);
    made.put = box.put;
    made.pieces = made.beside = {made.bytes};
}

/// Collects pieces. Their texts have LF, which is replaced with the line ending of the corpus.
class piece_writer {
  public:
    piece_writer(corpus& to, newline ending)
        : to_{to}, ending_{ending == newline::lf ? "\n" : "\r\n"} {}

    std::string_view ending() const { return ending_; }
    std::size_t size() const { return to_.bytes.size(); }

    void append(std::string_view text) {
        for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n')) {
            to_.bytes.append(text.substr(0, at)).append(ending_);
            text.remove_prefix(at + 1);
        }
        to_.bytes.append(text);
    }
    void end_piece() {
        ends_.push_back({start_, size()});
        start_ = size();
    }
    /// Adds a line ending that belongs to no piece.
    void end_line() {
        append("\n");
        start_ = size();
    }

    /// Must be called after the last piece, when `bytes` is no longer reallocated.
    void end() {
        for (auto const& [first, last] : ends_)
            to_.pieces.push_back(std::string_view{to_.bytes}.substr(first, last - first));
    }

  private:
    struct place {
        std::size_t first;
        std::size_t last;
    };
    corpus& to_;
    std::string_view ending_;
    std::size_t start_ = 0;
    std::vector<place> ends_;
};

/// List mail cut to `Size` octets per message: at least ten fields and a body. Each message is a
/// piece. The walk over lines reads only the header sections and the empty lines that end them.
template <std::size_t Size>
void make_messages(corpus& made, newline ending, std::size_t size) {
    random_source random{1};
    piece_writer out{made, ending};
    std::vector<std::size_t> headers;
    auto const field = [&](std::string_view name, std::string const& value) {
        out.append(joined({name, ":"}));
        auto const first = out.size();
        out.append(value);
        auto const octets = out.size() - first;
        out.append("\n");
        ++made.put.fields;
        return octets;
    };
    while (out.size() < size) {
        auto const start = out.size();
        if (Size >= 2048) {
            field("Received", received_value(random));
            field("DKIM-Signature", signature_value(random, " v=1;"));
        }
        auto five = field("To", " " + address(random));
        five += field("Subject", " Re: [list] " + words(random, 30));
        auto const author = field("From", " " + address(random));
        five += author + field("Date", " " + date(random));
        five += field("Message-ID", " " + message_id(random));
        if (Size >= 2048) field("List-Post", joined({" <mailto:", address(random), ">"}));
        field("MIME-Version", " 1.0");
        field("Content-Type", " text/plain; charset=utf-8");
        out.append("\n");
        headers.push_back(out.size() - start);
        while (out.size() - start + 80 < Size) out.append(words(random, 60) + "\n");
        auto const body = out.size() - start - headers.back();
        out.end_piece();
        ++made.put.messages;
        made.put.body_octets += body;
        made.put.senders += {1, author};
        made.put.raw_value_octets += five;
    }
    out.end();
    for (std::size_t i = 0; i < headers.size(); ++i)
        made.beside.push_back(made.pieces[i].substr(0, headers[i]));
}

/// List mail as a client sends it after DATA (RFC 5321 section 4.5.2), with CRLF whatever `ending`
/// is. Each message is a piece. `values` counts them, and their octets without the ends of the data;
/// in `put.message_octets`, the dots that the client added are not counted.
inline void make_mail_data(corpus& made, newline, std::size_t size) {
    constexpr std::size_t lines_per_dot = 290; // lines that start with a dot: see smtp.cpp
    random_source random{1};
    piece_writer out{made, newline::crlf};
    made.ending_size = 2;
    while (out.size() < size) {
        mail_writer text{newline::lf};
        list_fields(random, text, " text/plain");
        text.end_header();
        list_body(random, text, random.between(500, 8000));
        auto const start = out.size();
        std::size_t dots = 0;
        auto const box = text.take();
        for (std::size_t at = 0; at != box.bytes.size();) {
            auto const end = box.bytes.find('\n', at) + 1;
            if (random.below(lines_per_dot) == 0) {
                out.append("..");
                ++dots;
            }
            out.append(std::string_view{box.bytes}.substr(at, end - at));
            at = end;
        }
        made.values += {1, out.size() - start};
        made.put.message_octets += out.size() - start - dots;
        out.append(".\n");
        out.end_piece();
    }
    out.end();
    made.beside = {made.bytes};
}

} // namespace bench

#endif
