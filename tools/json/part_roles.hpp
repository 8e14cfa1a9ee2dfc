#ifndef FOLDWISE_TOOLS_JSON_PART_ROLES_HPP
#define FOLDWISE_TOOLS_JSON_PART_ROLES_HPP

#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/entity.hpp>

#include <optional>
#include <string_view>
#include <utility>

namespace tool {

/// What each part of a message is for, by the lists of RFC 8621 section 4.1.4. Asked for the parts
/// in the order of a walk, it needs one walk for each list, and no memory for the parts.
class part_roles {
  public:
    explicit part_roles(foldwise::entity const& root)
        : text_{foldwise::text_body(root)}, html_{foldwise::html_body(root)},
          inline_{foldwise::inline_parts(root)}, attachments_{foldwise::attachments(root)} {}

    /// "text" or "html" for a text of the body, "inline" for what is shown in it, "attachment".
    /// Nothing for a part that contains others, and for the parts of an attached message.
    std::optional<std::string_view> of(foldwise::entity const& part) {
        bool const is_attachment = attachments_.passes(part);
        bool const is_inline = inline_.passes(part);
        bool const is_text = text_.passes(part);
        bool const is_html = html_.passes(part);
        if (is_inline) return "inline";
        if (is_text || is_html) return part.content_type().is("text", "html") ? "html" : "text";
        if (is_attachment) return "attachment";
        return std::nullopt;
    }

  private:
    /// One list, whose next part the walk has not reached yet.
    template <class Parts>
    class list {
      public:
        explicit list(Parts const& parts) : next_{parts.begin()} {}

        /// Whether `part` is the next part of the list; then it is passed.
        bool passes(foldwise::entity const& part) {
            if (next_ == std::default_sentinel) return false;
            auto const next = *next_;
            if (next.depth() != part.depth() ||
                next.header().raw().data() != part.header().raw().data())
                return false;
            ++next_;
            return true;
        }

      private:
        typename Parts::iterator next_;
    };

    using whole = foldwise::entity const&;
    list<decltype(foldwise::text_body(std::declval<whole>()))> text_;
    list<decltype(foldwise::html_body(std::declval<whole>()))> html_;
    list<decltype(foldwise::inline_parts(std::declval<whole>()))> inline_;
    list<decltype(foldwise::attachments(std::declval<whole>()))> attachments_;
};

} // namespace tool

#endif
