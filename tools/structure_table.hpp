#ifndef FOLDWISE_TOOLS_STRUCTURE_TABLE_HPP
#define FOLDWISE_TOOLS_STRUCTURE_TABLE_HPP

#include "counts_by_name.hpp"
#include "part_text.hpp"
#include "protection_text.hpp"

#include <foldwise/mime/entity.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tool {

/// "signed " or "encrypted " for a text that OpenPGP protects without MIME; otherwise empty.
inline std::string armor_word(foldwise::entity const& part) {
    auto const found = armor_of(part);
    return found == armor::none ? "" : found == armor::is_signed ? "signed " : "encrypted ";
}

/// The types of the parts of a message in one line: "mixed(alternative(text/plain, text/html),
/// image/png x2)". A text that OpenPGP protects without MIME is "signed text/plain" or "encrypted
/// text/plain". A structure that is too deep or too long ends with "...".
inline std::string structure_of(foldwise::entity const& root) {
    constexpr std::size_t longest = 400;
    std::string text;
    std::string before;    // the type of the previous part
    std::size_t times = 0; // how often this leaf came in succession; 0 if it is not a leaf
    std::size_t depth = 0;
    auto const end_repetition = [&] {
        if (times > 1) text.append(" x").append(std::to_string(times));
        times = 0;
    };
    for (auto const part : root.walk()) {
        auto type = armor_word(part) + type_text(part.content_type());
        if (part.is_leaf() && times != 0 && type == before && part.depth() == depth) {
            ++times;
            continue;
        }
        end_repetition();
        if (text.size() > longest) return text.append(" ...");
        for (; depth > part.depth(); --depth) text += ')';
        if (depth < part.depth())
            text += '(';
        else if (!text.empty())
            text += ", ";
        depth = part.depth();
        bool const is_multipart = part.kind() == foldwise::entity_kind::multipart;
        text += is_multipart ? type.substr(type.find('/') + 1) : type;
        times = part.is_leaf() ? 1 : 0;
        before = std::move(type);
    }
    end_repetition();
    return text.append(depth, ')');
}

/// Counts messages by structure, in bounded memory.
class structure_table {
  public:
    using row = counts_by_name<message_count>::row;

    /// Counts a message.
    void add(foldwise::entity const& root) { counts_.of(structure_of(root)).add({1}); }

    /// The same; `name` returns the name of the message, and is called for the first one of each
    /// structure.
    template <class Name>
    void add(foldwise::entity const& root, Name const& name) {
        auto& counts = counts_.of(structure_of(root));
        if (counts.messages == 0) counts.example = name();
        counts.add({1});
    }

    /// The structures and their counts, the most frequent first.
    std::vector<row> rows() const { return counts_.rows(); }

    /// The number of messages that are not among the rows.
    std::uint64_t others() const { return counts_.others().messages; }

    /// The most messages that a structure can have that is not among the rows; 0 if there is none.
    std::uint64_t most_of_another() const { return counts_.most_of_another(); }

  private:
    static constexpr std::size_t longest_ = 1024;

    counts_by_name<message_count> counts_{longest_};
};

} // namespace tool

#endif
