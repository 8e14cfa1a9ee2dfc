#ifndef FOLDWISE_EXAMPLES_UNQUOTED_MESSAGE_HPP
#define FOLDWISE_EXAMPLES_UNQUOTED_MESSAGE_HPP

#include <foldwise/mbox.hpp>
#include <foldwise/message.hpp>

#include <string>

/// The message of an mbox as it was before lines such as "From " were quoted (">From ").
inline std::string unquoted_message(foldwise::mbox_entry const& entry) {
    auto const m = entry.message();
    std::string text{m.header().raw()};
    entry.body().append_to(text.append(m.separator()));
    return text;
}

#endif
