// The module foldwise: everything in foldwise.hpp, for programs that write `import foldwise;`. The
// names in namespaces called detail are exported, too, but are not for programs. A program may
// import the module in one file and include headers in another, because the declarations belong to
// no module (extern "C++"). It has no macros: see config.hpp.
module;

// What the headers include, and config.hpp, which includes <cassert>. It must come first, so that
// no declaration of the standard library is exported.
#include <foldwise/config.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

export module foldwise;

#if defined(__clang__)
#pragma clang diagnostic ignored "-Winclude-angled-in-module-purview"
#endif

export extern "C++" {
#include <foldwise/foldwise.hpp>
}
