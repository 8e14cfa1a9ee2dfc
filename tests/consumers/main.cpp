// Reads a message, as any project would. Succeeds only if the result is right and the package has
// the version of the headers.
#include <foldwise/foldwise.hpp>

#include <string_view>

int main() {
    std::string_view const bytes = "Subject: all\n is well\n\nHello.\n";
    foldwise::message const message{bytes};
    auto const subject = message.header().find("subject");
    bool const right = subject && subject->value() == "all is well" && message.body() == "Hello.\n";
    return right && std::string_view{PACKAGE_VERSION} == FOLDWISE_VERSION ? 0 : 1;
}
