#ifndef FOLDWISE_MESSAGE_INDEXED_MESSAGE_HPP
#define FOLDWISE_MESSAGE_INDEXED_MESSAGE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/message/detail/cut_header.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/field_slot.hpp>
#include <foldwise/message/header_end.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A message and the index of its fields. One pass over the header section (RFC 5322 section 2.2)
/// finds its end and indexes the fields:
///     field_slot room[64];
///     indexed_message const m{bytes, room};
///     m.fields().find("Subject"), m.message().body()
/// Equivalent to message{bytes} and field_index{message{bytes}.header(), room}, but faster than
/// both together. It pays off if most of the fields are read; to read one or two,
/// message{bytes}.header().find is faster.
///
/// Borrows the bytes and the array; trivially copyable; allocates nothing. Total. Construction is
/// O(header).
class indexed_message {
  public:
    constexpr indexed_message() = default;
    /// Reads a message, and indexes its fields, as many as there is room for. O(header).
    constexpr indexed_message(std::string_view bytes FOLDWISE_LIFETIMEBOUND,
                              std::span<field_slot> room FOLDWISE_LIFETIMEBOUND) noexcept {
        auto* to = room.data();
        auto* const room_end = to + room.size();
        if (to != room_end)
            end_ = detail::cut_header(bytes, [&](detail::cut_field const& f) noexcept {
                (to++)->set(f.raw, f.fold_octets);
                return to != room_end;
            });
        auto const rest = end_.position; // after the last field that fitted
        if (to == room_end && !end_.found()) end_ = find_header_end(bytes, rest);
        message_ = foldwise::message{bytes, end_};
        auto const header_size = end_.found() ? end_.position : bytes.size();
        std::string_view const header{bytes.data(), header_size};
        fields_ = {room.data(), to, header.substr(rest), header_place::message_start};
        if (detail::may_have_mark(header, header_place::message_start) && to != room.data() &&
            detail::field_walker::has_name_after_mark(header))
            fields_.pass_mark(room);
    }
    template <owning_temporary T>
    indexed_message( // it would dangle: keep the string in a variable first
        T&&, std::span<field_slot>) = delete;

    /// The message, and the index of its fields.
    constexpr foldwise::message message() const noexcept { return message_; }
    constexpr field_index fields() const noexcept { return fields_; }

    /// Where the header section ends. If no empty line ends it, found() is false.
    constexpr foldwise::header_end header_end() const noexcept { return end_; }

  private:
    foldwise::message message_;
    field_index fields_;
    foldwise::header_end end_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
