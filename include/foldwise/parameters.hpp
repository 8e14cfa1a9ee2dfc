#ifndef FOLDWISE_PARAMETERS_HPP
#define FOLDWISE_PARAMETERS_HPP

/// Content-Type, Content-Disposition and their parameters (RFC 2045, RFC 2183, RFC 2231).

#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/fields.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/parameters/parameter_text.hpp>
#include <foldwise/parameters/safe_file_name.hpp>
#include <foldwise/parameters/suggested_file_name.hpp>

#endif
