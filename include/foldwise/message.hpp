#ifndef FOLDWISE_MESSAGE_HPP
#define FOLDWISE_MESSAGE_HPP

/// A message and its fields (RFC 5322 section 2). Start here to open a message and to look up
/// fields. Types in the other rooms read the meaning of a field: get<"From">(m) selects the type by
/// the field's name.
///
///     From: a@b.example CRLF             header()
///     Subject: a folded CRLF             header().find("Subject")
///      value CRLF
///     CRLF                               separator()
///     Hello CRLF                         body()
///
///     0                  19                        46 48
///     |------------------|-------------------------|--|-------|
///          a field              a field            |    body()
///     |------------------ header() ----------------|separator()
///
///     message m{bytes};
///     if (auto const f = m.header().find("Subject")) use(f->value());   // "a folded value"
///
/// `header_section` is the range of fields, `field` is one of them, `unfolded` its value. To look
/// up many fields, index them once: `indexed_message`, `field_index`.

#include <foldwise/message/field.hpp>
#include <foldwise/message/field_cutter.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/field_name.hpp>
#include <foldwise/message/field_slot.hpp>
#include <foldwise/message/from_quotes.hpp>
#include <foldwise/message/get.hpp>
#include <foldwise/message/header_end.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/indexed_message.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/message/reads_fields.hpp>
#include <foldwise/message/sought_name.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/message/whole_value.hpp>

#endif
