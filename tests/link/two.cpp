#include "every_header.hpp"

foldwise::char_class const* ftext_of_two();
foldwise::char_class const* ftext_of_two() { return &foldwise::ftext; }
