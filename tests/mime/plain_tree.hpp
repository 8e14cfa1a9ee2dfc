#ifndef FOLDWISE_TESTS_MIME_PLAIN_TREE_HPP
#define FOLDWISE_TESTS_MIME_PLAIN_TREE_HPP

// A second, simple reader of the parts of a message: lines in a vector, and a recursive function.
// It knows only the Content-Type fields that the tests write, each on one line.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace test {

class plain_reader {
  public:
    explicit plain_reader(std::string_view text) {
        while (!text.empty()) {
            auto const size = std::min(text.find('\n'), text.size() - 1) + 1;
            lines_.emplace_back(text.substr(0, size));
            text.remove_prefix(size);
        }
    }

    /// The tree in the notation of shown_tree().
    std::string tree() {
        read("", true, "text/plain");
        return out_;
    }

  private:
    /// The number, from 1, of the innermost open boundary that a line is a delimiter of; 0 if it is
    /// not a delimiter.
    std::size_t delimiter(std::size_t line) const {
        for (auto i = open_.size(); i > 0; --i)
            if (is(line, "--" + open_[i - 1]) || is(line, "--" + open_[i - 1] + "--")) return i;
        return 0;
    }
    bool is(std::size_t line, std::string const& text) const {
        return lines_[line] == text + '\n' || lines_[line] == text;
    }
    bool at_delimiter() const { return at_ < lines_.size() && delimiter(at_) != 0; }

    /// Lines up to the next delimiter, without the line ending that belongs to the delimiter.
    std::string take_text() {
        std::string text;
        while (at_ < lines_.size() && !at_delimiter()) text += lines_[at_++];
        if (at_delimiter() && text.ends_with('\n')) text.pop_back();
        std::replace(text.begin(), text.end(), '\n', '|');
        return text;
    }

    void read(std::string const& prefix, bool is_message, std::string type) {
        constexpr std::string_view name = "Content-Type: ";
        bool has_type = false;
        std::string own; // the boundary that the header section has declared
        bool is_cut = false;
        while (at_ < lines_.size() && !at_delimiter() && lines_[at_] != "\n") {
            is_cut = !own.empty() && (is(at_, "--" + own) || is(at_, "--" + own + "--"));
            if (is_cut) break;
            auto const line = lines_[at_++];
            if (!line.starts_with(name) || has_type) continue;
            type = line.substr(name.size(), line.find_first_of("\n", name.size()) - name.size());
            has_type = true;
            if (auto const at = type.find("; boundary="); at != type.npos)
                own = type.substr(at + 11);
        }
        bool const has_body = at_ < lines_.size() && !at_delimiter();
        if (has_body && !is_cut) ++at_;
        auto const parameter = type.find("; boundary=");
        auto const boundary = parameter == type.npos ? "" : type.substr(parameter + 11);
        type = type.substr(0, parameter);
        bool const is_multipart = has_body && !boundary.empty() && has_part(boundary);
        auto path = prefix;
        if (is_message) path += is_multipart ? "TEXT" : "1";
        if (path.size() > 1 && path.ends_with('.')) path.pop_back();
        out_ += path + " " + type;
        auto const inner = is_message && is_multipart ? prefix : path + '.';
        if (is_multipart) {
            read_parts(inner, boundary, type == "multipart/digest");
        } else if (type == "message/rfc822") {
            out_ += " [";
            read(inner, true, "text/plain");
            out_ += "]";
        } else {
            out_ += " {" + take_text() + "}";
        }
    }

    /// Whether the first delimiter line is one of `boundary`, and not a close-delimiter.
    bool has_part(std::string const& boundary) {
        open_.push_back(boundary);
        auto line = at_;
        while (line < lines_.size() && delimiter(line) == 0) ++line;
        bool const found =
            line < lines_.size() && delimiter(line) == open_.size() && is(line, "--" + boundary);
        open_.pop_back();
        return found;
    }

    void read_parts(std::string const& prefix, std::string const& boundary, bool is_digest) {
        open_.push_back(boundary);
        show_outside(take_text());
        std::size_t number = 0;
        while (at_ < lines_.size() && delimiter(at_) == open_.size() && is(at_, "--" + boundary)) {
            ++at_;
            out_ += " [";
            read(prefix + std::to_string(++number), false,
                 is_digest ? "message/rfc822" : "text/plain");
            out_ += "]";
        }
        bool const is_closed = at_ < lines_.size() && delimiter(at_) == open_.size();
        open_.pop_back();
        if (!is_closed) return;
        ++at_;
        show_outside(take_text());
    }
    void show_outside(std::string const& text) {
        if (!text.empty()) out_ += " <" + text + ">";
    }

    std::vector<std::string> lines_;
    std::size_t at_ = 0;
    std::vector<std::string> open_; // boundaries
    std::string out_;
};

inline std::string plain_tree(std::string_view text) { return plain_reader{text}.tree(); }

} // namespace test

#endif
