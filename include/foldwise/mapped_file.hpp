#ifndef FOLDWISE_MAPPED_FILE_HPP
#define FOLDWISE_MAPPED_FILE_HPP

/// A file as bytes, mapped or read. Touches the operating system.

#include <foldwise/store/mapped_file.hpp>

#endif
