// Counts the messages of each author domain. Each process reads a byte range of the mbox, which all
// of them can open, and the first one adds the counts up.
//     mpirun -n 4 build/bin/many_machines_mpi_authors in.mbox

#include <foldwise/dmarc.hpp>
#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>

#include <cstdint>
#include <iostream>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include <mpi.h>

int main(int argc, char** argv) {
    MPI_Init(&argc, &argv);
    int rank = 0;
    int ranks = 1;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) MPI_Abort(MPI_COMM_WORLD, 2);
    auto const range = foldwise::shard(file.bytes().size(), static_cast<std::uint64_t>(rank),
                                       static_cast<std::uint64_t>(ranks));
    std::map<std::string, std::uint64_t> counts;
    for (auto const entry : foldwise::mbox{file.bytes(), {}, range}) {
        foldwise::author_domain const author{entry.message()};
        ++counts[author.name() ? std::string{author.name()->text()} : "-"];
    }

    std::string mine;
    for (auto const& [domain, count] : counts) mine += domain + ' ' + std::to_string(count) + '\n';
    auto const size = static_cast<int>(mine.size());
    std::vector<int> sizes(static_cast<std::size_t>(ranks));
    MPI_Gather(&size, 1, MPI_INT, sizes.data(), 1, MPI_INT, 0, MPI_COMM_WORLD);
    std::vector<int> places(sizes.size());
    std::exclusive_scan(sizes.begin(), sizes.end(), places.begin(), 0);
    std::string all(static_cast<std::size_t>(std::reduce(sizes.begin(), sizes.end())), ' ');
    MPI_Gatherv(mine.data(), size, MPI_CHAR, all.data(), sizes.data(), places.data(), MPI_CHAR, 0,
                MPI_COMM_WORLD);
    counts.clear();
    std::istringstream lines{all}; // empty except in the first process
    std::string domain;
    for (std::uint64_t count = 0; lines >> domain >> count;) counts[domain] += count;
    for (auto const& [name, count] : counts) std::cout << count << '\t' << name << '\n';
    MPI_Finalize();
}
