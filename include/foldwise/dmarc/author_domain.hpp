#ifndef FOLDWISE_DMARC_AUTHOR_DOMAIN_HPP
#define FOLDWISE_DMARC_AUTHOR_DOMAIN_HPP

#include <foldwise/address/address_list.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/dmarc/alignment_finding.hpp>
#include <foldwise/dmarc/detail/field_structure.hpp>
#include <foldwise/dmarc/detail/named_address.hpp>
#include <foldwise/dmarc/domain_name.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/entity.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The author domain of a message (RFC 9989 sections 3.2.2 and 5.3.1): the domain of the only
/// address in the only From field.
///
///     From: Foe <a.foe@News.Sample.net>
///
///     |-------------------------------|   field()
///           |-------------------------|   author()
///                      |-------------|    name()  ->  "news.sample.net"
///
///     author_domain const author{m};
///     if (author.name()) use(author.name()->text());
///     else report(text_of(author.finding()));
///
/// There is no author domain, and finding() says why, if not all programs read the same one:
///     from_missing, from_repeated   there is not exactly one From field
///     header_doubtful               programs may see another From field, or not this one. Anywhere
///                                   in the header section: a line without a field name, a byte
///                                   order mark, a CR without LF, both LF and CRLF as line endings,
///                                   a delimiter line of the message's own multipart. Up to the
///                                   From field: NUL, a folded line of white space only
///     from_doubtful                 white space is before the colon, or the list of addresses
///                                   deviates by more than an obsolete form
///     author_unreadable, author_in_group, authors_several
///                                   the field does not have exactly one mailbox
///     author_has_route, author_local_part_doubtful
///                                   programs may find another address in the one that is there: it
///                                   has a route, a second "@" in quotes or a comment, "=?", or a
///                                   control character
///     author_name_doubtful          the name or a comment, decoded or not, has a "<" and an "@"
///                                   after it, or an address and a comma or semicolon after it
///     author_domain_literal, author_domain_malformed, author_domain_single_label
///                                   the address has no domain that DMARC can use
///
/// The header section is that of the `entity`. Borrows the message's bytes. Trivially copyable;
/// allocates nothing; O(header), and O(preamble) if the message is a multipart. Total.
class author_domain {
  public:
    constexpr author_domain() = default;

    /// Reads the From fields of `m`. O(header).
    explicit constexpr author_domain(message const& m) noexcept { read(m); }

    /// alignment_finding::author_found if there is an author domain, else why there is none.
    constexpr alignment_finding finding() const noexcept { return finding_; }

    /// The first From field.
    constexpr optional<foldwise::field> field() const noexcept { return from_; }

    /// The first mailbox of field() that can be read outside of groups.
    constexpr optional<mailbox> author() const noexcept { return author_; }

    /// The author domain.
    constexpr optional<domain_name> const& name() const& noexcept { return name_; }
    optional<domain_name> const&
    name() const&& = delete; // it would dangle: keep the object in a variable first

    /// The problem that causes header_doubtful, from_doubtful or author_unreadable. The one that
    /// would cause header_doubtful is also there if From is missing or repeated. Its offset counts
    /// from the start of the message.
    constexpr optional<diagnostic> problem() const noexcept { return problem_; }

  private:
    constexpr void read(message const& m) noexcept {
        using enum alignment_finding;
        finding_ = read_header(m);
        if (!from_) return;
        auto const found = read_from(m);
        if (finding_ == author_found) finding_ = found;
        if (finding_ != author_found) name_.reset();
    }

    /// Finds the From field and the places that other programs may read in another way.
    constexpr alignment_finding read_header(message const& m) noexcept {
        using enum alignment_finding;
        auto const header = entity{m}.header();
        std::size_t from_fields = 0;
        optional<diagnostic> doubt; // counted from the start of the message
        auto const doubt_at = [&](foldwise::field const& f, optional<diagnostic> found) {
            if (!found || doubt) return;
            found->offset += m.offset_of(f.raw());
            doubt = found;
        };
        optional<diagnostic> early_end; // before the first From field
        for (auto const f : header) {
            bool const is_first = f.raw().data() == header.raw().data();
            doubt_at(f, detail::find_hidden_field(f, is_first));
            if (from_fields == 0 && !early_end) {
                early_end = detail::find_early_end(f);
                if (early_end) early_end->offset += m.offset_of(f.raw());
            }
            if (!f.is("From") || from_fields++ != 0) continue;
            from_ = f;
            if (!doubt) doubt = early_end;
        }
        auto const all = m.header().raw().size();
        if (!doubt && header.raw().size() != all)
            doubt = diagnostic{diagnostic_code::header_ended_by_delimiter, header.raw().size(),
                               all - header.raw().size()};
        if (!doubt) doubt = detail::find_bare_lf(m.raw().substr(0, m.offset_of(m.body())));
        problem_ = doubt;
        if (from_fields != 1) return from_fields == 0 ? from_missing : from_repeated;
        return doubt ? header_doubtful : author_found;
    }

    constexpr alignment_finding read_from(message const& m) noexcept {
        using enum alignment_finding;
        auto doubt = detail::find_space_before_colon(*from_);
        if (doubt) doubt->offset += m.offset_of(from_->raw());
        address_list const list{*from_};
        std::size_t mailboxes = 0;
        bool has_group = false;
        optional<diagnostic> unread;
        for (auto const element : list) {
            if (!element) {
                if (!unread) unread = element.error();
            } else if (auto const found = element->mailbox()) {
                if (mailboxes++ == 0) author_ = *found;
            } else {
                has_group = true;
            }
        }
        auto deviation = list.deviation();
        for (auto* const each : {&unread, &deviation})
            if (*each) (*each)->offset += m.offset_of(list.raw());
        if (author_) name_ = domain_name::read(author_->domain());
        auto const because_of = [&](alignment_finding why, optional<diagnostic> const& problem) {
            if (finding_ == author_found) problem_ = problem;
            return why;
        };
        if (has_group) return author_in_group;
        if (mailboxes > 1) return authors_several;
        if (unread) return because_of(author_unreadable, unread);
        if (mailboxes == 0) return author_unreadable;
        if (doubt) return because_of(from_doubtful, doubt);
        if (deviation && deviation->severity() > severity::obsolete)
            return because_of(from_doubtful, deviation);
        if (!author_->route().empty()) return author_has_route;
        if (is_doubtful(author_->addr_spec().raw())) return author_local_part_doubtful;
        if (has_address_beside(*author_) || detail::has_named_address(*author_))
            return author_name_doubtful;
        if (author_->addr_spec().is_domain_literal()) return author_domain_literal;
        if (!name_) return author_domain_malformed;
        return name_->labels() < 2 ? author_domain_single_label : author_found;
    }

    /// Whether programs may find another address in an addr-spec: in its quotes or comments, or
    /// after they have decoded it.
    static constexpr bool is_doubtful(std::string_view address) noexcept {
        constexpr auto odd = ctl - char_class{"\t\r\n"};
        return address.find('@') != address.rfind('@') || address.find("=?") != address.npos ||
               scan::in(odd, address, 0) < address.size();
    }

    /// Whether programs that do not know quotes or comments may find an address in angle brackets
    /// before or after that of `m`.
    static constexpr bool has_address_beside(mailbox const& m) noexcept {
        auto const address = m.addr_spec().raw();
        auto const before = m.raw().substr(0, offset_of(m.raw(), address));
        auto const after = m.raw().substr(before.size() + address.size());
        for (auto const text : {before, after}) {
            auto const bracket = text.find('<');
            if (bracket != text.npos && text.find('@', bracket) != text.npos) return true;
        }
        return false;
    }

    alignment_finding finding_ = alignment_finding::from_missing;
    optional<foldwise::field> from_;
    optional<mailbox> author_;
    optional<domain_name> name_;
    optional<diagnostic> problem_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
