#ifndef FOLDWISE_LISTS_PRECEDENCE_HPP
#define FOLDWISE_LISTS_PRECEDENCE_HPP

#include <foldwise/lists/detail/keyword_field.hpp>
#include <foldwise/syntax/keyword.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// The words of a Precedence field.
enum class precedence_keyword : unsigned char { bulk, junk, list, first_class, special_delivery };

namespace detail {

inline constexpr keyword<precedence_keyword> precedence_words[] = {
    {"bulk", precedence_keyword::bulk},
    {"junk", precedence_keyword::junk},
    {"list", precedence_keyword::list},
    {"first-class", precedence_keyword::first_class},
    {"special-delivery", precedence_keyword::special_delivery},
};

} // namespace detail

/// A Precedence field: the class of a message. No RFC defines the field (RFC 2076 lists it and
/// discourages its use); sendmail introduced it. Programs that answer automatically may ignore
/// messages with this field (RFC 3834 section 2); many ignore bulk, junk and list.
///     precedence::read("bulk")->keyword()  ->  precedence_keyword::bulk
/// An error (keyword_malformed) for other words, such as "high". Borrows the value; trivially
/// copyable.
class precedence : public detail::keyword_field<precedence, detail::precedence_words> {
  public:
    constexpr precedence() = default;
    /// The meaning of the keyword.
    constexpr precedence_keyword keyword() const noexcept { return meaning(); }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
