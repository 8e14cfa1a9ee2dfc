#ifndef FOLDWISE_CHARSET_UTF8_TEXT_HPP
#define FOLDWISE_CHARSET_UTF8_TEXT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/equal_octets.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

class utf8_text_walker {
  public:
    struct place {
        std::size_t left;
        std::size_t at;
        bool is_finished;
        friend constexpr bool operator==(place const&, place const&) = default;
    };

    constexpr utf8_text_walker() = default;
    constexpr utf8_text_walker(std::string_view octets, charset from) noexcept
        : left_{octets}, decoder_{from}, is_finished_{false} {
        read();
    }

    constexpr bool at_end() const noexcept { return at_ == size_; }
    constexpr char current() const noexcept { return ready_[at_]; }
    constexpr void advance() noexcept {
        if (++at_ == size_) read();
    }
    constexpr place position() const noexcept { return {left_.size(), at_, is_finished_}; }

  private:
    /// Decodes until there is at least one octet to show, or until the end.
    constexpr void read() noexcept {
        at_ = size_ = 0;
        while (size_ == 0 && !is_finished_) {
            is_finished_ = left_.empty();
            size_ =
                is_finished_ ? decoder_.finish(ready_) : decoder_.write(left_.substr(0, 1), ready_);
            if (!is_finished_) left_.remove_prefix(1);
        }
    }
    std::string_view left_; // not read yet
    charset_decoder decoder_;
    char ready_[charset_decoder::max_size(1)] = {};
    std::size_t at_ = 0;
    std::size_t size_ = 0; // how many octets ready_ has
    bool is_finished_ = true;
};

} // namespace detail

/// A text in any built-in charset, converted to UTF-8 as it is read.
///     utf8_text{"\xCF\xF0\xE8\xE2\xE5\xF2", charset::windows_1251}  ==  "Привет"
/// Malformed octets, and texts in a charset that is not built in (`is_built_in`), become U+FFFD as
/// in charset_decoder. A forward, borrowed range of `char`: construction decodes the first
/// character, a traversal is O(n). `append_to` and `to_string` allocate, and are many times faster.
/// Borrows the octets. Total.
class utf8_text : public walk_range<detail::utf8_text_walker> {
  public:
    constexpr utf8_text() = default;
    /// The text of `octets`, which are in the charset `from`.
    constexpr utf8_text(std::string_view octets FOLDWISE_LIFETIMEBOUND, charset from) noexcept
        : walk_range{detail::utf8_text_walker{octets, from}}, octets_{octets}, from_{from} {}
    template <owning_temporary T>
    utf8_text(T&&, charset) = delete; // it would dangle: keep the string in a variable first

    /// The octets in their charset, unchanged.
    constexpr std::string_view raw() const noexcept { return octets_; }

    /// Appends the text to `text`. Allocates what `text` needs.
    constexpr void append_to(std::string& text) const {
        charset_decoder decoder{from_};
        decoder.append_to(octets_, text);
        decoder.append_end_to(text);
    }

    /// The text as a string. Allocates.
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

    /// The text as a view of raw(), if that is the text already: well-formed UTF-8, or ASCII in a
    /// charset that contains it. O(n).
    constexpr optional<std::string_view> contiguous() const noexcept {
        if (from_ > charset::x_user_defined) return std::nullopt;
        bool const is_utf8 = detail::ascii_end(octets_, 0) == octets_.size() ||
                             (from_ == charset::utf_8 && read_all().replaced() == 0);
        return is_utf8 ? optional{octets_} : std::nullopt;
    }

    /// Calls `report` with each problem, as charset_decoder::diagnose does. Offsets count from the
    /// start of raw(). O(n).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        read_all().diagnose(report);
    }

    /// The gravest problem that `diagnose` reports, if there is one. O(n).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

    /// Whether the text is `right`, octet by octet. O(n).
    friend constexpr bool operator==(utf8_text const& left, std::string_view right) noexcept {
        return equal_octets(left, right);
    }

  private:
    /// A decoder that has read the whole text.
    constexpr charset_decoder read_all() const noexcept {
        constexpr std::size_t most = 1024;
        char unused[charset_decoder::max_size(most)];
        charset_decoder decoder{from_};
        for (std::size_t at = 0; at < octets_.size(); at += most)
            decoder.write(octets_.substr(at, most), unused);
        decoder.finish(unused);
        return decoder;
    }

    std::string_view octets_;
    charset from_ = charset::utf_8;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::utf8_text> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::utf8_text> = true;

#endif
