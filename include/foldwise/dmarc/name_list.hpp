#ifndef FOLDWISE_DMARC_NAME_LIST_HPP
#define FOLDWISE_DMARC_NAME_LIST_HPP

#include <foldwise/config.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Names that the caller has in an array or a vector of std::string_view.
///     std::string_view const ids[] = {"mx.sample.net", "sample.net"};
///     name_list const trusted{ids};
/// Borrows the array and the names. Trivially copyable.
class name_list {
  public:
    constexpr name_list() = default;
    /// The names in an array, which must outlive the list.
    constexpr name_list(std::string_view const* names, std::size_t size) noexcept
        : names_{names}, size_{size} {}
    template <std::size_t Size>
    constexpr name_list(std::string_view const (&names)[Size]) noexcept
        : names_{names}, size_{Size} {}
    template <std::size_t Size>
    name_list(std::string_view const (&&)[Size]) = delete; // it would dangle

    /// `names` is a container with data() and size(), such as a std::vector. It must not change
    /// while the list is used.
    template <class Names>
        requires requires(Names const& names, std::string_view const* data) {
            data = names.data();
            names.size();
        }
    constexpr name_list(Names const& names) noexcept : names_{names.data()}, size_{names.size()} {}
    template <class Names>
        requires requires(Names const& names, std::string_view const* data) { data = names.data(); }
    name_list(Names const&&) = delete; // it would dangle: keep the names in a variable first

    constexpr std::string_view const* begin() const noexcept { return names_; }
    constexpr std::string_view const* end() const noexcept { return names_ + size_; }
    /// How many names there are.
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }

  private:
    std::string_view const* names_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
