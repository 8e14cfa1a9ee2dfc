"""Finds the mutants of a header, and writes the header with a switch for each of them.

It reads tokens, not C++. It relies on clang-format: a comparison has blanks around it, and the
angle bracket of a template has not. What cannot change at run time has no mutants: template
arguments, array sizes, enumerators, case labels, constexpr variables, assertions, noexcept.
"""

import bisect
import re

TOKEN = re.compile(r"""
    (?P<blank>   \s+ | //[^\n]* | /\*.*?\*/ )
  | (?P<line>    (?<![^\n])\#(?:[^\n\\]|\\.)* )
  | (?P<string>  (?:u8|[uUL])?"(?:[^"\\\n]|\\.)*" )
  | (?P<char>    (?:u8|[uUL])?'(?:[^'\\\n]|\\.)+' )
  | (?P<number>  \d(?:[\w.]|'(?=\w))* )
  | (?P<name>    [A-Za-z_]\w* )
  | (?P<mark>    <=> | \.\.\. | <<= | >>= | :: | -> | \+\+ | -- | << | >> | && | \|\|
               | [-+*/%&|^=!<>]= | . )
""", re.VERBOSE | re.DOTALL)

BOUNDARY = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
COMPARISONS = {*NEGATED}
ASSIGNMENTS = {"=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>="}
STATEMENTS = {"return", "else", "do", "throw", "case", "co_return"}
# What ends an operand of && and ||, and of a comparison.
ENDS = {",", ";", "?", ":", "&&", "||", "(", "[", "{", ")", "]", "}", *ASSIGNMENTS, *STATEMENTS}
COMPARISON_ENDS = ENDS | COMPARISONS | {"|", "^", "<=>"}
CONSTANT_CALLS = {"static_assert", "noexcept", "decltype", "sizeof", "alignas", "explicit"}


class Token:
    def __init__(self, kind, text, start, after_blank):
        self.kind, self.text, self.start, self.after_blank = kind, text, start, after_blank
        self.end = start + len(text)
        self.match = None      # the other bracket of a pair
        self.is_angle = False  # a bracket of a template


class Point:
    """An expression, tokens[first:last], with one or two mutants."""

    def __init__(self, kind, first, last, operator=None):
        self.kind, self.first, self.last, self.operator = kind, first, last, operator


class Mutant:
    def __init__(self, file, number, line, key):
        self.file, self.number = file, number
        self.line = line  # its number
        self.key = key    # file, text of the line, what is changed


def tokens_of(text):
    tokens, after_blank = [], True
    for found in TOKEN.finditer(text):
        kind, part = found.lastgroup, found.group()
        if kind == "blank":
            after_blank = True
        elif kind != "line":
            if part == ">>" and not after_blank:  # ends two templates
                tokens.append(Token(kind, ">", found.start(), False))
                tokens.append(Token(kind, ">", found.start() + 1, False))
            else:
                tokens.append(Token(kind, part, found.start(), after_blank))
            after_blank = False
    pair_brackets(tokens)
    return tokens


def pair_brackets(tokens):
    opened = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1].text if i else ""
        if token.text == "<" and before != "operator" and (before == "template" or
                                                           not token.after_blank):
            token.is_angle = True
            opened.append(i)
        elif token.text in "([{" and len(token.text) == 1:
            opened.append(i)
        elif token.text == ">" and opened and tokens[opened[-1]].is_angle:
            token.is_angle = True
            token.match = opened.pop()
            tokens[token.match].match = i
        elif token.text in ")]}" and opened:
            token.match = opened.pop()
            tokens[token.match].match = i
    assert not opened, "brackets do not match"


class Header:
    """A header. With `forced`, a condition has two mutants, in which it is always true or always
    false; otherwise one, in which it is negated."""

    def __init__(self, text, forced=False):
        self.text, self.forced = text, forced
        self.tokens = tokens_of(text)
        self.is_fixed = [False] * len(self.tokens)
        self.find_fixed()
        self.points = {}
        self.find_points()

    def is_(self, i, *texts):
        return 0 <= i < len(self.tokens) and self.tokens[i].text in texts

    # ---- What is fixed at compile time

    def fix(self, first, last):
        for i in range(first, last):
            self.is_fixed[i] = True

    def next_of(self, i, *texts):
        """The next of these tokens, outside of brackets that open after i."""
        while i < len(self.tokens) and not (self.is_(i, *texts) and not self.tokens[i].is_angle):
            opens = self.tokens[i].match is not None and self.tokens[i].match > i
            i = self.tokens[i].match + 1 if opens else i + 1
        return i

    def find_fixed(self):
        tokens = self.tokens
        for i, token in enumerate(tokens):
            text = token.text
            if token.is_angle and token.match > i:
                self.fix(i, token.match + 1)
            elif text == "operator":
                self.fix(i, i + 2)
            elif (text in CONSTANT_CALLS or text.startswith("FOLDWISE_")) and self.is_(i + 1, "("):
                self.fix(i, tokens[i + 1].match + 1)
            elif text == "requires" and self.is_(i + 1, "(", "{"):
                self.fix(i, tokens[i + 1].match + 1)
                if self.is_(tokens[i + 1].match + 1, "{"):
                    self.fix(i, tokens[tokens[i + 1].match + 1].match + 1)
            elif text == "[" and self.is_(i + 1, "["):
                self.fix(i, token.match + 1)
            elif text == "[" and i > 1 and tokens[i - 1].kind == "name" and (
                    tokens[i - 2].is_angle or self.is_(i - 2, "&", "*") or
                    tokens[i - 2].kind == "name" and tokens[i - 2].text not in STATEMENTS):
                self.fix(i, token.match + 1)  # the size of an array
            elif text == "enum":
                self.fix(i, self.next_of(i, ";"))
                body = self.next_of(i, "{", ";")
                if self.is_(body, "{"):
                    self.fix(i, tokens[body].match)
            elif text == "concept":
                self.fix(i, self.next_of(i, ";"))
            elif text in {"using", "namespace", "friend"}:
                end = self.next_of(i, ";", "{")
                if self.is_(end, ";"):
                    self.fix(i, end)
            elif text == "delete":
                self.fix(tokens[i - 2].match or i, i)
            elif text == "case":
                self.fix(i, self.next_of(i, ":"))
            elif text == "constexpr" and self.is_(i - 1, "if"):
                self.fix(i, tokens[i + 1].match + 1)
            elif text == "constexpr":
                first = i  # a variable has "=", "{" or ";" before "("
                while not self.is_(first, "=", "{", "(", ";", "operator"):
                    first = tokens[first].match + 1 if tokens[first].is_angle else first + 1
                if self.is_(first, "=", "{", ";"):
                    self.fix(i, self.next_of(first, ";"))
            elif text == "consteval":
                self.fix(i, tokens[self.next_of(i, "{")].match)

    # ---- Expressions

    def operand_start(self, i, ends):
        """Where the operand starts that ends before i."""
        while i > 0:
            before = self.tokens[i - 1]
            if before.text in {")", "]"} or before.is_angle:
                i = before.match
            elif before.text == "}":
                opener = self.tokens[before.match - 1]
                if not (opener.kind == "name" and opener.text not in STATEMENTS or opener.is_angle):
                    return i  # the end of a block
                i = before.match
            elif before.text in ends or self.is_binary_and(i - 1, ends):
                return i
            else:
                i -= 1
        return i

    def operand_end(self, i, ends):
        """Where the operand ends that starts at i."""
        while i < len(self.tokens):
            token = self.tokens[i]
            if token.match is not None and token.match > i:
                i = token.match + 1
            elif token.text in ends or self.is_binary_and(i, ends):
                return i
            else:
                i += 1
        return i

    def is_binary_and(self, i, ends):
        return (ends is COMPARISON_ENDS and self.is_(i, "&") and self.tokens[i].after_blank and
                i + 1 < len(self.tokens) and self.tokens[i + 1].after_blank)

    def find_points(self):
        tokens = self.tokens
        for i, token in enumerate(tokens):
            if self.is_fixed[i]:
                continue
            text = token.text
            if text in {"&&", "||"} and token.after_blank:
                self.add_condition(self.operand_start(i, ENDS), i)
                self.add_condition(i + 1, self.operand_end(i + 1, ENDS))
            elif text == "?":
                self.add_condition(self.operand_start(i, ENDS), i)
            elif text in {"if", "while"} and self.is_(i + 1, "("):
                self.add_statement(i)
            elif text == "for":
                end = tokens[i + 1].match
                first = self.next_of(i + 2, ";")
                if first < end:
                    self.add_condition(first + 1, self.next_of(first + 1, ";"))
            elif token.kind in {"number", "char"} or text in {"true", "false"}:
                if not (self.is_(i - 1, ":") and tokens[i - 2].kind == "name" and
                        tokens[i - 3].kind == "name" and self.is_(i + 1, ";")):  # a bit-field
                    self.add(Point("constant", i, i + 1))
        for i, token in enumerate(tokens):  # after those, whose operands they may be
            if self.is_fixed[i]:
                continue
            if token.text in COMPARISONS and token.after_blank and not token.is_angle:
                first = self.operand_start(i, COMPARISON_ENDS)
                last = self.operand_end(i + 1, COMPARISON_ENDS)
                if self.is_(first - 1, *COMPARISONS) or self.is_(last, *COMPARISONS):
                    continue
                self.add(Point("condition", first, last, i))
                if token.text in BOUNDARY:
                    self.add(Point("boundary", first, last, i))
            elif token.text == "!":
                self.add(Point("condition", i, self.unary_end(i + 1)))

    def unary_end(self, i):
        while not self.is_(i, *COMPARISON_ENDS - {"(", "[", "{"}) and not (
                self.tokens[i].kind == "mark" and self.tokens[i].after_blank):
            opens = self.tokens[i].match is not None and self.tokens[i].match > i
            i = self.tokens[i].match + 1 if opens else i + 1
        return i

    def add_statement(self, i):
        """The condition of an `if` or a `while`."""
        first, last = i + 2, self.tokens[i + 1].match
        if self.next_of(first, ";") < last:
            first = self.next_of(first, ";") + 1
        assign = self.next_of(first, "=")
        if assign >= last:
            self.add_condition(first, last)
        elif self.is_(i, "if") and self.tokens[first].kind == "name":
            self.add(Point("declaration", first, last, assign - 1))

    def add_condition(self, first, last):
        """Adds it, unless it has operands that are added."""
        if first >= last or any(self.is_(at, "&&", "||", "?") and self.tokens[at].after_blank
                                for at in self.outside_of_brackets(first, last)):
            return
        self.add(Point("condition", first, last))

    def outside_of_brackets(self, first, last):
        while first < last:
            yield first
            opens = self.tokens[first].match is not None and self.tokens[first].match > first
            first = self.tokens[first].match + 1 if opens else first + 1

    def add(self, point):
        if any(self.is_fixed[point.first:point.last]) and self.is_fixed[point.first]:
            return
        place = (point.first, -point.last, point.kind == "boundary")
        if place not in self.points or point.operator:
            self.points[place] = point

    # ---- Texts

    def plain(self, first, last):
        """The text of tokens without comments and line breaks."""
        parts = []
        for token in self.tokens[first:last]:
            parts.append((" " if token.after_blank and parts else "") + token.text)
        return "".join(parts)

    def changes(self, point):
        """What the mutants of a point change, in words."""
        text = self.plain(point.first, point.last)
        if point.kind == "boundary":
            return [f"{text} => {self.swapped(point, BOUNDARY)}"]
        if point.kind == "constant":
            return [f"{text} => " + {"true": "false", "false": "true"}.get(text, f"{text} + 1")]
        if point.kind == "declaration":
            text = self.tokens[point.operator].text
        if self.forced:
            return [f"{text} => true", f"{text} => false"]
        if point.kind == "condition" and point.operator:
            return [f"{text} => {self.swapped(point, NEGATED)}"]
        if text.startswith("!") and self.unary_end(point.first + 1) == point.last:
            return [f"{text} => {text[1:]}"]
        is_one = len(list(self.outside_of_brackets(point.first, point.last))) == 1
        return [f"{text} => !{text}" if is_one or " " not in text else f"{text} => !({text})"]

    def swapped(self, point, operators):
        return " ".join((self.plain(point.first, point.operator),
                         operators[self.tokens[point.operator].text],
                         self.plain(point.operator + 1, point.last)))

    def mutants(self, file, number):
        """All mutants; the first one has this number. Gives the points their numbers."""
        starts = [0] + [found.end() for found in re.finditer("\n", self.text)]
        lines = self.text.split("\n")
        found, seen = [], {}
        for _, point in sorted(self.points.items()):
            point.number = number
            line = bisect.bisect_right(starts, self.tokens[point.first].start)
            last_line = bisect.bisect_right(starts, self.tokens[point.last - 1].start)
            point.lines = range(line, last_line + 1)
            for change in self.changes(point):
                key = (file, lines[line - 1].strip(), change)
                seen[key] = seen.get(key, 0) + 1
                if seen[key] > 1:
                    key = (file, key[1], f"{change} (occurrence {seen[key]})")
                found.append(Mutant(file, number, line, key))
                number += 1
        return found

    def switched(self, dropped):
        """The header with switches, except for the points with a dropped number."""
        points = [point for _, point in sorted(self.points.items())
                  if point.number not in dropped]
        return self.render(0, len(self.tokens), points, whole=True)

    def render(self, first, last, points, whole=False):
        at = 0 if whole else self.tokens[first].start
        end = len(self.text) if whole else self.tokens[last - 1].end
        parts = []
        while points:
            point = points.pop(0)
            inner = []
            while points and points[0].first < point.last:
                inside = points.pop(0)
                if inside.last <= point.last:
                    inner.append(inside)
            parts.append(self.text[at:self.tokens[point.first].start])
            parts.append(self.switch(point, inner))
            at = self.tokens[point.last - 1].end
        parts.append(self.text[at:end])
        return "".join(parts)

    def switch(self, point, inner):
        text = self.render(point.first, point.last, inner)
        call = "force" if self.forced else "negate"
        if point.kind == "condition":
            return f"::mutant::{call}({point.number}, static_cast<bool>({text}))"
        if point.kind == "declaration":
            name = self.tokens[point.operator].text
            return f"{text}; ::mutant::{call}({point.number}, static_cast<bool>({name}))"
        if point.kind == "boundary":
            return f"(::mutant::is({point.number}) ? {self.swapped(point, BOUNDARY)} : {text})"
        return f"::mutant::other({point.number}, {text})"
