// What a person reads of a message: its text, then what is attached to it.
// prints: Hello,.*see the plan\..*attached: _plan\.pdf, 9 octets

#include <foldwise/message/message.hpp>
#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/safe_file_name.hpp>

#include <iostream>
#include <string>
#include <string_view>

int main() {
    constexpr std::string_view bytes =
        "Subject: The plan\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=outer\r\n"
        "\r\n"
        "--outer\r\n"
        "Content-Type: multipart/alternative; boundary=inner\r\n"
        "\r\n"
        "--inner\r\n"
        "Content-Type: text/plain; charset=iso-8859-1\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "\r\n"
        "Hello, Andr=E9,=20=\r\n"
        "see the plan.\r\n"
        "--inner\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        "\r\n"
        "<p>Hello, see the <b>plan</b>.</p>\r\n"
        "--inner--\r\n"
        "--outer\r\n"
        "Content-Type: application/pdf; name=plan.pdf\r\n"
        "Content-Disposition: attachment; filename=\"../plan.pdf\"\r\n"
        "Content-Transfer-Encoding: base64\r\n"
        "\r\n"
        "JVBERi0xLjcK\r\n"
        "--outer--\r\n";
    foldwise::entity const mail{foldwise::message{bytes}};

    for (auto const part : foldwise::text_body(mail))
        if (part.content_type().is("text")) // a picture may stand between two texts
            std::cout << foldwise::body_text{part}.to_string() << '\n';

    for (auto const part : foldwise::attachments(mail))
        std::cout << "attached: " << foldwise::safe_file_name{part}.to_string() << ", "
                  << part.decoded().length() << " octets\n";
}
