#ifndef FOLDWISE_FIELDS_HPP
#define FOLDWISE_FIELDS_HPP

/// Reads every standard field by its name, as the type that the field has: get<"From">(m),
/// all<"Received">(m). A room's fields.hpp, which its door includes, names the types of its fields.

#include <foldwise/message/get.hpp>

#include <foldwise/address/fields.hpp>
#include <foldwise/auth/fields.hpp>
#include <foldwise/date/fields.hpp>
#include <foldwise/dkim/fields.hpp>
#include <foldwise/dmarc/fields.hpp>
#include <foldwise/lists/fields.hpp>
#include <foldwise/mime/fields.hpp>
#include <foldwise/parameters/fields.hpp>
#include <foldwise/trace/fields.hpp>
#include <foldwise/transfer/fields.hpp>
#include <foldwise/words/fields.hpp>

#endif
