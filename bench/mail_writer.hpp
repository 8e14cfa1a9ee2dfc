#ifndef FOLDWISE_BENCH_MAIL_WRITER_HPP
#define FOLDWISE_BENCH_MAIL_WRITER_HPP

// Writes an mbox and counts its contents. Nothing here uses the code that is measured, except the
// names of its options.

#include "tally.hpp"

#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

enum class newline : unsigned char { lf, crlf };

/// The contents of a generated mailbox. Octets are counted as in the file, with its line endings.
struct contents {
    std::size_t messages = 0;
    std::size_t message_octets = 0;
    std::size_t body_octets = 0;
    std::size_t quotes = 0; ///< `>` that an mboxrd reader drops from the bodies
    std::size_t fields = 0;
    std::size_t name_octets = 0;
    std::size_t raw_value_octets = 0;
    std::size_t value_octets = 0;     ///< unfolded and trimmed
    std::size_t folds = 0;            ///< line endings in values that unfolding drops
    std::size_t fold_blanks = 0;      ///< blanks directly after them
    std::size_t first_line_folds = 0; ///< values that begin with a fold and one blank
    std::size_t subjects = 0;         ///< messages with a Subject
    std::size_t subject_octets = 0;   ///< of their raw values

    // The decoded contents of fields and bodies.
    tally senders{};                      ///< addresses in From, `local@domain`
    std::size_t subject_value_octets = 0; ///< unfolded and trimmed
    std::size_t decoded_subject_octets = 0;
    std::size_t dates = 0;
    std::int64_t date_seconds = 0;   ///< since 1970, summed
    tally ids{};                     ///< Message-IDs, without their brackets
    std::size_t quoted_lines = 0;    ///< hard line breaks in quoted-printable leaves
    std::size_t hops = 0;            ///< Received fields
    std::size_t encoding_octets = 0; ///< of encoded names, that their texts do not have
    tally leaves{};                  ///< MIME leaves, decoded, with the `>` quotes of the body
};

struct mailbox {
    std::string bytes;
    contents put;
    foldwise::mbox_options read_as;
};

/// Writes messages. LF in texts becomes the file's line ending.
class mail_writer {
  public:
    explicit mail_writer(newline ending) : ending_{ending == newline::lf ? "\n" : "\r\n"} {}

    std::size_t size() const { return result_.bytes.size(); }
    std::size_t message_size() const { return size() - message_; }

    /// Writes a `From ` line; the message starts after it.
    void begin_message(std::string_view sender, std::string_view date) {
        append("From ");
        append(sender);
        append(" ");
        append(date);
        append("\n");
        message_ = size();
    }

    /// Ends a message with an empty line that is not part of it.
    void end_message() {
        ++result_.put.messages;
        result_.put.message_octets += size() - message_;
        result_.put.body_octets += size() - body_;
        append("\n");
    }

    /// Writes a field. `text` is everything after the colon: white space, and a value with a line
    /// feed at each fold.
    void field(std::string_view name, std::string_view text) {
        auto const leading = text.find_first_not_of(" \t\n");
        std::size_t folds_inside = 0;
        for (auto at = text.find('\n', leading); at != text.npos; at = text.find('\n', at + 1)) {
            ++folds_inside;
            result_.put.fold_blanks += text.find_first_not_of(" \t", at + 1) - at - 1;
        }
        append(name);
        append(":");
        auto const start = size();
        append(text);
        auto const raw = size() - start;
        append("\n");
        ++result_.put.fields;
        result_.put.name_octets += name.size();
        result_.put.raw_value_octets += raw;
        result_.put.folds += folds_inside;
        result_.put.first_line_folds += text.substr(0, leading).find('\n') != text.npos ? 1u : 0u;
        result_.put.value_octets += text.size() - leading - folds_inside;
        if (name != "Subject") return;
        ++result_.put.subjects;
        result_.put.subject_octets += raw;
        result_.put.subject_value_octets += text.size() - leading - folds_inside;
    }

    void end_header() {
        append("\n");
        body_ = size();
    }

    void line(std::string_view text) {
        append(text);
        append("\n");
    }

    /// Writes a line of a body that starts with `From `, quoted if the format requires it.
    void quoted_line(std::string_view text) {
        append(">");
        line(text);
        ++result_.put.quotes;
    }

    /// Marks the start of a leaf of the message, in any encoding.
    void begin_leaf() { leaf_ = size(); }
    /// Says that the leaf has `more` octets that its decoded form does not have.
    void encoded_with(std::size_t more) { more_ += more; }
    /// Marks the end of the leaf. The line ending before a delimiter line belongs to the delimiter.
    void end_leaf() {
        ++result_.put.leaves.count;
        result_.put.leaves.octets += size() - leaf_ - more_;
        more_ = 0;
    }
    std::size_t ending_size() const { return ending_.size(); }

    contents& put() { return result_.put; }
    mailbox take() { return static_cast<mailbox&&>(result_); }

  private:
    void append(std::string_view text) {
        for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n')) {
            result_.bytes.append(text.substr(0, at)).append(ending_);
            text.remove_prefix(at + 1);
        }
        result_.bytes.append(text);
    }
    mailbox result_;
    std::string_view ending_;
    std::size_t message_ = 0; // where the message starts
    std::size_t body_ = 0;
    std::size_t leaf_ = 0;
    std::size_t more_ = 0;
};

} // namespace bench

#endif
