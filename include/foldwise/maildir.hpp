#ifndef FOLDWISE_MAILDIR_HPP
#define FOLDWISE_MAILDIR_HPP

/// A Maildir: a folder with one file for each message. The name of the file contains the message's
/// flags. Not part of foldwise.hpp, because it includes <filesystem>.
///
///     inbox/new/1418637600.M20046P2137.example.net         a message that no program has seen
///     inbox/cur/1418637600.M20047P2137.example.net:2,FS    F: flagged, S: seen
///     inbox/tmp/                                           unfinished deliveries; not read

#include <foldwise/store/maildir.hpp>

#endif
