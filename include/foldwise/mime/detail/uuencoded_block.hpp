#ifndef FOLDWISE_MIME_DETAIL_UUENCODED_BLOCK_HPP
#define FOLDWISE_MIME_DETAIL_UUENCODED_BLOCK_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/transfer/uuencoded_line.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// How the data of a file inside a text is encoded; POSIX describes both.
enum class uuencoded_form : unsigned char {
    none,
    classic, ///< begin 644 NAME
    base64,  ///< begin-base64 644 NAME
};

/// The first line of a file, without its ending.
struct uuencoded_start {
    uuencoded_form form = uuencoded_form::none;
    uuencode_begin begin; ///< the permissions and the name
};

constexpr uuencoded_start uuencoded_start_of(std::string_view line) noexcept {
    constexpr std::string_view word = "begin";
    constexpr std::string_view suffix = "-base64";
    auto begin = uuencode_begin_of(line);
    if (!begin.mode.empty()) return {uuencoded_form::classic, begin};
    if (!line.starts_with(word) || !line.substr(word.size()).starts_with(suffix)) return {};
    begin = mode_and_name_of(line.substr(word.size() + suffix.size()));
    if (begin.mode.empty()) return {};
    return {uuencoded_form::base64, begin};
}

/// Reads the lines of a uuencoded file inside a text, one after the other, and decides whether it
/// is a file at all: a text may contain the words "begin 644 ...". It is a file if one line of data
/// is complete, or if it has an "end" line, and before that a line of data or an empty line of data
/// ("`"). With base64, a complete line has 60 characters or more, and "====" is the "end" line.
class uuencoded_block {
  public:
    constexpr uuencoded_block() = default;
    /// `first` is the first line, without its ending. If it does not start a file, is_open() is
    /// false.
    explicit constexpr uuencoded_block(std::string_view first) noexcept
        : form_{uuencoded_start_of(first).form} {
        if (form_ == uuencoded_form::classic) state_.take("begin 644 a");
    }

    /// Whether the next line may belong to the file.
    constexpr bool is_open() const noexcept { return form_ != uuencoded_form::none; }

    /// Takes the next line, as uuencoded_text_at() gives it, and returns whether it is one of the
    /// file. Empty lines are not, although the file may go on after them.
    constexpr bool take(std::string_view line) noexcept {
        bool const is_one =
            form_ == uuencoded_form::base64 ? take_base64(line) : take_classic(line);
        if (is_ended_ || (!is_one && !line.empty())) form_ = uuencoded_form::none;
        return is_one;
    }

    constexpr bool is_ended() const noexcept { return is_ended_; }

    /// Whether the lines so far are a file.
    constexpr bool is_file() const noexcept { return has_complete_ || (is_ended_ && has_any_); }

  private:
    constexpr bool take_classic(std::string_view line) noexcept {
        auto const kind = uuencoded_kind_of(line);
        if (line.empty() || kind == uuencoded_line_kind::begin) return false;
        bool const has_data = state_.take(line) != 0;
        is_ended_ = kind == uuencoded_line_kind::end;
        if (!is_ended_ && !state_.is_inside()) return false;
        has_any_ = has_any_ || has_data || kind == uuencoded_line_kind::last;
        has_complete_ = has_complete_ || (has_data && is_complete(line));
        return true;
    }

    constexpr bool take_base64(std::string_view line) noexcept {
        constexpr std::string_view end = "====";
        constexpr auto alphabet = alpha + digit + char_class{"+/"};
        constexpr std::size_t least_complete = 60;
        constexpr std::size_t most = 126; // so that it is not the start of a longer line
        line = trim_end(line, wsp);
        is_ended_ = line == end;
        has_any_ = has_any_ || is_ended_;
        if (is_ended_) return true;
        auto const padding = line.size() - scan::not_in(alphabet, line, 0);
        if (line.empty() || line.size() > most || padding > 2) return false;
        if (line.substr(line.size() - padding) != end.substr(0, padding)) return false;
        has_any_ = true;
        has_complete_ = has_complete_ || (line.size() >= least_complete && line.size() % 4 == 0);
        return true;
    }

    uuencoded_form form_ = uuencoded_form::none;
    uuencode_state state_;
    bool has_any_ = false;      // whether there has been a line of data, perhaps an empty one
    bool has_complete_ = false; // whether a line of data was complete
    bool is_ended_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
