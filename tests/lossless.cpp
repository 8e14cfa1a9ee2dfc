// Promise 1 of DESIGN section 1: every byte sequence is a message and an mbox, and no octet is
// lost.

#include <foldwise/foldwise.hpp>

#include "mail_files.hpp"
#include "support.hpp"

#include <string>

using namespace foldwise;

namespace {

void check_message(std::string const& path, message const& m) {
    std::size_t end = 0;
    for (auto const f : m.header()) {
        if (m.offset_of(f.raw()) != end) REQUIRE_SAME(path, m.offset_of(f.raw()), end);
        end += f.raw().size();
        std::size_t lines_end = 0;
        for (auto const l : f.lines()) lines_end += l.raw().size();
        REQUIRE_SAME(path, lines_end, f.raw().size());
    }
    REQUIRE_SAME(path, end, m.header().raw().size());
    REQUIRE_SAME(path, m.offset_of(m.separator()), end);
    REQUIRE_SAME(path, m.offset_of(m.body()), end + m.separator().size());
    REQUIRE_SAME(path, end + m.separator().size() + m.body().size(), m.raw().size());
}

void check_mailbox(std::string const& path, std::string_view bytes, mbox_options options) {
    std::size_t end = 0;
    for (auto const entry : mbox{bytes, options}) {
        REQUIRE_SAME(path, entry.raw().data() == bytes.data() + end, true);
        end += entry.raw().size();
        check_message(path, entry.message());
    }
    REQUIRE_SAME(path, end, bytes.size());
}

} // namespace

TEST_CASE("lossless: every file as a message and as each kind of mbox") {
    auto const files = test::for_each_mail_file([](std::string const& path,
                                                   std::string_view bytes) {
        check_message(path, message{bytes});
        for (auto const format : {mbox_format::mboxrd, mbox_format::mboxcl2})
            for (auto const separator : {mbox_separator::likely, mbox_separator::after_empty_line,
                                         mbox_separator::any, mbox_separator::dated})
                check_mailbox(path, bytes, {format, separator});
    });
    CHECK(files >= 20);
}

TEST_CASE("lossless: the shards of a file, and a stream of it, have the entries of the file") {
    test::for_each_mail_file([](std::string const& path, std::string_view bytes) {
        std::size_t count = 0;
        for (auto const entry : mbox{bytes}) count += entry.raw().empty() ? 0u : 1u;

        std::size_t end = 0;
        std::size_t shared = 0;
        for (std::uint64_t k = 0; k < 7; ++k) {
            for (auto const entry : mbox{bytes, {}, shard(bytes.size(), k, 7)}) {
                REQUIRE_SAME(path, entry.offset(), end);
                end += entry.raw().size();
                ++shared;
            }
        }
        REQUIRE_SAME(path, shared, count);
        REQUIRE_SAME(path, end, bytes.size());

        // The window holds the bytes that no entry has taken, and grows by at most 4 KiB at a time.
        mbox_splitter splitter;
        std::size_t shown = 0;
        std::size_t taken = 0;
        std::size_t streamed = 0;
        while (!splitter.done()) {
            shown = bytes.size() - shown < 4096 ? bytes.size() : shown + 4096;
            auto const input = shown == bytes.size() ? mbox_input::ended : mbox_input::continues;
            auto window = bytes.substr(taken, shown - taken);
            while (splitter.next(window, input)) ++streamed;
            taken = shown - window.size();
        }
        REQUIRE_SAME(path, streamed, count);
        REQUIRE_SAME(path, taken, bytes.size());
    });
}
