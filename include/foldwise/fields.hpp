#ifndef FOLDWISE_FIELDS_HPP
#define FOLDWISE_FIELDS_HPP

/// Every standard field by its name, as what it is: get<"From">(m), all<"Received">(m). Each room
/// has its own in its fields.hpp, and its door includes them.

#include <foldwise/message/get.hpp>

#include <foldwise/address/fields.hpp>
#include <foldwise/auth/fields.hpp>
#include <foldwise/date/fields.hpp>
#include <foldwise/lists/fields.hpp>
#include <foldwise/mime/fields.hpp>
#include <foldwise/parameters/fields.hpp>
#include <foldwise/trace/fields.hpp>
#include <foldwise/transfer/fields.hpp>
#include <foldwise/words/fields.hpp>

#endif
