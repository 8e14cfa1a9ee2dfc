// Links two translation units that include every header: functions and constants of the headers are
// inline, so the program has one definition of each.
#include "every_header.hpp"

foldwise::char_class const* ftext_of_two();

int main() { return &foldwise::ftext == ftext_of_two() ? 0 : 1; }
