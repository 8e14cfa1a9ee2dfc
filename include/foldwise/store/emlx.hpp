#ifndef FOLDWISE_STORE_EMLX_HPP
#define FOLDWISE_STORE_EMLX_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A file in which Apple Mail keeps one message: a line with the size of the message, the message,
/// and a property list.
///
///     24         LF
///     Subject: hello LF                          message()
///     LF
///     Hello! LF
///     <?xml version="1.0" encoding="UTF-8"?> LF  property_list()
///     <plist version="1.0"> ...
///
///     emlx  = 1*DIGIT *WSP line-ending message [property-list]
///
///     if (auto const file = emlx::read(bytes)) use(file->message());
///
/// If the size leads neither to a property list nor to the end of the file, it is ignored: the
/// message ends before the last line that starts with `<?xml` and comes before a `<plist`, or with
/// the file. Borrows the bytes; trivially copyable; allocates nothing.
class emlx {
  public:
    /// An error, emlx_malformed, if the first line is not a size. O(1) if the size is right, else
    /// O(n).
    static constexpr result<emlx> read(std::string_view bytes FOLDWISE_LIFETIMEBOUND) noexcept {
        auto const first = bytes.substr(0, longest_first_line);
        auto const digits = first.substr(0, scan::not_in(digit, first, 0));
        auto const end = scan::not_in(wsp, first, digits.size());
        auto const ending = empty_line_size(first, end);
        if (digits.empty() || ending == 0)
            return diagnostic{diagnostic_code::emlx_malformed, 0, first_line_size(first)};
        emlx file;
        file.raw_ = bytes;
        file.message_ = end + ending;
        file.size_digits_ = digits.size();
        auto const left = bytes.size() - file.message_;
        auto const size = read_decimal(digits);
        file.is_size_right_ =
            size && *size <= left &&
            ends_message(bytes.substr(file.message_).substr(static_cast<std::size_t>(*size)));
        file.size_ = file.is_size_right_ ? static_cast<std::size_t>(*size)
                                         : size_before_list(bytes.substr(file.message_));
        return file;
    }
    template <owning_temporary T>
    static result<emlx> read(T&&) = delete; // it would dangle: keep the string in a variable first

    constexpr emlx() = default;

    /// The whole file.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The octets of the message.
    constexpr std::string_view message_bytes() const noexcept {
        return raw_.substr(message_, size_);
    }
    /// O(header).
    constexpr foldwise::message message() const noexcept {
        return foldwise::message{message_bytes()};
    }
    /// Where the message starts, in bytes from the start of the file.
    constexpr std::size_t message_offset() const noexcept { return message_; }

    /// Everything after the message: flags and dates of Apple Mail, unread.
    constexpr std::string_view property_list() const noexcept {
        return raw_.substr(message_ + size_);
    }

    /// emlx_size_mismatch if the size was ignored. The offset counts from the start of the file.
    constexpr optional<diagnostic> deviation() const noexcept {
        if (is_size_right_) return std::nullopt;
        return diagnostic{diagnostic_code::emlx_size_mismatch, 0, size_digits_};
    }
    /// Reports the deviation, if there is one.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (auto const problem = deviation()) report(*problem);
    }

  private:
    static constexpr std::size_t longest_first_line = 64; // Apple Mail pads it to 11 bytes

    /// Without the line ending.
    static constexpr std::size_t first_line_size(std::string_view text) noexcept {
        auto const end = scan::line_feed(text, 0);
        return without_ending(text.substr(0, end == text.size() ? end : end + 1)).size();
    }

    /// Whether `rest` is empty or a property list, in XML or binary.
    static constexpr bool ends_message(std::string_view rest) noexcept {
        if (rest.empty()) return true;
        for (std::string_view const start : {"<?xml", "<!DOCTYPE plist", "<plist", "bplist"})
            if (rest.starts_with(start)) return true;
        return false;
    }

    static constexpr std::size_t size_before_list(std::string_view rest) noexcept {
        auto const line_feed = rest.rfind("\n<?xml");
        bool const is_list = line_feed != rest.npos &&
                             rest.substr(line_feed).find("<plist") != std::string_view::npos;
        return is_list ? line_feed + 1 : rest.size();
    }

    std::string_view raw_;
    std::size_t message_ = 0; // where the message starts
    std::size_t size_ = 0;    // of the message
    std::size_t size_digits_ = 0;
    bool is_size_right_ = true;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
