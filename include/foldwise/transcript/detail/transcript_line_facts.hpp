#ifndef FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_LINE_FACTS_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_LINE_FACTS_HPP

namespace foldwise::detail {

/// What the line that a transcript_line_walker is at starts, or leaves open.
struct transcript_line_facts {
    bool starts_reply = false;  ///< the first line of a reply
    bool starts_data = false;   ///< the first line of a message after 354, or its end
    bool ends_reply = false;    ///< the last line of a reply
    bool cuts_message = false;  ///< a reply before the end of the data or of a chunk
    bool has_no_data = false;   ///< a reply directly after the 354: the data is not recorded
    bool has_bare_lf = false;   ///< ends with LF alone although others end with CRLF
    bool is_unmarked = false;   ///< data without a mark although others have one
    bool is_last_chunk = false; ///< BDAT with LAST
    bool is_answer = false;     ///< credentials after a 334, to which the server replies
};

} // namespace foldwise::detail

#endif
