#ifndef FOLDWISE_INSPECT_HPP
#define FOLDWISE_INSPECT_HPP

/// Finds everything that is wrong or doubtful about a message. foldwise reads every message,
/// whatever its bytes are. `diagnose` reports where it is malformed, where other programs may read
/// it differently, and what was not read: in its header section, in its bodies, and in how it is
/// split into parts. For a message of four lines, some of its diagnostics are:
///
///     From a@b.example Mon Dec 15 2014     mbox_from_line, covers the line
///     Subject  : Hello                     space_before_colon, covers the two spaces
///     Date: yesterday                      date_malformed, covers "yesterday"
///     no colon                             field_without_name, covers the line
///
///     diagnose(m, [](diagnostic const& d) { log(d.name(), d.offset, d.length); });
///
/// To diagnose one value or one body, use the type that reads it, such as
/// `address_list::diagnose`.
///
/// For a diagnostic of severity ambiguity, `ambiguity_of` returns the two readings as byte ranges,
/// and the programs that are known to take them. It also takes mail_data and a transcript, for what
/// other servers may read as the end of the data.
///
///     ambiguity_of(m, d)->second()         the other reading: offset, length, text, readers

#include <foldwise/inspect/ambiguity.hpp>
#include <foldwise/inspect/diagnose.hpp>
#include <foldwise/inspect/known_reader.hpp>

#endif
