#ifndef FOLDWISE_AUTH_TAG_LIST_HPP
#define FOLDWISE_AUTH_TAG_LIST_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>

namespace foldwise {

/// Where folding white space is (RFC 6376 section 2.8), all of which is cut out: for
/// values in which it means nothing. For `spliced`, over bytes that do not end with any.
struct all_fws {
    constexpr std::size_t cut_at(std::string_view bytes, std::size_t at) const noexcept {
        auto end = at;
        for (;;) {
            if (end < bytes.size() && wsp.contains(bytes[end]))
                ++end;
            else if (auto const fold = folds{}.cut_at(bytes, end))
                end += fold;
            else
                return end - at;
        }
    }

    constexpr std::size_t find_cut(std::string_view bytes, std::size_t from) const noexcept {
        constexpr char_class starts{" \t\r\n"};
        if (from == bytes.size()) return from;
        for (auto at = scan::in(starts, bytes, from + 1); at < bytes.size();
             at = scan::in(starts, bytes, at + 1))
            if (wsp.contains(bytes[at]) || folds{}.cut_at(bytes, at) != 0) return at;
        return bytes.size();
    }
};

/// A text without any folding white space, such as base64 that was folded anywhere.
using text_without_fws = spliced<all_fws>;

/// One tag of a tag-list (RFC 6376 section 3.2):
///
///     ; bh = 2jUSOH9N\r\n hVGCQW ;
///      |------------------------|   raw()
///       ||                          name()         "bh"
///           |-------------------|   raw_value()    " 2jUSOH9N\r\n hVGCQW "
///            |----------------|     value()        "2jUSOH9N hVGCQW"
///                                   value_without_fws()  "2jUSOH9NhVGCQW"
///
///     tag-spec  = [FWS] tag-name [FWS] "=" [FWS] tag-value [FWS]
///     tag-name  = ALPHA *ALNUMPUNC
///     tag-value = [ tval *( 1*(WSP / FWS) tval ) ]
///     tval      = 1*VALCHAR           ; %x21-3A / %x3C-7E, and UTF8-non-ascii
///
/// Borrows the list's bytes; trivially copyable; every member is O(1) but for the
/// white space that it leaves out.
class tag {
  public:
    constexpr tag() = default;
    constexpr tag(std::string_view raw, std::string_view name, std::string_view raw_value) noexcept
        : raw_{raw}, name_{name}, raw_value_{raw_value} {}

    /// Every octet between the semicolons.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The name; its case counts.
    constexpr std::string_view name() const noexcept { return name_; }

    /// Every octet behind the "=", untouched.
    constexpr std::string_view raw_value() const noexcept { return raw_value_; }

    /// The value as it is meant where nothing else is said of its tag: unfolded, without
    /// the white space at both ends, but with that in it. It may be empty, which is not
    /// the same as no tag.
    constexpr unfolded value() const noexcept { return unfolded{trim_fws(raw_value_)}; }

    /// The value as it is meant where its tag says that white space is ignored: base64 and
    /// dkim-quoted-printable (RFC 6376 sections 3.5 and 2.11).
    constexpr text_without_fws value_without_fws() const noexcept {
        return text_without_fws{trim_fws(raw_value_)};
    }

  private:
    std::string_view raw_;
    std::string_view name_;
    std::string_view raw_value_;
};

namespace detail {

/// RFC 6376 section 3.2, and its advice not to preclude UTF-8 (RFC 8616 made use of it).
inline constexpr auto valchar = vchar - char_class{";"} + utf8_non_ascii;

constexpr bool is_tag_name(std::string_view name) noexcept {
    constexpr auto alnumpunc = alpha + digit + char_class{"_"};
    return !name.empty() && alpha.contains(name[0]) &&
           scan::not_in(alnumpunc, name, 1) == name.size();
}

constexpr bool is_tag_value(std::string_view trimmed) noexcept {
    constexpr auto plain = valchar + wsp;
    for (auto at = scan::not_in(plain, trimmed, 0); at < trimmed.size();
         at = scan::not_in(plain, trimmed, at)) {
        auto const fold = folds{}.cut_at(trimmed, at);
        if (fold == 0) return false;
        at += fold;
    }
    return true;
}

class tag_walker {
  public:
    constexpr tag_walker() = default;
    constexpr tag_walker(std::string_view list, std::size_t first) noexcept
        : list_{list}, first_{first} {
        cut();
    }

    constexpr bool at_end() const noexcept { return first_ > list_.size(); }
    constexpr result<tag> current() const noexcept {
        auto const raw = list_.substr(first_, last_ - first_);
        auto const equals = raw.find('=');
        if (equals == raw.npos)
            return problem(trim_fws(raw).empty() ? diagnostic_code::tag_empty
                                                 : diagnostic_code::tag_without_value);
        auto const name = this->name();
        if (name.empty()) return problem(diagnostic_code::tag_name_malformed);
        auto const raw_value = raw.substr(equals + 1);
        if (!is_tag_value(trim_fws(raw_value))) return problem(diagnostic_code::tag_value_octet);
        return tag{raw, name, raw_value};
    }
    constexpr void advance() noexcept {
        first_ = last_ + 1;
        cut();
    }
    constexpr std::size_t position() const noexcept { return first_; }

    /// The tag's name even where its value cannot be read; empty where it has none.
    constexpr std::string_view name() const noexcept {
        auto const raw = list_.substr(first_, last_ - first_);
        auto const equals = raw.find('=');
        if (equals == raw.npos) return {};
        auto const name = trim_fws(raw.substr(0, equals));
        return is_tag_name(name) ? name : std::string_view{};
    }

    /// `code`, at all octets between the semicolons.
    constexpr diagnostic problem(diagnostic_code code) const noexcept {
        return {code, first_, last_ - first_};
    }

  private:
    constexpr void cut() noexcept {
        if (at_end()) return;
        last_ = scan::octet(list_, ';', first_);
        bool const is_last = last_ == list_.size();
        if (is_last && trim_fws(list_.substr(first_)).empty()) first_ = last_ + 1;
    }
    std::string_view list_;
    std::size_t first_ = 1; // of the tag; beyond the list: at the end
    std::size_t last_ = 0;  // where its semicolon is
};

/// The names that a list has had: all of those that were named beforehand, and of the
/// others the first that there is room for.
class tag_names {
  public:
    explicit constexpr tag_names(std::initializer_list<std::string_view> known) noexcept {
        FOLDWISE_ASSERT(known.size() <= most);
        for (auto const name : known)
            if (size_ < most) names_[size_++] = name;
    }

    /// Whether `name` has come before; remembers it.
    constexpr bool repeats(std::string_view name) noexcept {
        std::size_t at = 0;
        while (at < size_ && names_[at] != name) ++at;
        if (at == most) return false;
        if (at == size_) names_[size_++] = name;
        auto const bit = std::uint64_t{1} << at;
        bool const came_before = (came_ & bit) != 0;
        came_ |= bit;
        return came_before;
    }

  private:
    static constexpr std::size_t most = 64;
    std::string_view names_[most];
    std::size_t size_ = 0;
    std::uint64_t came_ = 0;
};

} // namespace detail

/// A tag-list (RFC 6376 section 3.2): what DKIM-Signature, ARC-Seal and
/// ARC-Message-Signature fields and the DKIM, DMARC and BIMI records of the DNS are made
/// of. What the tags mean is for a typed view on it, such as `dkim_signature`.
///     tag-list = tag-spec *( ";" tag-spec ) [ ";" ]
///     tag_list{"v=1; a=rsa-sha256;"}  ->  v "1", a "rsa-sha256"
///     for (auto const t : list) t ? use(t->name(), t->value()) : report(t.error());
///     if (auto const t = list.find("s")) use(t->value());
/// Each element is a `tag`, or the diagnostic that says why there is none, which costs no
/// other tag: tag_empty, tag_without_value, tag_name_malformed, tag_value_octet. Its
/// offset counts from the start of the list, and it covers what lies between the
/// semicolons; so the elements and the semicolons between them are the list, but for
/// white space behind the last one. Total: any bytes are a list.
/// Octets beyond ASCII may stand in values. Comments, which ARC allows around its
/// instance tag (RFC 8617 section 3.9), do not belong to a tag-list: see arc.hpp.
/// A forward, borrowed range over the caller's bytes; allocates nothing; O(list).
class tag_list {
  public:
    using iterator = walk_iterator<detail::tag_walker>;

    constexpr tag_list() = default;

    /// `raw` is a field's raw_value(), or the text of a record. What is before `first` is
    /// passed over.
    explicit constexpr tag_list(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                                std::size_t first = 0) noexcept
        : raw_{raw}, first_{first} {}
    template <owning_temporary T>
    explicit tag_list(T&&, std::size_t = 0) = delete;

    /// With what is passed over.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Costs the search for the end of the first tag.
    constexpr iterator begin() const noexcept { return iterator{walker()}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

    /// Whether there is no element, which is white space only.
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// The first tag of that name; its case counts. Without a tag: the tag_value_octet of
    /// the first one of that name, or tag_missing, at the end of the list, where there is
    /// none. A second one makes the list invalid: see `find_duplicate`. O(list).
    constexpr result<tag> find(std::string_view name) const noexcept {
        for (auto at = walker(); !at.at_end(); at.advance())
            if (auto const found = at.name(); !found.empty() && found == name) return at.current();
        return diagnostic{diagnostic_code::tag_missing, raw_.size(), 0};
    }

    /// The first tag whose name has come before (tag_duplicate), which makes the whole
    /// list invalid (RFC 6376 section 3.2), whether its value can be read or not.
    ///     tag_list{"d=a.example; d=b.example"}.find_duplicate()  ->  tag_duplicate at 12
    /// Of hostile lists with thousands of names not all can be remembered: found is every
    /// second tag of a name in `known` (64 at most), and of the first names beside these,
    /// 64 together. O(list) with 64 comparisons a tag at most, and about 1 KiB of stack.
    constexpr std::optional<diagnostic>
    find_duplicate(std::initializer_list<std::string_view> known = {}) const noexcept {
        detail::tag_names names{known};
        for (auto at = walker(); !at.at_end(); at.advance())
            if (auto const name = at.name(); !name.empty() && names.repeats(name))
                return at.problem(diagnostic_code::tag_duplicate);
        return std::nullopt;
    }

    /// Calls `report` with each diagnostic of the list, in order: those of the elements,
    /// and a tag_duplicate for each tag that find_duplicate would find. O(list).
    template <class Report>
    constexpr void diagnose(Report&& report,
                            std::initializer_list<std::string_view> known = {}) const {
        detail::tag_names names{known};
        for (auto at = walker(); !at.at_end(); at.advance()) {
            if (auto const found = at.current(); !found) report(found.error());
            if (auto const name = at.name(); !name.empty() && names.repeats(name))
                report(at.problem(diagnostic_code::tag_duplicate));
        }
    }

  private:
    constexpr detail::tag_walker walker() const noexcept {
        return detail::tag_walker{raw_, first_};
    }
    std::string_view raw_;
    std::size_t first_ = 0;
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::tag_list> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::tag_list> = true;

#endif
