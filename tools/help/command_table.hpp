#ifndef FOLDWISE_TOOLS_HELP_COMMAND_TABLE_HPP
#define FOLDWISE_TOOLS_HELP_COMMAND_TABLE_HPP

#include "../options.hpp"

#include <string_view>

namespace tool {

/// A command line, and what it does. A command line that takes two lines has an LF between them.
struct example_row {
    std::string_view line;
    std::string_view what;
};

/// A command as the help, the man page and the completions describe it.
struct command_row {
    tool::command id;
    std::string_view name;
    std::string_view arguments; ///< one or two ways to call it, each a line
    std::string_view brief;     ///< what it prints, in at most 68 columns
    std::string_view text;      ///< everything else, in sentences
    example_row examples[3];
};

/// All commands, in the order of the help. The help, the man page and the completions are generated
/// from this table, and the command line is read with it.
inline constexpr command_row command_table[] = {
    {command::ls,
     "ls",
     "[OPTION]... FILE...",
     "list the messages: number, date, sender, subject, size (the default)",
     "A line for each message, with + after it if something is attached. A ? after the date says "
     "that other programs may read another date; a ~ before it, that there is no Date field, and "
     "that it is the date of delivery. On a terminal, a line is cut to fit, and dates are in local "
     "time. In a pipe, nothing is cut, with TABs between the name of the message, the ISO date, "
     "sender, subject, octets and +.",
     {{"foldwise in.mbox", "list the messages of a mailbox"},
      {"zcat old.mbox.gz | foldwise ls -", "list them from a pipe, in little memory"},
      {"foldwise ls --width 100 Maildir | less", "a Maildir, page by page"}}},
    {command::headers,
     "headers",
     "[--raw] [--name NAME]... [OPTION]... FILE...",
     "the fields, unfolded and decoded",
     "One field a line, or only the fields that are named. With --raw, the fields are unchanged. "
     "Of several messages, each line begins with FILE:K: as in the output of grep. On a terminal, "
     "fields are wrapped, and the lines that continue one are indented.",
     {{"foldwise headers in.mbox:3", "all fields of the third message"},
      {"foldwise headers --name Received *.eml", "only these fields, of many files"},
      {"foldwise headers --raw in.mbox:3", "the fields as they are in the file"}}},
    {command::show,
     "show",
     "[OPTION]... FILE...",
     "the message as a person reads it: chief fields, text, attachments",
     "Text is converted to UTF-8, and HTML is shown as text; nothing is fetched. Of a report about "
     "another message, such as a bounce, its results are shown as well; of an attached message, "
     "its "
     "text; of an invitation, its time and place. A line says what is signed or encrypted.",
     {{"foldwise show in.mbox:3", "read the third message"},
      {"foldwise show message.eml | less", "read a long one page by page"},
      {}}},
    {command::raw,
     "raw",
     "[OPTION]... FILE...",
     "the octets of the message, unchanged, for other programs",
     "FILE:K is written without the `From ' line of an mbox and the empty line before the next "
     "one. "
     "Several messages are written as an mbox: its entries stay as they are, and other messages "
     "get "
     "a `From ' line and quotes.",
     {{"foldwise raw in.mbox:3 > third.eml", "save a message as a file of its own"},
      {"foldwise raw in.mbox:3 | opendkim-testmsg", "pass it on to another program"},
      {"foldwise raw Maildir > all.mbox", "make a Maildir an mbox"}}},
    {command::tree,
     "tree",
     "[OPTION]... FILE...",
     "the parts of a message, drawn; of several messages, their structures",
     "Each part with its number, type, charset, transfer encoding, disposition, name and size. "
     "Parts are numbered as IMAP numbers them. Of several messages: how many have which structure, "
     "and the first one that has it.",
     {{"foldwise tree in.mbox:3", "what the third message consists of"},
      {"foldwise tree in.mbox", "which structures there are, and how many of each"},
      {}}},
    {command::extract,
     "extract",
     "PART [-o DIR] [OPTION]... FILE...\n--all|--attachments -o DIR [OPTION]... FILE...",
     "decoded parts, to standard output or into files",
     "PART is the number of a part, as tree prints it. Without -o DIR, the part of one message is "
     "written to standard output. In DIR, parts get safe names, and no file is overwritten; the "
     "names are printed. Attached messages are saved as a whole, as .eml. The name of a part of a "
     "mailbox begins with the number of its message, and if there are several files, with the name "
     "of the file.",
     {{"foldwise extract 2 in.mbox:3 > picture.png", "the second part of the third message"},
      {"foldwise extract --attachments -o invoices in.mbox", "everything that is attached"},
      {"foldwise extract --all -o parts message.eml", "all parts, the texts too"}}},
    {command::trace,
     "trace",
     "[OPTION]... FILE...",
     "the hops of a message and their delays, as bars",
     "The route as the Received fields tell it, oldest first. Of several messages: the links "
     "between "
     "hosts where they were delayed longest.",
     {{"foldwise trace in.mbox:3", "the route of the third message, and where it was delayed"},
      {"foldwise trace in.mbox", "where messages are delayed"},
      {}}},
    {command::auth,
     "auth",
     "[--trust ID]... [--host NAME]... [OPTION]... FILE...",
     "what was recorded about SPF, DKIM, DMARC and ARC (not verified)",
     "What servers recorded, whether it aligns with From, and what was signed. Anybody can write "
     "such fields: nothing is trusted that --trust does not name. Of several messages: a summary "
     "by "
     "the domain of From.",
     {{"foldwise auth in.mbox:3", "what is recorded about the third message"},
      {"foldwise auth --trust mx.example.org in.mbox", "by domain, as your server recorded it"},
      {}}},
    {command::smtp,
     "smtp",
     "[--message] [OPTION]... FILE...",
     "a recorded SMTP session: envelopes, and the conversation drawn",
     "FILE is the transcript of a session with both sides. FILE:K is its K-th transaction.",
     {{"foldwise smtp session.log", "what was said, and what was carried"},
      {"foldwise smtp --message session.log:1 | foldwise show -", "the message that was carried"},
      {}}},
    {command::lint,
     "lint",
     "[--severity LEVEL] [--summary|--json] [OPTION]... FILE...\n--explain CODE",
     "what is wrong or doubtful, and where",
     "A line for each problem: FILE:K: FIRST-LAST: severity [code] text (RFC). LAST is the octet "
     "after the last one. An ambiguity is where programs read the octets differently; a limit says "
     "that something was not read. The exit status is 1 if there is a problem.",
     {{"foldwise lint in.mbox:3", "what is wrong with the third message"},
      {"foldwise lint --summary in.mbox", "which problems there are, and how many of each"},
      {"foldwise lint --explain bare_cr", "what a code means"}}},
    {command::json,
     "json",
     "[--text] [--jmap [--property P]...] [--trust ID]... [OPTION]... FILE...",
     "one JSON object a message, one a line, for programs",
     "Everything that foldwise reads in a message. docs/json.md describes the keys.",
     {{"foldwise json Maildir | jq -r .subject", "the subjects of a Maildir"},
      {"foldwise json --text in.mbox | jq -r .text", "the texts, as show prints them"},
      {"foldwise json --jmap in.mbox | jq .from", "for programs that know JMAP (RFC 8621)"}}},
    {command::stats,
     "stats",
     "[--json] [OPTION]... FILE...",
     "counts, sizes, a timeline, senders and structures, as bars",
     "How many messages there are and when they were written (or delivered, if they have no Date "
     "field), how large they are, who wrote most of them, and what they consist of. Days are those "
     "of UTC. In a pipe, each line is a name, a number and perhaps a label, with TABs between "
     "them, "
     "and no row is left out.",
     {{"foldwise stats in.mbox", "what a mailbox consists of"},
      {"foldwise stats --json Maildir | jq .senders", "the senders, for programs"},
      {"foldwise stats in.mbox | grep ^sender", "who wrote how many, all senders"}}},
    {command::count,
     "count",
     "[OPTION]... FILE...",
     "the number of messages",
     "Of several files, FILE<TAB>NUMBER.",
     {{"foldwise count in.mbox", "how many messages there are"},
      {"foldwise count */ *.mbox", "in each of many mailboxes"},
      {}}},
    {command::split,
     "split",
     "--shards N [OPTION]... FILE...",
     "byte ranges of a file, to be read with --range",
     "FILE<TAB>FIRST<TAB>LAST, a line for each range. Each message starts in exactly one of them.",
     {{"foldwise split --shards 8 big.mbox |\n"
       "  parallel --colsep '\\t' foldwise json --range {2} {3} {1}",
       "read a large mailbox on eight processors"},
      {},
      {}}},
    {command::help,
     "help",
     "[COMMAND]\n--man\n--completion bash|zsh|fish",
     "this help, or that of a command; the man page; completions",
     "The man page and the completions are generated from the same tables as this help.",
     {{"foldwise help extract", "what extract does, with examples"},
      {"foldwise help --man > foldwise.1", "the man page"},
      {"source <(foldwise help --completion bash)",
       "complete commands and options in this shell"}}},
};

/// Examples of all sorts, for the first page of the help.
inline constexpr example_row first_examples[] = {
    {"foldwise in.mbox", "list the messages"},
    {"foldwise show in.mbox:3", "read the third one"},
    {"foldwise headers in.mbox:3", "its fields"},
    {"foldwise headers --name Received *.eml", "only these fields, of many files"},
    {"foldwise extract 2 in.mbox:3 > photo.jpg", "save a part of it"},
    {"foldwise trace in.mbox:3", "its route, and where it was delayed"},
    {"foldwise auth in.mbox:3", "who vouches for it: SPF, DKIM, ARC"},
    {"foldwise lint in.mbox:3", "what is wrong or doubtful about it"},
    {"foldwise json Maildir | jq .header", "everything, for programs"},
    {"zcat old.mbox.gz | foldwise ls -", "from a pipe, in little memory"},
};

/// The row of a command, which must not be command::version.
constexpr command_row const& row_of(tool::command id) {
    for (auto const& row : command_table)
        if (row.id == id) return row;
    return command_table[0];
}

/// The row of the command that is called `name`, or a null pointer.
constexpr command_row const* find_command(std::string_view name) {
    for (auto const& row : command_table)
        if (row.name == name) return &row;
    return nullptr;
}

} // namespace tool

#endif
