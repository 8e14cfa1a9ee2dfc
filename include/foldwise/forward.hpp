#ifndef FOLDWISE_FORWARD_HPP
#define FOLDWISE_FORWARD_HPP

/// Declares the types that programs name most often in their own headers, without defining them, so
/// that such a header compiles quickly. Include this header instead of writing declarations in the
/// namespace foldwise, which would declare other types: see FOLDWISE_ABI.
///
///     #include <foldwise/forward.hpp>
///     bool is_wanted(foldwise::message const& m); // in a header of the program

#include <foldwise/config.hpp>

namespace foldwise::inline FOLDWISE_ABI {

class address;
class address_list;
class content_type;
class date_time;
struct diagnostic;
class entity;
class field;
class group;
class header_section;
class mailbox;
class mapped_file;
class mbox;
class mbox_entry;
class message;
class message_id;
class received;

} // namespace foldwise::inline FOLDWISE_ABI

#endif
