#ifndef FOLDWISE_TOOLS_HTML_TAG_READER_HPP
#define FOLDWISE_TOOLS_HTML_TAG_READER_HPP

#include "attributes.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace tool {

/// Reads a tag that arrives in blocks, from its name to the ">" that ends it (WHATWG HTML sections
/// 13.2.5.8 and 13.2.5.32 to 40). It holds little of a long tag: 64 octets of each name, 64 KiB of
/// each value, and no more attributes after 128 KiB. So a picture in a data: URL is not held whole.
class html_tag_reader {
  public:
    /// Starts a tag. The next octets are those after "<" or "</".
    void start() {
        state_ = state::name;
        name_.clear();
        attributes_.clear();
    }

    /// Removes the octets of the tag from the front of `rest`. Returns whether the tag has ended.
    bool take(std::string_view& rest) {
        std::size_t at = 0;
        bool has_ended = false;
        while (at < rest.size() && !has_ended) has_ended = take(rest[at++]);
        rest.remove_prefix(at);
        return has_ended;
    }

    std::string_view name() const { return name_; }
    /// The attributes as they are written, with less white space. take_attribute() reads them.
    std::string_view attributes() const { return attributes_; }

  private:
    static constexpr std::size_t longest_name = 64;
    static constexpr std::size_t longest_value = 1 << 16;
    static constexpr std::size_t longest_attributes = 1 << 17;

    enum class state : unsigned char {
        name,
        before_attribute,
        attribute_name,
        after_attribute_name,
        before_value,
        quoted_value,
        unquoted_value,
    };

    /// Takes an octet. Returns whether it ends the tag.
    bool take(char octet) {
        bool const is_blank = html_blanks.contains(octet);
        if (state_ == state::quoted_value) {
            if (octet != quote_) {
                add(octet, longest_value);
                return false;
            }
            if (is_kept_) attributes_ += octet;
            state_ = state::before_attribute;
            return false;
        }
        bool const starts_value = octet == '=' && (state_ == state::attribute_name ||
                                                   state_ == state::after_attribute_name);
        bool const is_value = state_ == state::before_value || state_ == state::unquoted_value;
        if (octet == '>') return true;
        if (is_blank || (octet == '/' && !is_value))
            separate(octet, is_blank);
        else if (starts_value)
            start_value();
        else if (state_ == state::before_value)
            start_octets_of_value(octet);
        else if (state_ == state::unquoted_value)
            add(octet, longest_value);
        else if (state_ == state::name)
            add_to_name(octet);
        else
            add_to_attribute_name(octet);
        return false;
    }

    /// Takes a blank, or a slash outside of a value.
    void separate(char octet, bool is_blank) {
        if (state_ == state::before_value) return;
        if (attributes_.empty() || attributes_.back() != octet) add_separator(octet);
        bool const may_be_named =
            state_ == state::attribute_name || state_ == state::after_attribute_name;
        state_ = is_blank && may_be_named ? state::after_attribute_name : state::before_attribute;
    }
    void add_separator(char octet) {
        if (attributes_.size() < longest_attributes) attributes_ += octet;
    }

    void add_to_name(char octet) {
        if (name_.size() < longest_name) name_ += octet;
    }
    void add_to_attribute_name(char octet) {
        if (state_ != state::attribute_name) {
            is_kept_ = attributes_.size() < longest_attributes;
            size_ = 0;
        }
        state_ = state::attribute_name;
        add(octet, longest_name);
    }

    void start_value() {
        state_ = state::before_value;
        size_ = 0;
        if (is_kept_) attributes_ += '=';
    }
    void start_octets_of_value(char octet) {
        bool const is_quote = octet == '"' || octet == '\'';
        state_ = is_quote ? state::quoted_value : state::unquoted_value;
        quote_ = octet;
        add(octet, longest_value);
    }

    /// Adds an octet of a name or a value, if that is not too long.
    void add(char octet, std::size_t longest) {
        if (is_kept_ && size_++ < longest) attributes_ += octet;
    }

    state state_ = state::name;
    std::string name_;
    std::string attributes_;
    std::size_t size_ = 0; // of the name of the attribute, or of its value
    char quote_ = '"';
    bool is_kept_ = true; // the attribute
};

} // namespace tool

#endif
