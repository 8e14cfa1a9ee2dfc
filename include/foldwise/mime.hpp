#ifndef FOLDWISE_MIME_HPP
#define FOLDWISE_MIME_HPP

/// The parts of a message (RFC 2045, RFC 2046). An `entity` is a message or a part of one. Its body
/// consists of octets, of parts, or of one message:
///
///                                  path()  depth()
///     multipart/mixed              TEXT    0
///         text/plain               1       1          decoded(), body_text
///         message/rfc822           2       1
///             text/plain           2.1     2
///
///     for (auto const part : entity{m}.walk())
///         if (part.is_leaf()) use(part.path(), part.content_type(), part.decoded());
///
/// walk() returns the entity and everything in it, children() only the next level, pieces() every
/// octet. text_body(), html_body() and attachments() sort the parts for display as RFC 8621 does;
/// part_roles has all parts with their roles, and has_attachment() looks for something to save.
/// find_linked() finds the part that a "cid" URL refers to.

#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/content_location.hpp>
#include <foldwise/mime/decoded_body.hpp>
#include <foldwise/mime/diagnose_bodies.hpp>
#include <foldwise/mime/diagnose_parts.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/mime/entity_pieces.hpp>
#include <foldwise/mime/fields.hpp>
#include <foldwise/mime/flowed_paragraph.hpp>
#include <foldwise/mime/flowed_text.hpp>
#include <foldwise/mime/linked_part.hpp>
#include <foldwise/mime/mime_version.hpp>
#include <foldwise/mime/part_role.hpp>
#include <foldwise/mime/reads_parts.hpp>
#include <foldwise/mime/uuencoded_file_remover.hpp>
#include <foldwise/mime/uuencoded_files.hpp>

#endif
