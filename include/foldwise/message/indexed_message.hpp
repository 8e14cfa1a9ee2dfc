#ifndef FOLDWISE_MESSAGE_INDEXED_MESSAGE_HPP
#define FOLDWISE_MESSAGE_INDEXED_MESSAGE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/message/detail/cut_fields.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/field_slot.hpp>
#include <foldwise/message/header_end.hpp>
#include <foldwise/message/message.hpp>

#include <span>
#include <string_view>

namespace foldwise {

/// A message, and the index of its fields, which is made in the same pass over the header section
/// (RFC 5322 section 2.2) that finds where that ends:
///     field_slot room[64];
///     indexed_message const m{bytes, room};
///     m.fields().find("Subject"), m.message().body()
/// gives what message{bytes} and field_index{message{bytes}.header(), room} give, for less than
/// the two cost. For who wants most of the fields; for one or two, message{bytes}.header().find
/// has less to do.
///
/// Borrows the bytes and the array; trivially copyable; allocates nothing. Total. O(header).
class indexed_message {
  public:
    constexpr indexed_message() = default;
    constexpr indexed_message(std::string_view bytes FOLDWISE_LIFETIMEBOUND,
                              std::span<field_slot> room FOLDWISE_LIFETIMEBOUND) noexcept {
        auto const cut = detail::cut_fields(bytes, room);
        bool const is_full = cut.count == room.size() && !cut.end.found();
        // Behind the last field that there was room for is no empty line.
        end_ = is_full ? find_header_end(bytes, cut.position) : cut.end;
        message_ = foldwise::message{bytes, end_};
        auto const header_size = end_.found() ? end_.position : bytes.size();
        fields_ = {room.first(cut.count),
                   {bytes.data() + cut.position, header_size - cut.position}};
    }
    template <owning_temporary T>
    indexed_message( // it would dangle: keep the string in a variable first
        T&&, std::span<field_slot>) = delete;

    constexpr foldwise::message message() const noexcept { return message_; }
    constexpr field_index fields() const noexcept { return fields_; }

    /// Where the header section ends; not found() where no empty line ends it.
    constexpr foldwise::header_end header_end() const noexcept { return end_; }

  private:
    foldwise::message message_;
    field_index fields_;
    foldwise::header_end end_;
};

} // namespace foldwise

#endif
