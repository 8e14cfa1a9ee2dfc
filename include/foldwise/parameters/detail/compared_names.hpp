#ifndef FOLDWISE_PARAMETERS_DETAIL_COMPARED_NAMES_HPP
#define FOLDWISE_PARAMETERS_DETAIL_COMPARED_NAMES_HPP

#include <foldwise/parameters/detail/parameter_segment.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The names in a list of parameters, each once: those that decide about parts, texts or files, and
/// the first 8 others, so that a hostile list cannot have thousands. Borrows the list.
class compared_names {
  public:
    /// Adds the name of the segment, unless it is there. Returns false once: for the first name for
    /// which there is no room.
    constexpr bool add(parameter_segment const& segment) noexcept {
        for (auto const name : *this)
            if (segment.is(name)) return true;
        bool const decides = is_deciding(segment);
        if (!decides && others_ == most_others) {
            bool const is_first = !is_full_;
            is_full_ = true;
            return !is_first;
        }
        names_[size_++] = segment.name();
        if (!decides) ++others_;
        return true;
    }

    constexpr std::string_view const* begin() const noexcept { return names_; }
    constexpr std::string_view const* end() const noexcept { return names_ + size_; }

  private:
    static constexpr std::string_view deciding[] = {"boundary", "charset", "filename", "name",
                                                    "start"};
    static constexpr std::size_t most_others = 8;

    static constexpr bool is_deciding(parameter_segment const& segment) noexcept {
        for (auto const name : deciding)
            if (segment.is(name)) return true;
        return false;
    }

    std::string_view names_[most_others + sizeof deciding / sizeof deciding[0]];
    std::size_t size_ = 0;
    std::size_t others_ = 0;
    bool is_full_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
