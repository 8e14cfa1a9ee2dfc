"""The headers of foldwise as doxygen reads them: `for_doxygen` rewrites one of them.

The comments in the headers are written for people who read the header. For doxygen,

- a declaration directly after a documented one, without an empty line between, gets its comment;
- members that mean the same in every type (LAWS) get a sentence, if they have no comment;
- a comment at the end of the line of an enumerator or data member becomes its comment;
- indented lines are examples, and everything else in a comment is plain text;
- what is for nobody is left out: private members, deleted functions, `detail`, functions that take
  types of `detail`, and what is outside the namespace foldwise. So are specialisations of
  field_type, because the site has a table of them.
"""

import re

# Members that mean the same in every type: a pattern of the declaration, and what it says.
LAWS = (
    (r"\bbegin\(\) const", "The iterator at the start of the range."),
    (r"\bend\(\) const", "The end of the range."),
    (r"\bempty\(\) const", "Whether the range is empty."),
    (r"^using (\w*iterator|iterator_concept|value_type|difference_type|reference|pointer|"
     r"iterator_category) =", "What the standard library asks of a range or iterator."),
    (r"^using is_transparent =", "Look-ups take all types that the function takes."),
    (r"\boperator==\(", "Whether both are equal."),
    (r"\boperator(\*|->)\(\) const", "The current element."),
    (r"\boperator\+\+\(", "Goes to the next element."),
    (r"^(constexpr )?(\w+)\(\)( noexcept)?( = default;|$| :| \{)", "An empty value."),
    (r"^(explicit |constexpr )+\w+\((foldwise::)?field const& \w+\)",
     "Reads the value of a field, whatever its name is."),
    (r"^static constexpr .*\bread\((foldwise::)?field const& \w+\)",
     "Reads the value of a field, whatever its name is."),
    (r"^(explicit |constexpr )+\w+\(std::string_view \w+( FOLDWISE_LIFETIMEBOUND)?\)",
     "Reads a text, such as the value of a field."),
    (r"^using \w+_range =", "The type of a range that a member function returns."),
    (r"\bcut_at\(std::string_view bytes", "How many octets at `at` are left out."),
    (r"\bfind_cut\(std::string_view bytes",
     "The first place from `from` on where octets are left out, or the size of `bytes`."),
    (r"\bat_end\(\) const", "Whether there is no current element."),
    (r"\bcurrent\(\) const", "The current element."),
    (r"\badvance\(\)", "Goes to the next element."),
    (r"\bposition\(\) const", "Where the current element is; compares equal for the same element."),
    (r"\braw\(\) const noexcept", "What was read, unchanged."),
    (r"\bvoid diagnose\(Report&& report\) const",
     "Calls `report` with a diagnostic for each problem."),
    (r"\bdeviation\(\) const noexcept", "The gravest problem of a value that was read."),
)


def law_of(declaration):
    text = re.sub(r"^template <[^{;]*?>\s+(?=[a-z\[])", "", declaration)
    return next((says for pattern, says in LAWS if re.search(pattern, text)), None)


def escaped(text):
    """Text in which doxygen sees no commands, tags or links, except in `code`. A mark in quotation
    marks is text."""
    pieces = re.split(r"(?<!\")`(?!\")", text)
    pieces[::2] = [re.sub(r"([\\@<>&#$%\"])", r"\\\1", piece).replace("`", "\\`")
                   for piece in pieces[::2]]
    return "`".join(pieces)


def is_code(lines):
    return any(re.search(r";|//|->  |\{|\w\(", line) for line in lines)


def comment_for_doxygen(lines):
    """The lines of a comment without their "///", as Markdown with fenced examples."""
    result, example, open_code = [], [], False

    def close_example():
        while example and not example[-1].strip():
            example.pop()
        if example:
            language = "cpp" if is_code(example) else "unparsed"
            result.extend(["", f"~~~~{{.{language}}}", *example, "~~~~", ""])
        example.clear()

    for line in lines:
        if line.startswith("    ") or (example and not line.strip()):
            example.append(line[4:])
            continue
        close_example()
        result.append(escaped("`" + line)[1:] if open_code else escaped(line))
        open_code ^= line.count("`") % 2 == 1
    close_example()
    return ["/// " + line if line else "///" for line in result]


# What may be before the word that says what is declared; a type or namespace; a constraint that a
# declaration follows.
KIND = re.compile(r"^(template <.*?>|requires.*?)\s+(?=(class|struct|union|enum|namespace)\b)")
OPENS = re.compile(r"(class|struct|union|enum|namespace)\b[^()]*\{( *//.*)?$")
CONSTRAINT = re.compile(r"^template <[^{}]*> requires requires\b(?:(?!\} \w).)*\}$")

LITERAL_OR_COMMENT = re.compile(r'''"(\\.|[^"\\])*"|(?<!\w)'(\\.|[^'\\])'|//.*''')


def code_of(line):
    """A line without its comment and without what is in its literals."""
    return LITERAL_OR_COMMENT.sub("", line).rstrip()


def depth_of(line):
    """How many braces and parentheses the line opens, less those that it closes."""
    code = code_of(line)
    return sum(map(code.count, "{(")) - sum(map(code.count, "})"))


class Rewriter:
    """One pass over the lines of a header, which clang-format has laid out."""

    def __init__(self, lines):
        self.lines = lines
        self.at = 0
        self.out = []
        self.comment = []        # of the declaration that comes next
        self.shared = []         # of the declaration before, if no empty line follows it
        self.is_private = [False]
        self.scopes = [""]
        self.comments = [[]]     # of the types that are open
        self.hidden = 0          # the depth of what is left out; 0 if nothing is

    def run(self):
        while self.at < len(self.lines):
            self.step(self.lines[self.at])
        return self.out

    def step(self, line):
        text = line.strip()
        if self.hidden:
            self.hidden += depth_of(line)
            self.at += 1
        elif text.startswith("///"):
            self.comment.append(text[4:])
            self.at += 1
        elif not text:
            self.shared, self.comment = [], []
            self.out.append("")
            self.at += 1
        elif text.startswith(("#", "//", "}", "public:", "private:", "protected:")):
            if text.endswith(":"):
                self.is_private[-1] = text != "public:"
            if text.startswith("}") and len(self.scopes) > 1:
                self.is_private.pop()
                self.scopes.pop()
                self.shared, self.comment = self.comments.pop(), []
            elif not text.startswith("//"):
                self.shared, self.comment = [], []
            self.out.append(line)
            self.at += 1
        else:
            self.declaration()

    def declaration(self):
        """Takes the declaration that starts here: with its templates, constraints and body."""
        first, depth = self.at, 0
        while True:
            line = self.lines[self.at]
            depth += depth_of(line)
            self.at += 1
            text = " ".join(each.strip() for each in self.lines[first:self.at])
            kind = KIND.sub("", text)
            if depth == 1 and OPENS.match(kind):
                break
            ends = ";}," if self.is_in_enum() else ";}"
            if depth == 0 and code_of(line).endswith(tuple(ends)) and not CONSTRAINT.search(text):
                break
        self.emit(self.lines[first:self.at], text, kind, depth == 1)

    def is_in_enum(self):
        return self.scopes[-1] == "enum"

    def is_for_nobody(self, declaration):
        """Whether a declaration is left out."""
        if len(self.is_private) == 1 or self.is_private[-1]:
            return True
        if "= delete;" in declaration or "struct field_type<\"" in declaration:
            return True
        if re.match(r"static_assert|friend class|using enum", declaration):
            return True
        if re.match(r"(template <.*?> )?(class|struct|enum class) [\w<>]+;", declaration):
            return True
        # A function that is defined below, where its comment is.
        if self.scopes[-1] == "namespace" and not self.comment and \
                re.search(r"\)( noexcept)?;$", declaration):
            return True
        # A member that is defined below its class, where its comment is.
        if self.scopes[-1] == "namespace" and re.match(r"[^(]*[\w>]::~?\w+\(", declaration):
            return True
        signature = declaration.split(" noexcept")[0].split(" : ")[0]
        return re.match(r"[^={]*\(.*\bdetail::", signature) is not None

    def emit(self, lines, joined, kind, opens):
        if kind.startswith("namespace") and (" detail {" in kind or kind.endswith("::detail {")):
            self.hidden = 1
            self.comment, self.shared = [], []
            return
        if kind.startswith("namespace"):
            self.out.append("namespace foldwise {")
            self.scopes.append("namespace")
            self.comments.append([])
            self.is_private.append(False)
            self.comment, self.shared = [], []
            return
        trailing = re.search(r"[;,{}] +///?<? ([^/].*)$", lines[0]) if len(lines) == 1 else None
        is_hidden = self.is_for_nobody(joined)
        comment = self.comment or self.shared
        if not comment and trailing and not opens:
            comment = [trailing[1]]
        if not comment and (law := law_of(joined)):
            comment = [law]
        if is_hidden and opens:
            self.hidden = 1
        elif not is_hidden:
            self.out += comment_for_doxygen(comment)
            self.out += [re.sub(r"///<", "//", line) for line in lines]
        if self.comment:
            self.shared = self.comment
        self.comment = []
        if opens and not is_hidden:
            self.shared = []
            self.comments.append(comment)
            self.scopes.append(kind.split()[0])
            self.is_private.append(kind.startswith("class"))


def for_doxygen(text, room):
    """The text of a header, whose names belong to the group `room`."""
    lines = Rewriter(text.replace("namespace foldwise::inline FOLDWISE_ABI", "namespace foldwise")
                     .splitlines()).run()
    result = []
    is_inside = False
    for line in lines:
        if line == "namespace foldwise {":
            is_inside = True
            result += [line, f"/// \\addtogroup {room}", "/// \\{"]
        elif line.startswith("} // namespace foldwise") and is_inside:
            is_inside = False
            result += ["/// \\}", line]
        else:
            result.append(line)
    return "\n".join(result) + "\n"


def macros_for_doxygen(text, room):
    """The macros of config.hpp, each once, with their comments."""
    result, comment, seen = [], [], set()
    for line in text.splitlines():
        if line.startswith("///"):
            comment.append(line[4:])
        elif found := re.match(r"#define (\w+)(.*)", line):
            if comment and found[1] not in seen:
                seen.add(found[1])
                parameters = found[2].split()[0] if found[2].startswith("(") else ""
                result += ["", f"/// \\ingroup {room}", *comment_for_doxygen(comment),
                           f"#define {found[1]}{parameters}"]
        elif not line:
            comment = []
    return "\n".join(result) + "\n"


def comment_of_door(text):
    """The comment of a door as Markdown."""
    lines = [line[4:] for line in text.splitlines() if line.startswith("///")]
    return [line[4:] for line in comment_for_doxygen(lines)]
