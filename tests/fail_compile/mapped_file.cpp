#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>

#include <system_error>

void the_file_outlives_views_of_its_bytes() {
    std::error_code error;
    auto const file = foldwise::mapped_file::open("in.mbox", error);
    foldwise::mbox const box{file.bytes()};
#if MUST_NOT_COMPILE == 1
    foldwise::mbox const gone{foldwise::mapped_file::open("in.mbox", error).bytes()};
#endif
}
