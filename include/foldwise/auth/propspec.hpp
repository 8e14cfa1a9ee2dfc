#ifndef FOLDWISE_AUTH_PROPSPEC_HPP
#define FOLDWISE_AUTH_PROPSPEC_HPP

#include <foldwise/auth/record_reader.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A property of a message that an authentication method evaluated (RFC 8601 sections 2.2 and 2.3):
///
///     smtp.mailfrom = "a b"@sample.net
///
///     |------------------------------|   raw()
///     |--|                               ptype()
///          |------|                      property()
///                     |--------------|   value().raw()
///
///     propspec = ptype [CFWS] "." [CFWS] property [CFWS] "=" pvalue
///
/// ptype and property are keywords, in which case does not count: compare them with `is`. Borrows
/// the field's bytes; trivially copyable.
class propspec {
  public:
    constexpr propspec() = default;
    /// A property whose parts have been found, in the order in which they are written.
    constexpr propspec(std::string_view raw, std::string_view ptype, std::string_view property,
                       recorded_value value, optional<diagnostic> const& deviation) noexcept
        : raw_{raw}, ptype_{ptype}, property_{property}, value_{value}, deviation_{deviation} {}

    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The type, such as "smtp", "header", "body" or "policy"; empty if it is left out, as in
    /// `action=none`.
    constexpr std::string_view ptype() const noexcept { return ptype_; }
    constexpr std::string_view property() const noexcept { return property_; }

    /// The value. An empty value may be quoted, as in `smtp.mailfrom=""`, or not.
    constexpr recorded_value value() const noexcept { return value_; }

    /// Whether the property has this type and name; ASCII case does not count. An empty `ptype`
    /// stands for a property without a type.
    ///     p.is("smtp", "mailfrom")
    constexpr bool is(std::string_view ptype, std::string_view property) const noexcept {
        return ascii_iequals(ptype_, ptype) && ascii_iequals(property_, property);
    }

    /// authres_property_without_ptype, or else authres_value_unquoted, if the property violates the
    /// grammar but has only one possible meaning. Covers raw(); its offset counts from the start of
    /// the field's value.
    constexpr optional<diagnostic> deviation() const noexcept { return deviation_; }

  private:
    std::string_view raw_;
    std::string_view ptype_;
    std::string_view property_;
    recorded_value value_;
    optional<diagnostic> deviation_;
};

namespace detail {

class propspec_walker {
  public:
    constexpr propspec_walker() = default;
    /// `text` is the text after the result, and starts at `offset` in the field's value.
    constexpr propspec_walker(std::string_view text, std::size_t offset) noexcept
        : in_{text}, end_{offset + text.size()} {
        advance();
    }

    constexpr bool at_end() const noexcept { return left_ == 0; }
    constexpr result<propspec> current() const noexcept { return current_; }
    constexpr std::size_t position() const noexcept { return left_; }
    constexpr void advance() noexcept {
        in_.skip_cfws();
        left_ = in_.rest().size();
        if (left_ != 0) current_ = take();
    }

  private:
    constexpr result<propspec> take() noexcept {
        auto const start = in_;
        auto const first = in_.take_while(keyword_octets);
        in_.skip_cfws();
        std::string_view second;
        bool const has_ptype = in_.skip('.');
        if (has_ptype) {
            in_.skip_cfws();
            second = in_.take_while(keyword_octets);
            in_.skip_cfws();
        }
        if (!is_keyword(first) || (has_ptype && !is_keyword(second)) || !in_.skip('=')) {
            in_ = start;
            return problem(diagnostic_code::authres_property_malformed, in_.take_run());
        }
        auto const taken = in_.take_value();
        auto const raw = up_to(start.rest(), taken.raw);
        if (taken.reading == value_reading::not_closed)
            return problem(diagnostic_code::auth_not_closed, raw);
        if (taken.reading == value_reading::malformed)
            return problem(diagnostic_code::authres_property_malformed, raw);
        recorded_value const value{taken.raw};
        optional<diagnostic> deviation;
        if (!is_pvalue(value)) deviation = problem(diagnostic_code::authres_value_unquoted, raw);
        if (!has_ptype) deviation = problem(diagnostic_code::authres_property_without_ptype, raw);
        return propspec{raw, has_ptype ? first : second, has_ptype ? second : first, value,
                        deviation};
    }

    static constexpr std::string_view up_to(std::string_view start,
                                            std::string_view last) noexcept {
        return start.substr(0, offset_of(start, last) + last.size());
    }
    constexpr diagnostic problem(diagnostic_code code, std::string_view raw) const noexcept {
        return {code, end_ - left_, raw.size()};
    }

    record_reader in_;     // after the current property
    std::size_t end_ = 0;  // the offset of the end of the text in the field's value
    std::size_t left_ = 0; // the octets from the start of the property to the end
    result<propspec> current_ = diagnostic{};
};

} // namespace detail

/// The properties that follow a result. Each element is a `propspec`, or the diagnostic that says
/// why it is not one: authres_property_malformed or auth_not_closed. Text that does not start with
/// a name and "=" is malformed up to the next white space or comment. A malformed property does not
/// affect the others. A forward, borrowed range; O(text); allocates nothing.
using propspecs = walk_range<detail::propspec_walker>;

} // namespace foldwise::inline FOLDWISE_ABI

#endif
