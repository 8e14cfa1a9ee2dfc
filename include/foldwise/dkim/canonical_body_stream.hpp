#ifndef FOLDWISE_DKIM_CANONICAL_BODY_STREAM_HPP
#define FOLDWISE_DKIM_CANONICAL_BODY_STREAM_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/dkim/canonical_body.hpp>
#include <foldwise/dkim/canonical_form.hpp>
#include <foldwise/dkim/detail/canonical_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The canonical_body of a body that comes in chunks of any size. However the body is cut, the
/// octets are the same; the pieces may differ.
///     canonical_body_stream body{canonical_form::relaxed};
///     while (auto const chunk = read()) body.update(*chunk, hash_piece);
///     body.finish(hash_piece);
/// `use` is called with std::string_view pieces, none of them empty, which are parts of the chunk
/// or constants. Keeps only a few counters between chunks, and borrows nothing. O(chunk). Total.
class canonical_body_stream {
  public:
    /// `limit` is the number of octets that are used: l= (RFC 6376 section 3.5), all by default.
    /// What LF means must be known before the body is read: see bare_lf_in().
    explicit constexpr canonical_body_stream(canonical_form form = canonical_form::simple,
                                             bare_lf lf = bare_lf::data,
                                             std::uint64_t limit = detail::whole_body) noexcept
        : rules_{form, lf, false}, left_{limit} {}

    /// Reads the next chunk of the body, and calls `use` with the pieces that are known to belong
    /// to the canonical body.
    template <class Use>
    constexpr void update(std::string_view chunk, Use&& use) {
        if (left_ == 0) return;
        std::size_t first = 0;
        for (; first != chunk.size() && is_held_back(chunk[first]); ++first)
            take(chunk.substr(first, 1), use);
        if (first == chunk.size()) return;
        auto last = chunk.size();
        while (is_held_back(chunk[last - 1])) --last;
        put_held_back(use);
        detail::canonical_text_walker text{chunk.substr(first, last - first), rules_};
        for (; left_ != 0 && !text.at_end(); text.advance()) put(text.current(), use);
        for (; last != chunk.size(); ++last) take(chunk.substr(last, 1), use);
    }

    /// Ends the body: calls `use` with the pieces that are left. Call it once, after the last
    /// chunk.
    template <class Use>
    constexpr void finish(Use&& use) {
        if (has_cr_) put_held_back(use);
        if (!rules_.is_relaxed || is_begun_) put(detail::crlf, use);
    }

    /// How many octets the limit still allows. If it is not 0 after finish(), and there is a l=,
    /// then l= is larger than the canonical body, and the signature is invalid (RFC 6376 section
    /// 3.5).
    constexpr std::uint64_t left() const noexcept { return left_; }

  private:
    /// Whether what becomes of this octet depends on the octets after it.
    constexpr bool is_held_back(char octet) const noexcept {
        return octet == '\r' || octet == '\n' || (rules_.is_relaxed && is_wsp(octet));
    }

    /// Reads one octet for which is_held_back() is true.
    template <class Use>
    constexpr void take(std::string_view octet, Use& use) {
        if (octet == "\n" && (has_cr_ || rules_.is_lf_crlf)) {
            has_wsp_ = has_cr_ = false;
            ++line_ends_;
            return;
        }
        if (has_cr_ || octet == "\n") put_held_back(use);
        if (octet == "\r")
            has_cr_ = true;
        else if (octet == "\n")
            put(octet, use);
        else
            has_wsp_ = true;
    }

    /// Calls `use` with everything that was held back, since another octet follows it.
    template <class Use>
    constexpr void put_held_back(Use& use) {
        constexpr std::string_view sixteen =
            "\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n";
        for (; line_ends_ >= 16; line_ends_ -= 16) put(sixteen, use);
        put(sixteen.substr(0, static_cast<std::size_t>(2 * line_ends_)), use);
        line_ends_ = 0;
        if (has_wsp_) put(" ", use);
        if (has_cr_) put("\r", use);
        has_wsp_ = has_cr_ = false;
        is_begun_ = true;
    }

    template <class Use>
    constexpr void put(std::string_view piece, Use& use) {
        if (piece.size() > left_) piece = piece.substr(0, static_cast<std::size_t>(left_));
        if (piece.empty()) return;
        left_ -= piece.size();
        use(piece);
    }

    detail::canonical_rules rules_;
    std::uint64_t left_;
    std::uint64_t line_ends_ = 0; // held back, in this order: line endings, white space, a CR
    bool has_wsp_ = false;
    bool has_cr_ = false;
    bool is_begun_ = false; // whether an octet that is not held back was read
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
