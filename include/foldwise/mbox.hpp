#ifndef FOLDWISE_MBOX_HPP
#define FOLDWISE_MBOX_HPP

/// Files of messages: `mbox`, whole, by byte range, from a stream, indexed.

#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/indexed_mbox.hpp>
#include <foldwise/store/mbox.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>
#include <foldwise/store/mbox_splitter.hpp>
#include <foldwise/store/unquote.hpp>

#endif
