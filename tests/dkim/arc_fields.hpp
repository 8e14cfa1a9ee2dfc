#ifndef FOLDWISE_TESTS_DKIM_ARC_FIELDS_HPP
#define FOLDWISE_TESTS_DKIM_ARC_FIELDS_HPP

#include "../support.hpp"

#include <string_view>

namespace test {

/// A header section with proper ARC fields, from one word for each field: its first letter (ARC-
/// (A)uthentication-Results, (M)essage-Signature, (S)eal), its i=, and after a colon the cv= of a
/// seal. A word without a digit is a field name.
///     arc_fields("a1 m1 s1:none Subject")
constexpr text_buffer arc_fields(std::string_view words) {
    text_buffer header;
    while (!words.empty()) {
        auto const word = words.substr(0, words.find(' '));
        words.remove_prefix(word.size() == words.size() ? word.size() : word.size() + 1);
        if (word.find_first_of("0123456789") == word.npos) {
            header.append(word);
            header.append(": a\n b\n");
            continue;
        }
        auto const colon = word.find(':');
        auto const instance = word.substr(1, colon == word.npos ? colon : colon - 1);
        switch (word.front()) {
        case 'a':
            header.append("ARC-Authentication-Results: i=");
            header.append(instance);
            header.append("; a.example;\n spf=pass\n");
            break;
        case 'm':
            header.append("ARC-Message-Signature: i=");
            header.append(instance);
            header.append("; a=rsa-sha256; b=QQ==;\n bh=QQ==; d=a.example; h=From; s=s\n");
            break;
        default:
            header.append("arc-SEAL: i=");
            header.append(instance);
            header.append("; cv=");
            header.append(word.substr(colon + 1));
            header.append(";\n a=rsa-sha256; b=QQ==; d=a.example; s=s\n");
        }
    }
    return header;
}

} // namespace test

#endif
