#ifndef FOLDWISE_WORDS_DECODED_WORDS_HPP
#define FOLDWISE_WORDS_DECODED_WORDS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/equal_octets.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/charset/undeclared_charset.hpp>
#include <foldwise/config.hpp>
#include <foldwise/words/detail/plain_words.hpp>
#include <foldwise/words/detail/segment_octets.hpp>
#include <foldwise/words/text_options.hpp>
#include <foldwise/words/word_segments.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Walks over the text of segments, decoded to UTF-8, octet by octet.
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
        octets_.start(segments_.current());
        decoder_ = charset_decoder{segments_.current().charset};
        read();
        at_ = octets_at(ready_, size_).starts_with(utf8_byte_order_mark)
                  ? utf8_byte_order_mark.size()
                  : 0;
        if (at_ == size_) read();
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
    /// Decodes until there is at least one octet to show, or until the end.
    constexpr void read() noexcept {
        at_ = size_ = 0;
        while (size_ == 0 && !is_finished_) {
            char block[at_once];
            auto const octets = octets_.take(block, at_once);
            if (!octets.empty())
                size_ = decoder_.write(octets, ready_);
            else
                start_next_segment();
        }
    }
    constexpr void start_next_segment() noexcept {
        auto const before = segments_.current();
        segments_.advance();
        is_finished_ = segments_.at_end();
        auto const& next = segments_.current();
        if (is_finished_ || !before.is_decoded_with(next)) {
            size_ = decoder_.finish(ready_);
            decoder_ = charset_decoder{next.charset};
        }
        if (!is_finished_) octets_.start(next);
    }

    static constexpr std::size_t at_once = 16;

    joined_segments<Segments> segments_;
    segment_octets octets_; // the rest of the segment
    charset_decoder decoder_;
    char ready_[charset_decoder::max_size(at_once)] = {};
    std::size_t at_ = 0;
    std::size_t size_ = 0; // of `ready_`
    bool is_finished_ = true;
};

/// Applies text_options to the segments of one text. It chooses one charset for all octets that are
/// in no encoded-word, and one for all encoded-words in US-ASCII.
template <walker Segments>
class segment_reader {
  public:
    constexpr segment_reader(typename Segments::source const& source,
                             text_options const& options) noexcept
        : source_{source}, options_{options}, fallback_{readable_fallback(options)} {
        if (options.converter != nullptr) find_readable();
    }

    constexpr joined_segments<Segments> segments() const noexcept {
        return joined_segments{unjoined()};
    }

    /// The charset in which to decode a segment. Must be called for the segments in order.
    constexpr charset charset_of(word_segment const& segment) noexcept {
        if (fallback_ == charset::utf_8 || !segment.is_undeclared()) return segment.charset;
        return chosen_for(segment);
    }

    constexpr charset_decoder decoder_of(charset from) const noexcept {
        return options_.converter != nullptr ? charset_decoder{from, *options_.converter}
                                             : charset_decoder{from};
    }

    /// The charsets in which encoded-words are decoded: the built-in ones, and those that appear in
    /// the text and that the converter knows.
    constexpr charset_set readable() const noexcept { return readable_; }

  private:
    constexpr Segments unjoined() const noexcept { return Segments{source_, readable_}; }

    /// Asks the converter once about each charset.
    constexpr void find_readable() noexcept {
        auto readable = readable_;
        auto asked = readable_;
        for (auto at = unjoined(); !at.at_end(); at.advance()) {
            auto const stated = at.current().stated;
            if (stated == charset::replacement || asked.contains(stated)) continue;
            asked.add(stated);
            if (options_.converter->start(stated)) readable.add(stated);
        }
        readable_ = readable;
    }

    /// The charset of an undeclared segment. It is chosen for the whole text at the first segment
    /// that has octets above 127.
    FOLDWISE_NOINLINE constexpr charset chosen_for(word_segment const& segment) noexcept {
        auto& chosen = segment.is_word() ? chosen_for_words_ : chosen_for_text_;
        if (chosen) return *chosen;
        auto const octets = segment.octets;
        if (!segment.is_word() && ascii_end(octets, 0) == octets.size()) return charset::utf_8;
        chosen = undeclared_charset(check_of(segment.is_word()), fallback_);
        return *chosen;
    }

    /// Checks all undeclared words, or all other undeclared segments. A character that is cut by
    /// another segment is malformed.
    constexpr utf8_check check_of(bool of_words) const noexcept {
        utf8_check check;
        segment_octets octets;
        for (auto at = segments(); !at.at_end(); at.advance()) {
            auto const& segment = at.current();
            if (!segment.is_undeclared() || segment.is_word() != of_words) {
                check.finish();
                continue;
            }
            constexpr std::size_t most = 64;
            char block[most];
            for (octets.start(segment); !octets.at_end();) check.take(octets.take(block, most));
        }
        check.finish();
        return check;
    }

    typename Segments::source const& source_;
    text_options const& options_;
    charset_set readable_ = charset_set::built_in();
    charset fallback_; // found before anything is decoded, because it asks the converter
    optional<charset> chosen_for_text_;
    optional<charset> chosen_for_words_;
};

/// A text that may contain encoded-words: what decoded_text, decoded_comment, decoded_phrase and
/// decoded_parameter have in common. `Segments` walks over the segments of a `Segments::source`; if
/// it has `undecoded(source)`, this is the text before its encoded-words are decoded.
template <walker Segments>
class decoded_words {
  public:
    using iterator = walk_iterator<decoded_word_walker<Segments>>;

    constexpr iterator begin() const noexcept {
        return iterator{decoded_word_walker{Segments{source_, charset_set::built_in()}}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// Calls `use` with the text, block by block. Each block is a std::string_view of whole UTF-8
    /// characters, and is valid during the call. Allocates nothing; uses 4 KiB of stack.
    template <class Use>
    constexpr void for_each_block(Use&& use, text_options const& options = {}) const {
        if constexpr (has_undecoded_text)
            if (is_plain(source_)) {
                for (auto const piece : Segments::undecoded(source_).pieces()) use(piece);
                return;
            }
        decode(use, options);
    }

    /// Appends the text to `text`. Allocates what `text` needs.
    constexpr void append_to(std::string& text, text_options const& options = {}) const {
        if constexpr (has_undecoded_text)
            if (is_plain(source_)) return Segments::undecoded(source_).append_to(text);
        decode([&text](std::string_view block) { text.append(block); }, options);
    }

    /// The text as a string. Allocates.
    constexpr std::string to_string(text_options const& options = {}) const {
        std::string text;
        append_to(text, options);
        return text;
    }

    /// Whether the text, decoded without options, is `right` octet by octet. O(n).
    friend constexpr bool operator==(decoded_words const& left, std::string_view right) noexcept {
        if constexpr (has_undecoded_text)
            if (is_plain(left.source_)) return Segments::undecoded(left.source_) == right;
        return equal_octets(left, right);
    }

  protected:
    constexpr decoded_words() = default;
    explicit constexpr decoded_words(typename Segments::source const& source) noexcept
        : source_{source} {}

    constexpr typename Segments::source const& source() const noexcept { return source_; }

  private:
    static constexpr bool has_undecoded_text =
        requires(typename Segments::source const& source) { Segments::undecoded(source); };

    /// Whether there is nothing to decode: the value is ASCII without "=?".
    static constexpr bool is_plain(typename Segments::source const& source) noexcept {
        auto const raw = Segments::raw(source);
        if (!raw.empty() && raw[0] == '=') return false;   // probably an encoded-word
        if (scan::is_ascii_without<'='>(raw)) return true; // most text
        return scan::octet_pair<'=', '?'>(raw, 0) == raw.size() && ascii_end(raw, 0) == raw.size();
    }

    template <class Use>
    constexpr void decode(Use&& use, text_options const& options) const {
        if constexpr (has_undecoded_text)
            if (decode_plain_words(use)) return;
        decode_segments(use, options);
    }

    template <class Use>
    constexpr bool decode_plain_words(Use& use) const {
        plain_words const words{Segments::undecoded(source_).raw()};
        if (words.is_read() && !words.text().empty()) use(words.text());
        return words.is_read();
    }

    template <class Use>
    constexpr void decode_segments(Use& use, text_options const& options) const {
        constexpr std::size_t most = 512;
        char utf8[charset_decoder::max_size(most)];
        segment_reader<Segments> reader{source_, options};
        segment_octets octets;
        charset_decoder decoder;
        bool is_after_word = false;
        auto from = charset::utf_8; // the charset of `decoder`
        bool is_started = false;    // whether `decoder` has read something
        start_mark_filter without_mark;
        auto const put = [&](std::string_view block) {
            if (block = without_mark(block); !block.empty()) use(block);
        };
        auto const finish = [&] { put(octets_at(utf8, decoder.finish(utf8))); };
        bool is_in_character = false; // whether the last character may be incomplete
        for (auto at = reader.segments(); !at.at_end(); at.advance()) {
            auto const& next = at.current();
            auto const is_word = next.is_word();
            auto const declared = reader.charset_of(next);
            if (is_word != is_after_word || declared != from || next.starts_with_escape()) {
                if (is_started) finish();
                decoder = reader.decoder_of(declared);
                is_in_character = false;
                is_after_word = is_word;
                from = declared;
            }
            is_started = true;
            octets.start(next);
            if (!is_word && declared == charset::utf_8) {
                // ASCII needs no decoder. Most text is ASCII.
                auto const plain = is_in_character ? 0 : ascii_end(next.octets, 0);
                if (plain != 0) put(octets.take(nullptr, plain));
                if (!octets.at_end())
                    is_in_character = static_cast<unsigned char>(next.octets.back()) >= 0x80;
            }
            for (char block[most]; !octets.at_end();)
                put(octets_at(utf8, decoder.write(octets.take(block, most), utf8)));
        }
        finish();
    }
    typename Segments::source source_{};
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
