#ifndef FOLDWISE_PARAMETERS_DETAIL_PARAMETER_SEGMENTS_HPP
#define FOLDWISE_PARAMETERS_DETAIL_PARAMETER_SEGMENTS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/parameters/detail/parameter_segment.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Reads the tokens of parameters from a value.
class parameter_reader {
  public:
    constexpr parameter_reader() = default;
    constexpr parameter_reader(std::string_view value, std::size_t at) noexcept
        : value_{value}, at_{at} {}

    constexpr std::size_t position() const noexcept { return at_; }
    constexpr bool at_end() const noexcept { return at_ >= value_.size(); }
    constexpr bool sees(char octet) const noexcept { return !at_end() && value_[at_] == octet; }
    constexpr bool at_stop() const noexcept { return at_end() || sees(';'); }
    constexpr std::string_view from(std::size_t first) const noexcept {
        return {value_.data() + first, at_ - first};
    }

    /// Takes the octets of a token; there may be none.
    constexpr std::string_view take_token() noexcept {
        auto const first = at_;
        at_ = mime_token_octets.not_in(value_, at_);
        return from(first);
    }

    constexpr void pass(std::size_t octets) noexcept { at_ += octets; }

    /// Skips white space and comments. Returns the last comment.
    constexpr token skip_cfws() noexcept {
        bool const is_next =
            !at_end() && (static_cast<unsigned char>(value_[at_]) <= ' ' || value_[at_] == '(');
        if (!is_next) return {};
        lexer in{value_.substr(at_)};
        auto const last = in.skip_comments();
        at_ += in.position();
        return last;
    }

    /// Whether a name and "=" come next.
    constexpr bool sees_parameter() const noexcept {
        auto ahead = *this;
        if (ahead.take_token().empty()) return false;
        ahead.skip_cfws();
        return ahead.sees('=');
    }

    /// Takes the quoted-string that comes next.
    constexpr std::string_view take_quoted_string(segment_deviations& found) noexcept {
        auto const quoted = lexer{value_.substr(at_)}.peek();
        if (!quoted.is_closed()) found.add(diagnostic_code::parameter_not_closed);
        at_ += quoted.raw().size();
        return quoted.raw();
    }

    constexpr std::size_t encoded_word() const noexcept {
        return encoded_word_size(value_.substr(at_));
    }

  private:
    std::string_view value_;
    std::size_t at_ = 0;
};

/// Takes text up to a ";", or up to a name followed by "=" after white space or a comment. Returns
/// it without white space and comments at its end. Adds to `found` the problems of text that is not
/// a token.
constexpr std::string_view take_bare_text(parameter_reader& in,
                                          segment_deviations& found) noexcept {
    using enum diagnostic_code;
    auto const first = in.position();
    auto text = in.from(first);
    bool is_word_start = true;
    while (!in.at_stop()) {
        auto const before = in.position();
        auto const comment = in.skip_cfws();
        if (in.position() != before) {
            if (!comment.is_closed()) found.add(parameter_not_closed);
            if (in.at_stop() || in.sees_parameter()) break;
            if (comment.is(token_kind::comment)) found.add(parameter_comment_in_value);
            found.add(parameter_value_unquoted);
            is_word_start = true;
        }
        if (in.sees('"')) {
            in.take_quoted_string(found);
            found.add(parameter_value_unquoted);
        } else if (auto const size = is_word_start ? in.encoded_word() : 0; size != 0) {
            in.pass(size);
        } else if (in.take_token().empty()) {
            in.pass(1);
            found.add(parameter_value_unquoted);
        }
        is_word_start = false;
        text = in.from(first);
    }
    return text;
}

/// Where the parameters of a field start.
struct parameter_start {
    std::size_t at = 0;
    optional<diagnostic> problem; ///< of the text before them
};

/// Skips text up to the parameters: up to a ";", or to a name followed by "=".
constexpr parameter_start pass_text_before_parameters(parameter_reader in,
                                                      diagnostic_code text_after) noexcept {
    using enum diagnostic_code;
    auto const comment = in.skip_cfws();
    auto const at = in.position();
    if (!comment.is_closed())
        return {at,
                diagnostic{parameter_not_closed, at - comment.raw().size(), comment.raw().size()}};
    if (in.at_stop()) return {at, std::nullopt};
    if (in.sees_parameter()) return {at, diagnostic{parameter_without_semicolon, at, 0}};
    segment_deviations of_text;
    auto const size = take_bare_text(in, of_text).size();
    return {in.position(), diagnostic{text_after, at, size}};
}

class parameter_segment_walker {
  public:
    constexpr parameter_segment_walker() = default;
    /// The parameters start at `first`, with or without a ";" before the first one.
    constexpr parameter_segment_walker(std::string_view value, std::size_t first) noexcept
        : in_{value, first} {
        in_.skip_cfws();
        if (in_.sees(';')) {
            advance();
        } else if (!in_.at_end()) {
            is_at_end_ = false;
            read({});
        }
    }

    constexpr bool at_end() const noexcept { return is_at_end_; }
    constexpr result<parameter_segment> current() const noexcept { return current_; }
    constexpr void advance() noexcept {
        is_at_end_ = in_.at_end();
        if (is_at_end_) return;
        segment_deviations found;
        if (in_.sees(';'))
            in_.pass(1);
        else
            found.add(diagnostic_code::parameter_without_semicolon);
        read(found);
    }
    constexpr std::size_t position() const noexcept { return is_at_end_ ? 0 : in_.position() + 1; }

  private:
    /// Reads the text after the semicolon.
    constexpr void read(segment_deviations found) noexcept {
        using enum diagnostic_code;
        auto const start = in_.position();
        bool const is_closed = in_.skip_cfws().is_closed();
        if (in_.at_stop()) {
            auto const passed = in_.from(start).size();
            current_ = is_closed ? diagnostic{parameter_empty, start, passed}
                                 : diagnostic{parameter_not_closed, start, passed};
            return;
        }
        auto const first = in_;
        auto const name = in_.take_token();
        auto const after_name = in_.position();
        in_.skip_cfws();
        if (name.empty() || !in_.sees('=')) {
            in_ = first;
            auto const size = take_bare_text(in_, found).size();
            current_ = diagnostic{parameter_malformed, first.position(), size};
            return;
        }
        if (in_.position() != after_name) found.add(parameter_white_space);
        in_.pass(1);
        read_value(first.position(), name, found);
    }

    /// Reads the text after the "=".
    constexpr void read_value(std::size_t first, std::string_view name,
                              segment_deviations found) noexcept {
        using enum diagnostic_code;
        auto const start = in_;
        bool const is_closed = in_.skip_cfws().is_closed();
        if (!is_closed) found.add(parameter_not_closed);
        auto raw = start.from(first);
        auto value = start.from(start.position());
        if (!in_.at_stop()) {
            if (in_.position() != start.position()) found.add(parameter_white_space);
            auto const at = in_.position();
            auto text = std::string_view{}; // the value, with text that follows its quotes
            if (in_.sees('"')) {
                value = in_.take_quoted_string(found);
                text = take_text_after(at, found);
            } else {
                text = value = take_bare_text(in_, found);
            }
            raw = in_.from(first).substr(0, at + text.size() - first);
        }
        current_ = parameter_segment{raw, name, value, found};
    }

    /// Takes the rest of the segment after the quoted-string at `at`. Returns both together.
    constexpr std::string_view take_text_after(std::size_t at, segment_deviations& found) noexcept {
        using enum diagnostic_code;
        auto const quoted = in_.from(at);
        if (!in_.skip_cfws().is_closed()) found.add(parameter_not_closed);
        if (in_.at_stop() || in_.sees_parameter()) return quoted;
        auto const after = in_.position();
        segment_deviations of_text;
        auto const size = take_bare_text(in_, of_text).size();
        if (of_text.has(parameter_not_closed)) found.add(parameter_not_closed);
        found.add(parameter_text_after_value);
        return in_.from(at).substr(0, after + size - at);
    }

    parameter_reader in_;
    bool is_at_end_ = true;
    result<parameter_segment> current_ = diagnostic{};
};

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif
