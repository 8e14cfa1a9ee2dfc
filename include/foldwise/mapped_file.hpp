#ifndef FOLDWISE_MAPPED_FILE_HPP
#define FOLDWISE_MAPPED_FILE_HPP

/// The bytes of a file, mapped into memory if possible, otherwise read. Not part of foldwise.hpp,
/// because it includes headers of the operating system.

#include <foldwise/store/mapped_file.hpp>

#endif
