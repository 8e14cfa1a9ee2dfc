#ifndef FOLDWISE_MESSAGE_DETAIL_FIELD_WALKER_HPP
#define FOLDWISE_MESSAGE_DETAIL_FIELD_WALKER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/config.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/field_cutter.hpp>
#include <foldwise/message/sought_name.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Where a header section is: at the start of a message, where a byte order mark may be before the
/// first field, or elsewhere, such as in a part, or after other fields of a message.
enum class header_place : unsigned char { message_start, elsewhere };

namespace detail {

/// Whether a byte order mark may be at the start of `header`.
constexpr bool may_have_mark(std::string_view header, header_place place) noexcept {
    return !header.empty() && header.front() == utf8_byte_order_mark.front() &&
           place == header_place::message_start;
}

/// Iterates over the fields of a header section. Borrows the bytes; trivially copyable. Cuts up to
/// 8 fields at a time, and then searches at most 1,024 octets too far: 128 per field.
class field_walker {
  public:
    constexpr field_walker() = default;
    explicit constexpr field_walker(std::string_view header,
                                    header_place place = header_place::elsewhere) noexcept
        : cutter_{header} {
        if (!header.empty()) cut_ahead();
        if (may_have_mark(header, place) && has_name_after_mark(header)) {
            first_ = marked_ = utf8_byte_order_mark.size();
        }
    }

    /// Whether a byte order mark is at the start of `header`, and the name after it counts: no
    /// other field has that name. O(header).
    FOLDWISE_COLD static constexpr bool has_name_after_mark(std::string_view header) noexcept {
        auto const raw = first_field(header);
        if (!raw.starts_with(utf8_byte_order_mark)) return false;
        field const first{raw.substr(utf8_byte_order_mark.size())};
        if (!first.has_name()) return false;
        auto const others = header.substr(raw.size());
        return sought_name{first.name()}.find_in(others) == others.size();
    }

    constexpr bool at_end() const noexcept { return first_ == cutter_.bytes().size(); }
    constexpr field current() const noexcept {
        return {raw(), ahead_[passed_].fold_octets, first_ == marked_};
    }
    /// Every octet of the current field, without a byte order mark before its name.
    constexpr std::string_view raw() const noexcept {
        return {cutter_.bytes().data() + first_, ahead_[passed_].position - first_};
    }
    constexpr void advance() noexcept {
        first_ = ahead_[passed_].position;
        if (++passed_ == found_) cut_ahead();
    }
    constexpr std::size_t position() const noexcept { return first_; }

  private:
    static constexpr unsigned most_ends = 8;

    struct end {
        std::size_t position = 0;
        std::size_t fold_octets = 0;
    };

    constexpr void cut_ahead() noexcept {
        auto* to = ahead_;
        while (to == ahead_ && !cutter_.at_end())
            cutter_.cut([&](field_end const& f) noexcept {
                *to++ = {static_cast<std::size_t>(f.end - cutter_.bytes().data()), f.fold_octets};
                return to != ahead_ + most_ends;
            });
        found_ = static_cast<unsigned>(to - ahead_);
        passed_ = 0;
    }

    field_cutter cutter_;
    std::size_t marked_ =
        not_counted;        // where a first field starts that a byte order mark is before
    std::size_t first_ = 0; // where the current field starts
    end ahead_[most_ends];  // the ends of the fields that were cut last
    unsigned found_ = 0;    // how many ends these are
    unsigned passed_ = 0;   // the index of the current field's end in ahead_
};

/// Iterates over the fields of a header section, and cuts one at a time. Small, so that iterators
/// that hold one are copied quickly. Borrows the bytes; trivially copyable. For each field, it
/// searches too far as first_field_end() does.
class front_field_walker {
  public:
    constexpr front_field_walker() = default;
    explicit constexpr front_field_walker(std::string_view header,
                                          header_place place = header_place::elsewhere) noexcept
        : header_{header} {
        if (!header.empty()) cut();
        if (may_have_mark(header, place) && field_walker::has_name_after_mark(header))
            first_ = marked_ = utf8_byte_order_mark.size();
    }

    constexpr bool at_end() const noexcept { return first_ == header_.size(); }
    constexpr field current() const noexcept { return {raw(), fold_octets_, first_ == marked_}; }
    constexpr void advance() noexcept {
        first_ = last_;
        if (!at_end()) cut();
    }
    /// Advances to the next field that has the name, unless the current field has it.
    constexpr void find(sought_name const& name) noexcept {
        if (at_end() || name.is_of(raw())) return;
        first_ = name.find_in(header_, first_);
        if (!at_end()) cut();
    }
    constexpr std::size_t position() const noexcept { return first_; }

  private:
    constexpr std::string_view raw() const noexcept {
        return {header_.data() + first_, last_ - first_};
    }
    constexpr void cut() noexcept {
        auto const found = first_field_end(header_.substr(first_));
        last_ = static_cast<std::size_t>(found.end - header_.data());
        fold_octets_ = found.fold_octets;
    }

    std::string_view header_;
    std::size_t marked_ = not_counted; // as in field_walker
    std::size_t first_ = 0;            // where the current field starts
    std::size_t last_ = 0;             // where it ends
    std::size_t fold_octets_ = 0;
};

/// Iterates over the fields of `Fields` that have a given name. Borrows the name.
template <class Fields>
class named_walker {
  public:
    constexpr named_walker() = default;
    constexpr named_walker(Fields const& all, std::string_view name) noexcept
        : all_{all}, name_{name} {
        all_.find(name_);
    }

    constexpr bool at_end() const noexcept { return all_.at_end(); }
    constexpr field current() const noexcept { return all_.current(); }
    constexpr void advance() noexcept {
        all_.advance();
        all_.find(name_);
    }
    constexpr std::size_t position() const noexcept { return all_.position(); }

  private:
    Fields all_;
    sought_name name_;
};

/// Iterates over the fields of a header section that have a given name. Only these fields are cut,
/// each when it is asked for. Borrows the bytes and the name; trivially copyable.
class named_field_walker {
  public:
    constexpr named_field_walker() = default;
    constexpr named_field_walker(std::string_view header, header_place place,
                                 std::string_view name) noexcept
        : header_{header}, name_{name} {
        if (may_have_mark(header, place) && field_walker::has_name_after_mark(header)) {
            first_ = marked_ = utf8_byte_order_mark.size();
            if (name_.is_of(header.substr(first_))) return;
        }
        first_ = name_.find_in(header);
    }

    constexpr bool at_end() const noexcept { return first_ == header_.size(); }
    constexpr field current() const noexcept {
        auto const* const first = header_.data() + first_;
        auto const found = first_field_end(octets_between(first, header_.data() + header_.size()));
        auto const raw = octets_between(first, found.end);
        if (raw[name_.size()] != ':' || first_ == marked_)
            return {raw, found.fold_octets, first_ == marked_};
        return {name_.size(), raw, found.fold_octets};
    }
    constexpr void advance() noexcept { first_ = name_.find_in(header_, first_); }
    constexpr std::size_t position() const noexcept { return first_; }

  private:
    std::string_view header_;
    sought_name name_;
    std::size_t marked_ = not_counted; // as in field_walker
    std::size_t first_ = 0;            // where the current field starts
};

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif
