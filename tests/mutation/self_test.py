"""Checks points.py with small examples, and that the list of survivors names mutants that exist."""

import points

# Code, and what its mutants change.
EXAMPLES = [
    ("bool f() { return a < b + 1; }",
     ["a < b + 1 => a >= b + 1", "a < b + 1 => a <= b + 1", "1 => 1 + 1"]),
    ("void f() { if (a && !b.c(d)) return; }", ["a => !a", "!b.c(d) => b.c(d)"]),
    ("void f() { if (auto x = g(); x == h<1>(y)) return; }", ["x == h<1>(y) => x != h<1>(y)"]),
    ("void f() { if (auto const x = g()) return; }", ["x => !x"]),
    ("void f() { while (it) g(a ? 'x' : T{b | c}); }", ["it => !it", "a => !a", "'x' => 'x' + 1"]),
    ("void f() { for (auto at = i; at != end && is(at); ++at) g(); }",
     ["at != end => at == end", "is(at) => !is(at)"]),
    ("bool f(T&& a) { return (a & 4) != g(b) || c; }",
     ["(a & 4) != g(b) => (a & 4) == g(b)", "4 => 4 + 1", "c => !c"]),
    ("bool const x = true; struct s { int n = 0; };", ["true => false", "0 => 0 + 1"]),
    # what the compiler evaluates
    ("constexpr int n = 3; enum class e { a = 1 }; static_assert(n == 3); char c[4];", []),
    ("template <int N = 2> requires(N == 2) void f() noexcept(N < 3) { g<4, (a < 5)>(); }", []),
    ("void f() { if constexpr (a == 1) FOLDWISE_ASSERT(b < 2); switch (c) { case 1: g(); } }", []),
    ("// a < 1\n#define X 1\nauto s = \"a < 1\"; bool operator==(a const&) const = default;", []),
    ("struct s { s(int a = 1) = delete; unsigned bits : 3; };", []),
]

# Code, and the same with switches.
SWITCHED = [
    ("bool f() { return a < 1; }",
     "bool f() { return ::mutant::negate(1, static_cast<bool>((::mutant::is(2) ? a <= 1 : "
     "a < ::mutant::other(3, 1)))); }"),
    ("void f() { if (auto x = g()) h(x); }",
     "void f() { if (auto x = g(); ::mutant::negate(1, static_cast<bool>(x))) h(x); }"),
]


def faults(rooms, listed):
    for code, wanted in EXAMPLES:
        got = [mutant.key[2] for mutant in points.Header(code).mutants("x.hpp", 1)]
        if got != wanted:
            yield f"{code}\n    has {got}\n    not {wanted}"
    for code, wanted in SWITCHED:
        header = points.Header(code)
        header.mutants("x.hpp", 1)
        if header.switched(set()) != wanted:
            yield f"{code}\n    becomes {header.switched(set())}\n    not {wanted}"
    keys = {mutant.key for room in rooms for mutant in room.mutants}
    for key in listed:
        if key not in keys:
            yield "explained, but there is no such mutant: " + "  ".join(key)
