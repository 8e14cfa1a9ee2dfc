// The answers of docs/how_to.md, one function each. The page shows what this program prints.
//     build/bin/examples_how_to tests/data/demo.mbox

#include <foldwise/foldwise.hpp>
#include <foldwise/mapped_file.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

/// X-Spam-Status, as SpamAssassin writes it: "Yes, score=7.2 required=5.0 tests=..." A view into
/// the message. Total: what is not there is empty.
class spam_status {
  public:
    explicit constexpr spam_status(foldwise::field const& f) noexcept : value_{f.raw_value()} {
        value_.remove_prefix(std::min(value_.find_first_not_of(" \t\r\n"), value_.size()));
    }

    constexpr bool is_spam() const noexcept { return value_.starts_with("Yes,"); }

    constexpr std::string_view score() const noexcept {
        constexpr std::string_view key = "score=";
        auto const at = value_.find(key);
        if (at == value_.npos) return {};
        auto const text = value_.substr(at + key.size());
        return text.substr(0, text.find_first_not_of("-0123456789."));
    }

  private:
    std::string_view value_;
};

template <>
struct foldwise::field_type<"X-Spam-Status"> : foldwise::field_as<spam_status> {};

namespace {

void list_hops(foldwise::message const& m) {
    for (auto const hop : foldwise::hops{m.header()}) { // the newest first
        auto const received = hop.received();
        std::cout << (received.by() ? received.by()->name().to_string() : "?");
        if (auto const from = received.from()) {
            std::cout << " from " << from->helo().to_string(); // what the client claims
            if (from->address()) std::cout << " at " << from->address()->text;
        }
        if (auto const when = received.date()) std::cout << ", " << when->to_string();
        if (auto const delay = hop.delay()) std::cout << ", " << *delay << " s";
        std::cout << '\n';
    }
}

void list_attachments(foldwise::entity const& mail) {
    for (auto const part : foldwise::attachments(mail)) {
        auto const type = part.content_type();
        std::cout << part.path().to_string() << ' ' << type.type() << '/' << type.subtype() << ' '
                  << foldwise::safe_file_name{part}.to_string() << ", " << part.decoded().length()
                  << " octets\n";
    }
}

void decode_subject(foldwise::message const& m) {
    if (auto const subject = foldwise::get<"Subject">(m))
        std::cout << subject->to_string() << '\n';
    else
        std::cout << "no subject\n";

    // Not a whole message: only a value.
    std::cout << foldwise::decoded_text{"=?iso-8859-1?Q?caf=E9?= at noon"}.to_string() << '\n';
}

void count_on_all_cores(std::string_view bytes) {
    std::uint64_t const workers = std::max(1U, std::thread::hardware_concurrency());
    std::atomic<std::uint64_t> messages = 0;
    std::vector<std::thread> threads;
    for (std::uint64_t k = 0; k < workers; ++k)
        threads.emplace_back([&messages, bytes, k, workers] {
            std::uint64_t count = 0;
            foldwise::mbox const share{bytes, {}, foldwise::shard(bytes.size(), k, workers)};
            for (auto entry = share.begin(); entry != share.end(); ++entry) ++count;
            messages += count;
        });
    for (auto& thread : threads) thread.join();
    std::cout << messages << " messages on all cores\n";
}

void check_dmarc(foldwise::message const& m) {
    std::string_view const own[] = {"mx.example.org"}; // as our server calls itself in the field
    foldwise::alignment_options options;
    options.authserv_ids = own;
    foldwise::alignment const verdict{m, options};
    auto const step = verdict.aligned_step();
    if (step)
        std::cout << "aligned by " << step->result()->method() << ": " << step->domain()->text()
                  << '\n';
    else
        for (auto const each : verdict.steps()) std::cout << text_of(each.finding()) << '\n';
}

/// A filter that is given a message in chunks, and decides by its header section.
class header_filter {
  public:
    static constexpr std::size_t limit = 1024 * 1024;
    enum class state { reading, complete, too_long };

    state feed(std::string_view chunk) {
        if (end_.found()) return state::complete;
        buffer_ += chunk;
        end_ = foldwise::find_header_end(buffer_, end_.position); // continues where it stopped
        if (end_.found()) return state::complete;
        return buffer_.size() > limit ? state::too_long : state::reading;
    }

    /// Valid until the next call of feed().
    foldwise::header_section header() const { return foldwise::message{buffer_, end_}.header(); }

  private:
    std::string buffer_;
    foldwise::header_end end_;
};

void feed_chunks(std::string_view bytes) {
    header_filter filter;
    int chunks = 0;
    auto state = header_filter::state::reading;
    while (state == header_filter::state::reading && !bytes.empty()) {
        auto const chunk = bytes.substr(0, 100);
        bytes.remove_prefix(chunk.size());
        state = filter.feed(chunk);
        ++chunks;
    }
    if (state == header_filter::state::complete)
        if (auto const subject = foldwise::get<"Subject">(filter.header()))
            std::cout << "after " << chunks << " chunks: " << subject->to_string() << '\n';
}

/// Creates a file that does not exist yet, and writes the decoded part. Returns whether it could.
bool save(foldwise::entity const& part, std::filesystem::path const& directory) {
    auto const name = directory / foldwise::safe_file_name{part}.to_string();
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file{
        std::fopen(name.string().c_str(), "wxb"), std::fclose}; // "x": never an existing file
    if (!file) return false;
    part.decoded().for_each_block([&file](std::string_view block) {
        std::fwrite(block.data(), 1, block.size(), file.get());
    });
    bool const is_written = std::fflush(file.get()) == 0 && std::ferror(file.get()) == 0;
    if (!is_written) std::filesystem::remove(name); // no half a file
    return is_written;
}

void save_attachments(foldwise::entity const& mail, std::filesystem::path const& directory) {
    for (auto const part : foldwise::attachments(mail)) {
        std::cout << foldwise::safe_file_name{part}.to_string() << ": ";
        std::cout << (save(part, directory) ? "saved\n" : "not saved\n");
    }
}

void read_bounce(foldwise::entity const& mail) {
    auto const found = foldwise::find_report(mail);
    if (!found || found->kind != foldwise::report_kind::delivery_status) return;
    // A view cannot decode base64, which a few servers use here: decode it first.
    auto const text = found->part.decoded().to_string();
    for (auto const recipient : foldwise::delivery_status{text}.recipients()) {
        if (auto const to = recipient.final_recipient()) std::cout << to->decoded().to_string();
        if (auto const action = recipient.action()) std::cout << ' ' << action->word();
        if (auto const status = recipient.status()) std::cout << ' ' << status->to_string();
        std::cout << '\n';
    }
    if (auto const headers = foldwise::find_returned_headers(mail))
        if (auto const subject = foldwise::get<"Subject">(*headers))
            std::cout << "about: " << subject->to_string() << '\n';
}

void report_problems(foldwise::message const& m) {
    foldwise::diagnose(m, [](foldwise::diagnostic const& d) {
        if (d.severity() < foldwise::severity::violation) return;
        std::cout << d.offset << '-' << d.offset + d.length << ": " << name_of(d.severity()) << ", "
                  << d.name() << " (RFC " << d.rfc() << ")\n";
    });
}

void read_own_field() {
    foldwise::message const m{"X-Spam-Status: Yes, score=7.2 required=5.0\n\n"};
    if (auto const status = foldwise::get<"X-Spam-Status">(m))
        std::cout << (status->is_spam() ? "spam, " : "not spam, ") << status->score() << '\n';
}

} // namespace

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) return 2;
    std::vector<foldwise::mbox_entry> mail;
    for (auto const entry : foldwise::mbox{file.bytes()}) mail.push_back(entry);
    if (mail.size() != 12) return 2;
    auto const directory = std::filesystem::temp_directory_path() /
                           ("foldwise-" + std::to_string(std::random_device{}()));
    if (!std::filesystem::create_directory(directory)) return 2;

    list_hops(mail[9].message());
    list_attachments(foldwise::entity{mail[8]});
    decode_subject(mail[3].message());
    count_on_all_cores(file.bytes());
    check_dmarc(mail[0].message());
    check_dmarc(mail[6].message());
    feed_chunks(mail[1].message().raw());
    save_attachments(foldwise::entity{mail[7]}, directory);
    read_bounce(foldwise::entity{mail[4]});
    report_problems(mail[6].message());
    read_own_field();

    std::filesystem::remove_all(directory);
}
