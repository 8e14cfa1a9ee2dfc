// Properties of DMARC and BIMI records: URIs come in order; URIs and problems are inside the text;
// a URI that is written from its parts is read as the same; a second pass over a list meets the
// same elements; LF and CRLF make no difference.

#include "parts.hpp"

#include <foldwise/dmarc/bimi_record.hpp>
#include <foldwise/dmarc/bimi_selector.hpp>
#include <foldwise/dmarc/dmarc_record.hpp>

#include <string>
#include <string_view>

namespace {

using namespace foldwise;

std::string summary(dmarc_record const& r) {
    std::string text{r.version().value_or("?")};
    auto const append = [&text](auto const& read) {
        text.append(" ").append(read ? std::to_string(static_cast<unsigned long long>(*read))
                                     : "?");
    };
    append(r.policy());
    append(r.subdomain_policy());
    append(r.nonexistent_subdomain_policy());
    append(r.dkim_alignment());
    append(r.spf_alignment());
    append(r.test_mode());
    append(r.psd());
    append(r.percentage());
    append(r.report_interval());
    for (auto const& list : {r.aggregate_reports(), r.failure_reports()}) {
        text += '|';
        for (auto const uri : list) {
            text.append(" ").append(uri ? uri->uri : "?");
            if (uri && uri->maximum_size) append(uri->maximum_size);
        }
    }
    for (auto const& list : {r.failure_options(), r.report_formats()})
        for (auto const item : list) text.append(" ").append(item ? *item : "?");
    fuzz::append_problems(text, r);
    return text;
}

void properties_of(std::string_view text) {
    dmarc_record const r{text};
    fuzz::problems_lie_in(text, r);
    fuzz::problems_lie_in(text, bimi_record{text});
    fuzz::problems_lie_in(text, bimi_selector{text});
    fuzz::passes_agree(r.tags());
    fuzz::passes_agree(r.failure_options());
    fuzz::passes_agree(r.report_formats());
    for (auto const& list : {r.aggregate_reports(), r.failure_reports()}) {
        fuzz::passes_agree(list);
        fuzz::parts_in_order parts{text};
        for (auto const uri : list) {
            auto const raw = uri ? uri->uri : fuzz::covered_by(text, uri.error());
            parts.take(raw);
            if (!uri) continue;
            auto const size = uri->maximum_size;
            auto const again = std::string{uri->uri}.append(
                size ? std::string{"!"}.append(std::to_string(*size)) : std::string{});
            auto const read = *dmarc_uri_list{again}.begin();
            REQUIRE_PROPERTY(read && read->uri == uri->uri && read->maximum_size == size);
        }
    }
    fuzz::reads_lf_and_crlf_alike<dmarc_record>(text, summary);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}
