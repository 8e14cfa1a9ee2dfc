#ifndef FOLDWISE_TOOLS_EXTRACTED_NAME_HPP
#define FOLDWISE_TOOLS_EXTRACTED_NAME_HPP

#include "decoded_text.hpp"
#include "input.hpp"
#include "part_text.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/safe_file_name.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace tool {

/// Names for the files in which parts are saved. If there are several messages, each name says to
/// which of them the part belongs:
///     "invoice.pdf"        of a message that is a file of its own
///     "3-invoice.pdf"      of the third message of a mailbox
///     "in-3-invoice.pdf"   of in.mbox, if the command line names several files
class extracted_name {
  public:
    extracted_name(text_decoder& decoder, bool of_several_files)
        : decoder_{decoder}, of_several_files_{of_several_files} {}

    /// A safe form of the name that the sender chose for a part, or else of its number and type.
    /// The name of an attached message ends with ".eml".
    std::string of(found const& found, foldwise::entity const& part) const {
        auto const extension = extension_of(part);
        auto const numbers = std::string{"part-"}.append(part.path().to_string()).append(extension);
        auto const chosen = file_name_text(decoder_, part);
        if (!chosen) return with_origin(found, numbers);
        auto name = foldwise::safe_file_name{*chosen, numbers}.to_string();
        if (is_message(part) && !has_extension(name, ".eml"))
            name.resize(std::min(name.size(), character_start(name, 240))), name += ".eml";
        return with_origin(found, name);
    }

    /// The same for a uuencoded file in a part.
    std::string of(found const& found, std::string_view uuencoded) const {
        return with_origin(found, decoder_.undeclared(uuencoded));
    }

  private:
    /// Puts the name of the file and the number of the message before `name`, if they are needed.
    std::string with_origin(found const& found, std::string_view name) const {
        std::string whole;
        bool const of_several_files = of_several_files_ || found.is_among_several;
        if (of_several_files) whole.append(stem_of(found.argument)).append("-");
        bool const is_alone = found.entry.is_alone() && found.file == found.argument;
        if (of_several_files || !is_alone) whole.append(found.label()).append("-");
        return foldwise::safe_file_name{whole.append(name)}.to_string();
    }

    /// The name of a file without its directory and extension, cut after 60 octets.
    static std::string stem_of(std::string_view file) {
        constexpr std::size_t longest = 60;
        if (file == "-") return "stdin";
        file = file.substr(0, file.find_last_not_of('/') + 1);
        auto stem = std::filesystem::path{file}.stem().string();
        if (stem.size() > longest) stem.resize(character_start(stem, longest));
        return stem;
    }

    /// The offset at which the character that contains the octet `at` starts, in UTF-8.
    static std::size_t character_start(std::string_view text, std::size_t at) {
        if (at >= text.size()) return text.size();
        while (at != 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
        return at;
    }

    static bool has_extension(std::string_view name, std::string_view extension) {
        return name.size() > extension.size() &&
               foldwise::ascii_iequals(name.substr(name.size() - extension.size()), extension);
    }

    static bool is_message(foldwise::entity const& part) {
        auto const type = part.content_type();
        return type.is("message", "rfc822") || type.is("message", "global") ||
               part.kind() == foldwise::entity_kind::message;
    }

    static std::string_view extension_of(foldwise::entity const& part) {
        struct {
            std::string_view type;
            std::string_view extension;
        } static constexpr known[] = {
            {"application/gzip", ".gz"},
            {"application/json", ".json"},
            {"application/pdf", ".pdf"},
            {"application/pgp-signature", ".asc"},
            {"application/pkcs7-mime", ".p7m"},
            {"application/pkcs7-signature", ".p7s"},
            {"application/x-pkcs7-signature", ".p7s"},
            {"application/xml", ".xml"},
            {"application/zip", ".zip"},
            {"image/gif", ".gif"},
            {"image/jpeg", ".jpg"},
            {"image/png", ".png"},
            {"image/svg+xml", ".svg"},
            {"image/webp", ".webp"},
            {"text/calendar", ".ics"},
            {"text/csv", ".csv"},
            {"text/html", ".html"},
            {"text/vcard", ".vcf"},
            {"text/x-diff", ".diff"},
            {"text/x-patch", ".patch"},
        };
        if (is_message(part)) return ".eml";
        auto const type = part.content_type();
        auto const name = type_text(type);
        for (auto const& row : known)
            if (row.type == name) return row.extension;
        bool const is_text = type.is("text") || type.is("message");
        return is_text ? ".txt" : ".bin";
    }

    text_decoder& decoder_;
    bool of_several_files_;
};

} // namespace tool

#endif
