#ifndef FOLDWISE_SYNTAX_HPP
#define FOLDWISE_SYNTAX_HPP

/// What structured fields are made of (RFC 5322 section 3.2): tokens, comments, phrases, quoted-
/// strings.

#include <foldwise/syntax/comments.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/syntax/keyword.hpp>
#include <foldwise/syntax/mime_token.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/unspaced.hpp>
#include <foldwise/syntax/word_text.hpp>

#endif
