#ifndef FOLDWISE_MAILDIR_HPP
#define FOLDWISE_MAILDIR_HPP

/// A Maildir: a folder with a file for each message. Touches the operating system.

#include <foldwise/store/maildir.hpp>

#endif
