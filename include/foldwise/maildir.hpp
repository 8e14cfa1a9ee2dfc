#ifndef FOLDWISE_MAILDIR_HPP
#define FOLDWISE_MAILDIR_HPP

/// Folders of messages. Not part of foldwise.hpp, because it includes <filesystem>.
///
/// `maildir` lists a Maildir, a folder with one file for each message. The name of the file
/// contains the message's flags.
///
///     inbox/new/1418637600.M20046P2137.example.net         a message that no program has seen
///     inbox/cur/1418637600.M20047P2137.example.net:2,FS    F: flagged, S: seen
///     inbox/tmp/                                           unfinished deliveries; not read
///
/// `mail_folder` lists the files of a folder of any kind: MH, mailboxes of Apple Mail, mbox files
/// and messages side by side.

#include <foldwise/store/mail_folder.hpp>
#include <foldwise/store/maildir.hpp>

#endif
