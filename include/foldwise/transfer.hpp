#ifndef FOLDWISE_TRANSFER_HPP
#define FOLDWISE_TRANSFER_HPP

/// Transfer encodings (RFC 2045 section 6): how the octets of a body are represented for transport,
/// in base64, quoted-printable or the older uuencode. This room has decoders and encoders for all
/// three, functions that report what is wrong with an encoded text (`diagnose_base64` ...), and the
/// Content-Transfer-Encoding field.
///
/// The central type is `decoded`, a text that is decoded while it is read; its names are
/// base64_decoded, quoted_printable_decoded and uuencode_decoded. For
/// quoted_printable_decoded{"caf=C3=A9 \r\nau"}:
///
///     offset    0    5    10
///               caf=C3=A9_\r\nau       raw(); "_" is a space
///               |-||----||---|||
///     decoded   caf C3 A9 \r\n au      9 octets: the space before the line ending was added in
///                                      transit, and is dropped
///
/// `decoded_pieces` does the same for a text in several pieces. base64_decoder,
/// quoted_printable_decoder and uuencode_decoder take pieces that arrive one by one.

#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/base64_encoder.hpp>
#include <foldwise/transfer/content_transfer_encoding.hpp>
#include <foldwise/transfer/decoded.hpp>
#include <foldwise/transfer/decoded_pieces.hpp>
#include <foldwise/transfer/diagnose_base64.hpp>
#include <foldwise/transfer/diagnose_quoted_printable.hpp>
#include <foldwise/transfer/diagnose_uuencode.hpp>
#include <foldwise/transfer/fields.hpp>
#include <foldwise/transfer/quoted_printable.hpp>
#include <foldwise/transfer/quoted_printable_encoder.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>
#include <foldwise/transfer/uuencode.hpp>
#include <foldwise/transfer/uuencode_encoder.hpp>
#include <foldwise/transfer/uuencoded_line.hpp>

#endif
