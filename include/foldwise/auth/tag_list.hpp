#ifndef FOLDWISE_AUTH_TAG_LIST_HPP
#define FOLDWISE_AUTH_TAG_LIST_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Removes all folding white space (RFC 6376 section 2.8) from a value in which it has no meaning.
/// For use with `spliced`, on bytes that do not end with white space.
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
        if (from == bytes.size()) return from;
        for (auto at = scan::in(fws_octets, bytes, from + 1); at < bytes.size();
             at = scan::in(fws_octets, bytes, at + 1))
            if (wsp.contains(bytes[at]) || folds{}.cut_at(bytes, at) != 0) return at;
        return bytes.size();
    }
};

/// A text without its folding white space, such as base64 that may be folded anywhere.
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
/// Borrows the list's bytes; trivially copyable. Every member is O(1), except for the white space
/// that it skips.
class tag {
  public:
    constexpr tag() = default;
    /// A tag whose parts have been found.
    constexpr tag(std::string_view raw, std::string_view name, std::string_view raw_value) noexcept
        : raw_{raw}, name_{name}, raw_value_{raw_value} {}

    /// Every octet between the semicolons.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The name. Case counts (RFC 6376 section 3.2): compare it with `==`.
    constexpr std::string_view name() const noexcept { return name_; }

    /// Every octet after the "=", unchanged.
    constexpr std::string_view raw_value() const noexcept { return raw_value_; }

    /// The value, unfolded, without the white space at both ends. Case and the white space inside
    /// are significant unless the tag's specification says otherwise (RFC 6376 section 3.2). An
    /// empty value is not the same as a missing tag.
    constexpr unfolded value() const noexcept { return unfolded{trim_fws(raw_value_)}; }

    /// The value without any white space, for tags in which it has no meaning: base64 and
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

/// VALCHAR (RFC 6376 section 3.2), and the octets of UTF-8, which RFC 8616 allows.
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

    /// The tag's name, even if its value cannot be read; empty if it has no valid name.
    constexpr std::string_view name() const noexcept {
        auto const raw = list_.substr(first_, last_ - first_);
        auto const equals = raw.find('=');
        if (equals == raw.npos) return {};
        auto const name = trim_fws(raw.substr(0, equals));
        return is_tag_name(name) ? name : std::string_view{};
    }

    /// The diagnostic `code` that covers all octets between the semicolons.
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
    std::size_t first_ = 1; // where the tag starts; list_.size() + 1 if no tag is left
    std::size_t last_ = 0;  // where the tag ends: at its semicolon, or at the end of the list
};

/// The set of names that have occurred in a list. It has room for all known names, and for others
/// until it is full.
class tag_names {
  public:
    explicit constexpr tag_names(std::initializer_list<std::string_view> known) noexcept {
        FOLDWISE_ASSERT(known.size() <= most);
        for (auto const name : known)
            if (size_ < most) names_[size_++] = name;
    }

    /// Adds `name`. Returns whether it was added before; false if there is no room for it.
    constexpr bool was_added_before(std::string_view name) noexcept {
        std::size_t at = 0;
        while (at < size_ && names_[at] != name) ++at;
        if (at == most) return false;
        if (at == size_) names_[size_++] = name;
        auto const bit = std::uint64_t{1} << at;
        bool const was_added = (added_ & bit) != 0;
        added_ |= bit;
        return was_added;
    }

  private:
    static constexpr std::size_t most = 64;
    std::string_view names_[most];
    std::size_t size_ = 0;
    std::uint64_t added_ = 0; // bit i: whether names_[i] was added
};

} // namespace detail

/// A tag-list (RFC 6376 section 3.2), the format of DKIM-Signature, ARC-Seal and
/// ARC-Message-Signature fields and of the DKIM, DMARC and BIMI records in the DNS. Types such as
/// `dkim_signature` interpret the tags.
///     tag-list = tag-spec *( ";" tag-spec ) [ ";" ]
///     tag_list{"v=1; a=rsa-sha256;"}  ->  v "1", a "rsa-sha256"
///     for (auto const t : list) t ? use(t->name(), t->value()) : report(t.error());
///     if (auto const t = list.find("s")) use(t->value());
/// Each element is a `tag`, or the diagnostic that says why it is not one: tag_empty,
/// tag_without_value, tag_name_malformed, tag_value_octet. A malformed tag does not affect the
/// others. The diagnostic covers all octets between the semicolons, so that the elements and the
/// semicolons make up the list, apart from white space after the last semicolon.
/// Octets beyond ASCII are allowed in values. The comments that ARC allows around its instance tag
/// (RFC 8617 section 3.9) are not part of a tag-list: see arc.hpp.
///
/// A forward, borrowed range over the caller's bytes; allocates nothing; O(list). Offsets count
/// from the start of raw(). Total: accepts any bytes.
class tag_list {
  public:
    using iterator = walk_iterator<detail::tag_walker>;

    constexpr tag_list() = default;

    /// `raw` is a field's raw_value(), or the text of a DNS record. The octets before `first` are
    /// skipped.
    explicit constexpr tag_list(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                                std::size_t first = 0) noexcept
        : raw_{raw}, first_{first} {}
    template <owning_temporary T>
    explicit tag_list( // it would dangle: keep the string in a variable first
        T&&, std::size_t = 0) = delete;

    /// The field may have any name. Borrows the bytes that the field borrows.
    explicit constexpr tag_list(field const& f) noexcept : tag_list{f.raw_value()} {}

    /// All octets, including skipped ones.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Searches for the end of the first tag.
    constexpr iterator begin() const noexcept { return iterator{walker()}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

    /// Whether there is no element: the list consists of white space.
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// The first tag with this name; case counts. The error is tag_missing, at the end of the list,
    /// if there is no such tag, and tag_value_octet if its value cannot be read. A second tag with
    /// the name makes the list invalid: see `find_duplicate`. O(list).
    constexpr result<tag> find(std::string_view name) const noexcept {
        for (auto at = walker(); !at.at_end(); at.advance())
            if (auto const found = at.name(); !found.empty() && found == name) return at.current();
        return diagnostic{diagnostic_code::tag_missing, raw_.size(), 0};
    }

    /// The first tag whose name an earlier tag has: a tag_duplicate, which makes the whole list
    /// invalid (RFC 6376 section 3.2). The tag is found even if its value cannot be read.
    ///     tag_list{"d=a.example; d=b.example"}.find_duplicate()  ->  tag_duplicate at 12
    /// A hostile list may have thousands of names, so only 64 are remembered: the names in `known`
    /// (at most 64), then the first other names. Duplicates of further names are not found.
    /// O(list), with at most 64 comparisons for each tag. Uses about 1 KiB of stack.
    constexpr optional<diagnostic>
    find_duplicate(std::initializer_list<std::string_view> known = {}) const noexcept {
        detail::tag_names names{known};
        for (auto at = walker(); !at.at_end(); at.advance())
            if (auto const name = at.name(); !name.empty() && names.was_added_before(name))
                return at.problem(diagnostic_code::tag_duplicate);
        return std::nullopt;
    }

    /// Calls `report` with each diagnostic of the list, in order: the errors of the elements, and a
    /// tag_duplicate for each duplicate as `find_duplicate(known)` finds them. O(list).
    template <class Report>
    constexpr void diagnose(Report&& report,
                            std::initializer_list<std::string_view> known = {}) const {
        detail::tag_names names{known};
        for (auto at = walker(); !at.at_end(); at.advance()) {
            if (auto const found = at.current(); !found) report(found.error());
            if (auto const name = at.name(); !name.empty() && names.was_added_before(name))
                report(at.problem(diagnostic_code::tag_duplicate));
        }
    }

    /// The gravest problem. O(list).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr detail::tag_walker walker() const noexcept {
        return detail::tag_walker{raw_, first_};
    }
    std::string_view raw_;
    std::size_t first_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::tag_list> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::tag_list> = true;

#endif
