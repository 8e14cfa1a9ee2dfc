#ifndef FOLDWISE_WORDS_DECODED_WORDS_HPP
#define FOLDWISE_WORDS_DECODED_WORDS_HPP

#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_converter.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/transfer/base64.hpp>
#include <foldwise/words/encoded_word.hpp>
#include <foldwise/words/word_segments.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::detail {

/// The octets of a segment: decoded of a word, as they stand of all others.
class segment_octets {
  public:
    constexpr segment_octets() = default;
    explicit constexpr segment_octets(word_segment const& segment) noexcept
        : rest_{segment.octets} {
        if (!segment.is_word()) return;
        auto const word = segment.word();
        rest_ = word.encoded_text();
        coding_ = word.encoding() == word_encoding::b ? coding::b : coding::q;
    }

    /// Whether nothing is left. What is left may hold no octet.
    constexpr bool at_end() const noexcept { return rest_.empty(); }

    /// The next octets, at most `count`, passed: they are copied to `to` where they stand nowhere.
    /// Nothing where there are no more.
    constexpr std::string_view take(char* to, std::size_t count) noexcept {
        switch (coding_) {
        case coding::none: break;
        case coding::b: {
            auto const done = base64_.decode(rest_, to, count);
            rest_.remove_prefix(done.read);
            return {to, done.written};
        }
        case coding::q: {
            auto const rest = rest_;
            std::size_t size = 0;
            std::size_t at = 0;
            for (; size < count && at != rest.size(); ++size) {
                auto const next = read_q_octet(rest, at);
                at += next.size;
                to[size] = next.octet;
            }
            rest_.remove_prefix(at);
            return {to, size};
        }
        }
        auto const taken = rest_.substr(0, count);
        rest_.remove_prefix(taken.size());
        return taken;
    }

    /// How much is left.
    constexpr std::size_t position() const noexcept { return rest_.size(); }

  private:
    enum class coding : unsigned char { none, b, q };

    std::string_view rest_;
    coding coding_ = coding::none;
    base64_decoder base64_;
};

/// The UTF-8 of segments, octet by octet.
template <walker Segments>
class decoded_word_walker {
  public:
    struct place {
        decltype(Segments{}.position()) segment;
        std::size_t octet;
        std::size_t at;
        bool is_finished;
        friend constexpr bool operator==(place const&, place const&) = default;
    };

    constexpr decoded_word_walker() = default;
    explicit constexpr decoded_word_walker(Segments const& first) noexcept
        : segments_{first}, is_finished_{first.at_end()} {
        if (is_finished_) return;
        segment_ = segments_.current();
        octets_ = segment_octets{segment_};
        decoder_ = charset_decoder{segment_.charset};
        read();
    }

    constexpr bool at_end() const noexcept { return at_ == size_; }
    constexpr char current() const noexcept { return ready_[at_]; }
    constexpr void advance() noexcept {
        if (++at_ == size_) read();
    }
    constexpr place position() const noexcept {
        return {segments_.position(), octets_.position(), at_, is_finished_};
    }

  private:
    /// Reads on until there is something to show.
    constexpr void read() noexcept {
        at_ = size_ = 0;
        while (size_ == 0 && !is_finished_) {
            char block[at_once];
            auto const octets = octets_.take(block, at_once);
            if (!octets.empty())
                size_ = decoder_.write(octets, ready_);
            else
                go_on();
        }
    }
    constexpr void go_on() noexcept {
        segments_.advance();
        is_finished_ = segments_.at_end();
        auto const next = is_finished_ ? word_segment{} : segments_.current();
        if (is_finished_ || !segment_.goes_on_as(next)) {
            size_ = decoder_.finish(ready_);
            decoder_ = charset_decoder{next.charset};
        }
        segment_ = next;
        octets_ = segment_octets{next};
    }

    static constexpr std::size_t at_once = 16;

    Segments segments_;
    word_segment segment_;  // the one that is read
    segment_octets octets_; // of it, not read yet
    charset_decoder decoder_;
    char ready_[charset_decoder::max_size(at_once)] = {};
    std::size_t at_ = 0;
    std::size_t size_ = 0; // of what is ready
    bool is_finished_ = true;
};

/// Makes decoders for what is built in, and for what a converter reads, if there is one.
class decoder_maker {
  public:
    constexpr decoder_maker() = default;
    explicit constexpr decoder_maker(charset_converter& converter) noexcept
        : converter_{&converter} {}

    constexpr charset_decoder operator()(charset from) const noexcept {
        return converter_ != nullptr ? charset_decoder{from, *converter_} : charset_decoder{from};
    }

    /// Which of the charsets in `source` can be read, those that are built in at the least.
    template <class Segments>
    constexpr charset_set readable(typename Segments::source const& source) const noexcept {
        auto readable = charset_set::built_in();
        if (converter_ == nullptr) return readable;
        auto asked = readable;
        for (Segments at{source, readable}; !at.at_end(); at.advance()) {
            auto const stated = at.current().stated;
            if (stated == charset::replacement || asked.contains(stated)) continue;
            asked.add(stated);
            if (converter_->start(stated)) readable.add(stated);
        }
        return readable;
    }

  private:
    charset_converter* converter_ = nullptr;
};

/// What all texts have in common that may hold encoded-words. `Segments` walks over the segments
/// of a `Segments::source`, given that and what charsets can be read.
template <walker Segments>
class decoded_words {
  public:
    using iterator = walk_iterator<decoded_word_walker<Segments>>;

    constexpr iterator begin() const noexcept {
        return iterator{decoded_word_walker{Segments{source_, charset_set::built_in()}}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// Appends the text to `text`; where there is a converter, it reads what is not built in.
    /// Allocates what `text` needs.
    constexpr void append_to(std::string& text) const { append_to(text, decoder_maker{}); }
    constexpr void append_to(std::string& text, charset_converter& converter) const {
        append_to(text, decoder_maker{converter});
    }

    /// The text as a string of its own. Allocates.
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }
    constexpr std::string to_string(charset_converter& converter) const {
        std::string text;
        append_to(text, converter);
        return text;
    }

    /// Whether the text is `right`, read without a converter. O(n).
    friend constexpr bool operator==(decoded_words const& left, std::string_view right) noexcept {
        if constexpr (has_written_text)
            if (is_plain(left.source_)) return left.written() == right;
        for (char const octet : left) {
            if (right.empty() || right.front() != octet) return false;
            right.remove_prefix(1);
        }
        return right.empty();
    }

  protected:
    constexpr decoded_words() = default;
    explicit constexpr decoded_words(typename Segments::source const& source) noexcept
        : source_{source} {}

    constexpr typename Segments::source const& source() const noexcept { return source_; }

  private:
    static constexpr bool has_written_text = requires { typename Segments::written; };

    constexpr auto written() const noexcept {
        return typename Segments::written{Segments::trimmed(source_)};
    }

    /// Whether the text is as it is written: there are no words, and it is ASCII.
    static constexpr bool is_plain(std::string_view source) noexcept {
        return ascii_end(source, 0) == source.size() &&
               scan::octet_pair<'=', '?'>(source, 0) == source.size();
    }

    constexpr void append_to(std::string& text, decoder_maker make) const {
        if constexpr (has_written_text)
            if (is_plain(source_)) return written().append_to(text);
        word_segment segment;
        charset_decoder decoder;
        bool is_in_character = false; // it may be
        for (Segments at{source_, make.readable<Segments>(source_)}; !at.at_end(); at.advance()) {
            auto const next = at.current();
            if (!segment.goes_on_as(next)) {
                decoder.append_end_to(text);
                decoder = make(next.charset);
                is_in_character = false;
            }
            segment = next;
            if (!next.is_word()) {
                // It is UTF-8 already where it is ASCII, as most of it is.
                auto const plain = is_in_character ? 0 : ascii_end(next.octets, 0);
                text.append(next.octets.substr(0, plain));
                auto const rest = next.octets.substr(plain);
                decoder.append_to(rest, text);
                if (!rest.empty())
                    is_in_character = ascii_end(rest, rest.size() - 1) != rest.size();
                continue;
            }
            char block[512];
            for (segment_octets octets{next}; !octets.at_end();)
                decoder.append_to(octets.take(block, sizeof block), text);
        }
        decoder.append_end_to(text);
    }
    typename Segments::source source_{};
};

} // namespace foldwise::detail

#endif
