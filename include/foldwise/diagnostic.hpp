#ifndef FOLDWISE_DIAGNOSTIC_HPP
#define FOLDWISE_DIAGNOSTIC_HPP

/// Problems as data: `diagnostic`, the table of its codes, and `result<T>`, a value or the
/// diagnostic that says why there is none.

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>

#endif
