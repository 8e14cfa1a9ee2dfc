#ifndef FOLDWISE_REPORT_MDN_DISPOSITION_HPP
#define FOLDWISE_REPORT_MDN_DISPOSITION_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/keyword.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Whether the user or a program acted on the message (RFC 8098 section 3.2.6.1).
enum class mdn_action_mode : unsigned char { manual, automatic, other };

/// Whether the user allowed the notification to be sent, or a program sent it without asking (RFC
/// 8098 section 3.2.6.1).
enum class mdn_sending_mode : unsigned char { manually, automatically, other };

/// How the recipient, or a program of the recipient, treated the message (RFC 8098 section 3.2.6.2;
/// `denied` and `failed`: RFC 2298 section 3.2.6.2).
enum class mdn_disposition_type : unsigned char {
    displayed,
    deleted,
    dispatched, ///< forwarded or printed, for example
    processed,  ///< by a program or a rule, without being displayed
    denied,     ///< obsolete: the recipient does not want the sender to know
    failed,     ///< obsolete: no proper notification could be created
    other,
};

namespace detail {

class mdn_modifier_walker {
  public:
    constexpr mdn_modifier_walker() = default;
    explicit constexpr mdn_modifier_walker(std::string_view list) noexcept
        : list_{list}, in_{list} {
        advance();
    }

    constexpr bool at_end() const noexcept { return current_.empty(); }
    constexpr unfolded current() const noexcept { return unfolded{current_}; }
    constexpr void advance() noexcept {
        std::size_t first = 0;
        std::size_t last = 0;
        for (;;) {
            in_.skip_comments();
            auto const at = in_.position();
            auto const next = in_.next();
            bool const is_separator = next.is(',') || next.is(token_kind::end);
            if (!is_separator) {
                if (last == 0) first = at;
                last = at + next.raw().size();
            } else if (last != 0 || next.is(token_kind::end)) {
                break;
            }
        }
        current_ = list_.substr(first, last - first);
    }
    constexpr std::size_t position() const noexcept {
        return at_end() ? list_.size() : offset_of(list_, current_);
    }

  private:
    std::string_view list_;
    lexer in_;                 // after the current modifier
    std::string_view current_; // empty at the end
};

} // namespace detail

/// The parts of a Disposition field as written, without white space and comments around them. The
/// list of modifiers is not split, and may have comments at its ends.
struct mdn_disposition_parts {
    std::string_view action_mode;  ///< such as "manual-action"
    std::string_view sending_mode; ///< such as "MDN-sent-manually"
    std::string_view type;         ///< such as "displayed"
    std::string_view modifiers;    ///< such as "error"
};

namespace detail {

/// Takes an atom without "/" in it, and CFWS on both sides. Returns the atom; empty if there is
/// none, or if a comment is not closed.
constexpr std::string_view take_mdn_word(lexer& in) noexcept {
    bool const is_closed = in.skip_comments().is_closed();
    auto const rest = in.rest();
    auto const word = rest.substr(0, scan::not_in(atext - char_class{"/"}, rest, 0));
    in = lexer{rest.substr(word.size())};
    return in.skip_comments().is_closed() && is_closed ? word : std::string_view{};
}

/// Takes `sign` if it comes next; returns whether it did.
constexpr bool take_mdn_sign(lexer& in, char sign) noexcept {
    if (!in.rest().starts_with(sign)) return false;
    in = lexer{in.rest().substr(1)};
    return true;
}

} // namespace detail

/// The value of a Disposition field (RFC 8098 section 3.2.6):
///
///     automatic-action/MDN-sent-automatically; processed/error
///
///     |--------------| |--------------------|  |-------| |---|
///      action_mode()       sending_mode()       type()    modifiers()
///
///     disposition-field = "Disposition" ":" OWS disposition-mode OWS ";" OWS disposition-type
///                         [ OWS "/" OWS disposition-modifier
///                         *( OWS "," OWS disposition-modifier ) ] OWS
///     disposition-mode  = action-mode OWS "/" OWS sending-mode
///     OWS               = [CFWS]
///
/// Borrows the value; trivially copyable.
class mdn_disposition {
  public:
    using modifier_range = walk_range<detail::mdn_modifier_walker>;

    constexpr mdn_disposition() = default;

    /// Reads a field's raw_value(). The error is mdn_disposition_malformed, which covers the value,
    /// if a part other than the modifiers is missing, or if there is other text. O(value).
    static constexpr result<mdn_disposition>
    read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        mdn_disposition read;
        read.raw_ = value;
        auto& parts = read.parts_;
        lexer in{value};
        parts.action_mode = detail::take_mdn_word(in);
        bool is_whole = detail::take_mdn_sign(in, '/');
        parts.sending_mode = detail::take_mdn_word(in);
        is_whole = detail::take_mdn_sign(in, ';') && is_whole;
        parts.type = detail::take_mdn_word(in);
        bool const has_modifiers = detail::take_mdn_sign(in, '/');
        parts.modifiers = in.rest();
        is_whole = is_whole && (has_modifiers || in.rest().empty());
        if (!is_whole || parts.action_mode.empty() || parts.sending_mode.empty() ||
            parts.type.empty())
            return whole_value(diagnostic_code::mdn_disposition_malformed, value);
        return read;
    }
    static constexpr result<mdn_disposition> read(field const& f) noexcept {
        return read(f.raw_value());
    }
    template <owning_temporary T>
    static result<mdn_disposition>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The words as written. To compare the type, use is() or type().
    constexpr mdn_disposition_parts parts() const noexcept { return parts_; }

    /// action_mode(), sending_mode() and type() are `other` for a word that the RFCs do not define.
    constexpr mdn_action_mode action_mode() const noexcept {
        using enum mdn_action_mode;
        if (ascii_iequals(parts_.action_mode, "manual-action")) return manual;
        return ascii_iequals(parts_.action_mode, "automatic-action") ? automatic : other;
    }

    /// Whether a person agreed to send the report; `other` for other words.
    constexpr mdn_sending_mode sending_mode() const noexcept {
        using enum mdn_sending_mode;
        if (ascii_iequals(parts_.sending_mode, "MDN-sent-manually")) return manually;
        return ascii_iequals(parts_.sending_mode, "MDN-sent-automatically") ? automatically : other;
    }

    /// What became of the message; `other` for other words.
    constexpr mdn_disposition_type type() const noexcept {
        using enum mdn_disposition_type;
        constexpr detail::keyword<mdn_disposition_type> known[] = {
            {"displayed", displayed}, {"deleted", deleted}, {"dispatched", dispatched},
            {"processed", processed}, {"denied", denied},   {"failed", failed},
        };
        for (auto const& each : known)
            if (is(each.word)) return each.meaning;
        return other;
    }

    /// Whether the disposition type is `type`; ASCII case does not count.
    ///     disposition.is("displayed")
    constexpr bool is(std::string_view type) const noexcept {
        return ascii_iequals(parts_.type, type);
    }

    /// The texts between the commas, without comments and white space around them. Empty texts are
    /// skipped. Each is an atom, except the modifiers of RFC 4130: "error: decryption-failed".
    constexpr modifier_range modifiers() const noexcept {
        return modifier_range{detail::mdn_modifier_walker{parts_.modifiers}};
    }

    /// Always empty: a value that can be read has no problem.
    constexpr optional<diagnostic> deviation() const noexcept { return std::nullopt; }
    template <class Report>
    constexpr void diagnose(Report&&) const noexcept {}

  private:
    std::string_view raw_;
    mdn_disposition_parts parts_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
