#ifndef FOLDWISE_INSPECT_HPP
#define FOLDWISE_INSPECT_HPP

/// What is wrong with a message.

#include <foldwise/inspect/diagnose.hpp>

#endif
