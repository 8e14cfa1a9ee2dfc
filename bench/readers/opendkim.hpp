#ifndef FOLDWISE_BENCH_READERS_OPENDKIM_HPP
#define FOLDWISE_BENCH_READERS_OPENDKIM_HPP

#include <cstddef>
#include <string_view>

namespace bench {

/// The number of octets that OpenDKIM hashes for the body in relaxed canonical form; 0 if it fails.
/// `body` has CRLF.
std::size_t opendkim_relaxed_octets(std::string_view body);

} // namespace bench

#endif
