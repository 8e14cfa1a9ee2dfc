#ifndef FOLDWISE_INSPECT_HPP
#define FOLDWISE_INSPECT_HPP

/// Finds out what is wrong with a message. foldwise reads every message, whatever its bytes are;
/// `diagnose` says where the structure of the header and the body is malformed, or may be read
/// differently by other programs. Its diagnostics, for a message of three lines:
///
///     From a@b.example Mon Dec 15 2014     mbox_from_line, covers the line
///     Subject  : Hello                     space_before_colon, covers the two spaces
///     no colon                             field_without_name, covers the line
///
///     diagnose(m, [](diagnostic const& d) { log(d.name(), d.offset, d.length); });
///
/// The values of fields and the bodies of parts are diagnosed by the types that read them, such as
/// `address_list::diagnose`.

#include <foldwise/inspect/diagnose.hpp>

#endif
