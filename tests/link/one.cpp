// Two translation units that include every header are one program: every function and
// constant of the headers is inline, and there is one of each.
#include "every_header.hpp"

foldwise::char_class const* ftext_of_two();

int main() { return &foldwise::ftext == ftext_of_two() ? 0 : 1; }
