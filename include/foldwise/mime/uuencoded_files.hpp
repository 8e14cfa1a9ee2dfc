#ifndef FOLDWISE_MIME_UUENCODED_FILES_HPP
#define FOLDWISE_MIME_UUENCODED_FILES_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/decoded_body.hpp>
#include <foldwise/mime/detail/uuencoded_block.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/transfer/diagnose_base64.hpp>
#include <foldwise/transfer/diagnose_uuencode.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>
#include <foldwise/transfer/uuencoded_line.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {
class uuencoded_file_walker;
}

/// A uuencoded file inside a text:
///
///     See the photo.
///     begin 664 photo.jpg      name() "photo.jpg"    |
///     M_]C_X``02D9)1@`!`0...   content()             | raw()
///     `                                              |
///     end                                            |
///
/// Its data may be in base64: then it starts with "begin-base64" and ends with "====". Borrows the
/// text; trivially copyable.
class uuencoded_file {
  public:
    constexpr uuencoded_file() = default;

    /// The lines of the file, from "begin" to "end", with their endings.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The file name that the sender chose. It may contain a path, or anything else: to save a
    /// file, use `safe_file_name`.
    constexpr std::string_view name() const noexcept { return start_.begin.name; }

    /// Its permissions in octal digits, such as "664".
    constexpr std::string_view mode() const noexcept { return start_.begin.mode; }

    /// The decoded octets, a lazy range.
    constexpr decoded_body content() const noexcept {
        return is_base64() ? decoded_body{base64(), transfer_encoding::base64}
                           : decoded_body{raw_, transfer_encoding::uuencode};
    }

    /// Calls `report` with what is wrong with the file; see diagnose_uuencode, or, if its data is
    /// base64, uuencode_not_ended and diagnose_base64. Offsets count from the start of raw().
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        if (!is_base64()) return diagnose_uuencode(raw_, report);
        auto const data = base64();
        auto const start = offset_of(raw_, data);
        if (start + data.size() == raw_.size())
            report(diagnostic{diagnostic_code::uuencode_not_ended, 0,
                              without_ending(raw_.substr(0, start)).size()});
        diagnose_base64(data, [&](diagnostic problem) {
            problem.offset += start;
            report(problem);
        });
    }

    /// The gravest of the problems that diagnose() reports, and the first of equally grave ones.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    friend detail::uuencoded_file_walker;
    constexpr uuencoded_file(std::string_view raw, detail::uuencoded_start const& start) noexcept
        : raw_{raw}, start_{start} {}

    constexpr bool is_base64() const noexcept {
        return start_.form == detail::uuencoded_form::base64;
    }
    /// The lines between "begin-base64" and "====".
    constexpr std::string_view base64() const noexcept {
        auto const data = raw_.substr(detail::after_line(raw_, 0));
        return data.substr(0, data.find("===="));
    }

    std::string_view raw_;
    detail::uuencoded_start start_;
};

namespace detail {

class uuencoded_file_walker {
  public:
    constexpr uuencoded_file_walker() = default;
    explicit constexpr uuencoded_file_walker(std::string_view text) noexcept : text_{text} {
        find();
    }

    constexpr bool at_end() const noexcept { return current_.raw().empty(); }
    constexpr uuencoded_file current() const noexcept { return current_; }
    /// The last file may end with the text.
    constexpr std::size_t position() const noexcept { return at_end() ? text_.size() + 1 : next_; }
    constexpr void advance() noexcept { find(); }

  private:
    constexpr void find() noexcept {
        current_ = {};
        for (auto at = next_; at != text_.size();) {
            auto const size = text_[at] == 'b' ? file_size(at) : 0;
            if (size != 0) {
                next_ = at + size;
                auto const raw = text_.substr(at, size);
                current_ = uuencoded_file{raw, uuencoded_start_of(uuencoded_text_at(raw, 0))};
                return;
            }
            auto const found = scan::octet_pair<'\n', 'b'>(text_, at > passed_ ? at : passed_);
            at = found < text_.size() ? found + 1 : text_.size();
        }
        next_ = text_.size();
    }

    /// The size of the file that starts at `at`, or 0 if there is none. Sets passed_ to the end of
    /// the lines that have been read in vain.
    constexpr std::size_t file_size(std::size_t at) noexcept {
        uuencoded_block block{uuencoded_text_at(text_, at)};
        if (!block.is_open()) return 0;
        auto next = after_line(text_, at);
        auto file_end = next; // after the last line of the file
        while (next != text_.size() && block.is_open()) {
            bool const is_one = block.take(uuencoded_text_at(text_, next));
            if (!is_one && !block.is_open()) break;
            next = after_line(text_, next);
            if (is_one) file_end = next;
        }
        if (block.is_file()) return file_end - at;
        passed_ = next - 1;
        return 0;
    }

    std::string_view text_;
    std::size_t next_ = 0; // where the search for the next file starts
    std::size_t passed_ = 0;
    uuencoded_file current_;
};

} // namespace detail

/// The uuencoded files inside a text/plain, a habit from before MIME.
///
///     for (auto const file : uuencoded_files{part}) {
///         safe_file_name const name{file.name()};
///         save(name.view(), file.content());
///     }
///
/// A file starts at a line of "begin" or "begin-base64", three or four octal digits and a name. Its
/// other lines are those that uuencode_decoder decodes, or lines of base64. A text that only
/// contains the words "begin 644 ..." is not a file: one line of data must be complete, or there
/// must be an "end" line ("====" with base64) and before that a line of data, perhaps an empty one
/// ("`"). A file without "end" ends after its last line of data.
///
/// A forward, borrowed range of uuencoded_file. Borrows the text; nothing is allocated. Total.
/// O(text). To get the text around the files, take the octets between their raw().
class uuencoded_files : public walk_range<detail::uuencoded_file_walker> {
  public:
    constexpr uuencoded_files() = default;

    /// Reads a text whose transfer encoding has been undone.
    explicit constexpr uuencoded_files(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept
        : walk_range{detail::uuencoded_file_walker{text}}, raw_{text} {}

    /// Reads the raw_body() of a part: its text if it is text other than HTML and is not encoded,
    /// else nothing. For a text in base64 or quoted-printable, pass the decoded text.
    explicit constexpr uuencoded_files(entity const& part) noexcept
        : uuencoded_files{may_have_files(part) && !is_encoded(part.encoding())
                              ? part.raw_body()
                              : std::string_view{}} {}
    template <owning_temporary T>
    explicit uuencoded_files(T&&) = delete; // it would dangle: keep the string in a variable first

    /// Whether the part is text in which files are looked for: a leaf of type text, but not HTML.
    static constexpr bool may_have_files(entity const& part) noexcept {
        auto const type = part.content_type();
        return part.is_leaf() && detail::is_text(type) && !detail::is_html(type);
    }

    /// The whole text, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Calls `report` with uuencoded_file_in_text for each file, and then with what is wrong with
    /// it; see uuencoded_file::diagnose. Offsets count from the start of raw().
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        for (auto const file : *this) {
            auto const start = offset_of(raw_, file.raw());
            report(diagnostic{diagnostic_code::uuencoded_file_in_text, start, file.raw().size()});
            file.diagnose([&](diagnostic problem) {
                problem.offset += start;
                report(problem);
            });
        }
    }

    /// The gravest of the problems that diagnose() reports, and the first of equally grave ones.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view raw_;
};

/// Finds the uuencoded files in a text that arrives in blocks, and calls `use` with the name of
/// each one, as std::string_view: the names that uuencoded_files has for the whole text. For texts
/// in base64 or quoted-printable, and for those that are too long to be held.
///
///     uuencoded_name_finder finder{[](std::string_view name) { list(name); }};
///     part.decoded().for_each_block([&](std::string_view block) { finder.take(block); });
///     finder.finish();
///
/// A block may end anywhere. A name is valid during the call. Allocates nothing; O(text). Total.
template <class Use>
class uuencoded_name_finder {
  public:
    /// Will call `use` with each name.
    explicit constexpr uuencoded_name_finder(Use use) : use_{use} {}

    /// Takes the next block of the text.
    constexpr void take(std::string_view block) {
        while (!block.empty()) {
            auto const end = detail::after_line(block, 0);
            // Only the start of a long line counts, and of most lines only the first octet.
            bool const counts = block_.is_open() || size_ != 0 || block.front() == 'b';
            size_ += block.substr(0, counts ? end : 1).copy(line_ + size_, sizeof line_ - size_);
            if (block[end - 1] == '\n') end_line();
            block.remove_prefix(end);
        }
    }

    /// Ends the text. The last file may end with it.
    constexpr void finish() {
        if (size_ != 0) end_line();
        end_block();
    }

  private:
    constexpr void end_line() {
        auto const line = detail::uuencoded_text_at(octets_at(line_, size_), 0);
        size_ = 0;
        if (block_.is_open()) {
            block_.take(line);
            if (block_.is_open()) return;
            end_block();
        }
        block_ = detail::uuencoded_block{line};
        if (block_.is_open())
            name_size_ = detail::uuencoded_start_of(line).begin.name.copy(name_, sizeof name_);
    }
    constexpr void end_block() {
        if (block_.is_file()) use_(octets_at(name_, name_size_));
        block_ = {};
    }

    Use use_;
    detail::uuencoded_block block_;
    char line_[128] = {};
    char name_[128] = {};  // of the block
    std::size_t size_ = 0; // of the line so far
    std::size_t name_size_ = 0;
};

/// Whether the text of a part, decoded, has a uuencoded file. Unlike `uuencoded_files`, this reads
/// texts in base64 and quoted-printable, too. Allocates nothing; O(body).
constexpr bool has_uuencoded_file(entity const& part) noexcept {
    if (!uuencoded_files::may_have_files(part)) return false;
    if (!is_encoded(part.encoding())) return !uuencoded_files{part}.empty();
    bool is_found = false;
    uuencoded_name_finder finder{[&](std::string_view) { is_found = true; }};
    part.decoded().for_each_block([&](std::string_view block) {
        if (!is_found) finder.take(block);
    });
    finder.finish();
    return is_found;
}

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::uuencoded_files> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::uuencoded_files> = true;

#endif
