#ifndef FOLDWISE_MAIL_DATA_DOT_STUFFED_HPP
#define FOLDWISE_MAIL_DATA_DOT_STUFFED_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/octets_of.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Iterates over the pieces of a `dot_stuffed`.
class stuffed_piece_walker {
  public:
    constexpr stuffed_piece_walker() = default;
    explicit constexpr stuffed_piece_walker(std::string_view text) noexcept : text_{text} {
        advance();
    }

    constexpr bool at_end() const noexcept { return piece_.empty(); }
    constexpr std::string_view current() const noexcept { return piece_; }
    constexpr void advance() noexcept {
        ++number_;
        piece_ = {};
        if (added_.empty()) cut();
        if (!piece_.empty()) return;
        piece_ = added_;
        added_ = {};
    }
    constexpr std::size_t position() const noexcept { return number_; }

  private:
    /// Sets piece_ to the text up to the next change, and added_ to what is added there. One of
    /// them may be empty; at the end, both are.
    constexpr void cut() noexcept {
        auto const at = next_change();
        auto const from = next_;
        next_ = searched_ = at;
        piece_ = text_.substr(from, at - from);
        if (at == text_.size()) {
            if (is_ended_) return;
            is_ended_ = true;
            bool const ends_line = text_.empty() || text_.ends_with('\n');
            added_ = ends_line ? std::string_view{".\r\n"} : std::string_view{"\r\n.\r\n"};
            return;
        }
        ++searched_;
        switch (text_[at]) {
        case '.': added_ = "."; break;
        case '\n': added_ = "\r"; break;
        default: // a CR
            added_ = " ";
            ++next_;
        }
    }

    /// The offset of the next dot at the start of a line, LF without CR, or CR without LF.
    constexpr std::size_t next_change() const noexcept {
        auto at = searched_;
        bool starts_line = at == 0 || text_[at - 1] == '\n';
        while (at < text_.size()) {
            if (starts_line && text_[at] == '.') return at;
            at = scan::one_of<'\r', '\n'>(text_, at);
            if (at == text_.size() || text_[at] == '\n') return at;
            if (at + 1 == text_.size() || text_[at + 1] != '\n') return at;
            at += 2;
            starts_line = true;
        }
        return at;
    }

    std::string_view text_;
    std::string_view piece_;
    std::string_view added_;   // after piece_
    std::size_t next_ = 0;     // where the text after piece_ starts
    std::size_t searched_ = 0; // up to where changes have been searched
    std::size_t number_ = 0;   // of the piece
    bool is_ended_ = false;    // the end has been added
};

} // namespace detail

/// A message as a client sends it after the DATA command (RFC 5321 section 4.5.2): a dot is added
/// to each line that starts with one, and the end of the data, "." CRLF, is added after the last
/// line.
///     dot_stuffed{".a\r\nb\r\n"}  ->  "..a\r\nb\r\n.\r\n"
/// What a client must not send (section 2.3.8) is changed, so that no server can take a part of the
/// message for its end: each LF without CR becomes CRLF, as in a message that was stored with LF;
/// each CR without LF becomes SP, since a line ending in its place could change the meaning of the
/// message. A last line without an ending gets one. diagnose() reports the CRs. NUL stays.
///     dot_stuffed{"a\r.\n.b"}  ->  "a .\r\n..b\r\n.\r\n"
///
/// Borrows the text; trivially copyable. begin() is O(1) plus the search for the end of the first
/// piece, a traversal is O(n); allocates only in `to_string` and `append_to`. Total. The inverse is
/// dot_unstuffed: without the last three octets, it gives the text with CRLF at the end of each
/// line.
class dot_stuffed : public pieced_text<dot_stuffed> {
  public:
    using iterator = walk_iterator<detail::octets_of<detail::stuffed_piece_walker>>;
    /// None of the pieces is empty. They point into the text, or to octets that are added.
    using piece_range = walk_range<detail::stuffed_piece_walker>;

    constexpr dot_stuffed() = default;
    explicit constexpr dot_stuffed(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{raw} {}
    template <owning_temporary T>
    explicit dot_stuffed(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The text, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept {
        return iterator{
            detail::octets_of<detail::stuffed_piece_walker>{detail::stuffed_piece_walker{raw_}}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

    /// Never: the end of the data is added to an empty text, too.
    static constexpr bool empty() noexcept { return false; }

    /// The text in contiguous pieces.
    constexpr piece_range pieces() const noexcept {
        return piece_range{detail::stuffed_piece_walker{raw_}};
    }

    /// Reports each CR that becomes SP, as bare_cr. A message that was signed is not what its
    /// author signed any more.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        for (auto at = scan::bare_cr(raw_, 0); at != raw_.size(); at = scan::bare_cr(raw_, at + 1))
            report(diagnostic{diagnostic_code::bare_cr, at, 1});
    }
    /// The gravest diagnostic that diagnose() reports. O(n).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view raw_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::dot_stuffed> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::dot_stuffed> = true;

#endif
