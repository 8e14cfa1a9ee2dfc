// How a user of VMime does the tasks. It cannot read an mbox in memory, so the mbox is cut into
// messages here.

#include "../tasks.hpp"
#include "cut.hpp"

#include <vmime/platforms/posix/posixHandler.hpp>
#include <vmime/utility/encoder/b64Encoder.hpp>
#include <vmime/utility/encoder/qpEncoder.hpp>
#include <vmime/vmime.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace {

using bench::corpus;
using bench::tally;

void start() {
    [[maybe_unused]] static bool const started =
        (vmime::platform::setHandler<vmime::platforms::posix::posixHandler>(), true);
}

/// A stream that counts the octets written to it.
class counting_stream : public vmime::utility::outputStream {
  public:
    std::size_t octets() const { return octets_; }
    void flush() override {}

  protected:
    void writeImpl(vmime::byte_t const* data, std::size_t count) override {
        bench::keep({reinterpret_cast<char const*>(data), count});
        octets_ += count;
    }

  private:
    std::size_t octets_ = 0;
};

std::size_t seconds_of(vmime::datetime const& when) {
    using namespace std::chrono;
    sys_days const days{year{when.getYear()} / when.getMonth() / when.getDay()};
    return static_cast<std::size_t>(days.time_since_epoch().count() * 86400 +
                                    when.getHour() * 3600 + when.getMinute() * 60 +
                                    when.getSecond() - when.getZone() * 60);
}

/// Text as UTF-8, encoded-words decoded.
std::size_t length_of(vmime::text const& text) {
    return text.getConvertedText(vmime::charsets::UTF_8).size();
}

template <class T>
std::shared_ptr<T const> value_of(std::shared_ptr<vmime::headerField const> const& field) {
    return field == nullptr ? nullptr : field->getValue<T>();
}

// ---- Mailboxes: VMime copies a message before it parses it.

template <class Use>
void for_each_message(corpus const& from, Use use) {
    start();
    bench::for_each_message_in(from.bytes, [&](std::string_view text) {
        auto const message = std::make_shared<vmime::message>();
        message->parse(std::string{text});
        use(static_cast<vmime::message const&>(*message));
    });
}

tally typical(corpus const& from) {
    tally found;
    for_each_message(from, [&](vmime::message const& message) {
        auto const header = message.getHeader();
        auto const& fields = *header;
        if (auto const author = value_of<vmime::mailbox>(fields.From()))
            found += {1, author->getEmail().toString().size()};
        if (auto const subject = value_of<vmime::text>(fields.Subject()))
            found += {1, length_of(*subject)};
        if (auto const when = value_of<vmime::datetime>(fields.Date()))
            found += {1, seconds_of(*when)};
        if (auto const id = value_of<vmime::messageId>(fields.MessageId()))
            found += {1, id->getId().size()};
        found.count += const_cast<vmime::header&>(fields).findAllFields("Received").size();
    });
    return found;
}

void add_leaves(vmime::body const& body, tally& found) {
    if (body.getPartCount() == 0) {
        counting_stream octets;
        body.getContents()->extract(octets);
        found += {1, octets.octets()};
    }
    for (auto const& part : body.getPartList()) add_leaves(*part->getBody(), found);
}

tally full(corpus const& from) {
    tally found;
    for_each_message(from,
                     [&](vmime::message const& message) { add_leaves(*message.getBody(), found); });
    return found;
}

// ---- Encoded texts

template <class Decoder>
tally decoded_size(corpus const& from) {
    start();
    vmime::utility::inputStreamByteBufferAdapter in{
        reinterpret_cast<vmime::byte_t const*>(from.bytes.data()), from.bytes.size()};
    counting_stream out;
    Decoder{}.decode(in, out);
    return {1, out.octets()};
}

// ---- Values of fields: VMime needs a std::string for each.

tally addresses(corpus const& from) {
    start();
    tally found;
    for (auto const value : from.pieces) {
        vmime::mailboxList list;
        list.parse(std::string{value});
        for (auto const& one : list.getMailboxList())
            found += {1, one->getEmail().toString().size() + length_of(one->getName())};
    }
    return found;
}

tally dates(corpus const& from) {
    start();
    tally found;
    for (auto const value : from.pieces) {
        vmime::datetime when;
        when.parse(std::string{value});
        found += {1, seconds_of(when)};
    }
    return found;
}

tally encoded_words(corpus const& from) {
    start();
    tally found;
    for (auto const value : from.pieces)
        found += {1, length_of(*vmime::text::decodeAndUnfold(std::string{value}))};
    return found;
}

[[maybe_unused]] bool const added = bench::add_reader(
    "vmime", {{"typical", typical},
              {"full", full},
              {"base64", decoded_size<vmime::utility::encoder::b64Encoder>},
              {"quoted_printable", decoded_size<vmime::utility::encoder::qpEncoder>},
              {"addresses", addresses},
              {"dates", dates},
              {"encoded_words", encoded_words}});

} // namespace
