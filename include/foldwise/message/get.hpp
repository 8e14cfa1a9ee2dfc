#ifndef FOLDWISE_MESSAGE_GET_HPP
#define FOLDWISE_MESSAGE_GET_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/field_name.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace foldwise::inline FOLDWISE_ABI {

/// How fields of a name are read. A specialisation has a static, noexcept function `read`, which
/// takes a `field` and returns its meaning, as a result if reading can fail. The fields.hpp of each
/// room specialises it for the fields of the RFCs; a program adds its own in the same way:
///     template <>
///     struct foldwise::field_type<"X-Spam-Level"> {
///         static constexpr std::size_t read(foldwise::field const& f) noexcept {
///             return f.value().length();
///         }
///     };
template <field_name Name>
struct field_type;

/// A name for which field_type is specialised.
template <field_name Name>
concept typed_field = requires(field const& f) {
    { field_type<Name>::read(f) } noexcept;
};

namespace detail {

template <class T>
struct as_result {
    using type = result<T>;
};
template <class T>
struct as_result<result<T>> {
    using type = result<T>;
};

template <field_name Name>
using read_type = decltype(field_type<Name>::read(std::declval<field const&>()));

template <field_name Name>
using read_result = typename as_result<read_type<Name>>::type;

template <field_name Name>
constexpr read_result<Name> read_found(optional<field> const& found) noexcept {
    if (!found) return diagnostic{diagnostic_code::field_missing, 0, 0};
    return field_type<Name>::read(*found);
}

/// Iterates over the same fields as `Fields`, and reads each one.
template <field_name Name, walker Fields>
class typed_field_walker {
  public:
    constexpr typed_field_walker() = default;
    explicit constexpr typed_field_walker(Fields fields) noexcept : fields_{fields} {}

    constexpr bool at_end() const noexcept { return fields_.at_end(); }
    constexpr read_type<Name> current() const noexcept {
        return field_type<Name>::read(fields_.current());
    }
    constexpr void advance() noexcept { fields_.advance(); }
    constexpr std::size_t position() const noexcept { return fields_.position(); }

  private:
    Fields fields_;
};

} // namespace detail

/// The `field_type` of a name whose fields are read as a T:
///     template <>
///     struct foldwise::field_type<"List-ID"> : foldwise::field_as<list_id> {};
/// Constructs a T from the field, or calls T::read; see `reads_fields`.
template <class T>
struct field_as {
    static constexpr auto read(field const& f) noexcept {
        if constexpr (std::is_nothrow_constructible_v<T, field const&>)
            return T{f};
        else
            return T::read(f);
    }
};

/// The first field of a name, read as the type of that name:
///     if (auto const from = get<"From">(m))
///         for (auto const a : from->mailboxes()) use(a.local_part(), a.domain());
///     if (auto const when = get<"Date">(m)) use(when->unix_seconds());
/// If there is no such field, the error is field_missing; otherwise it says why the field cannot be
/// read. Offsets of diagnostics count from the start of the field's raw_value(). A name without a
/// field_type does not compile. A second field of the name may be an attempt to deceive: see `all`.
/// Borrows the message's bytes; allocates nothing. O(header) at most.
template <field_name Name>
    requires typed_field<Name>
constexpr detail::read_result<Name> get(header_section const& header) noexcept {
    return detail::read_found<Name>(header.find(Name.text()));
}
template <field_name Name>
    requires typed_field<Name>
constexpr detail::read_result<Name> get(message const& m) noexcept {
    return get<Name>(m.header());
}
template <field_name Name>
    requires typed_field<Name>
constexpr detail::read_result<Name> get(field_index const& index) noexcept {
    return detail::read_found<Name>(index.find(Name.text()));
}

/// What get<> returns for several names: a result for each of them, in their order. Use it in a
/// structured binding, or call get<Index>(), which returns a copy if the object is temporary. (Not
/// a std::tuple, because including <tuple> costs more time than several doors do.)
template <class... Results>
struct results;
template <class Last>
struct results<Last> {
    Last first; ///< of the last name

    /// The result of the name at `Index`, counted from 0.
    template <std::size_t Index>
    constexpr Last const& get() const& noexcept {
        static_assert(Index == 0);
        return first;
    }
    template <std::size_t Index>
    constexpr Last get() const&& noexcept {
        return get<Index>();
    }
};
template <class First, class... Rest>
struct results<First, Rest...> {
    First first;           ///< of the first name
    results<Rest...> rest; ///< of the other names

    /// The result of the name at `Index`, counted from 0.
    template <std::size_t Index>
    constexpr auto const& get() const& noexcept {
        if constexpr (Index == 0)
            return first;
        else
            return rest.template get<Index - 1>();
    }
    template <std::size_t Index>
    constexpr auto get() const&& noexcept {
        return get<Index>();
    }
};

namespace detail {

template <field_name Name, field_name... Others>
constexpr results<read_result<Name>, read_result<Others>...>
read_each(optional<field> const* found) noexcept {
    if constexpr (sizeof...(Others) == 0)
        return {read_found<Name>(*found)};
    else
        return {read_found<Name>(*found), read_each<Others...>(found + 1)};
}

} // namespace detail

/// The first fields of several names, found in one pass: the results that get<> returns for each
/// name.
///     auto const [from, date] = get<"From", "Date">(m);
///     if (date) use(date->unix_seconds());
template <field_name... Names>
    requires(sizeof...(Names) > 1 && (typed_field<Names> && ...))
constexpr results<detail::read_result<Names>...> get(header_section const& header) noexcept {
    return detail::read_each<Names...>(header.find_many(Names.text()...).data());
}
template <field_name... Names>
    requires(sizeof...(Names) > 1 && (typed_field<Names> && ...))
constexpr results<detail::read_result<Names>...> get(message const& m) noexcept {
    return get<Names...>(m.header());
}

/// A name without a field_type: compilers print the comment of the deleted line.
template <field_name Name, class Fields>
    requires(!typed_field<Name>)
void get(Fields const&) = delete; // include foldwise/fields.hpp, or specialise field_type<Name>
template <field_name Name, class Fields>
    requires(!typed_field<Name>)
void all(Fields const&) = delete; // include foldwise/fields.hpp, or specialise field_type<Name>

/// All fields of a name, in order, each read as the type of that name: a forward, borrowed range.
/// Costs the search for the first one; a field is read when the iterator is dereferenced.
///     for (auto const hop : all<"Received">(m)) use(hop.by());
template <field_name Name>
    requires typed_field<Name>
constexpr auto all(header_section const& header) noexcept {
    return walk_range{detail::typed_field_walker<Name, detail::named_field_walker>{
        {header.raw(), header.place(), Name.text()}}};
}
template <field_name Name>
    requires typed_field<Name>
constexpr auto all(message const& m) noexcept {
    return all<Name>(m.header());
}
template <field_name Name>
    requires typed_field<Name>
constexpr auto all(field_index const& index) noexcept {
    return walk_range{
        detail::typed_field_walker<Name, detail::named_walker<detail::indexed_field_walker>>{
            {index.walker(), Name.text()}}};
}

} // namespace foldwise::inline FOLDWISE_ABI

template <class... Results>
struct std::tuple_size<foldwise::results<Results...>>
    : std::integral_constant<std::size_t, sizeof...(Results)> {};
template <std::size_t Index, class... Results>
struct std::tuple_element<Index, foldwise::results<Results...>> {
    using type = std::remove_cvref_t<
        decltype(std::declval<foldwise::results<Results...> const&>().template get<Index>())>;
};

#endif
