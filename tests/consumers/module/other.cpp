#include <foldwise/foldwise.hpp>

bool is_for_everyone(foldwise::message const& m);

bool is_for_everyone(foldwise::message const& m) {
    auto const to = foldwise::get<"To">(m);
    if (!to) return false;
    for (auto const each : to->mailboxes())
        if (each.local_part() == "all") return true;
    return false;
}
