#ifndef FOLDWISE_PARAMETERS_HPP
#define FOLDWISE_PARAMETERS_HPP

/// Content-Type, Content-Disposition and the parameters of such fields (RFC 2045, RFC 2183 and
/// RFC 2231), and the names of attached files. The central type is `parameters`.
///
///     attachment; filename*0*=utf-8''na%C3%AF; filename*1="ve.txt"     content_disposition
///               |------------------------------------------------|     .parameters()
///                 |-------------------------|  |-----------------|     .segments()
///                                                                      .find("filename"):
///     parameter ->  text()              octets, for programs           "na\xC3\xAFve.txt"
///                   decoded_parameter   UTF-8, for people              "naïve.txt"
///                   safe_file_name      to save a file                 "naïve.txt"
///
/// safe_file_name{part} is the name under which to save an attachment. suggested_file_name(part) is
/// the name that the sender chose: never save a file under it.

#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/fields.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/parameters/parameter_text.hpp>
#include <foldwise/parameters/safe_file_name.hpp>
#include <foldwise/parameters/suggested_file_name.hpp>

#endif
