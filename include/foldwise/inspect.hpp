#ifndef FOLDWISE_INSPECT_HPP
#define FOLDWISE_INSPECT_HPP

/// Finds problems in a message. foldwise reads every message, whatever its bytes are. `diagnose`
/// reports where the header or the body is malformed, or where other programs may read it
/// differently. For a message of three lines, its diagnostics are:
///
///     From a@b.example Mon Dec 15 2014     mbox_from_line, covers the line
///     Subject  : Hello                     space_before_colon, covers the two spaces
///     no colon                             field_without_name, covers the line
///
///     diagnose(m, [](diagnostic const& d) { log(d.name(), d.offset, d.length); });
///
/// To diagnose the value of a field or the body of a part, use the type that reads it, such as
/// `address_list::diagnose`.
///
/// For a diagnostic of severity ambiguity, `ambiguity_of` returns the two readings as byte ranges,
/// and the programs that are known to take them.
///
///     ambiguity_of(m, d)->second()         the other reading: offset, length, text, readers

#include <foldwise/inspect/ambiguity.hpp>
#include <foldwise/inspect/diagnose.hpp>
#include <foldwise/inspect/known_reader.hpp>

#endif
