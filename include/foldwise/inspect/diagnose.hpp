#ifndef FOLDWISE_INSPECT_DIAGNOSE_HPP
#define FOLDWISE_INSPECT_DIAGNOSE_HPP

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/inspect/detail/diagnostic_sink.hpp>
#include <foldwise/inspect/detail/message_diagnosis.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/words/text_options.hpp>

#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI {

template <class Report>
constexpr void diagnose(entity const& root, Report&& report, text_options const& options = {});

/// Calls `report` with a `diagnostic` for everything that is wrong or doubtful about a message: its
/// octets and lines, its fields and bodies, how it is split into parts, and what its signatures
/// leave unsigned.
///     diagnose(m, [](diagnostic const& d) { log(d.name(), d.offset, d.length); });
///
/// The order is that of the message: its header section, its body, then its parts, each with its
/// header section and its body. In a header section come the fields, in order: first the problems
/// of a field's name, lines and octets, then those of its value, which the type of its name reads
/// (see fields.hpp). After the last field comes what concerns the whole section. An attached
/// message is read like a part of its own. At the end comes what needs the whole message: which
/// parts are shown, DKIM signatures, ARC sets.
///
/// Offsets count from the start of m.raw(). Problems of a text that is encoded cover its body,
/// because the decoded text has no octets of its own in the message. No diagnostic is reported
/// twice.
///
/// `report` returns nothing, or whether it wants more: if it returns false, it is not called again,
/// and the rest of the message is not read, except for the field or body that was being read.
///     bool is_bad = false;
///     diagnose(m, [&](diagnostic const& d) {
///         is_bad = d.severity() >= severity::ambiguity;
///         return !is_bad;
///     });
///
/// `options` are those for the texts for people; without a fallback, text that is neither UTF-8 nor
/// declares a charset is reported as charset_octets_replaced. O(message). Allocates and throws only
/// if `report` does. `report` is not copied.
template <class Report>
constexpr void diagnose(message const& m, Report&& report, text_options const& options = {}) {
    diagnose(entity{m}, report, options);
}

/// The same for a message from an mbox, whose bodies are decoded without the quotes, for another
/// depth limit, or for a part alone. Offsets count from the start of root.raw(). What concerns only
/// messages is not reported of a part.
template <class Report>
constexpr void diagnose(entity const& root, Report&& report, text_options const& options) {
    using sink = detail::reporter_sink<std::remove_reference_t<Report>>;
    sink to{report};
    detail::message_diagnosis<typename sink::base>{root, to, options}.run();
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
