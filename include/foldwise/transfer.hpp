#ifndef FOLDWISE_TRANSFER_HPP
#define FOLDWISE_TRANSFER_HPP

/// Transfer encodings, both ways (RFC 2045 section 6): base64 and quoted-printable.

#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/base64_encoder.hpp>
#include <foldwise/transfer/content_transfer_encoding.hpp>
#include <foldwise/transfer/decoded.hpp>
#include <foldwise/transfer/decoded_pieces.hpp>
#include <foldwise/transfer/diagnose_base64.hpp>
#include <foldwise/transfer/diagnose_quoted_printable.hpp>
#include <foldwise/transfer/fields.hpp>
#include <foldwise/transfer/quoted_printable.hpp>
#include <foldwise/transfer/quoted_printable_encoder.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>

#endif
