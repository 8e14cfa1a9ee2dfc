#ifndef FOLDWISE_MESSAGE_HPP
#define FOLDWISE_MESSAGE_HPP

/// A message and its fields (RFC 5322 section 2): `message`, `header_section`, `field`, `unfolded`.

#include <foldwise/message/field.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/field_name.hpp>
#include <foldwise/message/field_slot.hpp>
#include <foldwise/message/get.hpp>
#include <foldwise/message/header_end.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/indexed_message.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/message/reads_fields.hpp>
#include <foldwise/message/unfold.hpp>

#endif
