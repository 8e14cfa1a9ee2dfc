#ifndef FOLDWISE_SYNTAX_HPP
#define FOLDWISE_SYNTAX_HPP

/// The syntax that structured fields have in common (RFC 5322 section 3.2). A `lexer` cuts a value
/// into tokens; `comments` finds the comments in one; `phrase` is the text of several words. Other
/// rooms build on these; include this header to read a field that foldwise has no type for.
///
///     "Foe, A."\r\n (the boss) <a.foe@sample.net>
///
///     |-------|                                      quoted_string, text() "Foe, A."
///                  |--------|                        comment, text() "the boss"
///                             ^   ^   ^      ^   ^   special "<", ".", "@", ".", ">"
///                              |-| ...               atom, text() "a", "foe", "sample", "net"

#include <foldwise/syntax/comments.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/syntax/keyword.hpp>
#include <foldwise/syntax/mime_token.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/unspaced.hpp>
#include <foldwise/syntax/word_text.hpp>

#endif
