#ifndef FOLDWISE_STORE_MBOX_ENTRY_HPP
#define FOLDWISE_STORE_MBOX_ENTRY_HPP

#include <foldwise/base/cursor.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/mbox_options.hpp>
#include <foldwise/store/unquote.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace foldwise {

/// What the Content-Length fields of `message` say: how many octets its body has.
/// RFC 5322 does not know the field; the mboxcl formats do. O(header).
///     Content-Length = *WSP 1*DIGIT *WSP
/// No such field, no number, a number over all bounds, or several that differ:
/// the diagnostic says which, with its place in the message.
constexpr result<std::size_t> content_length(message const& message) noexcept {
    std::optional<std::size_t> found;
    for (auto const field : message.header().find_all("Content-Length")) {
        diagnostic problem{diagnostic_code::content_length_malformed,
                           message.offset_of(field.raw()), field.raw().size()};
        auto const digits = field.value().contiguous();
        constexpr std::uint64_t most = std::numeric_limits<std::size_t>::max();
        auto const value = digits ? read_decimal(*digits, most) : std::nullopt;
        if (!value) return problem;
        problem.code = diagnostic_code::content_length_conflict;
        if (found && *found != *value) return problem;
        found = static_cast<std::size_t>(*value);
    }
    if (found) return *found;
    return diagnostic{diagnostic_code::content_length_missing, 0, 0};
}

/// One entry of an mbox: a `From ` line, a message, and perhaps the empty line
/// before the next entry.
///
///     From foe@sample.net Mon Dec 15 10:00:00 2014 LF      from_line()
///     Subject: hello LF                                    message() starts here,
///     LF                                                   at message_offset()
///     Hello, world! LF                                     and ends here
///     LF
///
/// raw() is all of it and starts at offset(). A file that is not an mbox is one
/// entry without a `From ` line, all message. Empty lines before the first `From `
/// line of a file belong to the first entry's raw().
///
/// Borrows the file's bytes, or the window's that was given to `mbox_splitter`.
class mbox_entry {
  public:
    /// Where the parts of an entry lie, in octets from its start.
    struct layout {
        std::size_t from_line = 0;
        std::size_t message = 0;
        std::size_t message_end = 0;
        bool has_from_line = false;
        std::optional<header_end> header = std::nullopt; ///< of the message, where it is known
    };

    constexpr mbox_entry() = default;
    constexpr mbox_entry(std::string_view raw FOLDWISE_LIFETIMEBOUND, layout parts,
                         std::uint64_t offset, mbox_format format) noexcept
        : raw_{raw}, parts_{parts}, offset_{offset}, format_{format} {}

    /// Every octet of the entry: the entries' raw() back to back are the file.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Where raw() starts, in octets from the start of the file.
    constexpr std::uint64_t offset() const noexcept { return offset_; }

    /// Nothing where the file is no mbox. O(line).
    constexpr std::optional<foldwise::from_line> from_line() const noexcept {
        if (!parts_.has_from_line) return std::nullopt;
        return foldwise::from_line{
            raw_.substr(parts_.from_line, parts_.message - parts_.from_line)};
    }

    /// The octets of the message, its body still quoted.
    constexpr std::string_view message_bytes() const noexcept {
        return raw_.substr(parts_.message, parts_.message_end - parts_.message);
    }

    /// Where the message starts, in octets from the start of the file.
    constexpr std::uint64_t message_offset() const noexcept { return offset_ + parts_.message; }

    /// The message, its body still quoted. O(1) where entries start after an empty line, since
    /// the search for the next one goes past the end of the header section; else O(header).
    constexpr foldwise::message message() const noexcept {
        return parts_.header ? foldwise::message{message_bytes(), *parts_.header}
                             : foldwise::message{message_bytes()};
    }

    /// The message's body, unquoted as the format asks. As message().
    constexpr unquoted body() const noexcept {
        return parts_.has_from_line ? unquoted{message().body(), from_quotes{format_}}
                                    : unquoted{message().body(), from_quotes{mbox_format::mboxcl2}};
    }

    /// How long the body is by its Content-Length field, if that is how long the
    /// body was read: the check for mboxcl and mboxcl2, where a field that does
    /// not lead to the next separator is not followed. O(header).
    constexpr result<std::size_t> content_length() const noexcept {
        auto const whole = message();
        auto const length = foldwise::content_length(whole);
        if (!length || *length == whole.body().size()) return length;
        auto const field = whole.header().find("Content-Length")->raw();
        return diagnostic{diagnostic_code::content_length_mismatch, whole.offset_of(field),
                          field.size()};
    }

  private:
    std::string_view raw_;
    layout parts_;
    std::uint64_t offset_ = 0;
    mbox_format format_ = mbox_format::mboxrd;
};

} // namespace foldwise

#endif
