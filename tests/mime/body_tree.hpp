#ifndef FOLDWISE_TESTS_MIME_BODY_TREE_HPP
#define FOLDWISE_TESTS_MIME_BODY_TREE_HPP

// Messages in a short notation. A letter is an entity:
//     m(t a(t h) i)      multipart/mixed of text/plain A, multipart/alternative of text/plain B and
//                        text/html C, and image/png D
//     p  multipart/report         r  multipart/related
//     s  multipart/related whose start parameter names a part with the suffix "^"
//     o  application/pdf          e(m(t))  message/rfc822 of multipart/mixed of text/plain
//     x  text/x-other             n  multipart/mixed without parts
//     b  blank text/plain
// A suffix of a letter: "!" disposition attachment, "*" a file name, "?" an unknown disposition.
// Each entity that is not a multipart has a letter as its body: A, B, C ... in order; a blank text
// has none. The letter of
// an "e" is the Subject of the attached message.

#include <foldwise/mime/entity.hpp>

#include "../support.hpp"

#include <string_view>

namespace test {

template <class Text>
class body_tree_writer {
  public:
    constexpr body_tree_writer(std::string_view notation, Text& to) : rest_{notation}, to_{&to} {
        write();
    }

  private:
    constexpr bool takes(char wanted) {
        if (!rest_.starts_with(wanted)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    constexpr void write() {
        char const kind = rest_.front();
        rest_.remove_prefix(1);
        to_->append("Content-Type: ");
        to_->append(type_of(kind));
        bool const is_multipart = std::string_view{"marps"}.find(kind) != std::string_view::npos;
        auto const boundary = boundary_;
        if (is_multipart) {
            ++boundary_;
            to_->append("; boundary=");
            append_boundary(boundary);
        }
        if (kind == 's') to_->append("; start=\"<root@a>\"");
        to_->append("\n");
        if (takes('^')) to_->append("Content-ID: <root@a>\n");
        if (takes('!')) to_->append("Content-Disposition: attachment\n");
        if (takes('*')) to_->append("Content-Disposition: inline; filename=a\n");
        if (takes('?')) to_->append("Content-Disposition: x-unknown\n");
        to_->append("\n");
        if (kind == 'e') {
            to_->append("Subject: ");
            append_letter();
            to_->append("\n");
            takes('(');
            write();
            takes(')');
        } else if (is_multipart) {
            takes('(');
            while (!takes(')')) {
                takes(' ');
                to_->append("\n--");
                append_boundary(boundary);
                to_->append("\n");
                write();
            }
            to_->append("\n--");
            append_boundary(boundary);
            to_->append("--\n");
        } else if (kind == 'b') {
            to_->append(" \xC2\xA0\n");
        } else {
            append_letter();
        }
    }

    static constexpr std::string_view type_of(char kind) {
        switch (kind) {
        case 'm': return "multipart/mixed";
        case 'a': return "multipart/Alternative";
        case 'r': return "multipart/related";
        case 'p': return "multipart/report";
        case 's': return "multipart/RELATED";
        case 'n': return "multipart/mixed";
        case 'x': return "text/x-other";
        case 'b': return "text/plain";
        case 't': return "Text/plain";
        case 'h': return "text/HTML";
        case 'i': return "image/png";
        case 'e': return "message/rfc822";
        default: return "application/pdf";
        }
    }

    constexpr void append_letter() { append(letter_++); }
    constexpr void append(char octet) { to_->append(std::string_view{&octet, 1}); }
    constexpr void append_boundary(unsigned number) {
        for (unsigned i = 0; i < 3; ++i, number /= 16) append("0123456789abcdef"[number % 16]);
    }

    std::string_view rest_;
    Text* to_;
    char letter_ = 'A';
    unsigned boundary_ = 0;
};

/// The letters A, B, C ... of the parts of a range; "_" for a blank text.
template <class Range>
constexpr text_buffer letters_of(Range const& range) {
    text_buffer letters;
    for (auto const part : range) {
        auto const body = part.raw_body();
        if (body.starts_with(' '))
            letters.append('_');
        else
            letters.append(part.is_leaf() ? body.substr(0, 1) : body.substr(body.find(' ') + 1, 1));
    }
    return letters;
}

} // namespace test

#endif
