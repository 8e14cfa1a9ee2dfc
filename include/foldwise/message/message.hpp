#ifndef FOLDWISE_MESSAGE_MESSAGE_HPP
#define FOLDWISE_MESSAGE_MESSAGE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/message/header_end.hpp>
#include <foldwise/message/header_section.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A message (RFC 5322 section 2.1): a header section, optionally followed by an empty line and a
/// body.
///
///     Subject: hello CRLF
///     CRLF
///     Hello, world! CRLF
///
///     0               16 18              33
///     |---------------|--|---------------|
///          header()   ||      body()
///                  separator()
///
///     message = (fields / obs-fields) [CRLF body]
///
/// Total and lossless: every byte sequence is a message, and header().raw(), separator() and
/// body(), concatenated, are raw(). Only an empty line ends the header section; without one,
/// everything is header section.
///
/// Borrows the bytes, which must outlive the message and every view that it returns. Trivially
/// copyable, never throws, allocates nothing.
class message {
  public:
    constexpr message() = default;

    /// Costs the search for the end of the header section; the body is not read.
    explicit constexpr message(std::string_view bytes FOLDWISE_LIFETIMEBOUND) noexcept
        : message{bytes, find_header_end(bytes)} {}

    /// For callers that know where the header section ends: `end` is the answer of find_header_end
    /// for `bytes`. O(1).
    constexpr message(std::string_view bytes FOLDWISE_LIFETIMEBOUND, header_end end) noexcept
        : raw_{bytes}, header_size_{end.found() ? end.position : bytes.size()},
          separator_size_{end.separator_size} {}

    template <owning_temporary T>
    explicit message(T&&) = delete; // it would dangle: keep the string in a variable first
    template <owning_temporary T>
    message(T&&, header_end) = delete; // it would dangle: keep the string in a variable first

    /// Every octet of the message.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The fields. O(1).
    constexpr header_section header() const noexcept {
        return header_section{raw_.substr(0, header_size_)};
    }

    /// The empty line between header section and body: "\n" or "\r\n"; empty if no empty line ends
    /// the header section.
    constexpr std::string_view separator() const noexcept {
        return raw_.substr(header_size_, separator_size_);
    }

    /// Everything after the separator, unchanged.
    constexpr std::string_view body() const noexcept {
        return raw_.substr(header_size_ + separator_size_);
    }

    /// Where `part` starts, in octets from the start of the message. `part` must be a view into the
    /// message, such as a field's `raw()`. O(1).
    constexpr std::size_t offset_of(std::string_view part) const noexcept {
        return foldwise::offset_of(raw_, part);
    }

  private:
    std::string_view raw_;
    std::size_t header_size_ = 0;
    std::size_t separator_size_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
