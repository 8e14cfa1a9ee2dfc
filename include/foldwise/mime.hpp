#ifndef FOLDWISE_MIME_HPP
#define FOLDWISE_MIME_HPP

/// The tree of parts of a message (RFC 2045, RFC 2046): `entity`.

#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/content_location.hpp>
#include <foldwise/mime/decoded_body.hpp>
#include <foldwise/mime/diagnose_parts.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/mime/entity_pieces.hpp>
#include <foldwise/mime/fields.hpp>
#include <foldwise/mime/flowed_paragraph.hpp>
#include <foldwise/mime/flowed_text.hpp>
#include <foldwise/mime/linked_part.hpp>
#include <foldwise/mime/mime_version.hpp>
#include <foldwise/mime/reads_parts.hpp>

#endif
