#ifndef FOLDWISE_MBOX_HPP
#define FOLDWISE_MBOX_HPP

/// Files that contain several messages. `mbox` reads a file in memory, or a byte range of it.
/// `mbox_splitter` reads a file that arrives piece by piece. `indexed_mbox` also indexes the fields
/// of each message in the same pass. Which lines start an entry is an option: see mbox_separator.
/// MMDF files are recognised. `emlx` reads a message of Apple Mail.
///
/// `mbox_entry` is the central type. An entry that starts at byte 1000 of the file:
///
///     1000  From foe@sample.net Mon Dec 15 10:00:00 2014 LF    offset(), from_line()
///     1045  Subject: hello LF                                  message_offset(), message()
///     1060  LF
///     1061  Hello, world! LF                                   body()
///     1075  LF                                                 not part of the message
///     1076  From ...                                           the next entry
///
///     for (auto const e : mbox{file.bytes()}) use(e.from_line(), e.message(), e.offset());

#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/content_length.hpp>
#include <foldwise/store/emlx.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/indexed_mbox.hpp>
#include <foldwise/store/mbox.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>
#include <foldwise/store/mbox_splitter.hpp>

#endif
