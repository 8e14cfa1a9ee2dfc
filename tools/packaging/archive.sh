#!/bin/sh
# Writes the release archive of the commit that is checked out, FOLDER/foldwise-VERSION.tar.gz. The
# same commit always gives the same archive. Status 77 outside a git repository.
# usage: archive.sh FOLDER
set -eu
folder=$1
cd "$(dirname "$0")/../.."
git rev-parse --verify --quiet HEAD > /dev/null || exit 77
version=$(git show HEAD:include/foldwise/config.hpp | sed -n 's/^#define FOLDWISE_VERSION "\(.*\)"$/\1/p')
git archive --prefix="foldwise-$version/" HEAD | gzip -9n > "$folder/foldwise-$version.tar.gz"
echo "foldwise-$version.tar.gz"
